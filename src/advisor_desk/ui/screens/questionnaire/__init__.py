"""The risk questionnaire: the client answers, the adviser mirrors. Clauses: S28, S48-S52."""
