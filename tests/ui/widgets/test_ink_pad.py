"""Ink on the screen: vectors with pressure and time, in the units the forms take."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.opening.pages import dress, look_of
from tests.ui.papers import settle, write_on

from advisor_desk.domain.languages import Language
from advisor_desk.domain.paper_events import InkStrokes
from advisor_desk.forms.ink import MOST_POINTS
from advisor_desk.services.form_sets import ink_of
from advisor_desk.ui.papers.ink_record import InkRecord, line_of, points_of
from advisor_desk.ui.papers.ink_shape import BoxShape, lines_for
from advisor_desk.ui.widgets.ink_pad import InkPad

SIGNATURE = BoxShape(209.2, 43.65)
SENTENCE = BoxShape(506.83, 26.36, 1, 19)
ENGLISH = BoxShape(506.83, 54.0, 2, 0)
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def pad(qtbot: QtBot) -> InkPad:
    look = look_of().client(Language.zh_TW)
    dress(look)
    shown = InkPad(look, "client.pad")
    qtbot.addWidget(shown)
    shown.resize(1120, 320)
    shown.set_box("F1.client", "客戶簽名", SIGNATURE)
    shown.show()
    settle()
    return shown


def middle_of(pad: InkPad) -> QPoint:
    line = pad.lines()[0]
    return QPoint(int(line.left + line.width / 2), int(line.top + line.height / 2))


def tablet(pad: InkPad, kind: QEvent.Type, at: QPointF, pressure: float) -> None:
    event = QTabletEvent(
        kind, QPointingDevice.primaryPointingDevice(), at, at, pressure, 0, 0, 0, 0, 0,
        NO_MODIFIER, Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton,
    )  # fmt: skip
    QApplication.sendEvent(pad, event)


def test_a_stroke_is_places_pressure_and_time_in_whole_numbers(pad: InkPad) -> None:
    write_on(pad)
    (stroke,) = pad.strokes()
    assert len(stroke) % 4 == 0
    assert all(isinstance(number, int) for number in stroke)
    assert all(0 <= stroke[at] <= 10_000 and 0 <= stroke[at + 1] <= 10_000 for at in (0, 4, 8))
    assert stroke[2] == 500
    times = stroke[3::4]
    assert times[0] == 0
    assert list(times) == sorted(times)


def test_what_was_written_is_ink_the_forms_take(pad: InkPad) -> None:
    write_on(pad)
    ink = ink_of(InkStrokes("F1.client", pad.strokes()), SIGNATURE.ratio)
    assert len(ink.strokes[0]) > 5


def test_a_pen_writes_as_hard_as_it_is_pressed(pad: InkPad) -> None:
    at = QPointF(middle_of(pad))
    tablet(pad, QEvent.Type.TabletPress, at, 0.2)
    tablet(pad, QEvent.Type.TabletMove, at + QPointF(30, 10), 0.9)
    tablet(pad, QEvent.Type.TabletRelease, at + QPointF(30, 10), 0.0)
    (stroke,) = pad.strokes()
    assert stroke[2::4] == (200, 900)


def test_a_finger_writes_and_a_hand_laid_down_beside_it_does_not(pad: InkPad) -> None:
    screen = QTest.createTouchDevice()
    at = middle_of(pad)
    QTest.touchEvent(pad, screen).press(0, at, pad).commit()
    QTest.touchEvent(pad, screen).move(0, at + QPoint(40, 0), pad).press(
        1, at + QPoint(200, 50), pad
    ).commit()
    QTest.touchEvent(pad, screen).release(0, at + QPoint(40, 0), pad).release(
        1, at + QPoint(200, 50), pad
    ).commit()
    (stroke,) = pad.strokes()
    assert stroke[4] > stroke[0]


def test_a_touch_beside_the_box_writes_nothing(pad: InkPad) -> None:
    QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert pad.is_empty


def test_a_stroke_that_leaves_the_box_stays_at_its_edge(pad: InkPad) -> None:
    at = middle_of(pad)
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(pad, QPoint(at.x(), pad.height() - 1))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(at.x(), pad.height() - 1))
    (stroke,) = pad.strokes()
    assert max(stroke[1::4]) == 10_000


def test_clearing_begins_again_and_tells(pad: InkPad, qtbot: QtBot) -> None:
    write_on(pad)
    with qtbot.waitSignal(pad.changed):
        pad.clear()
    assert pad.is_empty
    assert pad.strokes() == ()


def test_each_stroke_is_told(pad: InkPad, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pad.changed):
        write_on(pad)
    assert pad.accessibleDescription() == "已寫 1 筆"


def test_a_screen_reader_hears_what_is_to_be_written_and_whether_it_is(pad: InkPad) -> None:
    assert pad.accessibleName() == "書寫框：客戶簽名"
    assert pad.accessibleDescription() == "還沒有寫"
    assert pad.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_next_box_begins_empty_even_where_it_looks_the_same(pad: InkPad) -> None:
    write_on(pad)
    pad.set_box("F1.client", "客戶簽名", SIGNATURE)
    assert not pad.is_empty
    pad.set_box("F3.client", "客戶簽名", SIGNATURE)
    assert pad.is_empty


def test_ink_keeps_its_place_in_the_box_when_the_screen_changes(pad: InkPad) -> None:
    write_on(pad)
    before = pad.strokes()
    pad.resize(700, 500)
    settle()
    assert pad.strokes() == before


def picture(pad: QWidget) -> QImage:
    return pad.grab().toImage()


def test_ink_is_seen_and_gone_when_cleared(pad: InkPad) -> None:
    empty = picture(pad)
    write_on(pad)
    assert picture(pad) != empty
    pad.clear()
    assert picture(pad) == empty


def test_a_lone_touch_is_a_dot(pad: InkPad) -> None:
    QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=middle_of(pad))
    with_a_dot = picture(pad)
    assert len(pad.strokes()) == 1
    pad.clear()
    assert picture(pad) != with_a_dot


def test_a_sentence_is_cut_between_squares_large_enough_for_a_finger() -> None:
    lines = lines_for(SENTENCE, 1116, 316)
    assert [line.cells for line in lines] == [10, 9]
    assert lines[0].width / lines[0].cells > 100
    assert lines[0].box_width + lines[1].box_width == pytest.approx(1)


@pytest.mark.parametrize("shape", [SIGNATURE, SENTENCE, ENGLISH])
def test_the_lines_cover_the_box_and_fit_the_pad(shape: BoxShape) -> None:
    lines = lines_for(shape, 1116, 316)
    covered = sum(line.box_width * line.box_height for line in lines)
    assert covered == pytest.approx(1)
    assert all(line.left >= 0 and line.left + line.width <= 1116 + 1e-6 for line in lines)
    assert lines[-1].top + lines[-1].height <= 316 + 1e-6
    assert all(before.top + before.height < after.top for before, after in pairwise(lines))


@pytest.mark.parametrize("shape", [SIGNATURE, SENTENCE, ENGLISH])
def test_ink_lands_where_it_was_written_in_its_own_proportions(shape: BoxShape) -> None:
    for line in lines_for(shape, 1116, 316):
        x, y = line.to_box(line.left + 30, line.top + 20)
        assert line.to_screen(x, y) == pytest.approx((line.left + 30, line.top + 20))
        wide = 30 / line.width * line.box_width * shape.width
        high = 20 / line.height * line.box_height * shape.height
        assert wide / high == pytest.approx(30 / 20)


def test_more_ink_than_a_form_takes_is_left_out() -> None:
    record, lines = InkRecord(), lines_for(SIGNATURE, 1000, 300)
    record.begin(lines, (500.0, 150.0), 0.5, 0)
    for step in range(MOST_POINTS + 50):
        record.go_on((500.0 + step % 2 * 10, 150.0), 0.5, step)
    assert sum(len(stroke) for stroke in record.strokes) == MOST_POINTS * 4
    ink = ink_of(InkStrokes("F1.client", record.strokes))
    assert len(ink.strokes) == 1


def test_a_stroke_is_painted_on_the_line_it_was_written_on() -> None:
    lines = lines_for(SENTENCE, 1116, 316)
    record = InkRecord()
    edge = lines[0].left + lines[0].width
    record.begin(lines, (edge - 1, lines[0].top + 5), 0.5, 0)
    record.go_on((edge + 40, lines[0].top + 9), 0.5, 1)
    (stroke,) = record.strokes
    assert line_of(points_of(stroke), lines) is lines[0]
