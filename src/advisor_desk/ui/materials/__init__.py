"""Approved material: what there is today, and one piece of it opened."""
