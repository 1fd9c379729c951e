"""The clock set back, and midnight, in the middle of an interview: said in words, nothing lost."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel
from tests.services.branch import SetClock
from tests.ui.hostile.said import banner, note, write_note
from tests.ui.window import Driven

from advisor_desk.domain.languages import Language
from advisor_desk.ui.words import Wording

TYPED = "wants to ask the family"


@pytest.fixture(scope="module")
def desk(desk: Driven) -> Driven:
    desk.open("needs", Language.zh_TW)
    write_note(desk, "recorded by the machine's clock")
    return desk


@pytest.fixture
def clock(desk: Driven) -> Iterator[SetClock]:
    found = desk.window.clock
    assert isinstance(found, SetClock)
    before = found.at
    yield found
    found.at = max(before, found.at)
    desk.prefer(Language.zh_TW, "light")


def test_a_clock_set_back_refuses_acts_in_words_and_keeps_what_is_typed(
    desk: Driven, clock: SetClock
) -> None:
    desk.open("needs", Language.zh_TW)
    opened, right = desk.place.interview, clock.at
    assert opened is not None
    head = desk.services._room.desk.book.head()
    clock.at -= timedelta(days=2)
    write_note(desk, TYPED)
    for language in Language:
        desk.prefer(language, "light")
        assert banner(desk).startswith(Wording(language).say("CLOCK_BEHIND", now="", newest="")[:4])
        assert note(desk).toPlainText() == TYPED
    assert desk.services._room.desk.book.head() == head
    clock.at = right
    opened.keep_draft("close.advice", "later")
    assert desk.services.facts(opened.id).drafts["note"] == TYPED
    assert banner(desk) == ""


def test_every_place_can_be_looked_at_with_the_clock_set_back(
    desk: Driven, clock: SetClock, qtbot: object
) -> None:
    assert qtbot  # an exception in a slot fails the test
    clock.at -= timedelta(days=2)
    for place in ("presentation", "review", "signing"):
        desk.open(place, Language.zh_TW)
        assert desk.find(f"stage.{place}") is not None
        for other in ("today", "clients", "interview"):
            desk.go(other)
    with desk.turned() as screen:
        assert screen.isVisible()


def test_midnight_passes_and_the_interview_goes_on(desk: Driven, clock: SetClock) -> None:
    desk.open("result", Language.zh_CN)
    opened = desk.place.interview
    assert opened is not None
    before = clock.at.date()
    clock.at = clock.at.replace(hour=23, minute=59, second=50)
    write_note(desk, TYPED)
    clock.at += timedelta(minutes=1)
    write_note(desk, TYPED + "!")
    assert banner(desk) == ""
    assert desk.services.facts(opened.id).drafts["note"] == TYPED + "!"
    assert opened.today == before + timedelta(days=1)
    desk.shell._day.tick()
    now = desk.widget("status.now")
    assert isinstance(now, QLabel)
    assert now.text().startswith(Wording(Language.zh_CN).long_day(before + timedelta(days=1)))
