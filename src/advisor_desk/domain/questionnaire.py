"""Risk questionnaires (風險承受能力評估問卷): items, scales, grades, as one edition has them.

An override only ever lowers a grade; an inconsistency between answers is listed and changes
nothing. How answers become a grade stands in ``domain/scoring.py``.
"""

from dataclasses import dataclass
from datetime import date

from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.languages import Words
from advisor_desk.domain.trouble import BadInput


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to an item. ``from_age`` (years, birthday included) only on the age item."""

    letter: str
    points: int
    say: Words
    from_age: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One question. ``factor`` says what it tells about the client; ``help`` is neutral (S51)."""

    id: str
    factor: str
    ask: Words
    help: Words
    options: tuple[Option, ...]

    @property
    def is_age(self) -> bool:
        """Say whether the answer is computed from the birth date, never asked."""
        return self.options[0].from_age is not None

    def option(self, letter: str) -> Option | None:
        """Return the option of a letter."""
        return next((option for option in self.options if option.letter == letter), None)


@dataclass(frozen=True, slots=True)
class MoneyExample:
    """What 10,000 yuan may have become after a bad, a usual and a good year. Never a promise."""

    bad: int
    usual: int
    good: int


@dataclass(frozen=True, slots=True)
class Grade:
    """A result. ``label`` is its published name, one for all languages; ``name`` is for people."""

    code: str
    label: str
    name: Words
    say: Words
    in_money: Words | None
    example: MoneyExample | None


@dataclass(frozen=True, slots=True)
class Condition:
    """The answer to an item is one of ``letters``."""

    item: str
    letters: str


@dataclass(frozen=True, slots=True)
class Override:
    """Answers that allow no grade above ``at_most``, whatever the points say."""

    id: str
    when: tuple[Condition, ...]
    at_most: str
    say: Words


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """Answers that do not go together: talked about with the client, never corrected."""

    id: str
    when: tuple[Condition, ...]
    say: Words


@dataclass(frozen=True, slots=True)
class Band:
    """The points that give one grade, both ends included; None is open."""

    grade: str
    lowest: int | None
    highest: int | None

    def holds(self, points: int) -> bool:
        """Say whether the points lie in the band."""
        above = self.lowest is None or points >= self.lowest
        return above and (self.highest is None or points <= self.highest)


@dataclass(frozen=True, slots=True)
class SumScale:
    """All points added up; bands lie side by side, lowest grade first."""

    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """For a time score from ``lowest`` to ``highest``: bands of the risk score."""

    lowest: int
    highest: int
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class MatrixScale:
    """Two scores and a table. A time score below ``short_below`` ends it: risk is not asked."""

    time_items: tuple[str, ...]
    risk_items: tuple[str, ...]
    risk_cap: int
    short_below: int
    short_grade: str
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """One edition of a questionnaire. ``grades`` stand from the most careful upwards."""

    id: str
    edition: date
    title: Words
    source: Words
    valid_months: int
    items: tuple[Item, ...]
    grades: tuple[Grade, ...]
    scale: SumScale | MatrixScale
    overrides: tuple[Override, ...]
    inconsistencies: tuple[Inconsistency, ...]
    sha256: str

    @property
    def serves_sale(self) -> bool:
        """Say whether its grades are A1 to A5: only these can be matched with products."""
        return [grade.code for grade in self.grades] == [one.name for one in RiskTolerance]

    @property
    def age_item(self) -> Item | None:
        """Return the item computed from the birth date."""
        return next((item for item in self.items if item.is_age), None)

    def item(self, item_id: str) -> Item:
        """Return an item.

        Raises:
            BadInput: ``ITEM_UNKNOWN``.
        """
        for item in self.items:
            if item.id == item_id:
                return item
        raise BadInput("ITEM_UNKNOWN", item=item_id, questionnaire=self.id)

    def grade(self, code: str) -> Grade:
        """Return a grade of this questionnaire by its code."""
        return next(grade for grade in self.grades if grade.code == code)
