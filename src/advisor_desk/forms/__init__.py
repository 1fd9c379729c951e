"""Paper: templates to PDF, the checks on it, signatures, verification, printing."""
