"""What a view is built with: the words of its reader and the theme it is painted in."""

from typing import NamedTuple

from advisor_desk.domain.language import Language
from advisor_desk.ui.theme import Theme, theme
from advisor_desk.ui.words import Wording

CLIENT_THEME = "client"


class Look(NamedTuple):
    """Words and theme of one audience. A change of either builds the views anew."""

    words: Wording
    theme: Theme

    def client(self, language: Language, *, larger: bool = False) -> "Look":
        """Return the client's look: always light, in the client's language."""
        return Look(Wording(language), theme(CLIENT_THEME, LARGER if larger else 1.0, language))


LARGER = 1.15
