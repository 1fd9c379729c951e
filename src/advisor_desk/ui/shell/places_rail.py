"""The dark rail at the left: the places of the program, with their keys."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from advisor_desk.ui.look import Look
from advisor_desk.ui.theme import icon_pixmap
from advisor_desk.ui.widgets.bank_mark import BankMark
from advisor_desk.ui.widgets.checkable import OneOfSome
from advisor_desk.ui.widgets.neighbours import ENTER

ICON = 24
BESIDE_WORD = 4
CLOSED = 0.6  # of a place that cannot be gone to now
ALWAYS = ("interview", "help")  # also while the desk is the witness's
LARGEST = 16  # pixels of type: a wider rail would take room from the pages


class PlaceOnRail(NamedTuple):
    """A place: its id, icon, and the key that goes there."""

    id: str
    icon: str
    key: str


PLACES = (
    PlaceOnRail("today", "sun", "Ctrl+1"),
    PlaceOnRail("clients", "users", "Ctrl+2"),
    PlaceOnRail("interview", "messages", "Ctrl+3"),
    PlaceOnRail("materials", "books", "Ctrl+6"),
)
AT_FOOT = (
    PlaceOnRail("settings", "settings", "Ctrl+,"),
    PlaceOnRail("help", "help", "F1"),
)


class RailButton(OneOfSome):
    """One place on the rail."""

    def __init__(self, look: Look, place: PlaceOnRail) -> None:
        super().__init__()
        self._look = look
        self.place = place
        self.setObjectName(f"place.{place.id}")
        self.setText(look.words.say(f"PLACE_{place.id}"))
        self.setToolTip(place.key)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        font = look.theme.font("caption")
        font.setPixelSize(min(font.pixelSize(), LARGEST))
        self.setFont(font)
        self.setFixedHeight(60)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for its word; no narrower than the rail."""
        word = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 2 * BESIDE_WORD
        return QSize(max(self._look.theme.size("places_rail"), word), 60)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter press it."""
        if event.key() in ENTER:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint ground, icon and word, and the bar where one is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else CLOSED)
        theme = self._look.theme
        here = self.isChecked()
        if here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("rail_active"))
            painter.drawRoundedRect(QRectF(4, 0, self.width() - 8, self.height()), 8, 8)
            painter.fillRect(0, 16, 3, 28, theme.color("on_rail"))
        ink = theme.color("on_rail" if here else "on_rail_2")
        pixmap = icon_pixmap(self.place.icon, ink, ICON, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - ICON) // 2, 7, pixmap)
        painter.setPen(ink)
        painter.setFont(self.font())
        word = QRectF(0, 34, self.width(), 22)
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class PlacesRail(QFrame):
    """``wanted`` carries the id of the place pressed."""

    wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("box", "rail")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 8)
        column.setSpacing(4)
        column.addWidget(BankMark(look, 32, on_rail=True), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(10)
        self._buttons: dict[str, RailButton] = {}
        for place in PLACES:
            column.addWidget(self._made(look, place))
        column.addStretch(1)
        for place in AT_FOOT:
            column.addWidget(self._made(look, place))
        self.setFixedWidth(max(one.sizeHint().width() for one in self._buttons.values()))

    def show_place(self, place: str) -> None:
        """Show where one is."""
        for name, button in self._buttons.items():
            button.setChecked(name == place)

    def close_others(self, *, is_closed: bool) -> None:
        """Let nothing but the interview and the help be gone to, or everything again."""
        for name, button in self._buttons.items():
            button.setEnabled(name in ALWAYS or not is_closed)

    def _made(self, look: Look, place: PlaceOnRail) -> RailButton:
        button = RailButton(look, place)
        button.clicked.connect(self._pressed)
        self._buttons[place.id] = button
        return button

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton):
            button.setChecked(True)
            self.wanted.emit(button.place.id)
