"""The list of clients found: a model that pages, rows painted, keys."""

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
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.clients.finder import FoundRow
from advisor_desk.ui.widgets.neighbours import ENTER

PAD = 16
Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractListModel):
    """The rows found; replaced whole at each keystroke, longer where the list is scrolled."""

    def __init__(self, more: Callable[[str], Sequence[FoundRow]]) -> None:
        super().__init__()
        self._rows: list[FoundRow] = []
        self._more = more
        self._is_more = False

    def show_rows(self, rows: Sequence[FoundRow], *, is_more: bool) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self._is_more = is_more
        self.endResetModel()

    def row_at(self, place: int) -> FoundRow | None:
        """Return a row; None where there is none."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, client: str) -> int:
        """Return where a client stands first, or where the first client stands; -1: nowhere."""
        for place, row in enumerate(self._rows):
            if client and row.client == client:
                return place
        return next((place for place, row in enumerate(self._rows) if row.client), -1)

    def with_key(self, key: str) -> FoundRow | None:
        """Return the row that a number key opens."""
        return next((row for row in self._rows if key and row.key == key), None)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 - Qt's name
        """Say whether the list goes on."""
        return self._is_more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:  # noqa: N802 - Qt's name
        """Read the next page: whoever scrolls sees no end of a page."""
        if not self.canFetchMore(parent):
            return
        page = self._more(self._rows[-1].client)
        self._is_more = bool(page)
        if page:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(page) - 1)
            self._rows.extend(page)
            self.endInsertRows()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the keyboard pass over a heading."""
        row = self.row_at(index.row())
        if row is None or not row.client:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row, for screen readers too."""
        row = self.row_at(index.row())
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.name} {row.second}".strip()
        if role == Qt.ItemDataRole.ToolTipRole and row.client:
            return row.name
        return None


class RowPainter(QStyledItemDelegate):
    """Paints a row: name, second line, the key that opens it, tint and bar where it is current."""

    def __init__(self, look: Look, model: RowsModel) -> None:
        super().__init__()
        self._look = look
        self._model = model
        theme = look.theme
        self._name, self._small, self._heading = (
            theme.font(kind) for kind in ("strong", "caption", "caption")
        )
        self._name_high = QFontMetrics(self._name).height()
        self._small_high = QFontMetrics(self._small).height()
        self.row_high = max(52, self._name_high + self._small_high + 10)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return one row; a heading is less high."""
        row = self._model.row_at(index.row())
        is_heading = row is not None and not row.client
        return QSize(200, self._small_high + 14 if is_heading else self.row_high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = self._model.row_at(index.row())
        if row is None:
            return
        area: QRect = option.rect
        color = self._look.theme.color
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, color("line"))
        if not row.client:
            self._paint_heading(painter, area, row)
            return
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(area.adjusted(0, 0, 0, -1), color("primary_tint"))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area.left(), area.top(), 3, area.height(), color("primary"))
        self._paint_row(painter, area, row)

    def _paint_heading(self, painter: QPainter, area: QRect, row: FoundRow) -> None:
        painter.setFont(self._heading)
        painter.setPen(self._look.theme.color("ink_2"))
        place = area.adjusted(PAD, 0, -PAD, -6)
        flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, flags, row.name)

    def _paint_row(self, painter: QPainter, area: QRect, row: FoundRow) -> None:
        color = self._look.theme.color
        room = area.adjusted(PAD, 0, -PAD, 0)
        if row.key:
            room.setRight(self._paint_key(painter, room, row.key))
        top = area.top() + (area.height() - self._name_high - self._small_high) // 2
        lines = (
            (row.name, self._name, "ink", top, self._name_high),
            (row.second, self._small, "ink_2", top + self._name_high, self._small_high),
        )
        for text, font, ink, at, high in lines:
            painter.setFont(font)
            painter.setPen(color(ink))
            cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            place = QRect(room.left(), at, room.width(), high)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, cut)

    def _paint_key(self, painter: QPainter, room: QRect, key: str) -> int:
        """Paint the cap of the key at the right; return where the words must end."""
        color, words = self._look.theme.color, self._look.words
        said = words.say("CLIENTS_KEY", key=key)
        painter.setFont(self._small)
        wide = painter.fontMetrics().horizontalAdvance(said) + 12
        cap = QRect(0, 0, wide, max(20, self._small_high))
        cap.moveCenter(room.center())
        cap.moveRight(room.right())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("line_strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(color("ink_2"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, said)
        return cap.left() - PAD


class FoundList(QListView):
    """The list. Enter opens the current row, Up from the first and any letter go to the box."""

    opened = Signal(str)
    up = Signal()
    typed = Signal(str)

    def __init__(self, look: Look, model: RowsModel) -> None:
        super().__init__()
        self._model = model
        self._painter = RowPainter(look, model)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setObjectName("clients.list")
        self.setAccessibleName(look.words.say("CLIENTS_LIST"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open by Enter or a number; leave upwards; go on typing in the box."""
        key, text = event.key(), event.text()
        first = self._model.place_of("")
        if key in ENTER:
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= first:
            self.up.emit()
        elif (row := self._model.with_key(text)) is not None:
            self.opened.emit(row.client)
        elif text.isprintable() and text.strip() and not _is_command(event):
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def show_rows(self, rows: Sequence[FoundRow], *, is_more: bool) -> None:
        """Show other rows; without headings they are equally high, and one measure is enough."""
        self.setUniformItemSizes(all(row.client for row in rows))
        self._model.show_rows(rows, is_more=is_more)

    def go_to(self, client: str) -> None:
        """Make a client's row the current one, or the first row."""
        place = self._model.place_of(client)
        if place >= 0:
            self.setCurrentIndex(self._model.index(place))

    def _open(self, index: QModelIndex) -> None:
        row = self._model.row_at(index.row())
        if row is not None and row.client:
            self.opened.emit(row.client)


def _is_command(event: QKeyEvent) -> bool:
    commands = (
        Qt.KeyboardModifier.ControlModifier
        | Qt.KeyboardModifier.AltModifier
        | Qt.KeyboardModifier.MetaModifier
    )
    return bool(event.modifiers() & commands)
