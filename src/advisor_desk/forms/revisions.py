"""The revisions of a signed form, read from its raw bytes without any PDF parser.

A form of ours is the reportlab file, one revision with the station's seal, and one revision a
signature; nothing follows. Every byte is signed except the last ``/Contents`` value, and that one
is held to the only spelling we write. A parser can be led elsewhere by cross-references; what it
finds is compared with what is found here.
"""

import hashlib
import re
from dataclasses import dataclass

_BYTE_RANGE = re.compile(rb"/ByteRange \[0 ([1-9]\d{0,9}) ([1-9]\d{0,9}) ([1-9]\d{0,9})\]")
_ANY_BYTE_RANGE = re.compile(rb"/ByteRange")
_CONTENTS = re.compile(rb"<((?:[0-9A-F]{2})+)>")
_END = b"%%EOF\n"
_CERTIFIES = re.compile(rb"/TransformMethod /DocMDP")
_MOST_SIGNATURES = 40


class NotOurRevisions(Exception):  # noqa: N818 - a finding about the file, not an error of ours
    """The bytes are not laid out as we lay them out; ``cause`` is a code of the verification."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause


@dataclass(frozen=True, slots=True)
class Seal:
    """One signature: its container (DER), what it signs, and where it stands."""

    byte_range: tuple[int, int, int, int]
    container: bytes
    digest: bytes


def seals(content: bytes) -> tuple[Seal, ...]:
    """Return the signatures in their order.

    Raises:
        NotOurRevisions: ``SIGNATURE_MISSING``, ``ADDED_AFTER_SIGNING``, ``BYTES_MISSING`` or
            ``LAYOUT_NOT_OURS``.
    """
    found = [tuple(map(int, match.groups())) for match in _BYTE_RANGE.finditer(content)]
    if not found:
        raise NotOurRevisions("SIGNATURE_MISSING")
    if len(found) != len(_ANY_BYTE_RANGE.findall(content)) or len(found) > _MOST_SIGNATURES:
        raise NotOurRevisions("LAYOUT_NOT_OURS")
    _check_order(content, found)
    if len(_CERTIFIES.findall(content)) != 1 or not _CERTIFIES.search(content, 0, _end(found[0])):
        raise NotOurRevisions("LAYOUT_NOT_OURS")
    return tuple(_seal(content, *one) for one in found)


def _end(found: tuple[int, ...]) -> int:
    return found[1] + found[2]


def _check_order(content: bytes, found: list[tuple[int, ...]]) -> None:
    end = _end(found[-1])
    if end != len(content):
        raise NotOurRevisions("ADDED_AFTER_SIGNING" if end < len(content) else "BYTES_MISSING")
    before = 0
    for one in found:
        in_order = before < one[0] < one[1] < _end(one) <= len(content)
        if not in_order or content[_end(one) - len(_END) : _end(one)] != _END:
            raise NotOurRevisions("LAYOUT_NOT_OURS")
        # The first end covers two revisions: the form as laid out, and the seal.
        if content.count(b"startxref", before, _end(one)) != (1 if before else 2):
            raise NotOurRevisions("LAYOUT_NOT_OURS")
        before = _end(one)


def _seal(content: bytes, gap: int, rest: int, length: int) -> Seal:
    written = _CONTENTS.fullmatch(content, gap, rest)
    if written is None:
        raise NotOurRevisions("LAYOUT_NOT_OURS")
    value = bytes.fromhex(written.group(1).decode("ascii"))
    container = value[: _der_length(value)]
    if any(value[len(container) :]):
        raise NotOurRevisions("LAYOUT_NOT_OURS")
    digest = hashlib.sha256(memoryview(content)[:gap])
    digest.update(memoryview(content)[rest : rest + length])
    return Seal((0, gap, rest, length), container, digest.digest())


def _der_length(value: bytes) -> int:
    """Return how long the one DER value at the start is; our containers take two length bytes."""
    if value[:2] != b"\x30\x82":
        raise NotOurRevisions("LAYOUT_NOT_OURS")
    return 4 + int.from_bytes(value[2:4], "big")
