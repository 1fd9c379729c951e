"""Whether two names may be one person's: 林国华 on a paper is 林國華 among the staff.

Names are only compared this way, never kept or shown so. Each character goes through traditional
back to simplified, alone: a table of phrases would read a name's characters by their neighbours,
and the rare simplified forms (锺 beside 钟) would stay apart from the traditional one they share.
"""

import unicodedata

from opencc import OpenCC

_TRADITIONAL, _SIMPLIFIED = OpenCC("s2t"), OpenCC("t2s")


def is_namesake(one: str, other: str) -> bool:
    """Say whether two names are written the same but for script, width, capitals and signs."""
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(_in_one_script(sign) for sign in plain if sign.isalnum())


def _in_one_script(sign: str) -> str:
    return str(_SIMPLIFIED.convert(_TRADITIONAL.convert(sign)))
