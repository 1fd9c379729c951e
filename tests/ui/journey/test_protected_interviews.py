"""A witness, a guardian and an own wish above the grade, each from the first key to the end."""

from tests.ui.journey import acts, protected_acts
from tests.ui.journey.conftest import Branch
from tests.ui.journey.visitor import BOLD, ELDER, MINOR

from advisor_desk.domain.interview import Mark
from advisor_desk.domain.steps import MARKS_OF_EVERY_SALE

DECLARED = tuple(one for one in Mark if one in {*MARKS_OF_EVERY_SALE, Mark.declaration_signature})
GUIDED = tuple(one for one in Mark if one in {*MARKS_OF_EVERY_SALE, Mark.guardian_signature})


def test_a_client_of_71_buys_with_a_witness(branch: Branch) -> None:
    them = branch.them
    acts.come_to_products(them, ELDER)
    acts.choose(them, ELDER)
    acts.present(them)
    protected_acts.witness(them)
    acts.review(them)
    acts.sign_on_paper(them)
    protected_acts.witness_signs(them)
    acts.complete(them)
    acts.hand_over_and_close(them, pages=4)
    branch.require_closed("F1", "F2", "F3", "F5", "F7", "F10")


def test_a_client_of_16_buys_with_the_guardian(branch: Branch) -> None:
    them = branch.them
    acts.receive(them, MINOR)
    acts.begin(them, "paper")
    protected_acts.identify_guardian(them)
    acts.open_the_interview(them, MINOR)
    acts.find_out_needs(them, MINOR)
    with them.turned():
        acts.answer(them, MINOR)
        them.touch("client.gone_through")
        them.touch("client.guided")
    assert them.stage() == "result"
    acts.agree(them)
    acts.look_at_holdings(them, MINOR)
    acts.choose(them, MINOR)
    acts.present(them)
    acts.review(them)
    acts.sign_on_paper(them, GUIDED)
    acts.complete(them)
    acts.hand_over_and_close(them, pages=4)
    branch.require_closed("F1", "F2", "F3", "F6", "F7", "F10")


def test_a_client_wishes_more_than_the_own_grade(branch: Branch) -> None:
    them = branch.them
    acts.come_to_products(them, BOLD)
    protected_acts.ask_for(them, "DEMO-R4-001")
    with them.turned():
        them.touch("product.DEMO-R4-001.why")
        them.touch("choose.look_again")
    protected_acts.ask_for(them, BOLD.product)
    acts.take(them, BOLD)
    them.go_on()
    protected_acts.insist(them)
    acts.present(them)
    protected_acts.witness(them)
    acts.review(them)
    acts.sign_on_paper(them, DECLARED)
    protected_acts.witness_signs(them)
    acts.complete(them)
    acts.hand_over_and_close(them, pages=4)
    branch.require_closed("F1", "F2", "F3", "F4", "F7", "F10")
