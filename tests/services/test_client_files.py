"""Clients found, listed and likened; what stands in a file; the one search box."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.services.branch import (
    ADVISER,
    POT,
    TODAY,
    Practice,
    Walk,
    details_of,
    practice,
    resident_id,
)

from advisor_desk.domain.assessment_events import Holding
from advisor_desk.domain.client import DocumentKind, OtherAssessmentEntered
from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.domain.interview import Channel
from advisor_desk.domain.money import Money
from advisor_desk.domain.suitability import AssessmentState
from advisor_desk.domain.trouble import BadInput
from advisor_desk.services.clients import ClientDetails, faults

BORN = date(1985, 5, 20)


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def record(at: Practice, name: str, order: int) -> str:
    return at.interviews.clients.record(details_of(BORN, order, name))


def test_all_clients_are_listed_page_by_page_and_the_last_ones_first(at: Practice) -> None:
    clients = at.interviews.clients
    wang, chen = record(at, "王敏", 201), record(at, "陳大文", 203)
    assert [row["client"] for row in clients.listed(None, 1)] == [chen]
    assert [row["client"] for row in clients.listed(chen)] == [wang]
    assert [row["client"] for row in clients.recent()] == [chen, wang]
    clients.open_file(wang, "電話詢問")
    assert [row["client"] for row in clients.recent(limit=1)] == [wang]
    assert clients.count() == 2


@pytest.mark.parametrize(
    ("name", "born", "likely"),
    [
        ("陳大文", date(1990, 1, 1), True),
        ("陈大文", BORN, True),
        ("陈大文", date(1990, 1, 1), False),
        ("陈大文", None, False),
        ("陳小文", BORN, False),
    ],
    ids=[
        "the same name, born another day",
        "the same name in the other script, the same birth date",
        "the other script and another birth date",
        "the other script and no birth date",
        "another name, the same birth date",
    ],
)
def test_who_may_be_the_same_person(
    at: Practice, name: str, born: date | None, likely: bool
) -> None:
    client = record(at, "陳大文", 201)
    found = at.interviews.clients.likely_same(with_passport(name, born))
    assert [row["client"] for row in found] == ([client] if likely else [])


def with_passport(name: str, born: date | None) -> ClientDetails:
    return replace(
        details_of(BORN, 207, name),
        document_kind=DocumentKind.passport,
        document_number="E12345678",
        born=born,
    )


def test_a_document_that_is_known_already_names_its_field_and_client(at: Practice) -> None:
    client = record(at, "陳大文", 201)
    with pytest.raises(BadInput, match="CLIENT_KNOWN_ALREADY") as refusal:
        record(at, "陳小文", 201)
    assert refusal.value.facts == {"field": "document", "client": client}


def test_a_correction_takes_no_document_of_another_client(at: Practice) -> None:
    clients = at.interviews.clients
    client, other = record(at, "陳大文", 201), record(at, "王敏", 203)
    with pytest.raises(BadInput, match="CLIENT_KNOWN_ALREADY") as refusal:
        clients.correct(client, details_of(BORN, 203, "陳大文"), "打錯")
    assert refusal.value.facts == {"field": "document", "client": other}
    kept = clients.open_file(client, "電話詢問").client
    assert kept.document.number == resident_id(BORN, 201)
    clients.correct(client, details_of(BORN, 201, "陳小文"), "打錯")  # the own document
    clients.correct(client, details_of(BORN, 205, "陳小文"), "打錯")  # nobody's yet


def test_all_that_is_wrong_with_details_is_named_at_once() -> None:
    wrong = ClientDetails(
        name="",
        document_kind=DocumentKind.resident_id,
        document_number="123",
        born=date(2999, 1, 1),
        phone="12",
        account_tail="48211",
        language=details_of(BORN).language,
    )
    found = [(one.facts["field"], one.code) for one in faults(wrong, TODAY.date())]
    assert found == [
        ("document", "DOCUMENT_NUMBER_SHAPE"),
        ("born", "BORN_AFTER_TODAY"),
        ("name", "TEXT_EMPTY"),
        ("phone", "PHONE_UNREADABLE"),
        ("account_tail", "ACCOUNT_TAIL_UNREADABLE"),
    ]
    assert faults(details_of(BORN), TODAY.date()) == ()


def test_what_is_recorded_of_a_client_or_the_interviews_is_noticed(at: Practice) -> None:
    clients = at.interviews.clients
    client, before = record(at, "陳大文", 201), 0
    other = record(at, "王敏", 203)
    for act in (
        lambda: clients.open_file(client, "電話詢問"),
        lambda: Walk(at, client=client).begin(),
        lambda: clients.correct(client, details_of(BORN, 201, "陳小文"), "打錯"),
    ):
        before = clients.last_recorded(client)
        clients.open_file(other, "電話詢問")
        assert clients.last_recorded(client) == before
        act()
        assert clients.last_recorded(client) > before


def test_a_file_says_who_looked_and_why_the_newest_first(at: Practice) -> None:
    client = record(at, "陳大文", 201)
    at.interviews.clients.open_file(client, "電話詢問")
    looks = at.interviews.clients.open_file(client, "準備面談").looks
    assert [(one.who, one.why) for one in looks] == [
        (ADVISER.staff_no, "準備面談"),
        (ADVISER.staff_no, "電話詢問"),
    ]
    assert looks[1].at < looks[0].at


def test_a_new_file_has_no_assessment_and_nothing_told(at: Practice) -> None:
    file = at.interviews.clients.open_file(record(at, "陳大文", 201), "新建")
    assert (file.age, file.standing.state) == (41, AssessmentState.missing)
    assert (file.standing.counted.this_day, file.standing.counted.in_period) == (0, 0)
    assert (file.standing.a_day, file.standing.in_period) == (2, 8)
    assert (file.grades, file.from_papers, file.pots, file.holdings) == ((), (), (), None)


def test_a_file_counts_assessments_of_every_channel(at: Practice) -> None:
    walk = Walk(at).begin()
    entered = OtherAssessmentEntered(
        "P-1", date(2026, 1, 5), Channel.phone, "q", RiskTolerance.A2, "已見原件"
    )
    walk.do.clients.enter_other_assessment(walk.client, entered)
    walk.opening().needs().answer()
    walk.do.assessments.confirm_answers(walk.interview, "電話評估後情況有變")
    file = walk.do.clients.open_file(walk.client, "核對")
    assert (file.standing.counted.this_day, file.standing.counted.in_period) == (1, 2)
    assert file.standing.valid_until == date(2027, 11, 23)
    assert [(one.grade, one.own_answers) for one in file.grades] == [
        (RiskTolerance.A2, False),
        (RiskTolerance.A3, True),
    ]
    assert file.from_papers == (entered,)


def test_pots_and_holdings_are_those_told_last(at: Practice) -> None:
    walk = Walk(at).until("result")
    held = Holding("示例存款", Money.parse("20000.00"), ProductRisk.R1, date(2026, 11, 20))
    walk.do.portfolio.record_holdings(walk.interview, (held,))
    walk.do.flow.abandon(walk.interview, "客戶離開")
    Walk(at, client=walk.client).begin()
    file = walk.do.clients.open_file(walk.client, "核對")
    assert [pot.name for pot in file.pots] == [POT]
    assert file.holdings == (held,)


def test_an_expired_assessment_is_said_to_be_so_in_the_file(at: Practice) -> None:
    walk = Walk(at).until("questionnaire")
    at.on(date(2027, 11, 23) + timedelta(days=1))
    standing = walk.do.clients.open_file(walk.client, "核對").standing
    assert standing.state is AssessmentState.expired


SET = ["F1", "F2", "F3", "F7", "F10"]


@pytest.mark.parametrize(
    ("typed", "clients", "products", "forms"),
    [
        ("chen", ["陳示例"], [], []),
        ("DEMO-R2-001", [], ["DEMO-R2-001"], []),
        ("demo-r2-00", [], [f"DEMO-R2-00{n}" for n in range(1, 8)], []),
        ("CD3-2026-01-00001", [], [], SET),
        ("cd3-2026-01-00001-F1", [], [], SET),
        ("00001", [], [], SET),
        ("01", [], [], SET),
        ("00002", [], [], []),
        (" ", [], [], []),
    ],
)
def test_the_one_search_box(
    finished: Walk, typed: str, clients: list[str], products: list[str], forms: list[str]
) -> None:
    found = finished.do.search(typed)
    assert [row["name"] for row in found.clients] == clients
    assert [row["form"] for row in found.forms] == forms
    assert {row["interview"] for row in found.forms} <= {finished.interview}
    if products:
        assert [one.in_language(finished.facts.language).code for one in found.products] == products


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    with practice(tmp_path_factory.mktemp("branch")) as at:
        yield Walk(at).until("close")


def test_products_are_found_by_a_part_of_their_name_in_any_language(finished: Walk) -> None:
    names = finished.do.today().catalogue.find("DEMO-R2-001").by_language.values()
    for product in names:
        found = finished.do.search(product.name[1:])
        assert "DEMO-R2-001" in {
            one.in_language(finished.facts.language).code for one in found.products
        }


def test_a_search_gives_no_more_than_asked_for(finished: Walk) -> None:
    found = finished.do.search("demo", limit=3)
    assert len(found.products) == 3
    assert len(finished.do.search("00001", limit=2).forms) == 2
