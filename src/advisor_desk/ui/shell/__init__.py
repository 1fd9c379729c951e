"""The window around everything: signing in, the places of the day, locking, what was saved when."""
