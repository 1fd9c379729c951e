"""How a station likes its screen: language, theme, size of type. A file that is off counts not."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from advisor_desk.domain.language import Language
from advisor_desk.packs.flat import Section, flat_sections

FILE = "desktop.toml"
THEMES = ("light", "dark", "high_contrast")
SCALES = (1.0, 1.15, 1.3)


class Preferences(NamedTuple):
    """Each value is one of a few; anything else in the file gives way to what is usual."""

    language: str = Language.zh_TW.name
    theme: str = THEMES[0]
    scale: float = SCALES[0]
    queue: str = ""

    @property
    def spoken(self) -> Language:
        """Return the adviser's language."""
        return Language[self.language]


def load(home: Path) -> Preferences:
    """Return what the station likes; what is usual where there is no file, or a bad one."""
    try:
        return _checked(flat_sections((home / FILE).read_text("utf-8"))[""])
    except (OSError, ValueError):
        return Preferences()


def keep(home: Path, wanted: Preferences) -> None:
    """Write it; where the disk refuses, it holds until the program ends."""
    beside = home / f"{FILE}.new"
    with suppress(OSError):
        beside.write_text(_written(wanted), "utf-8")
        beside.replace(home / FILE)


def _written(wanted: Preferences) -> str:
    """Write it as TOML: the names of languages and themes, a number, the name of a print queue."""
    queue = "".join(sign for sign in wanted.queue if sign.isprintable() and sign != "'")
    return (
        f'language = "{wanted.language}"\ntheme = "{wanted.theme}"\n'
        f"scale = {wanted.scale}\nqueue = '{queue}'\n"
    )


def _checked(found: Section) -> Preferences:
    usual = Preferences()
    language, chosen, scale = found.get("language"), found.get("theme"), found.get("scale")
    queue = found.get("queue")
    return Preferences(
        language
        if isinstance(language, str) and language in Language.__members__
        else usual.language,
        chosen if isinstance(chosen, str) and chosen in THEMES else usual.theme,
        scale if isinstance(scale, float) and scale in SCALES else usual.scale,
        queue if isinstance(queue, str) else usual.queue,
    )
