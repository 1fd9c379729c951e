"""The command line: one module a verb group, no rules and no storage of its own."""
