"""Canonical JSON: a value comes back as it was, and one value has one text."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_desk.domain.branch_events import CertificateSet, PacksChosen, StaffAdded
from advisor_desk.domain.codec import canonical_json, plain, restored
from advisor_desk.domain.events import event_body, event_from
from advisor_desk.domain.people import Certificate, Role


class Colour(Enum):
    red = 1
    blue = 2


@dataclass(frozen=True, slots=True)
class Inner:
    day: date
    colour: Colour | None


@dataclass(frozen=True, slots=True)
class Outer:
    text: str
    number: int
    is_so: bool
    at: datetime
    inner: Inner | None
    several: tuple[Inner, ...]
    named: Mapping[str, int]
    coloured: Mapping[Colour, tuple[str, ...]]


texts = st.text(st.characters(exclude_categories=["Cs"]))
inners = st.builds(Inner, st.dates(), st.none() | st.sampled_from(Colour))
outers = st.builds(
    Outer,
    texts,
    st.integers(),
    st.booleans(),
    st.datetimes(timezones=st.just(UTC)),
    st.none() | inners,
    st.lists(inners, max_size=3).map(tuple),
    st.dictionaries(texts, st.integers(), max_size=3),
    st.dictionaries(st.sampled_from(Colour), st.lists(texts, max_size=2).map(tuple)),
)


@given(outers)
def test_a_value_comes_back_as_it_was(value: Outer) -> None:
    assert restored(Outer, json.loads(canonical_json(value))) == value


@given(outers)
def test_a_value_has_one_text_whatever_the_order_of_its_tables(value: Outer) -> None:
    backwards = {key: value.named[key] for key in reversed(value.named)}
    again = Outer(
        value.text, value.number, value.is_so, value.at, value.inner, value.several,
        backwards, dict(value.coloured),
    )  # fmt: skip
    assert canonical_json(again) == canonical_json(value)


@given(outers, outers)
def test_different_values_have_different_texts(one: Outer, other: Outer) -> None:
    assert (canonical_json(one) == canonical_json(other)) == (one == other)


@given(texts, texts, st.sampled_from(Role), texts)
def test_an_event_comes_back_from_its_body(number: str, name: str, role: Role, post: str) -> None:
    event = StaffAdded(number, name, role, post)
    assert event_from(event.kind, event.version, event_body(event)) == event


@pytest.mark.parametrize(
    "event",
    [
        PacksChosen(("bank-procedure", "cn-2026")),
        CertificateSet("20417", Certificate(date(2025, 1, 1), date(2027, 1, 1), "EX-1")),
        CertificateSet("20417", None),
    ],
)
def test_events_with_inner_values_come_back(event: PacksChosen | CertificateSet) -> None:
    assert event_from(event.kind, event.version, event_body(event)) == event


SOUND: dict[str, object] = {
    "text": "x",
    "number": 1,
    "is_so": True,
    "at": "2026-11-23T09:30:00+00:00",
    "inner": {"day": "2026-11-23", "colour": "red"},
    "several": [],
    "named": {"a": 1},
    "coloured": {"red": ["x"]},
}


def test_the_sound_table_is_read() -> None:
    assert restored(Outer, SOUND).inner == Inner(date(2026, 11, 23), Colour.red)


@pytest.mark.parametrize(
    "change",
    [
        {"number": True},
        {"number": "1"},
        {"number": 1.5},
        {"is_so": 1},
        {"text": None},
        {"at": "yesterday"},
        {"inner": {"day": "2026-02-30", "colour": None}},
        {"inner": {"day": "2026-11-23"}},
        {"inner": {"day": "2026-11-23", "colour": "green"}},
        {"several": [{"day": "2026-11-23", "colour": None, "more": 1}]},
        {"coloured": {"green": []}},
        {"more": 1},
    ],
    ids=str,
)
def test_another_shape_is_refused(change: dict[str, object]) -> None:
    with pytest.raises((ValueError, KeyError)):
        restored(Outer, SOUND | change)


def test_a_missing_key_is_refused() -> None:
    with pytest.raises(ValueError, match="Outer"):
        restored(Outer, {key: SOUND[key] for key in SOUND if key != "text"})


def test_what_json_does_not_know_is_refused() -> None:
    with pytest.raises(TypeError):
        plain(1.5)
