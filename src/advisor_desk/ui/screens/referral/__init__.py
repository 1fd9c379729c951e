"""Refer mode: informing a client and introducing him or her. Clauses: S23, S24, S25."""
