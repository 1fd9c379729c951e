"""Phrases that promise more than the terms do, ``resources/phrase_guard.toml``. Clause: S29.

A phrase that is denied (非保本, "not guaranteed") is let through: honest warnings must stay
writable. A phrase is found however it is dressed: 保 本, 保1本, full width, guaran-teed.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

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
    advice: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    phrase: tuple[PhraseRow, ...]


class _Guard(NamedTuple):
    """A phrase ``anywhere``; where it stands, the ``honest`` is taken out and the rest looked at.

    Few texts come near a phrase, and what is honest takes long to compile: ``re`` does it then.
    """

    anywhere: re.Pattern[str]
    honest: str
    phrase: str


class _Guards(NamedTuple):
    """Promises, which nobody writes, and advice, which only who may advise gives."""

    promises: tuple[_Guard, ...]
    advice: tuple[_Guard, ...]


def guarded_text(text: str, field: str, *, longest: int = LONGEST_NOTE, lines: bool = False) -> str:
    """Return ``text`` checked as ``checked_text`` does, free of promises.

    Raises:
        BadInput: ``PHRASE_NOT_ALLOWED``, naming phrase and field.
    """
    checked = checked_text(text, field, longest=longest, lines=lines)
    found = _found(checked, _patterns().promises)
    if found:
        raise BadInput("PHRASE_NOT_ALLOWED", clause="S29", field=field, phrase=found)
    return checked


def advice_free(text: str, field: str, *, longest: int) -> str:
    """Return ``text`` free of promises and of advice, as who may not advise writes it.

    Raises:
        BadInput: ``ADVICE_NOT_ALLOWED``, or as ``guarded_text``. Clause: S24.
    """
    checked = guarded_text(text, field, longest=longest)
    found = _found(checked, _patterns().advice)
    if found:
        raise BadInput("ADVICE_NOT_ALLOWED", clause="S24", field=field, phrase=found)
    return checked


def _found(text: str, guards: tuple[_Guard, ...]) -> str:
    """Return the first phrase that is not denied, as it was written; empty: none."""
    plain = _plain(text)
    near = (one for one in guards if one.anywhere.search(plain))
    places = (re.search(one.phrase, re.sub(one.honest, "#", plain)) for one in near)
    return next((place[0] for place in places if place), "")


@cache
def _patterns() -> _Guards:
    path = data_folder("resources") / "phrase_guard.toml"
    file = read_toml(read_bytes(path), PhraseFile, str(path))
    same = {one: f"[{group}]" for group in file.same.split() for one in group}

    def guards(rows: Iterable[PhraseRow]) -> tuple[_Guard, ...]:
        return tuple(
            _Guard(
                re.compile(_anywhere(row.say, same)),
                "|".join(_pattern(one, same) for one in _honest(file, row)),
                _pattern(row.say, same),
            )
            for row in rows
        )

    return _Guards(guards(file.phrase), guards(PhraseRow(say=one) for one in file.advice))


def _honest(file: PhraseFile, row: PhraseRow) -> tuple[str, ...]:
    """Return the longer forms in which a phrase is honest, the longest first."""
    denied = [
        *(f"{one} {row.say}" for one in file.before),
        *(f"{row.say} {one}" for one in file.after),
    ]
    return tuple(sorted((*row.honest, *denied), key=len, reverse=True))


def _pattern(phrase: str, same: Mapping[str, str]) -> str:
    """Return what finds a phrase: whole words and numbers, and Chinese characters anywhere."""
    found = _anywhere(phrase, same)
    start = "(?<![0-9a-z])" if phrase[0].isascii() else ""
    return f"{start}{found}(?![a-z])" if phrase.isascii() else f"{start}{found}"


def _anywhere(phrase: str, same: Mapping[str, str]) -> str:
    """Return what finds a phrase in the middle of a word, too."""
    words = [
        BETWEEN.join(same.get(one, re.escape(one)) for one in word)
        for word in _plain(phrase).split()
    ]
    return BETWEEN_WORDS.join(words)


def _plain(text: str) -> str:
    """Return the text as it is compared: small letters of common width, without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one))
