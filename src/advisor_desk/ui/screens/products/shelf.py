"""The shelf for one pot of money: what fits, what was asked for, what lies on the table. No Qt.

How a product came onto the table is the evidence for who asked for it. Clauses: S56, S57, S65.
"""

from datetime import datetime

from advisor_desk.domain.interview import OpenedBy
from advisor_desk.domain.languages import Words
from advisor_desk.domain.material import Material
from advisor_desk.domain.needs import Pot
from advisor_desk.domain.purchase_events import ProductOpened
from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.interview.comparing import Pair, usable
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.product_words import bound_days, name_of
from advisor_desk.ui.interview.stage import StagePresenter

MOST_FOUND = 6
# Why a product that would fit cannot be had here, until somebody puts its files right.
FAULTS = frozenset(
    f"MATERIAL_{fault}" for fault in ("FILE_MISSING", "DAMAGED", "ALTERED", "SWAPPED")
)
COMPARED = 2
# Terms to look through the shelf by: from so many days to so many.
ANY_TERM = "any"
TERMS = {
    ANY_TERM: (0, 36_500),
    "week": (0, 7),
    "quarter": (8, 92),
    "year": (93, 366),
    "longer": (367, 36_500),
}


class ShelfPresenter(StagePresenter):
    """What both pages read of the shelf, and the adviser's acts at it."""

    def __init__(self, interview: OpenInterview) -> None:
        super().__init__(interview)
        self._pot = ""
        self.term = ANY_TERM
        self.compared: tuple[str, ...] = ()
        self._is_comparing = False  # on the client's screen too
        self._answers: dict[str | None, tuple[object, tuple[ShelfAnswer, ...]]] = {}

    def pots(self) -> tuple[Pot, ...]:
        """Return the pots of money, as they were told."""
        return tuple(self.interview.facts.pots.values())

    def pot(self) -> Pot | None:
        """Return the pot the adviser looks at; the first one until another is picked."""
        return self._pot_named(self._pot)

    def flags_of(self, pot: Pot) -> str:
        """Say what was recorded by itself when this money was written down anew."""
        found = self.interview.services.needs.flags(self.interview.id, pot.name)
        return " ".join(self.interview.words.say(f"POT_FLAG_{flag}") for flag in found)

    def answers(self) -> tuple[ShelfAnswer, ...]:
        """Return every product with its answer for this money."""
        return self._answers_for(self.pot())

    def fitting(self) -> tuple[ShelfAnswer, ...]:
        """Return what may be recommended for this money and term, in the order of the shelf."""
        shortest, longest = TERMS[self.term]
        return tuple(
            one
            for one in self.answers()
            if one.may_be_recommended and shortest <= bound_days(one.product) <= longest
        )

    def faulty(self) -> tuple[str, ...]:
        """Say of what would fit, but whose files are not as they were approved, what is wrong."""
        words = self.interview.words
        return tuple(
            words.say(
                "PRODUCT_FAULTY",
                name=name_of(one, words),
                why=words.say(f"NOT_SOLD_{one.why_not_sold}"),
            )
            for one in self.answers()
            if one.why_not_sold in FAULTS and not one.recommended.decision.is_refused
        )

    def asked_and_refused(self) -> tuple[ShelfAnswer, ...]:
        """Return what came onto the table and may not be bought with this money."""
        return tuple(one for one in self.answers() if one.opened and is_refused(one))

    def asked_and_needs_more(self) -> tuple[ShelfAnswer, ...]:
        """Return what only the client's own request lets through, with its duties. S57."""
        return tuple(
            one for one in self.answers() if one.as_asked is not None and needs_request(one)
        )

    def answer_of(self, code: str) -> ShelfAnswer | None:
        """Return one product's answer."""
        return next((one for one in self.answers() if one.product.code == code), None)

    def opened_at(self, code: str) -> datetime | None:
        """Return when a product came onto the table first."""
        found = self.interview.services.recorded(self.interview.id, ProductOpened)
        times = (
            one.at
            for one in found
            if isinstance(one.event, ProductOpened) and one.event.product == code
        )
        return next(times, None)

    def material_of(self, one: ShelfAnswer) -> Material | None:
        """Return the approved material of a product; None where it may not be shown today."""
        return usable(self.interview.day_data, one)

    def worst_case(self, one: ShelfAnswer) -> Words | None:
        """Return the worst case of a product by example; None without usable material."""
        material = self.material_of(one)
        return material.worst_case if material else None

    def found(self, text: str) -> tuple[ShelfAnswer, ...]:
        """Return products by a part of their name or code."""
        wanted = text.strip().casefold()
        if not wanted:
            return ()
        adviser = self.interview.words.language
        return tuple(
            one
            for one in self.answers()
            if wanted in one.product.code.casefold()
            or wanted in one.product.name.casefold()
            or wanted in one.listed.in_language(adviser).name.casefold()
        )[:MOST_FOUND]

    def pick_pot(self, name: str) -> None:
        """Look at the shelf for another pot of money."""
        self._pot = name
        self.interview.changed()

    def pick_term(self, term: str) -> None:
        """Look only at what binds the money so long."""
        self.term = term
        self.interview.changed()

    def show_to_client(self, code: str) -> None:
        """Put a product on the table that the adviser proposes, beside another one."""
        self._open(code, OpenedBy.shown_by_adviser)
        self._compare(code)
        self.interview.changed()

    def pairs(self) -> tuple[Pair, ...]:
        """Return what is compared, with the material that may be shown today."""
        answers = {one.product.code: one for one in self.answers()}
        found = tuple(answers[code] for code in self.compared if code in answers)
        return tuple((one, self.material_of(one)) for one in found)

    @property
    def is_comparison_shown(self) -> bool:
        """Say whether two products stand side by side on the client's screen."""
        return self._is_comparing and len(self.compared) == COMPARED

    def show_comparison(self, *, is_shown: bool) -> None:
        """Put both products on the client's screen, or go on from there."""
        self._is_comparing = is_shown
        self.interview.changed()

    def stop_comparing(self, code: str) -> None:
        """Take a product out of the comparison; that it was shown stays recorded."""
        self.compared = tuple(one for one in self.compared if one != code)
        self._is_comparing = False
        self.interview.changed()

    def client_asks_for(self, code: str, words: str) -> bool:
        """Put a product on the table that the client asked for, with the client's own words."""
        return self._open(code, OpenedBy.typed_by_client, words.strip() or None)

    def _compare(self, code: str) -> None:
        others = tuple(one for one in self.compared if one != code)
        self.compared = (*others[1 - COMPARED :], code)

    def _pot_named(self, name: str) -> Pot | None:
        facts = self.interview.facts
        chosen = facts.chosen.choice.pot if facts.chosen else ""
        return facts.pots.get(name or chosen) or next(iter(facts.pots.values()), None)

    def _answers_for(self, pot: Pot | None) -> tuple[ShelfAnswer, ...]:
        facts = self.interview.facts
        name = pot.name if pot else None
        key = (facts.purchase_rests_on(), facts.opened, self.interview.today)
        before = self._answers.get(name)
        if before is None or before[0] != key:
            found = self.interview.services.shelf.answers(self.interview.id, name)
            self._answers[name] = before = (key, found)
        return before[1]

    def _open(
        self, code: str, how: OpenedBy, words: str | None = None, *, only_new: bool = False
    ) -> bool:
        interview = self.interview
        if only_new and any(one.product == code for one in interview.facts.opened):
            return True
        purchases = interview.services.purchases
        return interview.act(lambda: purchases.open_product(interview.id, code, how, words))


def is_refused(one: ShelfAnswer) -> bool:
    """Say whether a product may not be bought with this money, whoever asks."""
    return bool(one.why_not_sold) or one.answer.decision.is_refused


def needs_request(one: ShelfAnswer) -> bool:
    """Say whether only the client's own request lets a product through."""
    return not is_refused(one) and not one.may_be_recommended
