"""A day that begins while somebody works: a certificate that ends with it is said at once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from tests.services.branch import CHINA, SetClock
from tests.ui.homes import ADVISER, Waiting
from tests.ui.window import Driven

from advisor_desk.domain.languages import Language
from advisor_desk.domain.people import Certificate
from advisor_desk.packs.wording import unbroken
from advisor_desk.services.staff import StaffRegister
from advisor_desk.services.station import Station
from advisor_desk.ui.screens.products.presenter import ProductsPresenter

LAST_DAY = date(2026, 11, 24)
LATE = datetime(2026, 11, 24, 23, 50, tzinfo=CHINA)
NEXT_DAY = datetime(2026, 11, 25, 0, 0, 5, tzinfo=CHINA)
TITLE = f"您的個人理財業務資格證書已於 {unbroken('2026 年 11 月 24 日')}到期"


@pytest.fixture
def clock() -> SetClock:
    return SetClock(LATE)


@pytest.fixture
def desk(qapp: QApplication, waiting: Waiting, tmp_path: Path, clock: SetClock) -> Iterator[Driven]:
    assert qapp
    home = tmp_path / "ends"
    copytree(waiting.folder, home)
    with Station.open(home, clock, source="script") as station:
        ends = Certificate(date(2024, 4, 1), LAST_DAY, "EX-20417")
        StaffRegister(station.training_desk()).set_certificate(ADVISER, ends)
    driven = Driven(replace(waiting, folder=home), tmp_path, clock)
    driven.sign_in()
    yield driven
    driven.close()


def turn_day(desk: Driven, clock: SetClock) -> None:
    clock.at = NEXT_DAY
    desk.shell._day.tick()
    desk.settle()


def said(desk: Driven, name: str) -> str:
    found = desk.find(name)
    return found.text() if isinstance(found, QLabel) else ""


def read(desk: Driven) -> str:
    labels = desk.window.findChildren(QLabel)
    return "\n".join(one.text() for one in labels if one.isVisible())


def products(desk: Driven) -> ProductsPresenter:
    assert desk.place.presenter is not None
    stage = desk.place.presenter.stage()
    assert isinstance(stage, ProductsPresenter)
    return stage


def test_every_place_says_at_once_that_the_certificate_ended(desk: Driven, clock: SetClock) -> None:
    desk.open("products", Language.zh_TW)
    assert said(desk, "banner.message") == ""
    assert said(desk, "top.certificate") == "理財證書還有 0 天到期"
    assert products(desk).fitting()
    turn_day(desk, clock)
    assert said(desk, "banner.message") == TITLE
    assert said(desk, "top.certificate") == "無有效理財證書：只能轉介"
    assert desk.find("stop") is not None, "the day of the visit is over"
    desk.press("stop.resume")
    assert desk.find("stage.opening") is not None, "what is still possible begins with who is here"
    with desk.turned():
        assert f"理財證書已於 {unbroken('2026 年 11 月 24 日')}到期" in read(desk)


def test_the_day_before_nothing_is_said(desk: Driven) -> None:
    desk.open("opening", Language.zh_TW)
    desk.shell._day.tick()
    assert said(desk, "banner.message") == ""
    with desk.turned():
        assert read(desk).count(f"理財證書有效至 {unbroken('2026 年 11 月 24 日')}") == 2, (
            "on the card and below it"
        )


def test_the_welcome_card_says_it_too(desk: Driven, clock: SetClock) -> None:
    desk.open("opening", Language.zh_TW)
    turn_day(desk, clock)
    desk.press("stop.resume")
    with desk.turned():
        assert read(desk).count(f"理財證書已於 {unbroken('2026 年 11 月 24 日')}到期") == 2


def test_what_was_typed_is_kept_though_the_visit_is_over(desk: Driven, clock: SetClock) -> None:
    desk.open("needs", Language.zh_TW)
    note = desk.widget("side.note")
    assert isinstance(note, QPlainTextEdit)
    note.setFocus()
    QTest.keyClicks(note, "half a note")
    turn_day(desk, clock)
    assert note.toPlainText() == "half a note"
    assert desk.find("stop") is not None
    opened = desk.place.interview
    assert opened is not None
    assert opened.facts.drafts["note"] == "half a note"
    desk.press("stop.resume")
    assert said(desk, "banner.message") == TITLE, "still said after what is possible"


def test_today_is_read_again(desk: Driven, clock: SetClock) -> None:
    turn_day(desk, clock)
    assert desk.find("today.limits") is not None
    assert said(desk, "banner.message") == TITLE
