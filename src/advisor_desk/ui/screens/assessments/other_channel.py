"""Entering an assessment of another channel: what is typed, and what is wrong with it. No Qt."""

from collections.abc import Mapping
from typing import Protocol

from advisor_desk.domain.client import ClientId, OtherAssessmentEntered
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import Channel
from advisor_desk.domain.trouble import Trouble
from advisor_desk.packs.typed_days import day_as_typed
from advisor_desk.services.interviews import Interviews
from advisor_desk.ui.words import Wording

NOT_PASSED = "not_passed"
CHANNELS = (Channel.counter, Channel.phone, Channel.online, Channel.branch)
GRADES = (*(one.name for one in RiskTolerance), NOT_PASSED)
FIELDS = ("number", "taken", "channel", "questionnaire", "grade", "paper_seen", "reason")
MAY_BE_EMPTY = frozenset({"reason"})


class Kept(Protocol):
    """Where the fields are kept while they are typed: a draft of an interview, or a page."""

    def of(self, field: str) -> str:
        """Return what was typed into a field."""
        ...

    def keep(self, **fields: str) -> None:
        """Keep what was typed into some fields."""
        ...

    def forget(self) -> None:
        """Throw everything away."""
        ...


class KeptOnPage:
    """Fields that are kept as long as their page."""

    def __init__(self) -> None:
        self._fields: dict[str, str] = {}

    def of(self, field: str) -> str:
        """Return what was typed into a field."""
        return self._fields.get(field, "")

    def keep(self, **fields: str) -> None:
        """Keep what was typed into some fields."""
        self._fields |= fields

    def forget(self) -> None:
        """Throw everything away."""
        self._fields.clear()


class OtherChannel:
    """One assessment as its paper says it. The adviser saw the paper; it counts. Clause: S49."""

    def __init__(self, services: Interviews, client: ClientId, typed: Kept) -> None:
        self._services = services
        self._client = client
        self.typed = typed
        self._wrong: dict[str, str | Trouble] = {}

    def errors(self, words: Wording) -> Mapping[str, str]:
        """Return what is wrong, by field; under no name what belongs to none."""
        return {
            field: words.say(found) if isinstance(found, str) else _said(found, field, words)
            for field, found in self._wrong.items()
        }

    def enter(self) -> bool:
        """Enter it; say whether it was entered."""
        empty = [one for one in FIELDS if one not in MAY_BE_EMPTY and not self._text(one)]
        self._wrong = dict.fromkeys(empty, "OTHER_WRONG_EMPTY")
        taken = day_as_typed(self._text("taken"))
        if taken is None and "taken" not in self._wrong:
            self._wrong["taken"] = "OTHER_WRONG_DAY"
        if self._wrong or taken is None:
            return False
        grade = RiskTolerance.__members__.get(self._text("grade"))
        entered = OtherAssessmentEntered(
            number=self._text("number"),
            taken=taken,
            channel=Channel(self._text("channel")),
            questionnaire=self._text("questionnaire"),
            grade=grade,
            paper_seen=self._text("paper_seen"),
            reason=self._text("reason") or None,
        )
        try:
            self._services.clients.enter_other_assessment(self._client, entered)
        except Trouble as trouble:
            self._wrong = {trouble.facts.get("field", ""): trouble}
            return False
        self.forget()
        return True

    def forget(self) -> None:
        """Begin the form anew."""
        self.typed.forget()
        self._wrong = {}

    def _text(self, field: str) -> str:
        return self.typed.of(field).strip()


def _said(trouble: Trouble, field: str, words: Wording) -> str:
    named = words.label(f"OTHER_{field.upper()}") if field in FIELDS else ""
    return words.trouble(trouble, field=named)
