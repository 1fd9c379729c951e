"""A colleague without a certificate informs and introduces, by keyboard; the client touches."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.services.branch import (
    ADVISER,
    CERTIFICATE,
    TODAY,
    Practice,
    SetClock,
    practice,
)
from tests.services.test_referring import COLLEAGUE, TRAINEE
from tests.ui.journey import acts
from tests.ui.journey.visitor import ADULT
from tests.ui.people import People

from advisor_desk.domain.interview import Stage
from advisor_desk.domain.people import Certificate
from advisor_desk.domain.referral_events import (
    MaterialHandedOut,
    MeetingAgreed,
    ProductFactsPassedOn,
    ReferralAnswered,
    Referred,
    SlipPrinted,
    StepRefused,
)
from advisor_desk.forms.register import Register
from advisor_desk.forms.verification import Verdict, verify_pdf
from advisor_desk.services.interviews import Interviews
from advisor_desk.ui.shell.shell import Shell


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as at:
        for person in (COLLEAGUE, TRAINEE):
            at.station.training_desk().enrol_for_training(person)
        yield at


@pytest.fixture
def them(qtbot: QtBot, made: Practice) -> Iterator[People]:
    assert qtbot
    made.station.close()
    people = People(made.home, SetClock(TODAY))
    people.sign_in(TRAINEE.staff_no)
    yield people
    people.close()


def receive(them: People) -> None:
    """Receive a client, and begin."""
    acts.receive(them, ADULT)
    acts.begin(them, purpose="想了解每日可贖回的產品")


def identify(them: People) -> None:
    acts.check_papers(them, ADULT)
    acts.explain_data(them)
    them.go_on()


def test_the_whole_way_by_keyboard_and_touch(made: Practice, them: People) -> None:
    assert them.says("top.certificate") == "無有效理財證書：只能轉介"
    receive(them)
    with them.turned():
        assert "我可以為您介紹資訊；建議由持證同事提供" in them.texts()
    identify(them)
    them.press("rail.questionnaire")
    assert "今天未對您開放：風險問卷" in them.texts()
    assert "S23" in them.texts()
    them.go_on()
    them.pick("referral.product", "DEMO-R2-001")
    them.press("referral.tell")
    them.press("referral.hand_out")
    with them.turned():
        assert "這是產品資訊，不是建議。是否適合您，由持證同事與您面談。" in them.texts()
    them.fill("referral.topic", "想談每日可贖回的產品")
    them.pick("referral.colleague", COLLEAGUE.staff_no)
    them.fill("referral.meeting", "明天上午")
    them.tab_to("referral.consent")
    assert any("10:30" in text and "或留空" in text for text in them.texts())
    them.fill("referral.meeting", "2026-11-24 10:30")
    assert not them.is_open("referral.confirm"), "the client was not asked yet"
    them.press("referral.consent")
    with them.turned():
        them.touch("client.refer.no")
        assert "尊重您的決定" in them.texts()
    assert not them.is_open("referral.confirm")
    them.press("referral.consent")
    with them.turned():
        assert "「想談每日可贖回的產品」" in them.texts()
        them.touch("client.refer.yes")
    them.go_on()
    assert them.state == "ended_referred"
    them.press("slip.print.now")
    them.press("close.to_today")
    assert them.is_shown("today.referred.1")
    them.pick("today.product", "DEMO-R1-001")
    assert "銀行理財產品" in them.texts()
    them.window.close()
    require_recorded(made)


def require_recorded(made: Practice) -> None:
    made.again()
    desk = made.station.training_desk(TRAINEE.staff_no)
    services = Interviews(desk)
    (row,) = services.listed()
    interview = str(row["interview"])
    found = services.recorded(
        interview,
        *(StepRefused, ProductFactsPassedOn, MaterialHandedOut),
        *(MeetingAgreed, ReferralAnswered, Referred, SlipPrinted),
    )
    said = [(type(one.event), getattr(one.event, "agrees", None)) for one in found]
    assert said == [
        (StepRefused, None),
        (ProductFactsPassedOn, None),
        (MaterialHandedOut, None),
        (MeetingAgreed, None),
        (ReferralAnswered, False),
        (ReferralAnswered, True),
        (Referred, None),
        (SlipPrinted, None),
    ]
    assert found[0].event == StepRefused(Stage.questionnaire, "ADVISER_UNCERTIFIED")
    (form,) = services.forms_of(interview)
    paper = services.form_bytes(str(form["sha256"]))
    register = Register(made.home / "forms" / "register.jsonl")
    root = (made.home / "root.crt").read_bytes()
    assert verify_pdf(paper, register=register, root=root).verdict is Verdict.genuine


def test_a_promise_in_the_topic_is_said_at_the_topic_before_the_client_is_asked(
    them: People,
) -> None:
    receive(them)
    identify(them)
    them.pick("referral.colleague", COLLEAGUE.staff_no)
    them.fill("referral.topic", "保證收益的產品")
    them.press("referral.consent")
    assert any("保證收益" in text for text in them.texts())
    with them.turned():
        assert not them.is_on_client_screen("client.refer.yes")
    them.fill("referral.topic", "到期的存款")
    them.press("referral.consent")
    with them.turned():
        assert them.is_on_client_screen("client.refer.yes")


def test_another_colleague_is_asked_about_again(them: People) -> None:
    receive(them)
    identify(them)
    them.pick("referral.colleague", COLLEAGUE.staff_no)
    them.press("referral.consent")
    with them.turned():
        them.touch("client.refer.yes")
    assert them.is_open("referral.confirm")
    them.pick("referral.colleague", "20417")
    assert not them.is_open("referral.confirm")
    them.pick("referral.colleague", COLLEAGUE.staff_no)
    assert them.is_open("referral.confirm"), "that answer still stands"


def test_a_client_who_does_not_wish_it_leaves_without_a_referral(them: People) -> None:
    receive(them)
    identify(them)
    them.press("referral.end")
    assert them.stage() == "close"
    them.fill("close.reason", "客戶想先看資料")
    them.go_on()
    assert them.state == "abandoned"


def seated(made: Practice, certificate: Certificate) -> tuple[People, SetClock]:
    """Seat the adviser with a certificate."""
    made.certificate(certificate)
    made.station.close()
    clock = SetClock(TODAY)
    people = People(made.home, clock)
    people.sign_in(ADVISER.staff_no)
    return people, clock


def midnight(them: People, clock: SetClock) -> None:
    clock.at = TODAY + timedelta(days=1)
    shell = them.window.findChild(Shell)
    assert isinstance(shell, Shell)
    shell._day.tick()
    them.settle()


def test_a_certificate_that_begins_at_midnight_opens_the_steps_by_itself(
    qtbot: QtBot, made: Practice
) -> None:
    assert qtbot
    them, clock = seated(made, replace(CERTIFICATE, valid_from=date(2026, 11, 24)))
    receive(them)
    identify(them)
    them.pick("referral.colleague", COLLEAGUE.staff_no)
    midnight(them, clock)
    assert them.is_shown("stop"), "the day of the visit is over"
    them.press("stop.resume")
    assert not them.is_shown("referral")
    assert them.stage() == "opening"
    them.fill("opening.recording.number", "REC-1123-07")
    acts.check_papers(them, ADULT)
    them.go_on()
    assert them.stage() == "needs"
    them.close()


def test_a_certificate_that_ends_at_midnight_leaves_the_referral(
    qtbot: QtBot, made: Practice
) -> None:
    assert qtbot
    them, clock = seated(made, replace(CERTIFICATE, valid_until=date(2026, 11, 23)))
    receive(them)
    them.fill("opening.recording.number", "REC-1123-07")
    identify(them)
    assert them.stage() == "needs"
    midnight(them, clock)
    them.press("stop.resume")
    acts.check_papers(them, ADULT)
    them.go_on()
    assert them.is_shown("referral")
    assert not them.is_shown("stage.needs")
    them.pick("referral.colleague", COLLEAGUE.staff_no)
    them.press("referral.consent")
    with them.turned():
        them.touch("client.refer.yes")
    them.go_on()
    assert them.state == "ended_referred"
    them.close()
