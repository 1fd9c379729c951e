"""A book damaged while somebody is signed in: said in words wherever one goes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.homes import Waiting
from tests.ui.hostile.said import banner
from tests.ui.window import Driven

from advisor_desk.domain.languages import Language

CONTROL = Qt.KeyboardModifier.ControlModifier
PAGE = 4096


@pytest.fixture
def desk(tmp_path: Path, waiting: Waiting, qtbot: QtBot) -> Iterator[Driven]:
    assert qtbot  # an exception in a slot fails the test
    driven = Driven(waiting, tmp_path)
    yield driven
    driven.close()


def truncated(book: Path) -> None:
    with book.open("r+b") as file:
        file.truncate(PAGE)


def garbled(book: Path) -> None:
    with book.open("r+b") as file:
        file.write(b"\x5a" * book.stat().st_size)


@pytest.mark.parametrize("damage", [truncated, garbled])
def test_going_anywhere_says_that_the_book_is_damaged(
    desk: Driven, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    desk.sign_in()
    for book in (tmp_path / "home" / "books").glob("*.db"):
        damage(book)
    for key, shown in ((Qt.Key.Key_2, "clients.find"), (Qt.Key.Key_K, "clients.find")):
        desk.go("help")
        desk.shell.say("info", "")
        QTest.keyClick(desk.window, key, CONTROL)
        desk.settle()
        assert banner(desk) != ""
        assert desk.find(shown) is not None
    desk.shell.say("info", "")
    QTest.keyClicks(desk.widget("clients.find"), "chen")
    desk.settle()
    assert banner(desk) != ""
    said = set()
    for language in Language:
        desk.shell.say("info", "")
        desk.prefer(language, "light")
        assert desk.find("clients.find") is not None
        said.add(banner(desk))
    assert len(said - {""}) == len(Language), "in the words of each language"
    desk.go("today")
    QTest.keyClick(desk.window, Qt.Key.Key_N)
    desk.settle()
    desk.go("interview")
    desk.shell._day.turned.emit()
    desk.settle()


@pytest.mark.parametrize("damage", [truncated, garbled])
def test_an_interview_on_the_table_says_it_too(
    desk: Driven, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    desk.sign_in()
    desk.open("needs", Language.zh_TW)
    for book in (tmp_path / "home" / "books").glob("*.db"):
        damage(book)
    for language in Language:
        desk.prefer(language, "light")
        assert desk.find("top.leave") is not None, "the desk is built in every look"
    desk.shell._day.turned.emit()
    desk.settle()
    desk.go("clients")
    assert banner(desk) != ""
    desk.go("interview")
    desk.open("questionnaire", Language.zh_TW)
    desk.go("today")
    assert desk.find("today") is not None
