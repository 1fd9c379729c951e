"""The register of signed forms, ``forms/register.jsonl``: a chain of lines, one a form.

Each line carries the digest of the line before. It is plain and names nobody, so that a paper can
be checked without opening anybody's book, also while the desktop is open: readers take no lock.
The books are the truth behind it; what a power cut kept out of the register is put in again from
them (``reconcile``). A last line without its line end was never acknowledged: readers pass over
it, the next writer cuts it off.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import NoneType

from advisor_desk.domain.trouble import Tampered, Unavailable

VOID = "VOID"
_FIRST = "0" * 64
_SPELLING = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_TEXTS = {"number": str, "form": str, "sha256": str}
# Bytes: many times the longest line, which is under a thousand.
_TAIL = 65_536


@dataclass(frozen=True, slots=True)
class RegisteredForm:
    """A signed form by the digest of its bytes.

    ``superseded_by`` is the number that stands in its place, ``VOID`` where none does, or None
    while it counts. The line that says so comes later and repeats number, form and digest.
    """

    number: str
    form: str
    sha256: str
    superseded_by: str | None = None


class Register:
    """One register file; it need not exist yet. Reading sees what other processes append."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[int, ...] | None = None
        self._whole = 0
        self._entries: list[RegisteredForm] = []
        self._latest: dict[str, RegisteredForm] = {}
        self._numbers: set[str] = set()
        self._digest = _FIRST

    def entries(self) -> tuple[RegisteredForm, ...]:
        """Return every line in order.

        Raises:
            Tampered: ``REGISTER_BROKEN``, naming the first line that does not follow.
            Unavailable: ``REGISTER_UNREADABLE``.
        """
        self._refresh()
        return tuple(self._entries)

    def find(self, sha256: str) -> RegisteredForm | None:
        """Return the newest line about a digest; raises as ``entries`` does."""
        self._refresh()
        return self._latest.get(sha256)

    def known_number(self, number: str) -> bool:
        """Say whether a form number stands in the register, exactly as it is.

        Another home may share the branch and the station, so their start says nothing.
        """
        self._refresh()
        return number in self._numbers

    def holds(self, digests: Iterable[str], *, void: Iterable[str] = ()) -> bool:
        """Say whether a line about each digest stands in the register, every line following.

        Of those in ``void``, whether a line says that they are.

        The lines are not read one by one, so it is many times quicker than ``entries``.

        Raises:
            Tampered, Unavailable: as ``entries`` does.
        """
        try:
            content = self._path.read_bytes() if self._path.exists() else b""
        except OSError as error:
            cause = error.strerror or ""
            raise Unavailable("REGISTER_UNREADABLE", file=self._path, cause=cause) from error
        whole = content[: content.rfind(b"\n") + 1]
        digest = _FIRST
        for place, line in enumerate(whole.split(b"\n")[:-1], start=1):
            if f'"prev":"{digest}"'.encode() not in line:
                raise Tampered("REGISTER_BROKEN", file=self._path, line=place)
            digest = hashlib.sha256(line).hexdigest()
        wanted = [f'"sha256":"{one}"' for one in digests]
        wanted += [f'"sha256":"{one}","superseded_by":"{VOID}"' for one in void]
        return all(one.encode() in whole for one in wanted)

    def append(
        self, number: str, form: str, sha256: str, superseded_by: str | None = None
    ) -> RegisteredForm:
        """Add a line and return when it is on the disk; raises as ``entries`` does."""
        return self._write([RegisteredForm(number, form, sha256, superseded_by)])[0]

    def extend(self, entries: Iterable[RegisteredForm]) -> None:
        """Add lines, one after the other and synced together; raises as ``entries`` does."""
        self._write(list(entries))

    def reconcile(self, entries: Iterable[RegisteredForm]) -> int:
        """Add those of ``entries`` that are missing, in their order; return how many.

        Doing it again adds nothing. A form known as superseded is never made to count again.
        """
        self._refresh()
        present = set(self._entries)
        superseded = {entry.sha256 for entry in self._entries if entry.superseded_by}
        missing: list[RegisteredForm] = []
        for entry in entries:
            is_settled = entry.superseded_by is None and entry.sha256 in superseded
            if entry not in present and not is_settled:
                missing.append(entry)
                present.add(entry)
        if missing:
            self._write(missing)
        return len(missing)

    def _write(self, entries: list[RegisteredForm]) -> list[RegisteredForm]:
        was_read = self._seen is not None and self._seen == self._stamp()
        text = b""
        try:
            whole, digest = (self._whole, self._digest) if was_read else self._tail()
            for entry in entries:
                line = _text(entry, digest)
                digest = hashlib.sha256(line).hexdigest()
                text += line + b"\n"
            _append(self._path, whole, text)
        except OSError as error:
            cause = error.strerror or ""
            raise Unavailable("REGISTER_UNWRITABLE", file=self._path, cause=cause) from error
        if was_read:
            self._accept(entries, whole + len(text), digest)
            self._seen = self._stamp()
        return entries

    def _tail(self) -> tuple[int, str]:
        """Return where the whole lines end, and the digest of the last one.

        Only the end is read, so that signing takes as long in the tenth year as on the first day;
        the lines before were checked when the book was opened.
        """
        if not self._path.exists():
            return 0, _FIRST
        with self._path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            start = file.seek(max(0, size - _TAIL))
            end = file.read()
        whole = end.rfind(b"\n") + 1
        lines = end[:whole].split(b"\n")[:-1]
        if start > 0:
            lines = lines[1:]  # the first may have begun before what was read
        before = hashlib.sha256(lines[-2]).hexdigest() if len(lines) > 1 else _FIRST
        if start > 0 and len(lines) < 2:  # noqa: PLR2004 - no line of ours is that long
            raise Tampered("REGISTER_BROKEN", file=self._path, line=0)
        return start + whole, self._digest_after(lines, before)

    def _digest_after(self, lines: list[bytes], before: str) -> str:
        if not lines:
            return _FIRST
        try:
            _read_line(lines[-1], before)
        except (ValueError, RecursionError) as error:
            raise Tampered("REGISTER_BROKEN", file=self._path, line=len(lines)) from error
        return hashlib.sha256(lines[-1]).hexdigest()

    def _refresh(self) -> None:
        """Read again if the file is not the one read last."""
        try:
            seen = self._stamp()
            if seen == self._seen:
                return
            content = self._path.read_bytes() if seen else b""
        except OSError as error:
            cause = error.strerror or ""
            raise Unavailable("REGISTER_UNREADABLE", file=self._path, cause=cause) from error
        whole = content[: content.rfind(b"\n") + 1]
        self._entries, self._latest, self._numbers = [], {}, set()
        lines = whole.split(b"\n")[:-1]
        digest = hashlib.sha256(lines[-1]).hexdigest() if lines else _FIRST
        self._accept(list(self._checked(lines)), len(whole), digest)
        self._seen = seen

    def _stamp(self) -> tuple[int, ...]:
        """Return what tells one state of the file from another; empty while there is none."""
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return ()
        return (found.st_ino, found.st_size, found.st_mtime_ns)

    def _accept(self, entries: list[RegisteredForm], whole: int, digest: str) -> None:
        self._entries += entries
        self._latest |= {entry.sha256: entry for entry in entries}
        self._numbers |= {entry.number for entry in entries}
        self._whole, self._digest = whole, digest

    def _checked(self, lines: list[bytes]) -> Iterator[RegisteredForm]:
        digest = _FIRST
        for place, text in enumerate(lines, start=1):
            try:
                entry = _read_line(text, digest)
            except (ValueError, RecursionError) as error:
                raise Tampered("REGISTER_BROKEN", file=self._path, line=place) from error
            digest = hashlib.sha256(text).hexdigest()
            yield entry


def _text(entry: RegisteredForm, before: str) -> bytes:
    line = {
        "number": entry.number,
        "form": entry.form,
        "sha256": entry.sha256,
        "superseded_by": entry.superseded_by,
        "prev": before,
    }
    return _SPELLING.encode(line).encode("utf-8")


def _read_line(text: bytes, before: str) -> RegisteredForm:
    """Return a line's entry; the line must be spelled as we spell it and follow ``before``."""
    line = json.loads(text)
    if not isinstance(line, dict):
        raise ValueError(text)  # noqa: TRY004 - a line's content, not a mistake of the program
    line.pop("prev", None)
    kinds = {name: type(value) for name, value in line.items()}
    superseded = kinds.pop("superseded_by", None)
    if kinds != _TEXTS or superseded not in {str, NoneType}:
        raise ValueError(text)
    entry = RegisteredForm(**line)
    if _text(entry, before) != text:
        raise ValueError(text)
    return entry


def _append(path: Path, whole: int, text: bytes) -> None:
    """Put ``text`` after the first ``whole`` bytes, in place of a torn rest, and sync it."""
    is_new = not path.exists()
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        os.ftruncate(descriptor, whole)
        os.lseek(descriptor, 0, os.SEEK_END)
        rest = memoryview(text)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    if is_new:
        _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # other systems cannot open a folder, and need not
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
