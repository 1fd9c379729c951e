"""The device secret: what a stolen copy of the home lacks, where the system can keep it apart.

It lies in the operating system's key store; where there is none, and in training homes, in the
file ``device.key`` (0600) in the home. Slots are found and opened only with it.
"""

import secrets
from base64 import b64decode, b64encode
from pathlib import Path

import keyring
from keyring.errors import KeyringError

from advisor_desk.domain.trouble import Unavailable
from advisor_desk.store.files import write_whole
from advisor_desk.store.sealing import KEY_BYTES

SERVICE = "advisor-desk"
FILE_NAME = "device.key"
IN_FILE = "file"
IN_KEY_STORE = "key_store"


def make_device_secret(folder: Path, home_id: str, *, in_file: bool) -> tuple[str, bytes]:
    """Make the secret of a new home and keep it; return where, and the secret."""
    secret = secrets.token_bytes(KEY_BYTES)
    if not in_file and _kept_by_system(home_id, secret):
        return IN_KEY_STORE, secret
    write_whole(folder / FILE_NAME, b64encode(secret) + b"\n")
    return IN_FILE, secret


def device_secret(folder: Path, home_id: str, where: str) -> bytes:
    """Return the secret of a home.

    Raises:
        Unavailable: ``DEVICE_SECRET_MISSING``; two recovery sheets open the records.
    """
    try:
        if where == IN_FILE:
            text = (folder / FILE_NAME).read_text("ascii")
        else:
            text = keyring.get_password(SERVICE, home_id) or ""
        secret = b64decode(text.strip(), validate=True)
    except (OSError, ValueError, KeyringError) as error:
        raise Unavailable("DEVICE_SECRET_MISSING") from error
    if len(secret) != KEY_BYTES:
        raise Unavailable("DEVICE_SECRET_MISSING")
    return secret


def forget_device_secret(home_id: str) -> None:
    """Take back the secret of a home that was not finished."""
    try:
        keyring.delete_password(SERVICE, home_id)
    except KeyringError:
        return


def _kept_by_system(home_id: str, secret: bytes) -> bool:
    text = b64encode(secret).decode()
    try:
        if keyring.get_keyring().priority < 1:  # plain files and the like
            return False
        keyring.set_password(SERVICE, home_id, text)
        return keyring.get_password(SERVICE, home_id) == text
    except KeyringError:
        return False
