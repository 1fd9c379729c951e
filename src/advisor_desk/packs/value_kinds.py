"""What pydantic finds wrong with a value, as a code of ours, and what may stand there meanwhile.

A guess lets the rest of a file be checked; it is never used for anything else. None as the guess
says that nothing would do, and the checks across tables are left out.
"""

import re
from collections.abc import Mapping
from typing import Any

_KINDS = {
    "missing": "KEY_MISSING",
    "union_tag_not_found": "KEY_MISSING",
    "extra_forbidden": "KEY_UNKNOWN",
    "string_type": "VALUE_NOT_TEXT",
    "int_type": "VALUE_NOT_WHOLE_NUMBER",
    "int_parsing": "VALUE_NOT_WHOLE_NUMBER",
    "int_from_float": "VALUE_NOT_WHOLE_NUMBER",
    "bool_type": "VALUE_NOT_TRUE_OR_FALSE",
    "date_type": "VALUE_NOT_DATE",
    "date_parsing": "VALUE_NOT_DATE",
    "date_from_datetime_parsing": "VALUE_NOT_DATE",
    "time_type": "VALUE_NOT_TIME",
    "time_parsing": "VALUE_NOT_TIME",
    "datetime_type": "VALUE_NOT_MOMENT",
    "datetime_parsing": "VALUE_NOT_MOMENT",
    "datetime_from_date_parsing": "VALUE_NOT_MOMENT",
    "enum": "VALUE_NOT_ONE_OF",
    "literal_error": "VALUE_NOT_ONE_OF",
    "union_tag_invalid": "VALUE_NOT_ONE_OF",
    "model_type": "VALUE_NOT_TABLE",
    "model_attributes_type": "VALUE_NOT_TABLE",
    "dict_type": "VALUE_NOT_TABLE",
    "tuple_type": "VALUE_NOT_LIST",
    "list_type": "VALUE_NOT_LIST",
    "frozen_set_type": "VALUE_NOT_LIST",
    "greater_than": "VALUE_NOT_ABOVE",
    "greater_than_equal": "VALUE_TOO_SMALL",
    "less_than_equal": "VALUE_TOO_LARGE",
    "too_short": "VALUE_TOO_FEW",
    "too_long": "VALUE_TOO_MANY",
    "string_too_short": "VALUE_TEXT_TOO_SHORT",
    "string_too_long": "VALUE_TEXT_TOO_LONG",
    "string_pattern_mismatch": "VALUE_NOT_LIKE",
}
_LIMITS = (
    *("expected", "expected_tags", "pattern", "error"),
    *("gt", "ge", "le"),
    *("min_length", "max_length"),
)
_WHOLE_FILE = {"VALUE_NOT_TABLE": "FILE_NOT_TABLE", "KEY_MISSING": "KEY_MISSING"}
_GUESSES: dict[str, object] = {
    "VALUE_NOT_WHOLE_NUMBER": 1,
    "VALUE_NOT_TRUE_OR_FALSE": False,
    "VALUE_NOT_DATE": "2000-01-01",
    "VALUE_NOT_TABLE": {},
    "VALUE_NOT_LIST": [],
}
_BOUNDS = ("VALUE_TOO_SMALL", "VALUE_TOO_LARGE", "VALUE_NOT_ABOVE")


def code_of(item: Mapping[str, Any], *, whole_file: bool) -> str:
    """Return the code for one of pydantic's errors; ``whole_file`` where it names no place."""
    code = _KINDS.get(item["type"], "VALUE_UNEXPECTED")
    return _WHOLE_FILE.get(code, "FILE_UNEXPECTED") if whole_file else code


def expected_of(item: Mapping[str, Any]) -> str:
    """Return what was permitted: the words, the bound, or the reason a check of ours gave."""
    context = item.get("ctx") or {}
    found = next((context[name] for name in _LIMITS if name in context), item["msg"])
    return str(found).replace("' or '", "', '")


def guess_for(item: Mapping[str, Any], number: int) -> object:
    """Return a value that would be taken instead, or None; ``number`` makes texts differ."""
    code = code_of(item, whole_file=False)
    if code == "VALUE_NOT_ONE_OF":
        permitted = re.search(r"'([^']*)'", expected_of(item))
        return permitted.group(1) if permitted else None
    if code in _BOUNDS:
        return int(expected_of(item)) + (code == "VALUE_NOT_ABOVE")
    if code == "VALUE_TOO_FEW":
        return [None] * int(item["ctx"]["min_length"])
    if code == "VALUE_TOO_MANY":
        return None
    return _GUESSES.get(code, f"x{number}")
