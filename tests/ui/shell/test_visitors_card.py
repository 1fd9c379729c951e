"""An administrator enrols a visiting officer in the settings, a head signing in beside."""

from datetime import date

import pytest
from PySide6.QtTest import QTest
from tests.ui.window import Driven

from advisor_desk.store.keys import PUBLISHED_PASSWORD

FIELDS = {
    "visitor.staff_no": "00099",
    "visitor.name": "Ko Visiting",
    "visitor.from": "2026-11-20",
    "visitor.until": "2026-12-20",
    "visitor.password": PUBLISHED_PASSWORD,
    "visitor.second": "10020",
    "visitor.second_password": PUBLISHED_PASSWORD,
}


@pytest.fixture(scope="module")
def administrator(unseated: Driven) -> Driven:
    unseated.sign_in("90001")
    unseated.go("settings")
    return unseated


def enrol(desk: Driven, **other: str) -> None:
    for name, text in (FIELDS | {f"visitor.{key}": text for key, text in other.items()}).items():
        line = desk.line(name)
        line.clear()
        QTest.keyClicks(line, text)
    desk.press("visitor.enrol")


def people(desk: Driven) -> dict[str, date | None]:
    return {one.staff_no: one.serves_until for one in desk.shell._desk.everyone()}


def test_one_person_alone_enrols_nobody(administrator: Driven) -> None:
    for second, password in (("90001", PUBLISHED_PASSWORD), ("10020", "guessed")):
        enrol(administrator, second=second, second_password=password)
        assert administrator.shell._banner.message
        assert administrator.line("visitor.second_password").text() == ""
        assert administrator.line("visitor.staff_no").text() == "00099", "what was typed stays"
    assert "00099" not in people(administrator)


def test_two_enrol_an_officer_for_a_term(administrator: Driven) -> None:
    enrol(administrator)
    assert people(administrator)["00099"] == date(2026, 12, 20)
    assert administrator.line("visitor.staff_no").text() == ""


def test_an_adviser_has_no_such_card(administrator: Driven) -> None:
    administrator.press("top.leave")
    administrator.sign_in()
    administrator.go("settings")
    assert administrator.find("visitor.enrol") is None
