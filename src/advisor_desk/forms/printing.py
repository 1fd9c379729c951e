"""Printing: the signed bytes go to a CUPS queue, and the job is followed to its end.

Success is the job's, never the call's: ``lp`` says 0 as soon as the queue has taken the file, with
the printer switched off or out of paper. So only a job that the queue itself calls completed is
``PrintState.COMPLETED``; everything else is an outcome of its own, and the form waits. Nothing
here is raised for a printer's sake: no queue is a normal day in a branch.
"""

import re
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

from advisor_desk.forms import cups

LOOK_EVERY_S = 0.5
FORM_NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


class PrintState(StrEnum):
    """What became of a print job; the value is the code of its words in ``resources/i18n``."""

    COMPLETED = "PRINT_COMPLETED"
    WAITING = "PRINT_WAITING"
    HELD = "PRINT_HELD"
    PRINTER_STOPPED = "PRINT_PRINTER_STOPPED"
    OUT_OF_PAPER = "PRINT_OUT_OF_PAPER"
    NEEDS_A_HAND = "PRINT_NEEDS_A_HAND"
    OFFLINE = "PRINT_OFFLINE"
    ABORTED = "PRINT_ABORTED"
    CANCELLED = "PRINT_CANCELLED"
    REFUSED = "PRINT_REFUSED"
    NO_QUEUE = "PRINT_NO_QUEUE"
    UNCLEAR = "PRINT_UNCLEAR"
    CONTACT_LOST = "PRINT_CONTACT_LOST"

    @property
    def is_final(self) -> bool:
        """Say whether the job has ended, or never began: following it again tells no more."""
        return self in _FINAL


_FINAL = frozenset(
    {
        PrintState.COMPLETED,
        PrintState.ABORTED,
        PrintState.CANCELLED,
        PrintState.REFUSED,
        PrintState.NO_QUEUE,
        PrintState.UNCLEAR,
    }
)


@dataclass(frozen=True, slots=True)
class PrintOutcome:
    """The state of one job; ``job`` (empty where none began) follows or cancels it later.

    ``reasons`` are the keywords of the queue (``media-empty-warning``), for the log and for help.
    """

    state: PrintState
    queue: str
    job: str = ""
    reasons: tuple[str, ...] = ()


def queues() -> tuple[str, ...]:
    """Return the names of the queues; none where there is no CUPS. May block for seconds."""
    done = cups.run("lpstat", "-e")
    return tuple(done.stdout.split()) if done and done.returncode == 0 else ()


def print_paper(
    content: bytes,
    *,
    title: str,
    queue: str,
    patience_s: float,
    now: Callable[[], float] = time.monotonic,
    pause: Callable[[float], None] = time.sleep,
) -> PrintOutcome:
    """Send a signed PDF to a queue and follow its job for ``patience_s`` seconds at most.

    The title is seen by everybody who may look at the queue.

    Raises:
        ValueError: the title is not a form number.
    """
    if not FORM_NUMBER.fullmatch(title):
        raise ValueError("a job is named by its form number alone")
    absent = tuple(f"{name}-missing" for name in ("lp", "ipptool") if not shutil.which(name))
    if absent:
        return PrintOutcome(PrintState.NO_QUEUE, queue, reasons=absent)
    sent = cups.run(
        "lp", "-d", queue, "-t", title, "-o", "document-format=application/pdf", content=content
    )
    if sent is None:
        return PrintOutcome(PrintState.CONTACT_LOST, queue, reasons=("lp-timed-out",))
    job = re.search(r"request id is (\S+-\d+) ", sent.stdout)
    if sent.returncode != 0 or not job:
        return _why_not_taken(queue, sent.stderr)
    return follow(job.group(1), queue, patience_s=patience_s, now=now, pause=pause)


def follow(
    job: str,
    queue: str,
    *,
    patience_s: float = 0.0,
    now: Callable[[], float] = time.monotonic,
    pause: Callable[[float], None] = time.sleep,
) -> PrintOutcome:
    """Look at a job until it ends, is seen hindered twice running, or patience is over.

    Once seen, a hindrance is told at once, so that somebody can fetch paper; the job is not lost
    and may be followed again. Lost contact is waited out: a print service may be starting again.
    """
    until = now() + patience_s
    before: PrintState | None = None
    while True:
        outcome = _look(job, queue)
        hindered = outcome.state not in {PrintState.WAITING, PrintState.CONTACT_LOST}
        if outcome.state.is_final or (hindered and outcome.state is before) or now() >= until:
            return outcome
        before = outcome.state
        pause(LOOK_EVERY_S)


def cancel(job: str, queue: str) -> PrintOutcome:
    """Cancel a job and say what became of it: it may have been completed just before."""
    cups.run("cancel", job)
    return follow(job, queue, patience_s=2.0)


def _why_not_taken(queue: str, said: str) -> PrintOutcome:
    answers = cups.ask(queue, "0")
    if answers is None:
        return PrintOutcome(PrintState.NO_QUEUE, queue, reasons=("no-print-service",))
    if not answers.printer:
        return PrintOutcome(PrintState.NO_QUEUE, queue, reasons=("no-such-queue",))
    if answers.printer.get("printer-is-accepting-jobs") is False:
        return PrintOutcome(PrintState.REFUSED, queue, reasons=("not-accepting-jobs",))
    return PrintOutcome(PrintState.REFUSED, queue, reasons=(said,))


def _look(job: str, queue: str) -> PrintOutcome:
    answers = cups.ask(queue, job.rpartition("-")[2])
    if answers is None:
        return PrintOutcome(PrintState.CONTACT_LOST, queue, job, ("no-print-service",))
    # Numbers start again when a print service is set up anew: the job must be of our queue.
    holds = unquote(str(answers.job.get("job-printer-uri", ""))).rpartition("/")[2]
    if holds.casefold() != cups.printer_of(queue).casefold():
        return PrintOutcome(PrintState.UNCLEAR, queue, job, ("job-unknown",))
    of_job = cups.keywords(answers.job.get("job-state-reasons"))
    ended = _ENDS.get(answers.job.get("job-state"))
    if ended is PrintState.COMPLETED and "job-completed-with-errors" in of_job:
        ended = PrintState.UNCLEAR
    if ended:
        return PrintOutcome(ended, queue, job, of_job)
    of_printer = cups.keywords(answers.printer.get("printer-state-reasons"))
    return PrintOutcome(_hindrance(answers, of_printer), queue, job, of_job + of_printer)


# RFC 8011, 5.3.7 and 5.4.11
_PENDING_HELD, _PROCESSING_STOPPED, _PRINTER_STOPPED = 4, 6, 5
_TRIED_AGAIN = "resources-are-not-ready"
_ENDS: Mapping[object, PrintState] = {
    7: PrintState.CANCELLED,
    8: PrintState.ABORTED,
    9: PrintState.COMPLETED,
}

_OF_REASON = {
    "media-empty": PrintState.OUT_OF_PAPER,
    "media-needed": PrintState.OUT_OF_PAPER,
    "media-jam": PrintState.NEEDS_A_HAND,
    "cover-open": PrintState.NEEDS_A_HAND,
    "door-open": PrintState.NEEDS_A_HAND,
    "interlock-open": PrintState.NEEDS_A_HAND,
    "input-tray-missing": PrintState.NEEDS_A_HAND,
    "output-area-full": PrintState.NEEDS_A_HAND,
    "toner-empty": PrintState.NEEDS_A_HAND,
    "marker-supply-empty": PrintState.NEEDS_A_HAND,
    "cups-missing-filter": PrintState.NEEDS_A_HAND,
    "offline": PrintState.OFFLINE,
    "shutdown": PrintState.OFFLINE,
    "timed-out": PrintState.OFFLINE,
}


def _hindrance(answers: cups.Answers, reasons: tuple[str, ...]) -> PrintState:
    """Return why a job that has not ended does not move; ``WAITING`` where nothing says so."""
    job_state = answers.job.get("job-state")
    if job_state == _PENDING_HELD:
        # CUPS holds a job so for half a minute before it tries again by itself.
        by_itself = _TRIED_AGAIN in cups.keywords(answers.job.get("job-state-reasons"))
        return PrintState.WAITING if by_itself else PrintState.HELD
    # CUPS calls an empty tray a warning and an open door a report: the ending does not count.
    for reason in (re.sub(r"-(report|warning|error)$", "", reason) for reason in reasons):
        if reason in _OF_REASON:
            return _OF_REASON[reason]
    if answers.printer.get("printer-state") == _PRINTER_STOPPED:
        return PrintState.PRINTER_STOPPED
    return PrintState.HELD if job_state == _PROCESSING_STOPPED else PrintState.WAITING
