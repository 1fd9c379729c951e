"""The text fields of the client's wish above the own grade; see ``text_fields``."""

from collections.abc import Callable, Mapping

from tests.services.branch import Walk
from tests.services.text_fields import InEvent

from advisor_desk.domain.interview import OpenedBy
from advisor_desk.domain.money import Money

ABOVE = "DEMO-R5-002"


def lead_above(walk: Walk) -> None:
    """Lead the client's wish above the grade so far that words can be given."""
    walk.do.purchases.open_product(walk.interview, ABOVE, OpenedBy.picked_by_client, "要")
    pot, money = next(iter(walk.facts.pots)), Money.parse("50000.00")
    walk.do.purchases.choose_product(walk.interview, ABOVE, pot=pot, amount=money)
    walk.do.purchases.confirm_choice(walk.interview)
    walk.do.over_risk.warn(walk.interview)
    for one in walk.do.over_risk.fitting(walk.interview)[:2]:
        walk.do.over_risk.decline_alternative(walk.interview, one.product.code, "不要")


def walked(walk: Walk, stage: str) -> Walk:
    """Lead a walk to a stage; ``above``: to the words of a wish above the grade."""
    if stage != "above":
        return walk.until(stage)
    lead_above(walk.until("portfolio"))
    return walk


def declined(walk: Walk, words: str) -> None:
    code = walk.do.over_risk.fitting(walk.interview)[0].product.code
    walk.do.over_risk.decline_alternative(walk.interview, code, words)


def declared(walk: Walk, words: str) -> None:
    walk.do.over_risk.declare(walk.interview, words)


CHOICES_OF_WISHES: Mapping[str, tuple[str, Callable[[Walk, str], object]]] = {
    "OverRiskRoute.decline_alternative.product": (
        "above",
        lambda w, t: w.do.over_risk.decline_alternative(w.interview, t, "不要"),
    ),
}
IN_WISHES: Mapping[str, InEvent] = {
    "OverRiskRoute.decline_alternative.words": InEvent(
        "words", declined, lambda e: e.alternative.words, stage="above"
    ),
    "OverRiskRoute.declare.words": InEvent("words", declared, lambda e: e.words, stage="above"),
}
