"""The shelf for one pot of money: what fits, what was asked for, what lies on the table. No Qt.

How a product came onto the table is the evidence for who asked for it. Clauses: S56, S57, S65.
"""

from advisor_desk.domain.interview import OpenedBy
from advisor_desk.domain.material import Material
from advisor_desk.domain.needs import Pot
from advisor_desk.domain.trouble import Trouble
from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.stage import StagePresenter

MOST_FOUND = 6


class ShelfPresenter(StagePresenter):
    """What both pages read of the shelf, and the adviser's acts at it."""

    def __init__(self, interview: OpenInterview) -> None:
        super().__init__(interview)
        self._pot = ""
        self.compared: tuple[str, ...] = ()
        self._answers: tuple[object, tuple[ShelfAnswer, ...]] = (None, ())

    def pots(self) -> tuple[Pot, ...]:
        """Return the pots of money, as they were told."""
        return tuple(self.interview.facts.pots.values())

    def pot(self) -> Pot | None:
        """Return the pot that is bought from; the first one until another is picked."""
        pots = self.interview.facts.pots
        chosen = self.interview.facts.chosen
        name = self._pot or (chosen.choice.pot if chosen else "")
        return pots.get(name) or next(iter(pots.values()), None)

    def answers(self) -> tuple[ShelfAnswer, ...]:
        """Return every product with its answer for this money."""
        facts, pot = self.interview.facts, self.pot()
        name = pot.name if pot else None
        key = (facts.purchase_rests_on(), facts.opened, name, self.interview.today)
        if self._answers[0] != key:
            found = self.interview.services.shelf.answers(self.interview.id, name)
            self._answers = (key, found)
        return self._answers[1]

    def fitting(self) -> tuple[ShelfAnswer, ...]:
        """Return what may be recommended for this money, in the order of the shelf."""
        return tuple(one for one in self.answers() if one.may_be_recommended)

    def asked_and_refused(self) -> tuple[ShelfAnswer, ...]:
        """Return what came onto the table and may not be bought with this money."""
        return tuple(
            one
            for one in self.answers()
            if one.opened and (one.why_not_sold or one.answer.decision.is_refused)
        )

    def answer_of(self, code: str) -> ShelfAnswer | None:
        """Return one product's answer."""
        return next((one for one in self.answers() if one.product.code == code), None)

    def material_of(self, one: ShelfAnswer) -> Material | None:
        """Return the approved material of a product; None where it may not be shown today."""
        data = self.interview.day_data
        try:
            found = data.materials.material(one.product.code, one.product.material_version)
        except Trouble:
            return None
        return None if found.blocked_on(data.day) else found

    def found(self, text: str) -> tuple[ShelfAnswer, ...]:
        """Return products by a part of their name or code."""
        wanted = text.strip().casefold()
        if not wanted:
            return ()
        return tuple(
            one
            for one in self.answers()
            if wanted in one.product.name.casefold() or wanted in one.product.code.casefold()
        )[:MOST_FOUND]

    def show_to_client(self, code: str) -> None:
        """Put a product on the table that the adviser proposes, beside another one."""
        self._open(code, OpenedBy.shown_by_adviser)
        others = tuple(one for one in self.compared if one != code)[-1:]
        self.compared = (*others, code)
        self.interview.changed()

    def stop_comparing(self, code: str) -> None:
        """Take a product out of the comparison; it stays on the table."""
        self.compared = tuple(one for one in self.compared if one != code)
        self.interview.changed()

    def client_asks_for(self, code: str, words: str) -> bool:
        """Put a product on the table that the client asked for, with the client's own words."""
        return self._open(code, OpenedBy.typed_by_client, words.strip() or None)

    def _open(
        self, code: str, how: OpenedBy, words: str | None = None, *, only_new: bool = False
    ) -> bool:
        interview = self.interview
        if only_new and any(one.product == code for one in interview.facts.opened):
            return True
        purchases = interview.services.purchases
        return interview.act(lambda: purchases.open_product(interview.id, code, how, words))
