"""Bands and matrix of a questionnaire file: side by side, and every one reached by some answers.

A gap that no answers fall into still is a mistake between the bands of a sum; between the rows of
a matrix it is none, because published tables leave out the times nobody can have.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from advisor_desk.packs.questionnaire_checks import Found, may_hold
from advisor_desk.packs.questionnaire_file import GradeTable, MatrixTable, QuestionnaireFile
from advisor_desk.packs.questionnaire_reach import Outcome, outcomes


def edge_mistakes(file: QuestionnaireFile) -> Iterator[Found]:
    """Return the bands or rows that do not lie side by side; needs no points of answers."""
    return _edges(file.grade) if file.matrix is None else _rows(file.matrix)


def band_mistakes(file: QuestionnaireFile) -> Iterator[Found]:
    """Return the bands, rows and overrides that the answers do not reach, one place each."""
    overrides = [one for one in file.override if may_hold(file, one)]
    found = outcomes(file, overrides)
    if file.matrix is None:
        yield from _bands_reached(file.grade, {one.risk or 0 for one in found})
    else:
        yield from _cells_reached(file.matrix, found)
    lowered: set[int] = set()
    final: set[str] = set()
    based: set[str] = set()
    for one in found:
        base = _grade_of(file, one)
        if base is None:
            continue
        codes = file.grade_codes
        caps = {place: codes.index(overrides[place].at_most) for place in one.overrides}
        lowered |= {place for place, cap in caps.items() if cap < codes.index(base)}
        final.add(codes[min([codes.index(base), *caps.values()])])
        based.add(base)
    yield from _without_effect(file, [overrides[place].id for place in lowered])
    yield from _grades_reached(file, based, final)


def _edges(grades: Sequence[GradeTable]) -> Iterator[Found]:
    for place, grade in enumerate(grades):
        low, high = grade.from_points, grade.upto_points
        open_below = low is None and place > 0
        open_above = high is None and place < len(grades) - 1
        if open_below or open_above:
            yield Found("BAND_END_MISSING", ("grade", place), {"grade": grade.code})
        if low is not None and high is not None and low > high:
            facts = {"grade": grade.code, "lowest": str(low), "highest": str(high)}
            yield Found("BAND_EMPTY", ("grade", place, "from_points"), facts)
    for place, (before, after) in enumerate(pairwise(grades), start=1):
        yield from _neighbours(place, before, after)


def _neighbours(place: int, before: GradeTable, after: GradeTable) -> Iterator[Found]:
    if before.upto_points is None or after.from_points is None:
        return
    facts = {"grade": before.code, "next_grade": after.code}
    facts |= {"upto": str(before.upto_points), "lowest": str(after.from_points)}
    if after.from_points <= before.upto_points:
        yield Found("BANDS_OVERLAP", ("grade", place, "from_points"), facts)
    elif after.from_points > before.upto_points + 1:
        yield Found("BANDS_GAP", ("grade", place, "from_points"), facts)


def _bands_reached(grades: Sequence[GradeTable], totals: set[int]) -> Iterator[Found]:
    for place, grade in enumerate(grades):
        if not any(_in_band(grade, total) for total in totals):
            facts = {"grade": grade.code, "lowest": str(min(totals)), "highest": str(max(totals))}
            yield Found("BAND_NOT_REACHED", ("grade", place), facts)
    for end, outer in ((min(totals), 0), (max(totals), len(grades) - 1)):
        beyond = grades[outer]
        low, high = beyond.from_points, beyond.upto_points
        below = outer == 0 and low is not None and end < low
        above = outer == len(grades) - 1 and high is not None and end > high
        if below or above:
            yield Found("POINTS_WITHOUT_GRADE", ("grade", outer), {"points": str(end)})


def _in_band(grade: GradeTable, total: int) -> bool:
    above = grade.from_points is None or total >= grade.from_points
    return above and (grade.upto_points is None or total <= grade.upto_points)


def _rows(matrix: MatrixTable) -> Iterator[Found]:
    beginning = matrix.short_below
    for place, row in enumerate(matrix.row):
        here = ("matrix", "row", place)
        times = {"lowest": str(row.from_time), "highest": str(row.upto_time)}
        if row.from_time > row.upto_time:
            yield Found("ROW_EMPTY", (*here, "from_time"), times)
        if row.from_time < beginning:
            yield Found("ROWS_OVERLAP", (*here, "from_time"), times)
        if len(row.upto) != len(row.grades):
            facts = {"numbers": str(len(row.upto)), "grades": str(len(row.grades))}
            yield Found("ROW_LENGTHS_DIFFER", (*here, "upto"), facts)
        if any(low >= high for low, high in pairwise(row.upto)):
            yield Found("BANDS_OUT_OF_ORDER", (*here, "upto"), {})
        if row.upto and row.upto[-1] > matrix.risk_cap:
            yield Found("BAND_ABOVE_CAP", (*here, "upto"), {"cap": str(matrix.risk_cap)})
        beginning = max(beginning, row.upto_time + 1)


def _cells_reached(matrix: MatrixTable, found: set[Outcome]) -> Iterator[Found]:
    scores = {(one.time or 0, one.risk) for one in found}
    if all(risk is not None for _, risk in scores):
        yield Found("SHORT_NOT_REACHED", ("matrix", "short_below"), {})
    for time in sorted({time for time, risk in scores if risk is not None}):
        if not any(row.from_time <= time <= row.upto_time for row in matrix.row):
            yield Found("TIME_WITHOUT_ROW", ("matrix", "row"), {"time": str(time)})
    for place, row in enumerate(matrix.row):
        times = range(row.from_time, row.upto_time + 1)
        risks = {risk for time, risk in scores if time in times and risk is not None}
        yield from _row_reached(("matrix", "row", place, "upto"), row.upto, risks)


def _row_reached(
    here: tuple[str | int, ...], upto: Sequence[int], risks: set[int]
) -> Iterator[Found]:
    if not risks:
        yield Found("ROW_NOT_REACHED", here, {})
        return
    if upto and max(risks) > upto[-1]:
        yield Found("POINTS_WITHOUT_GRADE", here, {"points": str(max(risks))})
    low: int | None = None
    for number, high in enumerate(upto, start=1):
        if not any((low is None or risk > low) and risk <= high for risk in risks):
            yield Found("CELL_NOT_REACHED", here, {"number": str(number), "upto": str(high)})
        low = high


def _grade_of(file: QuestionnaireFile, outcome: Outcome) -> str | None:
    if file.matrix is None:
        within = [grade.code for grade in file.grade if _in_band(grade, outcome.risk or 0)]
        return within[0] if len(within) == 1 else None
    if outcome.risk is None:
        code = file.matrix.short_grade
        return code if code in file.grade_codes else None
    time, risk = outcome.time or 0, outcome.risk
    for row in file.matrix.row:
        if row.from_time <= time <= row.upto_time:
            cells = zip(row.upto, row.grades, strict=False)
            code = next((grade for high, grade in cells if risk <= high), "")
            return code if code in file.grade_codes else None
    return None


def _without_effect(file: QuestionnaireFile, lowered: Sequence[str]) -> Iterator[Found]:
    for place, override in enumerate(file.override):
        if may_hold(file, override) and override.id not in lowered:
            yield Found("OVERRIDE_WITHOUT_EFFECT", ("override", place), {"id": override.id})


def _grades_reached(file: QuestionnaireFile, based: set[str], final: set[str]) -> Iterator[Found]:
    for place, code in enumerate(file.grade_codes):
        named = code in based or file.matrix is not None
        if named and code not in final:
            yield Found("GRADE_NOT_REACHED", ("grade", place), {"grade": code})
