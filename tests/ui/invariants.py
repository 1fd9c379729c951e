"""What must hold of the interviews after anything that anybody does to the window."""

import re

from PySide6.QtWidgets import QLabel
from tests.ui.window import Driven

from advisor_desk.domain import fold
from advisor_desk.domain.duties import unmet_duties
from advisor_desk.domain.events import Recorded
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.interview import Mark, Stage, State
from advisor_desk.domain.interview_events import InterviewEvent
from advisor_desk.domain.steps import STEPS, open_step

CODE = re.compile(r"[A-Z]+(_[A-Z]+)+")  # what the program calls a sentence, never shown itself
SEALED = (State.ready_to_sign, State.signing, State.signed)


class Watch:
    """Looks at the interview on the table after each event, at all of them in the end."""

    def __init__(self, desk: Driven) -> None:
        self._desk = desk
        self._checked: dict[str, int] = {}
        for interview in desk.waiting.interviews.values():
            self._checked[interview] = len(self._events(interview))

    def look(self) -> None:
        """Check what is on the table. While a long act is under way nothing reads the book."""
        _require_one_side(self._desk)
        if self._desk.window.tasks.busy or not self._desk.is_own_adviser:
            return
        opened = self._desk.place.interview
        state = str(self._desk.window.property("interviewState"))
        if opened is None:
            assert state == "", state
            return
        facts = self._check(opened.id)
        assert state == facts.state.value, (state, facts.state)

    def look_at_all(self) -> int:
        """Check every interview and the chain of the book; give how many were worked on."""
        services = self._desk.services
        worked_on = 0
        for row in services.listed():
            interview = str(row["interview"])
            before = self._checked.get(interview, 0)
            self._check(interview)
            worked_on += self._checked[interview] > before
        assert services._room.desk.book.verify(deep=True) == ()
        return worked_on

    def _events(self, interview: str) -> tuple[Recorded, ...]:
        book = self._desk.services._room.desk.book
        return tuple(book.events(fold.SUBJECT + interview))

    def _check(self, interview: str) -> Facts:
        events = self._events(interview)
        facts = fold.fold(events)
        assert facts is not None
        assert facts == self._desk.services.facts(interview), "what is shown is not what is kept"
        for at in range(self._checked.get(interview, 1), len(events)):
            _require_allowed(fold.fold(events[:at]), events[at].event)
        self._checked[interview] = len(events)
        _require_whole(facts)
        return facts


def _require_one_side(desk: Driven) -> None:
    """The client's screen, the lock and the desk never show together; no code stands for words."""
    covers = ("login", "shell", "client.screen", "lock.overlay", "return")
    shown = [name for name in covers if desk.find(name) is not None]
    assert len(shown) == 1, shown
    for label in desk.window.findChildren(QLabel):
        if label.isVisible():
            assert CODE.fullmatch(label.text()) is None, label.text()


def _require_allowed(before: Facts | None, event: object) -> None:
    """An act needs its open step, in a state in which it is possible."""
    assert before is not None
    assert isinstance(event, InterviewEvent)
    assert before.state in event.possible_in, (event.kind, before.state)
    now = open_step(before)
    if event.stage is not None and now is not None:
        assert not event.stage.is_after(now.stage), (event.kind, now.stage)


def _require_whole(facts: Facts) -> None:
    """Nothing is ready to be signed, or signed, with a duty unmet or a step before it open."""
    signed = facts.ceremony is not None and bool(facts.ceremony.signed)
    if facts.state not in SEALED and not signed:
        return
    assert unmet_duties(facts) == ()
    assert facts.chosen is not None
    assert not facts.chosen.decision.is_refused
    for step in STEPS:
        if Stage.signing.is_after(step.stage) and step.applies(facts):
            assert step.done(facts), step.missing(facts)
    if signed and facts.ceremony is not None:
        assert set(facts.ceremony.marks) == set(Mark)
