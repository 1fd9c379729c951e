"""A matching adult from the first key to the form handed over; both ways of signing."""

import pytest
from tests.ui.journey import acts
from tests.ui.journey.conftest import Branch
from tests.ui.journey.visitor import ADULT


@pytest.mark.parametrize("way", ["paper", "screen"])
def test_the_adviser_by_keyboard_and_the_client_by_touch(branch: Branch, way: str) -> None:
    them = branch.them
    acts.come_to_products(them, ADULT, way)
    acts.choose(them, ADULT)
    acts.present(them)
    acts.review(them)
    if way == "paper":
        acts.sign_on_paper(them)
        acts.complete(them)
    else:
        acts.sign_on_screen(them)
    acts.hand_over_and_close(them, pages=3)
    branch.require_closed("F1", "F2", "F3", "F7", "F10")
