"""The three languages every word for adviser and client exists in."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Language(Enum):
    """English, Simplified Chinese (简体), Traditional Chinese (繁體)."""

    en = "en"
    zh_CN = "zh_CN"  # noqa: N815 - the locale's own name
    zh_TW = "zh_TW"  # noqa: N815 - the locale's own name


@dataclass(frozen=True, slots=True)
class Words:
    """One text in each language."""

    en: str
    zh_CN: str  # noqa: N815 - the locale's own name
    zh_TW: str  # noqa: N815 - the locale's own name

    def in_language(self, language: Language) -> str:
        """Return the text in one language."""
        return str(getattr(self, language.name))

    def all(self) -> Mapping[str, str]:
        """Return the texts by the language's name, in the order of the contract."""
        return {"en": self.en, "zh_CN": self.zh_CN, "zh_TW": self.zh_TW}
