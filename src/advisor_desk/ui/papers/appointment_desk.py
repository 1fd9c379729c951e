"""Printing the appointment slip of an interview that rests: as often as it takes."""

from advisor_desk.domain.paper_events import FormsPrinted
from advisor_desk.forms.printing import PrintState
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.papers.print_desk import PATIENCE_S, PrintDesk


class AppointmentDesk(PrintDesk):
    """One slip. What became of it is kept here alone: no record is made of it."""

    def __init__(self, interview: OpenInterview) -> None:
        super().__init__(interview)
        self._last: FormsPrinted | None = None

    def last(self) -> FormsPrinted | None:
        """Return the newest print of the slip."""
        return self._last

    def came_out(self) -> bool:
        """Say whether the newest print came out."""
        return self._last is not None and self._last.came_out

    def is_under_way(self) -> bool:
        """Say that no job is waited for."""
        return False

    def print_now(self) -> None:
        """Print the slip."""
        self._is_elsewhere = False
        self._do(self._print)

    def _print(self) -> None:
        interview, to = self._interview, self.chosen()
        outcome = interview.services.slips.print_appointment(interview.id, to, PATIENCE_S)
        is_out = outcome.state is PrintState.COMPLETED
        cause = "" if is_out else outcome.state.value
        self._last = FormsPrinted(to, outcome.job, is_out, cause, ())
