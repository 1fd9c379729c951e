"""What is wrong with a page as painted: cut off, overlapping, pale, too small, nameless."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from advisor_desk.ui.widgets import Icon, LargeAnswer
from advisor_desk.ui.widgets.page_canvas import PageCanvas

LEAST_TARGET = 44
LEAST_TYPE = 24
OFF, TEXT, CLIENT_TEXT = 3.0, 4.5, 7.0
LEAST_SIGNS = 3
SMALLEST = 6  # pixels: a piece smaller than that shows no word


def visible(root: QWidget, *kinds: type[QWidget]) -> Iterator[QWidget]:
    for kind in kinds:
        for one in root.findChildren(kind):
            if one.isVisible() and one.window() is root.window():
                yield one


def called(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    said = str(text())[:40] if callable(text) else ""
    holder = widget.parentWidget()
    where = f" in {type(holder).__name__} {holder.objectName()}" if holder else ""
    return f"{type(widget).__name__} {widget.objectName()} {said!r}{where}"


# Places.


def misplaced(root: QWidget) -> list[str]:
    return [*_cut(root), *_outside(root), *_overlapping(root)]


def _cut(root: QWidget) -> Iterator[str]:
    for label in visible(root, QLabel):
        assert isinstance(label, QLabel)
        if label.text():
            yield from _cut_label(label)
    for button in visible(root, QAbstractButton):
        if isinstance(button.parentWidget(), QLineEdit):
            continue  # Qt's own cross that clears a field
        least = button.minimumSizeHint()
        if least.width() > button.width() or least.height() > button.height():
            has = f"{button.width()}x{button.height()}"
            yield f"cut: {called(button)} needs {least.width()}x{least.height()}, has {has}"
        if isinstance(button, LargeAnswer) and not button.fits():
            yield f"cut: {called(button)}"


def _cut_label(label: QLabel) -> Iterator[str]:
    need = _needed(label)
    if need.width() > label.width() + 1 or need.height() > label.height() + 1:
        has = f"{label.width()}x{label.height()}"
        yield f"cut: {called(label)} needs {need.width()}x{need.height()}, has {has}"
    if label.wordWrap() and label.width() < _least_wide(label):
        yield f"squeezed: {called(label)} is {label.width()} wide"


def _least_wide(label: QLabel) -> int:
    """Return the width under which words are read a letter a line."""
    metrics = QFontMetrics(label.font())
    return min(metrics.horizontalAdvance(label.text()), LEAST_SIGNS * metrics.height())


def _needed(label: QLabel) -> QRect:
    wraps = label.wordWrap()
    flags = Qt.TextFlag.TextWordWrap if wraps else Qt.TextFlag.TextSingleLine
    room = QRect(0, 0, label.contentsRect().width() if wraps else 10_000, 10_000)
    return QFontMetrics(label.font()).boundingRect(room, flags, label.text())


def _outside(root: QWidget) -> Iterator[str]:
    for child in visible(root, QWidget):
        parent = child.parentWidget()
        if parent is None or child.isWindow() or child.objectName() == "focus_ring":
            continue
        if isinstance(child, PageCanvas) or child.findChild(PageCanvas) is not None:
            continue  # a page of paper larger than the place it is looked at in is meant
        room = parent.rect()
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            room = QRect(0, child.y(), room.width(), child.height())  # it scrolls up and down
        if not room.contains(child.geometry()):
            place, outer = child.geometry().getRect(), parent.rect().getRect()
            yield f"outside: {called(child)} {place} of {outer}"


def _overlapping(root: QWidget) -> Iterator[str]:
    shown: dict[int, list[QWidget]] = {}
    for one in visible(root, QLabel, QAbstractButton, QLineEdit, QComboBox):
        if not isinstance(one, QLabel) or one.text():
            shown.setdefault(id(one.parentWidget()), []).append(one)
    for siblings in shown.values():
        for place, one in enumerate(siblings):
            for other in siblings[place + 1 :]:
                if one.geometry().intersects(other.geometry()):
                    yield f"overlap: {called(one)} and {called(other)}"


# Colours.


def pale(root: QWidget, picture: QImage, least: float = TEXT) -> list[str]:
    """Give the words that stand out too little from their ground, as painted."""
    found = []
    for one in visible(root, QLabel, QAbstractButton, QLineEdit, QComboBox):
        seen = one.visibleRegion().boundingRect()
        if not _says_something(one) or seen != one.rect():
            continue  # a word of which a scrolled place shows a part is read where it is whole
        has = _contrast_in(picture, _inside(one, root))
        wanted = least if one.isEnabled() and not _is_sign(one) else OFF
        if has is not None and has < wanted - 0.05:
            found.append(f"pale: {called(one)} {has:.2f} < {wanted}")
    return found


def _says_something(widget: QWidget) -> bool:
    text = getattr(widget, "text", None) or getattr(widget, "currentText", None)
    return bool(callable(text) and text())


def _is_sign(widget: QWidget) -> bool:
    """Say whether it is a picture made with a character, such as the dot of a legend."""
    text = getattr(widget, "text", None)
    said = str(text()) if callable(text) else ""
    return len(said) == 1 and not said.isalnum()


def _inside(widget: QWidget, root: QWidget) -> QRect:
    """Return where a widget stands in the picture of the root, within its own edge."""
    edge = 0 if isinstance(widget, QLabel) else 3
    inner = widget.rect().adjusted(edge, edge, -edge, -edge)
    return inner.translated(widget.mapTo(root, QPoint(0, 0)))


def _contrast_in(picture: QImage, place: QRect) -> float | None:
    ratio = picture.devicePixelRatio()
    area = QRectF(QPointF(place.topLeft()) * ratio, QSizeF(place.size()) * ratio).toRect()
    area &= picture.rect()
    if area.width() < SMALLEST or area.height() < SMALLEST:
        return None
    counted = _colors(picture.copy(area))
    ground = luminance(counted.most_common(1)[0][0])
    return max(_ratio(ground, luminance(color)) for color in counted)


def _colors(part: QImage) -> Counter[int]:
    """Return how often each colour is there; rows of points that are alike are looked at once."""
    found, wide, points = Counter[int](), part.bytesPerLine(), bytes(part.constBits())
    rows = Counter(points[start : start + wide] for start in range(0, len(points), wide))
    for row, times in rows.items():
        for color, count in Counter(memoryview(row).cast("I")).items():
            found[color] += count * times
    return found


@cache
def luminance(color: int) -> float:
    red, green, blue = (_linear((color >> shift) & 255) for shift in (16, 8, 0))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: int) -> float:
    share = part / 255
    return float(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)


def _ratio(one: float, other: float) -> float:
    light, dark = max(one, other), min(one, other)
    return (light + 0.05) / (dark + 0.05)


def painted(root: QWidget) -> QImage:
    return root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


# Names and sizes.


def nameless(root: QWidget) -> list[str]:
    """Give what Tab stops at and cannot be named, by a test or by a screen reader."""
    found = []
    for one in visible(root, QWidget):
        takes = one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled()
        if not takes or one.focusProxy() is not None:
            continue
        said = QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
        if not one.objectName():
            found.append(f"no object name: {called(one)}")
        if not said:
            found.append(f"nothing said: {called(one)}")
    return found


def too_small_for_the_client(root: QWidget) -> list[str]:
    """Give targets under 44 px and type under 24 px."""
    targets = [
        f"small: {called(one)} {one.width()}x{one.height()}"
        for one in visible(root, QAbstractButton)
        if min(one.width(), one.height()) < LEAST_TARGET
    ]
    type_ = [
        f"small type: {called(one)} {one.font().pixelSize()}"
        for one in visible(root, QLabel, QAbstractButton, QLineEdit)
        if _says_something(one) and one.font().pixelSize() < LEAST_TYPE
    ]
    return targets + type_


def blurred(root: QWidget, picture: QImage) -> list[str]:
    """Give the icons that were painted small and blown up: on a fine screen each point is four."""
    ratio = round(picture.devicePixelRatio())
    found = []
    for one in visible(root, Icon):
        place = QRect(one.mapTo(root, QPoint(0, 0)) * ratio, one.size() * ratio)
        is_whole = one.visibleRegion().boundingRect() == one.rect()
        if is_whole and picture.rect().contains(place) and is_blown_up(picture.copy(place), ratio):
            found.append(f"blurred: {called(one)} at {place.getRect()}")
    return found


def is_blown_up(part: QImage, ratio: int) -> bool:
    """Say whether every square of ``ratio`` points is of one colour."""
    small = part.scaled(part.size() / ratio)  # the nearest point of each square
    return bool(small.scaled(part.size()) == part)
