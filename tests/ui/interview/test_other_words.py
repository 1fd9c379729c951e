"""What is wrong with a field is said in the words of now: the language may change meanwhile."""

import re
from collections.abc import Callable, Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from tests.ui.window import Driven

from advisor_desk.domain.languages import Language

CHINESE = r"[\u4e00-\u9fff]"


def unseen(desk: Driven) -> None:
    desk.press("opening.client.check")


def wrong_number(desk: Driven) -> None:
    QTest.keyClicks(desk.line("opening.client.number"), "12")
    desk.press("opening.client.seen")
    desk.press("opening.client.check")


def unreadable_income(desk: Driven) -> None:
    QTest.keyClicks(desk.line("needs.yearly_income"), "many")
    QTest.keyClick(desk.line("needs.yearly_income"), Qt.Key.Key_Tab)
    desk.settle()


def nameless_holding(desk: Driven) -> None:
    desk.press("holding.more")
    desk.press("holding.record")


MISTAKES: Mapping[str, tuple[str, Callable[[Driven], None]]] = {
    "a document nobody looked at": ("opening", unseen),
    "a number of another shape": ("opening", wrong_number),
    "an amount in words": ("needs", unreadable_income),
    "a holding without a name": ("portfolio", nameless_holding),
}


def said_wrong(desk: Driven) -> list[str]:
    labels = [one for one in desk.window.findChildren(QLabel) if one.isVisible()]
    return [one.text() for one in labels if one.property("tone") == "stop" and one.text()]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_what_is_wrong_is_said_in_the_language_of_now(desk: Driven, mistake: str) -> None:
    at, make = MISTAKES[mistake]
    desk.prefer(Language.zh_TW, "light")
    desk.open(at, Language.zh_TW)
    make(desk)
    before = said_wrong(desk)
    desk.prefer(Language.en, "light")
    after = said_wrong(desk)
    desk.put_away()
    assert before
    assert all(re.search(CHINESE, one) for one in before)
    assert len(after) == len(before), (before, after)
    assert not any(re.search(CHINESE, one) for one in after), after
