"""The result: a level in plain words, agreed to or talked about. Clauses: S48-S52."""
