"""The screens, one package each: a presenter without Qt, the adviser's page, the client's page."""
