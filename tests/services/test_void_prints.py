"""A printed set is given up only with its pages: counted back to the last one, whoever ends it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.forms.paper import text_of
from tests.services.branch import RECORD, Practice, Walk, practice
from tests.services.test_latest_assessment import made_in_another_interview, paper

from advisor_desk.domain.interview import Stage, State
from advisor_desk.domain.interview_events import EndedWithoutSale
from advisor_desk.domain.pages_out import PagesOut
from advisor_desk.domain.paper_events import RecordMade
from advisor_desk.domain.trouble import BadInput, NotPermitted

BORN_65_TOMORROW, TODAY, TOMORROW = date(1961, 11, 24), date(2026, 11, 23), date(2026, 11, 24)


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def printed(walk: Walk) -> int:
    """Let a set come out and be marked; return its pages."""
    walk.marks()
    assert walk.facts.ceremony
    return walk.facts.ceremony.pages_out.least


def cover(walk: Walk, folder: Path) -> str:
    """Return what F10 says."""
    book = walk.at.desk.book
    ends = book.events(f"interview:{walk.interview}", RecordMade, EndedWithoutSale)
    event = ends[0].event
    assert isinstance(event, RecordMade | EndedWithoutSale)
    assert event.forms[-1].form == "F10"
    return text_of(book.document(event.forms[-1].sha256), folder)


def void_by_assessment(at: Practice) -> tuple[Walk, int]:
    walk = Walk(at).until("begin_signing")
    pages = printed(walk)
    made_in_another_interview(walk)
    with pytest.raises(NotPermitted, match="ASSESSMENT_NEWER"):
        walk.sign()
    return walk, pages


def void_by_birthday(at: Practice, product: str, code: str) -> tuple[Walk, int]:
    """Everybody signed; registered it would be on the morning of the client's 65th birthday."""
    walk = Walk(at, born=BORN_65_TOMORROW, product=product, letter="E").until("begin_signing")
    pages = printed(walk)
    at.on(TOMORROW)
    with pytest.raises(NotPermitted, match=code):
        walk.sign()
    return walk, pages


@pytest.mark.parametrize("returned", [None, 0, 1, -1])
def test_a_set_void_by_a_later_assessment_is_counted_back_to_the_page(
    at: Practice, returned: int | None
) -> None:
    walk, pages = void_by_assessment(at)
    assert walk.facts.pages_due == PagesOut(pages, pages)
    assert pages > 1
    wrong = returned if returned in (None, 0) else pages + int(str(returned))
    for give_up in (
        lambda: walk.do.flow.abandon(walk.interview, "客戶離開", wrong),
        lambda: walk.do.closing.end_without_sale(walk.interview, RECORD, wrong),
        lambda: walk.do.signing.count_pages_back(walk.interview, wrong or 0),
    ):
        with pytest.raises(BadInput, match="PAGES_NOT_RETURNED") as refused:
            give_up()
        assert refused.value.facts["printed"] == str(pages)
    walk.do.flow.abandon(walk.interview, "客戶離開", pages)
    assert walk.facts.state is State.abandoned


def test_no_other_set_is_made_before_that_one_is_back(at: Practice, tmp_path: Path) -> None:
    walk, pages = void_by_assessment(at)
    walk.do.assessments.keep_assessment(walk.interview)
    walk.result().portfolio().products().presentation()
    with pytest.raises(BadInput, match="PAGES_NOT_RETURNED"):
        walk.review()
    assert walk.do.position(walk.interview).stage is Stage.review
    walk.do.signing.count_pages_back(walk.interview, pages)
    with pytest.raises(BadInput, match="NO_PAGES_DUE"):
        walk.do.signing.count_pages_back(walk.interview, pages)
    walk.review().begin_signing().marks().sign().handover().close()
    assert walk.facts.numbers_void[0] in cover(walk, tmp_path)


@pytest.mark.parametrize(
    ("product", "code"),
    [("DEMO-R3-001", "MORE_IS_ASKED_FOR"), ("DEMO-R4-001", "SALE_NO_LONGER_ALLOWED")],
)
def test_a_birthday_that_makes_a_set_void_calls_its_pages_back(
    at: Practice, product: str, code: str
) -> None:
    walk, pages = void_by_birthday(at, product, code)
    assert walk.facts.pages_due == PagesOut(pages, pages)
    with pytest.raises(BadInput, match="PAGES_NOT_RETURNED"):
        walk.do.flow.abandon(walk.interview, "客戶離開")
    walk.do.flow.abandon(walk.interview, "客戶離開", pages)


def test_the_end_itself_names_the_set_whose_pages_came_back_with_it(
    at: Practice, tmp_path: Path
) -> None:
    walk = Walk(at).until("begin_signing")
    pages = printed(walk)
    number = walk.facts.ceremony.number if walk.facts.ceremony else ""
    walk.do.closing.end_without_sale(walk.interview, RECORD, pages)
    assert number in cover(walk, tmp_path)


def test_pages_that_never_were_are_not_counted_back(at: Practice) -> None:
    walk = Walk(at).until("begin_signing")
    with pytest.raises(BadInput, match="PAGES_NOT_RETURNED") as refused:
        walk.do.flow.abandon(walk.interview, "客戶離開", 7)
    assert (refused.value.facts["printed"], refused.value.facts["returned"]) == ("0", "7")
    walk.do.flow.abandon(walk.interview, "客戶離開", 0)


def test_a_void_set_that_never_came_out_asks_for_nothing(at: Practice) -> None:
    walk = Walk(at).until("begin_signing")
    paper(walk, TODAY)
    with pytest.raises(NotPermitted, match="ASSESSMENT_NEWER"):
        walk.marks()
    assert not walk.facts.pages_due
