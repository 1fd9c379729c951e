"""Copies of papers kept in the book: a scan or a photograph, taken only where it can be read.

The book keeps the bytes, enciphered like everything in it. What a file is says its content, never
its name. Clause: S45.
"""

import struct
import zlib

from advisor_desk.domain.trouble import BadInput
from advisor_desk.forms.page_pictures import page_count

LARGEST_COPY = 8_000_000  # bytes; a page photographed by a telephone is a third of it
MOST_PAGES = 20
_PDF, _PNG, _JPEG = b"%PDF-", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_JPEG_END, _PICTURE_BEGINS = b"\xff\xd9", 0xDA
_WITHOUT_LENGTH = range(0xD0, 0xD9)


def checked_copy(content: bytes) -> bytes:
    """Return a copy that can be read again: a PDF, a JPEG or a PNG.

    Raises:
        BadInput: ``COPY_EMPTY``, ``COPY_TOO_LARGE``, ``COPY_KIND_UNKNOWN``, ``COPY_DAMAGED``.
    """
    if not content:
        raise BadInput("COPY_EMPTY", clause="S45", field="copy")
    if len(content) > LARGEST_COPY:
        most = LARGEST_COPY // 1_000_000
        raise BadInput("COPY_TOO_LARGE", clause="S45", field="copy", most=most)
    readers = {_PDF: _is_whole_pdf, _PNG: _is_whole_png, _JPEG: _is_whole_jpeg}
    is_whole = next((read for start, read in readers.items() if content.startswith(start)), None)
    if is_whole is None:
        raise BadInput("COPY_KIND_UNKNOWN", clause="S45", field="copy")
    if not is_whole(content):
        raise BadInput("COPY_DAMAGED", clause="S45", field="copy")
    return content


def _is_whole_pdf(content: bytes) -> bool:
    return 0 < page_count(content) <= MOST_PAGES


def _is_whole_png(content: bytes) -> bool:
    """Say whether every chunk has its check sum, up to the one that ends the picture."""
    at = len(_PNG)
    while at + 12 <= len(content):
        (length,) = struct.unpack_from(">I", content, at)
        end = at + 8 + length
        if end + 4 > len(content):
            return False
        kind_and_data = content[at + 4 : end]
        if struct.unpack_from(">I", content, end) != (zlib.crc32(kind_and_data),):
            return False
        if kind_and_data[:4] == b"IEND":
            return True
        at = end + 4
    return False


def _is_whole_jpeg(content: bytes) -> bool:
    """Say whether the parts before the picture are complete, and the picture has its end."""
    at = 2
    while at + 4 <= len(content) and content[at] == _JPEG[2]:
        marker = content[at + 1]
        if marker == _PICTURE_BEGINS:
            return _JPEG_END in content[at:]
        (length,) = struct.unpack_from(">H", content, at + 2)
        at += 2 if marker in _WITHOUT_LENGTH or marker == _JPEG[2] else 2 + length
    return False
