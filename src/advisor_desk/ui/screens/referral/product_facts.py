"""The facts of a product as the catalogue has them: no advice, no promise, dated. Clause: S24."""

from dataclasses import dataclass

from advisor_desk.packs.catalogue import Catalogue
from advisor_desk.ui.interview.product_words import fees, term
from advisor_desk.ui.words import Wording


@dataclass(frozen=True, slots=True)
class ProductFact:
    """One fact: what it is called, and what it is."""

    label: str
    value: str


def product_facts(catalogue: Catalogue, code: str, words: Wording) -> tuple[ProductFact, ...]:
    """Return type, grade, term, least amount, fees and issuer, and the day of the catalogue."""
    product = catalogue.product(code, words.language)
    values = {
        "kind": words.say(f"PAPER_REGIME_{product.regime.name}"),
        "grade": words.say(f"PAPER_RISK_{product.risk.name}"),
        "term": term(product, words),
        "minimum": words.money(product.minimum),
        "fees": fees(product, words),
        "issuer": product.issuer,
        "dated": words.day(catalogue.edition),
    }
    return tuple(ProductFact(words.say(f"REFER_FACT_{one}"), said) for one, said in values.items())
