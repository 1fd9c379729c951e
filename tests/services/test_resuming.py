"""The next day: what still stands, what is said again, and what is done again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.services.branch import CERTIFICATE, Practice, Walk, practice

from advisor_desk.domain.interview import Protection, Stage, State
from advisor_desk.domain.interview_events import VoidSet
from advisor_desk.domain.purchase_events import ChoiceOutdated
from advisor_desk.domain.trouble import BadInput, NotPermitted
from advisor_desk.services.resuming import Stands

NEXT = date(2026, 11, 24)
TURNS_65 = date(1961, 11, 24)  # on the next day
TURNS_18 = date(2008, 11, 24)


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def paused(walk: Walk, comes_back: date = NEXT) -> Walk:
    walk.do.flow.pause(walk.interview, "客戶要接孩子", comes_back)
    return walk


def lines(walk: Walk, stands: Stands) -> set[str]:
    found = walk.do.resuming.what_stands(walk.interview)
    return {line.code for line in found if line.stands is stands}


def back(walk: Walk) -> Walk:
    walk.do.flow.resume(walk.interview, walk.do.resuming.say_again(walk.interview))
    walk.identify()
    walk.do.opening.confirm_opening(walk.interview)
    return walk


def test_the_next_day_only_identity_is_done_again(at: Practice) -> None:
    walk = paused(Walk(at).until("presentation"))
    at.on(NEXT)
    assert lines(walk, Stands.do_again) == {"IDENTITY"}
    assert lines(walk, Stands.say_again) == set()
    kept = {"NEEDS", "ASSESSMENT", "RESULT", "PORTFOLIO", "CHOICE", "PRESENTATION"}
    assert lines(walk, Stands.good) == kept
    assert walk.do.position(back(walk).interview).stage is Stage.review


def test_the_worst_case_of_r3_is_said_again_before_going_on(at: Practice) -> None:
    walk = paused(Walk(at, product="DEMO-R3-001").until("presentation"))
    at.on(NEXT)
    assert lines(walk, Stands.say_again) == {"PRESENTATION_WORST_CASE"}
    with pytest.raises(BadInput, match="SAY_AGAIN_FIRST"):
        walk.do.flow.resume(walk.interview)
    assert walk.facts.state is State.paused
    walk.do.flow.resume(walk.interview, ("PRESENTATION_WORST_CASE",))
    assert walk.facts.state is State.in_progress


def test_who_turned_65_overnight_is_protected_from_then_on(at: Practice) -> None:
    walk = paused(Walk(at, born=TURNS_65, product="DEMO-R3-001").until("presentation"))
    assert walk.facts.protections == ()
    at.on(NEXT)
    assert {"IDENTITY", "AGE_ELDER", "CHOICE_ASKS_MORE"} == lines(walk, Stands.do_again)
    back(walk)
    assert walk.facts.protections == (Protection.elder,)
    assert walk.facts.chosen is not None
    assert walk.facts.chosen.decision.documents == ("SECOND_RISK_WARNING", "WITNESS_SIGNATURE")
    assert walk.do.position(walk.interview).stage is Stage.products
    walk.do.purchases.confirm_choice(walk.interview)
    assert walk.do.position(walk.interview).stage is Stage.witness, "what was explained stays"


def test_the_day_before_65_nothing_is_added(at: Practice) -> None:
    born = TURNS_65 + timedelta(days=1)
    walk = paused(Walk(at, born=born, product="DEMO-R3-001").until("presentation"))
    at.on(NEXT)
    assert lines(walk, Stands.do_again) == {"IDENTITY"}
    assert walk.do.position(back(walk).interview).stage is Stage.review


LAST_SOLD = date(2026, 11, 30)  # of the product chosen here


def sold_until(at: Practice, step: str, left: date) -> Walk:
    at.on(left)
    return paused(Walk(at, product="DEMO-R2-002").until(step), left + timedelta(days=1))


@pytest.mark.parametrize("step", ["products", "presentation", "review"])
def test_what_is_sold_no_more_the_next_day_is_chosen_anew(at: Practice, step: str) -> None:
    walk = sold_until(at, step, LAST_SOLD)
    review = walk.facts.review
    at.on(LAST_SOLD + timedelta(days=1))
    assert "PRODUCT_CHANGED" in lines(walk, Stands.do_again)
    assert walk.do.position(back(walk).interview).stage is Stage.products
    assert walk.facts.chosen is None
    assert walk.facts.numbers_void == ((review.number,) if review else ())
    voids = VoidSet(review.number, tuple(one.form for one in review.forms)) if review else None
    (outdated,) = walk.do.recorded(walk.interview, ChoiceOutdated)
    assert outdated.event == ChoiceOutdated(walk.product, "PRODUCT_NOT_ON_SALE", voids)
    if review:
        states = {row["state"] for row in walk.do.forms_of(walk.interview)}
        assert states == {"void"}
    with pytest.raises(BadInput, match="NOTHING_CHOSEN"):
        walk.do.purchases.confirm_choice(walk.interview)
    with pytest.raises(BadInput, match="STEP_NOT_OPEN"):
        walk.do.presentations.open_presentation(walk.interview)
    walk.product = "DEMO-R2-001"
    walk.products().presentation().review().begin_signing().marks().sign()
    assert walk.facts.state is State.signed


def test_on_the_last_day_of_its_sale_the_choice_stands(at: Practice) -> None:
    walk = sold_until(at, "presentation", LAST_SOLD - timedelta(days=1))
    at.on(LAST_SOLD)
    assert lines(walk, Stands.do_again) == {"IDENTITY"}
    assert walk.do.position(back(walk).interview).stage is Stage.review


def test_a_product_that_is_not_as_it_was_is_chosen_anew(at: Practice) -> None:
    walk = paused(Walk(at).until("presentation"))
    at.on(NEXT)
    room = walk.do._room
    listed = dict(room.today().catalogue.listed)
    before = listed[walk.product]
    dearer = {
        language: replace(one, fees=replace(one.fees, management=99))
        for language, one in before.by_language.items()
    }
    listed[walk.product] = replace(before, by_language=dearer)
    room._day = replace(room.today(), catalogue=replace(room.today().catalogue, listed=listed))
    assert "PRODUCT_CHANGED" in lines(walk, Stands.do_again)
    assert walk.do.position(back(walk).interview).stage is Stage.products
    assert not walk.choose().is_refused
    walk.do.purchases.confirm_choice(walk.interview)
    assert walk.do.position(walk.interview).stage is Stage.presentation, "explained as it is now"


def test_a_sealed_set_of_what_is_sold_no_more_is_not_signed(at: Practice) -> None:
    at.on(LAST_SOLD)
    walk = Walk(at, product="DEMO-R2-002").until("marks")
    pages = walk.facts.ceremony.pages_out.least if walk.facts.ceremony else 0
    at.on(LAST_SOLD + timedelta(days=1))
    with pytest.raises(BadInput, match="PRODUCT_NOT_ON_SALE"):
        walk.do.signing.sign_set(walk.interview)
    walk.do.signing.void_set(walk.interview, "產品已停售", pages)
    assert walk.do.position(back(walk).interview).stage is Stage.products


def test_a_birthday_at_midnight_is_met_before_the_forms_are_made(at: Practice) -> None:
    walk = Walk(at, born=TURNS_65, product="DEMO-R3-001").until("presentation")
    at.on(NEXT)
    with pytest.raises(BadInput, match="VISIT_OVER"):
        walk.do.reviews.open_review(walk.interview)
    assert walk.facts.review is None
    back(walk)
    assert walk.do.position(walk.interview).stage is Stage.products
    walk.do.purchases.confirm_choice(walk.interview)
    assert walk.do.position(walk.interview).stage is Stage.witness


def test_a_birthday_at_midnight_voids_a_sealed_set(at: Practice) -> None:
    walk = Walk(at, born=TURNS_65, product="DEMO-R3-001").until("marks")
    ceremony = walk.facts.ceremony
    assert ceremony is not None
    at.on(NEXT)
    with pytest.raises(NotPermitted, match="MORE_IS_ASKED_FOR"):
        walk.do.signing.sign_set(walk.interview)
    assert walk.facts.state is State.paused, "another day than that of the visit"
    assert walk.facts.numbers_void == (ceremony.number,)
    assert walk.do.position(back(walk).interview).stage is Stage.products


def test_with_a_certificate_that_lapsed_one_goes_on_to_refer_alone(at: Practice) -> None:
    walk = paused(Walk(at).until("needs"))
    at.certificate(replace(CERTIFICATE, valid_until=date(2026, 11, 23)))
    assert "CERTIFICATE" not in lines(walk, Stands.do_again)
    at.on(NEXT)
    assert "CERTIFICATE" in lines(walk, Stands.do_again)
    walk.do.flow.resume(walk.interview)
    walk.identify()
    with pytest.raises(NotPermitted, match="ADVISER_UNCERTIFIED"):
        walk.do.opening.confirm_opening(walk.interview)


def test_an_assessment_counts_on_its_last_day_and_not_after(at: Practice) -> None:
    walk = paused(Walk(at).until("presentation"))
    at.certificate(replace(CERTIFICATE, valid_until=date(2028, 12, 31)))
    at.on(date(2027, 11, 23))
    assert "ASSESSMENT_EXPIRED" not in lines(walk, Stands.do_again)
    at.on(date(2027, 11, 24))
    assert "ASSESSMENT_EXPIRED" in lines(walk, Stands.do_again)
