"""The calm page: why an interview rests, what is needed, and that one may go on."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice, Walk, practice
from tests.ui.opening.pages import cut_off, dress, look_of, opened, shown_client

from advisor_desk.domain.interview import Stage, State
from advisor_desk.domain.languages import Language
from advisor_desk.ui.interview.presenter import InterviewPresenter
from advisor_desk.ui.screens.stop.client import StopClientPage
from advisor_desk.ui.screens.stop.presenter import StopPresenter
from advisor_desk.ui.screens.stop.view import StopView
from advisor_desk.ui.screens.witness.presenter import WitnessPresenter

ORDER = iter(range(100, 999))
ELDER, MINOR = date(1955, 3, 8), date(2010, 6, 30)


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Practice]:
    with practice(tmp_path_factory.mktemp("branch")) as made:
        yield made


def resting(walk: Walk, language: Language = Language.zh_TW) -> StopPresenter:
    return StopPresenter(InterviewPresenter(opened(walk, language), {}))


def elder(at: Practice) -> Walk:
    walk = Walk(at, order=next(ORDER), born=ELDER, product="DEMO-R3-001", letter="D")
    walk.until("portfolio")
    walk.choose()
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
    assert len(presenter.papers()) == 2
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
