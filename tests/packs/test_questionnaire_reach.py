"""What sums worked out item by item reach is what listing all answers reaches."""

from collections.abc import Sequence
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.packs.written_questionnaire import grade, head, item, override

from advisor_desk.packs.questionnaire_file import OverrideTable, QuestionnaireFile
from advisor_desk.packs.questionnaire_reach import Outcome, outcomes
from advisor_desk.packs.reading import draft_toml


@st.composite
def files(draw: st.DrawFn) -> QuestionnaireFile:
    points = st.lists(st.integers(-3, 9), min_size=2, max_size=3)
    count = draw(st.integers(3, 5))
    items = "".join(item(f"q{n}", draw(points)) for n in range(count))
    holds = ""
    for n in range(draw(st.integers(0, 2))):
        asked = draw(st.lists(st.integers(0, count - 1), min_size=1, max_size=2, unique=True))
        letters = [draw(st.sampled_from(["A", "B", "AB"])) for _ in asked]
        pairs = zip(asked, letters, strict=True)
        when = ", ".join(f'q{q} = "{chosen}"' for q, chosen in pairs)
        holds += override("G1", when, name=f"o{n}")
    scale = draw(st.sampled_from(["sum", "matrix"]))
    matrix = ""
    if scale == "matrix":
        risk = ", ".join(f'"q{n}"' for n in range(2, count))
        matrix = f'[matrix]\ntime_items = ["q0", "q1"]\nrisk_items = [{risk}]\nrow = []\n'
        matrix += 'risk_cap = 9\nshort_below = 3\nshort_grade = "G1"\n'
    text = head(scale) + items + grade("G1") + matrix + holds
    made = draft_toml(text.encode(), QuestionnaireFile, "example.toml").model
    assert made is not None
    return made


@given(files())
@settings(max_examples=150, deadline=None)
def test_sums_item_by_item_find_what_listing_all_answers_finds(file: QuestionnaireFile) -> None:
    ids = [one.id for one in file.item]

    listed = {
        outcome_of(file, dict(zip(ids, chosen, strict=True)))
        for chosen in product(*(range(len(one.option)) for one in file.item))
    }

    assert outcomes(file, file.override) == listed


def outcome_of(file: QuestionnaireFile, chosen: dict[str, int]) -> Outcome:
    worth = {one.id: one.option[chosen[one.id]].points for one in file.item}
    letters = {name: "ABC"[place] for name, place in chosen.items()}
    if file.matrix is None:
        return Outcome(None, sum(worth.values()), holding(file.override, letters))
    time = sum(worth[one] for one in file.matrix.time_items)
    if time < file.matrix.short_below:
        asked = {one: letters[one] for one in file.matrix.time_items}
        return Outcome(time, None, holding(file.override, asked))
    risk = sum(worth[one] for one in file.matrix.risk_items)
    return Outcome(time, min(risk, file.matrix.risk_cap), holding(file.override, letters))


def holding(overrides: Sequence[OverrideTable], letters: dict[str, str]) -> frozenset[int]:
    return frozenset(
        place
        for place, one in enumerate(overrides)
        if all(letters.get(name, "-") in wanted for name, wanted in one.when.items())
    )
