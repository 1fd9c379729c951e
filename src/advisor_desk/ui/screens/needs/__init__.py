"""Needs and finances: six blocks of the fact-find and the pots of money. Clauses: S53, S62, S63."""
