"""Encrypted SQLite: one branch ledger, one client book an adviser, keys and sign-in."""
