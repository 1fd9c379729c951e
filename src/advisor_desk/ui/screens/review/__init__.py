"""The review: the very bytes to be signed, read by client and adviser."""
