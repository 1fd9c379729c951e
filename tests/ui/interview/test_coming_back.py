"""The settings are opened during an interview: all is there again when one comes back."""

from PySide6.QtWidgets import QLabel
from tests.ui.window import MIRRORED_MS, Driven, let_live

from advisor_desk.domain.languages import Language
from advisor_desk.ui.interview.side_panel import SidePanel


def another_language_and_back(desk: Driven, language: Language) -> None:
    desk.go("settings")
    desk.prefer(language, "light")
    desk.go("interview")


def read_beside(desk: Driven) -> tuple[int, bool]:
    """Return how much is read in the panel, and whether the mirror shows a picture."""
    let_live(MIRRORED_MS)
    desk.settle()
    panel = next(one for one in desk.window.findChildren(SidePanel) if one.isVisible())
    said = [one.text() for one in panel.findChildren(QLabel) if one.isVisible() and one.text()]
    mirrors = [one for one in panel.findChildren(QLabel) if one.property("box") == "mirror"]
    return len(said), not mirrors[0].pixmap().isNull()


def test_the_panel_beside_the_step_is_filled_again(desk: Driven) -> None:
    desk.open("opening", Language.en)
    desk.prefer(Language.zh_TW, "light")
    before = read_beside(desk)
    assert before[1]
    another_language_and_back(desk, Language.en)
    after = read_beside(desk)
    desk.put_away()
    assert after == before
