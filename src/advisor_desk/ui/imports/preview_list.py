"""The rows of a file, painted in columns, with what is wrong below each. Read-only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from advisor_desk.ui.imports.presenter import ShownRow
from advisor_desk.ui.look import Look
from advisor_desk.ui.theme import icon_pixmap

PAD, GAP, ICON = 12, 8, 16
FEW_HIGH = 128
_ICONS = {
    "ok": ("circle-check", "ok"),
    "duty": ("alert-triangle", "warn"),
    "info": ("point", "ink_3"),
    "stop": ("ban", "stop"),
}
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the cells of a row stand: the line, the outcome, then the fields by their shares."""

    line: int
    outcome: int
    shares: tuple[int, ...]

    @property
    def fields_at(self) -> int:
        """Return where the first field begins."""
        return PAD + self.line + GAP + ICON + GAP + self.outcome + GAP

    def places(self, width: int) -> list[tuple[int, int]]:
        """Return left edge and width of each field in a row so wide."""
        room = max(0, width - self.fields_at - PAD - GAP * len(self.shares))
        whole = sum(self.shares) or 1
        made, left = [], self.fields_at
        for share in self.shares:
            wide = room * share // whole
            made.append((left, wide))
            left += wide + GAP
        return made


class PreviewModel(QAbstractListModel):
    """The rows shown."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[ShownRow] = ()

    def show_rows(self, rows: Sequence[ShownRow]) -> None:
        """Show other rows."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def row_at(self, place: int) -> ShownRow | None:
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
            return " ".join((str(row.line), row.outcome, *row.cells, *row.notes))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((" ".join(row.cells), *row.notes))
        return None


class PreviewPainter(QStyledItemDelegate):
    """Paints a row, and below it what is wrong, each in a line of its own."""

    def __init__(self, look: Look, model: PreviewModel) -> None:
        super().__init__()
        self._look = look
        self._model = model
        self._font, self._small = look.theme.font("body"), look.theme.font("caption")
        self._high = QFontMetrics(self._font).height()
        self._small_high = QFontMetrics(self._small).height()
        self.columns = Columns(0, 0, ())

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return the height of the row with its notes."""
        row = self._model.row_at(index.row())
        notes = len(row.notes) if row else 0
        return QSize(200, self._high + notes * (self._small_high + 2) + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = self._model.row_at(index.row())
        if row is None:
            return
        area: QRect = option.rect
        color = self._look.theme.color
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, color("line"))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area.adjusted(0, 0, 0, -1), color("primary_tint"))
            painter.fillRect(area.left(), area.top(), 3, area.height() - 1, color("primary"))
        self._paint_line(painter, area, row)
        top = area.top() + 5 + self._high
        at = area.left() + self.columns.fields_at
        for note in row.notes:
            place = QRect(at, top + 2, area.right() - at - PAD, self._small_high)
            self._paint_text(painter, place, note, "stop" if row.tone == "stop" else "warn")
            top += self._small_high + 2

    def _paint_line(self, painter: QPainter, area: QRect, row: ShownRow) -> None:
        columns, top = self.columns, area.top() + 5
        icon, tone = _ICONS[row.tone]
        ratio = painter.device().devicePixelRatioF()
        pixmap = icon_pixmap(icon, self._look.theme.color(tone), ICON, ratio)
        left = area.left() + PAD
        painter.setFont(self._font)
        self._paint_text(
            painter, QRect(left, top, columns.line, self._high), str(row.line), "ink_2"
        )
        left += columns.line + GAP
        painter.drawPixmap(left, top + (self._high - ICON) // 2, pixmap)
        left += ICON + GAP
        self._paint_text(painter, QRect(left, top, columns.outcome, self._high), row.outcome, "ink")
        if row.cells:
            for (at, wide), cell in zip(columns.places(area.width()), row.cells, strict=False):
                place = QRect(area.left() + at, top, wide, self._high)
                self._paint_text(painter, place, cell, "ink")
        painter.setFont(self._small)

    def _paint_text(self, painter: QPainter, place: QRect, text: str, tone: str) -> None:
        painter.setPen(self._look.theme.color(tone))
        flat = " ".join(text.split())
        cut = painter.fontMetrics().elidedText(flat, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, cut)


class PreviewHeads(QWidget):
    """What the columns are called, above the list."""

    def __init__(self, look: Look, rows: "PreviewList") -> None:
        super().__init__()
        self._look = look
        self._rows = rows
        self._columns = Columns(0, 0, ())
        self._words: tuple[str, ...] = ()
        self._font = look.theme.font("caption")
        self.setFixedHeight(QFontMetrics(self._font).height() + 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_heads(self, columns: Columns, words: tuple[str, ...]) -> None:
        """Show other names; the first is that of the line, the second that of the outcome."""
        self._columns, self._words = columns, words
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the names."""
        painter = QPainter(self)
        painter.setFont(self._font)
        painter.setPen(self._look.theme.color("ink_2"))
        columns, high = self._columns, self.height()
        outcome_at = PAD + columns.line + GAP
        places = [(PAD, columns.line), (outcome_at, ICON + GAP + columns.outcome)]
        for (left, wide), text in zip(
            (*places, *columns.places(self._rows.viewport().width())), self._words, strict=False
        ):
            cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, wide)
            painter.drawText(QRect(left, 0, wide, high), Qt.AlignmentFlag.AlignVCenter, cut)
        painter.end()


class PreviewList(QListView):
    """The list. Arrows go through it, nothing in it is changed."""

    def __init__(self, look: Look, shares: Mapping[str, int]) -> None:
        super().__init__()
        self._look = look
        self._shares = shares
        self._model = PreviewModel()
        self._painter = PreviewPainter(look, self._model)
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.setObjectName("import.rows")
        self.setAccessibleName(look.words.say("IMPORT_ROWS"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a few rows: the list takes what is left of the page, and scrolls."""
        return QSize(200, FEW_HIGH)

    def show_rows(self, fields: Sequence[str], rows: Sequence[ShownRow]) -> Columns:
        """Show other rows; return where their cells stand."""
        metrics = QFontMetrics(self._look.theme.font("body"))
        small = QFontMetrics(self._look.theme.font("caption"))
        head = small.horizontalAdvance(self._look.words.say("IMPORT_LINE"))
        line = max((metrics.horizontalAdvance(str(row.line)) for row in rows), default=0)
        outcome = max((metrics.horizontalAdvance(row.outcome) for row in rows), default=0)
        named = small.horizontalAdvance(self._look.words.say("IMPORT_OUTCOME")) - ICON - GAP
        shares = tuple(self._shares[field] for field in fields)
        self._painter.columns = Columns(max(line, head) + 2, max(outcome, named) + 2, shares)
        self._model.show_rows(rows)
        self.viewport().update()
        return self._painter.columns
