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
    return wording(language)[trouble.code].format(**trouble.facts)
