"""The look as data: tokens, fonts, icons and the style sheet made from them."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from advisor_desk.ui.late import late
from advisor_desk.ui.theme.fonts import families, load_font, load_fonts
from advisor_desk.ui.theme.sheet import client_style_sheet, style_sheet
from advisor_desk.ui.theme.theme import Theme, theme

if TYPE_CHECKING:
    from advisor_desk.ui.theme.icons import icon_pixmap

__getattr__ = late(__name__, {"icon_pixmap": "icons"})
__all__ = [
    "Theme",
    "apply",
    "client_style_sheet",
    "complete",
    "icon_pixmap",
    "style_sheet",
    "theme",
]

_ROLES = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Highlight: "primary",
    QPalette.ColorRole.HighlightedText: "on_primary",
    QPalette.ColorRole.PlaceholderText: "ink_3",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Link: "primary",
}


def complete(application: QApplication) -> None:
    """Load the other fonts, and paint in Qt's own style on every machine.

    Both take a moment, and the first paint can do without.
    """
    load_fonts()
    if application.style().objectName() != "fusion":
        application.setStyle("Fusion")


def apply(application: QApplication, chosen: Theme) -> None:
    """Give the whole program font, palette and style sheet of a theme; see also ``complete``."""
    load_font(families(chosen.language)[0])
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, chosen.color(token))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, chosen.color("disabled_ink"))
    application.setPalette(palette)
    application.setFont(chosen.font("body"))
    application.setStyleSheet(style_sheet(chosen))
