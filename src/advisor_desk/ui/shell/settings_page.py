"""Settings: the language, the theme and the size of the type. Each holds at once."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.shell.preferences import SCALES, THEMES, Preferences
from advisor_desk.ui.widgets import Card, SwitchChips
from advisor_desk.ui.widgets.titled import titled

LANGUAGES = ("zh_TW", "zh_CN", "en")


class SettingsPage(QWidget):
    """Three rows of choices."""

    def __init__(self, look: Look, preferences: Preferences, prefer: Callable[..., None]) -> None:
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
        column.addStretch(1)

    def _speak(self, language: str) -> None:
        self._prefer(language=language)

    def _paint(self, theme: str) -> None:
        self._prefer(theme=theme)

    def _grow(self, percent: str) -> None:
        self._prefer(scale=int(percent) / 100)
