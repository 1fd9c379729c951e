"""While the helper thread works nobody else uses the book: wishes wait, and typing is kept."""

from collections.abc import Iterator
from threading import Event

import pytest
from tests.ui.window import Driven, let_live

from advisor_desk.domain.languages import Language

LANGUAGE = Language.zh_TW
MOMENT_S = 20


@pytest.fixture
def held(desk: Driven) -> Iterator[Event]:
    """The helper thread works until the event is set."""
    desk.open("products", LANGUAGE)
    opened = desk.place.interview
    assert opened is not None
    may_end = Event()
    opened.long_act(lambda: may_end.wait(MOMENT_S))
    let_live(20)
    yield may_end
    may_end.set()
    desk.settle()


def test_going_elsewhere_waits_for_the_end(desk: Driven, held: Event) -> None:
    desk.shell.go("today")
    desk.shell.go("clients")
    let_live(20)
    assert desk.find("stage.products") is not None
    held.set()
    desk.settle()
    assert desk.find("stage.products") is None
    assert desk.find("clients.find") is not None, "the last wish counts"


def test_another_interview_waits_for_the_end(desk: Driven, held: Event) -> None:
    desk.shell.resume_interview(desk.waiting.at("needs", LANGUAGE))
    let_live(20)
    assert desk.find("stage.products") is not None
    held.set()
    desk.settle()
    assert desk.find("stage.needs") is not None


def test_signing_out_waits_for_the_end(desk: Driven, held: Event) -> None:
    leave = desk.widget("top.leave")
    leave.click()  # type: ignore[attr-defined]
    let_live(20)
    assert desk.is_seated
    held.set()
    desk.settle()
    assert desk.find("login.submit") is not None
    desk.sign_in()


def test_what_is_typed_meanwhile_is_kept_at_the_end(desk: Driven, held: Event) -> None:
    opened = desk.place.interview
    assert opened is not None
    opened.keep_draft("note", "客戶問到費用")
    assert opened.draft("note") == "客戶問到費用"
    assert "note" not in opened.facts.drafts
    held.set()
    desk.settle()
    assert desk.services.facts(opened.id).drafts["note"] == "客戶問到費用"
