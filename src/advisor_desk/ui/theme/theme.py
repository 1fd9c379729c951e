"""A theme: every colour, size and font of one look, by token."""

from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont

from advisor_desk.domain.language import Language
from advisor_desk.ui.theme import tokens
from advisor_desk.ui.theme.fonts import families


class Theme(NamedTuple):
    """``name``: light, dark, high_contrast or client; ``scale`` multiplies sizes of type."""

    name: str
    scale: float
    language: Language

    @property
    def is_high_contrast(self) -> bool:
        """Say whether every filled shape needs a border."""
        return self.name == "high_contrast"

    def color(self, token: str) -> QColor:
        """Return a colour."""
        return QColor(tokens.colors(self.name)[token])

    def hex(self, token: str) -> str:
        """Return a colour as ``#RRGGBB``, for the style sheet."""
        return tokens.colors(self.name)[token]

    def px(self, token: str) -> int:
        """Return a size of type in pixels, scaled."""
        return round(tokens.type_token(token).px * self.scale)

    def font(self, token: str) -> QFont:
        """Return the font of a size of type."""
        font = QFont()
        font.setFamilies(families(self.language))
        font.setPixelSize(self.px(token))
        font.setWeight(QFont.Weight(tokens.type_token(token).weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def size(self, token: str) -> int:
        """Return a size or distance in pixels; not scaled with the type."""
        return tokens.pixels(token)

    def radius(self, token: str) -> int:
        """Return a radius in pixels."""
        return tokens.radius(token)

    def opacity(self, token: str) -> float:
        """Return an opacity, 0 to 1."""
        return tokens.opacity(token)


@cache
def theme(name: str, scale: float = 1.0, language: Language = Language.zh_CN) -> Theme:
    """Return a theme by name; the same one each time."""
    return Theme(name, scale, language)
