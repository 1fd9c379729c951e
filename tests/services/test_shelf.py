"""What a client may buy today: the card of the file, and the shelf of the products stage."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.services.branch import POT, RECORD, Practice, Walk, details_of, practice
from tests.services.material_files import copied_material, use_material

from advisor_desk.domain.assessment_events import Change as Suggestion
from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.domain.interview import OpenedBy, Reaction, SigningWay, State
from advisor_desk.domain.languages import Language
from advisor_desk.domain.money import Money
from advisor_desk.domain.product import AssetClass, Purpose
from advisor_desk.domain.suitability import AskedBy, AssessmentState, Effect
from advisor_desk.domain.trouble import BadInput, Tampered
from advisor_desk.domain.what_would_help import Change, Help, Helps
from advisor_desk.services.opening import Visit
from advisor_desk.services.shelf import AllowedCard, GradeAnswer, ShelfAnswer


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


@pytest.fixture
def walk(at: Practice) -> Walk:
    return Walk(at).until("portfolio")


def by_grade(card: AllowedCard) -> dict[str, GradeAnswer]:
    return {one.risk.name: one for one in card.grades}


def of(answers: tuple[ShelfAnswer, ...], code: str) -> ShelfAnswer:
    return next(one for one in answers if one.product.code == code)


def test_without_an_assessment_every_grade_is_refused_with_its_reason(at: Practice) -> None:
    client = at.interviews.clients.record(details_of(date(1985, 5, 20)))
    card = at.interviews.shelf.card(client)
    assert (card.grade, card.state, card.pots) == (None, AssessmentState.missing, ())
    assert {one.outcome for one in card.grades} == {Effect.REFUSE}
    assert {reason.code for one in card.grades for reason in one.reasons} == {"NO_ASSESSMENT"}


def test_the_card_says_what_the_grade_covers(at: Practice) -> None:
    walk = Walk(at).until("close")
    card = at.interviews.shelf.card(walk.client)
    assert (card.grade, card.state) == (RiskTolerance.A3, AssessmentState.valid)
    assert card.valid_until == date(2027, 11, 23)
    grades = by_grade(card)
    assert [one.risk for one in card.grades] == list(ProductRisk)
    assert all(grades[name].outcome is not Effect.REFUSE for name in ("R1", "R2", "R3"))
    assert grades["R4"].outcome is Effect.REFUSE
    assert "OVER_RISK_RECOMMENDED" in {one.code for one in grades["R4"].reasons}
    assert grades["R4"].for_client
    assert card.rules_asked > 10


def test_an_elder_client_needs_a_second_warning_for_r3_and_never_buys_r4(at: Practice) -> None:
    walk = Walk(at, born=date(1955, 3, 8), letter="D").until("result")
    card = at.interviews.shelf.card(walk.client)
    grades = by_grade(card)
    assert card.grade
    assert card.grade.covers(ProductRisk.R3)
    assert {"SECOND_RISK_WARNING", "WITNESS_SIGNATURE"} <= set(grades["R3"].documents)
    assert "ELDER_R4_BAN" in {one.code for one in grades["R4"].reasons}


def test_an_expired_assessment_is_said_to_be_so(at: Practice) -> None:
    walk = Walk(at).until("close")
    at.on(date(2027, 11, 24))
    card = at.interviews.shelf.card(walk.client)
    assert card.state is AssessmentState.expired
    assert "ASSESSMENT_EXPIRED" in {one.code for one in card.grades[0].reasons}


def test_each_pot_of_the_last_interview_has_its_own_answers(at: Practice) -> None:
    walk = Walk(at, purpose=Purpose.education, needed_by=date(2027, 9, 1)).until("result")
    (pot,) = at.interviews.shelf.card(walk.client).pots
    assert pot.pot.name == POT
    codes = {reason.code for one in pot.grades for reason in one.reasons}
    assert "EARMARKED_HIGH_RISK" in codes


def test_the_counts_are_of_products_on_sale(at: Practice) -> None:
    walk = Walk(at).until("result")
    card = at.interviews.shelf.card(walk.client)
    walk.portfolio()
    sold = [one for one in walk.do.shelf.answers(walk.interview, None) if not one.why_not_sold]
    for grade in card.grades:
        assert grade.count == len([one for one in sold if one.product.risk is grade.risk])


def test_every_product_is_on_the_shelf_those_not_sold_with_why(walk: Walk) -> None:
    answers = walk.do.shelf.answers(walk.interview, POT)
    catalogue = walk.do.today().catalogue
    assert {one.product.code for one in answers} == set(catalogue.listed)
    assert of(answers, "DEMO-R2-003").why_not_sold == "PRODUCT_NOT_ON_SALE"
    assert of(answers, "DEMO-X0-001").why_not_sold == "MATERIAL_NOT_APPROVED"
    assert of(answers, "DEMO-R2-001").why_not_sold == ""
    assert {one.is_closed for one in answers} == {True, False}
    assert {one.product.name for one in answers} == {
        one.in_language(Language.zh_TW).name for one in catalogue.listed.values()
    }


def test_pages_that_are_not_whole_keep_a_product_off_the_shelf_of_that_language(
    at: Practice, walk: Walk, tmp_path: Path
) -> None:
    place = copied_material(tmp_path)
    use_material(at.interviews, place)
    pages = place / "DEMO-R2-001" / "2026.2.zh_TW.pdf"
    whole = pages.read_bytes()
    pages.write_bytes(whole[:9_000])
    shown = of(walk.do.shelf.answers(walk.interview, POT), "DEMO-R2-001")
    assert (shown.why_not_sold, shown.may_be_recommended) == ("MATERIAL_DAMAGED", False)
    with pytest.raises(Tampered, match="MATERIAL_DAMAGED"):
        walk.choose()
    assert walk.facts.chosen is None
    pages.with_name("2026.2.en.pdf").write_bytes(b"")
    pages.write_bytes(whole)
    assert of(walk.do.shelf.answers(walk.interview, POT), "DEMO-R2-001").why_not_sold == ""
    assert not walk.choose().is_refused


def test_the_shelf_comes_by_grade_and_code_in_every_language(at: Practice) -> None:
    for order, language in enumerate(Language, start=701):
        client = at.interviews.clients.record(details_of(date(1985, 5, 20), order))
        visit = Visit("到期資金再投資", language, SigningWay.paper)
        walk = Walk(at, order=order, client=client)
        walk.interview = walk.do.opening.open_interview(client, visit)
        walk.opening().needs()
        found = [(one.product.risk.level, one.product.code) for one in shelf(walk)]
        assert found == sorted(found)


def shelf(walk: Walk) -> tuple[ShelfAnswer, ...]:
    return walk.do.shelf.answers(walk.interview, POT)


def test_for_money_with_a_purpose_what_protects_it_comes_first(at: Practice) -> None:
    walk = Walk(at, purpose=Purpose.pension).until("portfolio")
    protecting = [one.product.capital_protecting for one in shelf(walk)]
    assert protecting == sorted(protecting, reverse=True)
    assert protecting[0]
    high = next(one for one in shelf(walk) if one.product.risk is ProductRisk.R4)
    assert high.recommended.decision.is_refused


def test_only_what_may_be_recommended_is_an_alternative(walk: Walk) -> None:
    found = walk.do.shelf.alternatives(walk.interview, POT)
    assert found
    assert all(not one.recommended.decision.is_refused for one in found)
    assert {one.product.risk.level for one in found} == {1, 2, 3}
    assert not {"DEMO-R2-003", "DEMO-X0-001"} & {one.product.code for one in found}


def test_what_the_client_asked_for_has_the_answer_to_the_clients_own_request(
    walk: Walk,
) -> None:
    product = next(one for one in shelf(walk) if one.product.risk is ProductRisk.R4).product.code
    walk.do.purchases.open_product(
        walk.interview, product, OpenedBy.typed_by_client, "我聽說這個漲得多。"
    )
    asked = of(shelf(walk), product)
    assert asked.as_asked is asked.answer
    assert asked.opened[0].words == "我聽說這個漲得多。"
    assert {one.code for one in asked.recommended.decision.reasons} - {
        one.code for one in asked.answer.decision.reasons
    } == {"OVER_RISK_RECOMMENDED"}


def test_what_the_adviser_showed_is_no_request(walk: Walk) -> None:
    walk.do.purchases.open_product(walk.interview, "DEMO-R4-001", OpenedBy.shown_by_adviser)
    shown = of(shelf(walk), "DEMO-R4-001")
    assert shown.as_asked is None
    assert shown.answer is shown.recommended


def test_the_shelf_answers_as_the_choice_is_answered(walk: Walk) -> None:
    before = of(shelf(walk), walk.product).answer.decision
    decision = walk.choose()
    assert of(shelf(walk), walk.product).answer.decision == decision
    assert before.outcome is decision.outcome


def test_a_pot_nobody_recorded_is_unknown(walk: Walk) -> None:
    with pytest.raises(BadInput, match="POT_UNKNOWN"):
        walk.do.shelf.answers(walk.interview, "別的錢")


def test_what_would_let_a_person_buy_at_all_is_the_guardian_or_the_years(at: Practice) -> None:
    walk = Walk(at, born=date(2010, 5, 20), order=971).begin()
    walk.identify()
    ways = walk.do.shelf.what_would_help_person(walk.interview)
    assert {one.change for way in ways for one in way} == {Change.guardian, Change.older}
    days = [one.day for way in ways for one in way if one.change is Change.older]
    assert days == [date(2028, 5, 20)]


def test_what_was_shown_by_the_adviser_first_is_never_told_to_be_asked_for(at: Practice) -> None:
    walk = Walk(at, letter="B", order=972).until("portfolio")
    product = walk.do.today().catalogue.product("DEMO-R4-002")
    given = (walk.interview, product, POT, AskedBy.adviser)
    later = (Help(Change.later_circumstances),)
    own_way = (Help(Change.own_request), Help(Change.above_grade))
    assert walk.do.shelf.what_would_help(*given) == (own_way, later)
    walk.do.purchases.open_product(walk.interview, product.code, OpenedBy.shown_by_adviser)
    assert walk.do.shelf.what_would_help(*given) == (later,)


def told_in_the_next_interview(at: Practice, how: OpenedBy) -> Helps:
    walk = Walk(at, letter="B", order=974).until("portfolio")
    product = walk.do.today().catalogue.product("DEMO-R4-002")
    words = "我自己想買。" if how.is_client else None
    walk.do.purchases.open_product(walk.interview, product.code, how, words)
    walk.do.closing.end_without_sale(walk.interview, RECORD)
    other = Walk(at, letter="B", order=974, client=walk.client).begin().opening().needs()
    other.do.assessments.keep_assessment(other.interview)
    return other.do.shelf.what_would_help(other.interview, product, POT, AskedBy.adviser)


def test_what_was_shown_in_another_interview_is_never_told_to_be_asked_for(at: Practice) -> None:
    told = told_in_the_next_interview(at, OpenedBy.shown_by_adviser)
    assert told == ((Help(Change.later_circumstances),),)


def test_what_the_client_asked_for_in_another_interview_may_be_asked_for_again(
    at: Practice,
) -> None:
    told = told_in_the_next_interview(at, OpenedBy.picked_by_client)
    assert (Help(Change.own_request), Help(Change.above_grade)) in told


def test_what_was_suggested_is_never_told_to_be_asked_for(at: Practice) -> None:
    walk = Walk(at, purpose=Purpose.pension, order=975).until("portfolio")
    product = walk.do.today().catalogue.product("DEMO-R3-001")
    given = (walk.interview, product, POT, AskedBy.adviser)
    assert (Help(Change.own_request),) in walk.do.shelf.what_would_help(*given)
    change = Suggestion(Money(100_000), None, AssetClass.fixed_income, product.code)
    walk.do.portfolio.make_suggestion(walk.interview, "分散", Reaction.considering, change)
    named = {one.change for way in walk.do.shelf.what_would_help(*given) for one in way}
    assert Change.own_request not in named


@pytest.mark.parametrize(
    ("born", "is_told"),
    [(date(2009, 12, 31), True), (date(2010, 1, 1), False)],
    ids=["18 on the last day of the sale", "18 the day after it"],
)
def test_a_birthday_after_the_sale_helps_nobody(at: Practice, born: date, is_told: bool) -> None:
    walk = Walk(at, born=born, order=976).begin()
    walk.identify()
    product = walk.do.today().catalogue.product("DEMO-R2-001")
    assert product.sale_to == date(2027, 12, 31)
    ways = walk.do.shelf.what_would_help(walk.interview, product, None, AskedBy.client)
    assert bool(ways) is is_told
    assert {one.day for way in ways for one in way if one.change is Change.older} == (
        {product.sale_to} if is_told else set()
    )


def test_a_small_child_is_told_of_the_guardian_with_whom_a_fund_may_be_bought(
    at: Practice,
) -> None:
    walk = Walk(at, born=date(2020, 5, 20), order=977).begin().opening()
    assert walk.facts.state is State.paused
    assert walk.decision
    codes = [one.code for one in walk.decision.reasons]
    assert codes == ["GUARDIAN_NOT_VERIFIED", "LEGAL_REP_CONSENT_MISSING"]
    ways = walk.do.shelf.what_would_help_person(walk.interview)
    older = Help(Change.older, date(2038, 5, 20))
    assert ways == ((Help(Change.guardian),), (older,))


def test_what_is_not_on_sale_helps_nobody(at: Practice) -> None:
    walk = Walk(at, order=973).until("portfolio")
    product = walk.do.today().catalogue.product("DEMO-X0-001")
    given = (walk.interview, product, POT, AskedBy.client)
    ways = walk.do.shelf.what_would_help(*given)
    assert ways == ((Help(Change.new_material),),)
