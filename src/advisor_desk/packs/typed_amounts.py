"""An amount as it is typed or pasted: every field of the screens and every list takes the same."""

import re

from advisor_desk.domain.text import half_wide

_GROUPED = re.compile(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?", re.ASCII)


def amount_as_typed(text: str) -> str:
    """Return the amount as ``Money.parse`` reads it; commas that group no threes stay in it."""
    typed = half_wide(text).replace("。", ".")
    return typed.replace(",", "") if _GROUPED.fullmatch(typed) else typed
