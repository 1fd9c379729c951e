"""Printing a set: the sealed or signed bytes themselves, and what became of the job.

Success is the job's, not the call's. In a training home ``file`` stands for a printer: the copy
that is exported counts as the print. A job that failed is recorded too, and the set waits.
"""

from advisor_desk.domain.facts import Ceremony, Facts
from advisor_desk.domain.interview import InterviewId, State
from advisor_desk.domain.interview_events import FormFile
from advisor_desk.domain.paper_events import FormsPrinted
from advisor_desk.domain.text import checked_text
from advisor_desk.domain.trouble import BadInput, NotPermitted
from advisor_desk.forms.printing import PrintOutcome, PrintState, print_paper
from advisor_desk.services.asking_again import require_still_allowed
from advisor_desk.services.interview_room import InterviewRoom

TO_FILE = "file"
PATIENCE_S = 120.0
LONGEST_QUEUE = 127  # as CUPS has it


class Printing:
    """Printing, in the ceremony on paper and before handing over."""

    def __init__(self, room: InterviewRoom, patience_s: float = PATIENCE_S) -> None:
        self._room = room
        self._patience_s = patience_s

    def print_forms(self, interview: InterviewId, to: str) -> FormsPrinted:
        """Print every form of the set on a queue and return what became of it.

        Raises:
            NotPermitted: ``PRINT_TO_FILE_TRAINING_ONLY``, or as ``require_still_allowed``.
            BadInput: ``SIGNING_NOT_BEGUN``, or the queue's name, named.
        """
        self._room.require_possible(interview, FormsPrinted)
        facts = self._room.facts(interview)
        ceremony = _ceremony(facts)
        if facts.state is State.signing:
            require_still_allowed(self._room, interview)
        to = checked_text(to, "to", longest=LONGEST_QUEUE)
        forms = ceremony.signed or ceremony.sealed
        outcomes = self._sent(ceremony.number, forms, to)
        last = outcomes[-1]
        event = FormsPrinted(
            to=to,
            job=" ".join(outcome.job for outcome in outcomes if outcome.job),
            came_out=last.state is PrintState.COMPLETED,
            cause="" if last.state is PrintState.COMPLETED else last.state.value,
            forms=tuple(
                form.form
                for form, outcome in zip(forms, outcomes, strict=False)
                if outcome.state is PrintState.COMPLETED
            ),
        )
        with self._room.act(interview, FormsPrinted) as act:
            act.record(event)
        return event

    def _sent(self, number: str, forms: tuple[FormFile, ...], to: str) -> list[PrintOutcome]:
        """Send one form after the other; the first that does not come out ends it."""
        if to == TO_FILE:
            if not self._room.desk.is_training:
                raise NotPermitted("PRINT_TO_FILE_TRAINING_ONLY", clause="S38")
            return [PrintOutcome(PrintState.COMPLETED, to) for _ in forms]
        outcomes: list[PrintOutcome] = []
        for form in forms:
            content = self._room.desk.book.document(form.sha256)
            title = f"{number}-{form.form}"
            outcomes.append(
                print_paper(content, title=title, queue=to, patience_s=self._patience_s)
            )
            if outcomes[-1].state is not PrintState.COMPLETED:
                break
        return outcomes


def _ceremony(facts: Facts) -> Ceremony:
    if facts.ceremony is None:
        raise BadInput("SIGNING_NOT_BEGUN")
    return facts.ceremony
