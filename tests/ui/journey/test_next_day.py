"""Interrupted at the presentation, resumed the next day by a client who turned 65 overnight."""

from datetime import timedelta

from PySide6.QtCore import Qt
from tests.services.branch import TODAY
from tests.ui.journey import acts, protected_acts
from tests.ui.journey.conftest import Branch
from tests.ui.journey.visitor import NEARLY_65
from tests.ui.people import CONTROL, People

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_birthday_overnight_brings_the_witness(branch: Branch) -> None:
    acts.come_to_products(branch.them, NEARLY_65)
    acts.choose(branch.them, NEARLY_65)
    acts.show_material(branch.them)
    rest(branch.them)
    branch.next_morning(TODAY + timedelta(days=1))
    them = branch.them
    come_back(them)
    acts.hear_it_back(them)
    protected_acts.witness(them)
    acts.review(them)
    acts.sign_on_paper(them)
    protected_acts.witness_signs(them)
    acts.complete(them)
    acts.hand_over_and_close(them, pages=4)
    branch.require_closed("F1", "F2", "F3", "F5", "F7", "F10")


def rest(them: People) -> None:
    them.key(Qt.Key.Key_S, CONTROL | SHIFT)
    them.press("pause.reasons.client_leaves")
    them.fill("pause.day", "2026-11-24")
    them.press("pause.confirm")
    assert them.state == "paused"


def come_back(them: People) -> None:
    """Resume from Today; what is said again is ticked, who is here is checked again."""
    them.press("today.resume")
    assert them.is_shown("stop.resume")
    assert not them.is_open("stop.resume")
    them.press("stop.said.PRESENTATION_WORST_CASE")
    them.go_on()
    assert them.stage() == "opening"
    acts.check_papers(them, NEARLY_65)
    them.go_on()
    assert them.stage() == "products", "the choice of the day before is to be confirmed at 65"
    with them.turned():
        them.touch("choose.confirm")
    them.go_on()
    assert them.stage() == "presentation"
