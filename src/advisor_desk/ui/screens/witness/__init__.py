"""The witness: called by the adviser, then at the desk with the own sign-in and this case alone."""
