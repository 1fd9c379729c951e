"""The pages of refer mode in each language and theme: nothing cut off, pale or without a name."""

from collections.abc import Callable, Iterator, Mapping

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox
from tests.services.branch import TODAY, SetClock, Walk, practice
from tests.services.test_referring import COLLEAGUE, TRAINEE, received, take_seat
from tests.ui.homes import Waiting
from tests.ui.measure import visible
from tests.ui.test_every_page import (
    EVERY_DAY,
    keep_picture,
    wrong_for_the_adviser,
    wrong_for_the_client,
)
from tests.ui.window import Driven

from advisor_desk.domain.languages import Language

Look = tuple[Language, str, float]
PRODUCT = "DEMO-R4-002"  # of a long name


@pytest.fixture(
    scope="module", params=EVERY_DAY, ids=[f"{one[0].name} {one[1]}" for one in EVERY_DAY]
)
def look(request: pytest.FixtureRequest) -> Look:
    found: Look = request.param
    return found


@pytest.fixture(scope="module")
def seated(
    qapp: QApplication, look: Look, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Driven]:
    assert qapp
    folder = tmp_path_factory.mktemp("branch")
    with practice(folder) as made:
        made.station.training_desk().enrol_for_training(COLLEAGUE)
        take_seat(made, TRAINEE)
        waits = {(look[0].name, "opening"): Walk(made, order=201).begin().interview}
        waits[look[0].name, "referral"] = received(made).interview
        made.station.close()
        desk = Driven(Waiting(made.home, waits), tmp_path_factory.mktemp("desk"), SetClock(TODAY))
        desk.prefer(*look)
        desk.sign_in(TRAINEE.staff_no)
        yield desk
        desk.close()


def choose(desk: Driven, name: str, key: str) -> None:
    box = desk.widget(name)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())
    desk.settle()


def touch(desk: Driven, name: str) -> None:
    with desk.turned():
        desk.press(name)


def fill(desk: Driven) -> None:
    choose(desk, "referral.product", PRODUCT)
    desk.press("referral.hand_out")
    desk.press("referral.tell")
    choose(desk, "referral.colleague", COLLEAGUE.staff_no)


def show_facts(desk: Driven) -> None:
    fill(desk)
    desk.press("referral.tell")


def ask(desk: Driven) -> None:
    fill(desk)
    desk.press("referral.consent")


def decline(desk: Driven) -> None:
    ask(desk)
    touch(desk, "client.refer.no")


def agree(desk: Driven) -> None:
    ask(desk)
    touch(desk, "client.refer.yes")


# Each leaves the next something to begin with; the last ends the interview.
PAGES: Mapping[str, Callable[[Driven], None]] = {
    "card": lambda _: None,
    "facts": show_facts,
    "question": ask,
    "declined": decline,
    "agreed": agree,
    "ended": lambda desk: desk.press("referral.confirm"),
}


def test_today(seated: Driven, look: Look) -> None:
    seated.go("today")
    choose(seated, "today.product", PRODUCT)
    keep_picture(seated, look, "refer-today")
    assert wrong_for_the_adviser(seated) == []


def test_the_opening_and_a_locked_step(seated: Driven, look: Look) -> None:
    seated.open("opening", look[0])
    assert wrong_for_the_adviser(seated) == []
    locked = [one for one in visible(seated.window, QAbstractButton) if "rail." in one.objectName()]
    assert len(locked) == 12, "every step and the pause"
    assert all(one.isEnabled() for one in locked)
    seated.press("rail.signing")
    keep_picture(seated, look, "refer-locked")
    assert wrong_for_the_adviser(seated) == []
    seated.press("referral.confirm")
    assert seated.find("stage.opening") is not None


@pytest.mark.parametrize("page", PAGES)
def test_both_screens(seated: Driven, look: Look, page: str) -> None:
    seated.open("referral", look[0])
    PAGES[page](seated)
    keep_picture(seated, look, f"refer-{page}")
    assert wrong_for_the_adviser(seated) == []
    with seated.turned():
        keep_picture(seated, look, f"refer-{page}-client")
        assert wrong_for_the_client(seated) == []
