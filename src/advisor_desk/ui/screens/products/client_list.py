"""What fits, in large rows; a touch takes one."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.products.presenter import ProductsPresenter
from advisor_desk.ui.screens.products.words import in_short
from advisor_desk.ui.widgets import Button, GradeBadge, Label, clear

A_PAGE = 4
ROW = 84


class ProductChoice(QAbstractButton):
    """A product to take: name and terms. The badge beside it is its own widget."""

    def __init__(self, look: Look, one: ShelfAnswer) -> None:
        super().__init__()
        self._look = look
        self.code = one.product.code
        self._second = in_short(one, look.words)
        self.setText(one.product.name)
        self.setObjectName(f"product.{one.product.code}.choose")
        self.setAccessibleName(f"{one.product.risk.name} {one.product.name}, {self._second}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(ROW)
        self._badge = GradeBadge(look, one.product.risk, "l")
        self._badge.setParent(self)
        self._badge.move(20, (ROW - self._badge.height()) // 2)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a wide row."""
        return QSize(600, ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter take it; arrows go to the neighbours."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint frame, name and terms."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("button_line"), 2))
        painter.setBrush(theme.color("primary_tint" if self.isDown() else "ground"))
        corner = theme.radius("answer")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)
        room = self.width() - 160 - 24
        painter.setFont(theme.font("client_answer"))
        painter.setPen(theme.color("ink"))
        name = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(160, 4, room, 42), middle, name)
        painter.setFont(theme.font("client_body"))
        painter.setPen(theme.color("ink_2"))
        metrics = painter.fontMetrics()
        second = metrics.elidedText(self._second, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(160, 42, room, 38), middle, second)
        painter.end()


class ListPage(QWidget):
    """A page of four, back and next at the foot."""

    nothing_wanted = Signal()

    def __init__(self, look: Look, presenter: ProductsPresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self._start = 0
        self._shown: object = None
        words = look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._title = Label(look, "", "client_question")
        column.addWidget(self._title)
        column.addWidget(Label(look, words.say("CHOOSE_TEXT"), "client_body", "ink_2"))
        box = QWidget()
        self._rows = QVBoxLayout(box)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        column.addWidget(box)
        column.addStretch(1)
        foot = QHBoxLayout()
        self._before = Button(
            look, words.say("CHOOSE_BEFORE"), "client", "arrow-left", name="choose.before"
        )
        self._before.clicked.connect(self._page_before)
        nothing = Button(look, words.say("CHOOSE_NOTHING"), "client_plain", name="choose.nothing")
        nothing.clicked.connect(presenter.buy_nothing)
        self._after = Button(
            look, words.say("CHOOSE_AFTER"), "client", "arrow-right", name="choose.after"
        )
        self._after.clicked.connect(self._page_after)
        foot.addWidget(self._before)
        foot.addStretch(1)
        foot.addWidget(nothing)
        foot.addStretch(1)
        foot.addWidget(self._after)
        column.addLayout(foot)

    def first_focus(self) -> QWidget:
        """Return the first product, else the way out."""
        return self.findChild(ProductChoice) or self._before

    def show_state(self) -> None:
        """Show what fits the money."""
        pot = self._presenter.pot()
        words = self._look.words
        if pot is not None:
            self._title.say(words.say("CHOOSE_TITLE", pot=pot.name, amount=words.money(pot.amount)))
        fitting = self._presenter.fitting()
        self._start = min(self._start, max(len(fitting) - 1, 0) // A_PAGE * A_PAGE)
        shown = fitting[self._start : self._start + A_PAGE]
        self._before.setVisible(self._start > 0)
        self._after.setVisible(self._start + A_PAGE < len(fitting))
        key = tuple(one.product for one in shown)
        if key == self._shown:
            return
        self._shown = key
        clear(self._rows)
        for one in shown:
            row = ProductChoice(self._look, one)
            row.clicked.connect(self._picked)
            self._rows.addWidget(row)
        if not shown:
            self._rows.addWidget(Label(self._look, words.say("CHOOSE_NONE"), "client_body"))

    def _picked(self) -> None:
        row = self.sender()
        if isinstance(row, ProductChoice):
            self._presenter.pick(row.code)

    def _page_before(self) -> None:
        self._start = max(self._start - A_PAGE, 0)
        self.show_state()

    def _page_after(self) -> None:
        self._start += A_PAGE
        self.show_state()
