"""The three languages every word for adviser and client exists in."""

from enum import Enum


class Language(Enum):
    """English, Simplified Chinese (简体), Traditional Chinese (繁體)."""

    en = "en"
    zh_CN = "zh_CN"  # noqa: N815 - the locale's own name
    zh_TW = "zh_TW"  # noqa: N815 - the locale's own name
