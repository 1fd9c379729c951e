"""Phrases that promise more than the terms do, ``resources/phrase_guard.toml``. Clause: S29.

A phrase that is denied (非保本, "not guaranteed") is let through: honest warnings must stay
writable. A phrase is found however it is dressed: 保 本, 保1本, full width, guaran-teed.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.text import LONGEST_NOTE, checked_text
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.reading import Strict, read_bytes, read_toml

# What is put between characters to hide a phrase. No comma and no full stop between Chinese ones:
# 擔保，本行 is no 保本.
BETWEEN = r"[\s\-_.·・•*|丨/\\~^'\"“”‘’「」『』()\[\]【】+=、0-9]{0,3}"
BETWEEN_WORDS = r"[\s\-_·]{0,3}"


class PhraseRow(Strict):
    """A phrase, and the longer forms in which it alone is honest."""

    say: str
    honest: tuple[str, ...] = ()


class PhraseFile(Strict):
    """The whole list, of all three languages; ``same``: characters that count as one.

    ``before`` and ``after`` deny any phrase they stand beside.
    """

    same: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    phrase: tuple[PhraseRow, ...]


def guarded_text(text: str, field: str, *, longest: int = LONGEST_NOTE, lines: bool = False) -> str:
    """Return ``text`` checked as ``checked_text`` does, free of promises.

    Raises:
        BadInput: ``PHRASE_NOT_ALLOWED``, naming phrase and field.
    """
    checked = checked_text(text, field, longest=longest, lines=lines)
    plain = _plain(checked)
    for honest, phrase in _patterns():
        found = phrase.search(honest.sub("#", plain))
        if found:
            raise BadInput("PHRASE_NOT_ALLOWED", clause="S29", field=field, phrase=found[0])
    return checked


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    path = data_folder("resources") / "phrase_guard.toml"
    file = read_toml(read_bytes(path), PhraseFile, str(path))
    same = {one: f"[{group}]" for group in file.same.split() for one in group}
    return tuple(
        (
            re.compile("|".join(_pattern(one, same) for one in _honest(file, row))),
            re.compile(_pattern(row.say, same)),
        )
        for row in file.phrase
    )


def _honest(file: PhraseFile, row: PhraseRow) -> tuple[str, ...]:
    """Return the longer forms in which a phrase is honest, the longest first."""
    denied = [
        *(f"{one} {row.say}" for one in file.before),
        *(f"{row.say} {one}" for one in file.after),
    ]
    return tuple(sorted((*row.honest, *denied), key=len, reverse=True))


def _pattern(phrase: str, same: Mapping[str, str]) -> str:
    """Return what finds a phrase: whole words and numbers, and Chinese characters anywhere."""
    words = [
        BETWEEN.join(same.get(one, re.escape(one)) for one in word)
        for word in _plain(phrase).split()
    ]
    found = BETWEEN_WORDS.join(words)
    start = "(?<![0-9a-z])" if phrase[0].isascii() else ""
    return f"{start}{found}(?![a-z])" if phrase.isascii() else f"{start}{found}"


def _plain(text: str) -> str:
    """Return the text as it is compared: small letters of common width, without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one))
