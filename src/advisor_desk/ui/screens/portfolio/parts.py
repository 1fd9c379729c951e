"""The names, marks and colours of the parts of a mix; on both screens they are the same."""

from collections.abc import Iterable

from advisor_desk.domain.assessment_events import Holding
from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.product import AssetClass
from advisor_desk.domain.structure import WHOLE, Key, Part, Term
from advisor_desk.ui.interview.advice_words import class_words
from advisor_desk.ui.widgets import Segment
from advisor_desk.ui.words import Wording

_TOKENS = {
    AssetClass.deposit: "class_cash",
    AssetClass.structured: "class_other",
    AssetClass.cash: "class_liquid",
    AssetClass.fixed_income: "class_bond",
    AssetClass.mixed: "class_mixed",
    AssetClass.equity: "class_equity",
    AssetClass.alternative: "class_alternative",
    AssetClass.insurance: "class_insurance",
    AssetClass.other: "class_unknown",
}
_TERM_LEVELS = (Term.week, Term.quarter, Term.year, Term.three_years, Term.longer)


def named(key: Key, words: Wording) -> str:
    """Return what a part is."""
    if key is None:
        return words.say("PORTFOLIO_NO_GRADE")
    if isinstance(key, ProductRisk):
        return key.name
    return words.say(f"TERM_{key.name}") if isinstance(key, Term) else class_words(key, words)


def segment(part: Part, words: Wording) -> Segment:
    """Return a part as a segment of a bar, its old figures hatched."""
    name, (token, ink) = named(part.key, words), _colours(part.key)
    old = part.old.minor / part.amount.minor
    return Segment(name, part.share / WHOLE, token, ink, _mark(part.key, words), old)


def segments(parts: Iterable[Part], words: Wording) -> tuple[Segment, ...]:
    """Return the parts as segments of a bar."""
    return tuple(segment(one, words) for one in parts)


def segment_of(holding: Holding, words: Wording, *, is_old: bool) -> Segment:
    """Return a holding as a part of its class, hatched where it is old."""
    token, ink = _colours(holding.asset_class)
    mark = _mark(holding.asset_class, words)
    return Segment(named(holding.asset_class, words), 1.0, token, ink, mark, float(is_old))


def _mark(key: Key, words: Wording) -> str:
    """Return a short sign for the part: its grade, the place of its term, a letter of its class."""
    if isinstance(key, ProductRisk):
        return key.name
    if isinstance(key, Term) and key in _TERM_LEVELS:
        return str(_TERM_LEVELS.index(key) + 1)
    return words.say(f"MARK_{key.value}") if isinstance(key, AssetClass) else "–"


def _colours(key: Key) -> tuple[str, str]:
    if isinstance(key, AssetClass):
        return _TOKENS[key], "on_class"
    if isinstance(key, ProductRisk):
        return f"level_{key.level}", f"on_level_{key.level}"
    if isinstance(key, Term) and key in _TERM_LEVELS:
        level = _TERM_LEVELS.index(key) + 1
        return f"level_{level}", f"on_level_{level}"
    return "class_unknown", "on_class"
