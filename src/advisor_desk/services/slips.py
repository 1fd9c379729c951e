"""The appointment slip a client takes home: when, where and with whom, and nothing about money.

It is no form: it bears no seal and no set's number, and stands in no register. Clause: S37.
"""

from datetime import date

from advisor_desk.domain.facts import Facts
from advisor_desk.domain.fold import SUBJECT
from advisor_desk.domain.interview import InterviewId
from advisor_desk.domain.interview_events import Paused
from advisor_desk.forms.printing import PrintOutcome, print_paper
from advisor_desk.services.form_sets import appointment_slip
from advisor_desk.services.interview_room import InterviewRoom

SLIP = "slip"
PATIENCE_S = 10.0


class Slips:
    """Appointment slips of one desk's interviews."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room

    def appointment(self, interview: InterviewId) -> bytes:
        """Return the slip of an interview as a PDF in the client's language."""
        facts = self._room.facts(interview)
        return appointment_slip(self._room, facts, self._agreed(facts))

    def print_appointment(self, interview: InterviewId, queue: str) -> PrintOutcome:
        """Print the slip on a queue; may take long, and touches no records."""
        title = f"{interview}-{SLIP}"
        content = self.appointment(interview)
        return print_paper(content, title=title, queue=queue, patience_s=PATIENCE_S)

    def _agreed(self, facts: Facts) -> date | None:
        pauses = self._room.desk.book.events(SUBJECT + facts.interview, Paused)
        last = pauses[-1].event if pauses else None
        return last.next_date if isinstance(last, Paused) else None
