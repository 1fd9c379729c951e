"""Fonts, icons and the sheet: bundled, sharp, and the client's own inside any theme."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QFrame, QVBoxLayout
from pytestqt.qtbot import QtBot
from tests.ui.widgets.gallery import look_of

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.languages import Language
from advisor_desk.ui.theme import client_style_sheet, icon_pixmap, style_sheet, theme
from advisor_desk.ui.widgets import Button, Label, LargeAnswer, TextEditor

UI = Path(__file__).parents[3] / "src" / "advisor_desk" / "ui"
TAKES_ICON = {"Icon": 1, "Button": 3, "Card": 2, "Chip": 3, "EmptyState": 1}  # place of its name


def icons_named() -> Iterator[str]:
    for path in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            place = TAKES_ICON.get(node.func.id)
            named = [one.value for one in node.keywords if one.arg == "icon"]
            named += node.args[place : place + 1] if place is not None else []
            for one in named:
                if isinstance(one, ast.Constant) and isinstance(one.value, str) and one.value:
                    yield one.value


def texts_of_the_screens() -> set[str]:
    trees = (ast.parse(path.read_text("utf-8")) for path in UI.rglob("*.py"))
    nodes = (node for tree in trees for node in ast.walk(tree))
    return {str(node.value) for node in nodes if isinstance(node, ast.Constant)}


def icons_bundled() -> set[str]:
    return {path.stem for path in (data_folder("resources") / "icons").glob("*.svg")}


def test_every_icon_a_screen_names_is_bundled() -> None:
    named = set(icons_named())
    assert len(named) > 10
    assert named <= icons_bundled()


def test_every_icon_bundled_is_named_by_a_screen() -> None:
    named = {text.removesuffix(".svg") for text in texts_of_the_screens()}
    assert icons_bundled() - named == set()


def test_an_unknown_icon_is_a_mistake_of_ours(qtbot: QtBot) -> None:
    del qtbot
    with pytest.raises(FileNotFoundError):
        icon_pixmap("no-such-icon", QColor("black"), 16, 1.0)


@pytest.mark.parametrize("size", [16, 20, 48])
def test_icons_are_drawn_again_for_a_screen_twice_as_fine(qtbot: QtBot, size: int) -> None:
    del qtbot
    once = icon_pixmap("shield-check", QColor("#0B5A67"), size, 1.0)
    twice = icon_pixmap("shield-check", QColor("#0B5A67"), size, 2.0)
    assert (twice.width(), twice.devicePixelRatio()) == (2 * size, 2.0)
    blown_up = once.toImage().scaled(2 * size, 2 * size)
    drawn = twice.toImage()
    drawn.setDevicePixelRatio(1.0)
    assert drawn != blown_up
    assert drawn.pixelColor(size, 0).alpha() == 0


@pytest.mark.parametrize(
    ("language", "first"),
    [
        (Language.zh_TW, "Noto Sans TC"),
        (Language.zh_CN, "Noto Sans SC"),
        (Language.en, "Noto Sans SC"),
    ],
)
def test_each_language_is_set_in_its_own_bundled_face(
    qtbot: QtBot, language: Language, first: str
) -> None:
    del qtbot
    look = look_of(language)
    font = look.theme.font("title")
    assert font.families()[0] == first
    info = QFontInfo(font)
    assert (info.family(), info.weight()) == (first, 700)


def test_larger_type_grows_by_its_scale_and_distances_stay() -> None:
    plain, larger = theme("light"), theme("light", 1.3)
    assert (plain.px("body"), larger.px("body")) == (14, 18)
    assert larger.size("m") == plain.size("m")
    assert plain.px("caption") == 13


def test_a_theme_is_made_once() -> None:
    assert theme("dark", 1.15) is theme("dark", 1.15)


@pytest.mark.parametrize("name", ["light", "dark", "high_contrast", "client"])
def test_the_sheet_leaves_no_colour_open_and_styles_no_bare_widget(name: str) -> None:
    sheet = style_sheet(theme(name))
    selectors = {one.strip() for head in re.findall(r"([^{}]+){", sheet) for one in head.split(",")}
    assert not selectors & {"QWidget", "QFrame", "QLabel", "QPushButton", "*"}
    assert "None" not in sheet
    assert sheet.count("{") == sheet.count("}")


@pytest.mark.parametrize("name", ["light", "dark", "high_contrast"])
def test_the_clients_page_looks_the_same_inside_every_theme(qtbot: QtBot, name: str) -> None:
    def page(outer: str) -> QFrame:
        look = look_of(Language.zh_CN, outer).client(Language.zh_CN)
        root = QFrame()
        root.setProperty("audience", "client")
        root.setStyleSheet(client_style_sheet(look.theme))
        column = QVBoxLayout(root)
        column.addWidget(Label(look, "例子", "client_question"))
        answer = LargeAnswer(look, 1, "例子", "answer")
        answer.set_chosen(is_chosen=True)
        column.addWidget(answer)
        editor = TextEditor(look, "text")
        editor.set_hint("990101")
        column.addWidget(editor)
        for kind in ("client", "client_primary", "client_link"):
            column.addWidget(Button(look, "例子", kind, "check"))
        qtbot.addWidget(root)
        root.resize(640, 600)
        return root

    assert page(name).grab().toImage() == page("light").grab().toImage()
    look_of()


def test_the_hint_in_an_empty_field_can_be_read(qtbot: QtBot) -> None:
    look = look_of()
    editor = TextEditor(look, "text")
    editor.set_hint("MMMMMMMM")
    qtbot.addWidget(editor)
    editor.resize(300, 40)
    image = editor.grab().toImage()
    darkest = min(
        image.pixelColor(x, y).lightness()
        for x in range(8, image.width() - 8)
        for y in range(8, image.height() - 8)
    )
    assert darkest <= look.theme.color("ink_3").lightness() + 8
    assert editor.editor.focusPolicy() == Qt.FocusPolicy.StrongFocus
