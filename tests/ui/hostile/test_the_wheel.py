"""The wheel over every kind of field on every page: no value changes, nothing is recorded."""

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from tests.ui.widgets.sheet import roll
from tests.ui.window import Driven

from advisor_desk.domain.languages import Language

PLACES = ("opening", "needs", "pots", "questionnaire", "result", "portfolio", "products",
          "presentation", "signing", "handover", "close")  # fmt: skip
TURNED = ("opening", "needs", "questionnaire", "products")


def fields(desk: Driven) -> list[QWidget]:
    kinds = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractButton)
    found = [one for one in desk.window.findChildren(QWidget) if isinstance(one, kinds)]
    return [one for one in found if one.isVisible()]


def values(found: list[QWidget]) -> list[object]:
    return [value(one) for one in found]


def value(field: QWidget) -> object:
    if isinstance(field, QComboBox):
        return field.currentText()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    if isinstance(field, QAbstractButton):
        return field.isChecked(), field.text()
    assert isinstance(field, QLineEdit | QAbstractSpinBox)
    return field.text()


def roll_over_all(desk: Driven) -> set[str]:
    """Roll both ways over each field, with the keyboard in it; give the kinds there were."""
    found = fields(desk)
    before, head = values(found), desk.services._room.desk.book.head()
    for field in found:
        for steps in (-3, 3):
            field.setFocus()
            roll(field, steps)
    desk.settle()
    assert values(found) == before
    assert desk.services._room.desk.book.head() == head
    return {type(one).__name__ for one in found}


def test_the_wheel_changes_no_field_on_any_page(desk: Driven) -> None:
    kinds = set()
    for place in PLACES:
        desk.open(place, Language.zh_TW)
        kinds |= roll_over_all(desk)
        if place in TURNED:
            with desk.turned():
                kinds |= roll_over_all(desk)
    desk.shell.new_client()
    desk.settle()
    kinds |= roll_over_all(desk)
    desk.go("settings")
    kinds |= roll_over_all(desk)
    assert len(kinds) > 5, kinds
