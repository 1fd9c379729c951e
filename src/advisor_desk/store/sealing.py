"""How keys are closed and opened: password to key, key under key, key to a recovery key.

Every closed box names what it is for (``context``, authenticated with it), so that one cannot be
moved into another's place. AES-256-GCM with a fresh nonce each time; nothing here is our own
cryptography.
"""

import secrets
import time
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
SALT_BYTES = 16
_NONCE_BYTES = 12
FASTEST_S, SLOWEST_S = 0.25, 0.75
_TRIALS = 8


class NotOpened(Exception):  # noqa: N818 - it says what happened
    """The key does not fit the box, or the box was changed; nobody can tell which."""


@dataclass(frozen=True, slots=True)
class Argon2:
    """Cost of one guess at a password (Argon2id)."""

    memory_kib: int
    passes: int
    lanes: int


FULL_COST = Argon2(memory_kib=128 * 1024, passes=3, lanes=2)
# For homes whose password is published, and for tests: it protects nothing and costs nothing.
TRAINING_COST = Argon2(memory_kib=1024, passes=1, lanes=1)


def seconds_for(cost: Argon2) -> float:
    """Return how long one guess takes on this machine."""
    started = time.perf_counter()
    key_from_password("calibration", cost, bytes(SALT_BYTES), bytes(KEY_BYTES))
    return time.perf_counter() - started


def calibrated_cost(measure: Callable[[Argon2], float] = seconds_for) -> Argon2:
    """Return a cost of 250 to 750 ms on this machine, at least one pass over 128 MiB."""
    cost = FULL_COST
    for _ in range(_TRIALS):
        seconds = measure(cost)
        if seconds < FASTEST_S:
            fitting = ceil(cost.passes * FASTEST_S / seconds)
            cost = replace(cost, passes=max(fitting, cost.passes + 1))
        elif seconds > SLOWEST_S and cost.passes > 1:
            cost = replace(cost, passes=cost.passes - 1)
        else:
            break
    return cost


def key_from_password(password: str, cost: Argon2, salt: bytes, device_secret: bytes) -> bytes:
    """Return the key a password makes on this device; a stolen file alone cannot be guessed at."""
    stretched = hash_secret_raw(
        password.encode(),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )
    return derived_key(stretched + device_secret, salt, "password and device")


def wrapped(key: bytes, content: bytes, context: str) -> str:
    """Close ``content`` under a key."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return b64encode(nonce + AESGCM(key).encrypt(nonce, content, context.encode())).decode()


def unwrapped(key: bytes, box: str, context: str) -> bytes:
    """Open what ``wrapped`` closed.

    Raises:
        NotOpened: another key, another context, or a changed box.
    """
    try:
        content = b64decode(box, validate=True)
        nonce, closed = content[:_NONCE_BYTES], content[_NONCE_BYTES:]
        return AESGCM(key).decrypt(nonce, closed, context.encode())
    except (InvalidTag, ValueError) as error:
        raise NotOpened(context) from error


def sealed(public: bytes, content: bytes, context: str) -> str:
    """Close ``content`` so that only the holder of a private key opens it (X25519)."""
    once = X25519PrivateKey.generate()
    shared = once.exchange(X25519PublicKey.from_public_bytes(public))
    sender = once.public_key().public_bytes_raw()
    key = derived_key(shared, sender + public, context)
    return b64encode(sender).decode() + "." + wrapped(key, content, context)


def unsealed(private: X25519PrivateKey, box: str, context: str) -> bytes:
    """Open what ``sealed`` closed.

    Raises:
        NotOpened: another key, another context, or a changed box.
    """
    try:
        sender_text, closed = box.split(".")
        sender = b64decode(sender_text, validate=True)
        shared = private.exchange(X25519PublicKey.from_public_bytes(sender))
    except ValueError as error:
        raise NotOpened(context) from error
    public = private.public_key().public_bytes_raw()
    return unwrapped(derived_key(shared, sender + public, context), closed, context)


def derived_key(secret: bytes, salt: bytes, purpose: str) -> bytes:
    """Return a key for one purpose from a secret that is already as good as a key (HKDF)."""
    return HKDF(SHA256(), KEY_BYTES, salt, f"advisor-desk {purpose}".encode()).derive(secret)
