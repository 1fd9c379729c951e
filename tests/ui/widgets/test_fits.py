"""Nothing is cut off and nothing is nameless: measured on every piece, in every look."""

import tomllib
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.widgets.gallery import Gallery, look_of

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.domain.languages import Language
from advisor_desk.ui.widgets import (
    Button,
    Chip,
    ChoiceChip,
    GradeBadge,
    LargeAnswer,
    MixBar,
    Segment,
    TickBox,
)

LOOKS = [
    (language, name, scale)
    for language in Language
    for name, scale in (("light", 1.0), ("light", 1.3), ("dark", 1.15), ("high_contrast", 1.0))
]
WIDE, NARROW = 1120, 554  # one column of answers, or two, at 1280 with the client's margins


@pytest.fixture(params=LOOKS, ids=lambda look: "-".join(map(str, look)))
def gallery(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Gallery]:
    language, name, scale = request.param
    sheet = Gallery(look_of(language, name, scale))
    qtbot.addWidget(sheet)
    sheet.ensurePolished()
    layout = sheet.layout()
    assert isinstance(layout, QLayout)
    wide = max(1280, sheet.minimumSizeHint().width())
    sheet.resize(wide, layout.totalHeightForWidth(wide))
    with qtbot.waitExposed(sheet):
        sheet.show()
    yield sheet
    look_of()


def seen(gallery: Gallery) -> list[QWidget]:
    return [one for one in gallery.findChildren(QWidget) if one.isVisible()]


def test_every_label_has_the_room_its_words_need(gallery: Gallery) -> None:
    labels = [one for one in seen(gallery) if isinstance(one, QLabel) and one.text()]
    assert len(labels) > 20
    for label in labels:
        wrap = Qt.TextFlag.TextWordWrap if label.wordWrap() else Qt.TextFlag.TextSingleLine
        room = QRect(0, 0, label.width(), 10_000)
        needed = label.fontMetrics().boundingRect(room, int(wrap), label.text())
        assert needed.width() <= label.width(), label.text()
        assert needed.height() <= label.height() + 1, label.text()


def test_every_piece_is_as_large_as_it_asks_to_be_and_inside_its_place(gallery: Gallery) -> None:
    for one in seen(gallery):
        least = one.minimumSizeHint()
        assert one.width() >= least.width(), one
        tall = one.heightForWidth(one.width()) if one.hasHeightForWidth() else least.height()
        assert one.height() >= min(tall, one.maximumHeight()), one
        holder = one.parentWidget()
        if holder is not None and one.property("popup") is None and not one.isWindow():
            assert holder.rect().contains(one.geometry()), (one, holder)


def test_siblings_never_slide_over_each_other(gallery: Gallery) -> None:
    buttons = [one for one in seen(gallery) if isinstance(one, QAbstractButton)]
    for one in buttons:
        for other in buttons:
            if one is not other and one.parentWidget() is other.parentWidget():
                assert not one.geometry().intersects(other.geometry())


def test_everything_a_person_can_reach_has_a_name(gallery: Gallery) -> None:
    reached = [one for one in seen(gallery) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(reached) > 25
    for one in reached:
        told = QAccessible.queryAccessibleInterface(one)
        assert told.text(QAccessible.Text.Name), one
        assert one.objectName(), one


@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("text", ["是", "Intergenerational counterparty acknowledgement"])
def test_painted_pieces_ask_for_the_room_of_their_words(
    qtbot: QtBot, text: str, scale: float
) -> None:
    look = look_of(scale=scale)
    for one in (
        Button(look, text, "primary", "check", "Ctrl+Enter"),
        Button(look.client(Language.en), text, "client_primary", "arrow-right"),
        ChoiceChip(look, text),
        Chip(look, text, "ok", "circle-check"),
        TickBox(look, text),
    ):
        qtbot.addWidget(one)
        needed = one.fontMetrics().size(0, text)
        size = one.sizeHint() if not isinstance(one, Chip) else one.size()
        assert size.width() > needed.width()
        assert size.height() >= needed.height()
    look_of()


def test_a_long_text_to_tick_takes_more_lines_instead_of_being_cut(qtbot: QtBot) -> None:
    tick = TickBox(look_of(), "A sentence with a good many words in it, to be agreed to", "tick")
    qtbot.addWidget(tick)
    assert tick.heightForWidth(160) > tick.heightForWidth(1000)
    assert tick.minimumSizeHint().width() < 160


def test_a_badge_names_its_grade_and_grows_with_the_type(qtbot: QtBot) -> None:
    for grade in (*ProductRisk, *RiskTolerance):
        badge = GradeBadge(look_of(), grade)
        qtbot.addWidget(badge)
        assert badge.accessibleName() == grade.name
        assert (badge.width(), badge.height()) == (60, 24)
    larger = GradeBadge(look_of(scale=1.3), ProductRisk.R3)
    qtbot.addWidget(larger)
    assert larger.width() == 78
    look_of()


def test_a_mix_is_told_in_words_too(qtbot: QtBot) -> None:
    parts = [Segment("Cash", 0.4, "class_cash"), Segment("Bonds", 0.6, "class_bond")]
    bar = MixBar(look_of(), [*parts, Segment("Nothing", 0.0, "class_other")])
    qtbot.addWidget(bar)
    assert bar.accessibleName() == "Cash 40%, Bonds 60%"


def answers() -> Iterator[tuple[Language, str, int]]:
    for path in sorted((data_folder("resources") / "questionnaires").rglob("*.toml")):
        for item in tomllib.loads(path.read_text("utf-8"))["item"]:
            for option in item["option"]:
                for language in Language:
                    yield language, option["say"][language.name], len(item["option"])


@pytest.mark.parametrize("larger", [False, True])
def test_every_answer_of_every_questionnaire_fits_its_button(qtbot: QtBot, larger: bool) -> None:
    looks = {one: look_of().client(one, larger=larger) for one in Language}
    too_long = []
    for language, text, count in answers():
        height = 64 if count == 5 else 80
        answer = LargeAnswer(looks[language], 1, text, "answer", height=height)
        qtbot.addWidget(answer)
        answer.resize(NARROW if count > 5 else WIDE, height)
        if not answer.fits():
            too_long.append(text)
    assert too_long == []
