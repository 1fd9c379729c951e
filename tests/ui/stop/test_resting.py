"""The calm page: why an interview rests, what is needed, and that one may go on."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice, Walk
from tests.ui.opening.pages import cut_off, dress, look_of, opened, shown_client

from advisor_desk.domain.interview import Stage, State
from advisor_desk.domain.languages import Language
from advisor_desk.packs.wording import unbroken
from advisor_desk.ui.interview.presenter import InterviewPresenter
from advisor_desk.ui.screens.products.choice_state import ClientStep
from advisor_desk.ui.screens.products.presenter import ProductsPresenter
from advisor_desk.ui.screens.stop.client import StopClientPage
from advisor_desk.ui.screens.stop.presenter import StopPresenter, Why
from advisor_desk.ui.screens.stop.view import StopView
from advisor_desk.ui.screens.witness.presenter import WitnessPresenter
from advisor_desk.ui.widgets import Button

ORDER = iter(range(100, 999))
ELDER, MINOR = date(1955, 3, 8), date(2010, 6, 30)


def resting(walk: Walk, language: Language = Language.zh_TW) -> StopPresenter:
    return StopPresenter(InterviewPresenter(opened(walk, language), {}))


def elder(at: Practice) -> Walk:
    walk = Walk(at, order=next(ORDER), born=ELDER, product="DEMO-R3-001", letter="D")
    walk.until("portfolio")
    walk.choose()
    walk.do.flow.wait_for_witness(walk.interview)
    return walk


def test_an_elder_at_r3_rests_with_the_papers_and_the_clause(at: Practice) -> None:
    walk = elder(at)
    assert walk.facts.state is State.paused
    state = resting(walk).stopped()
    assert len(state.papers) == 2
    assert {one.clause for one in state.reasons} == {"S43"}
    assert state.to_client
    assert "示例平衡 180 天" in state.text


def test_a_minor_without_guardian_rests_at_the_opening_and_is_told_why(at: Practice) -> None:
    walk = Walk(at, order=next(ORDER), born=MINOR).begin()
    walk.opening()
    state = resting(walk).stopped()
    assert walk.facts.state is State.paused
    assert {"S44", "S45"} & {clause for one in state.reasons for clause in one.clause.split(", ")}
    assert all(one.tone == "stop" for one in state.reasons)


def test_a_pause_of_the_advisers_says_its_reason_and_no_rule(at: Practice) -> None:
    walk = Walk(at, order=next(ORDER)).until("needs")
    walk.do.flow.pause(walk.interview, "客戶要接孩子")
    state = resting(walk).stopped()
    assert (state.reasons, state.papers, state.instead) == ((), (), ())
    assert "客戶要接孩子" in state.text


def test_going_on_begins_with_who_is_here(at: Practice) -> None:
    walk = Walk(at, order=next(ORDER)).until("needs")
    walk.do.flow.pause(walk.interview, "客戶要接孩子")
    resting(walk).resume()
    assert walk.facts.state is State.in_progress
    assert walk.do.position(walk.interview).stage is Stage.opening


def test_after_going_on_the_client_may_choose_something_else(at: Practice) -> None:
    walk = elder(at)
    resting(walk).resume()
    walk.identify()
    walk.do.opening.confirm_opening(walk.interview)
    walk.do.purchases.confirm_choice(walk.interview)
    walk.presentation()
    assert walk.do.position(walk.interview).stage is Stage.witness
    presenter = WitnessPresenter(opened(walk))
    assert presenter.missing() == ("WITNESS_NOT_HERE",)
    assert presenter.reason()
    presenter.choose_another()
    assert walk.do.position(walk.interview).stage is Stage.products


@pytest.mark.parametrize("language", list(Language))
def test_both_pages_fit_in_every_language(qtbot: QtBot, at: Practice, language: Language) -> None:
    walk = elder(at)
    presenter = resting(walk, language)
    look = look_of(language)
    dress(look)
    page = StopView(look, presenter)
    qtbot.addWidget(page)
    page.resize(1152, 648)  # the rail is folded and the panel away
    page.show_state()
    page.show()
    qtbot.wait(1)
    assert cut_off(page) == []
    client = StopClientPage(look.client(language), presenter)
    shown = shown_client(qtbot, client, presenter.interview, look.client(language))
    assert cut_off(shown.window) == []


def test_looking_at_something_else_begins_there_once_the_papers_are_seen(at: Practice) -> None:
    walk = elder(at)
    presenter = resting(walk)
    wanted = presenter.stopped().instead[0].code
    presenter.look_elsewhere(wanted)
    assert walk.facts.state is State.in_progress
    walk.identify()
    walk.do.opening.confirm_opening(walk.interview)
    products = ProductsPresenter(opened(walk))
    products.begin_elsewhere()
    assert products.compared == (wanted,)
    assert products.client_step() is ClientStep.look
    products.pick("DEMO-R2-001")
    products.type_amount("1000")
    products.give_amount()
    products.choose()
    assert products.client_step() is ClientStep.done
    assert walk.facts.drafts == {}


def test_a_pause_says_since_when_and_until_when(at: Practice) -> None:
    walk = Walk(at, order=next(ORDER)).until("needs")
    walk.do.flow.pause(walk.interview, "客戶要接孩子", date(2026, 11, 24))
    presenter = resting(walk)
    said = presenter.stopped().text
    assert unbroken("11 月 23 日") in said
    assert unbroken("11 月 24 日") in said
    assert presenter.why() is Why.adviser
    assert presenter.to_client() == ()


def test_the_calm_page_is_left_by_its_keys(qtbot: QtBot, at: Practice) -> None:
    walk = elder(at)
    presenter = resting(walk)
    look = look_of()
    dress(look)
    page = StopView(look, presenter)
    qtbot.addWidget(page)
    page.show_state()
    page.show()
    looks = [one for one in page.findChildren(Button) if one.objectName().startswith("stop.look.")]
    assert len(looks) == 2
    assert page.first_focus().objectName() == "stop.resume"
    page.go_on()
    assert walk.facts.state is State.in_progress
    assert walk.facts.drafts["products.elsewhere"] == "yes"


def test_the_client_reads_no_reason_of_the_advisers(qtbot: QtBot, at: Practice) -> None:
    walk = Walk(at, order=next(ORDER)).until("needs")
    walk.do.flow.pause(walk.interview, "客戶說要先問先生", date(2026, 11, 24))
    look = look_of().client(Language.zh_TW)
    presenter = resting(walk)
    shown = shown_client(qtbot, StopClientPage(look, presenter), presenter.interview, look)
    said = " ".join(shown.texts())
    assert "先生" not in said
    assert unbroken("11 月 24 日") in said
    assert "還沒有做任何決定" in said
