"""What a calm page says where a rule or a pause holds an interview up. No Qt.

A refusal is protection: what, why, what instead, what was recorded. Clauses: S42, S50, S56-S65.
"""

from dataclasses import dataclass

from advisor_desk.domain.facts import Judged
from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.purchase_events import ProductChosen, ProductOpened
from advisor_desk.domain.suitability import AskedBy
from advisor_desk.domain.what_would_help import Helps
from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.product_words import in_short, name_of
from advisor_desk.ui.interview.what_helps import help_for_adviser, help_for_client, helps_of
from advisor_desk.ui.interview.what_is_needed import Said, client_words, reasons_of

INSTEAD = 2
NOTED_BY_US = frozenset({"FUND_PURPOSE_NOTE"})  # a paper that asks for no other person
LOOK_ELSEWHERE = "products.elsewhere"  # a draft: the next look at the shelf begins with it


@dataclass(frozen=True, slots=True)
class Instead:
    """A product that fits, in place of the one that does not."""

    code: str
    risk: ProductRisk
    name: str
    in_short: str


@dataclass(frozen=True, slots=True)
class Stopped:
    """The page as it stands. ``to_client`` is in the client's language, the rest in ours."""

    title: str
    text: str
    to_client: tuple[str, ...] = ()
    reasons: tuple[Said, ...] = ()
    papers: tuple[str, ...] = ()
    instead: tuple[Instead, ...] = ()
    noted: str = ""
    helps: str = ""  # what would honestly change it, or that nothing would


def stopped_choice(interview: OpenInterview, judged: Judged) -> Stopped:
    """Return what is said about a choice that the rules refused."""
    words, choice = interview.words, judged.choice
    return Stopped(
        title=words.say("STOP_CHOICE"),
        text=words.say(
            "STOP_CHOICE_TEXT",
            product=product_name(interview, judged),
            risk=choice.product.risk.name,
            amount=words.money(choice.amount),
            pot=choice.pot,
        ),
        to_client=refused_choice_words(interview, judged),
        reasons=reasons_of(interview, judged.decision),
        instead=instead_of(interview, choice.pot),
        noted=noted(interview, choice.asked_by),
        helps=help_for_adviser(words, _helps_of_choice(interview, judged)),
    )


def stopped_product(interview: OpenInterview, one: ShelfAnswer, pot: str) -> Stopped:
    """Return what is said about a product that does not fit a pot of money."""
    words, product = interview.words, one.product
    return Stopped(
        title=words.say("STOP_CHOICE"),
        text=words.say(
            "STOP_PRODUCT_TEXT", product=name_of(one, words), risk=product.risk.name, pot=pot
        ),
        to_client=refused_words(interview, one, pot),
        reasons=refused_reasons(interview, one),
        instead=instead_of(interview, pot),
        noted=_opened(interview, one),
        helps=help_for_adviser(words, helps_of(interview, one, pot)),
    )


def refused_reasons(interview: OpenInterview, one: ShelfAnswer) -> tuple[Said, ...]:
    """Return every reason why a product may not be bought with this money, the shelf's first."""
    decision = one.answer.decision if one.answer.decision.is_refused else None
    reasons = reasons_of(interview, decision)
    if not one.why_not_sold:
        return reasons
    return (Said("stop", interview.words.say(f"NOT_SOLD_{one.why_not_sold}"), "S67"), *reasons)


def refused_words(interview: OpenInterview, one: ShelfAnswer, pot: str | None) -> tuple[str, ...]:
    """Return why a product does not fit, and what would change it, without blame.

    In the client's language.
    """
    words = interview.client_words
    decision = one.answer.decision if one.answer.decision.is_refused else None
    not_sold = (words.say("REFUSED_NOT_SOLD"),) if one.why_not_sold else ()
    said = (*not_sold, *client_words(interview, decision))
    return (*said, help_for_client(words, helps_of(interview, one, pot)))


def refused_choice_words(interview: OpenInterview, judged: Judged) -> tuple[str, ...]:
    """Return the same of a choice that was refused."""
    helps = _helps_of_choice(interview, judged)
    said = client_words(interview, judged.decision)
    return (*said, help_for_client(interview.client_words, helps))


def _helps_of_choice(interview: OpenInterview, judged: Judged) -> Helps:
    choice, shelf = judged.choice, interview.services.shelf
    pot = choice.pot if choice.pot in interview.facts.pots else None
    return shelf.what_would_help(interview.id, choice.product, pot, choice.asked_by)


def product_name(interview: OpenInterview, judged: Judged) -> str:
    """Return the name of a product that was chosen, in the adviser's language."""
    product = judged.choice.product
    listed = interview.day_data.catalogue.find(product.code)
    return listed.in_language(interview.words.language).name


def instead_of(interview: OpenInterview, pot: str) -> tuple[Instead, ...]:
    """Return two that fit this money and need nobody else: the calmest and the boldest.

    For money with a purpose those that protect the capital come first. Clause: S64.
    """
    money = interview.facts.pots.get(pot)
    if money is None:
        return ()
    fitting = [
        one
        for one in interview.services.shelf.alternatives(interview.id, pot)
        if set(one.recommended.decision.documents) <= NOTED_BY_US
        if one.product.minimum.currency == money.amount.currency
        if one.product.minimum.minor <= money.amount.minor
    ]
    protecting = [one for one in fitting if one.product.capital_protecting]
    if money.purpose.is_earmarked and len(protecting) >= INSTEAD:
        fitting = protecting
    boldest = max((one.product.risk.level for one in fitting[1:]), default=0)
    second = next((one for one in fitting[1:] if one.product.risk.level == boldest), None)
    found = [*fitting[: INSTEAD - 1], *([second] if second else [])]
    return tuple(_instead(one, interview) for one in found)


def noted(interview: OpenInterview, asked_by: AskedBy) -> str:
    """Say when the choice was recorded, and whose idea it was."""
    found = interview.services.recorded(interview.id, ProductChosen)
    if not found:
        return ""
    words, how = interview.words, asked_by.value
    last = found[-1].event
    if asked_by is AskedBy.adviser and isinstance(last, ProductChosen):
        opened = (one for one in interview.facts.opened if one.product == last.choice.product.code)
        origins = [one.origin for one in opened]
        how = "before" if origins[:1] == ["before"] else how
    return words.say(f"STOP_NOTED_{how}", time=words.clock(found[-1].at))


def _opened(interview: OpenInterview, one: ShelfAnswer) -> str:
    """Say when it came onto the table, and who brought it up."""
    found = [
        recorded
        for recorded in interview.services.recorded(interview.id, ProductOpened)
        if isinstance(recorded.event, ProductOpened)
        if recorded.event.product == one.product.code
    ]
    if not found:
        return ""
    how = one.opened[0].origin if one.opened else "adviser"
    return interview.words.say(f"STOP_NOTED_{how}", time=interview.words.clock(found[0].at))


def _instead(one: ShelfAnswer, interview: OpenInterview) -> Instead:
    words, product = interview.words, one.product
    return Instead(product.code, product.risk, name_of(one, words), in_short(product, words))
