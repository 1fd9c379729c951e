"""Closing: the six items kept of every interview, and every end of one."""
