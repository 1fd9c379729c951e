"""The names that scripts and screen readers rely on, each where it belongs."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from tests.ui.window import Driven

from advisor_desk.domain.languages import Language

STAGES = {
    "opening": "opening",
    "needs": "needs",
    "questionnaire": "questionnaire",
    "result": "result",
    "portfolio": "portfolio",
    "products": "products",
    "presentation": "presentation",
    "review": "review",
    "signing": "ready",
    "handover": "handover",
    "close": "close",
}
STATES = {
    "opening": "opened",
    "needs": "in_progress",
    "ready": "ready_to_sign",
    "signing": "signing",
    "handover": "signed",
    "tomorrow": "paused",
    "closed": "closed",
}
LANGUAGE = Language.zh_TW


def test_the_sign_in_has_its_names(unseated: Driven) -> None:
    for name in ("user", "password", "submit", "message"):
        assert unseated.window.findChild(QWidget, f"login.{name}") is not None, name


def test_today_offers_a_new_interview_and_to_resume(desk: Driven) -> None:
    desk.go("today")
    assert desk.can_press("today.new_interview")
    assert desk.can_press("today.resume")


@pytest.mark.parametrize("stage", STAGES)
def test_every_step_has_its_page_and_the_two_buttons(desk: Driven, stage: str) -> None:
    desk.open(STAGES[stage], LANGUAGE)
    assert desk.find(f"stage.{stage}") is not None
    for name in ("next", "back"):
        assert desk.find(f"nav.{name}") is not None, name
    reason = desk.window.findChild(QLabel, "nav.reason")
    assert isinstance(reason, QLabel)
    assert bool(reason.text()) is not desk.can_press("nav.next"), "a closed button says why"


@pytest.mark.parametrize("at", STATES)
def test_the_window_holds_the_state_of_the_interview(desk: Driven, at: str) -> None:
    desk.open(at, LANGUAGE)
    assert desk.state == STATES[at]
    desk.put_away()
    assert desk.state == ""


def test_every_answer_of_a_question_has_its_name(desk: Driven) -> None:
    desk.open("questionnaire", LANGUAGE)
    with desk.turned():
        for level in (1, 2, 3):
            assert desk.can_press(f"q.own_estimate.option.A{level}")
        desk.press("q.own_estimate.option.A2")
        desk.press("client.next")
        for letter in "ABCD":
            assert desk.can_press(f"q.income.option.{letter}")


def test_every_product_has_its_verdict_and_can_be_chosen(desk: Driven) -> None:
    desk.open("products", LANGUAGE)
    verdicts = [
        one.objectName()
        for one in desk.window.findChildren(QLabel)
        if one.objectName().endswith(".verdict") and one.isVisible()
    ]
    assert "product.DEMO-R2-001.verdict" in verdicts
    with desk.turned():
        desk.press("choose.pot.0")
        while not desk.can_press("product.DEMO-R2-001.choose"):
            desk.press("choose.after")


def test_a_refusal_is_said_in_the_banner_by_its_name(desk: Driven) -> None:
    desk.open("opening", LANGUAGE)
    desk.shell.say("stop", "印表機沒有回應")
    assert desk.find("banner.message") is not None


def test_a_mistake_names_the_field_as_the_page_does(desk: Driven) -> None:
    desk.open("products", LANGUAGE)
    desk.press("rail.pause")
    desk.press("pause.confirm")
    said = [one.text() for one in desk.window.findChildren(QLabel) if one.isVisible()]
    desk.press("pause.cancel")
    assert "暫停的原因 是空的；請填寫。" in said


def test_the_lock_covers_everything_by_its_name(desk: Driven) -> None:
    desk.open("opening", LANGUAGE)
    assert desk.place.interview is not None
    client = desk.place.interview.client.name
    desk.window.lock()
    desk.settle()
    lock = desk.widget("lock.overlay")
    said = " ".join(one.text() for one in lock.findChildren(QLabel))
    assert "有一場面談停在原處" in said
    assert client not in said, "whoever passes by reads the lock"
    assert desk.find("stage.opening") is None
    desk.line("lock.overlay.password").setText("practise-here")
    desk.press("lock.overlay.submit")
    assert desk.find("stage.opening") is not None


def test_a_name_stands_once_in_the_window(desk: Driven) -> None:
    """Two visible widgets of one name: a script would press either."""
    twice = []
    for at in STAGES.values():
        desk.open(at, LANGUAGE)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        shown = [
            one.objectName()
            for one in desk.window.findChildren(QWidget)
            if one.isVisible() and one.objectName() and not one.objectName().startswith("qt_")
        ]
        twice += [f"{at}: {name}" for name in set(shown) if shown.count(name) > 1]
    assert twice == []
