"""Phrases that promise more than the terms do, ``resources/phrase_guard.toml``. Clause: S29.

A phrase inside one of its honest forms (非保本, "not guaranteed") is let through: honest warnings
must stay writable. A phrase is found however it is dressed: 保 本, full width, guaran-teed.
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
BETWEEN = r"[\s\-_.·・•*|/\\~^'\"“”‘’「」『』()\[\]【】+=]{0,3}"
BETWEEN_WORDS = r"[\s\-_·]{0,3}"


class PhraseRow(Strict):
    """A phrase, and the longer forms in which it is honest."""

    say: str
    honest: tuple[str, ...] = ()


class PhraseFile(Strict):
    """The whole list, of all three languages; ``same``: pairs of characters that count as one."""

    same: str
    phrase: tuple[PhraseRow, ...]


def guarded_text(text: str, field: str, *, longest: int = LONGEST_NOTE, lines: bool = False) -> str:
    """Return ``text`` checked as ``checked_text`` does, free of promises.

    Raises:
        BadInput: ``PHRASE_NOT_ALLOWED``, naming phrase and field.
    """
    checked = checked_text(text, field, longest=longest, lines=lines)
    for honest, phrase in _patterns():
        found = phrase.search(honest.sub("|", _plain(checked)) if honest else _plain(checked))
        if found:
            raise BadInput("PHRASE_NOT_ALLOWED", clause="S29", field=field, phrase=found[0])
    return checked


@cache
def _patterns() -> tuple[tuple[re.Pattern[str] | None, re.Pattern[str]], ...]:
    path = data_folder("resources") / "phrase_guard.toml"
    file = read_toml(read_bytes(path), PhraseFile, str(path))
    same = {one: f"[{pair}]" for pair in file.same.split() for one in pair}
    return tuple(
        (
            re.compile("|".join(_pattern(one, same) for one in _longest_first(row)))
            if row.honest
            else None,
            re.compile(_pattern(row.say, same)),
        )
        for row in file.phrase
    )


def _longest_first(row: PhraseRow) -> tuple[str, ...]:
    return tuple(sorted(row.honest, key=len, reverse=True))


def _pattern(phrase: str, same: Mapping[str, str]) -> str:
    """Return what finds a phrase: whole Latin words, and Chinese characters anywhere."""
    words = [
        BETWEEN.join(same.get(one, re.escape(one)) for one in word)
        for word in _plain(phrase).split()
    ]
    found = BETWEEN_WORDS.join(words)
    return rf"(?<![a-z]){found}(?![a-z])" if phrase.isascii() else found


def _plain(text: str) -> str:
    """Return the text as it is compared: small letters of common width, without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one))
