"""Fields: told once, never while something is being composed, never changed in passing."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.widgets.sheet import compose, look_of, roll, sheet

from advisor_desk.ui.widgets import (
    AmountEditor,
    Button,
    DayEditor,
    Field,
    GrowingEditor,
    LineEditor,
    TextEditor,
    editors,
)
from advisor_desk.ui.widgets.scrolled import scrolled

MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
SPELLINGS = (
    "2026-11-03",
    "20261103",
    "2026/11/3",
    "2026.11.03",
    "2026年11月3日",
    "２０２６１１０３",
    "3 November 2026",
    "2026\u00a0年\u00a011\u00a0月\u00a03\u00a0日",
)


@pytest.fixture
def short_rest(monkeypatch: pytest.MonkeyPatch) -> int:
    """Typing rests sooner than on a real screen, where it is 800 ms."""
    monkeypatch.setattr(editors, "REST_MS", 60)
    return 60


def heard(signal: SignalInstance) -> list[str]:
    told: list[str] = []
    signal.connect(told.append)
    return told


def pair(qtbot: QtBot, *, many_lines: bool = False) -> tuple[TextEditor, Button]:
    """A field and a button after it."""
    look = look_of()
    editor = TextEditor(look, "words", many_lines=many_lines)
    button = Button(look, "繼續", name="next")
    sheet(qtbot, editor, button)
    return editor, button


@pytest.mark.parametrize("many_lines", [False, True])
def test_a_text_is_told_once_when_it_is_left(
    qtbot: QtBot, short_rest: int, many_lines: bool
) -> None:
    editor, button = pair(qtbot, many_lines=many_lines)
    told = heard(editor.finished)
    QTest.keyClicks(editor.editor, "three")
    button.setFocus()
    editor.setFocus()
    button.setFocus()
    qtbot.wait(2 * short_rest)
    assert told == ["three"]


@pytest.mark.parametrize("many_lines", [False, True])
def test_what_is_dictated_is_told_like_what_is_typed(
    qtbot: QtBot, short_rest: int, many_lines: bool
) -> None:
    editor, button = pair(qtbot, many_lines=many_lines)
    told = heard(editor.finished)
    spoken = QAccessible.queryAccessibleInterface(editor.editor)
    assert spoken is not None
    editable = spoken.editableTextInterface()
    assert editable is not None
    editable.insertText(0, "三年")
    button.setFocus()
    qtbot.wait(2 * short_rest)
    assert told == ["三年"]


@pytest.mark.parametrize("many_lines", [False, True])
def test_a_text_is_told_once_after_typing_rests(qtbot: QtBot, many_lines: bool) -> None:
    editor, button = pair(qtbot, many_lines=many_lines)
    assert editors.REST_MS == 800
    told = heard(editor.finished)
    QTest.keyClicks(editor.editor, "three")
    qtbot.wait(editors.REST_MS - 200)
    assert told == [], "typing has hardly stopped"
    qtbot.waitUntil(lambda: told == ["three"], timeout=1_000)
    button.setFocus()
    assert told == ["three"]


@pytest.mark.parametrize("many_lines", [False, True])
def test_nothing_is_told_while_an_input_method_composes(
    qtbot: QtBot, short_rest: int, many_lines: bool
) -> None:
    editor, button = pair(qtbot, many_lines=many_lines)
    told = heard(editor.finished)
    QTest.keyClicks(editor.editor, "a")
    compose(editor.editor, half="ni hao")
    qtbot.wait(3 * short_rest)
    assert told == []
    compose(editor.editor, done="你好")
    button.setFocus()
    assert told == ["a你好"]


def test_enter_while_composing_stays_with_the_input_method(qtbot: QtBot) -> None:
    editor, _ = pair(qtbot)
    compose(editor.editor, half="ni")
    QTest.keyClick(editor.editor, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is editor.editor


def test_a_text_typed_back_to_what_was_told_is_not_told_again(qtbot: QtBot) -> None:
    editor, button = pair(qtbot)
    editor.set_text("one")
    told = heard(editor.finished)
    QTest.keyClicks(editor.editor, "x")
    QTest.keyClick(editor.editor, Qt.Key.Key_Backspace)
    button.setFocus()
    assert told == []


@pytest.mark.parametrize("many_lines", [False, True])
def test_a_text_set_by_the_program_is_told_to_nobody(
    qtbot: QtBot, short_rest: int, many_lines: bool
) -> None:
    editor, button = pair(qtbot, many_lines=many_lines)
    edited, finished = heard(editor.edited), heard(editor.finished)
    editor.set_text("from the book")
    button.setFocus()
    qtbot.wait(2 * short_rest)
    assert (edited, finished) == ([], [])
    assert editor.text() == "from the book"


def test_enter_in_a_field_goes_to_the_next_one_and_presses_nothing(qtbot: QtBot) -> None:
    look = look_of()
    first, second = LineEditor(look, "first"), LineEditor(look, "second")
    button = Button(look, "確認", "primary", name="confirm")
    sheet(qtbot, first, second, button)
    with qtbot.assertNotEmitted(button.clicked):
        QTest.keyClick(first, Qt.Key.Key_Return)
        assert QApplication.focusWidget() is second
        QTest.keyClick(second, Qt.Key.Key_Enter)
    assert QApplication.focusWidget() is button


def test_enter_makes_a_new_line_where_there_are_several_and_tab_leaves(qtbot: QtBot) -> None:
    editor, button = pair(qtbot, many_lines=True)
    QTest.keyClicks(editor.editor, "a")
    QTest.keyClick(editor.editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor.editor, "b")
    QTest.keyClick(editor.editor, Qt.Key.Key_Tab)
    assert editor.text() == "a\nb"
    assert QApplication.focusWidget() is button


@pytest.mark.parametrize("many_lines", [False, True])
def test_no_more_is_taken_than_the_longest_text(qtbot: QtBot, many_lines: bool) -> None:
    editor = TextEditor(look_of(), "words", many_lines=many_lines, longest=10)
    sheet(qtbot, editor)
    compose(editor.editor, done="一二三四五六七八九十甲乙")
    assert editor.text() == "一二三四五六七八九十"


@pytest.mark.parametrize(
    ("typed", "plain", "grouped"),
    [
        ("200000", "200000", "200,000.00"),
        ("1234567.5", "1234567.5", "1,234,567.50"),
        ("12,000", "12000", "12,000.00"),
        ("１，２３４．５", "1234.5", "1,234.50"),
        ("1,2,3", "1,2,3", "1,2,3"),
        ("1,2345", "1,2345", "1,2345"),
        ("1234,567", "1234,567", "1234,567"),
        ("２０００", "2000", "2,000.00"),
        ("20a", "20a", "20a"),
        ("", "", ""),
    ],
)
def test_an_amount_is_told_plain_and_shown_in_groups(
    qtbot: QtBot, typed: str, plain: str, grouped: str
) -> None:
    look = look_of()
    amount, button = AmountEditor(look, "amount"), Button(look, "繼續", name="next")
    sheet(qtbot, amount, button)
    told = heard(amount.finished)
    compose(amount, done=typed)
    button.setFocus()
    assert told == ([plain] if plain else [])
    assert shown(amount) == grouped


def test_an_amount_is_plain_again_where_somebody_types(qtbot: QtBot) -> None:
    look = look_of()
    amount, button = AmountEditor(look, "amount"), Button(look, "繼續", name="next")
    sheet(qtbot, button, amount)
    amount.set_text("200000.00")
    assert shown(amount) == "200,000.00"
    amount.setFocus(Qt.FocusReason.TabFocusReason)
    assert shown(amount) == "200000.00"
    assert amount.selectedText() == "200000.00", "the next key writes over it"


@pytest.mark.parametrize("typed", SPELLINGS)
def test_a_day_is_read_in_every_usual_spelling(qtbot: QtBot, typed: str) -> None:
    look = look_of()
    day, button = DayEditor(look, "day"), Button(look, "繼續", name="next")
    sheet(qtbot, day, button)
    told = heard(day.finished)
    compose(day, done=typed)
    button.setFocus()
    assert day.day() == date(2026, 11, 3)
    assert told == ["2026-11-03"]
    assert shown(day) == "2026-11-03"


def test_a_long_day_that_is_pasted_is_not_cut(qtbot: QtBot) -> None:
    day = DayEditor(look_of(), "day")
    sheet(qtbot, day)
    QApplication.clipboard().setText("23 September 1984")
    day.paste()
    assert day.day() == date(1984, 9, 23)


@pytest.mark.parametrize(
    "typed", ["2026-02-30", "tomorrow", "11/03/2026", "2026-13-01", "2026-W50-1"]
)
def test_what_is_no_day_stays_as_it_was_typed(qtbot: QtBot, typed: str) -> None:
    look = look_of()
    day, button = DayEditor(look, "day"), Button(look, "繼續", name="next")
    sheet(qtbot, day, button)
    QTest.keyClicks(day, typed)
    button.setFocus()
    assert day.day() is None
    assert shown(day) == typed


@pytest.mark.parametrize("kind", [DayEditor, AmountEditor, LineEditor])
def test_neither_wheel_nor_arrow_changes_a_field(qtbot: QtBot, kind: type[LineEditor]) -> None:
    editor = kind(look_of(), "field")
    sheet(qtbot, editor)
    editor.set_text("2026-11-03" if kind is DayEditor else "2000")
    before = editor.text()
    told = heard(editor.finished)
    for key in MOVES:
        QTest.keyClick(editor, key)
    for steps in (-4, 4):
        roll(editor, steps)
    assert (editor.text(), told) == (before, [])


def test_a_field_says_what_is_wrong_and_keeps_its_place(qtbot: QtBot) -> None:
    look = look_of()
    editor = TextEditor(look, "number")
    field = Field(look, "證件號碼", editor, "18 位")
    sheet(qtbot, field)
    before = field.height()
    field.set_error("校驗碼不對。")
    QApplication.processEvents()
    assert (field.error(), field.height()) == ("校驗碼不對。", before)
    assert "校驗碼不對。" in editor.editor.accessibleDescription()
    field.set_error("")
    assert field.error() == ""


@pytest.mark.parametrize("many_lines", [False, True])
def test_invisible_characters_are_not_taken_and_the_field_says_so(
    qtbot: QtBot, many_lines: bool
) -> None:
    look = look_of()
    editor = TextEditor(look, "name", many_lines=many_lines)
    field = Field(look, "姓名", editor, "照證件")
    sheet(qtbot, field)
    told = heard(editor.edited)
    compose(editor.editor, done="何\u202e示\x07\t例\ufe00")
    assert editor.text() == "何示 例\ufe00", "white space stays as a space, a variant as it is"
    assert told == [editor.text()]
    said = look.words.say("FIELD_LEFT_OUT")
    assert said in editor.editor.accessibleDescription()
    field.set_error("")
    assert said in editor.editor.accessibleDescription(), "a page that shows itself keeps it"
    compose(editor.editor, done="子")
    assert "照證件" in editor.editor.accessibleDescription()


def shown(editor: QWidget) -> str:
    return str(editor.property("text"))


@pytest.mark.parametrize(
    "text", ["一句話，說得很長。" * 22, "a long sentence of words " * 8, "one"]
)
def test_an_answer_is_seen_whole_and_enter_goes_on(qtbot: QtBot, text: str) -> None:
    look = look_of()
    editor, button = GrowingEditor(look, "answer", longest=200), Button(look, "繼續", name="next")
    editor.setFixedWidth(220)
    sheet(qtbot, editor, button)
    editor.setFocus()
    compose(editor, done=text)
    QApplication.processEvents()
    seen = editor.blockBoundingGeometry(editor.firstVisibleBlock())
    lines = editor.document().firstBlock().layout().lineCount()
    assert (lines > 3) == (len(text) > 3)
    assert editor.verticalScrollBar().maximum() == 0
    assert seen.translated(editor.contentOffset()).top() >= 0
    assert editor.viewport().height() >= seen.height()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert button.hasFocus()
    assert editor.text() == text


def test_an_answer_of_one_paragraph_takes_no_line_break(qtbot: QtBot) -> None:
    editor = GrowingEditor(look_of(), "answer")
    sheet(qtbot, editor)
    editor.insertPlainText("first\nsecond")
    assert editor.text() == "first second"
    compose(editor, half="ti")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.hasFocus(), "Enter belongs to the input method"


def test_an_answer_that_grows_stays_in_view(qtbot: QtBot) -> None:
    editor = GrowingEditor(look_of(), "answer")
    editor.setFixedWidth(220)
    place = scrolled(editor)
    place.setFixedHeight(200)
    above = QWidget()
    above.setFixedHeight(150)
    inner = place.widget().layout()
    assert isinstance(inner, QVBoxLayout)
    inner.insertWidget(0, above)
    sheet(qtbot, place)
    editor.setFocus()
    compose(editor, done="一句話，說得很長。" * 5)
    qtbot.waitUntil(lambda: place.verticalScrollBar().value() > 0)
    low = editor.mapTo(place.viewport(), editor.rect().bottomLeft()).y()
    assert low < place.viewport().height()
