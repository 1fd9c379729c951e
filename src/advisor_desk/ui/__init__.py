"""The desktop: what an adviser, a client and a witness see and do."""
