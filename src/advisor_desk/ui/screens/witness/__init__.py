"""The second warning and the witness: this version says what the step needs."""
