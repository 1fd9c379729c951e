"""The client's own wish above the own grade: warned, offered others, insisted. S57-S61."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.services.branch import POT, Practice, Walk, practice

from advisor_desk.domain.duties import FEWEST_ALTERNATIVES, unmet_duties
from advisor_desk.domain.interview import OpenedBy, Stage
from advisor_desk.domain.money import Money
from advisor_desk.domain.product import Purpose
from advisor_desk.domain.steps import open_step
from advisor_desk.domain.suitability import Effect
from advisor_desk.domain.trouble import BadInput

ABOVE, ATTENTION = "DEMO-R4-002", "DEMO-R5-002"  # funds: their national pack lets the wish through
OVER = {"OVER_RISK_WARNING", "ALTERNATIVES_OFFERED", "SPECIAL_DECLARATION"}


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def wish(at: Practice, **given: object) -> Walk:
    usual: dict[str, object] = {"product": ABOVE, "letter": "B", "words": "朋友買了，我也要。"}
    walk = Walk(at, **(usual | given)).until("products")  # type: ignore[arg-type]
    assert walk.decision is not None
    assert walk.decision.outcome is Effect.ALLOW_WITH
    return walk


def stage(walk: Walk) -> Stage | None:
    now = open_step(walk.facts)
    return now.stage if now else None


def decline(walk: Walk, count: int = FEWEST_ALTERNATIVES) -> None:
    for one in walk.do.over_risk.fitting(walk.interview)[:count]:
        walk.do.over_risk.decline_alternative(walk.interview, one.product.code, "賺得太少。")


def test_warned_offered_two_and_insisting_the_client_goes_on(at: Practice) -> None:
    walk = wish(at)
    assert stage(walk) is Stage.over_risk
    walk.do.over_risk.warn(walk.interview)
    decline(walk)
    assert stage(walk) is Stage.over_risk
    walk.do.over_risk.declare(walk.interview, "這是我多年的積蓄以外的閒錢，虧了也不影響生活。")
    assert stage(walk) is Stage.presentation
    assert not OVER & set(unmet_duties(walk.facts))
    told = walk.facts.over_risk
    assert told is not None
    assert [one.words for one in told.declined] == ["賺得太少。"] * FEWEST_ALTERNATIVES


def test_nothing_comes_before_what_it_rests_on(at: Practice) -> None:
    walk = wish(at)
    with pytest.raises(BadInput, match="OVER_RISK_NOT_WARNED"):
        decline(walk)
    with pytest.raises(BadInput, match="OVER_RISK_NOT_WARNED"):
        walk.do.over_risk.declare(walk.interview, "我要。")
    walk.do.over_risk.warn(walk.interview)
    decline(walk, 1)
    decline(walk, 1)  # the same one twice is still one
    with pytest.raises(BadInput, match="ALTERNATIVES_NOT_OFFERED"):
        walk.do.over_risk.declare(walk.interview, "我要。")
    with pytest.raises(BadInput, match="STEP_NOT_OPEN"):
        walk.do.presentations.open_presentation(walk.interview)


@pytest.mark.parametrize("words", ["", "   "])
def test_an_empty_sentence_is_no_word_of_the_client(at: Practice, words: str) -> None:
    walk = wish(at)
    walk.do.over_risk.warn(walk.interview)
    fitting = walk.do.over_risk.fitting(walk.interview)
    with pytest.raises(BadInput, match="TEXT_EMPTY"):
        walk.do.over_risk.decline_alternative(walk.interview, fitting[0].product.code, words)
    decline(walk)
    with pytest.raises(BadInput, match="TEXT_EMPTY"):
        walk.do.over_risk.declare(walk.interview, words)


def test_only_what_fits_is_offered_instead(at: Practice) -> None:
    walk = wish(at)
    walk.do.over_risk.warn(walk.interview)
    grade = walk.facts.assessment.grade if walk.facts.assessment else None
    assert grade is not None
    fitting = walk.do.over_risk.fitting(walk.interview)
    assert len(fitting) >= FEWEST_ALTERNATIVES
    for one in fitting:
        assert grade.covers(one.product.risk)
        assert one.product.sold_on(at.interviews.today().day)
        assert one.product.minimum.minor <= walk.facts.pots[POT].amount.minor
    for code in (ABOVE, "DEMO-R5-002", "DEMO-X0-001"):
        with pytest.raises(BadInput, match="ALTERNATIVE_DOES_NOT_FIT"):
            walk.do.over_risk.decline_alternative(walk.interview, code, "不要。")


def test_another_choice_begins_anew(at: Practice) -> None:
    walk = wish(at)
    walk.do.over_risk.warn(walk.interview)
    decline(walk)
    walk.do.over_risk.declare(walk.interview, "我要。")
    walk.amount = "120000.00"
    walk.products()
    assert stage(walk) is Stage.over_risk
    assert set(unmet_duties(walk.facts)) >= OVER


ACTS: list[Callable[[Walk], object]] = [
    lambda walk: walk.do.over_risk.warn(walk.interview),
    lambda walk: walk.do.over_risk.decline_alternative(walk.interview, "DEMO-R1-001", "不要。"),
    lambda walk: walk.do.over_risk.declare(walk.interview, "我要。"),
]


@pytest.mark.parametrize("act", ACTS, ids=["warn", "decline", "declare"])
def test_a_product_within_the_grade_needs_nothing_of_this(
    at: Practice, act: Callable[[Walk], object]
) -> None:
    walk = Walk(at).until("products")
    head = at.desk.book.head()
    with pytest.raises(BadInput, match="NOT_ABOVE_GRADE"):
        act(walk)
    assert at.desk.book.head() == head


@pytest.mark.parametrize("act", ACTS, ids=["warn", "decline", "declare"])
def test_without_a_choice_there_is_nothing_to_warn_of(
    at: Practice, act: Callable[[Walk], object]
) -> None:
    walk = wish(at)
    walk.do.purchases.drop_choice(walk.interview)
    with pytest.raises(BadInput, match="STEP_NOT_OPEN"):
        act(walk)


def test_what_the_adviser_showed_is_no_wish_of_the_client(at: Practice) -> None:
    walk = Walk(at, product=ABOVE, letter="B", how=OpenedBy.shown_by_adviser, words=None)
    walk.until("portfolio")
    decision = walk.choose()
    assert {one.code for one in decision.reasons} == {"OVER_RISK_RECOMMENDED"}
    walk.how, walk.words = OpenedBy.typed_by_client, "我自己想要這個。"
    assert walk.choose().is_refused  # it was shown before: typing it later is no request


@pytest.mark.parametrize("purpose", [Purpose.pension, Purpose.education])
def test_money_with_a_purpose_has_no_such_way(at: Practice, purpose: Purpose) -> None:
    walk = Walk(at, product=ABOVE, letter="B", purpose=purpose).until("portfolio")
    assert "EARMARKED_HIGH_RISK" in {one.code for one in walk.choose().reasons}


def test_the_riskiest_funds_are_spoken_of_apart_after_all_is_explained(at: Practice) -> None:
    walk = wish(at, product=ATTENTION)
    walk.do.over_risk.warn(walk.interview)
    decline(walk)
    walk.do.over_risk.declare(walk.interview, "我要。")
    with pytest.raises(BadInput, match="MATERIAL_NOT_OPENED"):
        walk.do.presentations.attend(walk.interview)
    walk.do.presentations.open_presentation(walk.interview)
    with pytest.raises(BadInput, match="ELEMENTS_NOT_EXPLAINED"):
        walk.do.presentations.attend(walk.interview)
    walk.presentation()
    now = open_step(walk.facts)
    assert now is not None
    assert now.missing(walk.facts) == ("SPECIAL_ATTENTION_NOT_GIVEN",)
    walk.do.presentations.attend(walk.interview)
    assert stage(walk) is Stage.witness


def test_a_calmer_product_needs_no_talk_apart(at: Practice) -> None:
    walk = Walk(at).until("presentation")
    with pytest.raises(BadInput, match="ATTENTION_NOT_NEEDED"):
        walk.do.presentations.attend(walk.interview)


def test_the_pot_must_be_able_to_pay_for_what_is_offered(at: Practice) -> None:
    walk = wish(at, amount="1000.00")
    walk.do.needs.record_pot(
        walk.interview,
        name=POT,
        amount=Money.parse("1000.00"),
        purpose=Purpose.ordinary,
        source="到期存款",
        needed_by=None,
    )
    walk.do.needs.confirm_needs(walk.interview)
    walk.portfolio().products()
    fitting = walk.do.over_risk.fitting(walk.interview)
    assert fitting
    assert all(one.product.minimum <= Money.parse("1000.00") for one in fitting)
