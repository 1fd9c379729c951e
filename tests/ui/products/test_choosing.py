"""The shelf and the client's choice without a screen: who asked, what fits, what is refused."""

from datetime import date

import pytest
from tests.services.branch import POT, Practice, Walk
from tests.ui.opening.pages import opened

from advisor_desk.domain.interview import OpenedBy, Stage
from advisor_desk.domain.languages import Language
from advisor_desk.domain.money import Money
from advisor_desk.domain.product import Purpose
from advisor_desk.domain.suitability import AskedBy
from advisor_desk.ui.interview.presenter import InterviewPresenter
from advisor_desk.ui.interview.product_words import bound_days
from advisor_desk.ui.interview.stages import presenters_of
from advisor_desk.ui.screens.products.choice_state import ClientStep
from advisor_desk.ui.screens.products.presenter import ProductsPresenter
from advisor_desk.ui.screens.products.shelf import ANY_TERM, TERMS

ORDER = iter(range(100, 999))
R2, R5, FUND_R4 = "DEMO-R2-001", "DEMO-R5-001", "DEMO-R4-002"


def begun(at: Practice, **differs: object) -> tuple[Walk, ProductsPresenter]:
    walk = Walk(at, order=next(ORDER), **differs).until("portfolio")  # type: ignore[arg-type]
    return walk, ProductsPresenter(opened(walk))


def add_school_money(walk: Walk) -> None:
    walk.do.needs.record_pot(
        walk.interview,
        name="學費",
        amount=Money(8_000_000),
        purpose=Purpose.education,
        source="結餘",
        needed_by=date(2026, 12, 24),
    )


def choose(presenter: ProductsPresenter, code: str, amount: str) -> None:
    presenter.pick(code)
    presenter.type_amount(amount)
    presenter.give_amount()
    presenter.choose()


def test_what_fits_never_goes_above_the_clients_grade(at: Practice) -> None:
    walk, presenter = begun(at)
    grade = walk.facts.assessment
    assert grade is not None
    assert grade.grade is not None
    fitting = presenter.fitting()
    assert len(fitting) > 5
    assert all(grade.grade.covers(one.product.risk) for one in fitting)


def test_the_clients_touch_chooses_and_alone_is_no_request_for_more_risk(at: Practice) -> None:
    walk, presenter = begun(at)
    choose(presenter, R2, "100000")
    chosen = walk.facts.chosen
    assert chosen is not None
    assert (chosen.choice.product.code, chosen.choice.asked_by) == (R2, AskedBy.adviser)
    assert chosen.choice.amount == Money(10_000_000)
    assert walk.facts.choice_confirmed == walk.facts.choice_seen()
    assert presenter.client_step() is ClientStep.done
    assert presenter.reason() == ""


def test_a_product_shown_first_by_the_adviser_stays_the_advisers_proposal(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.show_to_client(R2)
    choose(presenter, R2, "100000")
    chosen = walk.facts.chosen
    assert chosen is not None
    assert chosen.choice.asked_by is AskedBy.adviser
    assert [one.how for one in walk.facts.opened] == [OpenedBy.shown_by_adviser]


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("", "數字"),
        ("1,2,3", "數字"),
        ("0", "大於零"),
        ("0.50", "至少"),
        ("100000.50", "每次增加"),
        ("500001", "一共"),
        ("9" * 20, "一共"),
    ],
    ids=["nothing", "no figure", "zero", "below", "off the step", "above", "too many digits"],
)
def test_an_amount_that_does_not_fit_is_said_in_the_clients_words(
    at: Practice, amount: str, said: str
) -> None:
    walk, presenter = begun(at)
    presenter.pick(R2)
    presenter.type_amount(amount)
    presenter.give_amount()
    assert said in presenter.client_error
    assert presenter.client_step() is ClientStep.amount
    assert walk.facts.judged == ()


def after_a_sale(at: Practice, amount: str) -> tuple[Walk, ProductsPresenter]:
    """Return the same client's second interview of a day, the first one signed."""
    order = next(ORDER)
    sold = Walk(at, order=order, amount=amount).until("sign")
    walk = Walk(at, order=order, client=sold.client).begin().opening().needs()
    walk.do.assessments.keep_assessment(walk.interview)
    walk.result().portfolio()
    return walk, ProductsPresenter(opened(walk))


@pytest.mark.parametrize(("amount", "left"), [("400000.00", "100,000.00"), ("500000.00", "0.00")])
def test_money_used_today_is_said_to_the_client_with_what_is_left(
    at: Practice, amount: str, left: str
) -> None:
    walk, presenter = after_a_sale(at, amount)
    presenter.pick(R2)
    presenter.type_amount("100001")
    presenter.give_amount()
    assert "今天已用去" in presenter.client_error
    assert f"還剩 {left}" in presenter.client_error
    assert presenter.client_step() is ClientStep.amount
    assert walk.facts.judged == ()


def test_an_amount_kept_from_before_another_sale_is_asked_again(at: Practice) -> None:
    order = next(ORDER)
    first = Walk(at, order=order, amount="400000.00").until("presentation")
    walk = Walk(at, order=order, client=first.client).begin().opening().needs()
    walk.do.assessments.keep_assessment(walk.interview)
    presenter = ProductsPresenter(opened(walk.result().portfolio()))
    presenter.pick(R2)
    presenter.type_amount("200000")
    presenter.give_amount()
    assert presenter.client_step() is ClientStep.confirm
    first.review().begin_signing().marks().sign()
    presenter.choose()
    assert presenter.client_step() is ClientStep.amount
    assert "今天已用去" in presenter.client_error
    assert walk.facts.judged == ()


@pytest.mark.parametrize("amount", ["1", "500000"], ids=["the least", "all of the pot"])
def test_an_amount_at_the_edge_is_taken(at: Practice, amount: str) -> None:
    _, presenter = begun(at)
    presenter.pick(R2)
    presenter.type_amount(amount)
    presenter.give_amount()
    assert (presenter.client_error, presenter.client_step()) == ("", ClientStep.confirm)


def test_the_amount_stands_in_words_of_each_language(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.pick(R2)
    presenter.type_amount("20000")
    assert presenter.in_words(Language.zh_TW) == "人民幣貳萬元整"
    assert presenter.in_words(Language.zh_CN) == "人民币贰万元整"
    assert "twenty thousand" in presenter.in_words(Language.en).casefold()


def test_a_refused_choice_is_kept_with_its_reasons_and_something_else_may_follow(
    at: Practice,
) -> None:
    walk, presenter = begun(at)
    walk.product, walk.amount = R5, "200000"
    walk.choose()
    refusal = presenter.refusal()
    assert walk.facts.chosen is None
    assert refusal is not None
    assert "UNSUITABLE_OVER_RISK" in {one.code for one in refusal.reasons}
    assert presenter.client_step() is ClientStep.refused
    assert (presenter.reason(), presenter.next_code()) == ("", "STOP_LOOK_ON")
    assert [one.product.code for one in presenter.asked_and_refused()] == [R5]
    presenter.confirm()
    assert presenter.client_step() is ClientStep.look
    choose(presenter, R2, "100000")
    assert walk.facts.chosen is not None
    assert walk.facts.judged[0].decision.is_refused


def test_what_was_asked_for_and_does_not_fit_is_explained_at_a_touch(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.client_asks_for(R5, "聽說這個漲得快")
    assert presenter.client_list()[0].product.code == R5
    presenter.pick(R5)
    assert presenter.client_step() is ClientStep.refused
    assert walk.facts.judged == ()
    stopped = presenter.stopped()
    assert stopped is not None
    assert [one.clause for one in stopped.reasons] == ["CN26-5"]
    assert len({one.risk for one in stopped.instead}) == 2
    assert "客戶自己問起" in stopped.noted
    assert any("不是您做錯了什麼" in text for text in stopped.to_client)
    presenter.look_at(stopped.instead[0].code)
    assert presenter.client_step() is ClientStep.look
    assert presenter.compared == (stopped.instead[0].code,)


def test_the_adviser_may_put_the_reasons_on_the_clients_page(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.show_to_client(R5)
    presenter.explain(R5)
    stopped = presenter.stopped()
    assert stopped is not None
    assert "由您展示" in stopped.noted
    presenter.look_again()
    assert presenter.stopped() is None


def test_the_clients_own_words_are_kept_as_evidence(at: Practice) -> None:
    walk, presenter = begun(at)
    assert presenter.client_asks_for(R5, "  我朋友買了這個 ")
    opened_now = walk.facts.opened[-1]
    assert (opened_now.how, opened_now.words) == (OpenedBy.typed_by_client, "我朋友買了這個")


def test_money_with_a_purpose_has_capital_protecting_products_first(at: Practice) -> None:
    _, presenter = begun(at, purpose=Purpose.education, needed_by=date(2030, 9, 1))
    kinds = [one.product.capital_protecting for one in presenter.fitting()]
    assert True in kinds
    assert kinds == sorted(kinds, reverse=True)


def test_a_product_that_asks_for_more_brings_its_own_step(
    at: Practice,
) -> None:
    walk, presenter = begun(at)
    presenter.client_asks_for(FUND_R4, "我要這個")
    choose(presenter, FUND_R4, "100000")
    assert walk.facts.chosen is not None
    assert walk.facts.chosen.choice.asked_by is AskedBy.client
    assert "SPECIAL_DECLARATION" in walk.facts.chosen.decision.documents
    presenter.choose()
    assert walk.do.position(walk.interview).stage is Stage.over_risk


def test_a_choice_whose_last_word_was_cut_off_asks_for_it_again(at: Practice) -> None:
    walk, presenter = begun(at)
    walk.choose()  # as a kill between the choice and the client's last word would leave it
    assert presenter.missing() == ("CHOICE_NOT_CONFIRMED",)
    assert presenter.client_step() is ClientStep.confirm
    assert presenter.money() == Money.parse(walk.amount)
    presenter.choose()
    assert presenter.client_step() is ClientStep.done


def test_how_far_the_client_came_survives_a_kill(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.pick(R2)
    presenter.type_amount("12000")
    presenter.keep_amount()
    later = ProductsPresenter(opened(walk))
    assert (later.client_step(), later.amount) == (ClientStep.amount, "12000")
    later.give_amount()
    latest = ProductsPresenter(opened(walk))
    assert latest.client_step() is ClientStep.confirm
    latest.choose()
    assert walk.facts.chosen is not None
    assert walk.facts.chosen.choice.amount == Money(1_200_000)
    assert "products.choosing" not in walk.facts.drafts


def test_with_several_pots_the_client_says_which_money(at: Practice) -> None:
    walk, presenter = begun(at)
    add_school_money(walk)
    assert presenter.client_step() is ClientStep.pot
    presenter.pick_pot("學費")  # the adviser looks around: the client has still to say it
    assert presenter.client_step() is ClientStep.pot
    presenter.pick_client_pot(POT)
    assert presenter.client_step() is ClientStep.look
    assert (presenter.pot() or pytest.fail("no pot")).name == POT
    presenter.pick_pot("學費")
    assert (presenter.client_pot() or pytest.fail("no pot")).name == POT
    presenter.pick_client_pot("")
    assert presenter.client_step() is ClientStep.pot


def test_the_shelf_is_looked_through_by_term(at: Practice) -> None:
    _, presenter = begun(at)
    every = len(presenter.fitting())
    by_term = 0
    for term in TERMS:
        if term != ANY_TERM:
            presenter.pick_term(term)
            by_term += len(presenter.fitting())
    assert by_term == every
    presenter.pick_term("week")
    assert all(bound_days(one.product) <= 7 for one in presenter.fitting())


def test_two_are_compared_and_each_may_be_put_away(at: Practice) -> None:
    walk, presenter = begun(at)
    for code in (R2, "DEMO-R1-001", "DEMO-R1-002"):
        presenter.show_to_client(code)
    assert presenter.compared == ("DEMO-R1-001", "DEMO-R1-002")
    presenter.stop_comparing("DEMO-R1-002")
    assert presenter.compared == ("DEMO-R1-001",)
    assert len(walk.facts.opened) == 3


def test_another_pot_shows_another_shelf(at: Practice) -> None:
    walk, presenter = begun(at)
    add_school_money(walk)
    before = {one.product.code for one in presenter.fitting()}
    presenter.pick_pot("學費")
    after = {one.product.code for one in presenter.fitting()}
    assert (presenter.pot() or pytest.fail("no pot")).name == "學費"
    assert after < before
    presenter.pick_pot(POT)
    assert {one.product.code for one in presenter.fitting()} == before


def test_products_are_found_by_a_part_of_name_or_code(at: Practice) -> None:
    _, presenter = begun(at)
    assert [one.product.code for one in presenter.found("r5-001")] == [R5]
    assert {one.product.code for one in presenter.found("平衡 180")} == {"DEMO-R3-001"}
    assert presenter.found("   ") == ()
    assert presenter.found("沒有這個產品") == ()


def test_the_page_stays_when_the_client_has_chosen_until_the_adviser_goes_on(at: Practice) -> None:
    walk = Walk(at, order=next(ORDER)).until("portfolio")
    interview = opened(walk)
    shown = InterviewPresenter(interview, presenters_of(interview))
    presenter = shown.stage()
    assert isinstance(presenter, ProductsPresenter)
    choose(presenter, R2, "100000")
    assert shown.open_stage() is Stage.presentation
    assert shown.shown_stage() is Stage.products
    assert presenter.client_step() is ClientStep.done
    shown.go_on()
    assert shown.shown_stage() is Stage.presentation


def test_an_earlier_step_that_opened_again_is_shown_before_the_page_that_stayed(
    at: Practice,
) -> None:
    walk = Walk(at, order=next(ORDER)).until("portfolio")
    interview = opened(walk)
    shown = InterviewPresenter(interview, presenters_of(interview))
    presenter = shown.stage()
    assert isinstance(presenter, ProductsPresenter)
    choose(presenter, R2, "100000")
    assert shown.shown_stage() is Stage.products
    walk.do.flow.pause(walk.interview, "客戶要先離開")
    walk.do.flow.resume(walk.interview)
    assert shown.shown_stage() is Stage.opening
    walk.identify()
    walk.do.opening.confirm_opening(walk.interview)
    assert shown.shown_stage() is Stage.presentation
