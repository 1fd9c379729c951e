"""Papers kept in a book, under their digest: only added, read back with the digest checked."""

import hashlib

from sqlalchemy import Connection, select

from advisor_desk.domain.trouble import Tampered, Unavailable
from advisor_desk.store.tables import document_table
from advisor_desk.store.writing import insert_document

_CONTENT = select(document_table.c.content)


def add(connection: Connection, sha256: str, content: bytes) -> bool:
    """Keep a paper; say whether it is new. The same bytes are kept once."""
    known = select(document_table.c.sha256).where(document_table.c.sha256 == sha256)
    if connection.execute(known).one_or_none() is not None:
        return False
    insert_document(connection, sha256, content)
    return True


def read(connection: Connection, sha256: str) -> bytes:
    """Return a paper's bytes.

    Raises:
        Unavailable: ``DOCUMENT_MISSING``. Tampered: ``DOCUMENT_ALTERED``.
    """
    found = connection.execute(_CONTENT.where(document_table.c.sha256 == sha256)).one_or_none()
    if found is None:
        raise Unavailable("DOCUMENT_MISSING", place=sha256)
    content = bytes(found[0])
    if hashlib.sha256(content).hexdigest() != sha256:
        raise Tampered("DOCUMENT_ALTERED", place=sha256)
    return content
