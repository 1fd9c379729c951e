"""What the random input watches for is found: a wrong thing is put under the window each time."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from tests.ui.homes import ADVISER
from tests.ui.invariants import Watch, require_one_side, require_whole
from tests.ui.window import Driven

from advisor_desk.domain import fold
from advisor_desk.domain.assessment_events import HoldingsRecorded
from advisor_desk.domain.interview_events import InterviewEvent, PotRecorded, PotRemoved
from advisor_desk.domain.languages import Language
from advisor_desk.store.connection import say

HERE = Language.zh_TW


@pytest.fixture
def watch(desk: Driven) -> Watch:
    return Watch(desk)


def write(desk: Driven, place: str, *events: InterviewEvent) -> None:
    """Write below the services, and put the interview on the table."""
    with desk.services._room.desk.book.work(ADVISER) as work:
        for event in events:
            work.record(fold.SUBJECT + desk.waiting.at(place, HERE), event)
    desk.open(place, HERE)


@pytest.fixture
def laid(desk: Driven) -> Iterator[list[QWidget]]:
    """What is laid over the window, taken away again."""
    pieces: list[QWidget] = []
    yield pieces
    for piece in pieces:
        piece.deleteLater()
    desk.settle()


def test_two_sides_at_once_are_found(desk: Driven, laid: list[QWidget]) -> None:
    require_one_side(desk)
    laid.append(cover := QWidget(desk.window))
    cover.setObjectName("lock.overlay")
    cover.show()
    with pytest.raises(AssertionError, match=r"lock\.overlay"):
        require_one_side(desk)


def test_a_code_in_place_of_words_is_found(desk: Driven, laid: list[QWidget]) -> None:
    laid.append(label := QLabel("STEP_NOT_OPEN", desk.window))
    label.show()
    with pytest.raises(AssertionError, match="STEP_NOT_OPEN"):
        require_one_side(desk)


def test_a_window_that_shows_another_state_is_found(desk: Driven, watch: Watch) -> None:
    desk.open("needs", HERE)
    watch.look()
    desk.window.setProperty("interviewState", "signed")
    with pytest.raises(AssertionError, match="signed"):
        watch.look()


def test_facts_that_the_book_does_not_have_are_found(desk: Driven, watch: Watch) -> None:
    desk.open("products", HERE)
    room, interview = desk.services._room, desk.waiting.at("products", HERE)
    invented = replace(desk.services.facts(interview), visit=9)
    room._last = (room.desk.book.head().seq, invented)
    with pytest.raises(AssertionError, match="not what is kept"):
        watch.look()
    room._last = None


def test_an_act_against_the_procedure_is_found(desk: Driven, watch: Watch) -> None:
    write(desk, "signing", PotRemoved("儲蓄"))
    with pytest.raises(AssertionError, match="what_is_sealed_is_not_changed"):
        watch.look()


def test_an_act_before_its_step_is_found(desk: Driven, watch: Watch) -> None:
    """Needs that changed are to be confirmed again before anything else."""
    facts = desk.services.facts(desk.waiting.at("portfolio", HERE))
    more = replace(facts.pots["儲蓄"], name="另一筆")
    write(desk, "portfolio", PotRecorded(more, ()), HoldingsRecorded(()))
    with pytest.raises(AssertionError, match="holdings_recorded"):
        watch.look()


@pytest.mark.parametrize("part", ["opening_confirmed", "chosen", "presentation", "result_accepted"])
def test_a_set_that_lacks_something_is_found(desk: Driven, part: str) -> None:
    facts = desk.services.facts(desk.waiting.at("ready", HERE))
    require_whole(facts)
    with pytest.raises(AssertionError):
        require_whole(replace(facts, **{part: None}))


def test_a_list_that_the_events_do_not_tell_is_found(desk: Driven) -> None:
    desk.put_away()
    watch, book = Watch(desk), desk.services._room.desk.book
    watch.look_at_all()
    say(book._connection, "UPDATE interview SET state = 'signed' WHERE state = 'closed'")
    with pytest.raises(AssertionError, match="Broken"):
        watch.look_at_all()
