"""Signing: sealed, printed or written on the screen, every mark in its order."""
