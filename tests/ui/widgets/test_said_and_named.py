"""What is painted is named for those who cannot see it, and text is never taken for markup."""

import ast
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.widgets.sheet import look_of, sheet

from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.domain.languages import Language
from advisor_desk.ui import widgets
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import (
    AmountEditor,
    Banner,
    Button,
    Card,
    Chip,
    ChoiceBox,
    ChoiceChip,
    DayEditor,
    EmptyState,
    Field,
    GradeBadge,
    Label,
    LargeAnswer,
    MixBar,
    MoneyBar,
    NameLabel,
    Point,
    ReasonRow,
    RiskHistory,
    RowButton,
    Segment,
    TextEditor,
    TickBox,
)

MARKUP = "<b>陳示例</b> & <img src='x'>"
SOURCE = Path(widgets.__file__).parents[1]


def painted(look: Look) -> list[QWidget]:
    client = look.client(Language.zh_TW)
    return [
        Button(look, "繼續", name="go"),
        Chip(look, "已暫停", "warn", "alert-triangle"),
        ChoiceChip(look, "紙本", "way.paper"),
        GradeBadge(look, ProductRisk.R3),
        GradeBadge(look, RiskTolerance.A2, "l"),
        MixBar(look, [Segment("債券", 0.6, "class_bond"), Segment("現金", 0.4, "class_cash")]),
        MoneyBar(look, 0.92),
        RiskHistory(look, [Point(date(2026, 5, 1), RiskTolerance.A3, by_client=True)]),
        RowButton(look, "陳示例", "尾號 4821", "14:03", "row"),
        TickBox(look, "證件原件已看過", "tick"),
        LargeAnswer(client, 1, "一年以內", "answer"),
    ]


def accessible(widget: QWidget) -> str:
    """What a screen reader says: the name, or the words of a button."""
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def test_every_painted_piece_has_a_name() -> None:
    nameless = [type(one).__name__ for one in painted(look_of()) if not accessible(one)]
    assert nameless == []


def test_a_name_says_what_the_picture_says() -> None:
    look = look_of()
    bar = MixBar(look, [Segment("債券", 0.6, "class_bond"), Segment("現金", 0.4, "class_cash")])
    history = RiskHistory(look, [Point(date(2026, 5, 1), RiskTolerance.A3, by_client=True)])
    assert "債券 60%" in bar.accessibleName()
    assert "現金 40%" in bar.accessibleName()
    assert f"{look.words.day(date(2026, 5, 1))} A3" in history.accessibleName()
    assert GradeBadge(look, ProductRisk.R4).accessibleName() == "R4"


def test_a_chosen_answer_says_so() -> None:
    answer = LargeAnswer(look_of().client(Language.zh_TW), 2, "一到三年", "answer")
    before = answer.accessibleName()
    answer.set_chosen(True)
    assert answer.accessibleName() != before
    assert answer.accessibleName().startswith("一到三年")


@pytest.mark.parametrize("kind", [TextEditor, AmountEditor, DayEditor])
def test_a_field_names_its_editor_and_its_label_leads_there(kind: type[QWidget]) -> None:
    look = look_of()
    editor = TextEditor(look, "x") if kind is TextEditor else kind(look, "x")  # type: ignore[arg-type]
    field = Field(look, "金額", editor, "以元計")
    takes_keys = editor.editor if isinstance(editor, TextEditor) else editor
    assert takes_keys.accessibleName() == "金額"
    buddies = [one.buddy() for one in field.findChildren(QLabel) if one.buddy() is not None]
    assert buddies == [takes_keys]


def test_a_list_is_named_by_its_field() -> None:
    look = look_of()
    box = ChoiceBox(look, "kind", [("a", "甲")])
    field = Field(look, "證件種類", box)
    assert field.editor.accessibleName() == "證件種類"


def test_text_that_looks_like_markup_is_shown_as_it_is(qtbot: QtBot) -> None:
    look = look_of()
    banner = Banner(look)
    banner.show_message("stop", MARKUP, MARKUP)
    pieces = [
        Label(look, MARKUP),
        Card(look, MARKUP),
        ReasonRow(look, "stop", MARKUP, MARKUP, MARKUP),
        EmptyState(look, "users", MARKUP, MARKUP),
        Field(look, MARKUP, TextEditor(look, "x"), MARKUP),
        banner,
    ]
    page = sheet(qtbot, *pieces)
    labels = page.findChildren(QLabel)
    rich = [one.text() for one in labels if one.textFormat() is not Qt.TextFormat.PlainText]
    assert [one for one in rich if one] == []
    assert sum(one.text() == MARKUP for one in labels) >= 9


def test_no_screen_makes_a_label_of_its_own_kind_with_text() -> None:
    bare = []
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            is_label = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "QLabel"
            if is_label and isinstance(node, ast.Call) and node.args:
                bare.append(f"{path.name}:{node.lineno}")
    assert bare == []


def test_a_banner_tells_a_screen_reader_and_goes_away(qtbot: QtBot) -> None:
    banner = Banner(look_of())
    sheet(qtbot, banner)
    banner.show_message("warn", "印表機沒有回應", "表格已保存。", "再試")
    assert banner.message == "印表機沒有回應"
    banner.clear()
    assert (banner.message, banner.isVisible()) == ("", False)


@pytest.mark.parametrize("name", ["何", "Wolfeschlegelsteinhausen " * 4])
def test_a_name_of_any_length_stands_on_one_line_and_is_told_whole(qtbot: QtBot, name: str) -> None:
    look = look_of()
    label = NameLabel(look, name, "title")
    sheet(qtbot, label)
    label.resize(200, label.height())
    is_long = len(name) > 1
    assert label.accessibleName() == name
    assert label.text().endswith("…") is is_long
    assert label.toolTip() == (name if is_long else "")
    assert label.sizeHint().height() == Label(look, "何", "title", wrap=False).sizeHint().height()


def test_one_thing_is_not_many() -> None:
    words = look_of(language=Language.en).words
    assert words.say("FILE_COUNT", count=1) == "1 product"
    assert words.say("FILE_COUNT", count=12) == "12 products"


def role_of(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def test_a_choice_of_one_is_a_radio_button_and_a_tick_a_check_box() -> None:
    look = look_of()
    answer = LargeAnswer(look.client(Language.zh_TW), 1, "一年以內", "answer")
    chip = ChoiceChip(look, "紙本", "way.paper")
    assert {role_of(answer), role_of(chip)} == {QAccessible.Role.RadioButton}
    assert role_of(TickBox(look, "證件原件已看過", "tick")) == QAccessible.Role.CheckBox
    for one in (answer, chip):
        one.setChecked(True)
        state = QAccessible.queryAccessibleInterface(one).state()
        assert state.checked
        one.setChecked(False)  # what holds can be taken back, which Qt's own do not allow
        assert not one.isChecked()


def test_what_is_painted_and_not_pressed_is_announced_as_a_text() -> None:
    painted_only = [one for one in painted(look_of()) if not isinstance(one, QAbstractButton)]
    assert len(painted_only) == 6
    assert {role_of(one) for one in painted_only} == {QAccessible.Role.StaticText}
