"""What is wrong with one field names that field, so that a form can say it there."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.services.branch import (
    ADVISER,
    CERTIFICATE,
    POT,
    TODAY,
    SetClock,
    Walk,
    details_of,
    practice,
)

from advisor_desk.domain.assessment_events import Change, Holding
from advisor_desk.domain.interview import EnteredBy, OpenedBy, Reaction
from advisor_desk.domain.languages import Language
from advisor_desk.domain.money import Money
from advisor_desk.domain.needs import Block, Known, NeedsAnswer
from advisor_desk.domain.product import AssetClass, Purpose
from advisor_desk.domain.trouble import BadInput, ClockRefused, NotPermitted
from advisor_desk.packs.wording import trouble_text
from advisor_desk.services.interviews import Interviews
from advisor_desk.services.opening import Visit
from advisor_desk.services.station import Station

BORN = date(1985, 5, 20)
Try = Callable[[Walk], object]


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    """An interview at the shelf; the tests here change nothing in it."""
    with practice(tmp_path_factory.mktemp("branch")) as at:
        yield Walk(at).until("portfolio")


def new(**changed: object) -> Try:
    details = replace(details_of(BORN, 801), **changed)  # type: ignore[arg-type]
    return lambda w: w.do.clients.record(details)


def pot(**changed: object) -> Try:
    usual = {
        "name": "新的錢",
        "amount": Money(100),
        "purpose": Purpose.ordinary,
        "source": "存款",
        "needed_by": None,
    }
    return lambda w: w.do.needs.record_pot(w.interview, **(usual | changed))  # type: ignore[arg-type]


def answer(given: NeedsAnswer) -> Try:
    return lambda w: w.do.needs.record_needs(w.interview, Block.goals, (given,))


def holding(
    amount: int, as_of: date, matures_on: date | None = None, product: str | None = None
) -> Try:
    held = Holding("存款", Money(amount), None, as_of, AssetClass.deposit, product, matures_on)
    return lambda w: w.do.portfolio.record_holdings(w.interview, (held,))


def change(taken_from: str | None, amount: int, product: str | None = None) -> Try:
    made = Change(Money(amount), taken_from, AssetClass.cash, product)
    return lambda w: w.do.portfolio.make_suggestion(w.interview, "分散", Reaction.accepted, made)


def choice(product: str = "DEMO-R2-001", pot: str = POT, amount: str = "100000.00") -> Try:
    def act(w: Walk) -> None:
        w.do.purchases.open_product(w.interview, product, OpenedBy.picked_by_client)
        w.do.purchases.choose_product(w.interview, product, pot=pot, amount=Money.parse(amount))

    return act


def recording(number: str | None, reason: str | None) -> Try:
    return lambda w: w.do.opening.state_recording(w.interview, number=number, reason_none=reason)


TRIES: list[tuple[str, str, Try]] = [
    ("BIRTH_DATE_DIFFERS", "born", new(born=date(1985, 5, 21))),
    ("DOCUMENT_NUMBER_WRONG", "document", new(document_number="990101198505201235")),
    ("DOCUMENT_NUMBER_SHAPE", "document", new(document_number="9901011985")),
    ("CLIENT_KNOWN_ALREADY", "document", lambda w: w.do.clients.record(details_of(w.born))),
    ("PHONE_UNREADABLE", "phone", new(phone="12")),
    ("ACCOUNT_TAIL_UNREADABLE", "account_tail", new(account_tail="123")),
    ("TEXT_TOO_LONG", "name", new(name="字" * 101)),
    ("TEXT_CHARACTER_REFUSED", "name", new(name="王\u202e敏")),
    ("TEXT_EMPTY", "purpose", lambda w: w.do.opening.open_interview(w.client, visit(" "))),
    ("RECORDING_ONE_OF_TWO", "number", recording(None, None)),
    ("TEXT_EMPTY", "reason_none", recording(None, "")),
    ("DATE_PAST", "needed_by", pot(needed_by=TODAY.date() - timedelta(days=1))),
    ("AMOUNT_NOT_POSITIVE", "amount", pot(amount=Money(0))),
    (
        "NEEDS_REASON_MISSING",
        "investment_goals",
        answer(NeedsAnswer("investment_goals", Known.refused)),
    ),
    (
        "NEEDS_AMOUNT_OR_WORDS",
        "investment_goals",
        answer(NeedsAnswer("investment_goals", Known.answered)),
    ),
    ("DATE_LATER", "as_of", holding(100, TODAY.date() + timedelta(days=1))),
    ("AMOUNT_NOT_POSITIVE", "amount", holding(0, TODAY.date())),
    ("MATURITY_BEFORE_AS_OF", "matures_on", holding(100, TODAY.date(), date(2026, 11, 1))),
    ("PRODUCT_UNKNOWN", "product", holding(100, TODAY.date(), product="DEMO-R9-999")),
    ("HOLDING_UNKNOWN", "taken_from", change("定期", 100)),
    ("AMOUNT_NOT_POSITIVE", "amount", change(None, 0)),
    ("PRODUCT_UNKNOWN", "product", change(None, 100, "DEMO-R9-999")),
    ("PRODUCT_UNKNOWN", "product", choice("DEMO-R9-999")),
    ("POT_UNKNOWN", "pot", choice(pot="別的錢")),
    ("AMOUNT_BELOW_MINIMUM", "amount", choice("DEMO-R3-002", amount="99998.99")),
    ("AMOUNT_OFF_STEP", "amount", choice("DEMO-R3-002", amount="99999.50")),
    ("AMOUNT_ABOVE_POT", "amount", choice(amount="500001.00")),
    ("DATE_PAST", "next_date", lambda w: w.do.flow.pause(w.interview, "走", date(2026, 11, 22))),
    ("PHRASE_NOT_ALLOWED", "words", lambda w: w.do.flow.note(w.interview, "穩賺不賠")),
]


def visit(purpose: str) -> Visit:
    return Visit(purpose, Language.zh_TW, Walk.signing_way)


@pytest.mark.parametrize(
    ("code", "field", "act"), TRIES, ids=[f"{code} at {field}" for code, field, _ in TRIES]
)
def test_a_trouble_names_its_field(walk: Walk, code: str, field: str, act: Try) -> None:
    with pytest.raises(BadInput) as refusal:
        act(walk)
    assert (refusal.value.code, refusal.value.facts["field"]) == (code, field)
    assert all(trouble_text(refusal.value, language) for language in Language)


def test_an_answer_entered_for_the_client_asks_for_its_reason(tmp_path: Path) -> None:
    with practice(tmp_path) as at:
        walk = Walk(at).until("needs")
        give = walk.do.assessments.give_answer
        with pytest.raises(BadInput, match="ENTERED_BY_REASON_MISSING") as refusal:
            give(walk.interview, "income", "A", entered_by=EnteredBy.adviser_reading)
        assert refusal.value.facts["field"] == "reason"
        give(walk.interview, "income", "A", entered_by=EnteredBy.client)
        assert walk.facts.answers["income"].entered_by is EnteredBy.client


def test_a_certificate_that_lapses_during_the_interview_stops_acts_and_keeps_all(
    tmp_path: Path,
) -> None:
    with practice(tmp_path) as at:
        walk = Walk(at).until("needs")
        before = walk.facts
        at.certificate(replace(CERTIFICATE, valid_until=date(2026, 11, 22)))
        with pytest.raises(NotPermitted, match="ADVISER_UNCERTIFIED"):
            walk.do.assessments.give_answer(
                walk.interview, "income", "A", entered_by=EnteredBy.client
            )
        walk.do.flow.keep_draft(walk.interview, "note", "證書到期")
        walk.do.flow.pause(walk.interview, "證書到期")
        assert walk.facts.needs == before.needs


def test_a_clock_set_back_is_said_and_nothing_is_recorded(tmp_path: Path) -> None:
    clock = SetClock(TODAY)
    with practice(tmp_path) as at:
        home = at.home
    with Station.open(home, clock) as station:
        do = Interviews(station.training_desk(ADVISER.staff_no))
        client = do.clients.record(details_of(BORN))
        clock.at = TODAY - timedelta(hours=1)
        with pytest.raises(ClockRefused, match="CLOCK_BEHIND") as refusal:
            do.opening.open_interview(client, visit("到期資金"))
        assert "field" not in refusal.value.facts
        assert do.listed() == ()
        clock.at = TODAY + timedelta(hours=1)
        assert do.opening.open_interview(client, visit("到期資金"))


def test_what_is_a_code_in_a_trouble_is_said_in_words() -> None:
    shape = BadInput("DOCUMENT_NUMBER_SHAPE", field="document", kind="resident_id")
    said = trouble_text(shape, Language.en, field="Number")
    assert "Resident ID card" in said
    assert "Number" in said
    needed = BadInput("DOCUMENT_NEEDED", field="document", role="guardian")
    assert "Guardian" in trouble_text(needed, Language.en)


@pytest.mark.parametrize(
    ("language", "at"),
    [(Language.en, "23 November 2026, 09:00"), (Language.zh_TW, "2026 年 11 月 23 日 09:00")],
)
def test_a_clock_behind_says_both_times_as_they_are_spoken(language: Language, at: str) -> None:
    times = {"now": "2026-11-22 08:00+08:00", "newest": "2026-11-23 09:00+08:00"}
    said = trouble_text(ClockRefused("CLOCK_BEHIND", **times), language)
    assert at in said
    assert "+08" not in said
