"""A product in a few words, for either reader."""

from advisor_desk.domain.money import MINOR_UNITS
from advisor_desk.domain.suitability import Effect
from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.words import Wording


def in_short(one: ShelfAnswer, words: Wording) -> str:
    """Return how long the money is bound, and from which amount on."""
    product = one.product
    days = max(product.term_days, product.holding_days)
    term = words.say("PRODUCT_DAYS", days=days) if days > 1 else words.say("PRODUCT_DAILY")
    minimum = product.minimum
    is_whole = minimum.currency == "CNY" and not minimum.minor % MINOR_UNITS
    amount = words.whole_yuan(minimum.minor // MINOR_UNITS) if is_whole else words.money(minimum)
    least = words.say("PRODUCT_FROM", amount=amount)
    parts = [words.say("PRODUCT_PROTECTED")] if product.capital_protecting else []
    return words.say("LIST_COMMA").join((*parts, term, least))


def name_of(one: ShelfAnswer, words: Wording) -> str:
    """Return the product's name in the reader's language."""
    return one.listed.in_language(words.language).name


def verdict(one: ShelfAnswer, words: Wording) -> tuple[str, str]:
    """Return tone and words of a product's answer for this money."""
    if one.why_not_sold:
        return "stop", words.say("PRODUCT_NOT_SOLD")
    outcome = one.answer.decision.outcome
    if outcome is Effect.REFUSE:
        return "stop", words.say("PRODUCT_MAY_NOT")
    if outcome is Effect.ALLOW_WITH:
        return "warn", words.say("PRODUCT_MAY_WITH", count=len(one.answer.decision.documents))
    return "ok", words.say("PRODUCT_MAY")


def fees(one: ShelfAnswer, words: Wording) -> str:
    """Return the fees: once, and each year."""
    found = one.product.fees
    yearly = found.management + found.custody
    return words.say(
        "PRODUCT_FEES", once=f"{found.subscription / 100:.2f}%", yearly=f"{yearly / 100:.2f}%"
    )
