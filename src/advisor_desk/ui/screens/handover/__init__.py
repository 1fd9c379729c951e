"""Handing over: the right paper to the right person, counted."""
