"""What the adviser asks before advising: six blocks, and pots. Clauses: S53, S62, S63.

"Refused" and "unknown" are answers, with their reason; an empty field is not. Whether money is
earmarked belongs to a pot, never to a client.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from advisor_desk.domain.money import Money
from advisor_desk.domain.product import Purpose
from advisor_desk.domain.trouble import BadInput


class Block(Enum):
    """The blocks of the fact-find in their order."""

    income_and_spending = "income_and_spending"
    assets = "assets"
    debts = "debts"
    family = "family"
    goals = "goals"
    experience = "experience"


class Known(Enum):
    """Whether a question was answered."""

    answered = "answered"
    refused = "refused"
    unknown = "unknown"


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a block; ``is_amount`` in yuan, else words."""

    id: str
    block: Block
    is_amount: bool


# The minimum set: without an answer to each of these, "refused" included, nothing is advised.
MINIMUM_SET = (
    Item("yearly_income", Block.income_and_spending, is_amount=True),
    Item("yearly_spending", Block.income_and_spending, is_amount=True),
    Item("liquid_assets", Block.assets, is_amount=True),
    Item("other_assets", Block.assets, is_amount=True),
    Item("total_debts", Block.debts, is_amount=True),
    Item("family_situation", Block.family, is_amount=False),
    Item("investment_goals", Block.goals, is_amount=False),
    Item("product_type_wanted", Block.goals, is_amount=False),
    Item("investment_experience", Block.experience, is_amount=False),
)


@dataclass(frozen=True, slots=True)
class NeedsAnswer:
    """An answer: an amount or words where ``answered``, else the reason why not."""

    item: str
    known: Known
    amount: Money | None = None
    words: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Pot:
    """Money of one purpose and source (資金), and the day it is needed; None: no such day."""

    name: str
    amount: Money
    purpose: Purpose
    source: str
    needed_by: date | None


def told_amount(text: str) -> Money:
    """Read an amount that may be nothing: who has no debts says 0.

    Raises:
        BadInput: ``AMOUNT_UNREADABLE`` or ``AMOUNT_TOO_LARGE``.
    """
    try:
        return Money.parse(text)
    except BadInput as trouble:
        if trouble.code != "AMOUNT_NOT_POSITIVE":
            raise
        return Money(0)
