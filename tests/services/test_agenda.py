"""Today's board: what waits, for whom, since when, and why."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.services.branch import ADMINISTRATOR, CERTIFICATE, RECORD, Practice, Walk, practice

from advisor_desk.domain.assessment_events import Holding
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import SigningWay, Stage, State
from advisor_desk.domain.interview_events import FormFile
from advisor_desk.domain.money import Money
from advisor_desk.domain.paper_events import FormsPrinted
from advisor_desk.domain.people import Role, StaffMember
from advisor_desk.domain.trouble import NotPermitted
from advisor_desk.services.agenda import TodayBoard
from advisor_desk.services.interviews import Interviews
from advisor_desk.store.keys import PUBLISHED_PASSWORD

MONDAY = date(2026, 11, 23)
HEAD = StaffMember("30001", "周主任（虛構）", Role.outlet_head, "支行行長", None)


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def board(at: Practice, day: date = MONDAY) -> TodayBoard:
    at.on(day)
    return at.interviews.agenda.today()


def test_an_empty_book_has_an_empty_board(at: Practice) -> None:
    assert board(at) == TodayBoard(MONDAY, (), (), (), (), None, (), (), 0)


def test_unfinished_interviews_come_newest_first_with_what_they_lack(at: Practice) -> None:
    first = Walk(at, order=201).until("result")
    first.do.flow.pause(first.interview, "客戶去接孩子", date(2026, 11, 24))
    second = Walk(at, order=203).until("opening")
    newest, older = at.interviews.agenda.today().unfinished
    assert (newest.interview, newest.stage) == (second.interview, Stage.needs)
    assert (newest.reason, newest.grade, newest.age) == ("", None, 41)
    assert "NEEDS_NO_POT" in newest.missing
    assert (older.name, older.reason, older.state) == ("陳示例", "客戶去接孩子", State.paused)
    assert (older.comes_back, older.grade) == (date(2026, 11, 24), RiskTolerance.A3)
    assert older.stage is Stage.portfolio
    assert older.since < newest.since


def test_a_case_that_waits_for_papers_names_them(at: Practice) -> None:
    walk = Walk(at, born=date(1955, 3, 2), product="DEMO-R3-001").until("portfolio")
    walk.choose()
    walk.do.flow.wait_for_witness(walk.interview)
    (case,) = at.interviews.agenda.today().unfinished
    assert case.reason == "PROCEDURE_NEEDS_MORE"
    assert case.documents == ("SECOND_RISK_WARNING", "WITNESS_SIGNATURE")


def test_the_board_follows_an_interview_that_goes_on(at: Practice) -> None:
    walk = Walk(at).until("opening")
    before = at.interviews.agenda.today().unfinished[0]
    walk.needs()
    after = at.interviews.agenda.today().unfinished[0]
    assert (before.stage, after.stage) == (Stage.needs, Stage.questionnaire)
    walk.do.closing.end_without_sale(walk.interview, RECORD)
    assert at.interviews.agenda.today().unfinished == ()


def test_before_its_own_assessment_an_interview_shows_the_grade_that_still_counts(
    at: Practice,
) -> None:
    walk = Walk(at).until("close")
    Walk(at, client=walk.client).begin()
    assert board(at).unfinished[0].grade is RiskTolerance.A3
    assert board(at, date(2027, 11, 24)).unfinished[0].grade is None


def test_an_agreed_day_is_shown_from_a_week_before_and_stays_when_it_is_over(
    at: Practice,
) -> None:
    walk = Walk(at).until("close")
    agreed = date(2027, 1, 10)
    assert board(at, agreed - timedelta(days=8)).next_contacts == ()
    for day in (agreed - timedelta(days=7), agreed, agreed + timedelta(days=40)):
        (contact,) = board(at, day).next_contacts
        assert (contact.client, contact.on) == (walk.client, agreed)


def test_the_next_interview_is_the_meeting_that_was_agreed(at: Practice) -> None:
    walk = Walk(at).until("close")
    at.on(date(2027, 1, 9))
    Walk(at, client=walk.client).begin()
    assert at.interviews.agenda.today().next_contacts == ()


def test_an_assessment_is_shown_from_thirty_days_before_it_expires(at: Practice) -> None:
    walk = Walk(at).until("close")
    last = date(2027, 11, 23)
    assert board(at, last - timedelta(days=31)).expiring == ()
    for day in (last - timedelta(days=30), last):
        (one,) = board(at, day).expiring
        assert (one.client, one.name, one.valid_until) == (walk.client, "陳示例", last)
    assert board(at, last + timedelta(days=1)).expiring == ()


def test_only_the_newest_assessment_of_a_client_expires(at: Practice) -> None:
    walk = Walk(at).until("close")
    at.on(date(2027, 3, 20))
    again = Walk(at, client=walk.client).until("needs")
    again.answer()
    again.do.assessments.confirm_answers(again.interview, "客戶情況有變")
    assert board(at, date(2027, 11, 10)).expiring == ()


def test_a_set_to_be_signed_on_paper_waits_for_the_printer(at: Practice) -> None:
    walk = Walk(at).until("begin_signing")
    (waiting,) = board(at).waiting_for_print
    assert (waiting.interview, waiting.number) == (walk.interview, "CD3-2026-01-00001")
    assert (waiting.pages, waiting.cause) == (sum(f.pages for f in sealed(walk)), "")
    with walk.do._room.act(walk.interview, FormsPrinted) as act:
        act.record(FormsPrinted("HP-2", "HP-2-7", False, "PRINT_OUT_OF_PAPER", ()))
    assert board(at).waiting_for_print[0].cause == "PRINT_OUT_OF_PAPER"
    walk.marks()
    assert board(at).waiting_for_print == ()


def sealed(walk: Walk) -> tuple[FormFile, ...]:
    assert walk.facts.ceremony
    return walk.facts.ceremony.sealed


def test_a_set_signed_on_the_screen_waits_for_the_printer_only_when_signed(at: Practice) -> None:
    walk = Walk(at, signing_way=SigningWay.screen).until("marks")
    assert board(at).waiting_for_print == ()
    walk.sign()
    assert board(at).waiting_for_print[0].interview == walk.interview


def test_what_ended_today_is_counted_and_what_was_given_up_is_not(at: Practice) -> None:
    Walk(at, order=201).until("close")
    walk = Walk(at, order=203).until("opening")
    walk.do.closing.end_without_sale(walk.interview, RECORD)
    given_up = Walk(at, order=205).begin()
    given_up.do.flow.abandon(given_up.interview, "客戶離開")
    assert board(at).closed_today == 2
    assert board(at, date(2026, 11, 24)).closed_today == 0


def test_a_sale_made_void_is_no_interview_finished_today(at: Practice) -> None:
    at.station.training_desk().enrol_for_training(HEAD)
    walk = Walk(at).until("close")
    at.on(date(2026, 12, 1))
    walk.do.afterwards.void(walk.interview, "金額寫錯", HEAD.staff_no, PUBLISHED_PASSWORD)
    assert board(at, date(2026, 12, 1)).closed_today == 0


def test_the_book_is_as_recorded_after_all_this(at: Practice) -> None:
    Walk(at, order=201).until("close")
    walk = Walk(at, order=203).until("opening")
    walk.do.flow.pause(walk.interview, "等證件", date(2026, 11, 30))
    assert board(at).next_contacts[0].on == date(2026, 11, 30)
    walk.do.flow.resume(walk.interview)
    assert board(at).next_contacts == ()
    assert at.desk.book.verify(deep=True) == ()


def test_who_serves_nobody_has_no_board(at: Practice) -> None:
    desk = at.station.training_desk(ADMINISTRATOR.staff_no)
    with pytest.raises(NotPermitted, match="ROLE_DOES_NOT_SERVE"):
        Interviews(desk).agenda.today()


def held(name: str, matures_on: date | None) -> Holding:
    return replace(Holding(name, Money.parse("1000.00"), None, MONDAY), matures_on=matures_on)


def test_what_a_client_holds_is_told_before_it_matures(at: Practice) -> None:
    walk = Walk(at).until("result")
    ends = {"甲": 0, "乙": 30, "丙": 31}
    holdings = [held(name, MONDAY + timedelta(days=days)) for name, days in ends.items()]
    walk.do.portfolio.record_holdings(walk.interview, (*holdings, held("戊", None)))
    found = board(at).maturing
    assert [(one.name, one.product) for one in found] == [("陳示例", "甲"), ("陳示例", "乙")]
    later = board(at, MONDAY + timedelta(days=1)).maturing
    assert [one.product for one in later] == ["乙", "丙"]


def test_holdings_are_told_as_the_newest_interview_knows_them(at: Practice) -> None:
    first = Walk(at).until("result")
    first.do.portfolio.record_holdings(first.interview, (held("甲", MONDAY),))
    first.do.flow.abandon(first.interview, "客戶離開")
    second = Walk(at, client=first.client).until("needs")
    second.do.assessments.keep_assessment(second.interview)
    second.result().do.portfolio.record_holdings(second.interview, ())
    assert board(at).maturing == ()


def test_what_was_bought_is_told_before_it_pays_back(at: Practice) -> None:
    walk = Walk(at, product="DEMO-R1-002").until("products")
    days = walk.facts.chosen.choice.product.pays_back_days if walk.facts.chosen else 0
    assert board(at, MONDAY + timedelta(days=days)).maturing == (), "nothing is signed"
    at.on(MONDAY)
    walk.presentation().review().begin_signing().marks().sign().handover().close()
    assert len(board(at, MONDAY + timedelta(days=days)).maturing) == 1
    assert board(at, MONDAY + timedelta(days=days + 1)).maturing == ()


def test_what_is_paid_back_every_day_matures_on_none(at: Practice) -> None:
    walk = Walk(at, product="DEMO-R1-001").until("sign").handover().close()
    assert walk.facts.chosen
    days = walk.facts.chosen.choice.product.pays_back_days
    assert [board(at, MONDAY + timedelta(days=day)).maturing for day in (0, 1, days)] == [()] * 3


def test_the_own_certificate_is_told_before_it_ends(at: Practice) -> None:
    last = CERTIFICATE.valid_until
    assert board(at, last - timedelta(days=61)).certificate_ends is None
    assert board(at, last - timedelta(days=60)).certificate_ends == last
    assert board(at, last).certificate_ends == last
    assert board(at, last + timedelta(days=1)).certificate_ends is None
