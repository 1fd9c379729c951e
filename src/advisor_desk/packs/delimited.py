"""Reading a list out of another system: rows of cells between commas, semicolons or tabs.

The first line names the columns. A row that cannot be read is handed on with what is wrong with
it, and reading goes on at the next line, so that one look shows every mistake of a file. Only
what concerns the whole file is refused at once.
"""

import csv
import hashlib
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from advisor_desk.domain.text import half_wide
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.reading import read_bytes, shown

LARGEST_LIST = 4 * 1024 * 1024
MOST_ROWS = 2_000
DELIMITERS = (",", ";", "\t")
UTF_8, GB18030 = "UTF-8", "GB18030"
_BOM = b"\xef\xbb\xbf"
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # .xlsx and .ods; .xls
_SEPARATOR = re.compile(r"sep=([,;\t])\s*", re.IGNORECASE)  # a spreadsheet's own first line
_IS_DATA = re.compile(r"[-+.,/:¥$ \dxX]*\d{4}[-+.,/:¥$ \dxX]*", re.ASCII)
_GUARDED = re.compile(r'="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Row:
    """A row and the line it begins on, from 1; ``wrong``: why its cells cannot be used."""

    line: int
    cells: tuple[str, ...]
    wrong: BadInput | None = None


@dataclass(frozen=True, slots=True)
class Delimited:
    """A file as it was read: ``file`` is its name alone, ``sha256`` the digest of its bytes."""

    file: str
    sha256: str
    encoding: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]

    def header_digest(self) -> str:
        """Return what files of the same columns have in common."""
        return hashlib.sha256("\n".join(map(half_wide, self.header)).encode()).hexdigest()


def read_delimited(path: Path) -> Delimited:
    """Return the rows of a file.

    Raises:
        Unavailable: ``FILE_UNREADABLE``. BadInput: as ``delimited``, or ``FILE_TOO_LARGE``.
    """
    return delimited(read_bytes(path, LARGEST_LIST), shown(path.name))


def delimited(content: bytes, file: str) -> Delimited:
    """Return the rows of a file's bytes; rows without a word in them are left out.

    Raises:
        BadInput: ``LIST_EMPTY``, ``LIST_IS_WORKBOOK``, ``LIST_ENCODING``, ``LIST_DAMAGED``,
            ``LIST_WITHOUT_HEADER``, ``LIST_ONE_COLUMN`` or ``LIST_TOO_LONG``.
    """
    text, encoding = _decoded(content, file)
    lines = list(io.StringIO(text, newline=""))
    first, separator = _first_line(lines)
    if first == len(lines):
        raise BadInput("LIST_EMPTY", file=file)
    filled = sum(bool(line.strip()) for line in lines[first + 1 :])
    if filled > MOST_ROWS:
        raise BadInput("LIST_TOO_LONG", file=file, rows=filled, most=MOST_ROWS)
    separator = separator or max(DELIMITERS, key=lambda one: len(_header(lines[first], one)))
    header = _header(lines[first], separator)
    _check_header(header, file, first + 1)
    rows = tuple(_rows(lines, first + 1, separator, len(header)))
    if not rows:
        raise BadInput("LIST_EMPTY", file=file)
    return Delimited(file, hashlib.sha256(content).hexdigest(), encoding, header, rows)


def plain_cell(text: str) -> str:
    """Return a cell without what a spreadsheet adds to keep a number whole: ``="0417"``, ``'``."""
    stripped = text.strip()
    guarded = _GUARDED.fullmatch(stripped)
    return guarded[1].strip() if guarded else stripped.removeprefix("'").strip()


def _decoded(content: bytes, file: str) -> tuple[str, str]:
    if content.startswith(_WORKBOOKS):
        raise BadInput("LIST_IS_WORKBOOK", file=file)
    if content.startswith(_WIDE_BOMS) or b"\0" in content:
        raise BadInput("LIST_ENCODING", file=file)
    try:
        return content.decode("utf-8-sig"), UTF_8
    except UnicodeDecodeError as error:
        if content.startswith(_BOM) or _is_damaged_utf_8(content):
            line = content[: error.start].count(b"\n") + 1
            raise BadInput("LIST_DAMAGED", file=file, line=line) from error
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError as error:
        raise BadInput("LIST_ENCODING", file=file) from error
    if any("\ue000" <= character <= "\uf8ff" for character in text):
        raise BadInput("LIST_ENCODING", file=file)  # Big5 and others read by the wrong table
    return text, GB18030


def _is_damaged_utf_8(content: bytes) -> bool:
    """Say whether most of what is not ASCII is UTF-8 all the same: nobody wrote it otherwise."""
    read = content.decode("utf-8", "replace")
    broken = read.count("\ufffd")
    return sum(character >= "\u0800" for character in read) - broken > broken


def _first_line(lines: Sequence[str]) -> tuple[int, str]:
    """Return where the header stands, and the separator if a line before it names one."""
    separator = ""
    for at, line in enumerate(lines):
        named = _SEPARATOR.fullmatch(line)
        if named and not separator:
            separator = named[1]
        elif line.strip():
            return at, separator
    return len(lines), separator


def _header(line: str, separator: str) -> tuple[str, ...]:
    try:
        (cells,) = csv.reader([line], delimiter=separator, strict=True)
    except (csv.Error, ValueError):
        return ()
    return tuple(cell.strip() for cell in cells)


def _check_header(header: tuple[str, ...], file: str, line: int) -> None:
    if not header:
        raise BadInput("LIST_DAMAGED", file=file, line=line)
    if len(header) < 2:  # noqa: PLR2004 - one column is no list of anybody
        raise BadInput("LIST_ONE_COLUMN", file=file)
    if any(_IS_DATA.fullmatch(plain_cell(half_wide(cell))) for cell in header):
        raise BadInput("LIST_WITHOUT_HEADER", file=file)


def _rows(lines: Sequence[str], first: int, separator: str, columns: int) -> Iterator[Row]:
    at = first
    while at < len(lines):
        cells, after = _record(lines, at, separator)
        fits = cells is not None and len(cells) == columns
        if cells is None or (not fits and after > at + 1):  # a mark never closed swallows lines
            yield Row(at + 1, (lines[at].strip(),), BadInput("ROW_QUOTES"))
            after = at + 1
        elif any(cell.strip() for cell in cells):
            wrong = BadInput("ROW_CELLS", found=len(cells), expected=columns)
            yield Row(at + 1, cells, None if fits else wrong)
        at = after


def _record(lines: Sequence[str], at: int, separator: str) -> tuple[tuple[str, ...] | None, int]:
    """Return the cells of the row that begins at a line, and where the next may begin."""
    rest = (lines[place] for place in range(at, len(lines)))
    reader = csv.reader(rest, delimiter=separator, strict=True)
    try:
        cells = tuple(next(reader))
    except csv.Error:
        return None, at + 1
    return cells, at + reader.line_num
