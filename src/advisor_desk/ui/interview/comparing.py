"""The chosen product beside another one, while it is explained. No Qt. Clauses: S31, S65.

The other one comes onto the table by the adviser's hand, and is recorded so.
"""

from advisor_desk.domain.interview import OpenedBy
from advisor_desk.domain.material import Material
from advisor_desk.domain.trouble import Trouble
from advisor_desk.services.interview_room import DayData
from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.product_words import name_of

Pair = tuple[ShelfAnswer, Material | None]


class Comparing:
    """Which product is compared with the chosen one; none until one is picked."""

    def __init__(self, interview: OpenInterview) -> None:
        self._interview = interview
        self._code = ""
        self._pairs: tuple[object, tuple[Pair, ...]] | None = None

    def choices(self) -> tuple[tuple[str, str], ...]:
        """Return what else fits this money: code and name in the adviser's language."""
        words = self._interview.words
        return tuple(
            (one.product.code, name_of(one, words))
            for one in self._answers()
            if one.may_be_recommended and one.product.code != self._chosen()
        )

    def pairs(self) -> tuple[Pair, ...]:
        """Return the chosen product and the other with their material; none: not comparing."""
        if not self._code:
            return ()
        data, wanted = self._interview.day_data, (self._chosen(), self._code)
        if self._pairs is None or self._pairs[0] != (wanted, data):
            found = {one.product.code: one for one in self._answers()}
            made = tuple((found[one], usable(data, found[one])) for one in wanted if one in found)
            self._pairs = ((wanted, data), made)
        return self._pairs[1]

    def begin(self, code: str) -> None:
        """Put a product beside the chosen one, on both screens."""
        interview = self._interview
        known = any(one.product == code for one in interview.facts.opened)
        purchases, how = interview.services.purchases, OpenedBy.shown_by_adviser
        if known or interview.act(lambda: purchases.open_product(interview.id, code, how, None)):
            self._code, self._pairs = code, None
            interview.changed()

    def stop(self) -> None:
        """Go back to what was shown before."""
        self._code = ""
        self._interview.changed()

    def _chosen(self) -> str:
        chosen = self._interview.facts.chosen
        return chosen.choice.product.code if chosen else ""

    def _answers(self) -> tuple[ShelfAnswer, ...]:
        interview, chosen = self._interview, self._interview.facts.chosen
        if chosen is None or interview.is_busy:
            return ()
        return interview.services.shelf.answers(interview.id, chosen.choice.pot)


def usable(data: DayData, one: ShelfAnswer) -> Material | None:
    """Return the approved material of a product; None where it may not be shown today."""
    try:
        found = data.materials.material(one.product.code, one.product.material_version)
    except Trouble:
        return None
    return None if found.blocked_on(data.day) else found
