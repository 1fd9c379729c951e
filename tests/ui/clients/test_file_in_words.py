"""What a client's file says: the assessment, the money, the visits, who looked, what is locked."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.services.branch import ADVISER, POT, Practice, Walk, details_of, practice

from advisor_desk.domain.assessment_events import Holding
from advisor_desk.domain.client import OtherAssessmentEntered
from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.domain.interview import Channel
from advisor_desk.domain.languages import Language
from advisor_desk.domain.money import Money
from advisor_desk.ui.screens.clients.file import File
from advisor_desk.ui.screens.clients.finder import PAGE, RECENT, Finder
from advisor_desk.ui.words import Wording

WORDS = Wording(Language.zh_TW)
BORN = date(1984, 3, 8)


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def new_client(at: Practice, born: date = BORN, order: int = 1, name: str = "何示例") -> str:
    return at.interviews.clients.record(details_of(born, order, name))


def opened(at: Practice, client: str, why: str = "準備面談") -> File:
    return File(at.interviews, client, why)


def from_paper(day: date, grade: RiskTolerance | None) -> OtherAssessmentEntered:
    return OtherAssessmentEntered(f"P-{day}", day, Channel.online, "Q1", grade, "紙本")


def test_a_new_client_is_told_the_way_to_a_first_sale(at: Practice) -> None:
    file = opened(at, new_client(at))
    assert {column.tone for column in file.columns(WORDS)} == {"stop"}
    title, reason = file.refusal(WORDS)  # once, not at each grade
    assert title == WORDS.say("FILE_NOT_ASSESSED")
    assert {column.why for column in file.columns(WORDS)} == {reason}
    assert "評估" in file.way_out(WORDS)
    assert (file.pots(WORDS), file.money_total(WORDS), file.history(WORDS)) == ((), "", "")
    assert file.visits(WORDS) == ()


def test_somebody_of_65_may_buy_r3_with_duties_and_no_more(at: Practice) -> None:
    walk = Walk(at, born=date(1955, 3, 8)).until("result")
    file = opened(at, walk.client)
    tones = [column.tone for column in file.columns(WORDS)]
    assert tones == ["ok", "ok", "warn", "stop", "stop"]
    assert file.is_elder
    assert (file.way_out(WORDS), file.refusal(WORDS)) == ("", ("", ""))
    assert all(column.why for column in file.columns(WORDS))


def test_an_assessment_that_ran_out_is_said_to_have(at: Practice) -> None:
    client = new_client(at)
    at.interviews.clients.enter_other_assessment(
        client, from_paper(date(2025, 6, 1), RiskTolerance.A3)
    )
    file = opened(at, client)
    assert file.grade is RiskTolerance.A3
    assert file.standing(WORDS) == "評估已過期"
    assert "2026" not in file.history(WORDS)


def test_assessments_count_against_the_limit_of_twelve_months(at: Practice) -> None:
    client = new_client(at)
    for month in (8, 9):
        at.interviews.clients.enter_other_assessment(
            client, from_paper(date(2026, month, 1), RiskTolerance.A2)
        )
    file = opened(at, client)
    assert "2/8" in file.history(WORDS)
    assert file.standing(WORDS) == ""
    assert [one.own_answers for one in file.file.grades] == [False, False]


def test_the_money_told_last_stands_there_with_what_it_allows(at: Practice) -> None:
    walk = Walk(at, needed_by=date(2027, 9, 1)).until("result")
    held = (Holding("貨幣基金", Money.parse("80000.00"), ProductRisk.R1, date(2026, 11, 20)),)
    at.interviews.portfolio.record_holdings(walk.interview, held)
    file = opened(at, walk.client)
    (pot,) = file.pots(WORDS)
    assert (pot.name, pot.share) == (POT, 1.0)
    assert WORDS.day(date(2027, 9, 1)) in pot.needed
    assert "R1" in pot.allowed
    assert "500,000.00" in file.money_total(WORDS)
    assert file.holdings() == held


def test_an_interview_under_way_is_gone_on_with_and_names_its_step(at: Practice) -> None:
    walk = Walk(at).until("opening")
    file = opened(at, walk.client)
    assert file.under_way() == walk.interview
    assert WORDS.say("STAGE_needs") in file.second_line(WORDS)
    assert [(one.interview, one.is_open) for one in file.visits(WORDS)] == [(walk.interview, True)]


def test_an_interview_that_is_over_is_listed_and_not_gone_on_with(at: Practice) -> None:
    walk = Walk(at).until("close")
    file = opened(at, walk.client)
    assert file.under_way() == ""
    assert [one.is_open for one in file.visits(WORDS)] == [False]


def test_who_looked_stands_there_by_name_and_reason(at: Practice) -> None:
    client = new_client(at)
    opened(at, client, "客戶來問")
    looks = opened(at, client, "準備面談").looks(WORDS)
    assert [(one.who, one.why) for one in looks] == [
        (ADVISER.name, "準備面談"),
        (ADVISER.name, "客戶來問"),
    ]


def test_without_a_certificate_a_client_is_received_to_be_introduced(at: Practice) -> None:
    client = new_client(at)
    assert not opened(at, client).refers
    at.certificate(None)
    file = opened(at, client)
    file.purpose = "定期到期"
    assert file.refers
    assert file.begin()
    assert not file.problem(WORDS)


@pytest.mark.parametrize("purpose", ["", "x" * 51, "定期\u202e到期"])
def test_a_purpose_that_no_form_holds_is_said_at_the_field(at: Practice, purpose: str) -> None:
    file = opened(at, new_client(at))
    file.purpose = purpose
    assert file.begin() == ""
    assert all(file.problem(Wording(one)) for one in Language)
    assert at.interviews.listed() == ()


def test_a_file_is_read_again_only_when_something_was_recorded(at: Practice) -> None:
    client = new_client(at)
    file = opened(at, client)
    new_client(at, order=2, name="別人")
    assert file.is_as_known
    file.purpose = "定期到期"
    file.begin()
    assert not file.is_as_known
    again = opened(at, client)
    at.on(date(2026, 11, 24))
    assert not again.is_as_known, "another day, other answers"


def test_the_finder_shows_those_met_last_and_then_everybody_page_by_page(at: Practice) -> None:
    clients = [new_client(at, order=1 + one, name=f"客{one:02d}") for one in range(PAGE + 3)]
    finder = Finder(at.interviews)
    rows = finder.rows(WORDS)
    assert [row.client for row in rows[1 : RECENT + 1]] == clients[::-1][:RECENT]
    assert [row.key for row in rows[1 : RECENT + 1]] == [str(one) for one in range(1, RECENT + 1)]
    headings = [place for place, row in enumerate(rows) if not row.client]
    assert headings == [0, RECENT + 1]
    assert len(rows) == 1 + RECENT + 1 + PAGE
    more = finder.more(rows[-1].client, WORDS)
    assert len(more) == 3
    assert not finder.is_more
    everybody = [row.client for row in (*rows[RECENT + 2 :], *more)]
    assert sorted(everybody) == sorted(clients)


def test_a_client_is_found_by_the_number_of_a_form_once(at: Practice) -> None:
    walk = Walk(at).until("review")
    number = str(at.interviews.forms_of(walk.interview)[0]["number"])
    finder = Finder(at.interviews)
    finder.text = number
    rows = finder.rows(WORDS)
    assert [row.client for row in rows] == [walk.client]
    assert number in rows[0].second


def test_every_look_has_a_reason_and_the_usual_one_stands_there_again(at: Practice) -> None:
    finder = Finder(at.interviews)
    assert finder.why(WORDS) == "準備面談"
    finder.reason = "other"
    assert finder.wrong_reason(WORDS)
    finder.other = "客戶要求核對電話"
    assert finder.wrong_reason(WORDS) == ""
    assert finder.why(WORDS) == "客戶要求核對電話"
    finder.opened("C-1")
    assert finder.why(WORDS) == "準備面談"


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (None, "NO_ASSESSMENT"),
        (from_paper(date(2026, 3, 2), None), "ASSESSMENT_FAILED"),
        (from_paper(date(2025, 11, 22), RiskTolerance.A3), "ASSESSMENT_EXPIRED"),
    ],
    ids=["not assessed", "not passed", "a day too old"],
)
@pytest.mark.parametrize("language", list(Language))
def test_each_of_the_three_states_has_its_own_true_words(
    at: Practice, made: OtherAssessmentEntered | None, code: str, language: Language
) -> None:
    client, words = new_client(at), Wording(language)
    if made is not None:
        at.interviews.clients.enter_other_assessment(client, made)
    file = opened(at, client)
    pack = next(one for one in at.interviews.today().packs if one.id == "bank-procedure")
    title, why = file.refusal(words)
    assert why == words.of(pack.reasons[code].say)
    assert file.way_out(words)
    assert (title, why) != ("", "")
    others = {"NO_ASSESSMENT", "ASSESSMENT_FAILED", "ASSESSMENT_EXPIRED"} - {code}
    assert why not in {words.of(pack.reasons[one].say) for one in others}
    assert title == (words.say("FILE_NOT_ASSESSED") if made is None else file.standing(words))
