"""A visiting officer: enrolled by two, here for a term, and a witness no longer than that."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from tests.services.branch import ADVISER, TODAY, Practice, Walk, practice

from advisor_desk.domain.branch_events import VisitorEnrolled, staff_subject
from advisor_desk.domain.interview import Mark
from advisor_desk.domain.people import Role, StaffMember
from advisor_desk.domain.steps import marks_needed
from advisor_desk.domain.trouble import BadInput, NotPermitted
from advisor_desk.services.visiting import Visitors, Vouching
from advisor_desk.store.keys import PUBLISHED_PASSWORD

FIRST, LAST = date(2026, 11, 20), date(2026, 11, 25)
VISITOR = StaffMember(
    *("00099", "高訪示例", Role.branch_retail_head, "分行零售部（派駐）", None),
    serves_from=FIRST,
    serves_until=LAST,
)
OUTLET = StaffMember("10020", "衛所長示例", Role.outlet_head, "網點負責人", None)
SECOND = Vouching(OUTLET.staff_no, PUBLISHED_PASSWORD)


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        made.station.training_desk().enrol_for_training(OUTLET)
        yield made


@pytest.fixture
def visitors(at: Practice) -> Visitors:
    return Visitors(at.station.sign_in("10001", PUBLISHED_PASSWORD))


def enrol(
    visitors: Visitors, member: StaffMember = VISITOR, second: Vouching = SECOND
) -> StaffMember:
    return visitors.enrol(member, PUBLISHED_PASSWORD, second)


def test_the_record_names_both_and_the_term(at: Practice, visitors: Visitors) -> None:
    assert enrol(visitors) == VISITOR
    last = at.desk.branch.events(staff_subject(VISITOR.staff_no), VisitorEnrolled)[-1]
    assert last.actor == "10001"
    event = last.event
    assert isinstance(event, VisitorEnrolled)
    assert (event.first, event.second, event.second_name) == ("10001", "10020", OUTLET.name)
    assert at.desk.everyone().count(VISITOR) == 1


@pytest.mark.parametrize(
    ("day", "may"),
    [
        (FIRST - timedelta(days=1), False),
        (FIRST, True),
        (LAST, True),
        (LAST + timedelta(days=1), False),
    ],
    ids=["the day before", "the first day", "the last day", "the day after"],
)
def test_a_visitor_signs_in_during_the_term_only(
    at: Practice, visitors: Visitors, day: date, may: bool
) -> None:
    at.on(FIRST - timedelta(days=1))
    enrol(visitors)
    at.on(day)
    if may:
        assert at.station.sign_in(VISITOR.staff_no, PUBLISHED_PASSWORD).me == VISITOR
        return
    with pytest.raises(NotPermitted, match="TERM_NOT_NOW"):
        at.station.sign_in(VISITOR.staff_no, PUBLISHED_PASSWORD)
    with pytest.raises(NotPermitted, match="TERM_NOT_NOW"):
        at.station.training_desk(VISITOR.staff_no)


@pytest.mark.parametrize(
    ("second", "code"),
    [
        (Vouching("10001", PUBLISHED_PASSWORD), "SECOND_PERSON_NEEDED"),
        (Vouching(" 10001 ", PUBLISHED_PASSWORD), "SECOND_PERSON_NEEDED"),
        (Vouching(ADVISER.staff_no, PUBLISHED_PASSWORD), "SECOND_PERSON_NEEDED"),
        (Vouching(OUTLET.staff_no, "guessed"), "SIGN_IN_FAILED"),
    ],
    ids=["alone", "alone with spaces", "an adviser", "a wrong password"],
)
def test_it_takes_a_second_person_of_rank(
    at: Practice, visitors: Visitors, second: Vouching, code: str
) -> None:
    with pytest.raises(NotPermitted, match=code):
        enrol(visitors, second=second)
    assert VISITOR.staff_no not in {one.staff_no for one in at.desk.everyone()}


def test_a_visitor_vouches_for_nobody(visitors: Visitors) -> None:
    enrol(visitors)
    other = replace(VISITOR, staff_no="00098", name="另訪示例")
    with pytest.raises(NotPermitted, match="SECOND_PERSON_NEEDED"):
        enrol(visitors, other, Vouching(VISITOR.staff_no, PUBLISHED_PASSWORD))


def test_only_an_administrator_begins_it(at: Practice) -> None:
    head = Visitors(at.station.sign_in(OUTLET.staff_no, PUBLISHED_PASSWORD))
    with pytest.raises(NotPermitted, match="ADMINISTRATORS_ONLY"):
        enrol(head, second=Vouching("10001", PUBLISHED_PASSWORD))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"serves_until": FIRST - timedelta(days=1)}, "TERM_DAYS_WRONG"),
        ({"serves_from": None}, "TERM_DAYS_WRONG"),
        ({"serves_until": None}, "TERM_DAYS_WRONG"),
        ({"serves_until": TODAY.date() - timedelta(days=1)}, "TERM_PAST"),
        ({"serves_until": date(2027, 11, 21)}, "TERM_TOO_LONG"),
        ({"role": Role.outlet_head}, "VISITOR_RANK_TOO_LOW"),
        ({"role": Role.adviser}, "VISITOR_RANK_TOO_LOW"),
        ({"staff_no": ADVISER.staff_no}, "STAFF_KNOWN"),
    ],
)
def test_what_is_no_visitor_is_refused(
    visitors: Visitors, changes: dict[str, object], code: str
) -> None:
    with pytest.raises(BadInput, match=code):
        enrol(visitors, replace(VISITOR, **changes))  # type: ignore[arg-type]


def test_a_term_of_one_year_is_not_too_long(visitors: Visitors) -> None:
    year = replace(VISITOR, serves_until=date(2027, 11, 20))
    assert enrol(visitors, year) == year


def test_the_adviser_under_another_number_is_no_witness(at: Practice, visitors: Visitors) -> None:
    enrol(visitors, replace(VISITOR, name="王敏"))
    walk = elder(at)
    assert VISITOR.staff_no not in {
        one.staff_no for one in walk.do.witnessing.candidates(walk.interview)
    }
    with pytest.raises(NotPermitted, match="WITNESS_NAMED_AS_ADVISER"):
        come(walk)


def test_a_visitor_comes_for_another_term(at: Practice, visitors: Visitors) -> None:
    enrol(visitors)
    at.clock.at = datetime.combine(LAST + timedelta(days=10), TODAY.timetz())
    again = replace(VISITOR, serves_from=date(2026, 12, 5), serves_until=date(2026, 12, 5))
    visitors = Visitors(at.station.sign_in("10001", PUBLISHED_PASSWORD))
    assert enrol(visitors, again) == again
    assert at.station.sign_in(VISITOR.staff_no, PUBLISHED_PASSWORD).me == again


def elder(at: Practice) -> Walk:
    return Walk(at, born=date(1955, 3, 8), product="DEMO-R3-001").until("presentation")


def come(walk: Walk) -> None:
    walk.do.witnessing.come(walk.interview, VISITOR.staff_no, PUBLISHED_PASSWORD)


def test_a_term_that_ends_today_serves_and_one_over_yesterday_does_not(
    at: Practice, visitors: Visitors
) -> None:
    enrol(visitors, replace(VISITOR, serves_until=TODAY.date()))
    walk = elder(at)
    come(walk)
    assert walk.do.witnessing.seated(walk.interview) is not None
    at.on(TODAY.date() + timedelta(days=1))
    walk.do.flow.resume(walk.interview, walk.do.resuming.say_again(walk.interview))
    walk.opening()
    with pytest.raises(NotPermitted, match="TERM_NOT_NOW"):
        come(walk)


def test_a_term_over_at_midnight_holds_the_signing_up(at: Practice, visitors: Visitors) -> None:
    enrol(visitors, replace(VISITOR, serves_until=TODAY.date()))
    walk = elder(at)
    come(walk)
    steps = walk.do.witnessing
    steps.hear_recap(walk.interview)
    steps.give_second_warning(walk.interview)
    for one in steps.asked(walk.interview):
        steps.hear(walk.interview, one.id, "可能少一萬六。")
    steps.client_decides(walk.interview, goes_on=True)
    steps.decide(walk.interview, proceeds=True)
    walk.review().begin_signing()
    walk.do.printing.print_forms(walk.interview, "file")
    for mark in marks_needed(walk.facts):
        if mark is not Mark.witness_signature:
            walk.do.signing.see_mark(walk.interview, mark)
    walk.do.signing.see_witness_mark(walk.interview, VISITOR.staff_no, PUBLISHED_PASSWORD)
    at.on(TODAY.date() + timedelta(days=1))
    with pytest.raises(NotPermitted, match="TERM_NOT_NOW"):
        walk.sign()
