"""What the client holds, as a picture, and one improvement or none. Clauses: S54, S55."""
