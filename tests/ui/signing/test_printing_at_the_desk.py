"""Printing from the page of signing, through a real CUPS of the tests: what is said and offered.

Skipped, with what is missing, where no CUPS can be started.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.forms.print_service import CannotStartError, Printer, PrintService
from tests.services.branch import Practice, Walk, practice
from tests.ui.papers import Table, laid, opened, settle

from advisor_desk.domain.interview import SigningWay, State
from advisor_desk.ui.papers.print_desk import PrintDesk
from advisor_desk.ui.screens.signing.client import SigningClientPage
from advisor_desk.ui.screens.signing.presenter import Phase, SigningPresenter
from advisor_desk.ui.screens.signing.view import SigningView
from advisor_desk.ui.tasks import Tasks
from advisor_desk.ui.widgets import print_card

SCREENS = (SigningPresenter, SigningView, SigningClientPage)
BUTTONS = ("now", "find", "again", "elsewhere", "cancel", "once_more")


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
def walk(tmp_path: Path) -> Iterator[Walk]:
    with practice(tmp_path) as made:
        yield Walk(made).until("begin_signing")


def desk_of(walk: Walk, printer: Printer) -> PrintDesk:
    desk = PrintDesk(opened(walk))
    desk.find_printers()
    desk.choose(printer.name)
    return desk


def offered(table: Table) -> set[str]:
    return {name for name in BUTTONS if table.adviser.button(f"signing.print.{name}").isVisible()}


def state_text(table: Table) -> str:
    label = table.adviser.find("signing.print.state")
    assert isinstance(label, QLabel)
    return label.text()


def test_the_set_comes_out_and_it_is_said_so(walk: Walk, printer: Printer) -> None:
    desk = desk_of(walk, printer)
    desk.print_now()
    assert desk.came_out()
    line = desk.line()
    assert line is not None
    assert (line.tone, printer.name in line.text) == ("ok", True)
    assert len(printer.papers()) == 3


def test_the_last_used_printer_comes_first(walk: Walk, printer: Printer) -> None:
    other = printer.service.add_printer("aaa-first")
    desk = desk_of(walk, other)
    desk.print_now()
    again = PrintDesk(opened(walk))
    again.find_printers()
    assert next(iter(again.choices()))[0] == other.name
    assert again.chosen() == other.name


def test_out_of_paper_is_said_in_words_and_goes_on_when_paper_is_in(
    walk: Walk, printer: Printer
) -> None:
    desk = desk_of(walk, printer)
    printer.press("says", "media-empty-warning")
    desk.print_now()
    line = desk.line()
    assert line is not None
    assert line.tone == "warn"
    assert "缺紙" in line.text
    assert desk.is_under_way()
    assert not desk.may_print()
    assert walk.facts.state is State.signing
    printer.release("says")
    while not desk.came_out():
        desk.look_again()
    assert len(printer.papers()) == 3


def test_a_cancelled_job_may_be_printed_anew(walk: Walk, printer: Printer) -> None:
    desk = desk_of(walk, printer)
    printer.press("says", "media-empty-warning")
    desk.print_now()
    desk.cancel()
    assert not desk.is_under_way()
    assert desk.may_print()
    line = desk.line()
    assert line is not None
    assert "取消" in line.text
    printer.release("says")


def test_another_printer_is_offered_beside_a_job_that_waits(walk: Walk, printer: Printer) -> None:
    other = printer.service.add_printer(f"{printer.name}-other")
    desk = desk_of(walk, printer)
    printer.press("says", "media-empty-warning")
    desk.print_now()
    desk.go_elsewhere()
    assert desk.may_print()
    assert desk.chosen() != printer.name
    desk.choose(other.name)
    desk.print_now()
    assert desk.came_out()
    assert len(other.papers()) == 3
    printer.release("says")


def test_a_printer_that_vanished_loses_nothing(walk: Walk, printer: Printer) -> None:
    desk = desk_of(walk, printer)
    printer.service.command("lpadmin", "-x", printer.name)
    desk.print_now()
    line = desk.line()
    assert line is not None
    assert line.tone == "warn"
    assert printer.name in line.text
    assert not desk.is_under_way()
    assert walk.facts.state is State.signing
    desk.find_printers()
    assert printer.name not in dict(desk.choices())
    desk.choose("file")
    desk.print_now()
    assert desk.came_out()


def test_without_a_print_service_only_the_file_of_practice_is_left(
    walk: Walk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    desk = PrintDesk(opened(walk))
    desk.find_printers()
    assert desk.choices() == (("file", "存成檔案（練習用）"),)


def test_where_there_is_no_printer_at_all_it_is_said_with_a_way_on(
    walk: Walk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    monkeypatch.setattr("advisor_desk.services.desk.Desk.is_training", False)
    table = laid(walk, SCREENS)
    qtbot.waitUntil(lambda: table.presenter.printing.is_known)
    settle()
    assert "這台電腦找不到印表機。請接好或開啟印表機，再尋找一次。" in table.adviser.texts()
    assert offered(table) == {"now", "find"}
    assert not table.adviser.button("signing.print.now").isEnabled()
    assert table.cut() == []


def test_the_page_offers_what_can_be_done_and_watches_the_job_by_itself(
    walk: Walk, printer: Printer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_card, "LOOK_EVERY_MS", 100)
    table = laid(walk, SCREENS)
    qtbot.waitUntil(lambda: table.presenter.printing.is_known)
    table.presenter.printing.choose(printer.name)
    settle()
    assert offered(table) == {"now"}
    printer.press("says", "media-empty-warning")
    QTest.mouseClick(table.adviser.button("signing.print.now"), Qt.MouseButton.LeftButton)
    settle()
    assert offered(table) == {"again", "elsewhere", "cancel"}
    assert "缺紙" in state_text(table)
    assert table.presenter.phase() is Phase.print
    assert table.cut() == []
    printer.release("says")
    qtbot.waitUntil(table.presenter.printing.came_out, timeout=60_000)
    settle()
    assert offered(table) == {"once_more"}
    assert table.presenter.phase() is Phase.client


def test_a_wish_during_a_long_act_is_done_after_it(
    walk: Walk, printer: Printer, qtbot: QtBot
) -> None:
    tasks = Tasks()
    table = laid(walk, SCREENS, runner=tasks)
    qtbot.waitUntil(lambda: table.presenter.printing.is_known and not tasks.busy)
    desk = table.presenter.printing
    desk.choose(printer.name)
    printer.press("says", "media-empty-warning")
    desk.print_now()
    assert tasks.busy
    desk.look_again()  # nothing waits yet: not kept
    qtbot.waitUntil(lambda: not tasks.busy, timeout=60_000)
    desk.look_again()
    desk.cancel()  # while it is being looked at
    qtbot.waitUntil(lambda: not desk.is_under_way(), timeout=60_000)
    assert walk.facts.ceremony is not None
    assert walk.facts.ceremony.printed is not None
    assert walk.facts.ceremony.printed.cause == "PRINT_CANCELLED"
    printer.release("says")


def test_a_set_may_be_printed_once_more(walk: Walk, printer: Printer) -> None:
    desk = desk_of(walk, printer)
    desk.print_now()
    assert not desk.may_print()
    desk.print_again()
    assert desk.may_print()
    desk.print_now()
    assert len(printer.papers()) == 6
    assert not desk.may_print()


def test_signed_on_the_screen_nothing_is_printed_before(tmp_path: Path) -> None:
    with practice(tmp_path) as at:
        made = Walk(at, signing_way=SigningWay.screen).until("begin_signing")
        desk = PrintDesk(opened(made))
        desk.find_printers()
        desk.choose("file")
        desk.print_now()
        assert not desk.came_out()
        assert isinstance(at, Practice)
