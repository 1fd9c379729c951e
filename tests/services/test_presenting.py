"""Showing material page by page: what was shown is what was approved. S31, S66, S67."""

import hashlib
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.forms.paper import bare, text_of
from tests.services.branch import Practice, Walk, practice
from tests.services.material_files import copied_material, enter, use_material
from tests.services.test_library import WRONG

from advisor_desk.domain.presentation_events import ElementShown
from advisor_desk.domain.trouble import BadInput, Trouble

PRODUCT, VERSION = "DEMO-R3-002", "2026.2"


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


@pytest.fixture
def walk(at: Practice) -> Walk:
    made = Walk(at, product=PRODUCT, amount="100000.00").until("products")
    made.do.presentations.open_presentation(made.interview)
    return made


def read(walk: Walk, *elements: str) -> None:
    for one in elements:
        walk.do.presentations.show_element(walk.interview, one)
        walk.do.presentations.explain_element(walk.interview, one)


def left(walk: Walk) -> tuple[str, ...]:
    assert walk.facts.presentation is not None
    return walk.facts.presentation.left


def test_what_was_shown_is_recorded_with_page_and_digest_once(walk: Walk) -> None:
    read(walk, "worst_case")
    walk.do.presentations.show_element(walk.interview, "worst_case")
    walk.do.presentations.show_element(walk.interview, "function")
    pages = walk.do.presentations.pages(walk.interview)
    shown = [one.event for one in walk.do.recorded(walk.interview, ElementShown)]
    assert shown == [
        ElementShown("worst_case", 1, pages.sha256),
        ElementShown("function", 2, pages.sha256),
    ]


def test_what_the_client_never_saw_is_not_acknowledged(walk: Walk) -> None:
    with pytest.raises(BadInput, match="ELEMENT_NOT_SHOWN"):
        walk.do.presentations.explain_element(walk.interview, "worst_case")


@pytest.mark.parametrize("act", ["show_element", "explain_element"])
def test_nothing_comes_before_the_worst_case(walk: Walk, act: str) -> None:
    with pytest.raises(BadInput, match="WORST_CASE_FIRST"):
        getattr(walk.do.presentations, act)(walk.interview, "fees")


def test_the_worst_case_is_never_put_off(walk: Walk) -> None:
    with pytest.raises(BadInput, match="WORST_CASE_FIRST"):
        walk.do.presentations.put_off_element(walk.interview, "worst_case", "客戶不想聽")


def test_an_element_is_passed_over_with_a_reason_only_and_stays_due(walk: Walk) -> None:
    read(walk, "worst_case")
    with pytest.raises(BadInput, match="ELEMENT_SKIPPED"):
        walk.do.presentations.show_element(walk.interview, "return")
    walk.do.presentations.put_off_element(walk.interview, "function", "客戶想先看回報")
    read(walk, "return", "terms", "early_exit", "fees", "risk")
    assert left(walk) == ("function",)
    with pytest.raises(BadInput, match="ELEMENTS_NOT_EXPLAINED"):
        walk.do.presentations.say_back(walk.interview, "return", was_right=True, words="明白")
    read(walk, "function")
    assert left(walk) == ()


def test_what_was_read_is_not_put_off(walk: Walk) -> None:
    read(walk, "worst_case", "function")
    with pytest.raises(BadInput, match="ELEMENT_EXPLAINED_ALREADY"):
        walk.do.presentations.put_off_element(walk.interview, "function", "忘了")


def test_undo_takes_back_that_it_was_read_not_that_it_was_shown(walk: Walk) -> None:
    read(walk, "worst_case")
    walk.do.presentations.show_element(walk.interview, "function")
    assert walk.do.flow.undo(walk.interview) == "element_explained"
    assert walk.facts.presentation is not None
    assert walk.facts.presentation.explained == ()
    assert walk.facts.presentation.shown == ("worst_case", "function")


@pytest.mark.parametrize(("wrong", "code"), WRONG[:-1], ids=[code for _, code in WRONG[:-1]])
def test_a_wrong_file_opens_no_presentation(
    at: Practice, tmp_path: Path, wrong: Callable[[Path], None], code: str
) -> None:
    walk = Walk(at, product=PRODUCT, amount="100000.00").until("products")
    place = copied_material(tmp_path)
    wrong(place)
    use_material(at.interviews, place)
    head = at.desk.book.head()
    with pytest.raises(Trouble, match=code):
        walk.do.presentations.open_presentation(walk.interview)
    assert at.desk.book.head() == head


@pytest.mark.parametrize(("wrong", "code"), WRONG[:-1], ids=[code for _, code in WRONG[:-1]])
def test_a_file_that_goes_wrong_meanwhile_is_shown_no_further(
    at: Practice, walk: Walk, tmp_path: Path, wrong: Callable[[Path], None], code: str
) -> None:
    place = copied_material(tmp_path)
    use_material(at.interviews, place)
    read(walk, "worst_case")
    wrong(place)
    use_material(at.interviews, place)
    with pytest.raises(Trouble, match=code):
        walk.do.presentations.show_element(walk.interview, "function")
    assert left(walk)[0] == "function"


def test_material_sent_anew_under_the_same_version_is_opened_again(
    at: Practice, walk: Walk, tmp_path: Path
) -> None:
    place = copied_material(tmp_path)
    told = place / PRODUCT / f"{VERSION}.toml"
    told.write_text(told.read_text("utf-8").replace("730", "731"), "utf-8")
    enter(place, PRODUCT, sha256=hashlib.sha256(told.read_bytes()).hexdigest())
    use_material(at.interviews, place)
    with pytest.raises(BadInput, match="MATERIAL_CHANGED"):
        walk.do.presentations.show_element(walk.interview, "worst_case")
    walk.do.presentations.open_presentation(walk.interview)
    read(walk, "worst_case")


@pytest.mark.parametrize("last", [date(2026, 11, 23), date(2026, 11, 22)])
def test_the_last_day_is_a_good_day(at: Practice, walk: Walk, tmp_path: Path, last: date) -> None:
    place = copied_material(tmp_path)
    enter(place, PRODUCT, valid_until=last)
    use_material(at.interviews, place)
    if last == date(2026, 11, 23):
        read(walk, "worst_case")
    else:
        with pytest.raises(BadInput, match="MATERIAL_EXPIRED"):
            read(walk, "worst_case")


def test_the_form_says_when_it_was_explained_not_when_it_was_made(at: Practice, walk: Walk) -> None:
    walk.presentation()
    explained = at.clock.at
    at.clock.at += timedelta(hours=2)
    walk.review()
    review = walk.facts.review
    assert review
    made = next(one for one in review.forms if one.form == "F3")
    text = bare(text_of(at.desk.book.document(made.sha256), at.home))
    assert f"{explained:%Y-%m-%d%H:%M}" in text
    assert text.count(f"{at.clock.at:%Y-%m-%d%H:%M}") == 1  # at the foot alone
