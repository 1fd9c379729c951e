"""Which totals the answers to a questionnaire can add up to, and which overrides hold with each.

Worked out item by item over sums, never by listing the answers (ten items have millions). A set
of totals is one whole number: its bit ``n`` stands for the total ``n + offset``.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from advisor_desk.packs.questionnaire_file import ItemTable, OverrideTable, QuestionnaireFile


@dataclass(frozen=True, slots=True)
class Reached:
    """A total and the overrides (by position) that hold for some answers that give it."""

    total: int
    overrides: frozenset[int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A result some answers give: ``time`` None on a sum scale, ``risk`` None when not asked."""

    time: int | None
    risk: int | None
    overrides: frozenset[int]


def reached(items: Sequence[ItemTable], overrides: Sequence[OverrideTable]) -> Iterator[Reached]:
    """Return every total of ``items``; an override holds when none of the items speaks against."""
    sums = {frozenset(range(len(overrides))): 1}
    offset = 0
    for item in items:
        fewest = min(option.points for option in item.option)
        offset += fewest
        following: dict[frozenset[int], int] = {}
        for option in item.option:
            failed = set(_failed_by(item.id, option.letter, overrides))
            for holding, totals in sums.items():
                left = holding - failed
                moved = totals << (option.points - fewest)
                following[left] = following.get(left, 0) | moved
        sums = following
    for holding, totals in sums.items():
        for bit in _bits(totals):
            yield Reached(bit + offset, holding)


def outcomes(file: QuestionnaireFile, overrides: Sequence[OverrideTable]) -> set[Outcome]:
    """Return every result the answers can give, before bands and overrides make it a grade."""
    if file.matrix is None:
        return {Outcome(None, one.total, one.overrides) for one in reached(file.item, overrides)}
    matrix = file.matrix
    time_items = [item for item in file.item if item.id in matrix.time_items]
    risk_items = [item for item in file.item if item.id in matrix.risk_items]
    on_risk = {
        place for place, one in enumerate(overrides) if set(one.when) & set(matrix.risk_items)
    }
    risks = {
        (min(one.total, matrix.risk_cap), one.overrides) for one in reached(risk_items, overrides)
    }
    found: set[Outcome] = set()
    for one in reached(time_items, overrides):
        if one.total < matrix.short_below:
            found.add(Outcome(one.total, None, one.overrides - on_risk))
        else:
            found |= {Outcome(one.total, risk, one.overrides & held) for risk, held in risks}
    return found


def _failed_by(item: str, letter: str, overrides: Iterable[OverrideTable]) -> Iterator[int]:
    for place, override in enumerate(overrides):
        if item in override.when and letter not in override.when[item]:
            yield place


def _bits(number: int) -> Iterator[int]:
    text = bin(number)[:1:-1]
    return (place for place, digit in enumerate(text) if digit == "1")
