"""Whether two names may be one person's: 林国华 on a paper is 林國華 among the staff.

Names are only compared this way, never kept or shown so. Each character goes through traditional
back to simplified, alone: a table of phrases would read a name's characters by their neighbours,
and the rare simplified forms (锺 beside 钟) would stay apart from the traditional one they share.

A title or a note in brackets is no part of a name: 林國華 先生, 王敏（虚构）, Mr Chan.
"""

import re
import unicodedata

from opencc import OpenCC

_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕|「[^「」]*」")
_TITLE = re.compile(r"^(?:(?:mr|mrs|ms|miss|mx|dr|prof|sir|madam) )+")
_HONORIFIC = re.compile(
    r" ?(?:先生|女士|小姐|太太|夫人|同志|老师|博士|教授|总?经理|主任|行长|总监| mr| mrs| ms)+$"
)
_TRADITIONAL, _SIMPLIFIED = OpenCC("s2t"), OpenCC("t2s")


def is_namesake(one: str, other: str) -> bool:
    """Say whether two names are written the same but for script, width, capitals and signs."""
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).casefold()
    bare = _in_signs(_BRACKETED.sub(" ", plain)) or _in_signs(plain)
    return _HONORIFIC.sub("", _TITLE.sub("", bare)).replace(" ", "") or bare.replace(" ", "")


def _in_signs(text: str) -> str:
    """Return letters and figures in one script, a blank between words."""
    signs = (_in_one_script(sign) if sign.isalnum() else " " for sign in text)
    return " ".join("".join(signs).split())


def _in_one_script(sign: str) -> str:
    return str(_SIMPLIFIED.convert(_TRADITIONAL.convert(sign)))
