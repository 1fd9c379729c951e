"""Printing a set: the sealed or signed bytes themselves, and what became of the job.

Success is the job's, not the call's. In a training home ``file`` stands for a printer: the copy
that is exported counts as the print. A job that failed is recorded too, and the set waits; a job
that is hindered can be looked at again later, and the forms behind it follow it.
"""

from advisor_desk.domain.facts import Ceremony, Facts
from advisor_desk.domain.interview import InterviewId, SigningWay, State
from advisor_desk.domain.interview_events import FormFile
from advisor_desk.domain.paper_events import PRINT_BEGUN, FormsPrinted
from advisor_desk.domain.referral_events import SlipPrinted
from advisor_desk.domain.text import checked_text
from advisor_desk.domain.trouble import BadInput, NotPermitted
from advisor_desk.forms.printing import (
    PrintOutcome,
    PrintState,
    cancel,
    follow,
    print_paper,
    queues,
)
from advisor_desk.services.asking_again import require_still_allowed
from advisor_desk.services.guards import require_certified
from advisor_desk.services.interview_room import InterviewRoom

TO_FILE = "file"
PATIENCE_S = 120.0
LONGEST_QUEUE = 127  # as CUPS has it


class Printing:
    """Printing, in the ceremony on paper and before handing over. Every act here may take long."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room
        self.last_used = ""  # where this desk printed last, today

    @property
    def may_print_to_file(self) -> bool:
        """Say whether ``file`` stands for a printer here: in a training home."""
        return self._room.desk.is_training

    def queues(self) -> tuple[str, ...]:
        """Return the printers of this machine; may block for seconds, touches no records."""
        return queues()

    def print_forms(
        self, interview: InterviewId, to: str, patience_s: float = PATIENCE_S
    ) -> FormsPrinted:
        """Print every form of the set on a queue and return what became of it.

        Each job is followed for ``patience_s`` at most; what then still waits is not lost. A job
        that waits from before is cancelled first: it would come out beside this print.

        Raises:
            NotPermitted: ``ADVISER_UNCERTIFIED``, ``PRINT_TO_FILE_TRAINING_ONLY``, or as
                ``require_still_allowed``.
            BadInput: ``SIGNING_NOT_BEGUN``, ``SET_NOT_SIGNED``, or the queue's name, named.
        """
        require_certified(self._room.me(), self._room.now().date())
        self._room.require_possible(interview, FormsPrinted)
        to = checked_text(to, "to", longest=LONGEST_QUEUE)
        self._require_queue(to)
        settle_print(self._room, interview)
        self._require_allowed(interview)
        self.last_used = to
        facts = self._room.facts(interview)
        forms = _forms(facts)
        if to != TO_FILE:
            _record(self._room, interview, FormsPrinted(to, "", False, PRINT_BEGUN, ()))
        outcomes = self._sent(_ceremony(facts).number, forms, to, patience_s)
        return _recorded(self._room, interview, to, (), forms, outcomes)

    def follow_print(self, interview: InterviewId, patience_s: float = 0.0) -> FormsPrinted:
        """Look at the newest print again and return how it stands; the forms left are sent.

        Something is recorded only where it stands otherwise than before.

        Raises:
            NotPermitted, BadInput: as ``require_still_allowed``; ``NOTHING_PRINTED``.
        """
        self._room.require_possible(interview, FormsPrinted)
        facts = self._room.facts(interview)
        last = _last_print(facts)
        if not _is_under_way(last):
            return last
        outcome = follow(_job(last), last.to, patience_s=patience_s)
        if outcome.state.value == last.cause:
            return last
        # What came out is recorded before the packs are asked: they may make the set void.
        seen = _seen(self._room, interview, outcome)
        left = _forms(facts)[len(last.forms) :]
        if outcome.state is not PrintState.COMPLETED or len(left) == 1:
            return seen
        self._require_allowed(interview)
        sent = self._sent(_ceremony(facts).number, left[1:], last.to, patience_s)
        return _recorded(self._room, interview, last.to, last.forms, left, [outcome, *sent])

    def cancel_print(self, interview: InterviewId) -> FormsPrinted:
        """Cancel the job that waits and return what became of it: it may have come out before.

        Raises:
            BadInput: ``NOTHING_PRINTED``, ``NO_PRINT_UNDER_WAY``.
        """
        self._room.require_possible(interview, FormsPrinted)
        if not _is_under_way(_last_print(self._room.facts(interview))):
            raise BadInput("NO_PRINT_UNDER_WAY")
        return _cancelled(self._room, interview)

    def print_slip(
        self, interview: InterviewId, to: str, patience_s: float = PATIENCE_S
    ) -> SlipPrinted:
        """Print the referral slip, as often as it takes, and return what became of it.

        Raises:
            NotPermitted: ``PRINT_TO_FILE_TRAINING_ONLY``. BadInput: the queue's name, named.
        """
        self._room.require_possible(interview, SlipPrinted)
        end = self._room.facts(interview).referral.end
        if end is None:
            raise BadInput("NOTHING_PRINTED")
        to = checked_text(to, "to", longest=LONGEST_QUEUE)
        self._require_queue(to)
        self.last_used = to
        (outcome,) = self._sent(end.number, end.forms, to, patience_s)
        is_out = outcome.state is PrintState.COMPLETED
        cause, forms = ("", ("F8",)) if is_out else (outcome.state.value, ())
        event = SlipPrinted(to, outcome.job, is_out, cause, forms)
        with self._room.act(interview, SlipPrinted) as act:
            act.record(event)
        return event

    def _require_allowed(self, interview: InterviewId) -> None:
        """Ask every guard; before a set is signed on paper the packs are asked again too."""
        self._room.require_possible(interview, FormsPrinted)
        facts = self._room.facts(interview)
        ceremony = _ceremony(facts)
        if facts.signing_way is SigningWay.screen and not ceremony.signed:
            raise BadInput("SET_NOT_SIGNED")
        if facts.state is State.signing:
            require_still_allowed(self._room, interview)

    def _sent(
        self, number: str, forms: tuple[FormFile, ...], to: str, patience_s: float
    ) -> list[PrintOutcome]:
        """Send one form after the other; the first that does not come out ends it."""
        if to == TO_FILE:
            return [PrintOutcome(PrintState.COMPLETED, to) for _ in forms]
        outcomes: list[PrintOutcome] = []
        for form in forms:
            content = self._room.desk.book.document(form.sha256)
            title = f"{number}-{form.form}"
            outcomes.append(print_paper(content, title=title, queue=to, patience_s=patience_s))
            if outcomes[-1].state is not PrintState.COMPLETED:
                break
        return outcomes

    def _require_queue(self, to: str) -> None:
        if to == TO_FILE and not self._room.desk.is_training:
            raise NotPermitted("PRINT_TO_FILE_TRAINING_ONLY", clause="S38")


def settle_print(room: InterviewRoom, interview: InterviewId) -> None:
    """Cancel the job of a set that still waits, and record what became of it. Clause: S60.

    Asked before a set is signed, given up or printed elsewhere: nothing may come out afterwards.
    """
    facts = room.facts(interview)
    printed = facts.ceremony.printed if facts.ceremony else None
    if printed is not None and _is_under_way(printed):
        room.require_possible(interview, FormsPrinted)
        _cancelled(room, interview)


def _cancelled(room: InterviewRoom, interview: InterviewId) -> FormsPrinted:
    last = _last_print(room.facts(interview))
    return _seen(room, interview, cancel(_job(last), last.to))


def _seen(room: InterviewRoom, interview: InterviewId, outcome: PrintOutcome) -> FormsPrinted:
    """Record how the job of the newest print stands; the forms behind it were not sent."""
    facts = room.facts(interview)
    last = _last_print(facts)
    left = _forms(facts)[len(last.forms) :]
    outcomes = [outcome]
    if outcome.state is PrintState.COMPLETED and len(left) > 1:
        outcomes.append(PrintOutcome(PrintState.CANCELLED, last.to))
    return _recorded(room, interview, last.to, last.forms, left, outcomes)


def _recorded(
    room: InterviewRoom,
    interview: InterviewId,
    to: str,
    before: tuple[str, ...],
    forms: tuple[FormFile, ...],
    outcomes: list[PrintOutcome],
) -> FormsPrinted:
    """Record what became of ``forms``, those that came out ``before`` standing beside them."""
    last = outcomes[-1]
    is_out = last.state is PrintState.COMPLETED
    came_out = tuple(
        form.form
        for form, outcome in zip(forms, outcomes, strict=False)
        if outcome.state is PrintState.COMPLETED
    )
    event = FormsPrinted(
        to=to,
        job=" ".join(outcome.job for outcome in outcomes if outcome.job),
        came_out=is_out,
        cause="" if is_out else last.state.value,
        forms=before + came_out,
    )
    return _record(room, interview, event)


def _record(room: InterviewRoom, interview: InterviewId, event: FormsPrinted) -> FormsPrinted:
    with room.act(interview, FormsPrinted) as act:
        act.record(event)
    return event


def _ceremony(facts: Facts) -> Ceremony:
    if facts.ceremony is None:
        raise BadInput("SIGNING_NOT_BEGUN")
    return facts.ceremony


def _forms(facts: Facts) -> tuple[FormFile, ...]:
    ceremony = _ceremony(facts)
    return ceremony.signed or ceremony.sealed


def _last_print(facts: Facts) -> FormsPrinted:
    printed = _ceremony(facts).printed
    if printed is None:
        raise BadInput("NOTHING_PRINTED")
    return printed


def _is_under_way(last: FormsPrinted) -> bool:
    """Say whether a job may still change; one that never began or has ended does not."""
    return not last.came_out and bool(last.job) and not PrintState(last.cause).is_final


def _job(last: FormsPrinted) -> str:
    return last.job.rpartition(" ")[2]
