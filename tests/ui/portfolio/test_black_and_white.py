"""The picture is read without its colours: by names and marks, and by hatching."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from tests.ui.opening.pages import look_of

from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.languages import Language
from advisor_desk.domain.money import Money
from advisor_desk.domain.product import AssetClass
from advisor_desk.domain.structure import Key, Part, Term
from advisor_desk.ui.screens.portfolio.parts import named, segment
from advisor_desk.ui.widgets import MixBar, PartMark
from advisor_desk.ui.words import Wording

SEEN = 40  # of 255 shades of grey between what is written and what it stands on
KINDS: list[tuple[Key, ...]] = [
    tuple(AssetClass),
    (AssetClass.deposit, *ProductRisk, None),
    tuple(Term),
]


def part(key: Key, share: int, old: int = 0) -> Part:
    return Part(key, Money(share), share, Money(old))


def grey(picture: QImage, area: QRect) -> set[int]:
    """Return every shade of grey in a part of a picture."""
    shades = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    return {
        shades.pixelColor(x, y).lightness()
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    }


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("keys", KINDS)
def test_no_two_parts_have_the_same_name_or_mark(language: Language, keys: tuple[Key, ...]) -> None:
    words = Wording(language)
    marks = [segment(part(one, 1), words).mark for one in keys]
    assert len(set(marks)) == len(keys)
    assert len({named(one, words) for one in keys}) == len(keys)


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast"])
@pytest.mark.parametrize("keys", KINDS)
def test_the_smallest_part_has_its_mark_in_grey(
    qtbot: QtBot, theme: str, keys: tuple[Key, ...]
) -> None:
    look = look_of(name=theme)
    for key in keys:
        rest = next(one for one in keys if one is not key)
        parts = [segment(one, look.words) for one in (part(rest, 999), part(key, 1))]
        bar = MixBar(look, parts, height=36)
        qtbot.addWidget(bar)
        bar.resize(540, 36)
        inside = QRect(540 - 10, 8, 8, 20)
        shades = grey(bar.grab().toImage(), inside)
        assert max(shades) - min(shades) > SEEN, key


def test_what_is_old_is_hatched_in_grey(qtbot: QtBot) -> None:
    look = look_of()
    for old in (0, 1_000):
        shown = segment(part(AssetClass.mixed, 1_000, old), look.words)
        bar, mark = MixBar(look, [shown], height=36), PartMark(look, shown)
        qtbot.addWidget(bar)
        qtbot.addWidget(mark)
        bar.resize(540, 36)
        shades = grey(bar.grab().toImage(), QRect(200, 30, 60, 5))
        assert (max(shades) - min(shades) > SEEN) is bool(old)
        beside = QRect(mark.height() + 1, 4, 4, mark.height() - 8)
        shades = grey(mark.grab().toImage(), beside)
        assert (max(shades) - min(shades) > SEEN) is bool(old)
