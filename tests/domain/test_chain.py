"""The head of a chain on paper: printed, typed back, recognised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_desk.domain.chain import Anchor, Head, link_digest
from advisor_desk.domain.trouble import BadInput

DIGEST = "3f2a9c1b77ad0e41" + "0" * 48
heads = st.builds(
    Head,
    st.integers(0, 10**9),
    st.binary(min_size=32, max_size=32).map(bytes.hex),
    st.integers(0, 999),
)


def test_a_head_is_printed_as_book_event_and_digest() -> None:
    assert Head(123, DIGEST, 1).code == "01-000123-3F2A-9C1B-77AD-0E41"
    assert Head(12_345_678, DIGEST, 120).code == "120-12345678-3F2A-9C1B-77AD-0E41"


@given(heads)
def test_a_printed_head_is_read_back(head: Head) -> None:
    anchor = Anchor.parse(head.code)
    assert (anchor.chain, anchor.seq) == (head.chain, head.seq)
    assert head.digest.startswith(anchor.digest_start)
    assert Anchor.parse(f" {head.code.lower()} ") == anchor


@pytest.mark.parametrize(
    "code",
    ["", "01", "01-000123", "01-000123-3F2A-9C1B-77AD", "01-000123-3F2A-9C1B-77AD-0E4G",
     "1-000123-3F2A-9C1B-77AD-0E41", "01-123-3F2A-9C1B-77AD-0E41", "陳"],
)  # fmt: skip
def test_what_is_no_head_is_refused(code: str) -> None:
    with pytest.raises(BadInput) as refused:
        Anchor.parse(code)
    assert refused.value.facts == {"anchor": code}


def test_the_digest_of_an_event_never_changes() -> None:
    # sha256sum of {"body":"{\\"name\\":…}","previous":"00…","seq":1}
    stored: dict[str, str | int] = {"seq": 1, "body": '{"name":"陳"}', "previous": "0" * 64}
    known = "6f36a2504f890c3ebe52b575a87b67f12851355f777339485caee2671f9d19f5"
    assert link_digest(stored) == known
