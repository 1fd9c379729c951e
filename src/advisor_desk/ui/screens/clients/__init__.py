"""Clients: finding one, receiving a new one, and the file with what is allowed today."""
