"""What must fit together in a questionnaire file beside its bands: ids, letters, ages, words.

Each check returns all it finds; none of them stops another, so that head office mends a file once.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from string import ascii_uppercase

from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.packs.questionnaire_file import (
    InconsistencyTable,
    ItemTable,
    MatrixTable,
    OverrideTable,
    QuestionnaireFile,
)
from advisor_desk.packs.reading import Place

FEWEST_OPTIONS = 2


@dataclass(frozen=True, slots=True)
class Found:
    """A mistake before its line is known."""

    code: str
    place: Place
    facts: Mapping[str, str]


def reference_mistakes(file: QuestionnaireFile) -> Iterator[Found]:
    """Return every mistake that needs no sums."""
    yield from _repeated("item", [item.id for item in file.item], "id")
    yield from _repeated("grade", file.grade_codes, "code")
    yield from _repeated("override", [one.id for one in file.override], "id")
    yield from _repeated("inconsistency", [one.id for one in file.inconsistency], "id")
    for name, rows in (("item", file.item), ("grade", file.grade)):
        if not rows:
            yield Found("TABLE_EMPTY", (name,), {})
    for place, item in enumerate(file.item):
        yield from _letters(place, item)
        yield from _ages(place, item)
    yield from _age_items(file)
    yield from _conditions(file)
    yield from _grades_named(file)
    yield from _scale(file)
    yield from _money(file)


def may_hold(file: QuestionnaireFile, override: OverrideTable) -> bool:
    """Say whether an override names only items, letters and a grade that exist."""
    letters = {item.id: item.letters for item in file.item}
    known = all(
        item in letters and wanted and set(wanted) <= set(letters[item])
        for item, wanted in override.when.items()
    )
    return bool(override.when) and known and override.at_most in file.grade_codes


def sums_can_be_made(file: QuestionnaireFile) -> bool:
    """Say whether there are items with options, and grades, to work totals out from."""
    return bool(file.item and file.grade) and all(item.option for item in file.item)


def _repeated(table: str, ids: Sequence[str], key: str) -> Iterator[Found]:
    for place, one in enumerate(ids):
        if one in ids[:place]:
            yield Found("ID_REPEATED", (table, place, key), {"id": one})


def _letters(place: int, item: ItemTable) -> Iterator[Found]:
    if len(item.option) < FEWEST_OPTIONS:
        yield Found("OPTIONS_TOO_FEW", ("item", place), {"item": item.id})
    for number, option in enumerate(item.option):
        if option.letter != ascii_uppercase[number]:
            facts = {"item": item.id, "letter": option.letter, "wanted": ascii_uppercase[number]}
            yield Found("LETTER_OUT_OF_ORDER", ("item", place, "option", number, "letter"), facts)


def _ages(place: int, item: ItemTable) -> Iterator[Found]:
    if not item.has_ages:
        return
    for number, option in enumerate(item.option):
        if option.from_age is None:
            here: Place = ("item", place, "option", number)
            yield Found("AGE_MISSING", here, {"item": item.id, "letter": option.letter})
    ages = [option.from_age for option in item.option]
    for number, (before, after) in enumerate(pairwise(ages), start=1):
        if before is not None and after is not None and before >= after:
            here = ("item", place, "option", number, "from_age")
            yield Found("AGES_OUT_OF_ORDER", here, {"item": item.id})


def _age_items(file: QuestionnaireFile) -> Iterator[Found]:
    found = [place for place, item in enumerate(file.item) if item.has_ages]
    for place in found[1:]:
        yield Found("AGE_ITEM_REPEATED", ("item", place), {"item": file.item[place].id})


def _conditions(file: QuestionnaireFile) -> Iterator[Found]:
    letters = {item.id: item.letters for item in file.item}
    tables: tuple[tuple[str, Sequence[OverrideTable | InconsistencyTable], int], ...] = (
        ("override", file.override, 1),
        ("inconsistency", file.inconsistency, 2),
    )
    for table, rows, fewest in tables:
        for place, row in enumerate(rows):
            here: Place = (table, place, "when")
            if len(row.when) < fewest:
                facts = {"id": row.id, "fewest": str(fewest)}
                yield Found("WHEN_TOO_SHORT", here, facts)
            for item, wanted in row.when.items():
                yield from _condition((*here, item), row.id, item, wanted, letters.get(item))


def _condition(
    here: Place, row: str, item: str, wanted: str, letters: str | None
) -> Iterator[Found]:
    if letters is None:
        yield Found("WHEN_ITEM_UNKNOWN", here, {"id": row, "item": item})
        return
    unknown = "".join(letter for letter in wanted if letter not in letters)
    if unknown or not wanted:
        facts = {"id": row, "item": item, "letter": unknown, "letters": letters}
        yield Found("WHEN_LETTER_UNKNOWN", here, facts)


def _grades_named(file: QuestionnaireFile) -> Iterator[Found]:
    named: list[tuple[Place, str]] = [
        (("override", place, "at_most"), one.at_most) for place, one in enumerate(file.override)
    ]
    if file.matrix:
        named.append((("matrix", "short_grade"), file.matrix.short_grade))
        for place, row in enumerate(file.matrix.row):
            named += [(("matrix", "row", place, "grades"), code) for code in row.grades]
    codes = file.grade_codes
    for here, code in named:
        if code not in codes:
            facts = {"grade": code, "grades": ", ".join(codes)}
            yield Found("QUESTIONNAIRE_GRADE_UNKNOWN", here, facts)


def _scale(file: QuestionnaireFile) -> Iterator[Found]:
    if file.scale == "sum":
        if file.matrix is not None:
            yield Found("MATRIX_NOT_EXPECTED", ("matrix",), {})
        return
    if file.matrix is None:
        yield Found("MATRIX_MISSING", ("scale",), {})
        return
    for place, grade in enumerate(file.grade):
        if grade.from_points is not None or grade.upto_points is not None:
            yield Found("BAND_NOT_EXPECTED", ("grade", place), {"grade": grade.code})
    yield from _parts(file, file.matrix)


def _parts(file: QuestionnaireFile, matrix: MatrixTable) -> Iterator[Found]:
    ids = [item.id for item in file.item]
    counted = [*matrix.time_items, *matrix.risk_items]
    for part in ("time_items", "risk_items"):
        for item in getattr(matrix, part):
            if item not in ids:
                yield Found("MATRIX_ITEM_UNKNOWN", ("matrix", part), {"item": item})
    for place, item in enumerate(ids):
        if counted.count(item) != 1:
            facts = {"item": item, "times": str(counted.count(item))}
            yield Found("ITEM_NOT_COUNTED_ONCE", ("item", place), facts)
    if tuple(ids[: len(matrix.time_items)]) != matrix.time_items:
        yield Found("TIME_ITEMS_NOT_FIRST", ("matrix", "time_items"), {})


def _money(file: QuestionnaireFile) -> Iterator[Found]:
    serves_sale = file.grade_codes == [one.name for one in RiskTolerance]
    worst: int | None = None
    for place, grade in enumerate(file.grade):
        example = grade.example
        if serves_sale and (example is None or grade.in_money is None):
            yield Found("MONEY_EXAMPLE_MISSING", ("grade", place), {"grade": grade.code})
        if example is None:
            continue
        in_order = example.bad <= example.usual <= example.good
        if not in_order or (worst is not None and example.bad > worst):
            here: Place = ("grade", place, "example")
            yield Found("MONEY_EXAMPLE_OUT_OF_ORDER", here, {"grade": grade.code})
        worst = example.bad
