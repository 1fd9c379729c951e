"""The bundled fonts: Simplified and Traditional Chinese in two weights, loaded once."""

from functools import cache

from PySide6.QtGui import QFontDatabase

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.language import Language

SIMPLIFIED = "Noto Sans SC"
TRADITIONAL = "Noto Sans TC"


FILES = {SIMPLIFIED: "NotoSansSC", TRADITIONAL: "NotoSansTC"}


def load_fonts() -> None:
    """Make every bundled font known to Qt; raises as ``load_font``."""
    for family in FILES:
        load_font(family)


@cache
def load_font(family: str) -> None:
    """Make a bundled family known to Qt. The first paint needs that of its language alone.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    folder = data_folder("resources") / "fonts"
    for weight in ("400Regular", "700Bold"):
        path = folder / f"{FILES[family]}_{weight}.ttf"
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path)


def families(language: Language) -> list[str]:
    """Return the families in the order in which a character is looked for.

    Traditional text set in the Simplified face has mainland shapes and commas in the corner.
    """
    if language is Language.zh_TW:
        return [TRADITIONAL, SIMPLIFIED]
    return [SIMPLIFIED, TRADITIONAL]
