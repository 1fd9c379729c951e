"""A product above the client's grade: this version says what the step needs."""
