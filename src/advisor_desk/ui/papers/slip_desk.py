"""Printing the referral slip of an interview that has ended: as often as it takes."""

from advisor_desk.domain.referral_events import SlipPrinted
from advisor_desk.ui.papers.print_desk import PATIENCE_S, PrintDesk


class SlipDesk(PrintDesk):
    """One slip. A job that still waits is not followed: printing again makes no second form."""

    def last(self) -> SlipPrinted | None:
        """Return the newest print of the slip."""
        return self._interview.facts.referral.printed

    def came_out(self) -> bool:
        """Say whether the newest print came out."""
        last = self.last()
        return last is not None and last.came_out

    def is_under_way(self) -> bool:
        """Say that no job is waited for."""
        return False

    def print_now(self) -> None:
        """Print the slip."""
        to, interview = self.chosen(), self._interview
        self._is_elsewhere = False
        self._do(lambda: interview.services.printing.print_slip(interview.id, to, PATIENCE_S))
