"""Going through an interview: forward by confirming, back to look, never past the open step."""

from pathlib import Path

from tests.services.branch import CERTIFICATE, Practice, Walk, practice
from tests.ui.opening.pages import opened

from advisor_desk.domain.interview import Stage, State
from advisor_desk.ui.interview.presenter import InterviewPresenter
from advisor_desk.ui.interview.stages import presenters_of

ORDER = iter(range(100, 999))


def presented(walk: Walk) -> InterviewPresenter:
    interview = opened(walk)
    return InterviewPresenter(interview, presenters_of(interview))


def test_the_open_step_is_shown_and_later_ones_cannot_be_gone_to(at: Practice) -> None:
    presenter = presented(Walk(at, order=next(ORDER)).until("needs"))
    assert presenter.shown_stage() is Stage.questionnaire
    steps = {one.stage: one for one in presenter.rail()}
    assert [one.number for one in presenter.rail()] == list(range(1, 12))
    assert (steps[Stage.needs].done, steps[Stage.needs].may_go) == (True, True)
    assert (steps[Stage.result].done, steps[Stage.result].may_go) == (False, False)
    presenter.go_to(Stage.signing)
    assert presenter.shown_stage() is Stage.questionnaire


def test_going_back_changes_nothing_and_going_on_comes_to_the_open_step(at: Practice) -> None:
    walk = Walk(at, order=next(ORDER)).until("result")
    presenter = presented(walk)
    before = walk.facts
    presenter.go_to(Stage.needs)
    assert presenter.shown_stage() is Stage.needs
    presenter.go_back()
    assert presenter.shown_stage() is Stage.opening
    assert not presenter.footer().back_open
    for expected in (Stage.needs, Stage.questionnaire, Stage.result, Stage.portfolio):
        presenter.go_on()
        assert presenter.shown_stage() is expected
    assert walk.facts == before


def test_next_is_closed_with_its_reason_until_the_stage_is_done(at: Practice) -> None:
    presenter = presented(Walk(at, order=next(ORDER)).until("result"))
    footer = presenter.footer()
    assert not footer.next_open
    assert "客戶現有資產" in footer.reason
    presenter.go_on()
    assert presenter.shown_stage() is Stage.portfolio


def test_a_changed_answer_opens_the_steps_that_relied_on_it(at: Practice) -> None:
    walk = Walk(at, order=next(ORDER)).until("products")
    presenter = presented(walk)
    assert presenter.shown_stage() is Stage.presentation
    walk.record_pot("450000.00")
    assert presenter.shown_stage() is Stage.needs
    assert not {one.stage: one for one in presenter.rail()}[Stage.needs].done


def test_once_signing_has_begun_nothing_earlier_is_gone_back_to(at: Practice) -> None:
    presenter = presented(Walk(at, order=next(ORDER)).until("begin_signing"))
    presenter.go_to(Stage.needs)
    assert presenter.shown_stage() is Stage.signing
    assert not presenter.footer().back_open


def test_a_pause_needs_a_reason_and_a_day_that_can_be_read(at: Practice) -> None:
    walk = Walk(at, order=next(ORDER)).until("needs")
    presenter = presented(walk)
    assert presenter.pause("", "") is not None
    for typed in ("明天", "2026-W50-1"):
        said = presenter.pause("客戶要先離開", typed)
        assert said is not None
        assert said[1]
    past = presenter.pause("客戶要先離開", "2026-11-22")
    assert past is not None
    assert past[1]
    assert walk.facts.state is State.in_progress
    assert presenter.pause("客戶要先離開", "2026-11-23") is None
    assert walk.facts.state is State.paused
    assert presenter.is_paused


def test_undo_takes_one_act_back_and_says_where_there_is_none(at: Practice) -> None:
    walk = Walk(at, order=next(ORDER)).until("opening")
    walk.record_pot()
    presenter = presented(walk)
    assert presenter.undo()
    assert walk.facts.pots == {}
    assert not presenter.undo()
    assert presenter.interview.problem is not None
    assert presenter.interview.problem.code == "NOTHING_TO_UNDO"


def test_ending_without_a_sale_shows_the_close_page_and_may_be_left_again(at: Practice) -> None:
    presenter = presented(Walk(at, order=next(ORDER)).until("needs"))
    presenter.interview.end_wanted()
    assert presenter.shown_stage() is Stage.close
    presenter.go_back()
    assert presenter.shown_stage() is Stage.questionnaire


def test_a_certificate_that_lapses_midway_stops_acts_in_words(at: Practice) -> None:
    walk = Walk(at, order=next(ORDER)).until("opening")
    interview = opened(walk)
    at.certificate(None)
    try:
        done = interview.act(lambda: walk.do.needs.remove_pot(walk.interview, "x"))
    finally:
        at.certificate(CERTIFICATE)
    assert not done
    assert interview.problem is not None
    assert interview.problem.code == "ADVISER_UNCERTIFIED"
    assert "證書" in interview.problem.text


def test_half_typed_texts_survive_the_end_of_the_program(tmp_path: Path) -> None:
    with practice(tmp_path) as made:
        walk = Walk(made).until("needs")
        opened(walk).keep_draft("close.advice", "先留足六個月")
        made.again()
        interview = opened(walk)
        assert interview.draft("close.advice") == "先留足六個月"
        assert interview.facts.client == walk.client
