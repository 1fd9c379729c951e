"""Taking back, after any act of any interview: what is left can always be read again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.services.branch import Practice, Walk, practice
from tests.services.test_protected_sets import CASES, walked

from advisor_desk.domain.events import Recorded
from advisor_desk.domain.fold import fold
from advisor_desk.domain.interview import SigningWay, Stage
from advisor_desk.domain.interview_events import Undone
from advisor_desk.domain.trouble import BadInput
from advisor_desk.services.flow import last_undoable

MOST = 6  # acts taken back one after the other


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def taken_back(events: tuple[Recorded, ...]) -> Iterator[tuple[Recorded, ...]]:
    """Yield the events with one act more taken back each time."""
    for _ in range(MOST):
        try:
            seq, _event = last_undoable(events)
        except BadInput:
            return
        last = events[-1]
        events = (*events, replace(last, seq=last.seq + 1, event=Undone(seq)))
        yield events


def acts_of(walk: Walk) -> tuple[Recorded, ...]:
    return walk.at.desk.book.events(f"interview:{walk.interview}")


@pytest.mark.parametrize("case", list(CASES))
def test_after_every_act_some_are_taken_back_and_the_rest_is_an_interview(
    at: Practice, case: str
) -> None:
    events = acts_of(walked(at, case, SigningWay.screen, "review"))
    tried = 0
    for end in range(1, len(events) + 1):
        for left in taken_back(events[:end]):
            assert fold(left) is not None
            tried += 1
    assert tried > len(events) / 2


def test_an_opened_presentation_is_taken_back_with_the_pages_that_stood_there(
    at: Practice,
) -> None:
    walk = Walk(at).until("products")
    material = walk.do.presentations.open_presentation(walk.interview)
    walk.do.presentations.show_element(walk.interview, material.elements[0].id)
    assert walk.do.flow.undo(walk.interview) == "presentation_opened"
    assert walk.facts.presentation is None
    at.again()
    assert walk.do.position(walk.interview).stage is Stage.presentation
    walk.presentation().review()
