"""The client's wish above the own grade, without a screen: the way back first, nothing skipped."""

from tests.services.branch import Practice, Walk
from tests.ui.opening.pages import opened

from advisor_desk.domain.duties import FEWEST_ALTERNATIVES
from advisor_desk.domain.interview import OpenedBy, Stage
from advisor_desk.ui.interview.stages import presenters_of
from advisor_desk.ui.screens.over_risk.presenter import OverRiskPresenter
from advisor_desk.ui.screens.over_risk.wish_state import WishStep
from advisor_desk.ui.screens.products.choice_state import ClientStep
from advisor_desk.ui.screens.products.presenter import ProductsPresenter

ORDER = iter(range(100, 999))
WHY = "這是閒錢，虧了也不影響生活。"


def begun(at: Practice) -> tuple[Walk, OverRiskPresenter]:
    usual = {"product": "DEMO-R4-002", "letter": "B", "words": "朋友買了，我也要。"}
    walk = Walk(at, order=next(ORDER), **usual).until("products")  # type: ignore[arg-type]
    presenter = presenters_of(opened(walk))[Stage.over_risk]
    assert isinstance(presenter, OverRiskPresenter)
    return walk, presenter


def decline_all(presenter: OverRiskPresenter) -> None:
    for one in presenter.offered():
        presenter.client_declines(one.product.code)


def states(presenter: OverRiskPresenter) -> list[str]:
    return [one.state for one in presenter.steps()]


def test_the_client_is_led_page_by_page(at: Practice) -> None:
    walk, presenter = begun(at)
    assert presenter.client_step() is WishStep.warning
    assert states(presenter) == ["now", *["later"] * 5]
    presenter.client_goes_on()
    assert presenter.client_step() is WishStep.others
    assert states(presenter) == ["done", "done", "now", *["later"] * 3]
    decline_all(presenter)
    assert presenter.client_step() is WishStep.declaration
    assert states(presenter) == ["done", "done", "done", "now", "later", "later"]
    presenter.keep_words(WHY)
    presenter.client_declares()
    assert walk.do.position(walk.interview).stage is Stage.presentation
    assert walk.facts.over_risk is not None
    assert walk.facts.over_risk.declared == WHY


def test_two_are_offered_the_calmest_and_the_boldest_that_fit(at: Practice) -> None:
    _, presenter = begun(at)
    offered = presenter.offered()
    assert len(offered) == FEWEST_ALTERNATIVES
    levels = [one.product.risk.level for one in presenter.fitting()]
    assert [one.product.risk.level for one in offered] == [min(levels), max(levels)]


def test_the_adviser_offers_another_one_first(at: Practice) -> None:
    _, presenter = begun(at)
    other = next(one for one in presenter.fitting() if one not in presenter.offered())
    presenter.offer(other.product.code)
    assert presenter.offered()[0] == other
    presenter.client_goes_on()
    presenter.client_declines(other.product.code)
    assert other not in presenter.offered()


def test_what_the_client_said_of_it_is_kept_else_what_the_button_says(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.client_goes_on()
    first, second = presenter.offered()
    presenter.keep_said(first.product.code, "利息太少。")
    presenter.client_declines(first.product.code)
    presenter.client_declines(second.product.code)
    assert walk.facts.over_risk is not None
    said = [one.words for one in walk.facts.over_risk.declined]
    assert said == ["利息太少。", presenter.interview.client_words.say("WISH_NOT_THIS")]


def test_without_words_nothing_is_declared_and_the_client_reads_why(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.client_goes_on()
    decline_all(presenter)
    presenter.client_declares()
    assert presenter.client_error
    assert walk.do.position(walk.interview).stage is Stage.over_risk
    presenter.keep_words(WHY)
    presenter.client_declares()
    assert presenter.client_error == ""
    assert walk.do.position(walk.interview).stage is Stage.presentation


def test_choosing_another_goes_back_to_the_shelf(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.client_goes_on()
    presenter.choose_another()
    assert walk.do.position(walk.interview).stage is Stage.products
    assert walk.facts.chosen is None
    shelf = ProductsPresenter(presenter.interview)
    assert shelf.client_step() is ClientStep.look


def test_taking_one_of_the_others_asks_for_the_amount_next(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.client_goes_on()
    code = presenter.offered()[1].product.code
    presenter.client_takes(code)
    shelf = ProductsPresenter(presenter.interview)
    assert shelf.client_step() is ClientStep.amount
    shelf.type_amount("100000")
    shelf.give_amount()
    shelf.choose()
    chosen = walk.facts.chosen
    assert chosen is not None
    assert chosen.choice.product.code == code
    shown = [one.how for one in walk.facts.opened if one.product == code]
    assert shown == [OpenedBy.shown_by_adviser]
    assert walk.do.position(walk.interview).stage is Stage.presentation


def test_the_evidence_says_who_brought_it_up_and_in_which_words(at: Practice) -> None:
    _, presenter = begun(at)
    found = presenter.evidence()
    assert found is not None
    assert found[0].how is OpenedBy.picked_by_client
    assert presenter.own_words() == "朋友買了，我也要。"


def test_half_typed_words_wait_for_the_next_start(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.client_goes_on()
    decline_all(presenter)
    presenter.keep_words("這是閒")
    again = OverRiskPresenter(opened(walk))
    assert again.words() == "這是閒"
    assert again.client_step() is WishStep.declaration


def test_the_count_is_told_without_a_judgement(at: Practice) -> None:
    _, presenter = begun(at)
    interview = presenter.interview
    counted = interview.services.over_risk.count()
    before = interview.services.over_risk.count_with(interview.id)
    presenter.client_goes_on()
    after = interview.services.over_risk.count_with(interview.id)
    assert before.begun == counted.begun + 1  # the one under way is told from its first page on
    assert after == before
