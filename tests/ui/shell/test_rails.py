"""The words of both rails stay whole at every size of type."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from tests.ui.widgets.gallery import look_of

from advisor_desk.domain.interview import Stage
from advisor_desk.domain.languages import Language
from advisor_desk.ui.interview.rail_column import RailColumn
from advisor_desk.ui.interview.rail_steps import RailStep
from advisor_desk.ui.shell.places_rail import PlacesRail

LOOKS = [(language, scale) for language in Language for scale in (1.0, 1.15, 1.3)]


@pytest.mark.parametrize(("language", "scale"), LOOKS)
def test_no_place_is_wider_than_its_rail(qtbot: QtBot, language: Language, scale: float) -> None:
    rail = PlacesRail(look_of(language, "light", scale))
    qtbot.addWidget(rail)
    rail.show()
    places = rail.findChildren(QAbstractButton)
    assert places
    for one in places:
        assert QFontMetrics(one.font()).horizontalAdvance(one.text()) < one.width()


@pytest.mark.parametrize(("language", "scale"), LOOKS)
def test_every_step_has_room_for_its_name(qtbot: QtBot, language: Language, scale: float) -> None:
    look = look_of(language, "light", scale)
    column = RailColumn(look)
    qtbot.addWidget(column)
    column.steps.show_steps(
        tuple(RailStep(one, at, False, True, True, False) for at, one in enumerate(Stage, 1))
    )
    column.set_folded(False)
    column.resize(column.width(), 720)
    column.show()
    strong = QFontMetrics(look.theme.font("strong"))
    for one in column.steps.findChildren(QAbstractButton):
        room = QRect(0, 0, one.width() - 42, 999)  # beside the circle
        assert (
            strong.boundingRect(room, Qt.TextFlag.TextWordWrap, one.text()).height() <= one.height()
        )
