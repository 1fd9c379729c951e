"""The sections of the fact-find at the left: which is shown, which is done, what is lacking."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.needs.presenter import SectionState
from advisor_desk.ui.theme import icon_pixmap
from advisor_desk.ui.widgets import Card
from advisor_desk.ui.widgets.neighbours import press_or_step

HEIGHT = 52
ICON = 20


class SectionButton(QAbstractButton):
    """One section: its name, and below it how it stands; a tick where nothing is lacking."""

    def __init__(self, look: Look, section: SectionState) -> None:
        super().__init__()
        self._look = look
        self._is_shown = False
        self._high = round(HEIGHT * look.theme.scale)
        self.section = section
        self.setObjectName(f"needs.section.{section.id}")
        self.setText(section.title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(self._high)

    def show_section(self, section: SectionState, *, is_shown: bool) -> None:
        """Show how the section stands."""
        self.section = section
        self._is_shown = is_shown
        self.setAccessibleName(f"{section.title} {self._second()}")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return one row."""
        return QSize(180, self._high)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter press it; plain arrows go to the neighbours."""
        if not press_or_step(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint tint and bar where shown, the icon, and the two lines."""
        theme = self._look.theme
        painter = QPainter(self)
        if self._is_shown or self.underMouse():
            painter.fillRect(self.rect(), theme.color("primary_tint"))
        if self._is_shown:
            painter.fillRect(0, 0, 3, self.height(), theme.color("primary"))
        icon, tone = self._icon()
        pixmap = icon_pixmap(icon, theme.color(tone), ICON, self.devicePixelRatioF())
        painter.drawPixmap(12, (self._high - ICON) // 2, pixmap)
        left = 12 + ICON + 10
        painter.setPen(theme.color("ink"))
        painter.setFont(theme.font("strong" if self._is_shown else "body"))
        room = self.width() - left - 4
        half = self._high / 2
        first = QRectF(left, 4, room, half - 4)
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setPen(theme.color("warn" if self.section.flagged else "ink_2"))
        painter.setFont(theme.font("caption"))
        below = QRectF(left, half, room, half - 6)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, self._second())
        painter.end()

    def _second(self) -> str:
        words, section = self._look.words, self.section
        if section.flagged:
            return words.say("NEEDS_SECTION_DIFFERENT")
        if section.done:
            return words.say("NEEDS_SECTION_DONE")
        return words.say("NEEDS_SECTION_LEFT", left=section.left)

    def _icon(self) -> tuple[str, str]:
        if self.section.flagged:
            return "alert-triangle", "warn"
        return ("circle-check", "ok") if self.section.done else ("point", "ink_3")


class SectionList(Card):
    """All sections. ``chosen`` names the one pressed."""

    chosen = Signal(str)

    def __init__(self, look: Look, sections: tuple[SectionState, ...]) -> None:
        super().__init__(look)
        inner = self.layout()
        if isinstance(inner, QVBoxLayout):
            inner.setContentsMargins(1, 8, 1, 8)
        self.body.setSpacing(0)
        self._buttons: dict[str, SectionButton] = {}
        for section in sections:
            button = SectionButton(look, section)
            button.clicked.connect(self._pressed)
            self._buttons[section.id] = button
            self.body.addWidget(button)
        self.body.addStretch(1)

    def show_sections(self, sections: tuple[SectionState, ...], shown: str) -> None:
        """Show how every section stands."""
        for section in sections:
            self._buttons[section.id].show_section(section, is_shown=section.id == shown)

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, SectionButton):
            self.chosen.emit(button.section.id)
