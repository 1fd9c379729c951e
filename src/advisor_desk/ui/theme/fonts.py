"""The bundled fonts: Simplified and Traditional Chinese in two weights, loaded once."""

from functools import cache

from PySide6.QtGui import QFontDatabase

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.languages import Language

SIMPLIFIED = "Noto Sans SC"
TRADITIONAL = "Noto Sans TC"


@cache
def load_fonts() -> None:
    """Make the bundled fonts known to Qt.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    folder = data_folder("resources") / "fonts"
    for path in sorted(folder.glob("NotoSans*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path)


def families(language: Language) -> list[str]:
    """Return the families in the order in which a character is looked for.

    Traditional text set in the Simplified face has mainland shapes and commas in the corner.
    """
    if language is Language.zh_TW:
        return [TRADITIONAL, SIMPLIFIED]
    return [SIMPLIFIED, TRADITIONAL]
