"""Icons of the one open set (Tabler outline), in the colour of the text beside them."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from advisor_desk.domain.data_folder import data_folder

SMALL = 16
_cache: dict[tuple[str, str, int, float], QPixmap] = {}


@cache
def _svg(name: str) -> str:
    return (data_folder("resources") / "icons" / f"{name}.svg").read_text("utf-8")


def icon_pixmap(name: str, color: QColor, size: int, ratio: float) -> QPixmap:
    """Return an icon ``size`` pixels wide and high, sharp at the screen's ``ratio``.

    Raises:
        FileNotFoundError: no such icon is bundled.
    """
    key = (name, color.name(), size, ratio)
    found = _cache.get(key)
    if found is None:
        found = _painted(name, color, size, ratio)
        _cache[key] = found
    return found


def _painted(name: str, color: QColor, size: int, ratio: float) -> QPixmap:
    stroke = "2" if size <= SMALL else "1.75"
    drawing = _svg(name).replace("currentColor", color.name())
    drawing = drawing.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    renderer.render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
