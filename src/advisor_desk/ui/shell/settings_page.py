"""Settings: language, theme and size of type, each at once; and what an administrator does here."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from advisor_desk.domain.people import Role
from advisor_desk.services.desk import Desk
from advisor_desk.ui.look import Look
from advisor_desk.ui.shell.main_window import MainWindow
from advisor_desk.ui.shell.preferences import SCALES, THEMES, Preferences
from advisor_desk.ui.shell.visitors_card import VisitorsCard
from advisor_desk.ui.widgets import Card, SwitchChips
from advisor_desk.ui.widgets.scrolled import scrolled
from advisor_desk.ui.widgets.titled import titled

LANGUAGES = ("zh_TW", "zh_CN", "en")


def settings_page(
    look: Look, window: MainWindow, desk: Desk, say: Callable[[str, str, str], None]
) -> QWidget:
    """Return the page of the person at a desk; an administrator enrols visiting officers there."""
    more = []
    if desk.me.role is Role.administrator:
        more.append(VisitorsCard(look, desk, window.tasks, say))
    page = SettingsPage(look, window.preferences, window.prefer, more)
    return scrolled(page) if more else page


class SettingsPage(QWidget):
    """Three rows of choices, and whatever cards follow."""

    def __init__(
        self,
        look: Look,
        preferences: Preferences,
        prefer: Callable[..., None],
        more: Iterable[QWidget] = (),
    ) -> None:
        super().__init__()
        self._prefer = prefer
        words = look.words
        column = titled(self, look, words.say("SETTINGS_TITLE"), words.say("SETTINGS_TEXT"))
        rows = (
            ("language", LANGUAGES, preferences.language, "LANGUAGE", self._speak),
            ("theme", THEMES, preferences.theme, "THEME", self._paint),
            (
                "scale",
                tuple(str(round(one * 100)) for one in SCALES),
                str(round(preferences.scale * 100)),
                "SCALE",
                self._grow,
            ),
        )
        for name, keys, chosen, code, slot in rows:
            card = Card(look, words.say(f"SETTINGS_{name}"))
            choices = [(key, words.say(f"{code}_{key}")) for key in keys]
            chips = SwitchChips(look, choices, f"settings.{name}")
            chips.show_choice(chosen)
            chips.chosen.connect(slot)
            card.body.addWidget(chips)
            column.addWidget(card)
        for one in more:
            column.addWidget(one)
        column.addStretch(1)

    def _speak(self, language: str) -> None:
        self._prefer(language=language)

    def _paint(self, theme: str) -> None:
        self._prefer(theme=theme)

    def _grow(self, percent: str) -> None:
        self._prefer(scale=int(percent) / 100)
