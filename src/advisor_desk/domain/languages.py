"""A text in the three languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor_desk.domain.language import Language

__all__ = ["Language", "Words"]


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
