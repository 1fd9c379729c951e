"""The program's own words for people: each trouble code and label in three languages.

Regulated wording is not here: it stands in rule packs and form templates.
"""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.language import Language
from advisor_desk.domain.plain_files import only_files
from advisor_desk.domain.trouble import Trouble
from advisor_desk.packs.flat import flat_texts

# Facts that are codes of the program, and how the codes of their words begin.
CODES = {"kind": ("DOCUMENT_",), "role": ("PAPER_ROLE_", "ROLE_"), "state": ("STATE_",)}
DAYS = {"day", "first", "last", "on"}  # facts that are days
NO_BREAK_SPACE = "\u00a0"
FIRST = ("ui_shell", "ui_words")  # the files of the sign-in, read before the others


@cache
def wording(language: Language) -> Mapping[str, str]:
    """Return every text of a language by its code: all files of ``resources/i18n/<language>``."""
    texts: dict[str, str] = {}
    for path in sorted(_folder(language).glob("*.toml")):
        texts |= _texts(path)
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
        texts |= _texts(_folder(language) / f"{name}.toml")
    return texts


def _texts(path: Path) -> Mapping[str, str]:
    with open(path, encoding="utf-8", opener=only_files) as file:
        return flat_texts(file.read())


def _folder(language: Language) -> Path:
    return data_folder("resources") / "i18n" / language.name


def day_text(day: date, language: Language) -> str:
    """Return a day as it is written in a language, with its year."""
    month = text_of(language, f"MONTH_{day.month}")
    return text_of(language, "DAY_IN_FULL").format(year=day.year, month=month, day=day.day)


def unbroken(text: str) -> str:
    """Return a text that no line on the screen breaks in: with no-break spaces inside."""
    return text.replace(" ", NO_BREAK_SPACE)


def trouble_text(
    trouble: Trouble,
    language: Language,
    *,
    code: str = "",
    field: str = "",
    days_in_full: bool = False,
) -> str:
    """Say what happened, where, and what to do.

    ``code``: of other words for it; ``field``: what the field is called where it is shown.
    The command line writes its days as they are typed there; the screens have them in full, each
    on one line.
    """
    words = wording(language)
    facts = {name: _in_words(name, fact, trouble, language) for name, fact in trouble.facts.items()}
    if days_in_full and trouble.code == "CLOCK_BEHIND":
        facts = {name: unbroken(moment) for name, moment in facts.items()}
    if days_in_full:
        facts |= {name: _in_full(facts[name], language) for name in DAYS & facts.keys()}
    if field:
        facts["field"] = field
    said = code or trouble.code
    if said == "NOT_IN_THIS_STATE":  # with what can be done there instead, where there is anything
        of_state = f"NOT_IN_THIS_STATE_{trouble.facts.get('state')}"
        said = of_state if of_state in words else said
    return words[said].format(**facts)


def _in_words(name: str, fact: str, trouble: Trouble, language: Language) -> str:
    """Say a fact that is a code of the program in words; any other fact as it is."""
    words = wording(language)
    if name in {"open", "step"}:
        return words.get(f"STAGE_{fact}", fact)
    if name == "missing":
        return ", ".join(words.get(f"MISSING_{code}", code) for code in fact.split(", "))
    if name == "cause" and fact.startswith("PRINT_") and fact in words:
        return words[fact].format(**trouble.facts)
    if trouble.code == "CLOCK_BEHIND":
        at = datetime.fromisoformat(fact)
        return words["MOMENT_SPOKEN"].format(day=day_text(at, language), time=f"{at:%H:%M}")
    return next((words[one + fact] for one in CODES.get(name, ()) if one + fact in words), fact)


def _in_full(day: str, language: Language) -> str:
    try:
        return unbroken(day_text(date.fromisoformat(day), language))
    except ValueError:
        return day  # a dash: nothing has begun
