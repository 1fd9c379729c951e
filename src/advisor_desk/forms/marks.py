"""What ties a file to this home although it is not one of its forms any more.

A form number standing in this home's register, or a certificate its root issued, wherever they can
be read: in the bytes, in compressed streams (limited, so that a bomb stays small), and, as the last
resort, in the text of its pages. A number that only looks like one of ours proves nothing: another
home may share branch and station. This tells *altered* from *unknown*, never makes a form genuine.
"""

import re
import zlib
from collections.abc import Callable, Iterator
from enum import Enum

import pypdfium2
from cryptography import x509

from advisor_desk.forms.library_check import can_be_unpacked
from advisor_desk.forms.pdfium_lock import PDFIUM

LARGEST_UNPACKED = 64 * 1024 * 1024
_MOST_STREAMS = 5_000
_MOST_PAGES = 20
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_NUMBER_TAIL = re.compile(rb"-\d{4}-\d{2}-\d{5}(?!\d)")
_SERIES = re.compile(rb"[0-9A-Za-z-]+\Z")
_LONGEST_SERIES = 40


class Mark(Enum):
    """How a file shows that it was, or pretends to be, a form of this home."""

    number = "NUMBER_OF_THIS_HOME"
    certificate = "SIGNATURE_OF_THIS_HOME"


def marks(
    content: bytes, is_number: Callable[[str], bool], root: x509.Certificate
) -> tuple[tuple[Mark, ...], str | None]:
    """Return the marks found, and the first form number of this home."""
    has_certificate = _bears_certificate(content, root)
    number = next(filter(is_number, _numbers(content)), None)
    found = [Mark.number] if number else []
    found += [Mark.certificate] if has_certificate else []
    return tuple(found), number


def _bears_certificate(content: bytes, root: x509.Certificate) -> bool:
    """Look for the root's key identifier, which each certificate it issued names as its issuer."""
    identifier = root.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value.digest
    spelled = identifier.hex().encode("ascii")
    return any(spelling in content for spelling in (identifier, spelled, spelled.upper()))


def _numbers(content: bytes) -> Iterator[str]:
    seen: set[str] = set()
    for source in (_in_bytes, _in_text):
        for number in source(content):
            if number not in seen:
                seen.add(number)
                yield number


def _in_bytes(content: bytes) -> Iterator[str]:
    for part in (content, *_unpacked(content)):
        yield from _spelled(part)


def _spelled(part: bytes) -> Iterator[str]:
    """Look for the rare tail of a number first, so that no file makes the search slow."""
    for tail in _NUMBER_TAIL.finditer(part):
        series = _SERIES.search(part[max(0, tail.start() - _LONGEST_SERIES) : tail.start()])
        if series:
            yield (series.group() + tail.group()).decode("ascii")


def _unpacked(content: bytes) -> Iterator[bytes]:
    """Unpack one stream after the other, each byte once, up to a limit for all together."""
    left, at = LARGEST_UNPACKED, 0
    view = memoryview(content)
    for _ in range(_MOST_STREAMS):
        start = _STREAM.search(content, at)
        at = content.find(b"endstream", start.end()) if start else -1
        if start is None or at < 0 or left <= 0:
            return
        try:
            part = zlib.decompressobj().decompress(view[start.end() : at], left)
        except zlib.error:
            continue
        left -= len(part)
        yield part


def _in_text(content: bytes) -> Iterator[str]:
    """Read the pages with pdfium, unless unpacking shows that they could fill the memory."""
    if not content.startswith(b"%PDF-") or not can_be_unpacked(content):
        return
    with PDFIUM:
        found = tuple(_on_pages(content))
    yield from found


def _on_pages(content: bytes) -> Iterator[str]:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return
    try:
        for place in range(min(len(document), _MOST_PAGES)):
            text = document[place].get_textpage().get_text_bounded()
            yield from _spelled(text.encode("ascii", "replace"))
    except pypdfium2.PdfiumError:
        return
    finally:
        document.close()
