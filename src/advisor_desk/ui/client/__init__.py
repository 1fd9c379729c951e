"""What the client sees: pages for one person with one idea each."""
