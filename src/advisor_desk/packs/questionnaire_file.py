"""The tables of a questionnaire file, as TOML has them.

Only shape and types are held here. What needs more than one table (bands, references, whether
every grade can be reached) is asked in ``questionnaire_checks`` and ``questionnaire_bands``.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from advisor_desk.domain.languages import Words
from advisor_desk.domain.text import checked_text
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.reading import Strict


def _printable(text: str) -> str:
    try:
        if checked_text(text, "text") == text:
            return text
    except BadInput as trouble:
        raise ValueError(trouble.code) from trouble
    raise ValueError("a text in composed form (NFC) without outer spaces")


Text = Annotated[str, AfterValidator(_printable)]
ItemId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
FileId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
Points = Annotated[int, Field(ge=-1000, le=1000)]
Total = Annotated[int, Field(ge=-100_000, le=100_000)]
Years = Annotated[int, Field(ge=0, le=120)]


class WordsTable(Strict):
    """One text in each language; none may be missing or empty."""

    en: Text
    zh_CN: Text  # noqa: N815 - the locale's own name
    zh_TW: Text  # noqa: N815 - the locale's own name

    def words(self) -> Words:
        """Return the texts as the domain has them."""
        return Words(self.en, self.zh_CN, self.zh_TW)


class OptionTable(Strict):
    """``[[item.option]]``; ``from_age`` on the age item alone."""

    letter: str
    points: Points
    say: WordsTable
    from_age: Years | None = None


class ItemTable(Strict):
    """``[[item]]``."""

    id: ItemId
    factor: ItemId
    ask: WordsTable
    help: WordsTable
    option: Annotated[tuple[OptionTable, ...], Field(max_length=26)]

    @property
    def letters(self) -> str:
        """Return the letters of the options."""
        return "".join(option.letter for option in self.option)

    @property
    def has_ages(self) -> bool:
        """Say whether any option belongs to an age."""
        return any(option.from_age is not None for option in self.option)


class ExampleTable(Strict):
    """What 10,000 yuan may have become after a year."""

    bad: Annotated[int, Field(ge=0)]
    usual: Annotated[int, Field(ge=0)]
    good: Annotated[int, Field(ge=0)]


class GradeTable(Strict):
    """``[[grade]]``, lowest first; on a sum scale with its band, open at the two outer ends."""

    code: Text
    label: Text
    name: WordsTable
    say: WordsTable
    in_money: WordsTable | None = None
    example: ExampleTable | None = None
    from_points: Total | None = None
    upto_points: Total | None = None


class RowTable(Strict):
    """``[[matrix.row]]``: the risk score up to each number gives the grade beside it."""

    from_time: Total
    upto_time: Total
    upto: tuple[Total, ...]
    grades: tuple[str, ...]


class MatrixTable(Strict):
    """``[matrix]``."""

    time_items: tuple[str, ...]
    risk_items: tuple[str, ...]
    risk_cap: Total
    short_below: Total
    short_grade: str
    row: tuple[RowTable, ...]


class OverrideTable(Strict):
    """``[[override]]``: ``when`` gives the letters by item; all of its items must fit."""

    id: ItemId
    when: dict[str, str]
    at_most: str
    say: WordsTable


class InconsistencyTable(Strict):
    """``[[inconsistency]]``."""

    id: ItemId
    when: dict[str, str]
    say: WordsTable


class QuestionnaireFile(Strict):
    """A whole file."""

    id: FileId
    edition: date
    scale: Literal["sum", "matrix"]
    valid_months: Annotated[int, Field(ge=1, le=120)]
    title: WordsTable
    source: WordsTable
    item: Annotated[tuple[ItemTable, ...], Field(max_length=60)]
    grade: Annotated[tuple[GradeTable, ...], Field(max_length=20)]
    matrix: MatrixTable | None = None
    override: Annotated[tuple[OverrideTable, ...], Field(max_length=12)] = ()
    inconsistency: tuple[InconsistencyTable, ...] = ()

    @property
    def grade_codes(self) -> list[str]:
        """Return the codes, lowest grade first."""
        return [grade.code for grade in self.grade]
