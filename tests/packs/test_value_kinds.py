"""Each kind of wrong value has words of our own, in every language, and always names a place."""

import json
from datetime import date, datetime, time
from typing import Annotated, Literal

import pytest
from pydantic import Field

from advisor_desk.domain.languages import Language
from advisor_desk.domain.trouble import BadData, Mistake
from advisor_desk.packs.reading import Strict, read_json
from advisor_desk.packs.wording import trouble_text


class _Red(Strict):
    kind: Literal["red"]


class _Blue(Strict):
    kind: Literal["blue"]


class _Example(Strict):
    text: Annotated[str, Field(min_length=1, max_length=3, pattern="^[a-z]*$")] = "a"
    number: Annotated[int, Field(ge=1, le=9)] = 1
    above: Annotated[int, Field(gt=0)] = 1
    yes: bool = False
    day: date = date(2026, 11, 23)
    at: time = time(9, 30)
    moment: datetime = datetime(2026, 11, 23, 9, 30)  # noqa: DTZ001 - never used
    word: Literal["p", "q"] = "p"
    table: dict[str, str] = Field(default_factory=dict)
    rows: Annotated[tuple[int, ...], Field(min_length=1, max_length=2)] = (1,)
    shade: Annotated[_Red | _Blue, Field(discriminator="kind")] = _Red(kind="red")


def mistake_in(value: object) -> Mistake:
    with pytest.raises(BadData) as refused:
        read_json(json.dumps(value).encode(), _Example, "example.json")
    (mistake,) = refused.value.mistakes
    return mistake


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        ({"text": 1}, "VALUE_NOT_TEXT", ""),
        ({"text": ""}, "VALUE_TEXT_TOO_SHORT", "1"),
        ({"text": "abcd"}, "VALUE_TEXT_TOO_LONG", "3"),
        ({"text": "A"}, "VALUE_NOT_LIKE", "^[a-z]*$"),
        ({"number": "1"}, "VALUE_NOT_WHOLE_NUMBER", ""),
        ({"number": 1.5}, "VALUE_NOT_WHOLE_NUMBER", ""),
        ({"number": 0}, "VALUE_TOO_SMALL", "1"),
        ({"number": 10}, "VALUE_TOO_LARGE", "9"),
        ({"above": 0}, "VALUE_NOT_ABOVE", "0"),
        ({"yes": "yes"}, "VALUE_NOT_TRUE_OR_FALSE", ""),
        ({"day": "2026-11-31"}, "VALUE_NOT_DATE", ""),
        ({"day": 3}, "VALUE_NOT_DATE", ""),
        ({"at": "24:00"}, "VALUE_NOT_TIME", ""),
        ({"moment": "soon"}, "VALUE_NOT_MOMENT", ""),
        ({"word": "r"}, "VALUE_NOT_ONE_OF", "'p', 'q'"),
        ({"shade": {"kind": "green"}}, "VALUE_NOT_ONE_OF", "'red', 'blue'"),
        ({"table": 3}, "VALUE_NOT_TABLE", ""),
        ({"rows": 3}, "VALUE_NOT_LIST", ""),
        ({"rows": []}, "VALUE_TOO_FEW", "1"),
        ({"rows": [1, 2, 3]}, "VALUE_TOO_MANY", "2"),
    ],
)
def test_a_wrong_value_is_told_in_our_own_words(value: object, code: str, expected: str) -> None:
    mistake = mistake_in(value)
    assert mistake.code == code
    for language in Language:
        words = trouble_text(mistake, language)
        assert expected in words
        assert mistake.place in words
        assert not {"Input", "should", "valid"} & set(words.split())


def test_a_row_without_its_kind_lacks_that_key() -> None:
    mistake = mistake_in({"shade": {}})
    assert (mistake.code, mistake.place) == ("KEY_MISSING", "shade.kind")


@pytest.mark.parametrize("value", [[], 3, "text", None])
def test_a_file_that_is_no_table_is_spoken_of_as_a_whole(value: object) -> None:
    mistake = mistake_in(value)
    assert (mistake.code, mistake.place) == ("FILE_NOT_TABLE", "")
    words = [trouble_text(mistake, language) for language in Language]
    assert "the whole file" in words[0]
    assert len(set(words)) == len(Language)
