"""How a client's answers to a risk questionnaire become points and a grade.

Answers are letters by item. The age item is never asked: its letter comes from the birth date.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from string import ascii_uppercase

from advisor_desk.domain.calendar import age_on, assessment_valid_until
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.questionnaire import (
    Band,
    Condition,
    Grade,
    Inconsistency,
    Item,
    MatrixScale,
    Override,
    Questionnaire,
    SumScale,
)
from advisor_desk.domain.trouble import BadInput

Answers = Mapping[str, str]  # item id: letter of the chosen option
COMPUTED = "-"  # stands for the age item's letter where the birth date gives it


@dataclass(frozen=True, slots=True)
class TimeAndRisk:
    """The two scores of a matrix scale; ``risk`` is None where it was not asked."""

    time: int
    risk: int | None


@dataclass(frozen=True, slots=True)
class Score:
    """What the answers give. ``overrides`` are those that lowered the grade of the points."""

    questionnaire: str
    edition: date
    sha256: str
    points: int | TimeAndRisk
    grade: Grade
    grade_of_points: Grade
    overrides: tuple[Override, ...]
    inconsistencies: tuple[Inconsistency, ...]
    valid_until: date

    @property
    def tolerance(self) -> RiskTolerance | None:
        """Return the grade a sale can be matched with; None on other scales."""
        return RiskTolerance.__members__.get(self.grade.code)


@dataclass(frozen=True, slots=True)
class FactorPoints:
    """Points of one factor, between the fewest and the most its items can give."""

    factor: str
    points: int
    fewest: int
    most: int


def answers_of(questionnaire: Questionnaire, letters: str) -> Answers:
    """Return the answers a string has: one capital letter an item, in order.

    ``-`` leaves the age item to ``with_age``. Letters of items that are not counted may be any.

    Raises:
        BadInput: ``ANSWERS_TOO_FEW``, ``ANSWERS_TOO_MANY`` or ``ANSWER_NOT_A_LETTER``.
    """
    items = questionnaire.items
    facts = {
        "questionnaire": questionnaire.id,
        "given": str(len(letters)),
        "wanted": str(len(items)),
    }
    if len(letters) > len(items):
        raise BadInput("ANSWERS_TOO_MANY", **facts, item=items[-1].id)
    if len(letters) < len(items):
        first = items[len(letters)].id
        raise BadInput("ANSWERS_TOO_FEW", **facts, item=first, number=len(letters) + 1)
    for number, (item, letter) in enumerate(zip(items, letters, strict=True), start=1):
        if letter not in ascii_uppercase + COMPUTED:
            shown = letter if letter.isprintable() else f"U+{ord(letter):04X}"
            raise BadInput("ANSWER_NOT_A_LETTER", item=item.id, number=number, letter=shown)
    given = zip(items, letters, strict=True)
    return {item.id: letter for item, letter in given if not (item.is_age and letter == COMPUTED)}


def score(questionnaire: Questionnaire, answers: Answers, *, on: date) -> Score:
    """Return points, grade, overrides and inconsistencies of a whole set of answers.

    The age item's letter stands in ``answers`` (see ``with_age``). Answers to items that are not
    counted (the risk part on a short horizon) are ignored, whatever they are. Clauses: S50, S51.

    Raises:
        BadInput: ``ANSWER_MISSING``, ``AGE_NOT_GIVEN``, ``ANSWER_UNKNOWN`` or ``ITEM_UNKNOWN``,
            naming the item.
    """
    for item_id in answers:
        questionnaire.item(item_id)
    counted = counted_items(questionnaire, answers)
    points = {item.id: _points(questionnaire, item, answers) for item in counted}
    given = {item: answers[item] for item in points}
    result, code = _graded(questionnaire.scale, points)
    overrides = _lowering(questionnaire, code, given)
    return Score(
        questionnaire=questionnaire.id,
        edition=questionnaire.edition,
        sha256=questionnaire.sha256,
        points=result,
        grade=_lowest(questionnaire, code, overrides),
        grade_of_points=questionnaire.grade(code),
        overrides=overrides,
        inconsistencies=inconsistencies_in(questionnaire, given),
        valid_until=assessment_valid_until(on, questionnaire.valid_months),
    )


def items_asked(questionnaire: Questionnaire, answers: Answers) -> tuple[Item, ...]:
    """Return the items a client is asked, in order, as far as the answers so far can tell.

    Never the age item. On a matrix scale the risk part falls away as soon as the answers of the
    time part show a short horizon.
    """
    return tuple(item for item in counted_items(questionnaire, answers) if not item.is_age)


def counted_items(questionnaire: Questionnaire, answers: Answers) -> tuple[Item, ...]:
    """Return the items that count towards the result: those asked, and the age item."""
    scale = questionnaire.scale
    if isinstance(scale, SumScale):
        return questionnaire.items
    chosen = [item.option(answers.get(item.id, "")) for item in _time_part(questionnaire)]
    known = [option.points for option in chosen if option is not None]
    if len(known) == len(chosen) and sum(known) < scale.short_below:
        return _time_part(questionnaire)
    return questionnaire.items


def age_letter(questionnaire: Questionnaire, born: date, on: date) -> str | None:
    """Return the letter of the age item for a client on a day; None without such an item.

    Raises:
        BadInput: ``BORN_AFTER_DAY``, or ``AGE_NOT_COVERED`` below the youngest band.
    """
    if born > on:
        raise BadInput("BORN_AFTER_DAY", on=on)
    item = questionnaire.age_item
    if item is None:
        return None
    age = age_on(born, on)
    reached = [option for option in item.options if (option.from_age or 0) <= age]
    if not reached:
        youngest = item.options[0].from_age
        raise BadInput("AGE_NOT_COVERED", questionnaire=questionnaire.id, youngest=youngest)
    return reached[-1].letter


def with_age(questionnaire: Questionnaire, answers: Answers, *, born: date, on: date) -> Answers:
    """Return the answers with the age item's letter computed from the birth date.

    Raises:
        BadInput: as ``age_letter``; ``AGE_ANSWER_DIFFERS`` where another letter was given.
    """
    letter = age_letter(questionnaire, born, on)
    item = questionnaire.age_item
    if item is None or letter is None:
        return answers
    given = answers.get(item.id, letter)
    if given != letter:
        raise BadInput(
            "AGE_ANSWER_DIFFERS",
            item=item.id,
            number=questionnaire.items.index(item) + 1,
            letter=given,
            computed=letter,
        )
    return {**answers, item.id: letter}


def inconsistencies_in(questionnaire: Questionnaire, answers: Answers) -> tuple[Inconsistency, ...]:
    """Return the inconsistencies among the answers given so far."""
    return tuple(one for one in questionnaire.inconsistencies if _holds(one.when, answers))


def factor_points(questionnaire: Questionnaire, answers: Answers) -> tuple[FactorPoints, ...]:
    """Return the points by factor, in the order of the items, of answers that ``score`` takes."""
    found: dict[str, FactorPoints] = {}
    for item in counted_items(questionnaire, answers):
        before = found.get(item.factor, FactorPoints(item.factor, 0, 0, 0))
        all_points = [option.points for option in item.options]
        found[item.factor] = FactorPoints(
            item.factor,
            before.points + _points(questionnaire, item, answers),
            before.fewest + min(all_points),
            before.most + max(all_points),
        )
    return tuple(found.values())


def _time_part(questionnaire: Questionnaire) -> tuple[Item, ...]:
    scale = questionnaire.scale
    if isinstance(scale, SumScale):
        return ()
    return tuple(item for item in questionnaire.items if item.id in scale.time_items)


def _points(questionnaire: Questionnaire, item: Item, answers: Answers) -> int:
    number = questionnaire.items.index(item) + 1
    letter = answers.get(item.id)
    if letter is None:
        code = "AGE_NOT_GIVEN" if item.is_age else "ANSWER_MISSING"
        raise BadInput(code, item=item.id, number=number)
    option = item.option(letter)
    if option is None:
        letters = "".join(one.letter for one in item.options)
        raise BadInput(
            "ANSWER_UNKNOWN", item=item.id, number=number, letter=letter, letters=letters
        )
    return option.points


def _graded(
    scale: SumScale | MatrixScale, points: Mapping[str, int]
) -> tuple[int | TimeAndRisk, str]:
    if isinstance(scale, SumScale):
        total = sum(points.values())
        return total, _grade_in(scale.bands, total)
    time = sum(points[item] for item in scale.time_items)
    if time < scale.short_below:
        return TimeAndRisk(time, None), scale.short_grade
    risk = min(sum(points[item] for item in scale.risk_items), scale.risk_cap)
    row = next(row for row in scale.rows if row.lowest <= time <= row.highest)
    return TimeAndRisk(time, risk), _grade_in(row.bands, risk)


def _grade_in(bands: tuple[Band, ...], points: int) -> str:
    return next(band.grade for band in bands if band.holds(points))


def _lowering(questionnaire: Questionnaire, code: str, given: Answers) -> tuple[Override, ...]:
    codes = [grade.code for grade in questionnaire.grades]
    return tuple(
        override
        for override in questionnaire.overrides
        if codes.index(override.at_most) < codes.index(code) and _holds(override.when, given)
    )


def _lowest(questionnaire: Questionnaire, code: str, overrides: tuple[Override, ...]) -> Grade:
    allowed = {code, *(override.at_most for override in overrides)}
    return next(grade for grade in questionnaire.grades if grade.code in allowed)


def _holds(when: tuple[Condition, ...], answers: Answers) -> bool:
    return all(answers.get(one.item, "") in tuple(one.letters) for one in when)
