"""What Today says: what comes first, what is missing, and what is locked and why."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.services.branch import (
    ADMINISTRATOR,
    ADVISER,
    CERTIFICATE,
    Practice,
    Walk,
    practice,
)
from tests.ui.papers import opened

from advisor_desk.domain.interview import Stage
from advisor_desk.domain.languages import Language
from advisor_desk.domain.people import Role, StaffMember
from advisor_desk.packs.wording import unbroken
from advisor_desk.ui.interview.presenter import InterviewPresenter
from advisor_desk.ui.screens.today.presenter import TodayPresenter
from advisor_desk.ui.screens.today.state import TodayState
from advisor_desk.ui.words import Wording

ENGLISH = Wording(Language.en)


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def said(at: Practice, words: Wording = ENGLISH) -> TodayState:
    presenter = TodayPresenter(at.desk, at.interviews)
    presenter.refresh()
    return presenter.state(words)


def test_an_empty_day_says_what_to_do(at: Practice) -> None:
    state = said(at)
    assert (state.cases, state.printing, state.contacts, state.due) == ((), (), (), ())
    assert state.title == "Nothing is waiting"
    assert state.subtitle == "Begin an interview, or look up a client."
    assert (state.refers, state.limits, state.serves) == (False, None, True)


def test_a_case_says_its_step_and_what_is_missing_in_words(at: Practice) -> None:
    Walk(at).until("opening")
    (case,) = said(at).cases
    assert (case.name, case.age) == ("陳示例", "aged 41")
    assert case.where.startswith("Step 2, needs and finances, saved 09:")
    assert case.next.startswith("Still missing: yearly income, yearly spending and ")
    assert case.spoken == "Resume the interview with 陳示例"


def test_a_paused_case_says_why_and_that_the_identity_is_checked_again(at: Practice) -> None:
    walk = Walk(at).until("result")
    walk.do.flow.pause(walk.interview, "客戶去接孩子", date(2026, 11, 24))
    (case,) = said(at).cases
    assert case.where.endswith(": 客戶去接孩子")
    assert case.next.startswith("Check the identity again, then: what the client holds now")
    assert [mark.text for mark in case.marks] == ["Agreed: Tomorrow"]
    at.on(date(2026, 11, 26))
    (case,) = said(at).cases
    assert [mark.text for mark in case.marks] == [f"Was agreed: {unbroken('Tue 24 November')}"]
    assert f"paused {unbroken('Mon 23 November')} 09:" in case.where


def test_the_step_has_the_number_that_the_rail_gives_it(at: Practice) -> None:
    walk = Walk(at, product="DEMO-R2-002").until("presentation")
    presenter = InterviewPresenter(opened(walk, Language.en), {})
    (shown,) = (one for one in presenter.rail() if one.shown)
    (case,) = said(at).cases
    assert (shown.stage, shown.number) == (Stage.review, 8)
    assert case.where.startswith("Step 8, form review, saved ")


def test_a_paused_case_is_told_to_a_trainee_as_an_introduction(at: Practice) -> None:
    walk = Walk(at).until("result")
    walk.do.flow.pause(walk.interview, "客戶去接孩子", date(2026, 11, 24))
    at.certificate(None)
    (case,) = said(at).cases
    assert case.where.startswith("Introduction, paused 09:")
    assert case.where.endswith(": 客戶去接孩子")
    assert case.next.startswith("Check the identity again, then: ")
    assert "holds" not in case.next


def test_what_can_go_on_comes_before_what_waits_for_more(at: Practice) -> None:
    waits = Walk(at, born=date(1955, 3, 2), order=201, product="DEMO-R3-001").until("portfolio")
    waits.choose()
    waits.do.flow.wait_for_witness(waits.interview)
    first = said(at).cases[0]
    assert first.interview == waits.interview
    assert [mark.text for mark in first.marks] == ["65+ protected"]
    assert first.next.startswith("Needed: ")
    assert "SECOND" not in first.next, "papers by their names, not by their codes"
    goes_on = Walk(at, order=203).until("opening")
    assert [one.interview for one in said(at).cases] == [goes_on.interview, waits.interview]


def test_a_meeting_of_an_unfinished_interview_goes_on_with_it(at: Practice) -> None:
    walk = Walk(at).until("opening")
    walk.do.flow.pause(walk.interview, "等證件", date(2026, 11, 24))
    (meeting,) = said(at).contacts
    assert (meeting.lead, meeting.interview) == ("Tomorrow", walk.interview)
    assert meeting.second == "To go on with the interview"


def test_a_meeting_agreed_at_the_close_leads_to_the_client(at: Practice) -> None:
    walk = Walk(at).until("close")
    at.on(date(2027, 1, 12))
    (meeting,) = said(at).contacts
    assert (meeting.client, meeting.interview) == (walk.client, "")
    assert (meeting.tone, meeting.lead) == ("warn", unbroken("Sun 10 January"))
    assert meeting.second == "The day agreed has passed"


def test_an_assessment_about_to_expire_is_told_with_its_last_day(at: Practice) -> None:
    walk = Walk(at).until("close")
    at.certificate(replace(CERTIFICATE, valid_until=date(2030, 1, 1)))
    at.on(date(2027, 11, 20))
    (one,) = said(at).due
    assert (one.client, one.tone) == (walk.client, "warn")
    assert one.second == f"Risk assessment valid to {unbroken('23 November 2027')}, days left: 3"
    at.on(date(2027, 11, 23))
    assert said(at).due[0].second == "Risk assessment: today is its last day"


def test_a_set_that_was_not_printed_is_named_by_its_number_and_counted_once(at: Practice) -> None:
    walk = Walk(at).until("begin_signing")
    state = said(at)
    (waiting,) = state.printing
    assert waiting.interview == walk.interview
    assert waiting.second.startswith("Forms CD3-2026-01-00001, pages: ")
    assert state.title == "One thing comes first today"
    assert state.subtitle == "1 unfinished (1 to print)"
    Walk(at, order=203).until("opening")
    assert said(at).title == "2 things come first today"
    assert said(at).subtitle == "2 unfinished (1 to print)"


def test_without_a_valid_certificate_one_refers_and_the_reason_is_said(at: Practice) -> None:
    Walk(at).until("opening")
    at.certificate(replace(CERTIFICATE, valid_until=date(2026, 11, 22)))
    state = said(at)
    assert state.refers
    assert state.limits
    assert state.limits.title == "Refer mode: you may inform and introduce"
    day = unbroken("22 November 2026")
    assert state.limits.why.startswith(f"Your qualification certificate ended on {day}.")
    assert {one.clause for one in state.limits.permissions} == {"S23", "S24", "S25"}
    (case,) = state.cases
    assert case.where.startswith("Introduction, saved 09:")
    assert case.next == "Still missing: introduction to a certified colleague"
    assert state.offered
    assert dict(state.offered.products)["DEMO-R1-001"] == "R1  Demo Daily Cash A"
    assert "DEMO-X0-001" not in dict(state.offered.products), "its material is not approved"
    at.certificate(None)
    again = said(at)
    assert again.limits
    assert again.limits.why == "No qualification certificate is recorded for you."


def test_who_may_be_introduced_to_is_named(at: Practice) -> None:
    certified = StaffMember("20431", "刘示例", Role.adviser, "客户经理", CERTIFICATE)
    at.station.training_desk().enrol_for_training(certified)
    at.certificate(None)
    state = said(at)
    assert state.limits
    assert state.limits.colleagues == ("刘示例, client manager",)


def test_whom_one_introduced_to_whom_is_shown_for_two_weeks(at: Practice) -> None:
    certified = StaffMember("20431", "刘示例", Role.adviser, "客户经理", CERTIFICATE)
    at.station.training_desk().enrol_for_training(certified)
    at.certificate(None)
    walk = Walk(at).begin()
    walk.identify()
    walk.do.opening.understand_data_notice(walk.interview)
    walk.do.referrals.answer(walk.interview, "20431", "到期的存款", agrees=True)
    walk.do.referrals.refer(walk.interview)
    (line,) = said(at).referred
    assert (line.first, line.second) == ("陳示例", "to 刘示例, Today")
    assert line.interview == walk.interview
    at.on(date(2026, 12, 7))
    assert said(at).referred
    at.on(date(2026, 12, 8))
    assert said(at).referred == ()


def test_a_role_that_serves_nobody_is_told_what_it_may_do(at: Practice) -> None:
    desk = at.station.training_desk(ADMINISTRATOR.staff_no)
    presenter = TodayPresenter(desk, None)
    presenter.refresh()
    state = presenter.state(ENGLISH)
    assert (state.serves, state.cases) == (False, ())
    assert state.limits
    assert "advisor-desk user" in state.limits.permissions[0].text
    assert state.limits.colleagues == (f"{ADVISER.name}, client manager",)


def test_a_certificate_that_ends_soon_is_told_with_its_days(at: Practice) -> None:
    at.certificate(replace(CERTIFICATE, valid_until=date(2026, 12, 3)))
    facts = {fact.icon: fact for fact in said(at).facts}
    assert (facts["certificate"].tone, facts["certificate"].first) == (
        "warn",
        "Certificate, days left: 10",
    )


@pytest.mark.parametrize("language", list(Language))
def test_the_same_board_is_told_in_every_language(at: Practice, language: Language) -> None:
    walk = Walk(at).until("result")
    walk.do.flow.pause(walk.interview, "客戶去接孩子", date(2026, 11, 24))
    state = said(at, Wording(language))
    assert len(state.cases) == 1
    assert state.title == Wording(language).say("TODAY_TITLE_ONE")
    assert "{" not in repr(state)
