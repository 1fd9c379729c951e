"""The fonts on paper: which face prints a character, how wide it is, and what no face can print.

reportlab has no fallback between fonts and prints a missing character as nothing, so every text
is split into runs of one face first. Faces are loaded once and kept; what a document used of
them reportlab drops with that document.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics, ttfonts

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.languages import Language

EM = 1000
REGULAR, BOLD = "400Regular", "700Bold"
_MAINLAND_FIRST = ("NotoSansSC", "NotoSansTC")
_TAIWAN_FIRST = ("NotoSansTC", "NotoSansSC")
_VARIATION_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_COMBINING = frozenset({"Mn", "Mc", "Me"})
_BASIC_PLANE = 0xFFFF
_MOST_IN_BLOCK = 100  # entries one bfchar block may have, PDF 32000 9.10.3


def _to_unicode(font_name: str, subset: list[int]) -> str:
    """Return the map from a subset's bytes to characters.

    reportlab 5.1 writes characters above U+FFFF as five hex digits where UTF-16 is wanted, so
    that rare names copy out wrong, and more entries in a block than allowed. To be reported
    upstream; until then this takes the place of its own function.
    """
    entries = [
        f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(subset)
    ]
    blocks = [entries[at : at + _MOST_IN_BLOCK] for at in range(0, len(entries), _MOST_IN_BLOCK)]
    system = f"<< /Registry ({font_name}) /Ordering ({font_name}) /Supplement 0 >>"
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo {system} def",
            f"/CMapName /{font_name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            f"<00> <{len(subset) - 1:02X}>",
            "endcodespacerange",
            *(
                line
                for block in blocks
                for line in (f"{len(block)} beginbfchar", *block, "endbfchar")
            ),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


ttfonts.makeToUnicodeCMap = _to_unicode  # type: ignore[assignment]  # the repair above


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a text in one face; ``width`` in thousandths of the type size."""

    font: str
    text: str
    width: float


class Faces:
    """The faces of one language in one weight, the preferred one first."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = names
        self._known: dict[str, tuple[str, float] | None] = {}

    @property
    def base(self) -> str:
        """Return the preferred face, loaded; also the base font of a page, never Helvetica."""
        _face(self._names[0])
        return self._names[0]

    def unprintable(self, text: str) -> str:
        """Return the characters of ``text`` that no face prints, each once."""
        return "".join(
            dict.fromkeys(character for character in drawn(text) if not self._place(character))
        )

    def width(self, text: str) -> float:
        """Return the width in thousandths of the type size; unprintable characters count 0."""
        return sum(place[1] for character in drawn(text) if (place := self._place(character)))

    def runs(self, text: str) -> Iterator[Run]:
        """Yield the pieces of a printable text, in order."""
        font, piece, width = "", "", 0.0
        for character in drawn(text):
            place = self._place(character)
            assert place, "asked for unprintable text"  # noqa: S101 - values are checked first
            if place[0] != font and piece:
                yield Run(font, piece, width)
                piece, width = "", 0.0
            font = place[0]
            piece += character
            width += place[1]
        if piece:
            yield Run(font, piece, width)

    def _place(self, character: str) -> tuple[str, float] | None:
        if character not in self._known:
            self._known[character] = self._find(character)
        return self._known[character]

    def _find(self, character: str) -> tuple[str, float] | None:
        if unicodedata.category(character) in _COMBINING:  # glyphs are set side by side, unshaped
            return None
        code = ord(character)
        for name in self._names:
            face = _face(name)
            if face.charToGlyph.get(code):
                return name, float(face.getCharWidth(code))  # type: ignore[no-untyped-call]
        return None


def drawn(text: str) -> str:
    """Return what can be drawn of a text: all but its variation selectors."""
    return _VARIATION_SELECTORS.sub("", text)


def selectors(text: str) -> str:
    """Return the variation selectors of a text.

    reportlab reads no variation sequence of a face: the plain shape would stand on the paper,
    another than the one kept.
    """
    return "".join(_VARIATION_SELECTORS.findall(text))


@cache
def faces(language: Language, *, bold: bool = False) -> Faces:
    """Return the faces of a language: Taiwan's shapes first for Traditional, else mainland's."""
    weight = BOLD if bold else REGULAR
    families = _TAIWAN_FIRST if language is Language.zh_TW else _MAINLAND_FIRST
    return Faces(tuple(f"{family}_{weight}" for family in families))


def script_of(text: str, language: Language) -> Language:
    """Return the language in whose shapes a text is set that comes in its own script.

    What the mainland's character set holds and Taiwan's does not is Simplified.
    """
    if _in(text, "gb2312") and not _in(text, "big5"):
        return Language.zh_CN
    if _in(text, "big5") and not _in(text, "gb2312"):
        return Language.zh_TW
    return language


def _in(text: str, character_set: str) -> bool:
    try:
        text.encode(character_set)
    except UnicodeEncodeError:
        return False
    return True


_file_of: dict[bytes, str] = {}


@cache
def _face(name: str) -> ttfonts.TTFontFace:
    path = data_folder("resources") / "fonts" / f"{name}.ttf"
    font = ttfonts.TTFont(name, str(path), asciiReadable=False, shapable=False)
    # reportlab merges two files of one PostScript name: the second one's text would be blank.
    if _file_of.setdefault(font.face.name, name) != name:
        raise ValueError(f"{name} and {_file_of[font.face.name]} are one font to reportlab")
    pdfmetrics.registerFont(font)
    rl_config.canvas_basefontname = name
    return font.face
