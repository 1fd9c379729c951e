"""The program's own words for people: each trouble code and label in three languages.

Regulated wording is not here: it stands in rule packs and form templates.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.language import Language
from advisor_desk.domain.trouble import Trouble
from advisor_desk.packs.flat import flat_texts

# Facts that are codes of the program, and how the codes of their words begin.
CODES = {"kind": ("DOCUMENT_",), "role": ("PAPER_ROLE_", "ROLE_")}
FIRST = ("ui_shell", "ui_words")  # the files of the sign-in, read before the others


@cache
def wording(language: Language) -> Mapping[str, str]:
    """Return every text of a language by its code: all files of ``resources/i18n/<language>``."""
    texts: dict[str, str] = {}
    for path in sorted(_folder(language).glob("*.toml")):
        texts |= flat_texts(path.read_text("utf-8"))
    return texts


def text_of(language: Language, code: str) -> str:
    """Return one text; the first window needs few, and waits for no file that has none of them.

    Raises:
        KeyError: no such text.
    """
    found = _first(language).get(code)
    return wording(language)[code] if found is None else found


@cache
def _first(language: Language) -> Mapping[str, str]:
    texts: dict[str, str] = {}
    for name in FIRST:
        texts |= flat_texts((_folder(language) / f"{name}.toml").read_text("utf-8"))
    return texts


def _folder(language: Language) -> Path:
    return data_folder("resources") / "i18n" / language.name


def trouble_text(trouble: Trouble, language: Language, *, code: str = "", field: str = "") -> str:
    """Say what happened, where, and what to do.

    ``code``: of other words for it; ``field``: what the field is called where it is shown.
    """
    words = wording(language)
    facts = {name: _in_words(name, fact, trouble, words) for name, fact in trouble.facts.items()}
    if field:
        facts["field"] = field
    return words[code or trouble.code].format(**facts)


def _in_words(name: str, fact: str, trouble: Trouble, words: Mapping[str, str]) -> str:
    """Say a fact that is a code of the program in words; any other fact as it is."""
    if name in {"open", "step"}:
        return words.get(f"STAGE_{fact}", fact)
    if name == "missing":
        return ", ".join(words.get(f"MISSING_{code}", code) for code in fact.split(", "))
    if name == "cause" and fact.startswith("PRINT_") and fact in words:
        return words[fact].format(**trouble.facts)
    if trouble.code == "CLOCK_BEHIND":
        return _moment(datetime.fromisoformat(fact), words)
    return next((words[one + fact] for one in CODES.get(name, ()) if one + fact in words), fact)


def _moment(at: datetime, words: Mapping[str, str]) -> str:
    month = words[f"MONTH_{at.month}"]
    return words["MOMENT_SPOKEN"].format(year=at.year, month=month, day=at.day, time=f"{at:%H:%M}")
