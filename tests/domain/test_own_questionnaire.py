"""Our own questionnaire grades invented people as a careful banker would, and explains itself."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.scoring import answers_of, score
from advisor_desk.packs.questionnaires import SALE_QUESTIONNAIRE, load_questionnaire

TODAY = date(2026, 11, 23)
OWN = load_questionnaire(SALE_QUESTIONNAIRE, TODAY)


@given(st.integers(0, 13), st.integers(0, 5))
@settings(deadline=None)
def test_on_our_own_questionnaire_a_bolder_answer_never_lowers_the_grade_of_points(
    place: int, start: int
) -> None:
    item = OWN.items[place]
    if item.is_age:
        return
    letters = [one.options[min(start, len(one.options) - 1)].letter for one in OWN.items]
    grades = []
    for option in item.options:
        letters[place] = option.letter
        found = score(OWN, answers_of(OWN, "".join(letters)), on=TODAY)
        grades.append(RiskTolerance[found.grade_of_points.code].value)
    assert grades == sorted(grades)


PEOPLE = [
    ("a pensioner of 72 who has only deposits and wants no loss", "EBBAAABBAABBAA", "A1"),
    ("a widow of 78 who lives on her savings", "FAABAAABAABBAB", "A1"),
    ("a pensioner of 72 with government bonds who bears a small loss", "EBBBBCBBBBCCBB", "A2"),
    ("parents of 35 saving for school fees", "CCBBBBBBBBCCBB", "A2"),
    ("a pensioner of 71 with experience who waits when prices fall", "EBBBCCBCCBCCCC", "A3"),
    ("an earner of 42 with mixed funds and some years", "CCBCCCCCCBCCBC", "A3"),
    ("an earner of 52 who takes the middle answers", "DCCCCCCCCCCCCC", "A3"),
    ("an engineer of 38 with share funds and ten years of time", "CDCDCDDCCCDDCD", "A4"),
    ("a business owner of 45 with plenty left and long experience", "CDDDDDDDDDDDDE", "A5"),
    ("a schoolboy of 16", "AABAABBBABABAB", "A1"),
]


@pytest.mark.parametrize(("who", "letters", "grade"), PEOPLE, ids=[one[0] for one in PEOPLE])
def test_our_own_questionnaire_grades_people_as_a_careful_banker_would(
    who: str, letters: str, grade: str
) -> None:
    found = score(OWN, answers_of(OWN, letters), on=TODAY)

    assert found.tolerance is RiskTolerance[grade], who
    assert found.inconsistencies == ()


def test_who_wants_no_loss_at_all_gets_the_lowest_grade_whatever_the_points_say() -> None:
    found = score(OWN, answers_of(OWN, "CDDDDDDDDDDDDA"), on=TODAY)

    assert found.grade_of_points.code == "A5"
    assert found.grade.code == "A1"
    assert [one.id for one in found.overrides] == ["no_loss_at_all"]


@pytest.mark.parametrize(
    ("letters", "override", "grade"),
    [
        ("CDDDDDADDDDDDE", "needed_within_a_year", "A2"),
        ("CDDDDADDDDDDDE", "for_living_costs", "A2"),
        ("CDDDDDDADDDDDE", "no_other_money", "A3"),
        ("CDDADDDDDDBDDE", "nothing_held_risk_unknown", "A2"),
    ],
)
def test_one_answer_can_hold_a_high_grade_down(letters: str, override: str, grade: str) -> None:
    found = score(OWN, answers_of(OWN, letters), on=TODAY)

    assert [one.id for one in found.overrides] == [override]
    assert found.grade.code == grade


def test_of_two_overrides_the_stricter_one_counts_and_both_are_named() -> None:
    found = score(OWN, answers_of(OWN, "CDDDDDDADDDDDA"), on=TODAY)

    assert [one.id for one in found.overrides] == ["no_loss_at_all", "no_other_money"]
    assert found.grade.code == "A1"


def test_an_override_that_changes_nothing_is_not_named() -> None:
    found = score(OWN, answers_of(OWN, "EBBAAABBAABBAA"), on=TODAY)

    assert found.grade.code == "A1"
    assert found.overrides == ()


def test_inconsistent_answers_are_listed_and_change_nothing() -> None:
    found = score(OWN, answers_of(OWN, "CDDDDDDDDDDDDB"), on=TODAY)

    assert {one.id for one in found.inconsistencies} == {
        "small_loss_high_return",
        "small_loss_wide_range",
    }
    assert found.grade == found.grade_of_points
