"""What was suggested, as a sentence: on the page of the holdings, and in the interview's record."""

from collections.abc import Iterable

from advisor_desk.domain.assessment_events import Change
from advisor_desk.domain.facts import Suggested
from advisor_desk.domain.product import AssetClass
from advisor_desk.packs.catalogue import Catalogue
from advisor_desk.ui.words import Wording


def class_words(kind: AssetClass, words: Wording) -> str:
    """Return what a class is called."""
    return words.say(f"CLASS_{kind.value}")


def product_words(code: str, catalogue: Catalogue, words: Wording) -> str:
    """Return the name of a product; its code where the catalogue of the day has it no more."""
    listed = catalogue.listed.get(code)
    return listed.in_language(words.language).name if listed else code


def change_words(change: Change, catalogue: Catalogue, words: Wording) -> str:
    """Say how much moves from where to where."""
    target = class_words(change.into, words)
    if change.product is not None:
        target = product_words(change.product, catalogue, words)
    amount = words.money(change.amount)
    if change.taken_from is None:
        return words.say("CHANGE_OF_NEW_MONEY", amount=amount, target=target)
    return words.say("CHANGE_MOVES", amount=amount, source=change.taken_from, target=target)


def suggestion_words(made: Suggested, catalogue: Catalogue, words: Wording) -> str:
    """Say what it comes to: the change, or that everything is kept; its own words else."""
    if made.keeps:
        return words.say("CHANGE_NONE")
    return change_words(made.change, catalogue, words) if made.change else made.words


def advice_words(said: Iterable[Suggested], catalogue: Catalogue, words: Wording) -> str:
    """Return every suggestion in a line of its own, with its reason and the client's answer."""
    return "\n".join(_line(one, catalogue, words) for one in said)


def _line(one: Suggested, catalogue: Catalogue, words: Wording) -> str:
    what = suggestion_words(one, catalogue, words)
    said = what if what == one.words else words.say("ADVICE_REASON", what=what, why=one.words)
    return words.say("ADVICE_ANSWER", said=said, answer=words.say(f"REACTION_{one.reaction.name}"))
