"""Three hundred strings that have broken programs before, for every field that takes text.

Each must come back exactly as typed (in NFC, outer spaces removed), or be refused by name.
"""

_PLACES = ("{}", "陳{}芬", "{}淑芬")

_MARKUP = [
    "<b>",
    "</para>",
    "<br/>",
    "<img src=x>",
    "&amp;",
    "&#0;",
    "&nbsp;",
    "<![CDATA[x]]>",
    "<font size=99>",
    "<!--",
    "<a href='file:///etc/passwd'>",
    "<?xml?>",
    "<script>",
    "&&",
    "<",
]
_CODE = [
    "'; DROP TABLE event;--",
    '"',
    "\\",
    "%s",
    "%n",
    "{0}",
    "{field}",
    "${HOME}",
    "`id`",
    "$(id)",
    "../../etc/passwd",
    "=1+1",
    "@SUM(A1)",
    "|calc",
    ") Tj ET",
    "(\\)",
    "endobj",
    "%%EOF",
    "/Root",
    "stream",
    "NULL",
    "None",
    "NaN",
    "true",
    "-0",
    "1e999",
    "0x10",
]
_INVISIBLE = [
    "\x00",
    "\x01",
    "\x07",
    "\x08",
    "\t",
    "\n",
    "\r",
    "\x1b[31m",
    "\x7f",
    "\x85",
    "\xad",
    "\u061c",
    "\u180e",
    "\u200b",
    "\u200c",
    "\u200d",
    "\u200e",
    "\u200f",
    "\u2028",
    "\u2029",
    "\u202a",
    "\u202e",
    "\u2060",
    "\u2066",
    "\u2069",
    "\ufeff",
    "\ufff9",
    "\ufffe",
    "\ue000",
    "\U000e0001",
    "\U000f0000",
    "\U0010ffff",
]
_RARE = [
    "𫖮", "䶮", "𠮷", "㛃", "𬭎", "𪚥", "\ufa0e", "豈", "\u2f00", "葛\U000e0100", "辻\ufe00",
    "\u3000", "ｆｕｌｌ", "½", "㍿", "㊙", "ﷺ", "e\u0301",
    "a" + "\u0301" * 30, "한글", "ไทย", "שלום", "مرحبا",
]  # fmt: skip
_EMOJI = ["😀", "👩\u200d👧", "🇨🇳", "✍🏽", "1\ufe0f\u20e3"]


def hostile_strings() -> tuple[str, ...]:
    """Return the strings, each once, in a fixed order; more than 300."""
    parts = [*_MARKUP, *_CODE, *_INVISIBLE, *_RARE, *_EMOJI]
    made = [place.format("\0").replace("\0", part) for part in parts for place in _PLACES]
    lengths = ["", " ", "\u3000", "龘", "字" * 100, "字" * 101, "W" * 2_000, "字" * 2_001]
    return tuple(dict.fromkeys([*made, *lengths]))
