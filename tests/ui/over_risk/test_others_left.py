"""What the client reads while looking at others: as many as stand there."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from tests.ui.measure import visible
from tests.ui.window import Driven

from advisor_desk.domain.languages import Language

TWO_AND_ONE = {
    Language.en: ("First, two that fit you", "One more that fits you"),
    Language.zh_CN: ("先看两个适合您的", "再看一个适合您的"),
    Language.zh_TW: ("先看兩個適合您的", "再看一個適合您的"),
}


def read(desk: Driven) -> tuple[list[str], int]:
    """Give the texts on the page, and how many can be declined."""
    return [one.text() for one in visible(desk.window, QLabel)], len(declining(desk))


def declining(desk: Driven) -> list[str]:
    found = (one.objectName() for one in visible(desk.window, QAbstractButton))
    return [name for name in found if name.startswith("wish.no.")]


@pytest.mark.parametrize("language", list(Language))
def test_the_heading_says_how_many_are_left(desk: Driven, language: Language) -> None:
    desk.open("wish", language)
    two, one = TWO_AND_ONE[language]
    with desk.turned():
        desk.press("wish.still")
        texts, count = read(desk)
        assert two in texts
        assert count == 2
        desk.press(declining(desk)[0])
        texts, count = read(desk)
        assert one in texts
        assert count == 1
    desk.put_away()
