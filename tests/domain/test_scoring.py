"""Answers become points and grades exactly as the worked samples and the published limits say."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_desk.domain.questionnaire import MatrixScale, Questionnaire, SumScale
from advisor_desk.domain.scoring import (
    Answers,
    TimeAndRisk,
    age_letter,
    answers_of,
    factor_points,
    items_asked,
    score,
    with_age,
)
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.questionnaires import (
    SALE_QUESTIONNAIRE,
    load_questionnaire,
    questionnaire_ids,
)

TODAY = date(2026, 11, 23)
SAMPLE = Path(__file__).parents[1] / "data" / "questionnaire_sample.csv"
IDS = questionnaire_ids()
TEN = load_questionnaire("ten-item", TODAY)
ELEVEN = load_questionnaire("eleven-item", TODAY)
THIRTEEN = load_questionnaire("thirteen-item", TODAY)
MATRIX = load_questionnaire("time-risk-matrix", TODAY)
OWN = load_questionnaire(SALE_QUESTIONNAIRE, TODAY)


def rows() -> list[dict[str, str]]:
    with SAMPLE.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['questionnaire']} {row['case']}")
def test_a_worked_sample_scores_as_written(row: dict[str, str]) -> None:
    questionnaire = load_questionnaire(row["questionnaire"], TODAY)

    found = score(questionnaire, answers_of(questionnaire, row["answers"]), on=TODAY)

    points = found.points
    said = f"T{points.time}/R{points.risk}" if isinstance(points, TimeAndRisk) else str(points)
    assert said == row["score"]
    assert found.grade.code == row["grade"]
    assert found.grade.label == (row["label"] or row["grade"])


BOUNDARIES = [
    (TEN, "A1", 20, "A2"),
    (TEN, "A2", 45, "A3"),
    (TEN, "A3", 70, "A4"),
    (TEN, "A4", 85, "A5"),
    (ELEVEN, "C1", 15, "C2"),
    (ELEVEN, "C2", 35, "C3"),
    (ELEVEN, "C3", 60, "C4"),
    (ELEVEN, "C4", 80, "C5"),
    (THIRTEEN, "G1", 18, "G2"),
    (THIRTEEN, "G2", 22, "G3"),
    (THIRTEEN, "G3", 28, "G4"),
    (THIRTEEN, "G4", 32, "G5"),
    (OWN, "A1", 22, "A2"),
    (OWN, "A2", 42, "A3"),
    (OWN, "A3", 64, "A4"),
    (OWN, "A4", 82, "A5"),
]


@pytest.mark.parametrize(
    ("questionnaire", "below", "highest", "above"),
    BOUNDARIES,
    ids=lambda value: value.id if isinstance(value, Questionnaire) else str(value),
)
def test_the_last_point_of_a_band_and_the_next_one_part_two_grades(
    questionnaire: Questionnaire, below: str, highest: int, above: str
) -> None:
    for points, code in ((highest, below), (highest + 1, above)):
        found = score(questionnaire, answers_worth(questionnaire, points), on=TODAY)
        assert (found.points, found.grade_of_points.code) == (points, code)


def answers_worth(questionnaire: Questionnaire, wanted: int) -> Answers:
    """Return some answers that add up to the wanted points: a walk back through all sums."""
    sums: list[dict[int, str]] = [{0: ""}]
    for item in questionnaire.items:
        following = {
            total + option.points: letters + option.letter
            for total, letters in sums[-1].items()
            for option in item.options
        }
        sums.append(following)
    return answers_of(questionnaire, sums[-1][wanted])


@pytest.mark.parametrize(
    ("time", "risk", "grade"),
    [
        (3, 18, "Conservative"),
        (3, 19, "Moderately conservative"),
        (4, 31, "Moderately conservative"),
        (4, 32, "Moderate"),
        (4, 40, "Moderate"),
        (5, 15, "Conservative"),
        (5, 16, "Moderately conservative"),
        (5, 24, "Moderately conservative"),
        (5, 25, "Moderate"),
        (5, 35, "Moderate"),
        (5, 36, "Moderately aggressive"),
        (7, 12, "Conservative"),
        (7, 13, "Moderately conservative"),
        (9, 20, "Moderately conservative"),
        (9, 21, "Moderate"),
        (8, 28, "Moderate"),
        (8, 29, "Moderately aggressive"),
        (9, 37, "Moderately aggressive"),
        (9, 38, "Aggressive"),
        (10, 11, "Conservative"),
        (10, 12, "Moderately conservative"),
        (11, 18, "Moderately conservative"),
        (11, 19, "Moderate"),
        (11, 26, "Moderate"),
        (11, 27, "Moderately aggressive"),
        (10, 34, "Moderately aggressive"),
        (10, 35, "Aggressive"),
        (14, 10, "Conservative"),
        (14, 11, "Moderately conservative"),
        (15, 17, "Moderately conservative"),
        (15, 18, "Moderate"),
        (18, 24, "Moderate"),
        (18, 25, "Moderately aggressive"),
        (18, 31, "Moderately aggressive"),
        (18, 32, "Aggressive"),
        (18, 40, "Aggressive"),
    ],
)
def test_both_sides_of_each_cell_of_the_matrix(time: int, risk: int, grade: str) -> None:
    found = score(MATRIX, matrix_answers(time, risk), on=TODAY)

    assert found.points == TimeAndRisk(time, risk)
    assert found.grade.code == grade


def matrix_answers(time: int, risk: int) -> Answers:
    """Return answers with these two scores; a risk of 40 is any sum of 40 or more."""
    assert isinstance(MATRIX.scale, MatrixScale)
    sums: dict[tuple[int, int], str] = {(0, 0): ""}
    for item in MATRIX.items:
        following: dict[tuple[int, int], str] = {}
        for (before_time, before_risk), letters in sums.items():
            for option in item.options:
                for_time = item.id in MATRIX.scale.time_items
                key = (
                    before_time + option.points * for_time,
                    min(before_risk + option.points * (not for_time), MATRIX.scale.risk_cap),
                )
                following[key] = letters + option.letter
        sums = following
    return answers_of(MATRIX, sums[time, risk])


def test_risk_points_above_the_cap_count_as_the_cap() -> None:
    assert score(MATRIX, answers_of(MATRIX, "DDDCCDE"), on=TODAY).points == TimeAndRisk(18, 40)


@pytest.mark.parametrize(("letters", "time"), [("AA", 1), ("AB", 2)])
def test_on_a_short_horizon_the_risk_part_is_neither_asked_nor_read(
    letters: str, time: int
) -> None:
    for rest in ("AAAAA", "DDDDD", "ZZZZZ", "-----"):
        found = score(MATRIX, answers_of(MATRIX, letters + rest), on=TODAY)
        assert found.points == TimeAndRisk(time, None)
        assert found.grade.code == "SHORT"
    asked = items_asked(MATRIX, {"first_use": letters[0], "use_up": letters[1]})
    assert [item.id for item in asked] == ["first_use", "use_up"]


def test_from_a_time_score_of_3_on_the_risk_part_is_asked() -> None:
    assert len(items_asked(MATRIX, {"first_use": "B", "use_up": "A"})) == len(MATRIX.items)


def test_until_the_time_part_is_answered_the_whole_matrix_questionnaire_is_shown() -> None:
    assert len(items_asked(MATRIX, {})) == len(MATRIX.items)
    assert len(items_asked(MATRIX, {"first_use": "A"})) == len(MATRIX.items)


def test_the_age_is_never_asked() -> None:
    asked = [item.id for item in items_asked(OWN, {})]
    assert "age" not in asked
    assert len(asked) == len(OWN.items) - 1


@pytest.mark.parametrize(
    ("questionnaire", "born", "letter"),
    [
        (TEN, "2008-11-23", "A"),
        (TEN, "1995-11-24", "A"),
        (TEN, "1995-11-23", "B"),
        (TEN, "1975-11-24", "B"),
        (TEN, "1975-11-23", "C"),
        (TEN, "1961-11-24", "C"),
        (TEN, "1961-11-23", "D"),
        (ELEVEN, "2008-11-23", "A"),
        (ELEVEN, "2000-11-24", "A"),
        (ELEVEN, "2000-11-23", "B"),
        (ELEVEN, "1975-11-24", "B"),
        (ELEVEN, "1975-11-23", "C"),
        (ELEVEN, "1965-11-24", "C"),
        (ELEVEN, "1965-11-23", "D"),
        (ELEVEN, "1960-11-24", "D"),
        (ELEVEN, "1960-11-23", "E"),
        (OWN, "2026-11-23", "A"),
        (OWN, "2008-11-24", "A"),
        (OWN, "2008-11-23", "B"),
        (OWN, "1961-11-24", "D"),
        (OWN, "1961-11-23", "E"),
        (OWN, "1951-11-24", "E"),
        (OWN, "1951-11-23", "F"),
        (THIRTEEN, "2020-01-01", None),
    ],
)
def test_the_letter_of_the_age_changes_on_the_birthday(
    questionnaire: Questionnaire, born: str, letter: str | None
) -> None:
    assert age_letter(questionnaire, date.fromisoformat(born), TODAY) == letter


@pytest.mark.parametrize("questionnaire", [TEN, ELEVEN])
def test_below_the_youngest_band_there_is_no_letter(questionnaire: Questionnaire) -> None:
    with pytest.raises(BadInput, match="AGE_NOT_COVERED"):
        age_letter(questionnaire, date(2008, 11, 24), TODAY)


def test_nobody_is_assessed_before_being_born() -> None:
    assert age_letter(OWN, TODAY, TODAY) == "A"
    with pytest.raises(BadInput, match="BORN_AFTER_DAY"):
        age_letter(OWN, date(2026, 11, 24), TODAY)


def test_a_letter_of_the_age_must_agree_with_the_birth_date() -> None:
    born = date(1960, 1, 1)
    letters = "-AAAAAAAAA"
    computed = with_age(TEN, answers_of(TEN, letters), born=born, on=TODAY)
    assert computed["age"] == "D"
    assert with_age(TEN, answers_of(TEN, "D" + letters[1:]), born=born, on=TODAY) == computed
    with pytest.raises(BadInput, match="AGE_ANSWER_DIFFERS"):
        with_age(TEN, answers_of(TEN, "C" + letters[1:]), born=born, on=TODAY)


@pytest.mark.parametrize(
    ("letters", "code", "number"),
    [
        ("AAAAAAAAA", "ANSWERS_TOO_FEW", "10"),
        ("", "ANSWERS_TOO_FEW", "1"),
        ("AAbAAAAAAA", "ANSWER_NOT_A_LETTER", "3"),
        ("AAAA AAAAA", "ANSWER_NOT_A_LETTER", "5"),
        ("AAAA\N{FULLWIDTH LATIN CAPITAL LETTER A}AAAAA", "ANSWER_NOT_A_LETTER", "5"),
        ("AA-AAAAAAA", "ANSWER_UNKNOWN", "3"),
        ("AAEAAAAAAA", "ANSWER_UNKNOWN", "3"),
        ("-AAAAAAAAA", "AGE_NOT_GIVEN", "1"),
    ],
)
def test_letters_that_cannot_be_scored_are_refused_with_the_item(
    letters: str, code: str, number: str
) -> None:
    with pytest.raises(BadInput, match=code) as refused:
        score(TEN, answers_of(TEN, letters), on=TODAY)
    assert refused.value.facts["number"] == number


def test_more_letters_than_items_are_refused() -> None:
    with pytest.raises(BadInput, match="ANSWERS_TOO_MANY"):
        answers_of(TEN, "A" * 11)


def test_a_missing_answer_and_an_unknown_item_are_refused_by_name() -> None:
    answers = dict(answers_of(TEN, "A" * 10))
    with pytest.raises(BadInput, match="ITEM_UNKNOWN"):
        score(TEN, {**answers, "weather": "A"}, on=TODAY)
    del answers["aim"]
    with pytest.raises(BadInput, match="ANSWER_MISSING") as refused:
        score(TEN, answers, on=TODAY)
    assert refused.value.facts == {"item": "aim", "number": "9"}


@st.composite
def any_answers(draw: st.DrawFn) -> tuple[Questionnaire, Answers]:
    questionnaire = load_questionnaire(draw(st.sampled_from(IDS)), TODAY)
    letters = [draw(st.sampled_from(item.options)).letter for item in questionnaire.items]
    return questionnaire, answers_of(questionnaire, "".join(letters))


@given(any_answers())
@settings(max_examples=300, deadline=None)
def test_every_set_of_answers_has_exactly_one_grade(drawn: tuple[Questionnaire, Answers]) -> None:
    questionnaire, answers = drawn

    found = score(questionnaire, answers, on=TODAY)

    assert found == score(questionnaire, dict(reversed(answers.items())), on=TODAY)
    assert found.grade in questionnaire.grades
    if isinstance(questionnaire.scale, SumScale):
        points = found.points
        assert isinstance(points, int)
        assert sum(band.holds(points) for band in questionnaire.scale.bands) == 1
        assert points == sum(part.points for part in factor_points(questionnaire, answers))
    elif isinstance(found.points, TimeAndRisk) and found.points.risk is not None:
        time, risk = found.points.time, found.points.risk
        rows = [row for row in questionnaire.scale.rows if row.lowest <= time <= row.highest]
        assert [band.grade for row in rows for band in row.bands if band.holds(risk)] == [
            found.grade.code
        ]


@given(any_answers())
@settings(max_examples=300, deadline=None)
def test_an_override_never_raises_a_grade(drawn: tuple[Questionnaire, Answers]) -> None:
    questionnaire, answers = drawn
    codes = [grade.code for grade in questionnaire.grades]

    found = score(questionnaire, answers, on=TODAY)

    lowered = codes.index(found.grade.code) < codes.index(found.grade_of_points.code)
    assert codes.index(found.grade.code) <= codes.index(found.grade_of_points.code)
    assert lowered == bool(found.overrides)


def test_only_grades_a1_to_a5_serve_a_sale() -> None:
    serving = {one for one in IDS if load_questionnaire(one, TODAY).serves_sale}

    assert serving == {SALE_QUESTIONNAIRE, "ten-item"}
    assert score(ELEVEN, answers_of(ELEVEN, "A" * 11), on=TODAY).tolerance is None


@pytest.mark.parametrize(
    ("taken", "until"),
    [("2026-11-23", "2027-11-23"), ("2024-02-29", "2025-02-28"), ("2023-02-28", "2024-02-28")],
)
def test_a_result_counts_through_the_same_day_twelve_months_later(taken: str, until: str) -> None:
    found = score(TEN, answers_of(TEN, "A" * 10), on=date.fromisoformat(taken))

    assert found.valid_until == date.fromisoformat(until)
