"""The interview on the screen: its frame, its stages, and what both sides of it share."""
