"""The program's own words for people: each trouble code and label in three languages.

Regulated wording is not here: it stands in rule packs and form templates.
"""

import tomllib
from collections.abc import Mapping
from functools import cache

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.languages import Language
from advisor_desk.domain.trouble import Trouble


@cache
def wording(language: Language) -> Mapping[str, str]:
    """Return every text of a language by its code: all files of ``resources/i18n/<language>``."""
    folder = data_folder("resources") / "i18n" / language.name
    texts: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        texts |= tomllib.loads(path.read_text("utf-8"))
    return texts


def trouble_text(trouble: Trouble, language: Language) -> str:
    """Say what happened, where, and what to do."""
    words = wording(language)
    facts = {name: _in_words(name, fact, trouble, words) for name, fact in trouble.facts.items()}
    return words[trouble.code].format(**facts)


def _in_words(name: str, fact: str, trouble: Trouble, words: Mapping[str, str]) -> str:
    """Say a fact that is a code of the program in words; any other fact as it is."""
    if name in {"open", "step"}:
        return words.get(f"STAGE_{fact}", fact)
    if name == "missing":
        return ", ".join(words.get(f"MISSING_{code}", code) for code in fact.split(", "))
    if name == "cause" and fact.startswith("PRINT_") and fact in words:
        return words[fact].format(**trouble.facts)
    return fact
