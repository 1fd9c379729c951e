"""A print that is hindered is looked at again, goes on, or is cancelled; a real CUPS of our own.

Skipped, with what is missing, where no CUPS can be started.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.forms.print_service import CannotStartError, Printer, PrintService
from tests.services.branch import Practice, Walk, practice

from advisor_desk.domain.interview import SigningWay
from advisor_desk.domain.paper_events import FormsPrinted
from advisor_desk.domain.trouble import BadInput

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
    assert walk.facts.ceremony.pages_out == sum(one.pages for one in walk.facts.ceremony.sealed)


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
