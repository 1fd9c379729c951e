"""How a station likes its screen, and where its window stood. A file that is off counts not."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Self

from advisor_desk.domain.language import Language
from advisor_desk.packs.flat import Section, flat_sections

FILE = "desktop.toml"
THEMES = ("light", "dark", "high_contrast")
FARTHEST = 100_000  # pixels: no desk is that wide
SCALES = (1.0, 1.15, 1.3)


class Place(NamedTuple):
    """Where a window stands, in pixels; how large it is while it does not fill the screen."""

    left: int
    top: int
    width: int
    height: int
    fills: bool

    def inside(self, screens: Sequence[tuple[int, int, int, int]], least: tuple[int, int]) -> Self:
        """Return it moved into the screen it is on most, never smaller than ``least``.

        A screen is left, top, width, height. Where none shows any of it, the first one takes it.
        """
        left, top, width, height = max(screens, key=self._shown_on)
        wide = max(least[0], min(self.width, width))
        high = max(least[1], min(self.height, height))
        return self._replace(
            left=max(left, min(self.left, left + width - wide)),
            top=max(top, min(self.top, top + height - high)),
            width=wide,
            height=high,
        )

    def _shown_on(self, screen: tuple[int, int, int, int]) -> int:
        left, top, width, height = screen
        wide = min(self.left + self.width, left + width) - max(self.left, left)
        high = min(self.top + self.height, top + height) - max(self.top, top)
        return max(wide, 0) * max(high, 0)


class Preferences(NamedTuple):
    """Each value is one of a few; anything else in the file gives way to what is usual."""

    language: str = Language.zh_TW.name
    theme: str = THEMES[0]
    scale: float = SCALES[0]
    queue: str = ""
    place: Place | None = None  # of the window, where it was closed

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
        f"scale = {wanted.scale}\nqueue = '{queue}'\n" + _written_place(wanted.place)
    )


def _written_place(place: Place | None) -> str:
    if place is None:
        return ""
    numbers = place._asdict() | {"fills": int(place.fills)}
    return "".join(f"{name} = {value}\n" for name, value in numbers.items())


def _checked_place(found: Section) -> Place | None:
    values = [found.get(name) for name in Place._fields]
    numbers = [one for one in values if type(one) is int and abs(one) <= FARTHEST]
    if len(numbers) < len(values):
        return None
    left, top, width, height, fills = numbers
    return Place(left, top, width, height, bool(fills))


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
        _checked_place(found),
    )
