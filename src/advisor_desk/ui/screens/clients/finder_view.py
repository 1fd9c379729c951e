"""The finder: one box, and the list it paints while one types."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.clients.finder import Finder, FoundRow
from advisor_desk.ui.widgets import Button, EmptyState, Label

ROW = 52
Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractListModel):
    """The rows found; replaced whole at each keystroke."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[FoundRow] = ()

    def show_rows(self, rows: Sequence[FoundRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, place: int) -> FoundRow | None:
        """Return a row; None where there is none."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row, for screen readers too."""
        row = self.row_at(index.row())
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.name} {row.second}"
        return None


class RowPainter(QStyledItemDelegate):
    """Paints a row: name, second line, tint and bar where it is current."""

    def __init__(self, look: Look, model: RowsModel) -> None:
        super().__init__()
        self._look = look
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """Return one row: all are equally high."""
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = self._model.row_at(index.row())
        if row is None:
            return
        theme = self._look.theme
        area: QRect = option.rect
        state = option.state
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(area, theme.color("primary_tint"))
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area.left(), area.top(), 3, area.height(), theme.color("primary"))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme.color("line"))
        first = area.adjusted(16, 5, -16, -26)
        second = area.adjusted(16, 27, -16, -4)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color("ink"))
        name = painter.fontMetrics().elidedText(
            row.name, Qt.TextElideMode.ElideRight, first.width()
        )
        painter.drawText(first, middle, name)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("ink_2"))
        painter.drawText(second, middle, row.second)


class FinderBox(QLineEdit):
    """The box. Down goes into the list, Enter opens its first row."""

    down = Signal()
    enter = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Hear Down and Enter; everything else is typing."""
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter.emit()
        else:
            super().keyPressEvent(event)


class FoundList(QListView):
    """The list. Enter opens the current row, Up from the first goes back to the box."""

    opened = Signal(str)
    up = Signal()

    def __init__(self, look: Look, model: RowsModel) -> None:
        super().__init__()
        self._model = model
        self._painter = RowPainter(look, model)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setObjectName("clients.list")
        self.setAccessibleName(look.words.say("CLIENTS_LIST"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open by Enter; leave upwards."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.up.emit()
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        row = self._model.row_at(index.row())
        if row is not None:
            self.opened.emit(row.client)


class FinderView(QWidget):
    """``opened`` carries the client whose file is wanted."""

    opened = Signal(str)

    def __init__(self, look: Look, finder: Finder, new_client: Callable[[], None]) -> None:
        super().__init__()
        self._look = look
        self._finder = finder
        self._model = RowsModel()
        words, size = look.words, look.theme.size
        column = QVBoxLayout(self)
        column.setContentsMargins(size("l"), size("l"), size("l"), size("l"))
        column.setSpacing(size("m"))
        head = QHBoxLayout()
        lines = QVBoxLayout()
        lines.setSpacing(size("xs"))
        lines.addWidget(Label(look, words.say("CLIENTS_TITLE"), "title"))
        lines.addWidget(Label(look, words.say("CLIENTS_TEXT"), "body", "ink_2"))
        head.addLayout(lines, 1)
        new = Button(
            look, words.say("CLIENTS_NEW"), icon="user-plus", key="Ctrl+N", name="clients.new"
        )
        new.clicked.connect(new_client)
        head.addWidget(new)
        column.addLayout(head)
        column.addWidget(self._made_box())
        self._list = FoundList(look, self._model)
        self._list.opened.connect(self.opened)
        self._list.up.connect(self.first_focus().setFocus)
        self._nobody = EmptyState(
            look,
            "users",
            words.say("CLIENTS_NOBODY"),
            words.say("CLIENTS_NOBODY_TEXT"),
            words.say("CLIENTS_NEW"),
            "clients.create",
        )
        self._nobody.pressed.connect(new_client)
        self._below = QStackedWidget()
        self._below.addWidget(self._list)
        self._below.addWidget(self._nobody)
        column.addWidget(self._below, 1)
        self.show_rows()

    def first_focus(self) -> QWidget:
        """Return the box."""
        return self._box

    def show_rows(self) -> None:
        """Ask once, and show who answers."""
        self._model.show_rows(self._finder.rows(self._look.words))
        self._below.setCurrentWidget(self._list if self._model.rowCount() else self._nobody)

    def _made_box(self) -> FinderBox:
        self._box = FinderBox()
        self._box.setObjectName("clients.find")
        self._box.setAccessibleName(self._look.words.say("CLIENTS_FIND"))
        self._box.setPlaceholderText(self._look.words.say("CLIENTS_FIND"))
        self._box.setFont(self._look.theme.font("lead"))
        self._box.setFixedHeight(48)
        self._box.setClearButtonEnabled(True)
        self._box.setText(self._finder.text)
        self._box.textChanged.connect(self._typed)
        self._box.down.connect(self._into_list)
        self._box.enter.connect(self._open_first)
        return self._box

    def _typed(self, text: str) -> None:
        self._finder.text = text
        self.show_rows()

    def _into_list(self) -> None:
        if self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(0))
            self._list.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_first(self) -> None:
        row = self._model.row_at(0)
        if row is not None and self._finder.text.strip():
            self.opened.emit(row.client)
