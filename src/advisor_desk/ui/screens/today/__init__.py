"""Today: what waits for this person now, and what to do first."""
