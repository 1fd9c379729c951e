"""What columns and their words are called in other systems, ``resources/columns.toml``.

A heading is known when it is one of the words, or holds one: of several, the longest counts.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.packs.reading import Strict, read_bytes, read_toml

Names = Mapping[str, tuple[str, ...]]
_SHORTEST = 5  # of a word in Latin letters that is looked for inside a longer heading
_SIGNS = re.compile(r"[\W_]+")


class ColumnsFile(Strict):
    """Fields of a list and the words of their columns; values and the words they are given in."""

    client: dict[str, tuple[str, ...]]
    document: dict[str, tuple[str, ...]]
    language: dict[str, tuple[str, ...]]
    holding: dict[str, tuple[str, ...]]
    currency: dict[str, tuple[str, ...]]
    risk: dict[str, tuple[str, ...]]
    asset_class: dict[str, tuple[str, ...]]


@cache
def known_columns() -> ColumnsFile:
    """Return the file."""
    path = data_folder("resources") / "columns.toml"
    return read_toml(read_bytes(path), ColumnsFile, str(path))


def meant(text: str, names: Names) -> str | None:
    """Return the key one of whose names the text is; None: nobody can say."""
    wanted = _plain(text)
    found = (key for key, words in names.items() if wanted in map(_plain, words))
    return next(found, None) if wanted else None


def columns_by_name(header: Sequence[str], names: Names) -> dict[str, int]:
    """Return the column of each field that a heading speaks of; no column is given twice."""
    found: dict[str, int] = {}
    for _, field, place in sorted(_likenesses(header, names)):
        if field not in found and place not in found.values():
            found[field] = place
    return found


def _likenesses(header: Sequence[str], names: Names) -> list[tuple[int, str, int]]:
    """Return how well each heading speaks of each field, the best with the lowest number."""
    made = []
    for place, heading in enumerate(map(_plain, header)):
        for field, words in names.items():
            for word in map(_plain, words):
                if word == heading:
                    made.append((-1_000, field, place))
                elif word in heading and not (word.isascii() and len(word) < _SHORTEST):
                    made.append((-len(word), field, place))
    return made


def _plain(text: str) -> str:
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text).casefold())
