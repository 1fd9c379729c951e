"""What must hold of the interviews after anything that anybody does to the window."""

import re
from collections import Counter

from PySide6.QtWidgets import QLabel
from tests.services.procedure import broken_rules
from tests.ui.window import Driven

from advisor_desk.domain import fold
from advisor_desk.domain.duties import unmet_duties
from advisor_desk.domain.events import Recorded
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.interview import Stage, State
from advisor_desk.domain.interview_events import InterviewEvent
from advisor_desk.domain.steps import STEPS, marks_needed, open_step
from advisor_desk.store.ledger import Ledger

CODE = re.compile(r"[A-Z]+(_[A-Z]+)+")  # what the program calls a sentence, never shown itself
SEALED = (State.ready_to_sign, State.signing, State.signed)


class Watch:
    """Looks at the interview on the table after each event, at all of them in the end."""

    def __init__(self, desk: Driven) -> None:
        self._desk = desk
        self.acts: Counter[str] = Counter()  # what was done meanwhile, by kind
        self._known = {one: len(self._events(one)) for one in self._interviews()}
        self._seen = ("", 0)

    def look(self) -> None:
        """Check what is on the table. While a long act is under way nothing reads the book."""
        require_one_side(self._desk)
        if self._is_unread():
            return
        opened = self._desk.place.interview
        if opened is not None:
            self._check(opened.id)
        if self._shown() != self._desk.state:  # several changes of a moment are shown together
            self._desk.shell._day.tick()  # and a day that began, within a minute
            self._desk.settle()
            assert self._is_unread() or self._shown() == self._desk.state, self._desk.state

    def look_at_all(self) -> None:
        """Check every interview and the chain of the book."""
        self._seen = ("", 0)
        for interview in self._interviews():
            self._check(interview)
        broken = self._book.verify(deep=True)
        assert broken == (), broken

    def _is_unread(self) -> bool:
        return self._desk.window.tasks.busy or not self._desk.is_own_adviser

    def _shown(self) -> str:
        """Return what the window has to say of the state of the interview on the table."""
        opened = self._desk.place.interview
        return opened.facts.state.value if opened else ""

    @property
    def _book(self) -> Ledger:
        return self._desk.services._room.desk.book

    def _interviews(self) -> tuple[str, ...]:
        return tuple(str(row["interview"]) for row in self._desk.services.listed())

    def _events(self, interview: str) -> tuple[Recorded, ...]:
        return tuple(self._book.events(fold.SUBJECT + interview))

    def _check(self, interview: str) -> None:
        kept = self._desk.services.facts(interview)
        seen = (interview, self._book.head().seq)
        if seen == self._seen:
            return
        events = self._events(interview)
        facts = fold.fold(events)
        assert facts is not None
        assert facts.on(self._desk.services.today().day) == kept, (
            "what is shown is not what is kept"
        )
        for at in range(self._known.get(interview, 1), len(events)):
            self._require_allowed(events, at)
        self._known[interview] = len(events)
        require_whole(facts)
        self._seen = seen

    def _require_allowed(self, events: tuple[Recorded, ...], at: int) -> None:
        recorded = events[at]
        person = self._desk.services._room.desk.staff(recorded.actor)
        broken = broken_rules(events, at, person.certificate)
        assert broken == (), (broken, recorded.event.kind)
        before = fold.fold(events[:at])
        _require_its_step(before and before.on(recorded.at.date()), recorded.event)
        self.acts[recorded.event.kind] += 1


def require_one_side(desk: Driven) -> None:
    """The client's screen, the lock and the desk never show together; no code stands for words."""
    covers = ("login", "shell", "client.screen", "lock.overlay", "return")
    shown = [name for name in covers if desk.find(name) is not None]
    assert len(shown) == 1, shown
    for label in desk.window.findChildren(QLabel):
        if label.isVisible():
            assert CODE.fullmatch(label.text()) is None, label.text()


def _require_its_step(before: Facts | None, event: object) -> None:
    """An act needs its open step, in a state in which it is possible."""
    assert before is not None
    assert isinstance(event, InterviewEvent)
    assert before.state in event.possible_in, (event.kind, before.state)
    now = open_step(before)
    if event.stage is not None and now is not None:
        assert not event.stage.is_after(now.stage), (event.kind, now.stage)


def require_whole(facts: Facts) -> None:
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
        assert set(facts.ceremony.marks) == set(marks_needed(facts))
