"""Numbers of interviews, assessments and sets of forms: each book counts by itself.

So no number needs two files, and a number, once given, is never given again: void ones included.
"""

from advisor_desk.domain.facts import Facts
from advisor_desk.domain.folding import with_set_void
from advisor_desk.domain.interview_events import VoidSet
from advisor_desk.domain.material_events import COPIES, MaterialCopyMade
from advisor_desk.domain.pages_out import PagesOut
from advisor_desk.domain.projections import last_serial_of
from advisor_desk.domain.trouble import BadInput
from advisor_desk.services.desk import Desk


def next_client(desk: Desk) -> str:
    """Return the id of a new client."""
    return _next(desk, "client", f"C{_book(desk):02d}-")


def next_interview(desk: Desk) -> str:
    """Return the id of a new interview."""
    return _next(desk, "interview", f"I{_book(desk):02d}-")


def next_assessment(desk: Desk) -> str:
    """Return the number of a new assessment, ``RA-01-000123``."""
    return _next(desk, "assessment", f"RA-{_book(desk):02d}-")


def next_set(desk: Desk, year: int) -> str:
    """Return the number of a new set of forms, ``CD3-2026-01-00017``; serials start each year."""
    last = desk.book.rows("setting", where={"name": last_serial_of(year)}, limit=1)
    return set_numbered(desk, year, int(str(last[0]["value"])) + 1 if last else 1)


def next_copy(desk: Desk) -> str:
    """Return the number of a new copy of material, ``CD3-01-M00007``."""
    before = len(desk.book.events(COPIES, MaterialCopyMade))
    return f"{set_start(desk)}-{_book(desk):02d}-M{before + 1:05d}"


def set_numbered(desk: Desk, year: int, serial: int) -> str:
    """Return the number of a set of this book and station."""
    return f"{set_start(desk)}-{year}-{_book(desk):02d}-{serial:05d}"


def set_start(desk: Desk) -> str:
    """Return what every number of a set given at this station starts with."""
    return f"{desk.branch_id}{desk.station_no}"


def reserved_set(facts: Facts) -> VoidSet | None:
    """Return the set an interview has reserved a number for and not completed."""
    if facts.review is None or (facts.ceremony and facts.ceremony.signed):
        return None
    return VoidSet(facts.review.number, tuple(form.form for form in facts.review.forms))


def pages_to_return(facts: Facts) -> PagesOut:
    """Return the pages that came out of sets that are not complete, all prints counted."""
    return given_up(facts).pages_due


def given_up(facts: Facts) -> Facts:
    """Return the facts as if the set that is being signed were void now."""
    return with_set_void(facts, reserved_set(facts)) if facts.ceremony else facts


def require_pages_counted(facts: Facts, pages_returned: int | None) -> None:
    """Let a printed set be given up only when every page is counted back, and no other.

    Raises:
        BadInput: ``PAGES_NOT_RETURNED``.
    """
    printed, returned = pages_to_return(facts), pages_returned or 0
    if returned not in printed:
        raise BadInput(
            "PAGES_NOT_RETURNED", field="pages_returned", printed=printed, returned=returned
        )


def _book(desk: Desk) -> int:
    return desk.book.head().chain


def _next(desk: Desk, table: str, start: str) -> str:
    """Return the number after the last of ours; assessments of other channels are not."""
    last = desk.book.lists.last_key(table, start)
    return f"{start}{int(last.removeprefix(start)) + 1 if last else 1:06d}"
