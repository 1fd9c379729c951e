"""Taking a list in from a file: one page for clients and for holdings."""
