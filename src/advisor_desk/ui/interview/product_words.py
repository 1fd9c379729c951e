"""A product in a few words, for either reader."""

from advisor_desk.domain.product import Product
from advisor_desk.domain.suitability import Effect
from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.words import Wording


def bound_days(product: Product) -> int:
    """Return for how many days the money is bound."""
    return max(product.term_days, product.holding_days)


def term(product: Product, words: Wording) -> str:
    """Return how long the money is bound."""
    days = bound_days(product)
    return words.say("PRODUCT_DAYS", days=days) if days > 1 else words.say("PRODUCT_DAILY")


def least(product: Product, words: Wording) -> str:
    """Return from which amount on it can be bought."""
    return words.say("PRODUCT_FROM", amount=words.money(product.minimum))


def protection(product: Product, words: Wording) -> str:
    """Return whether the capital is protected."""
    protects = product.capital_protecting
    return words.say("PRODUCT_PROTECTED" if protects else "PRODUCT_NOT_PROTECTED")


def in_short(product: Product, words: Wording) -> str:
    """Return how long the money is bound, and from which amount on."""
    parts = [words.say("PRODUCT_PROTECTED")] if product.capital_protecting else []
    return words.say("LIST_COMMA").join((*parts, term(product, words), least(product, words)))


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


def fees(product: Product, words: Wording) -> str:
    """Return the fees: once, and each year."""
    found = product.fees
    yearly = found.management + found.custody
    return words.say(
        "PRODUCT_FEES", once=f"{found.subscription / 100:.2f}%", yearly=f"{yearly / 100:.2f}%"
    )
