"""What would honestly change a refusal of this very product: the packs are asked again.

Only what a person can honestly bring about, or what life or the calendar brings, is tried: never
another answer to the assessment of today, another birth date, or a purpose written anew. Nothing
here makes a refusal milder; it says under which true facts there would be none.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from itertools import combinations

from advisor_desk.domain.duties import OVER_RISK_DOCUMENTS
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.people import Certificate, WitnessRank
from advisor_desk.domain.product import Purpose
from advisor_desk.domain.suitability import (
    AskedBy,
    Assessment,
    AssessmentState,
    Decision,
    Guardian,
    GuardianProof,
    Purchase,
    RulePack,
    judge,
)

SECOND_WARNING = "SECOND_RISK_WARNING"
MIDDLE_AGE = 40  # years: an age no protection by age is about


class Change(Enum):
    """A change that would be true of other facts than those of now.

    ``other_money`` is money without a purpose and without a day; ``later_day`` the same money,
    truly needed only later; ``own_request`` a wish nobody prompted; ``later_circumstances`` a
    life that has changed, where an assessment counts today. ``above_grade`` and ``second_warning``
    are what the procedure then still asks for. The last two are about the shelf: the packs know
    nothing of them.
    """

    certified_adviser = "certified_adviser"
    birth_date = "birth_date"
    guardian = "guardian"
    assessment = "assessment"
    changed_circumstances = "changed_circumstances"
    later_circumstances = "later_circumstances"
    witness = "witness"
    own_request = "own_request"
    later_day = "later_day"
    other_money = "other_money"
    older = "older"
    above_grade = "above_grade"
    second_warning = "second_warning"
    on_sale = "on_sale"
    new_material = "new_material"


@dataclass(frozen=True, slots=True)
class Help:
    """One change; ``day`` is from when on, where it has one."""

    change: Change
    day: date | None = None


Helps = tuple[tuple[Help, ...], ...]


@dataclass(frozen=True, slots=True)
class _Tried:
    """A change and the purchases it may lead to; one that is not refused is enough."""

    help: Help
    purchases: tuple[Purchase, ...]


def what_would_help(
    packs: Sequence[RulePack], purchase: Purchase, *, too_late: frozenset[Change] = frozenset()
) -> Helps:
    """Return every set of changes that would together end a refusal, the smallest first.

    No set has a change that another does without. Empty where nothing would help; one empty set
    where nothing is refused. ``too_late`` are changes that what was recorded rules out.
    """
    if not judge(packs, purchase).is_refused:
        return ((),)
    possible = _possible(packs, purchase)
    tried = tuple(one for one in possible if one.help.change not in too_late)
    if not _answers(packs, purchase, tried):  # no change makes a purchase stricter
        return ()
    found: list[tuple[Help, ...]] = []
    smallest: list[frozenset[Change]] = []
    for count in range(1, len(tried) + 1):
        for some in combinations(tried, count):
            changes = frozenset(one.help.change for one in some)
            if any(less <= changes for less in smallest):
                continue
            answers = _answers(packs, purchase, some)
            if answers:
                smallest.append(changes)
                found.append((*(one.help for one in some), *_still_asked(answers)))
    return tuple(found)


def smallest(ways: Iterable[tuple[Help, ...]]) -> Helps:
    """Return the ways that no other does with less, or sooner; the smallest first."""
    found: dict[frozenset[Change], tuple[Help, ...]] = {}
    for way in sorted(ways, key=lambda way: (len(way), [one.day or date.min for one in way])):
        changes = frozenset(one.change for one in way)
        if not any(less <= changes for less in found):
            found[changes] = way
    return tuple(found.values())


def _answers(
    packs: Sequence[RulePack], purchase: Purchase, some: Sequence[_Tried]
) -> tuple[Decision, ...]:
    """Return the answers to the purchase with all of some changes made that are no refusals."""
    answers = (judge(packs, one) for one in _together(purchase, some))
    return tuple(one for one in answers if not one.is_refused)


def _still_asked(answers: Sequence[Decision]) -> Iterator[Help]:
    """Give what the procedure asks for beside the changes, whatever the answer would be."""
    if all(OVER_RISK_DOCUMENTS & set(one.documents) for one in answers):
        yield Help(Change.above_grade)
    if all(SECOND_WARNING in one.documents for one in answers):
        yield Help(Change.second_warning)


def _together(purchase: Purchase, some: Sequence[_Tried]) -> Iterator[Purchase]:
    """Give the purchase with all of some changes made."""
    if not some:
        yield purchase
        return
    first, *others = some
    for changed in first.purchases:
        differing = {name: getattr(changed, name) for name in _FIELDS[first.help.change]}
        yield from _together(replace(purchase, **differing), others)


# What of a purchase each change touches; no two of them touch the same, but the money.
_FIELDS = {
    Change.certified_adviser: ("certificate",),
    Change.birth_date: ("client_born",),
    Change.older: ("client_born", "pays_back_days"),
    Change.guardian: ("guardian",),
    Change.assessment: ("assessment",),
    Change.changed_circumstances: ("assessment",),
    Change.later_circumstances: ("assessment",),
    Change.witness: ("witness",),
    Change.own_request: ("asked_by",),
    Change.later_day: ("needed_by",),
    Change.other_money: ("purpose", "needed_by"),
}

_NEW_ASSESSMENT = {
    AssessmentState.failed: Change.changed_circumstances,
    AssessmentState.valid: Change.later_circumstances,
}


def _possible(packs: Sequence[RulePack], purchase: Purchase) -> Iterator[_Tried]:
    """Give every change that is not true already."""
    on = purchase.on
    if purchase.certificate is None or not purchase.certificate.valid_on(on):
        yield _one(Change.certified_adviser, replace(purchase, certificate=Certificate(on, on, "")))
    yield from _of_the_person(packs, purchase)
    if purchase.witness is not max(WitnessRank, key=lambda rank: rank.value):
        highest = max(WitnessRank, key=lambda rank: rank.value)
        yield _one(Change.witness, replace(purchase, witness=highest))
    if purchase.asked_by is not AskedBy.client:
        yield _one(Change.own_request, replace(purchase, asked_by=AskedBy.client))
    for bought in (purchase, *(then for _, then in _grown(packs, purchase))):
        if not bought.pays_back_in_time:
            back = on + timedelta(days=bought.pays_back_days)
            yield _one(Change.later_day, replace(purchase, needed_by=back), back)
    if purchase.purpose.is_earmarked or purchase.needed_by is not None:
        free = replace(purchase, purpose=Purpose.ordinary, needed_by=None)
        yield _one(Change.other_money, free)
    yield from _of_the_assessment(packs, purchase)


def _of_the_person(packs: Sequence[RulePack], purchase: Purchase) -> Iterator[_Tried]:
    if purchase.client_born is None:
        middle = date(purchase.on.year - MIDDLE_AGE, 1, 1)
        yield _one(Change.birth_date, replace(purchase, client_born=middle))
        return
    older = tuple(_grown(packs, purchase))
    for day, then in older:
        yield _one(Change.older, then, day)
    if older and (purchase.guardian is None or not purchase.guardian.is_verified):
        guardian = Guardian(present=True, proof=GuardianProof.household_register, copied=True)
        yield _one(Change.guardian, replace(purchase, guardian=guardian))


def _grown(packs: Sequence[RulePack], purchase: Purchase) -> Iterator[tuple[date, Purchase]]:
    """Give the birthdays to come that rules look at, each with the purchase made on that day.

    Its money comes back so much later than bought today. Clause: S62.
    """
    born, on = purchase.client_born, purchase.on
    if born is None:
        return
    ages = {pack.parameters.adult_age for pack in packs}
    ages |= {pack.parameters.civil_capacity_age for pack in packs}
    for age in sorted(one for one in ages if one is not None and one > (purchase.client_age or 0)):
        day = _birthday(born, age)
        back = purchase.pays_back_days + (day - on).days
        yield day, replace(purchase, client_born=date(on.year - age, 1, 1), pays_back_days=back)


def _of_the_assessment(packs: Sequence[RulePack], purchase: Purchase) -> Iterator[_Tried]:
    """Give a new assessment where none counts: which result it has is not known.

    Where one counts that does not cover the product, only a life that changed brings another. S48.
    """
    months = min((pack.parameters.assessment_valid_months for pack in packs), default=0)
    state, grade = purchase.assessment_state(months), purchase.grade(months)
    if state is AssessmentState.valid and (grade is None or grade.covers(purchase.product_risk)):
        return
    change = _NEW_ASSESSMENT.get(state, Change.assessment)
    results = (replace(purchase, assessment=Assessment(purchase.on, one)) for one in RiskTolerance)
    yield _Tried(Help(change), tuple(results))


def _one(change: Change, purchase: Purchase, day: date | None = None) -> _Tried:
    return _Tried(Help(change, day), (purchase,))


def _birthday(born: date, age: int) -> date:
    """Return the day on which an age is reached; see ``calendar.age_on`` for 29 February."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)
