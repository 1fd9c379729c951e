"""Choosing together: what fits this money, what does not and why, and the client's own choice."""
