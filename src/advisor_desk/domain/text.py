"""What a person typed, made safe to store, show and print: refused with its place, or kept."""

import unicodedata

from advisor_desk.domain.trouble import BadInput

LONGEST_NAME = 100
LONGEST_NOTE = 2_000
# Cc control, Cf format (bidi and zero width), Cs surrogate, Co private use, Cn unassigned.
_REFUSED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_VARIATION_SELECTORS = (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
_LINE_BREAK = "\n"


def as_kept(text: str) -> str:
    """Return a text as it is kept and compared: in NFC, without outer spaces."""
    return unicodedata.normalize("NFC", text).strip()


def half_wide(text: str) -> str:
    """Return figures and signs of a Chinese input method as those of a keyboard."""
    return unicodedata.normalize("NFKC", text).strip()


def checked_text(text: str, field: str, *, longest: int = LONGEST_NOTE, lines: bool = False) -> str:
    """Return ``text`` in NFC with outer spaces removed.

    ``lines`` allows line breaks. Variation selectors stay: they are part of some names.

    Raises:
        BadInput: ``TEXT_EMPTY``, ``TEXT_TOO_LONG`` or ``TEXT_CHARACTER_REFUSED`` (control,
            bidirectional, zero-width, private-use or unassigned), naming ``field``.
    """
    normal = as_kept(text)
    if not normal:
        raise BadInput("TEXT_EMPTY", field=field)
    if len(normal) > longest:
        raise BadInput("TEXT_TOO_LONG", field=field, longest=longest, length=len(normal))
    for place, character in enumerate(normal, start=1):
        if _is_refused(character, lines=lines):
            code = f"U+{ord(character):04X}"
            raise BadInput("TEXT_CHARACTER_REFUSED", field=field, character=code, place=place)
    return normal


def in_words(text: str, field: str) -> str:
    """Return a text that says something: a dot or a dash is no evidence of what was said.

    Raises:
        BadInput: ``TEXT_WITHOUT_WORDS``, naming ``field``.
    """
    if not any(character.isalnum() for character in text):
        raise BadInput("TEXT_WITHOUT_WORDS", field=field)
    return text


def without_refused(text: str, *, lines: bool = False) -> str:
    """Return ``text`` without what ``checked_text`` refuses; white space among it as a space."""
    return "".join(
        one if not _is_refused(one, lines=lines) else " " if one.isspace() else "" for one in text
    )


def _is_refused(character: str, *, lines: bool) -> bool:
    if (lines and character == _LINE_BREAK) or ord(character) in _VARIATION_SELECTORS:
        return False
    return unicodedata.category(character) in _REFUSED
