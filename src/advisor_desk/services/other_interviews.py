"""What the book knows from this client's other interviews of the last year. Clauses: S57, S62, S63.

Who brought a product up, and what money was said to be for, is not forgotten with the interview
in which it was refused.
"""

from collections.abc import Iterator

from advisor_desk.domain.calendar import months_later
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.fold import SUBJECT, fold
from advisor_desk.domain.interview import InterviewId, State
from advisor_desk.domain.languages import Language
from advisor_desk.domain.money import Money
from advisor_desk.domain.needs import Pot
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.catalogue import Catalogue
from advisor_desk.services.interview_room import InterviewRoom

MONTHS_REMEMBERED = 12


def other_interviews(room: InterviewRoom, interview: InterviewId) -> Iterator[Facts]:
    """Yield this client's other interviews with a visit in the last year, as they stand."""
    client = room.facts(interview).client
    since = months_later(room.today().day, -MONTHS_REMEMBERED)
    for row in room.desk.book.rows("interview", where={"client": client}, order="interview"):
        other = str(row["interview"])
        facts = None if other == interview else fold(room.desk.book.events(SUBJECT + other))
        if facts is not None and facts.came_at.date() >= since:
            yield facts


def was_proposed(room: InterviewRoom, interview: InterviewId, product: str) -> bool:
    """Say whether the adviser brought a product up: shown first in another interview, or suggested.

    Who shows it first in the interview itself, its own openings say; see ``Facts.asked_by``.
    """
    catalogue = room.today().catalogue
    if _is_suggested(room.facts(interview), product, catalogue):
        return True
    for facts in other_interviews(room, interview):
        first = next((one for one in facts.opened if one.product == product), None)
        if first is not None and not first.is_client:
            return True
        if _is_suggested(facts, product, catalogue):
            return True
    return False


def _is_suggested(facts: Facts, product: str, catalogue: Catalogue) -> bool:
    return any(
        (one.change is not None and one.change.product == product)
        or (not one.keeps and product in named_in(one.words, catalogue))
        for one in facts.suggestions
    )


def require_left(room: InterviewRoom, interview: InterviewId, pot: Pot, amount: Money) -> None:
    """Let only an amount through that other sales signed today left of this money.

    Raises:
        BadInput: ``AMOUNT_USED_TODAY``.
    """
    used = used_today(room, interview, pot)
    if amount.minor + used.minor > pot.amount.minor:
        raise BadInput("AMOUNT_USED_TODAY", field="amount", pot=pot.name, used=used.figures())


def used_today(room: InterviewRoom, interview: InterviewId, pot: Pot) -> Money:
    """Return what other sales signed today took of this money.

    Money that is told with another amount there is what is left of it.
    """
    taken = sum(
        facts.chosen.choice.amount.minor
        for facts in other_interviews(room, interview)
        if facts.chosen is not None and facts.ceremony is not None and facts.ceremony.signed
        if facts.came_at.date() == room.today().day and facts.chosen.choice.pot == pot.name
        if facts.pots[pot.name].amount == pot.amount and facts.state is not State.voided
    )
    return Money(taken, pot.amount.currency)


def named_in(words: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the codes of the products that words name, by code or by name in any language."""
    said = _bare(words)
    names = {
        (product.code, _bare(name))
        for language in Language
        for product in catalogue.products(language)
        for name in (product.code, product.name)
    }
    return tuple(sorted({code for code, name in names if name and name in said}))


def _bare(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
