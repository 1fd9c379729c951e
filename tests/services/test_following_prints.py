"""A print that is hindered is looked at again, goes on, or is cancelled; a real CUPS of our own.

Skipped, with what is missing, where no CUPS can be started.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.forms.print_service import CannotStartError, Printer, PrintService
from tests.services.branch import Practice, Walk, practice
from tests.services.test_latest_assessment import made_in_another_interview

from advisor_desk.domain.interview import SigningWay, State
from advisor_desk.domain.pages_out import PagesOut
from advisor_desk.domain.paper_events import PRINT_BEGUN, FormsPrinted
from advisor_desk.domain.steps import marks_needed
from advisor_desk.domain.trouble import BadInput, NotPermitted
from advisor_desk.forms.printing import PrintState, follow

LONG_ENOUGH = 60.0


@pytest.fixture(scope="module")
def own_service() -> Iterator[PrintService]:
    try:
        service = PrintService()
        service.start()
    except CannotStartError as missing:
        pytest.skip(f"NO PRINT SERVICE, printing is not tested: {missing}")
    yield service
    service.remove()


@pytest.fixture
def printer(
    own_service: PrintService, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Printer:
    monkeypatch.setenv("CUPS_SERVER", str(own_service.socket))
    return own_service.add_printer(f"desk-{abs(hash(request.node.name)):x}")


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


@pytest.fixture
def walk(at: Practice) -> Walk:
    """A set of F1, F2 and F3 to be signed on paper."""
    return Walk(at).until("begin_signing")


def newest(walk: Walk) -> FormsPrinted:
    assert walk.facts.ceremony
    assert walk.facts.ceremony.printed
    return walk.facts.ceremony.printed


def out_of_paper(walk: Walk, printer: Printer) -> FormsPrinted:
    printer.press("says", "media-empty-warning")
    return walk.do.printing.print_forms(walk.interview, printer.name, LONG_ENOUGH)


def pages_of_the_set(walk: Walk, least: int | None = None) -> PagesOut:
    assert walk.facts.ceremony
    pages = sum(one.pages for one in walk.facts.ceremony.sealed)
    return PagesOut(pages if least is None else least, pages)


def ended(walk: Walk, printer: Printer) -> PrintState:
    """Let the newest job come to its end, and say which."""
    job = newest(walk).job.rpartition(" ")[2]
    return follow(job, printer.name, patience_s=LONG_ENOUGH).state


def sealed(walk: Walk) -> list[bytes]:
    assert walk.facts.ceremony
    return [walk.at.desk.book.document(form.sha256) for form in walk.facts.ceremony.sealed]


def test_the_printers_of_the_machine_are_listed(walk: Walk, printer: Printer) -> None:
    assert printer.name in walk.do.printing.queues()


def test_a_print_out_of_paper_goes_on_with_every_form_behind_it(
    walk: Walk, printer: Printer
) -> None:
    printed = out_of_paper(walk, printer)
    assert (printed.came_out, printed.cause) == (False, "PRINT_OUT_OF_PAPER")
    assert newest(walk) == printed
    printer.release("says")
    followed = walk.do.printing.follow_print(walk.interview, LONG_ENOUGH)
    assert (followed.came_out, followed.cause, followed.to) == (True, "", printer.name)
    assert followed.forms == ("F1", "F2", "F3")
    assert sorted(printer.papers()) == sorted(sealed(walk))
    assert walk.facts.ceremony
    assert walk.facts.ceremony.came_out
    assert walk.facts.ceremony.pages_out == pages_of_the_set(walk)


def test_what_stands_as_before_is_not_recorded_again(walk: Walk, printer: Printer) -> None:
    printed = out_of_paper(walk, printer)
    head = walk.at.desk.book.head()
    assert walk.do.printing.follow_print(walk.interview) == printed
    assert walk.at.desk.book.head() == head
    printer.release("says")


def test_another_hindrance_is_recorded_with_the_same_job(walk: Walk, printer: Printer) -> None:
    printer.press("busy")
    first = walk.do.printing.print_forms(walk.interview, printer.name, 0.0)
    assert first.cause == "PRINT_WAITING"
    printer.command("cupsdisable")
    followed = walk.do.printing.follow_print(walk.interview, LONG_ENOUGH)
    assert (followed.cause, followed.job) == ("PRINT_PRINTER_STOPPED", first.job)
    printer.release("busy")
    printer.command("cupsenable")


def test_a_job_that_is_cancelled_comes_out_no_more(walk: Walk, printer: Printer) -> None:
    out_of_paper(walk, printer)
    cancelled = walk.do.printing.cancel_print(walk.interview)
    assert (cancelled.came_out, cancelled.cause) == (False, "PRINT_CANCELLED")
    printer.release("says")
    with pytest.raises(BadInput, match="NO_PRINT_UNDER_WAY"):
        walk.do.printing.cancel_print(walk.interview)
    assert walk.do.printing.follow_print(walk.interview) == cancelled
    again = walk.do.printing.print_forms(walk.interview, printer.name, LONG_ENOUGH)
    assert again.came_out


def test_a_printer_that_is_not_there_leaves_nothing_to_follow(walk: Walk, printer: Printer) -> None:
    printed = walk.do.printing.print_forms(walk.interview, f"{printer.name}-gone", 1.0)
    assert printed.cause == "PRINT_NO_QUEUE"
    assert walk.do.printing.follow_print(walk.interview) == printed


def test_before_anything_was_printed_there_is_nothing_to_follow(walk: Walk) -> None:
    with pytest.raises(BadInput, match="NOTHING_PRINTED"):
        walk.do.printing.follow_print(walk.interview)
    with pytest.raises(BadInput, match="NOTHING_PRINTED"):
        walk.do.printing.cancel_print(walk.interview)


def test_what_is_signed_on_the_screen_is_printed_only_when_it_is_signed(at: Practice) -> None:
    walk = Walk(at, signing_way=SigningWay.screen).until("marks")
    with pytest.raises(BadInput, match="SET_NOT_SIGNED"):
        walk.do.printing.print_forms(walk.interview, "file")
    walk.sign()
    assert walk.do.printing.print_forms(walk.interview, "file").came_out
    assert walk.do.printing.follow_print(walk.interview).came_out


def test_what_came_out_counts_though_the_set_is_void_when_it_is_looked_at(
    walk: Walk, printer: Printer
) -> None:
    first = sealed(walk)[0]
    out_of_paper(walk, printer)
    made_in_another_interview(walk)
    printer.release("says")
    with pytest.raises(NotPermitted, match="ASSESSMENT_NEWER"):
        walk.do.printing.follow_print(walk.interview, LONG_ENOUGH)
    assert printer.papers() == [first]
    assert walk.facts.pages_due.least == 1
    with pytest.raises(BadInput, match="PAGES_NOT_RETURNED"):
        walk.do.flow.abandon(walk.interview, "客戶離開", 0)
    walk.do.flow.abandon(walk.interview, "客戶離開", 1)


def test_a_job_that_waits_is_cancelled_when_its_set_is_given_up(
    walk: Walk, printer: Printer
) -> None:
    waiting = out_of_paper(walk, printer)
    walk.do.flow.abandon(walk.interview, "客戶離開", 0)
    assert walk.facts.state is State.abandoned
    printer.release("says")
    state = follow(waiting.job, printer.name, patience_s=LONG_ENOUGH).state
    assert (state, printer.papers()) == (PrintState.CANCELLED, [])


def test_a_page_that_came_out_unseen_is_asked_for_when_the_set_is_void(
    walk: Walk, printer: Printer
) -> None:
    out_of_paper(walk, printer)
    printer.release("says")
    assert ended(walk, printer) is PrintState.COMPLETED
    with pytest.raises(BadInput, match="PAGES_NOT_RETURNED"):
        walk.do.signing.void_set(walk.interview, "客戶改變主意", 0)
    walk.do.signing.void_set(walk.interview, "客戶改變主意", 1)
    (void,) = walk.facts.void_prints
    assert (void.pages, void.is_counted) == (PagesOut(1, 1), True)


def test_on_another_printer_the_job_that_waits_is_cancelled_first(
    walk: Walk, printer: Printer, own_service: PrintService
) -> None:
    waiting = out_of_paper(walk, printer)
    other = own_service.add_printer(f"{printer.name}-b")
    assert walk.do.printing.print_forms(walk.interview, other.name, LONG_ENOUGH).came_out
    printer.release("says")
    state = follow(waiting.job, printer.name, patience_s=LONG_ENOUGH).state
    assert (state, printer.papers()) == (PrintState.CANCELLED, [])
    assert sorted(other.papers()) == sorted(sealed(walk))
    assert walk.facts.ceremony
    assert walk.facts.ceremony.pages_out == pages_of_the_set(walk) + PagesOut(0, 1)


def test_once_more_waits_no_more_when_the_set_is_signed(walk: Walk, printer: Printer) -> None:
    assert walk.do.printing.print_forms(walk.interview, printer.name, LONG_ENOUGH).came_out
    before = printer.papers()
    out_of_paper(walk, printer)
    for mark in marks_needed(walk.facts):
        walk.do.signing.see_mark(walk.interview, mark)
    walk.sign()
    assert newest(walk).cause == "PRINT_CANCELLED"
    printer.release("says")
    assert ended(walk, printer) is PrintState.CANCELLED
    assert printer.papers() == before


def test_a_print_whose_end_nobody_saw_is_counted_as_it_is_found(walk: Walk) -> None:
    """The power failed while the forms were being sent."""
    with walk.do._room.act(walk.interview, FormsPrinted) as act:
        act.record(FormsPrinted("desk", "", came_out=False, cause=PRINT_BEGUN, forms=()))
    walk.at.again()
    assert walk.facts.ceremony
    most = pages_of_the_set(walk, least=0)
    assert walk.facts.ceremony.pages_out == most
    with pytest.raises(BadInput, match="PAGES_NOT_RETURNED"):
        walk.do.flow.abandon(walk.interview, "客戶離開", most.most + 1)
    walk.do.flow.abandon(walk.interview, "客戶離開", 2)
