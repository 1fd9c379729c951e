"""Keys a client is found by: every ending of the name, its sounds and initials, and the tails.

Any part of a name is the start of one of its endings, so a search is one range of an index and
never reads all clients. All readings of a character are kept, a surname's own reading first.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from pypinyin import Style, pinyin

MOST_READINGS = 64  # of one name; beyond, each further character keeps its first reading
LEAST_TAIL = 3  # of a document or telephone number: shorter endings find everybody
AFTER_EVERY_TEXT = "\U0010ffff"
_BETWEEN = frozenset(" -.·•‧・'’")

# Readings of characters as surnames; some are not in the dictionary at all.
_SURNAMES: dict[str, tuple[str, ...]] = {
    "单": ("shan",), "單": ("shan",), "仇": ("qiu",), "曾": ("zeng",), "解": ("xie",),
    "区": ("ou",), "區": ("ou",), "查": ("zha",), "任": ("ren",), "盖": ("ge",), "蓋": ("ge",),
    "朴": ("piao",), "乐": ("yue",), "樂": ("yue",), "翟": ("zhai",), "折": ("she",),
    "缪": ("miao",), "繆": ("miao",), "员": ("yun",), "員": ("yun",), "黑": ("he",),
    "秘": ("bi",), "华": ("hua",), "華": ("hua",), "覃": ("qin", "tan"), "冼": ("xian",),
    "洗": ("xian",), "繁": ("po",), "种": ("chong",), "重": ("chong",), "句": ("gou",),
    "长": ("zhang",), "長": ("zhang",), "尉": ("yu", "wei"), "万": ("wan", "mo"),
    "萬": ("wan", "mo"), "俟": ("qi",), "召": ("shao",), "都": ("du",), "盛": ("sheng",),
}  # fmt: skip
_DOUBLE_STARTS = frozenset("万萬")  # 万俟 mòqí: the second character is the surname's too


def client_keys(name: str, document_tail: str, phone_tail: str) -> Mapping[str, bool]:
    """Return every key of a client, and whether the whole name begins with it.

    A search looks for keys that start as typed, those of whole names first.
    """
    plain = search_text(name)
    keys = dict.fromkeys(_endings(plain), False)
    for tail in (document_tail, phone_tail):
        keys.update(dict.fromkeys(_endings(search_text(tail), shortest=LEAST_TAIL), False))
    whole = {plain} if plain else set()
    for sounds in _readings(plain):
        for start in range(len(sounds)):
            ending = sounds[start:]
            keys.setdefault("".join(ending), False)
            keys.setdefault("".join(sound[0] for sound in ending), False)
        whole.update({"".join(sounds), "".join(sound[0] for sound in sounds)})
    return keys | dict.fromkeys(whole, True)


def sound_of(name: str) -> str:
    """Return what a name is ordered by and likened with: its first reading, syllable by syllable.

    The same name in simplified and traditional characters sounds the same.
    """
    plain = search_text(name)
    first = next(iter(_readings(plain)), (plain,))
    return " ".join(first)


def search_text(text: str) -> str:
    """Return ``text`` as keys are kept: one width, small letters, nothing between the parts."""
    storable = text.encode("utf-8", "ignore").decode("utf-8")
    folded = unicodedata.normalize("NFKC", storable).casefold()
    return "".join(character for character in folded if character not in _BETWEEN)


def _endings(text: str, shortest: int = 1) -> Iterator[str]:
    return (text[start:] for start in range(len(text) - shortest + 1))


def _readings(name: str) -> Iterable[tuple[str, ...]]:
    if name.isascii():
        return ()
    made: list[tuple[str, ...]] = [()]
    for place, character in enumerate(name):
        sounds = _sounds(character, is_surname=place == 0 or name[:place] in _DOUBLE_STARTS)
        if len(made) * len(sounds) > MOST_READINGS:
            sounds = sounds[:1]
        made = [(*before, sound) for before in made for sound in sounds]
    return made


@lru_cache(maxsize=8192)
def _sounds(character: str, *, is_surname: bool) -> Sequence[str]:
    found = pinyin(character, style=Style.NORMAL, heteronym=True)[0] or [character]
    first = _SURNAMES.get(character, ()) if is_surname else ()
    sounds = [*first, *(spelling for sound in found for spelling in _spellings(sound))]
    return tuple(dict.fromkeys(sound for sound in sounds if sound))


def _spellings(sound: str) -> tuple[str, ...]:
    """Return how people type ``lü``: lv, lu, and lyu as passports have it."""
    if sound[-1:] == "v" or "ü" in sound:
        base = sound.replace("ü", "v")
        return (base, base.replace("v", "u"), base.replace("v", "yu"))
    return (sound,)
