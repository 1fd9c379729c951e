"""A printer that vanishes while it prints, before the real window: said, and nothing is lost.

Skipped, with what is missing, where no CUPS can be started.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.forms.print_service import CannotStartError, Printer, PrintService
from tests.ui.homes import Waiting
from tests.ui.window import Driven, until

from advisor_desk.domain.facts import Ceremony
from advisor_desk.domain.languages import Language
from advisor_desk.ui.papers import print_desk
from advisor_desk.ui.widgets import print_card
from advisor_desk.ui.widgets.choices import ChoiceBox

NAME = "window"
HERE = Language.zh_TW


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintService]:
    try:
        made = PrintService()
        made.start()
    except CannotStartError as missing:
        pytest.skip(f"NO PRINT SERVICE, printing is not tested: {missing}")
    monkeypatch.setenv("CUPS_SERVER", str(made.socket))
    yield made
    made.remove()


@pytest.fixture
def printer(service: PrintService) -> Printer:
    return service.add_printer(NAME)


@pytest.fixture
def table(
    qtbot: QtBot,
    waiting: Waiting,
    printer: Printer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Driven]:
    """The window with a set that is to be printed on that printer."""
    assert qtbot
    monkeypatch.setattr(print_card, "LOOK_EVERY_MS", 300)
    monkeypatch.setattr(print_desk, "PATIENCE_S", 1.0)
    desk = Driven(waiting, tmp_path)
    desk.sign_in()
    desk.open("signing", HERE)
    choose(desk, printer.name)
    yield desk
    desk.close()


def choose(desk: Driven, name: str) -> None:
    until(lambda: desk.find("signing.print.where") and not desk.window.tasks.busy, "the printers")
    box = desk.widget("signing.print.where")
    assert isinstance(box, ChoiceBox)
    until(lambda: box.findData(name) >= 0, name)
    box.activated.emit(box.findData(name))
    desk.settle()


def said(desk: Driven) -> str:
    label = desk.widget("signing.print.state")
    assert isinstance(label, QLabel)
    return label.text()


def ceremony(desk: Driven) -> Ceremony:
    found = desk.services.facts(desk.waiting.at("signing", HERE)).ceremony
    assert found is not None
    return found


def require_waiting(desk: Driven) -> None:
    """The set waits as it was sealed, and no mark can be made on it."""
    assert desk.state == "signing"
    kept = ceremony(desk)
    assert not kept.came_out
    assert not desk.can_press("signing.seen.grade_written")
    assert [desk.services.form_bytes(form.sha256)[:5] for form in kept.sealed] == [b"%PDF-"] * 3


def require_printed(desk: Driven, printer: Printer) -> None:
    until(lambda: not desk.window.tasks.busy and ceremony(desk).came_out, "the whole set")
    desk.settle()
    assert desk.can_press("signing.seen.grade_written")
    sealed = [desk.services.form_bytes(form.sha256) for form in ceremony(desk).sealed]
    assert set(sealed) <= set(printer.papers())
    assert desk.services._room.desk.book.verify(deep=True) == ()


def test_a_queue_that_is_taken_away_during_its_job(table: Driven, printer: Printer) -> None:
    printer.press("busy")
    table.press("signing.print.now")
    assert "等待" in said(table)
    printer.vanish()
    until(lambda: table.can_press("signing.print.now"), "printing is offered again")
    assert re.search("取消|清點", said(table))  # as CUPS tells it: cancelled, or no more known
    require_waiting(table)
    table.press("signing.print.now")
    assert f"沒有印表機 {NAME}" in said(table)
    require_waiting(table)
    printer.release("busy")
    printer.come_back()
    table.press("signing.print.now")
    require_printed(table, printer)


def test_a_print_service_that_dies_during_the_job(
    table: Driven, printer: Printer, service: PrintService
) -> None:
    printer.press("busy")
    table.press("signing.print.now")
    service.kill()
    until(lambda: "停止回應" in said(table), "it is said")
    assert NAME in said(table)
    table.settle()
    require_waiting(table)
    service.start()
    printer.release("busy")
    require_printed(table, printer)
