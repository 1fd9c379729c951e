"""The calm page of an interview that rests, paused or stopped by the rules."""
