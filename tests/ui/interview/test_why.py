"""F4 gives the reasons at every step of an interview; the rail says which step is shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from tests.ui.widgets.sheet import look_of
from tests.ui.window import Driven

from advisor_desk.domain.interview import Stage
from advisor_desk.domain.languages import Language
from advisor_desk.ui.interview.rail_steps import RailStep
from advisor_desk.ui.interview.step_rail import StepButton


def press(desk: Driven, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or desk.window, key)
    desk.settle()


@pytest.mark.parametrize("at", ["opening", "questionnaire", "portfolio", "products", "signing"])
def test_the_key_opens_the_reasons_at_every_step_and_closes_them(desk: Driven, at: str) -> None:
    desk.open(at, Language.zh_TW)
    press(desk, Qt.Key.Key_F4)
    assert desk.find("why") is not None
    press(desk, Qt.Key.Key_F4)
    assert desk.find("why") is None
    assert desk.find(f"stage.{at}") is not None


def test_at_the_products_they_name_what_does_not_fit_and_scroll_by_keyboard(desk: Driven) -> None:
    desk.open("products", Language.zh_TW)
    press(desk, Qt.Key.Key_F4)
    why = desk.widget("why")
    read = "".join(one.text() for one in why.findChildren(QLabel))
    assert "示例三年封閉" in read or "示例成長" in read, read
    viewport = why.parentWidget()
    assert viewport is not None
    area = viewport.parentWidget()
    assert isinstance(area, QScrollArea)
    press(desk, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
    desk.press("why.close")
    assert desk.find("why") is None


@pytest.mark.parametrize(
    ("done", "shown", "said"),
    [
        (False, False, "第 6 步，產品，還沒到"),
        (False, True, "第 6 步，產品，正在顯示"),
        (True, False, "第 6 步，產品，已完成"),
        (True, True, "第 6 步，產品，正在顯示，已完成"),
    ],
)
def test_the_rail_says_whether_a_step_is_shown_and_whether_it_is_done(
    done: bool, shown: bool, said: str
) -> None:
    step = RailStep(Stage.products, 6, done, shown, may_go=True, by_rule=False)
    assert StepButton(look_of(), step, "產品").accessibleName() == said
