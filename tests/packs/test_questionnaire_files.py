"""A questionnaire file with a mistake is refused whole: every mistake, each with its line."""

from datetime import date
from pathlib import Path

import pytest
from tests.packs.written_questionnaire import grade, head, item, override, words

from advisor_desk.domain.languages import Language
from advisor_desk.domain.trouble import BadData
from advisor_desk.packs.questionnaires import load_questionnaire, read_questionnaire
from advisor_desk.packs.wording import trouble_text

SUM = (
    head("sum")
    + item("age", [0, 2], [0, 65])
    + item("hope", [0, 3, 6])
    + item("worry", [0, 4, 8])
    + grade("G1", "upto_points = 4")
    + grade("G2", "from_points = 5", "upto_points = 10")
    + grade("G3", "from_points = 11")
    + override("G1", 'worry = "A"')
    + f'[[inconsistency]]\nid = "odd"\nwhen = {{ hope = "C", worry = "A" }}\n{words("say")}'
)
MATRIX = (
    head("matrix")
    + item("first", [1, 4])
    + item("last", [0, 3])
    + item("fall", [0, 5])
    + item("plan", [0, 5, 9])
    + "".join(grade(code) for code in ("SHORT", "LOW", "HIGH"))
    + '[matrix]\ntime_items = ["first", "last"]\nrisk_items = ["fall", "plan"]\n'
    + 'risk_cap = 12\nshort_below = 3\nshort_grade = "SHORT"\n'
    + '[[matrix.row]]\nfrom_time = 3\nupto_time = 5\nupto = [5, 12]\ngrades = ["LOW", "HIGH"]\n'
    + '[[matrix.row]]\nfrom_time = 7\nupto_time = 8\nupto = [4, 12]\ngrades = ["LOW", "HIGH"]\n'
)


def read(text: str) -> None:
    read_questionnaire(text.encode(), "example.toml")


def mistakes(text: str) -> list[tuple[str, str]]:
    with pytest.raises(BadData) as refused:
        read(text)
    for mistake in refused.value.mistakes:
        for language in Language:
            assert trouble_text(mistake, language)
    return [
        (mistake.code, text.splitlines()[mistake.line - 1]) for mistake in refused.value.mistakes
    ]


def test_a_file_without_mistakes_is_used() -> None:
    read(SUM)
    read(MATRIX)


SUM_MISTAKES = [
    ("from_points = 5", "from_points = 4", "BANDS_OVERLAP", "from_points = 4"),
    ("from_points = 11", "from_points = 12", "BANDS_GAP", "from_points = 12"),
    ("upto_points = 10\n", "", "BAND_END_MISSING", "[[grade]]"),
    ("from_points = 5\n", "", "BAND_END_MISSING", "[[grade]]"),
    ("upto_points = 4", "upto_points = 4\nfrom_points = 1", "POINTS_WITHOUT_GRADE", "[[grade]]"),
    (
        "from_points = 11",
        "from_points = 11\nupto_points = 15",
        "POINTS_WITHOUT_GRADE",
        "[[grade]]",
    ),
    ('worry = "A" }', 'mood = "A" }', "WHEN_ITEM_UNKNOWN", 'when = { mood = "A" }'),
    ('{ worry = "A" }', '{ worry = "AD" }', "WHEN_LETTER_UNKNOWN", 'when = { worry = "AD" }'),
    ('{ worry = "A" }', '{ worry = "" }', "WHEN_LETTER_UNKNOWN", 'when = { worry = "" }'),
    ('{ worry = "A" }', "{  }", "WHEN_TOO_SHORT", "when = {  }"),
    ('hope = "C", ', "", "WHEN_TOO_SHORT", 'when = { worry = "A" }'),
    ('at_most = "G1"', 'at_most = "G9"', "QUESTIONNAIRE_GRADE_UNKNOWN", 'at_most = "G9"'),
    ('at_most = "G1"', 'at_most = "G3"', "OVERRIDE_WITHOUT_EFFECT", "[[override]]"),
    ('id = "hope"', 'id = "worry"', "ID_REPEATED", 'id = "worry"'),
    ('code = "G2"', 'code = "G3"', "ID_REPEATED", 'code = "G3"'),
    ('letter = "C"', 'letter = "B"', "LETTER_OUT_OF_ORDER", 'letter = "B"'),
    ('letter = "C"', 'letter = "c"', "LETTER_OUT_OF_ORDER", 'letter = "c"'),
    ("from_age = 65\n", "", "AGE_MISSING", "[[item.option]]"),
    ("from_age = 65", "from_age = 0", "AGES_OUT_OF_ORDER", "from_age = 0"),
    ('id = "hope"', 'id = "hope"\nage = true', "KEY_UNKNOWN", "age = true"),
    ("valid_months = 12\n", "", "KEY_MISSING", 'id = "example"'),
    ('title.zh_TW = "文字"\n', "", "KEY_MISSING", 'title.en = "Text"'),
    ('title.zh_TW = "文字"', 'title.zh_TW = ""', "VALUE_UNEXPECTED", 'title.zh_TW = ""'),
    ('title.en = "Text"', 'title.en = " Text"', "VALUE_UNEXPECTED", 'title.en = " Text"'),
    ("points = 6", 'points = "6"', "VALUE_NOT_WHOLE_NUMBER", 'points = "6"'),
    ("points = 6", "points = 6.0", "VALUE_NOT_WHOLE_NUMBER", "points = 6.0"),
    ("points = 6", "points = true", "VALUE_NOT_WHOLE_NUMBER", "points = true"),
    ("edition = 2000-01-01", "edition = 2000-02-30", "TOML_UNREADABLE", "edition = 2000-02-30"),
    ("upto_points = 10", "upto_points = 4", "BAND_EMPTY", "from_points = 5"),
    (item("hope", [0, 3, 6]), item("hope", [0]), "OPTIONS_TOO_FEW", "[[item]]"),
    (item("hope", [0, 3]), item("hope", [0, 3], [0, 9]), "AGE_ITEM_REPEATED", "[[item]]"),
    ('scale = "sum"', 'scale = "average"', "VALUE_NOT_ONE_OF", 'scale = "average"'),
    ('scale = "sum"', 'scale = "matrix"', "MATRIX_MISSING", 'scale = "matrix"'),
]


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    SUM_MISTAKES,
    ids=[f"{one[2]}: {one[1][:60]}" for one in SUM_MISTAKES],
)
def test_a_mistake_in_a_sum_scale_is_named_with_its_line(
    old: str, new: str, code: str, line: str
) -> None:
    assert old in SUM
    assert (code, line) in mistakes(SUM.replace(old, new, 1))


MATRIX_MISTAKES = [
    ('["first", "last"]', '["first"]', "ITEM_NOT_COUNTED_ONCE", "[[item]]"),
    ('["fall", "plan"]', '["fall", "plan", "last"]', "ITEM_NOT_COUNTED_ONCE", "[[item]]"),
    ('"plan"]', '"plane"]', "MATRIX_ITEM_UNKNOWN", 'risk_items = ["fall", "plane"]'),
    ('["first", "last"]', '["last", "first"]', "TIME_ITEMS_NOT_FIRST", None),
    ("short_below = 3", "short_below = 1", "SHORT_NOT_REACHED", "short_below = 1"),
    ("short_below = 3", "short_below = 5", "ROWS_OVERLAP", "from_time = 3"),
    ('short_grade = "SHORT"', 'short_grade = "S"', "QUESTIONNAIRE_GRADE_UNKNOWN", None),
    ("from_time = 7", "from_time = 5", "ROWS_OVERLAP", "from_time = 5"),
    ("upto_time = 5", "upto_time = 3", "TIME_WITHOUT_ROW", "[[matrix.row]]"),
    ("from_time = 7", "from_time = 9", "ROW_EMPTY", "from_time = 9"),
    ("from_time = 7\nupto_time = 8", "from_time = 8\nupto_time = 9", "TIME_WITHOUT_ROW", None),
    ("from_time = 7\nupto_time = 8", "from_time = 6\nupto_time = 6", "ROW_NOT_REACHED", None),
    ("upto = [4, 12]", "upto = [4, 11]", "POINTS_WITHOUT_GRADE", "upto = [4, 11]"),
    ("upto = [4, 12]", "upto = [4, 13]", "BAND_ABOVE_CAP", "upto = [4, 13]"),
    ("upto = [4, 12]", "upto = [12, 4]", "BANDS_OUT_OF_ORDER", "upto = [12, 4]"),
    ("upto = [4, 12]", "upto = [12]", "ROW_LENGTHS_DIFFER", "upto = [12]"),
    (
        'upto = [4, 12]\ngrades = ["LOW"',
        'upto = [5, 8, 12]\ngrades = ["LOW", "LOW"',
        "CELL_NOT_REACHED",
        "upto = [5, 8, 12]",
    ),
    ("upto = [4, 12]", "upto = [-1, 12]", "CELL_NOT_REACHED", "upto = [-1, 12]"),
    ("upto_time = 8", "upto_time = 8\nodd = 1", "KEY_UNKNOWN", "odd = 1"),
    ('code = "LOW"', 'code = "LOW"\nupto_points = 3', "BAND_NOT_EXPECTED", "[[grade]]"),
    ('scale = "matrix"', 'scale = "sum"', "MATRIX_NOT_EXPECTED", "[matrix]"),
    ('code = "HIGH"', 'code = "TOP"', "GRADE_NOT_REACHED", "[[grade]]"),
]


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    MATRIX_MISTAKES,
    ids=[f"{one[2]}: {one[1]}" for one in MATRIX_MISTAKES],
)
def test_a_mistake_in_a_matrix_is_named_with_its_line(
    old: str, new: str, code: str, line: str | None
) -> None:
    assert old in MATRIX
    found = mistakes(MATRIX.replace(old, new, 1))
    assert code in [one for one, _ in found]
    assert line is None or (code, line) in found


def test_a_band_that_only_arithmetic_would_reach_is_refused() -> None:
    """Points 0, 10 and 20 are possible; a band from 11 to 19 lies within them and is empty."""
    text = (
        head("sum")
        + item("one", [0, 10])
        + item("two", [0, 10])
        + grade("G1", "upto_points = 10")
        + grade("G2", "from_points = 11", "upto_points = 19")
        + grade("G3", "from_points = 20")
    )

    assert mistakes(text) == [("BAND_NOT_REACHED", "[[grade]]")]


def test_a_grade_that_overrides_always_take_away_is_refused() -> None:
    """Twelve points need answer C to both; an override of just that leaves G3 out of reach."""
    text = (
        head("sum")
        + item("one", [0, 3, 6])
        + item("two", [0, 3, 6])
        + grade("G1", "upto_points = 5")
        + grade("G2", "from_points = 6", "upto_points = 11")
        + grade("G3", "from_points = 12")
        + override("G2", 'one = "C", two = "C"')
    )

    assert mistakes(text) == [("GRADE_NOT_REACHED", "[[grade]]")]
    read(text.replace('two = "C"', 'two = "B"').replace('at_most = "G2"', 'at_most = "G1"'))


def test_an_override_that_can_never_meet_a_higher_grade_is_refused() -> None:
    """Answer A to all items gives G1 already, so forcing G1 there does nothing."""
    text = SUM.replace('{ worry = "A" }', '{ worry = "A", hope = "A" }', 1)

    assert mistakes(text) == [("OVERRIDE_WITHOUT_EFFECT", "[[override]]")]


def test_an_override_on_a_risk_item_does_not_hold_on_a_short_horizon() -> None:
    text = MATRIX + override("SHORT", 'fall = "A"')
    read(text)
    read(MATRIX + override("LOW", 'first = "B", plan = "A"'))
    assert ("OVERRIDE_WITHOUT_EFFECT", "[[override]]") in mistakes(
        MATRIX + override("SHORT", 'first = "A", last = "A"')
    )


def test_all_mistakes_are_reported_at_once_in_the_order_of_the_file() -> None:
    text = (
        SUM.replace('title.zh_CN = "文字"\n', "")
        .replace('id = "hope"', 'id = "hope"\ncolour = "red"')
        .replace('letter = "C"', 'letter = "D"', 1)
        .replace("from_points = 5", "from_points = 4")
        .replace("from_points = 11", "from_points = 100")
        .replace('at_most = "G1"', 'at_most = "G7"')
        .replace('id = "odd"', 'id = "Odd"')
    )

    assert [code for code, _ in mistakes(text)] == [
        "KEY_MISSING",
        "KEY_UNKNOWN",
        "LETTER_OUT_OF_ORDER",
        "BANDS_OVERLAP",
        "BAND_NOT_REACHED",
        "BANDS_GAP",
        "QUESTIONNAIRE_GRADE_UNKNOWN",
        "VALUE_NOT_LIKE",
        "WHEN_LETTER_UNKNOWN",
    ]


def test_each_day_has_the_latest_edition_that_has_started(tmp_path: Path) -> None:
    folder = tmp_path / "example"
    folder.mkdir()
    for first_day in ("2000-01-01", "2026-02-01", "2026-11-24"):
        text = SUM.replace("2000-01-01", first_day)
        (folder / f"{first_day}.toml").write_text(text, "utf-8")

    for on, edition in (
        ("2026-01-31", "2000-01-01"),
        ("2026-02-01", "2026-02-01"),
        ("2026-11-23", "2026-02-01"),
        ("2026-11-24", "2026-11-24"),
    ):
        found = load_questionnaire("example", date.fromisoformat(on), tmp_path)
        assert found.edition.isoformat() == edition


def test_a_file_under_another_id_or_day_than_its_own_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sample").mkdir()
    (tmp_path / "sample" / "2001-01-01.toml").write_text(SUM, "utf-8")

    with pytest.raises(BadData) as refused:
        load_questionnaire("sample", date(2026, 11, 23), tmp_path)

    places = [(mistake.code, mistake.place) for mistake in refused.value.mistakes]
    assert places == [("NAME_DIFFERS", "id"), ("NAME_DIFFERS", "edition")]


def test_a_guessed_number_raises_no_second_mistake() -> None:
    assert mistakes(SUM.replace("points = 8\n", "")) == [("KEY_MISSING", "[[item.option]]")]
    assert mistakes(SUM.replace("points = 8", "points = 5000")) == [
        ("VALUE_TOO_LARGE", "points = 5000")
    ]


def test_a_wrong_number_hides_neither_an_unknown_key_nor_bands_that_overlap() -> None:
    text = (
        SUM.replace("points = 6", 'points = "6"')
        .replace('id = "hope"', 'id = "hope"\ncolour = "red"')
        .replace("from_points = 5", "from_points = 4")
    )

    assert [code for code, _ in mistakes(text)] == [
        "KEY_UNKNOWN",
        "VALUE_NOT_WHOLE_NUMBER",
        "BANDS_OVERLAP",
    ]


def test_a_scale_that_is_none_hides_no_bands_that_overlap() -> None:
    text = SUM.replace('"sum"', '"average"').replace("from_points = 5", "from_points = 4")

    assert [code for code, _ in mistakes(text)] == ["VALUE_NOT_ONE_OF", "BANDS_OVERLAP"]
    assert [code for code, _ in mistakes(MATRIX.replace('"matrix"', '"table"', 1))] == [
        "VALUE_NOT_ONE_OF"
    ]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('id = "worry"', 'id = "Worry"', "VALUE_NOT_LIKE"),
        ('id = "worry"', "id = 3", "VALUE_NOT_TEXT"),
        ('id = "worry"\n', "", "KEY_MISSING"),
        ('code = "G1"', "code = 1", "VALUE_NOT_TEXT"),
        ("from_points = 5", 'from_points = "5"', "VALUE_NOT_WHOLE_NUMBER"),
        ("from_age = 0", "from_age = 200", "VALUE_TOO_LARGE"),
    ],
)
def test_what_only_follows_from_a_mistake_is_not_told_as_one(old: str, new: str, code: str) -> None:
    assert old in SUM
    assert [one for one, _ in mistakes(SUM.replace(old, new, 1))] == [code]


def test_a_questionnaire_that_serves_a_sale_says_what_each_grade_means_in_money() -> None:
    money = words("in_money") + "example = { bad = 9000, usual = 10200, good = 11000 }"
    text = (
        head("sum")
        + item("one", [0, 1, 2, 3, 4])
        + item("two", [0, 1])
        + grade("A1", "upto_points = 0", money)
        + "".join(
            grade(f"A{n}", f"from_points = {n - 1}", f"upto_points = {n - 1}", money)
            for n in (2, 3, 4)
        )
        + grade("A5", "from_points = 4", money)
    )
    read(text)

    assert ("MONEY_EXAMPLE_MISSING", "[[grade]]") in mistakes(
        text.replace("example = { bad = 9000, usual = 10200, good = 11000 }", "", 1)
    )
    assert [code for code, _ in mistakes(text.replace("bad = 9000", "bad = 10900", 1))] == [
        "MONEY_EXAMPLE_OUT_OF_ORDER"
    ]
    assert [code for code, _ in mistakes(text.replace("bad = 9000", "bad = 8000", 1))] == [
        "MONEY_EXAMPLE_OUT_OF_ORDER"
    ]


def test_a_questionnaire_without_items_or_grades_is_refused() -> None:
    assert mistakes(head("sum") + "item = []\ngrade = []\n") == [
        ("TABLE_EMPTY", "item = []"),
        ("TABLE_EMPTY", "grade = []"),
    ]


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff", b"id =", b"id = 1", b"item = 3", b"[[item]]", b"item = []\ngrade = []"],
)
def test_what_is_no_questionnaire_at_all_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(BadData) as refused:
        read_questionnaire(content, "example.toml")
    for mistake in refused.value.mistakes:
        assert trouble_text(mistake, Language.zh_TW)
