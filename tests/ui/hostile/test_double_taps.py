"""A client who taps everything twice: each page is seen, and nothing is confirmed unseen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.services.branch import ADVISER, TODAY, SetClock, practice
from tests.ui.journey import acts
from tests.ui.journey.visitor import ADULT
from tests.ui.people import NONE, People


class TappingTwice(People):
    """Both taps are those of the window: the second lands on whatever lies there by then."""

    def touch(self, name: str) -> None:
        if name.startswith("choose.key."):
            super().touch(name)  # a figure tapped twice is two figures
            return
        self.settle()
        button = self.ready_to_touch(name)
        window = button.window()
        place = button.mapTo(window, button.rect().center())
        QTest.mouseDClick(window.windowHandle(), Qt.MouseButton.LeftButton, NONE, place)
        self.settle()


@pytest.fixture
def people(qtbot: QtBot, tmp_path: Path) -> Iterator[People]:
    assert qtbot
    with practice(tmp_path) as made:
        made.station.close()
        them = TappingTwice(made.home, SetClock(TODAY))
        them.sign_in(ADVISER.staff_no)
        yield them
        them.close()


def test_no_page_of_the_client_is_passed_over(people: People) -> None:
    acts.come_to_products(people, ADULT)
    acts.choose(people, ADULT)
    acts.present(people)
    assert people.stage() == "review"
