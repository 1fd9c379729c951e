"""Papers on the screen: real pages, sharp, turned by keyboard, marks over them and not in them."""

import time
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.opening.pages import cut_off, dress, look_of
from tests.ui.papers import LANGUAGES, pdf, settle

from advisor_desk.domain.languages import Language
from advisor_desk.forms.pdfium_lock import PDFIUM
from advisor_desk.ui.papers.paper_pages import Paper
from advisor_desk.ui.widgets.page_canvas import PageCanvas, PageMark
from advisor_desk.ui.widgets.page_parts import PageParts
from advisor_desk.ui.widgets.page_viewer import PageViewer

TWO = (Paper("F1", pdf("one", "two")), Paper("F2", pdf("three")))


@pytest.fixture
def viewer(qtbot: QtBot) -> PageViewer:
    look = look_of()
    dress(look)
    shown = PageViewer(look)
    qtbot.addWidget(shown)
    shown.resize(848, 648)
    shown.show_papers(TWO)
    shown.show()
    shown.area().setFocus()
    settle()
    return shown


def seen(canvas: PageCanvas) -> QImage:
    return canvas.grab().toImage()


def button(viewer: PageViewer, name: str) -> QPushButton:
    found = viewer.findChild(QPushButton, f"pages.{name}")
    assert isinstance(found, QPushButton)
    return found


def test_at_100_percent_a_page_has_96_dots_an_inch(viewer: PageViewer) -> None:
    assert viewer.zoom == 100
    assert (viewer.canvas.width(), viewer.canvas.height()) == (794, 1123)


def test_pages_are_counted_through_all_papers(viewer: PageViewer) -> None:
    titles = []
    for page in range(viewer.pages):
        viewer.go_to(page)
        titles.append(viewer.area().accessibleName())
    assert titles == ["F1 第 1 頁，共 3 頁", "F1 第 2 頁，共 3 頁", "F2 第 3 頁，共 3 頁"]


def test_a_screen_reader_reads_the_page(viewer: PageViewer) -> None:
    viewer.go_to(1)
    assert "two" in viewer.area().accessibleDescription()


def test_page_down_goes_on_by_a_screen_and_then_to_the_next_page(viewer: PageViewer) -> None:
    pages = []
    for _ in range(5):
        QTest.keyClick(viewer.area(), Qt.Key.Key_PageDown)
        pages.append(viewer.page)
    assert pages == [0, 1, 1, 2, 2]
    QTest.keyClick(viewer.area(), Qt.Key.Key_PageUp)
    QTest.keyClick(viewer.area(), Qt.Key.Key_PageUp)
    assert viewer.page == 1


def test_the_first_and_the_last_page_are_a_key_away(viewer: PageViewer) -> None:
    QTest.keyClick(viewer.area(), Qt.Key.Key_End)
    assert viewer.page == 2
    QTest.keyClick(viewer.area(), Qt.Key.Key_Home)
    assert viewer.page == 0


def test_zoom_goes_by_key_and_by_button_and_back_to_100(viewer: PageViewer) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(viewer.area(), Qt.Key.Key_Plus, control)
    assert viewer.zoom == 125
    QTest.mouseClick(button(viewer, "smaller"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(viewer, "smaller"), Qt.MouseButton.LeftButton)
    assert viewer.zoom == 80
    QTest.keyClick(viewer.area(), Qt.Key.Key_0, control)
    assert viewer.zoom == 100


def test_the_wheel_turns_no_page_by_accident(viewer: PageViewer) -> None:
    QTest.keyClick(viewer.area(), Qt.Key.Key_Down)
    assert viewer.page == 0


def test_the_buttons_of_the_ends_are_closed_there(viewer: PageViewer) -> None:
    assert not button(viewer, "before").isEnabled()
    viewer.go_to(2)
    assert not button(viewer, "after").isEnabled()


def test_a_mark_tints_its_box_and_leaves_what_is_printed_black(viewer: PageViewer) -> None:
    viewer.set_marks((PageMark(0, 90, 690, 200, 60, 7),))
    viewer.canvas.set_draft("")
    picture = seen(viewer.canvas)
    place = viewer.canvas.place_of(PageMark(0, 90, 690, 200, 60, 7)).toRect()
    ground = picture.pixelColor(place.left() + 6, place.bottom() - 6)
    assert ground.name() == "#fbf1dc"
    darkest = min(
        picture.pixelColor(x, y).lightness()
        for x in range(place.left() + 6, place.left() + 120)
        for y in range(place.top() + 6, place.bottom() - 6)
    )
    assert darkest < 40


def test_marks_of_other_pages_are_not_painted(viewer: PageViewer) -> None:
    viewer.set_marks((PageMark(2, 90, 300, 200, 60, 7),))
    before = seen(viewer.canvas)
    viewer.set_marks(())
    assert seen(viewer.canvas) == before


def test_a_box_is_brought_into_sight(viewer: PageViewer) -> None:
    viewer.show_mark(PageMark(2, 90, 60, 200, 40, 1))
    assert viewer.page == 2
    assert viewer.area().verticalScrollBar().value() > 300  # type: ignore[attr-defined]


def test_the_draft_mark_is_painted_over_the_page_and_never_into_the_file(
    viewer: PageViewer,
) -> None:
    plain, content = seen(viewer.canvas), bytes(TWO[0].content)
    viewer.set_draft("草稿 未簽")
    marked = seen(viewer.canvas)
    assert marked != plain
    assert TWO[0].content == content
    darkest = min(
        marked.pixelColor(x, y).lightness() for x in range(200, 600, 3) for y in range(300, 420, 3)
    )
    assert darkest > 230  # seven percent of ink


def test_paper_is_white_in_every_theme(qtbot: QtBot) -> None:
    look = look_of(name="dark")
    dress(look)
    shown = PageViewer(look)
    qtbot.addWidget(shown)
    shown.show_papers(TWO)
    assert seen(shown.canvas).pixelColor(QPoint(20, 20)) == QColor("white")


def test_a_page_is_rendered_within_fifty_milliseconds(viewer: PageViewer) -> None:
    viewer.go_to(1)
    spent = []
    for zoom in (80, 100, 125):
        viewer.set_zoom(zoom)
        before = time.process_time()
        viewer.canvas.grab()
        spent.append(time.process_time() - before)
    assert min(spent) < 0.05


def test_while_pdfium_works_elsewhere_the_screen_does_not_wait(
    viewer: PageViewer, qtbot: QtBot
) -> None:
    viewer.set_zoom(150)
    with PDFIUM:
        blank = seen(viewer.canvas)
    assert blank.pixelColor(250, 270) == QColor("white")
    qtbot.waitUntil(lambda: seen(viewer.canvas) != blank)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_bar_is_cut_off(qtbot: QtBot, language: Language) -> None:
    look = look_of(language)
    dress(look)
    shown = PageViewer(look)
    qtbot.addWidget(shown)
    shown.resize(816, 648)
    shown.show_papers((Paper("F3 Risk disclosure and product presentation", pdf("x", "y")),))
    shown.show()
    settle()
    outside = [one for one in cut_off(shown) if "PageCanvas" not in one]
    assert [one for one in outside if "qt_scrollarea" not in one] == []


@pytest.fixture
def parts(qtbot: QtBot) -> PageParts:
    look = look_of().client(Language.zh_TW)
    shown = PageParts(look, "client.pages")
    qtbot.addWidget(shown)
    shown.resize(1120, 528)
    shown.show_papers(TWO)
    shown.show()
    settle()
    return shown


def test_the_client_sees_pages_in_parts_as_wide_as_the_screen(parts: PageParts) -> None:
    assert parts.parts == 3 * 4
    canvas = parts.findChild(PageCanvas)
    assert isinstance(canvas, PageCanvas)
    assert canvas.width() > parts.width()  # the paper's margins are left out


def test_the_parts_of_a_page_overlap_and_cover_it_whole(parts: PageParts) -> None:
    canvas = parts.findChild(PageCanvas)
    assert isinstance(canvas, PageCanvas)
    tops = []
    for part in range(4):
        parts.show_part(part)
        tops.append(-canvas.y())
    steps = [after - before for before, after in pairwise(tops)]
    assert all(0 < step < 526 for step in steps)
    assert tops[-1] + 526 > canvas.height() * 0.95


def test_more_parts_on_a_smaller_screen_are_told(parts: PageParts, qtbot: QtBot) -> None:
    with qtbot.waitSignal(parts.parts_changed):
        parts.resize(1120, 300)
        QApplication.sendPostedEvents(parts, QEvent.Type.Resize)
    assert parts.parts > 12


def test_an_unknown_key_is_left_to_the_page(viewer: PageViewer) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewer.area(), event)
    assert not event.isAccepted()
