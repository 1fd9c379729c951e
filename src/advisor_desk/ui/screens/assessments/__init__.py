"""All assessments of a client, and entering one of another channel. Clauses: S48, S49."""
