"""Ink from a pad: refused where it is none, drawn inside its box, wider where pressed."""

import math
import re
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as some

from advisor_desk.domain.trouble import BadInput
from advisor_desk.forms.ink import MOST_POINTS, THICKEST, THINNEST, Ink, InkPoint, drawing, packed

share = some.floats(0, 1)
points = some.builds(InkPoint, x=share, y=share, pressure=share, at=some.integers(0, 10_000))
strokes = some.lists(points, min_size=1, max_size=20).map(tuple)
inks = some.builds(
    Ink,
    strokes=some.lists(strokes, min_size=1, max_size=4).map(tuple),
    pad_shape=some.floats(0.1, 40),
)
lengths = some.floats(10, 600)
PLACE = re.compile(r"(-?[\d.]+) (-?[\d.]+) (?:m|l)\b")
WIDTH = re.compile(r"(-?[\d.]+) w\b")


@given(ink=inks, width=lengths, height=lengths)
def test_ink_never_leaves_its_box(ink: Ink, width: float, height: float) -> None:
    for x, y in PLACE.findall(drawing(ink, width, height).decode()):
        assert -0.01 <= float(x) <= width + 0.01
        assert -0.01 <= float(y) <= height + 0.01


@given(ink=inks, width=lengths, height=lengths)
def test_every_stroke_leaves_a_trace_of_a_width_within_limits(
    ink: Ink, width: float, height: float
) -> None:
    text = drawing(ink, width, height).decode()
    assert text.count(" m") >= len(ink.strokes)
    assert all(THINNEST <= float(found) <= THICKEST for found in WIDTH.findall(text))
    assert "e" not in text.replace("re", "")  # PDF knows no 1e-05


@given(ink=inks)
def test_one_ink_has_one_picture(ink: Ink) -> None:
    assert packed(ink, 150, 50) == packed(ink, 150, 50)
    assert zlib.decompress(packed(ink, 150, 50)) == drawing(ink, 150, 50)


def test_a_pressed_line_is_wider_than_a_light_one() -> None:
    def line(pressure: float) -> float:
        ink = Ink(((InkPoint(0, 0, pressure, 0), InkPoint(1, 1, pressure, 9)),))
        return float(WIDTH.findall(drawing(ink, 150, 50).decode())[0])

    assert line(0) == THINNEST < line(0.5) < line(1) == THICKEST


def test_a_lone_point_is_a_dot() -> None:
    ink = Ink(((InkPoint(0.5, 0.5, 1, 0),),))
    assert PLACE.findall(drawing(ink, 150, 50).decode()) == [("75.00", "25.00")] * 2


def test_the_pads_top_is_the_boxs_top() -> None:
    ink = Ink(((InkPoint(0, 0, 1, 0),),), pad_shape=3)
    assert PLACE.findall(drawing(ink, 150, 50).decode())[0] == ("0.00", "50.00")


def test_ink_of_a_square_pad_is_not_stretched() -> None:
    ink = Ink(((InkPoint(0, 0, 1, 0), InkPoint(1, 1, 1, 9)),), pad_shape=1)
    (left, top), (right, bottom) = PLACE.findall(drawing(ink, 150, 50).decode())
    assert float(right) - float(left) == float(top) - float(bottom) == 50


@pytest.mark.parametrize("empty", [(), ((),), ((InkPoint(0, 0, 0, 0),), ())])
def test_no_ink_is_no_signature(empty: tuple[tuple[InkPoint, ...], ...]) -> None:
    with pytest.raises(BadInput, match="INK_EMPTY"):
        Ink(empty)


@pytest.mark.parametrize("wrong", [-0.001, 1.001, math.nan, math.inf])
@pytest.mark.parametrize("field", ["x", "y", "pressure"])
def test_a_point_outside_the_pad_is_refused_with_its_number(field: str, wrong: float) -> None:
    inside = InkPoint(0.5, 0.5, 0.5, 0)
    outside = InkPoint(**{"x": 0.5, "y": 0.5, "pressure": 0.5, "at": 1} | {field: wrong})
    with pytest.raises(BadInput, match="INK_OUTSIDE_PAD") as caught:
        Ink(((inside, outside),))
    assert caught.value.facts == {"point": "2"}


@pytest.mark.parametrize("shape", [0, -3, 41, math.nan])
def test_a_pad_of_impossible_shape_is_refused(shape: float) -> None:
    with pytest.raises(BadInput, match="INK_OUTSIDE_PAD"):
        Ink(((InkPoint(0, 0, 0, 0),),), pad_shape=shape)


def test_the_longest_signature_is_kept_and_one_point_more_refused() -> None:
    point = InkPoint(0.5, 0.5, 0.5, 0)
    Ink(((point,) * MOST_POINTS,))
    with pytest.raises(BadInput, match="INK_TOO_LONG"):
        Ink(((point,) * (MOST_POINTS + 1),))
