"""A first print stays stuck and is cancelled; the same set is printed again, and is then signed.

Skipped, with what is missing, where no CUPS can be started.
"""

from collections.abc import Iterator

import pytest
from tests.forms.print_service import CannotStartError, Printer, PrintService
from tests.ui.journey import acts
from tests.ui.journey.conftest import Branch
from tests.ui.journey.visitor import ADULT
from tests.ui.people import People, until

from advisor_desk.ui.widgets import print_card


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch) -> Iterator[Printer]:
    monkeypatch.setattr(print_card, "LOOK_EVERY_MS", 300)
    try:
        service = PrintService()
        service.start()
    except CannotStartError as missing:
        pytest.skip(f"NO PRINT SERVICE, printing is not tested: {missing}")
    monkeypatch.setenv("CUPS_SERVER", str(service.socket))
    yield service.add_printer("journey")
    service.remove()


def test_what_is_stuck_is_cancelled_and_printed_again(printer: Printer, branch: Branch) -> None:
    them = branch.them
    acts.come_to_products(them, ADULT)
    acts.choose(them, ADULT)
    acts.present(them)
    acts.review(them)
    acts.begin_signing(them)
    until(lambda: them.is_open("signing.print.where"), "the printers")
    them.pick("signing.print.where", printer.name)
    printer.press("says", "media-empty-warning")
    them.press("signing.print.now")
    assert "缺紙" in them.says("signing.print.state")
    assert not them.is_open("signing.seen.grade_written"), "nothing came out yet"
    cancel(them)
    assert printer.papers() == []
    printer.release("says")
    them.press("signing.print.now")
    until(lambda: them.is_open("signing.seen.grade_written"), "the whole set")
    assert len(printer.papers()) == 3
    acts.see_marks(them)
    acts.complete(them)
    acts.hand_over_and_close(them, pages=3)
    branch.require_closed("F1", "F2", "F3", "F7", "F10")


def cancel(them: People) -> None:
    them.press("signing.print.cancel")
    until(lambda: them.is_open("signing.print.now"), "printing is offered again")
    assert "取消" in them.says("signing.print.state")
