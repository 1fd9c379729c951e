"""What a step relied on, as one short value: when it differs, the step is to be done again."""

import hashlib

from advisor_desk.domain.codec import canonical_json

Fingerprint = str


def fingerprint(*relied_on: object) -> Fingerprint:
    """Return SHA-256 in hexadecimal over the canonical JSON of the values."""
    return hashlib.sha256(canonical_json(relied_on).encode()).hexdigest()
