"""Phrases that promise more than the terms do, ``resources/phrase_guard.toml``. Clause: S29.

A phrase inside one of its honest forms (非保本, "not guaranteed") is let through: honest warnings
must stay writable.
"""

import re
from functools import cache

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.text import LONGEST_NOTE, checked_text
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.reading import Strict, read_bytes, read_toml


class PhraseRow(Strict):
    """A phrase, and the longer forms in which it is honest."""

    say: str
    honest: tuple[str, ...] = ()


class PhraseFile(Strict):
    """The whole list, of all three languages."""

    phrase: tuple[PhraseRow, ...]


def guarded_text(text: str, field: str, *, longest: int = LONGEST_NOTE, lines: bool = False) -> str:
    """Return ``text`` checked as ``checked_text`` does, free of promises.

    Raises:
        BadInput: ``PHRASE_NOT_ALLOWED``, naming phrase and field.
    """
    checked = checked_text(text, field, longest=longest, lines=lines)
    seen = _plain(checked)
    for row in _phrases():
        for honest in sorted(row.honest, key=len, reverse=True):
            seen = seen.replace(_plain(honest), "|")
        if _plain(row.say) in seen:
            raise BadInput("PHRASE_NOT_ALLOWED", clause="S29", field=field, phrase=row.say)
    return checked


@cache
def _phrases() -> tuple[PhraseRow, ...]:
    path = data_folder("resources") / "phrase_guard.toml"
    return read_toml(read_bytes(path), PhraseFile, str(path)).phrase


def _plain(text: str) -> str:
    """Return the text as it is compared: small letters, without spaces and hyphens."""
    return re.sub(r"[\s\-\u3000]+", "", text.casefold())
