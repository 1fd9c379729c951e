"""What is shown next is built ahead: without being seen, and without a trace in the book."""

import pytest
from PySide6.QtWidgets import QWidget
from tests.ui.window import Driven, let_live, until

from advisor_desk.domain.interview import Stage
from advisor_desk.domain.languages import Language
from advisor_desk.ui.interview.ahead import EVERY_MS

LANGUAGE = Language.zh_TW
PIECES = 6
FOLLOWING = {
    "opening": Stage.needs,
    "needs": Stage.questionnaire,
    "questionnaire": Stage.result,
    "result": Stage.portfolio,
    "portfolio": Stage.products,
    "products": Stage.presentation,
    "presentation": Stage.review,
    "review": Stage.signing,
    "handover": Stage.close,
}


@pytest.mark.parametrize("shown", FOLLOWING)
def test_both_pages_wait_and_nothing_was_recorded(desk: Driven, shown: str) -> None:
    desk.open(shown, LANGUAGE)
    until(lambda: desk.find(f"stage.{shown}") is not None, shown)
    desk.settle()  # the review makes its forms
    head = desk.services._room.desk.book.head()
    following = FOLLOWING[shown].name
    client = desk.place.client_side
    assert client is not None
    until(lambda: desk.window.findChild(QWidget, f"stage.{following}") is not None, following)
    until(lambda: client.screen.findChild(QWidget, f"client.{following}") is not None, following)
    let_live(PIECES * EVERY_MS)
    assert desk.find(f"stage.{shown}") is not None
    assert desk.find(f"stage.{following}") is None
    assert client.screen.page.objectName() == f"client.{shown}"
    assert desk.services._room.desk.book.head() == head


def test_an_interview_put_away_at_once_is_not_built_on(desk: Driven) -> None:
    desk.open("needs", LANGUAGE)
    desk.shell.go("today")
    desk.place.put_away()
    let_live(PIECES * EVERY_MS)
    desk.settle()
    assert desk.window.findChild(QWidget, "stage.questionnaire") is None
