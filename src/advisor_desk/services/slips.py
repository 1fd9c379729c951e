"""The appointment slip a client takes home: when, where and with whom, and nothing about money.

It is no form: it bears no seal and no set's number, stands in no register, and printing it leaves
nothing in the records. Clause: S37.
"""

from datetime import date

from advisor_desk.domain.facts import Facts
from advisor_desk.domain.fold import SUBJECT
from advisor_desk.domain.interview import InterviewId
from advisor_desk.domain.interview_events import Paused
from advisor_desk.domain.trouble import NotPermitted
from advisor_desk.forms.printing import PrintOutcome, PrintState, print_paper
from advisor_desk.services.form_sets import appointment_slip
from advisor_desk.services.interview_room import InterviewRoom
from advisor_desk.services.printing import PATIENCE_S, TO_FILE
from advisor_desk.store.files import write_whole

SLIPS = "slips"


class Slips:
    """Appointment slips of one desk's interviews."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room

    def appointment(self, interview: InterviewId) -> bytes:
        """Return the slip of an interview as a PDF in the client's language."""
        facts = self._room.facts(interview)
        return appointment_slip(self._room, facts, self._agreed(facts))

    def print_appointment(
        self, interview: InterviewId, to: str, patience_s: float = PATIENCE_S
    ) -> PrintOutcome:
        """Print the slip on a queue; in a training home ``file`` puts it into the home.

        Raises:
            NotPermitted: ``PRINT_TO_FILE_TRAINING_ONLY``.
        """
        content, name = self.appointment(interview), f"{interview}-slip"
        if to != TO_FILE:
            return print_paper(content, title=name, queue=to, patience_s=patience_s)
        desk = self._room.desk
        if not desk.is_training:
            raise NotPermitted("PRINT_TO_FILE_TRAINING_ONLY", clause="S38")
        folder = desk.home / SLIPS
        folder.mkdir(exist_ok=True)
        write_whole(folder / f"{name}.pdf", content)
        return PrintOutcome(PrintState.COMPLETED, to)

    def _agreed(self, facts: Facts) -> date | None:
        pauses = self._room.desk.book.events(SUBJECT + facts.interview, Paused)
        last = pauses[-1].event if pauses else None
        return last.next_date if isinstance(last, Paused) else None
