"""Opening: who is here, and may we proceed. Clauses: S22, S23, S44, S45."""
