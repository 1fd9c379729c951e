"""Signing: begun once, marks in their order, who saw them, stopped at any point, kept by a kill."""

from pathlib import Path

import pytest
from tests.services.branch import ADVISER, INK, Practice, Walk, practice
from tests.ui.papers import opened

from advisor_desk.domain.interview import Mark, SigningWay, State
from advisor_desk.domain.steps import MARKS_OF_EVERY_SALE
from advisor_desk.ui.screens.signing.presenter import Phase, SigningPresenter

ORDER = iter(range(100, 999))


def presented(at: Practice, way: SigningWay, until: str = "begin_signing") -> SigningPresenter:
    walk = Walk(at, order=next(ORDER), signing_way=way).until(until)
    return SigningPresenter(opened(walk))


def write_all(presenter: SigningPresenter, phase: Phase) -> list[str]:
    boxes = []
    while presenter.phase() is phase:
        box = presenter.writing.box()
        assert box is not None
        boxes.append(box.name)
        presenter.writing.done(INK)
    return boxes


@pytest.mark.parametrize("way", list(SigningWay))
def test_beginning_is_an_act_of_its_own_and_seals_the_set(at: Practice, way: SigningWay) -> None:
    presenter = presented(at, way, "review")
    assert (presenter.phase(), presenter.next_code()) == (Phase.begin, "SIGNING_BEGIN")
    assert presenter.reason() == ""
    presenter.confirm()
    facts = presenter.interview.facts
    assert facts.state is State.signing
    assert presenter.phase() is (Phase.print if way is SigningWay.paper else Phase.client)
    assert presenter.next_code() == "SIGNING_COMPLETE"
    assert presenter.reason() != ""


def test_on_paper_nothing_is_seen_before_the_set_came_out(at: Practice) -> None:
    presenter = presented(at, SigningWay.paper)
    assert not any(presenter.may_see(mark) for mark in MARKS_OF_EVERY_SALE)
    assert "列印整套表格" in presenter.reason()


def test_on_paper_each_mark_is_seen_in_its_order_by_somebody(at: Practice) -> None:
    presenter = presented(at, SigningWay.paper)
    presenter.printing.find_printers()
    presenter.printing.choose("file")
    presenter.printing.print_now()
    for mark in MARKS_OF_EVERY_SALE:
        assert [one for one in MARKS_OF_EVERY_SALE if presenter.may_see(one)] == [mark]
        presenter.see(mark)
        assert presenter.seen_by(mark) == ADVISER.name
    assert (presenter.phase(), presenter.reason()) == (Phase.complete, "")
    presenter.confirm()
    assert presenter.phase() is Phase.done
    assert presenter.missing() == ()
    assert presenter.interview.facts.state is State.signed


def test_a_mark_out_of_order_is_told_in_words(at: Practice) -> None:
    presenter = presented(at, SigningWay.paper)
    presenter.printing.find_printers()
    presenter.printing.choose("file")
    presenter.printing.print_now()
    presenter.see(Mark.client_signature)
    assert presenter.interview.problem is not None
    assert presenter.interview.problem.code == "MARK_OUT_OF_ORDER"


def test_on_the_screen_every_box_of_a_mark_is_written_one_after_another(at: Practice) -> None:
    presenter = presented(at, SigningWay.screen)
    assert write_all(presenter, Phase.client) == [
        "F3.client_grade",
        "F1.copied_statement",
        "F3.copied_statement",
        "F1.client",
        "F2.client",
        "F3.client",
    ]
    assert write_all(presenter, Phase.adviser) == ["F1.adviser", "F2.adviser", "F3.adviser"]
    assert presenter.phase() is Phase.complete
    presenter.confirm()
    assert presenter.interview.facts.state is State.signed


def test_signatures_are_counted_for_the_person_who_signs(at: Practice) -> None:
    presenter = presented(at, SigningWay.screen)
    counts = []
    while presenter.phase() is Phase.client:
        counts.append(presenter.writing.count())
        presenter.writing.done(INK)
    assert counts == [(1, 1), (1, 2), (2, 2), (1, 3), (2, 3), (3, 3)]


def test_an_empty_box_is_not_taken(at: Practice) -> None:
    presenter = presented(at, SigningWay.screen)
    before = presenter.writing.box()
    presenter.writing.done(())
    assert presenter.writing.is_empty_refused
    assert presenter.writing.box() == before
    presenter.writing.done(INK)
    assert not presenter.writing.is_empty_refused


def test_ink_that_no_form_takes_begins_its_mark_again(at: Practice) -> None:
    presenter = presented(at, SigningWay.screen)
    presenter.writing.done(((1, 2, 3),))
    assert presenter.interview.problem is not None
    assert presenter.interview.problem.code == "INK_OUTSIDE_PAD"
    assert presenter.writing.count() == (1, 1)
    assert presenter.phase() is Phase.client


def test_boxes_are_now_done_or_waiting(at: Practice) -> None:
    presenter = presented(at, SigningWay.screen)
    presenter.writing.done(INK)
    presenter.writing.done(INK)
    now = [box.name for box in presenter.boxes() if presenter.is_now(box)]
    done = [box.name for box in presenter.boxes() if presenter.is_written(box)]
    assert now == ["F3.copied_statement"]
    assert sorted(done) == ["F1.copied_statement", "F3.client_grade"]


@pytest.mark.parametrize("way", list(SigningWay))
def test_the_client_stops_and_the_end_is_offered_not_made(at: Practice, way: SigningWay) -> None:
    presenter = presented(at, way)
    presenter.ask_to_stop(is_stopping=True)
    assert presenter.is_stopping
    presenter.ask_to_stop(is_stopping=False)
    assert not presenter.interview.is_ending
    presenter.stop()
    assert presenter.interview.is_ending
    assert presenter.interview.facts.state is State.signing


def test_after_the_set_is_signed_there_is_no_stopping(at: Practice) -> None:
    presenter = presented(at, SigningWay.screen, "sign")
    assert not presenter.may_stop()


def test_the_head_of_the_client_s_screen_names_product_and_amount(at: Practice) -> None:
    presenter = presented(at, SigningWay.screen)
    assert presenter.about() == "示例穩健 30 天　100,000.00 元"
    assert presenter.grade() == "A3 平衡"
    assert presenter.forms.statement() == "本人已经阅读风险揭示，愿意承担投资风险"


@pytest.mark.parametrize("way", list(SigningWay))
def test_a_kill_between_marks_goes_on_at_the_next_one(tmp_path: Path, way: SigningWay) -> None:
    with practice(tmp_path) as at:
        walk = Walk(at, signing_way=way).until("begin_signing")
        presenter = SigningPresenter(opened(walk))
        if way is SigningWay.paper:
            walk.do.printing.print_forms(walk.interview, "file")
            presenter.see(Mark.grade_written)
        else:
            presenter.writing.done(INK)
            presenter.writing.done(INK)  # the first of two boxes: its mark begins again
        at.again()
        again = SigningPresenter(opened(walk))
        assert again.interview.facts.state is State.signing
        assert again.is_made(Mark.grade_written)
        assert again.writing.mark() is Mark.statement_copied
        assert again.writing.count() == (1, 2)


def test_a_certificate_that_lapsed_during_the_ceremony_stops_it_and_keeps_everything(
    tmp_path: Path,
) -> None:
    with practice(tmp_path) as at:
        walk = Walk(at, signing_way=SigningWay.screen).until("marks")
        at.certificate(None)
        presenter = SigningPresenter(opened(walk))
        presenter.confirm()
        assert presenter.interview.problem is not None
        assert presenter.interview.problem.code == "ADVISER_UNCERTIFIED"
        assert walk.facts.state is State.signing
        assert presenter.phase() is Phase.complete
