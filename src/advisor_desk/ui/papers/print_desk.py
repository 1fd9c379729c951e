"""Printing the set of an interview: where to, how the job stands, and what can be done about it.

Everything here is a long act. While one is under way another wish is kept, not lost: it is done
as soon as the first has ended.
"""

from collections.abc import Callable
from dataclasses import dataclass

from advisor_desk.domain.paper_events import FormsPrinted
from advisor_desk.domain.referral_events import SlipPrinted
from advisor_desk.forms.printing import PrintState
from advisor_desk.services.printing import TO_FILE
from advisor_desk.ui.interview.open_interview import OpenInterview

PATIENCE_S = 10.0  # afterwards the job is looked at again and again, and other acts go on
PROMISING = frozenset({PrintState.WAITING, PrintState.COMPLETED})


@dataclass(frozen=True, slots=True)
class PrintLine:
    """How the newest print stands, in words; ``tone`` is ok, info or warn."""

    tone: str
    text: str


class PrintDesk:
    """One interview's printing."""

    def __init__(self, interview: OpenInterview) -> None:
        self._interview = interview
        self._queues: tuple[str, ...] | None = None
        self._chosen = ""
        self._is_elsewhere = False
        self._wish: Callable[[], object] | None = None

    @property
    def is_known(self) -> bool:
        """Say whether the printers were looked for."""
        return self._queues is not None

    def last(self) -> FormsPrinted | SlipPrinted | None:
        """Return the newest print of the set."""
        ceremony = self._interview.facts.ceremony
        return ceremony.printed if ceremony else None

    def came_out(self) -> bool:
        """Say whether the set came out whole, once."""
        ceremony = self._interview.facts.ceremony
        return ceremony is not None and ceremony.came_out

    def is_under_way(self) -> bool:
        """Say whether a job may still come out by itself."""
        last = self.last()
        if last is None or last.came_out or not last.job:
            return False
        return not PrintState(last.cause).is_final

    def may_print(self) -> bool:
        """Say whether printing is offered: not beside a job that came out or still may."""
        is_free = not self.is_under_way() and not self.came_out()
        return bool(self.chosen()) and (is_free or self._is_elsewhere)

    def find_printers(self) -> None:
        """Look for the printers of this machine."""
        self._do(self._look_for_printers)

    def choices(self) -> tuple[tuple[str, str], ...]:
        """Return where the set can be printed, the last used first."""
        names = list(self._queues or ())
        last = self.last()
        before = last.to if last else self._interview.services.printing.last_used
        names.sort(key=lambda name: name != before)
        to_file = self._interview.words.say("PRINTING_TO_FILE")
        return tuple((name, to_file if name == TO_FILE else name) for name in names)

    def chosen(self) -> str:
        """Return where the next print goes; empty where there is no printer."""
        names = [name for name, _ in self.choices()]
        return self._chosen if self._chosen in names else next(iter(names), "")

    def choose(self, to: str) -> None:
        """Print there next."""
        self._chosen = to

    def print_now(self) -> None:
        """Print the whole set."""
        to, interview = self.chosen(), self._interview
        self._is_elsewhere = False
        self._do(lambda: interview.services.printing.print_forms(interview.id, to, PATIENCE_S))

    def look_again(self) -> None:
        """Ask how the job stands now."""
        interview = self._interview
        if self.is_under_way():
            self._do(lambda: interview.services.printing.follow_print(interview.id))

    def cancel(self) -> None:
        """Cancel the job that waits."""
        interview = self._interview
        self._do(lambda: interview.services.printing.cancel_print(interview.id))

    def go_elsewhere(self) -> None:
        """Offer another printer although a job still waits on this one."""
        last = self.last()
        others = [name for name, _ in self.choices() if last is None or name != last.to]
        self._chosen = next(iter(others), self._chosen)
        self._is_elsewhere = True
        self._interview.changed()

    def print_again(self) -> None:
        """Offer printing although the set came out already: a page was spoiled."""
        self._is_elsewhere = True
        self._interview.changed()

    def catch_up(self) -> None:
        """Do what was wished for while something else was under way."""
        wish, interview = self._wish, self._interview
        if wish is not None and not interview.is_busy:
            self._wish = None
            interview.long_act(wish)

    def line(self) -> PrintLine | None:
        """Say how the newest print stands; None: nothing was printed yet."""
        last, words = self.last(), self._interview.words
        if last is None:
            return None
        if last.to == TO_FILE:
            return PrintLine("ok", words.say("PRINTING_TO_FILE_DONE"))
        state = PrintState.COMPLETED if last.came_out else PrintState(last.cause)
        tone = "ok" if last.came_out else "info" if state in PROMISING else "warn"
        job = last.job.rpartition(" ")[2]
        return PrintLine(tone, words.say(state.value, queue=last.to, job=job))

    def _look_for_printers(self) -> None:
        printing = self._interview.services.printing
        to_file = (TO_FILE,) if printing.may_print_to_file else ()
        self._queues = printing.queues() + to_file

    def _do(self, act: Callable[[], object]) -> None:
        if self._interview.is_busy:
            self._wish = act
        else:
            self._interview.long_act(act)
