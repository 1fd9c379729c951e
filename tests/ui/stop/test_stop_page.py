"""The calm page in the real window: every way on in sight, each thing said once, no empty half."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from tests.ui.window import Driven

from advisor_desk.domain.languages import Language
from advisor_desk.ui.interview.stop_panel import StopPanel
from advisor_desk.ui.interview.what_is_needed import together
from advisor_desk.ui.screens.stop.presenter import StopPresenter

PLACES = ("elder", "minor", "above")
FOOT = ("stop.end", "stop.as_chosen", "stop.resume")
LOOKS = [*((language, 1.0) for language in Language), (Language.en, 1.3)]


@pytest.mark.parametrize(("language", "scale"), LOOKS)
def test_every_way_on_stays_in_sight(desk: Driven, language: Language, scale: float) -> None:
    desk.prefer(language, "light", scale)
    for at in PLACES:
        desk.open(at, language)
        shown = {name: desk.find(name) for name in FOOT}
        assert shown["stop.end"]
        assert shown["stop.resume"]
        out_of_sight = [
            name for name, one in shown.items() if one and one.visibleRegion().isEmpty()
        ]
        assert out_of_sight == [], at


def test_the_keyboard_reads_down_to_the_end(desk: Driven) -> None:
    desk.prefer(Language.en, "light", 1.3)
    desk.open("above", Language.en)
    bar = desk.widget("stop").findChildren(QScrollArea)[0].verticalScrollBar()
    assert bar.maximum() > 0
    for _ in range(1 + bar.maximum() // bar.pageStep()):
        QTest.keyClick(desk.widget("stop.resume"), Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum()


@pytest.mark.parametrize("language", list(Language))
def test_each_thing_is_said_once(desk: Driven, language: Language) -> None:
    for at in PLACES:
        desk.open(at, language)
        assert desk.place.presenter is not None
        said = together(StopPresenter(desk.place.presenter).to_client())
        parts = [one.strip() for one in re.split("[.,。，]", said) if one.strip()]
        assert len(parts) > 1
        assert len(parts) == len(set(parts)), said


def test_reasons_that_stand_alone_take_the_whole_width(desk: Driven) -> None:
    widths = {}
    for at in ("minor", "above"):
        desk.open(at, Language.en)
        panel = desk.widget("stop").findChildren(StopPanel)[0]
        widths[at] = (panel._reasons.width(), panel.width())
    assert widths["minor"][0] == widths["minor"][1]
    assert widths["above"][0] < widths["above"][1]
