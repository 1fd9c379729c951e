"""A whole interview by somebody who does not see the screen.

The desktop runs as a process of its own on a real X server. ``screen_reader.py`` beside this file
hears it through AT-SPI, as Orca would, and does what it is told by the words alone: no name of a
widget, no place on the screen.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.journeys.hearing import (
    DRIVER,
    SYSTEM_PYTHON,
    WORDS,
    Person,
    heard_environment,
    missing,
    running,
    say,
)
from tests.services.branch import ADMINISTRATOR, ADVISER, resident_id

from advisor_desk.domain.people import Certificate
from advisor_desk.packs.questionnaires import load_questionnaire
from advisor_desk.services.homes import HomePlan, make_home
from advisor_desk.services.interviews import Interviews
from advisor_desk.services.machine_clock import MachineClock
from advisor_desk.services.station import Station
from advisor_desk.store.keys import PUBLISHED_PASSWORD
from advisor_desk.ui.screens.review.client import SETTLED_MS

VALID = (date(2026, 2, 1), date(2027, 12, 31))  # rules and approved papers of the training bank
BORN = date(1984, 3, 8)
PRODUCT = "示例穩健 30 天"
NEEDS = (
    (("YEARLY_INCOME", "318000"), ("YEARLY_SPENDING", "176000")),
    (("LIQUID_ASSETS", "460000"), ("OTHER_ASSETS", "3200000")),
    (("TOTAL_DEBTS", "640000"),),
    (("FAMILY_SITUATION", "已婚，兩個孩子"),),
    (("INVESTMENT_GOALS", "五年內用不到的積蓄"), ("PRODUCT_TYPE_WANTED", "債券為主")),
    (("INVESTMENT_EXPERIENCE", "買過三年銀行理財"),),
)
LETTERS = "DCBCCCCBCCCCC"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Give a training home of today with one adviser."""
    folder, clock = tmp_path / "home", MachineClock()
    plan = HomePlan(
        folder, "CD", ADMINISTRATOR, PUBLISHED_PASSWORD, "城東支行（虛構）", "3", is_training=True
    )
    make_home(plan, clock)
    today = clock.now().date()
    year = timedelta(days=365)
    valid = Certificate(today - year, today + year, "EX-20417")
    with Station.open(folder, clock, source="script") as station:
        station.training_desk().enrol_for_training(replace(ADVISER, certificate=valid))
    return folder


@pytest.fixture
def person(home: Path, tmp_path: Path) -> Iterator[Person]:
    lacks = missing()
    if not VALID[0] <= MachineClock().now().date() <= VALID[1]:
        lacks.append("a day on which the papers of the training bank are valid")
    if lacks:
        pytest.skip(f"nobody can hear the desktop here, for want of {', '.join(lacks)}")
    with ExitStack() as stack:
        kept = heard_environment(stack)
        said = stack.enter_context((tmp_path / "said").open("w", encoding="utf-8"))
        desktop = [sys.executable, "-m", "advisor_desk", "--home", home]
        heard = stack.enter_context(running(desktop, env=kept, stderr=said))
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        driver = stack.enter_context(running([SYSTEM_PYTHON, DRIVER], env=kept, **pipes))
        yield Person(heard, driver)
    told = (tmp_path / "said").read_text("utf-8").splitlines()
    assert [line for line in told if not line.startswith("qt.accessibility")] == []


def sign_in(person: Person) -> None:
    person.write(say("LOGIN_USER"), ADVISER.staff_no)
    person.hears()
    person.keys("search", "--sync", "--name", say("WINDOW_TITLE"), "windowfocus")
    person.write(say("LOGIN_PASSWORD"), PUBLISHED_PASSWORD)
    person.press(say("LOGIN_SUBMIT"))
    person.wait(say("TODAY_TITLE_NONE"))
    person.hears()


def receive(person: Person) -> None:
    person.press(say("CLIENTS_NEW"))
    for code, text in (
        ("NUMBER", resident_id(BORN)),
        ("BORN", str(BORN)),
        ("NAME", "何示例"),
        ("PHONE", "13900010417"),
        ("ACCOUNT_TAIL", "4821"),
    ):
        person.write(say(f"CLIENT_{code}"), text)
    person.hears()
    person.press(say("CLIENT_RECORD"))
    person.press(say("FILE_BEGIN"))
    person.write(say("BEGIN_PURPOSE"), "定期到期，想了解別的選擇")
    person.press(say("SIGNING_WAY_paper"))
    person.hears()
    person.press(say("BEGIN_NOW"))


def opening(person: Person) -> None:
    person.stage("opening")
    person.write(say("OPENING_NAME"), "何示例")
    person.write(say("OPENING_NUMBER"), resident_id(BORN))
    person.press(say("OPENING_SEEN"))
    person.press(say("OPENING_CHECK"))
    person.write(say("OPENING_RECORDING_number"), "REC-1123-07")
    with person.turned():
        person.press(say("OPENING_CLIENT_NEXT"))
        person.press(say("OPENING_CLIENT_UNDERSTOOD"))
        person.wait(say("OPENING_THANKS"))
    person.press(say("NAV_CONFIRM"))


def needs(person: Person) -> None:
    person.stage("needs")
    for section in NEEDS:
        for code, text in section:
            person.write(say(f"MISSING_NEEDS_{code}"), text)
        person.hears()
        person.press(say("NEEDS_NEXT_SECTION"))
    person.press(say("NEEDS_POT_ADD"))
    person.write(say("NEEDS_POT_NAME"), "儲蓄")
    person.write(say("NEEDS_POT_AMOUNT"), "300000")
    person.write(say("NEEDS_POT_SOURCE"), "到期的定期存款")
    person.press(say("NEEDS_POT_NO_DAY"))
    person.hears()
    person.press(say("NEEDS_POT_SAVE"))
    with person.turned():
        person.leaf_until(say("NEEDS_CLIENT_NEXT"), say("NEEDS_CLIENT_RIGHT"))
        person.press(say("NEEDS_CLIENT_RIGHT"))


def answer(person: Person) -> None:
    person.stage("questionnaire")
    questionnaire = load_questionnaire("bank-nine-factor", MachineClock().now().date())
    asked = [item for item in questionnaire.items if not item.is_age]
    with person.turned():
        person.press(say("QUESTIONNAIRE_ESTIMATE_A2"))
        person.press(say("QUESTIONNAIRE_CLIENT_NEXT"))
        for item, letter in zip(asked, LETTERS, strict=True):
            person.wait(WORDS.of(item.ask))
            person.press(WORDS.of(next(o.say for o in item.options if o.letter == letter)))
            person.hears()
            person.press(say("QUESTIONNAIRE_CLIENT_NEXT"))
        person.press(say("QUESTIONNAIRE_CLIENT_CONFIRM"))
        person.wait(say("RESULT_AGREE"))
    person.stage("result")
    with person.turned():
        person.press(say("RESULT_AGREE"))
        person.wait(say("PORTFOLIO_HEADER"))


def lock_and_open(person: Person) -> None:
    """Lock: the password, and that an interview waits, are all that is left."""
    before = set(person.names())
    person.keys("key", "ctrl+shift+l")
    person.wait(say("LOCK_TITLE"))
    waits = say("LOCK_TEXT_PAUSED")
    frame = {say("WINDOW_TITLE"), say("LOGIN_BANK"), say("LOGIN_BANK_SECOND"), "Enter"}
    page = {say("LOCK_TITLE"), waits, say("LOGIN_PASSWORD"), say("LOCK_OPEN")}
    assert set(person.names()) <= frame | page
    person.write(say("LOGIN_PASSWORD"), PUBLISHED_PASSWORD)
    person.press(say("LOCK_OPEN"))
    person.wait(say("RAIL_PAUSE"))
    assert say("STAGE_portfolio") in " ".join(before & set(person.names()))


def portfolio(person: Person) -> None:
    person.stage("portfolio")
    lock_and_open(person)
    person.press(say("HOLDING_MORE"))
    person.write(say("HOLDING_name"), "定期存款")
    person.write(say("HOLDING_amount"), "300000")
    person.hears()
    person.press(say("HOLDINGS_RECORD"))
    person.pick(say("PORTFOLIO_NEW_MONEY"), "定期存款")  # a list is heard by what stands in it
    person.write(say("PORTFOLIO_AMOUNT"), "200000")
    person.pick(say("PORTFOLIO_INTO"), PRODUCT)
    person.write(say("PORTFOLIO_WORDS"), "三分之二轉入債券類產品")
    person.press(say("REACTION_accepted"))
    person.press(say("PORTFOLIO_RECORD"))
    person.press(say("NAV_GO_ON"))


def choose(person: Person) -> None:
    person.stage("products")
    person.press(say("PRODUCT_SHOW_NAMED", name=PRODUCT))
    person.hears()
    with person.turned():
        while not any(PRODUCT in name for name in person.names()):
            person.press(say("CHOOSE_AFTER"))
        person.press(PRODUCT, part=True)
        for key in ("2", "0", "000"):
            person.press(key)
        person.press(say("CHOOSE_GO_ON"))
        person.hears()
        person.press(say("CHOOSE_YES"))
        person.wait(say("CHOOSE_DONE"))
    person.press(say("NAV_GO_ON"))


def present(person: Person) -> None:
    person.stage("presentation")
    person.press(say("PRESENT_OPEN"))
    with person.turned():
        while say("PRESENT_CLIENT_READ") in person.names():
            person.press(say("PRESENT_CLIENT_READ"))
    for _ in range(3):
        person.write(say("PRESENT_WORDS"), "可能變少，沒有保證")
        person.press(say("PRESENT_RIGHT"))


def review_and_sign(person: Person) -> None:
    person.stage("review")
    with person.turned():
        person.wait(say("REVIEW_CLIENT_HEADER"))
        person.leaf_until(say("REVIEW_CLIENT_NEXT"), say("REVIEW_CLIENT_RIGHT"))
        person.listens(SETTLED_MS)  # a double tap is no confirmation
        person.press(say("REVIEW_CLIENT_RIGHT"))
    person.press(say("REVIEW_CONFIRM"))
    person.stage("signing")
    person.press(say("SIGNING_BEGIN"))
    person.press(say("PRINTING_PRINT"))
    while say("SIGNING_COMPLETE") not in [o["name"] for o in person.hears() if o["enabled"]]:
        person.press(say("SIGNING_SEEN_WHAT", what=""), part=True)
    person.press(say("SIGNING_COMPLETE"))


def hand_over_and_close(person: Person) -> None:
    person.stage("handover")
    hint = next(
        o["more"] for o in person.hears() if o["name"] == say("HANDOVER_COUNT") and o["more"]
    )
    person.write(say("HANDOVER_COUNT"), "".join(filter(str.isdigit, hint)))
    for copy in ("client", "bank", "branch_file"):
        person.press(say(f"HANDOVER_COPY_{copy}"))
    person.press(say("HANDOVER_CONFIRM"))
    person.stage("close")
    person.write(say("CLOSE_ITEM_unmet_needs"), "無")
    person.write(say("CLOSE_ITEM_next_step"), "到期前一個月聯絡")
    person.press(say("CLOSE_CONFIRM_sale"))
    person.wait(say("CLOSE_STATE_closed"))
    person.hears()


def test_an_interview_can_be_held_by_hearing_alone(person: Person, home: Path) -> None:
    for step in (sign_in, receive, opening, needs, answer, portfolio, choose, present):
        step(person)
    review_and_sign(person)
    hand_over_and_close(person)
    assert person.nameless == []
    person.leave()
    with Station.open(home, MachineClock(), source="script") as station:
        desk = station.training_desk(ADVISER.staff_no)
        assert [row["state"] for row in Interviews(desk).listed()] == ["closed"]
