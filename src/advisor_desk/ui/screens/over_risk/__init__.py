"""The client's own wish for a product above the own grade: the six steps, and the client's page."""
