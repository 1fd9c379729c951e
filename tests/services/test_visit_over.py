"""A visit ends with its day, though nobody paused it: the client comes again as after a pause."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.services.branch import CHINA, INK, WITNESS, Practice, Walk, practice

from advisor_desk.domain.facts import VISIT_OVER
from advisor_desk.domain.interview import Mark, SigningWay, Stage, State
from advisor_desk.domain.paper_events import InkStrokes
from advisor_desk.domain.steps import marks_needed
from advisor_desk.domain.trouble import BadInput
from advisor_desk.services.interview_files import InterviewFiles
from advisor_desk.store.keys import PUBLISHED_PASSWORD

LATE = datetime(2026, 11, 23, 23, 55, tzinfo=CHINA)
MIDNIGHT = datetime(2026, 11, 24, 0, 0, tzinfo=CHINA)


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def back(walk: Walk) -> Walk:
    walk.do.flow.resume(walk.interview, walk.do.resuming.say_again(walk.interview))
    return walk.opening()


def test_it_goes_on_until_midnight_and_rests_from_then_on(at: Practice) -> None:
    walk = Walk(at).until("opening")
    at.clock.at = LATE
    walk.record_pot("1.00")
    assert walk.facts.state is State.in_progress
    at.clock.at = MIDNIGHT
    assert (walk.facts.state, walk.facts.pause_reason) == (State.paused, VISIT_OVER)
    with pytest.raises(BadInput, match="VISIT_OVER"):
        walk.record_pot("2.00")
    head = at.desk.book.head()
    assert walk.facts.pots["閒置資金"].amount.minor == 100
    assert at.desk.book.head() == head, "looking records nothing"


@pytest.mark.parametrize("stage", ["opening", "needs", "result", "products", "review"])
def test_whatever_step_it_stood_at_who_is_here_is_checked_again(at: Practice, stage: str) -> None:
    walk = Walk(at).until(stage)
    at.clock.at = MIDNIGHT + timedelta(hours=9)
    visit = walk.facts.visit
    assert walk.do.position(walk.interview).stage is not None
    walk.do.flow.resume(walk.interview, walk.do.resuming.say_again(walk.interview))
    assert (walk.facts.visit, walk.facts.parties) == (visit + 1, {})
    assert walk.do.position(walk.interview).stage is Stage.opening
    walk.opening()
    assert walk.facts.state is State.in_progress


def test_the_witness_of_yesterday_does_not_count(at: Practice) -> None:
    walk = Walk(at, born=LATE.date().replace(year=1950), product="DEMO-R3-001")
    walk.until("presentation")
    walk.witness()
    at.clock.at = MIDNIGHT + timedelta(hours=9)
    with pytest.raises(BadInput, match="SAY_AGAIN_FIRST"):
        walk.do.flow.resume(walk.interview)
    back(walk)
    assert walk.facts.witness is None
    assert walk.do.position(walk.interview).stage is Stage.witness


def a_mark(walk: Walk) -> object:
    return walk.do.signing.see_mark(walk.interview, Mark.grade_written)


def ink(walk: Walk) -> object:
    boxes = walk.do.signing.boxes_for(walk.interview, Mark.grade_written)
    given = tuple(InkStrokes(box, INK) for box in boxes)
    return walk.do.signing.give_ink(walk.interview, Mark.grade_written, given)


@pytest.mark.parametrize(
    ("way", "sign"), [(SigningWay.paper, a_mark), (SigningWay.screen, ink)], ids=["paper", "screen"]
)
def test_nobody_signs_on_another_day_than_the_set_was_sealed(
    at: Practice, way: SigningWay, sign: Callable[[Walk], object]
) -> None:
    walk = Walk(at, signing_way=way).until("begin_signing")
    number = walk.facts.review.number if walk.facts.review else ""
    if way is SigningWay.paper:
        walk.do.printing.print_forms(walk.interview, "file")
    at.clock.at = MIDNIGHT
    with pytest.raises(BadInput, match="SIGNING_VISIT_OVER") as refused:
        sign(walk)
    assert str(refused.value.facts["day"]) == "2026-11-23"
    assert walk.facts.state is State.signing, "the set stays until it is given up by name"
    pages = sum(one.pages for one in walk.facts.ceremony.sealed) if walk.facts.ceremony else 0
    returned = pages if way is SigningWay.paper else None
    walk.do.signing.void_set(walk.interview, "客戶明天再來", returned)
    assert walk.facts.pause_reason == VISIT_OVER
    assert walk.facts.numbers_void == (number,)
    back(walk)
    walk.review().begin_signing()


def test_marks_until_midnight_are_made(at: Practice) -> None:
    walk = Walk(at).until("begin_signing")
    walk.do.printing.print_forms(walk.interview, "file")
    at.clock.at = LATE
    a_mark(walk)
    assert walk.facts.ceremony is not None
    assert list(walk.facts.ceremony.marks) == [Mark.grade_written]


def test_a_witness_does_not_sign_on_another_day(at: Practice) -> None:
    walk = Walk(at, born=LATE.date().replace(year=1950), product="DEMO-R3-001")
    walk.until("begin_signing")
    walk.do.printing.print_forms(walk.interview, "file")
    for mark in marks_needed(walk.facts):
        if mark is not Mark.witness_signature:
            walk.do.signing.see_mark(walk.interview, mark)
    at.clock.at = MIDNIGHT
    with pytest.raises(BadInput, match="SIGNING_VISIT_OVER"):
        walk.do.signing.see_witness_mark(walk.interview, WITNESS.staff_no, PUBLISHED_PASSWORD)


def test_what_everybody_signed_is_registered_the_next_morning(at: Practice) -> None:
    """The power went before the last press: what was signed on its day is not lost."""
    walk = Walk(at).until("marks")
    at.clock.at = MIDNIGHT + timedelta(hours=9)
    at.again()
    assert walk.sign().facts.state is State.signed


def test_today_and_the_command_line_say_that_it_rests(at: Practice) -> None:
    walk = Walk(at).until("needs")
    at.clock.at = MIDNIGHT
    unfinished = walk.do.agenda.today().unfinished[0]
    assert (unfinished.state, unfinished.reason) == (State.paused, VISIT_OVER)
    assert unfinished.comes_back is None
    shown = InterviewFiles(at.desk, of_everybody=False).show(walk.interview, "check")
    assert shown.facts.state is State.paused


def test_the_client_may_give_it_up_the_next_day(at: Practice) -> None:
    walk = Walk(at).until("products")
    at.clock.at = MIDNIGHT
    walk.do.flow.abandon(walk.interview, "客戶來電不買了")
    assert (walk.facts.state, walk.facts.pause_reason) == (State.abandoned, "")
