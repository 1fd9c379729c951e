"""The review: forms made once, read to the last part by the client, confirmed by both in order."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice, Walk, practice
from tests.services.test_latest_assessment import made_in_another_interview
from tests.ui.papers import LANGUAGES, Table, laid, opened, settle

from advisor_desk.domain.interview import Confirmer, SigningWay, State
from advisor_desk.domain.languages import Language
from advisor_desk.domain.trouble import NotPermitted, Trouble
from advisor_desk.ui.screens.review import client as client_page
from advisor_desk.ui.screens.review.client import ReviewClientPage
from advisor_desk.ui.screens.review.presenter import Phase, ReviewPresenter
from advisor_desk.ui.screens.review.view import ReviewView
from advisor_desk.ui.tasks import Tasks
from advisor_desk.ui.widgets import LineEditor
from advisor_desk.ui.widgets.page_viewer import PageViewer

MOMENT_S = 20
ORDER = iter(range(100, 999))
SCREENS = (ReviewPresenter, ReviewView, ReviewClientPage)


@pytest.fixture
def walk(at: Practice) -> Walk:
    return Walk(at, order=next(ORDER)).until("presentation")


@pytest.fixture(autouse=True)
def quick_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_page, "SETTLED_MS", 0)


def presented(walk: Walk) -> ReviewPresenter:
    presenter = ReviewPresenter(opened(walk))
    presenter.make_forms()
    presenter.count_parts(12)
    return presenter


def read_all(presenter: ReviewPresenter) -> None:
    for _ in range(presenter.reading.parts):
        presenter.turn(1)


def press(table: Table, name: str) -> None:
    QTest.mouseClick(table.client.button(name), Qt.MouseButton.LeftButton)
    settle()


def test_forms_are_made_as_the_page_opens_and_a_number_is_reserved(walk: Walk) -> None:
    presenter = ReviewPresenter(opened(walk))
    assert presenter.phase() is Phase.making
    assert presenter.reason() == "正在製作表格"
    presenter.make_forms()
    assert presenter.phase() is Phase.reading
    assert walk.facts.review is not None
    assert [paper.title[:2] for paper in presenter.forms.papers(walk_words(presenter))] == [
        "F1",
        "F2",
        "F3",
    ]


class Held(Tasks):
    """Works when it may."""

    def __init__(self) -> None:
        super().__init__()
        self.may_work = Event()

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Trouble], None],
    ) -> None:
        def when_it_may() -> Any:
            self.may_work.wait(MOMENT_S)
            return work()

        super().run(when_it_may, done, failed)


def walk_words(presenter: ReviewPresenter) -> object:
    return presenter.interview.words


def test_opening_the_page_again_makes_nothing_twice(walk: Walk) -> None:
    number = None
    for _ in range(3):
        presenter = presented(walk)
        assert walk.facts.review is not None
        number = number or walk.facts.review.number
        assert walk.facts.review.number == number
    assert presenter.phase() is Phase.reading


def test_the_amount_is_shown_in_figures_and_in_capitals_as_it_is_printed(walk: Walk) -> None:
    assert presented(walk).amount() == ("¥ 100,000.00", "人民幣壹拾萬元整")


def test_the_client_confirms_first_and_only_after_the_last_part(walk: Walk) -> None:
    presenter = presented(walk)
    presenter.confirm_by_client()
    assert walk.facts.review is not None
    assert walk.facts.review.confirmed_by == ()
    assert presenter.reason() == "客戶正在看第 1 段，共 12 段"
    read_all(presenter)
    assert presenter.reason() == "客戶看完了，還沒有確認"
    presenter.confirm_by_client()
    assert presenter.reason() == ""
    presenter.confirm()
    assert walk.facts.review.confirmed_by == (Confirmer.client, Confirmer.adviser)
    assert walk.facts.state is State.ready_to_sign
    assert presenter.missing() == ()


def test_turning_back_unreads_nothing(walk: Walk) -> None:
    presenter = presented(walk)
    read_all(presenter)
    presenter.turn(-1)
    assert presenter.reading.is_through
    assert not presenter.reading.is_last


def test_a_client_who_turned_the_screen_midway_goes_on_about_there(walk: Walk) -> None:
    presenter = presented(walk)
    for _ in range(5):
        presenter.turn(1)
    presenter.count_parts(24)
    assert presenter.reading.part == 10
    assert not presenter.reading.is_through


def test_what_changed_after_the_review_makes_other_forms_and_reading_begins_again(
    walk: Walk,
) -> None:
    presenter = presented(walk)
    read_all(presenter)
    presenter.confirm_by_client()
    assert walk.facts.review is not None
    before = walk.facts.review.number
    walk.amount = "120000.00"
    walk.products()
    assert presenter.phase() is Phase.waiting
    walk.presentation()
    assert presenter.phase() is Phase.making
    presenter.make_forms()
    presenter.count_parts(12)
    assert walk.facts.review.number != before
    assert presenter.phase() is Phase.reading
    assert presenter.reading.part == 0
    assert not presenter.reading.is_through


def test_boxes_are_numbered_form_by_form_with_their_section(walk: Walk) -> None:
    presenter = presented(walk)
    words = presenter.interview.words
    said = [
        (box.number, box.mark.name, presenter.forms.where(box, words))
        for box in presenter.boxes_on(0)
    ]
    assert said == [
        (1, "statement_copied", "F1 第 6 格"),
        (2, "client_signature", "F1 第 6 格"),
        (3, "adviser_signature", "F1 第 8 格"),
    ]
    assert [box.number for box in presenter.boxes_on(2)] == [1, 2, 3, 4]
    assert presenter.boxes_on(9) == ()


def test_forms_that_cannot_be_made_say_why_and_can_be_tried_again(walk: Walk, at: Practice) -> None:
    before = at.interviews.me().certificate
    assert before is not None
    at.certificate(
        replace(before, valid_until=at.clock.at.date().replace(year=2026, month=11, day=1))
    )
    presenter = ReviewPresenter(opened(walk))
    presenter.make_forms()
    at.certificate(before)
    assert presenter.phase() is Phase.failed
    assert presenter.reason() == "表格沒有做成"
    assert presenter.failure() == presenter.interview.problem.text  # type: ignore[union-attr]
    presenter.make_forms()
    assert presenter.phase() is Phase.failed  # not again by itself
    presenter.make_again()
    assert presenter.phase() is Phase.reading


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_a_void_set_are_counted_back_before_forms_are_made(
    at: Practice, qtbot: QtBot, language: Language
) -> None:
    walk = Walk(at, order=next(ORDER)).until("begin_signing").marks()
    pages = walk.facts.ceremony.pages_out.least if walk.facts.ceremony else 0
    made_in_another_interview(walk)
    with pytest.raises(NotPermitted, match="ASSESSMENT_NEWER"):
        walk.sign()
    walk.do.assessments.keep_assessment(walk.interview)
    walk.result().portfolio().products().presentation()
    table = laid(walk, SCREENS, language)
    assert table.presenter.phase() is Phase.counting
    assert walk.facts.numbers_void[0] in " ".join(table.adviser.texts())
    assert table.presenter.reason() != ""
    assert table.cut() == []
    field = table.adviser.page.findChild(LineEditor, "review.pages_returned")
    for typed, phase in ((str(pages - 1), Phase.counting), (f"{pages}", Phase.reading)):
        field.clear()
        QTest.keyClicks(field, typed)
        QTest.mouseClick(table.adviser.button("review.counted"), Qt.MouseButton.LeftButton)
        settle()
        qtbot.waitUntil(lambda: table.presenter.phase() in (Phase.counting, Phase.reading))
        assert table.presenter.phase() is phase
        assert table.cut() == []


def test_both_pages_show_the_forms_and_nothing_is_cut_off(walk: Walk, qtbot: QtBot) -> None:
    table = laid(walk, SCREENS)
    qtbot.waitUntil(lambda: table.presenter.phase() is Phase.reading)
    settle()
    viewer = table.adviser.page.findChild(PageViewer)
    assert isinstance(viewer, PageViewer)
    assert viewer.pages == 3
    assert "¥ 100,000.00" in table.adviser.texts()
    assert "未有" not in table.client.texts()
    assert table.cut() == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("theme", ["dark", "high_contrast"])
def test_the_pages_fit_in_every_language_and_theme(
    walk: Walk, qtbot: QtBot, language: Language, theme: str
) -> None:
    table = laid(walk, SCREENS, language, theme=theme)
    qtbot.waitUntil(lambda: table.presenter.phase() is Phase.reading)
    settle()
    assert table.cut() == []
    for _ in range(table.presenter.reading.parts):
        table.presenter.turn(1)
    settle()
    assert table.cut() == []


def test_the_client_pages_through_and_confirms_by_hand(walk: Walk, qtbot: QtBot) -> None:
    table = laid(walk, SCREENS)
    qtbot.waitUntil(lambda: table.presenter.phase() is Phase.reading)
    settle()
    parts = table.presenter.reading.parts
    assert not table.client.button("client.right").isVisible()
    for _ in range(parts - 1):
        press(table, "client.next")
    assert not table.client.button("client.next").isVisible()
    press(table, "client.back")
    press(table, "client.next")
    press(table, "client.right")
    assert table.presenter.phase() is Phase.read
    assert "謝謝，您已確認表格" in table.client.texts()
    table.go_on()
    assert walk.facts.state is State.ready_to_sign


def test_a_double_tap_on_next_confirms_nothing(
    walk: Walk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_page, "SETTLED_MS", 60_000)
    table = laid(walk, SCREENS)
    qtbot.waitUntil(lambda: table.presenter.phase() is Phase.reading)
    settle()
    for _ in range(table.presenter.reading.parts - 1):
        press(table, "client.next")
    press(table, "client.right")
    assert table.presenter.phase() is Phase.reading


def test_the_client_goes_on_by_keyboard_and_keeps_the_place(walk: Walk, qtbot: QtBot) -> None:
    table = laid(walk, SCREENS)
    qtbot.waitUntil(lambda: table.presenter.phase() is Phase.reading)
    settle()
    table.client.window.activateWindow()
    settle()
    table.client.button("client.next").setFocus()
    for _ in range(table.presenter.reading.parts - 1):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Return)
        settle()
    focused = QApplication.focusWidget()
    assert focused is table.client.button("client.right")
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert table.presenter.phase() is Phase.read


def test_the_window_goes_on_while_the_forms_are_made(walk: Walk, qtbot: QtBot) -> None:
    tasks = Held()
    table = laid(walk, SCREENS, runner=tasks)
    qtbot.waitUntil(lambda: tasks.busy)
    assert "正在製作表格" in table.client.texts() + table.adviser.texts()
    assert table.presenter.phase() is Phase.making
    assert table.interview.facts.review is None  # as it stood before, never half of it
    tasks.may_work.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    settle()
    assert table.presenter.phase() is Phase.reading


def test_the_failure_is_shown_in_the_page_with_a_way_on(
    walk: Walk, at: Practice, qtbot: QtBot
) -> None:
    before = at.interviews.me().certificate
    assert before is not None
    at.certificate(replace(before, valid_until=before.valid_from))
    table = laid(walk, SCREENS)
    qtbot.waitUntil(lambda: table.presenter.phase() is Phase.failed)
    at.certificate(before)
    settle()
    label = table.adviser.find("review.failure")
    assert isinstance(label, QLabel)
    assert label.text() != ""
    assert table.cut() == []
    QTest.mouseClick(table.adviser.button("review.again"), Qt.MouseButton.LeftButton)
    settle()
    assert table.presenter.phase() is Phase.reading


def test_on_the_screen_and_on_paper_the_same_boxes_wait(at: Practice) -> None:
    names = []
    for way in SigningWay:
        made = Walk(at, order=next(ORDER), signing_way=way).until("presentation")
        names.append([box.name for box in presented(made).forms.boxes()])
    assert names[0] == names[1]
    assert "F1.witness" not in names[0]


def test_after_a_restart_the_review_is_as_it_was(tmp_path: Path) -> None:
    with practice(tmp_path) as at:
        after_a_restart(at)


def after_a_restart(at: Practice) -> None:
    walk = Walk(at).until("presentation")
    presenter = presented(walk)
    read_all(presenter)
    presenter.confirm_by_client()
    at.again()
    again = ReviewPresenter(opened(walk))
    assert again.phase() is Phase.read
    assert len(again.forms.papers(again.interview.words)) == 3
