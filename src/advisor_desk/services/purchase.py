"""The client chooses; the rules answer. Clauses: S26-S28, S56-S65, S67.

A product comes onto the table first, and how it came there is the evidence for who asked. The
choice and the packs' answer to it stand in one event, refusals too: a refused choice is no choice,
and the client may take another. Where the answer asks for more than can be done here now, the
interview pauses and says what is needed; nothing is lost.
"""

from advisor_desk.domain.duties import beyond_reach
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.interview import InterviewId, OpenedBy
from advisor_desk.domain.interview_events import Paused
from advisor_desk.domain.money import Money
from advisor_desk.domain.needs import Pot
from advisor_desk.domain.product import Product
from advisor_desk.domain.purchase_events import (
    Choice,
    ChoiceConfirmed,
    ChoiceDropped,
    ProductChosen,
    ProductOpened,
)
from advisor_desk.domain.suitability import Decision
from advisor_desk.domain.text import as_kept, in_words
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.catalogue import Listed
from advisor_desk.services.interview_room import InterviewRoom
from advisor_desk.services.judging import judge_choice, require_offered
from advisor_desk.services.other_interviews import require_left, used_today, was_proposed
from advisor_desk.services.printed import printed_text

LONGEST_WISH = 300  # the client's own words for a product, printed on F4


class Purchases:
    """The sixth step."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room

    def open_product(
        self, interview: InterviewId, product: str, how: OpenedBy, words: str | None = None
    ) -> None:
        """Put a product on the table; ``words`` are the client's own. Clause: S57.

        Raises:
            BadInput: ``PRODUCT_UNKNOWN``, ``WORDS_NOT_OF_CLIENT``, or the text, named.
        """
        with self._room.act(interview, ProductOpened) as act:
            found = self._room.today().catalogue.product(product)
            if words is not None:
                if not how.is_client:
                    raise BadInput("WORDS_NOT_OF_CLIENT", clause="S57", field="words")
                words = in_words(printed_text(words, "words", longest=LONGEST_WISH), "words")
            before = was_proposed(self._room, interview, product)
            act.record(ProductOpened(product, found.risk, how, words, before))

    def choose_product(
        self, interview: InterviewId, product: str, *, pot: str, amount: Money
    ) -> Decision:
        """Record the client's choice with the packs' answer to it.

        Raises:
            BadInput: ``PRODUCT_NOT_OPENED``, ``PRODUCT_NOT_ON_SALE``, the code of material that
                may not be used, ``POT_UNKNOWN``, or an amount that does not fit.
        """
        with self._room.act(interview, ProductChosen) as act:
            data = self._room.today()
            listed = data.catalogue.find(product)
            choice = self._choice(act.facts, listed, as_kept(pot), amount)
            require_offered(data, choice.product, act.facts.language)
            client = self._room.client(act.facts.client)
            decision = judge_choice(
                data, act.facts, client, self._room.me(), choice, with_witness=True
            )
            act.record(ProductChosen(choice, decision))
            needed = beyond_reach(decision.documents)
            if needed:
                act.record(Paused(PROCEDURE_NEEDS_MORE, needed, None))
            return decision

    def require_amount(
        self, interview: InterviewId, product: Product, pot: Pot, amount: Money
    ) -> None:
        """Let only an amount through that could be chosen now; nothing is recorded.

        Raises:
            BadInput: ``INTERVIEW_UNKNOWN``, as ``require_fitting``, or ``AMOUNT_USED_TODAY``.
        """
        self._room.facts(interview)
        require_fitting(amount, product, pot)
        require_left(self._room, interview, pot, amount)

    def used_today(self, interview: InterviewId, pot: Pot) -> Money:
        """Return what this client's other sales signed today took of this money."""
        return used_today(self._room, interview, pot)

    def as_things_stand(self, interview: InterviewId) -> Decision:
        """Return today's answer to the last choice with the people who are really here.

        Where no witness is here, what needs one is refused with its reason.

        Raises:
            BadInput: ``NOTHING_CHOSEN``.
        """
        facts = self._room.facts(interview)
        if not facts.judged:
            raise BadInput("NOTHING_CHOSEN", clause="S26")
        return judge_choice(
            self._room.today(),
            facts,
            self._room.client(facts.client),
            self._room.me(),
            facts.judged[-1].choice,
            with_witness=False,
        )

    def confirm_choice(self, interview: InterviewId) -> None:
        """Record that the client confirmed product, pot and amount on the client view.

        Raises:
            BadInput: ``NOTHING_CHOSEN``.
        """
        with self._room.act(interview, ChoiceConfirmed) as act:
            seen = act.facts.choice_seen()
            if seen is None:
                raise BadInput("NOTHING_CHOSEN", clause="S26")
            act.record(ChoiceConfirmed(seen))

    def drop_choice(self, interview: InterviewId) -> None:
        """Record that the client does not want it after all.

        Raises:
            BadInput: ``NOTHING_CHOSEN``.
        """
        with self._room.act(interview, ChoiceDropped) as act:
            if act.facts.chosen is None:
                raise BadInput("NOTHING_CHOSEN", clause="S26")
            act.record(ChoiceDropped())

    def _choice(self, facts: Facts, listed: Listed, pot: str, amount: Money) -> Choice:
        product = listed.in_language(facts.language)
        if not any(one.product == product.code for one in facts.opened):
            raise BadInput("PRODUCT_NOT_OPENED", clause="S57", product=product.code)
        if pot not in facts.pots:
            raise BadInput("POT_UNKNOWN", field="pot", pot=pot)
        self.require_amount(facts.interview, product, facts.pots[pot], amount)
        return Choice(
            product=product,
            is_closed=listed.is_closed,
            pot=pot,
            amount=amount,
            asked_by=facts.asked_by(product.code),
            relied_on=facts.purchase_rests_on(),
        )


PROCEDURE_NEEDS_MORE = "PROCEDURE_NEEDS_MORE"


def require_fitting(amount: Money, product: Product, pot: Pot) -> None:
    """Let only an amount through that the product takes and the pot holds.

    Raises:
        BadInput: ``AMOUNT_CURRENCY``, ``AMOUNT_BELOW_MINIMUM``, ``AMOUNT_OFF_STEP`` (the minimum
            and whole steps above it), ``AMOUNT_ABOVE_POT``.
    """
    if amount.currency != product.minimum.currency or pot.amount.currency != amount.currency:
        raise BadInput("AMOUNT_CURRENCY", field="amount", currency=product.minimum.currency)
    if amount.minor < product.minimum.minor:
        raise BadInput("AMOUNT_BELOW_MINIMUM", field="amount", minimum=product.minimum.figures())
    if (amount.minor - product.minimum.minor) % product.step.minor:
        raise BadInput(
            "AMOUNT_OFF_STEP",
            field="amount",
            minimum=product.minimum.figures(),
            step=product.step.figures(),
        )
    if amount.minor > pot.amount.minor:
        raise BadInput("AMOUNT_ABOVE_POT", field="amount", pot=pot.amount.figures())
