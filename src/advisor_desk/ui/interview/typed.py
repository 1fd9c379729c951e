"""Texts that were typed on a page and belong to no act yet: kept in the book as one draft.

A draft is read back letter by letter, whatever was typed: what an act would refuse is told by the
act, at its field, and not lost before.
"""

import json
import unicodedata
from collections.abc import Mapping

from advisor_desk.domain.text import LONGEST_NOTE
from advisor_desk.ui.interview.open_interview import OpenInterview

_PLAIN = ("L", "M", "N", "P", "S", "Zs")  # categories of characters that stand as they are


class Typed:
    """The fields of one small form, by name. Empty texts are not kept."""

    def __init__(self, interview: OpenInterview, name: str) -> None:
        self._interview = interview
        self._name = name

    def all(self) -> Mapping[str, str]:
        """Return every field that something was typed into."""
        draft = self._interview.draft(self._name)
        if not draft:
            return {}
        found = json.loads(draft)
        return {str(field): str(text) for field, text in found.items()}

    def of(self, field: str) -> str:
        """Return what was typed into a field."""
        return self.all().get(field, "")

    def keep(self, **fields: str) -> None:
        """Keep what was typed into some fields; the others stay as they are."""
        before = self.all()
        after = {field: text for field, text in {**before, **fields}.items() if text}
        if after != before:
            self._interview.keep_draft(self._name, _draft(after) if after else "")

    def forget(self) -> None:
        """Throw everything away: its act is done, or nobody wants it."""
        if self._interview.draft(self._name):
            self._interview.keep_draft(self._name, "")


def _draft(fields: dict[str, str]) -> str:
    """Return a draft of the fields; of what is too long for any act its beginning is kept."""
    draft = _escaped(json.dumps(fields, ensure_ascii=False))
    while len(draft) > LONGEST_NOTE:
        longest = max(fields, key=lambda field: len(fields[field]))
        fields = fields | {longest: fields[longest][: len(fields[longest]) // 2]}
        draft = _escaped(json.dumps(fields, ensure_ascii=False))
    return draft


def _escaped(text: str) -> str:
    return "".join(
        one if unicodedata.category(one).startswith(_PLAIN) else _escape(one) for one in text
    )


def _escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
