"""Interviews with papers on the table: a presenter over a real practice home, and its two pages."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from reportlab.pdfgen.canvas import Canvas
from tests.services.branch import Walk
from tests.ui.opening.pages import AtOnce, Shown, cut_off, dress, look_of, small_targets

from advisor_desk.domain.languages import Language
from advisor_desk.ui.client.screen import ClientScreen
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.widgets.ink_pad import InkPad
from advisor_desk.ui.widgets.scrolled import ScrollArea
from advisor_desk.ui.words import Wording

HEIGHT = 800 - 56 - 32 - 64
A4 = (595.28, 841.89)
LANGUAGES = list(Language)


@dataclass
class Table:
    """One stage of an interview: presenter, the adviser's page, the client's page."""

    interview: OpenInterview
    presenter: Any
    adviser: Shown
    client: Shown

    def go_on(self) -> None:
        """Do what the button below the page does."""
        assert self.presenter.reason() == ""
        self.presenter.confirm()
        self.interview.changed()
        settle()

    def cut(self) -> list[str]:
        """Give what is cut off on either screen, and what a finger would miss on the client's."""
        both = cut_off(self.adviser.window) + cut_off(self.client.window)
        # A page larger than the place it is looked at in is meant.
        found = [one for one in both if not one.startswith(("PageCanvas", "QWidget"))]
        return found + small_targets(self.client.window)


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def opened(walk: Walk, language: Language = Language.zh_TW, runner: Any = None) -> OpenInterview:
    return OpenInterview(walk.do, walk.interview, Wording(language), runner or AtOnce())


def laid(
    walk: Walk,
    classes: tuple[Callable[..., Any], Any, Any],
    language: Language = Language.zh_TW,
    *,
    theme: str = "light",
    runner: Any = None,
    ending: bool = False,
) -> Table:
    """Lay a stage out at 1280 x 800 as the frame and the client's screen do."""
    make, view_of, client_of = classes
    interview = opened(walk, language, runner)
    interview.is_ending = ending
    presenter = make(interview)
    look = look_of(language, theme)
    dress(look)
    view = view_of(look, presenter)
    client = client_of(look.client(language), presenter)
    window = _framed(view)
    screen = ClientScreen(look.client(language), "示例銀行", interview.adviser)
    screen.resize(1280, 800)

    def show() -> None:
        view.show_state()
        screen.show_page(client)

    interview.listen(show)
    show()
    for one in (screen, window):
        one.show()
    window.activateWindow()
    settle()
    return Table(interview, presenter, Shown(view, window), Shown(client, screen))


def _framed(view: Any) -> QWidget:
    width = 1280 - 72 - (56 if view.wants_width else 208)
    window = ScrollArea()
    window.setWidget(view)
    window.resize(width - (0 if view.hides_side_panel else 272), HEIGHT)
    return window


def write_on(pad: QWidget) -> None:
    """Write with the mouse, something on each line of a pad."""
    assert isinstance(pad, InkPad)
    for line in pad.lines():
        left, top = line.left + line.width * 0.2, line.top + line.height * 0.3
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(int(left), int(top)))
        for step in range(1, 9):
            down = line.height * (0.3 if step % 2 else 0.05)
            QTest.mouseMove(pad, QPoint(int(left + step * 12), int(top + down)))
        end = QPoint(int(left + 110), int(top + 5))
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=end)


def pdf(*pages: str) -> bytes:
    """Return a paper of A4 pages with a word each."""
    content = BytesIO()
    canvas = Canvas(content, pagesize=A4, invariant=1)
    for text in pages:
        canvas.setFont("Helvetica", 24)
        canvas.drawString(100, 700, text)
        canvas.showPage()
    canvas.save()
    return content.getvalue()
