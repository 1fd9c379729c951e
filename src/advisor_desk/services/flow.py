"""Acts that stand beside the steps: pausing, resuming, giving up, notes, taking back."""

from collections.abc import Sequence
from datetime import date

from advisor_desk.domain.duties import WITNESS_DOCUMENTS, documents_of, unmet_duties
from advisor_desk.domain.events import Recorded
from advisor_desk.domain.fold import SUBJECT
from advisor_desk.domain.interview import InterviewId, PartyRole
from advisor_desk.domain.interview_events import (
    Abandoned,
    DraftKept,
    InterviewEvent,
    NoteTaken,
    Paused,
    Resumed,
    Undone,
)
from advisor_desk.domain.presentation_events import ElementShown
from advisor_desk.domain.referral_events import StepRefused
from advisor_desk.domain.text import LONGEST_NAME, as_kept, checked_text
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.phrase_guard import guarded_text
from advisor_desk.services.guardians import GUARDIAN_DISAGREES
from advisor_desk.services.guards import require_certified
from advisor_desk.services.interview_room import InterviewRoom
from advisor_desk.services.numbers import require_pages_counted, reserved_set
from advisor_desk.services.printing import settle_print
from advisor_desk.services.purchase import PROCEDURE_NEEDS_MORE
from advisor_desk.services.resuming import Resuming

# What is recorded beside the acts: looking for the act to take back goes past them.
PASSED_OVER = (Undone, NoteTaken, DraftKept, StepRefused, ElementShown)


class Flow:
    """Pausing, resuming, giving up, notes and taking back."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room

    def pause(self, interview: InterviewId, reason: str, next_date: date | None = None) -> None:
        """Let the interview rest; nothing is decided and everything is kept."""
        with self._room.act(interview, Paused) as act:
            _require_coming(next_date, act.today)
            reason = guarded_text(reason, "reason")
            act.record(Paused(reason, (), next_date))

    def wait_for_witness(self, interview: InterviewId, next_date: date | None = None) -> None:
        """Let the interview rest until somebody of sufficient rank can come. Clauses: S43, S60.

        Raises:
            BadInput: ``NO_WITNESS_NEEDED``, ``DATE_PAST``.
        """
        with self._room.act(interview, Paused) as act:
            if not documents_of(act.facts) & WITNESS_DOCUMENTS:
                raise BadInput("NO_WITNESS_NEEDED", clause="S43")
            _require_coming(next_date, act.today)
            asked_for = documents_of(act.facts) & set(unmet_duties(act.facts))
            act.record(Paused(PROCEDURE_NEEDS_MORE, tuple(sorted(asked_for)), next_date))

    def guardian_disagrees(self, interview: InterviewId) -> None:
        """Let the interview rest: the guardian does not agree with the minor's answers. S46.

        Raises:
            BadInput: ``PARTY_NOT_HERE``: there is no guardian.
        """
        with self._room.act(interview, Paused) as act:
            if PartyRole.guardian not in act.facts.parties:
                raise BadInput("PARTY_NOT_HERE", clause="S44", role=PartyRole.guardian.value)
            act.record(Paused(GUARDIAN_DISAGREES, (), None))

    def resume(self, interview: InterviewId, said_again: tuple[str, ...] = ()) -> None:
        """Go on with a paused interview; who is here is checked again.

        Raises:
            BadInput: ``SAY_AGAIN_FIRST``, naming what of ``Resuming.say_again`` was not said.
        """
        with self._room.act(interview, Resumed) as act:
            wanted = Resuming(self._room).say_again(interview)
            left = [code for code in wanted if code not in said_again]
            if left:
                raise BadInput("SAY_AGAIN_FIRST", clause="S58", missing=", ".join(left))
            act.record(Resumed(wanted))

    def abandon(
        self, interview: InterviewId, reason: str, pages_returned: int | None = None
    ) -> None:
        """Give the interview up. A reserved number is void; printed pages are counted back."""
        settle_print(self._room, interview)
        with self._room.act(interview, Abandoned) as act:
            require_pages_counted(act.facts, pages_returned)
            reason = checked_text(reason, "reason")
            act.record(Abandoned(reason, reserved_set(act.facts), pages_returned))

    def note(self, interview: InterviewId, words: str) -> None:
        """Take a note; promises beyond the terms are refused. Clause: S29."""
        with self._room.act(interview, NoteTaken) as act:
            act.record(NoteTaken(guarded_text(words, "words", lines=True)))

    def keep_draft(self, interview: InterviewId, name: str, text: str) -> None:
        """Keep a half-typed text, so that a later start finds it in its field; empty: forget it.

        It may be unfinished, and no promise is looked for: the act it is typed for does that. The
        same text again records nothing.

        Raises:
            BadInput: ``TEXT_CHARACTER_REFUSED``, ``TEXT_TOO_LONG``, naming the draft.
        """
        with self._room.act(interview, DraftKept) as act:
            name = checked_text(name, "name", longest=LONGEST_NAME)
            text = checked_text(text, name, lines=True) if as_kept(text) else ""
            if text != act.facts.drafts.get(name, ""):
                act.record(DraftKept(name, text))

    def undo(self, interview: InterviewId) -> str:
        """Take back the last act that can be; return its kind.

        Acts that count for good (a choice judged, an assessment made) are a wall: nothing before
        them is taken back by this, it is changed by going back to its step.

        Raises:
            BadInput: ``NOTHING_TO_UNDO``.
            NotPermitted: ``ADVISER_UNCERTIFIED``, where the act itself needs a certificate.
        """
        with self._room.act(interview, Undone) as act:
            seq, event = last_undoable(self._room.desk.book.events(SUBJECT + interview))
            if event.needs_certificate:
                require_certified(self._room.me(), act.today)
            act.record(Undone(seq))
            return event.kind


def last_undoable(events: Sequence[Recorded]) -> tuple[int, InterviewEvent]:
    """Return place and act that ``Flow.undo`` takes back after these events of an interview.

    Raises:
        BadInput: ``NOTHING_TO_UNDO``.
    """
    gone = {one.event.seq for one in events if isinstance(one.event, Undone)}
    for one in reversed(events):
        event = one.event
        if isinstance(event, PASSED_OVER) or one.seq in gone:
            continue
        if isinstance(event, InterviewEvent) and event.can_be_undone:
            return one.seq, event
        break
    raise BadInput("NOTHING_TO_UNDO")


def _require_coming(day: date | None, today: date) -> None:
    if day is not None and day < today:
        raise BadInput("DATE_PAST", field="next_date", day=day)
