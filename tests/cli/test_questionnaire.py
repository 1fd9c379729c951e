"""``questionnaire score`` and ``questionnaire check`` as a script meets them."""

import csv
import hashlib
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from advisor_desk.cli.main import app
from advisor_desk.domain.data_folder import data_folder

SAMPLE = Path(__file__).parents[1] / "data" / "questionnaire_sample.csv"
TEN = data_folder("resources") / "questionnaires" / "ten-item" / "2000-01-01.toml"
DAY = ("--on", "2026-11-23")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["--json", "questionnaire", *arguments])


def result(*arguments: str) -> dict[str, object]:
    made = run("score", *arguments)
    assert made.exit_code == 0, made.output
    answer = json.loads(made.stdout)
    assert answer["ok"] is True
    assert answer["errors"] == []
    assert answer["schema"] == "advisor-desk/questionnaire-score/1"
    found: dict[str, object] = answer["result"]
    return found


def refusal(*arguments: str) -> tuple[str, str]:
    made = run("score", *arguments)
    assert made.exit_code == 2, made.output
    answer = json.loads(made.stdout)
    assert (answer["ok"], answer["result"]) == (False, None)
    (error,) = answer["errors"]
    return error["code"], error["text"]


def rows() -> list[dict[str, str]]:
    with SAMPLE.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['questionnaire']} {row['case']}")
def test_the_worked_samples_are_answered_as_written(row: dict[str, str]) -> None:
    found = result(row["questionnaire"], row["answers"], *DAY)

    score = found["score"]
    said = f"T{score['time']}/R{score['risk']}" if isinstance(score, dict) else str(score)
    assert (said, found["grade"]) == (row["score"], row["grade"])
    assert found["label"] == (row["label"] or row["grade"])


def test_the_result_has_exactly_the_keys_of_the_contract() -> None:
    assert result("ten-item", "BEDDEDDDCE", *DAY) == {
        "questionnaire": "ten-item",
        "score": 100,
        "grade": "A5",
        "label": "进取型",
        "overrides": [],
        "valid_until": "2027-11-23",
        "sha256": hashlib.sha256(TEN.read_bytes()).hexdigest(),
    }


def test_overrides_are_named_by_their_id() -> None:
    found = result("bank-nine-factor", "CDDDDDDDDDDDDA", *DAY)

    assert (found["score"], found["grade"], found["label"]) == (84, "A1", "保守")
    assert found["overrides"] == ["no_loss_at_all"]


def test_without_a_day_today_counts() -> None:
    before = date.today()  # noqa: DTZ011 - the machine's own day is what is asked for
    found = result("ten-item", "BEDDEDDDCE")
    today = {before, date.today()}  # noqa: DTZ011

    assert {day.year + 1 for day in today} >= {int(str(found["valid_until"])[:4])}


def test_the_letter_of_the_age_is_computed_where_a_dash_stands() -> None:
    computed = result("ten-item", "-EDDEDDDCE", "--born", "1961-11-23", *DAY)

    assert computed == result("ten-item", "DEDDEDDDCE", "--born", "1961-11-23", *DAY)
    assert computed == result("ten-item", "--born", "1961-11-23", *DAY, "--", "-EDDEDDDCE")
    assert computed["score"] == 90
    assert result("ten-item", "-EDDEDDDCE", "--born", "1961-11-24", *DAY)["score"] == 96


def test_a_birth_date_is_no_trouble_where_no_age_is_scored() -> None:
    assert result("thirteen-item", "A" * 13, "--born", "2020-01-01", *DAY)["score"] == 16


def test_on_a_short_horizon_risk_is_null() -> None:
    found = result("time-risk-matrix", "AB-ZZZZ", *DAY)

    assert found["score"] == {"time": 2, "risk": None}
    assert found["grade"] == "SHORT"
    assert str(found["label"]).startswith("SHORT (40% short bonds, 60% cash")


@pytest.mark.parametrize(
    ("arguments", "code", "named"),
    [
        (("nine-item", "AAA"), "QUESTIONNAIRE_UNKNOWN", "nine-item"),
        (("ten-item", "AAAAAAAAA"), "ANSWERS_TOO_FEW", "item 10 (worry)"),
        (("ten-item", ""), "ANSWERS_TOO_FEW", "item 1 (age)"),
        (("ten-item", "AAAAAAAAAAA"), "ANSWERS_TOO_MANY", "11 letters"),
        (("time-risk-matrix", "AA"), "ANSWERS_TOO_FEW", "item 3 (knowledge)"),
        (("ten-item", "AAAAEAAAAF"), "ANSWER_UNKNOWN", "Item 10 (worry)"),
        (("ten-item", "AAaAAAAAAA"), "ANSWER_NOT_A_LETTER", "Item 3 (share)"),
        (("ten-item", "A\x1bAAAAAAAA"), "ANSWER_NOT_A_LETTER", "U+001B"),
        (("ten-item", "AA-AAAAAAA"), "ANSWER_UNKNOWN", "Item 3 (share)"),
        (("ten-item", "-AAAAAAAAA"), "AGE_NOT_GIVEN", "Item 1 (age)"),
        (("ten-item", "BAAAAAAAAA", "--born", "1950-01-01", *DAY), "AGE_ANSWER_DIFFERS", "letter"),
        (("ten-item", "-AAAAAAAAA", "--born", "2008-11-24", *DAY), "AGE_NOT_COVERED", "18 years"),
        (("ten-item", "-AAAAAAAAA", "--born", "2026-11-24", *DAY), "BORN_AFTER_DAY", "2026-11-23"),
        (("thirteen-item", "A" * 13, "--born", "2026-11-24", *DAY), "BORN_AFTER_DAY", "birth"),
        (("ten-item", "-AAAAAAAAA", "--born", "1960-02-30"), "DAY_UNREADABLE", "--born"),
        (("ten-item", "AAAAAAAAAA", "--on", "20261123"), "DAY_UNREADABLE", "--on"),
        (("ten-item", "AAAAAAAAAA", "--on", "9999-12-31"), "DAY_UNREADABLE", "--on"),
        (("ten-item", "AAAAAAAAAA", "--on", "1999-12-31"), "QUESTIONNAIRE_NOT_IN_FORCE", "2000"),
    ],
)
def test_what_cannot_be_scored_is_refused_with_its_place(
    arguments: tuple[str, ...], code: str, named: str
) -> None:
    found, text = refusal(*arguments)

    assert found == code
    assert named in text


def test_an_unknown_option_is_not_taken_for_answers_beside_them() -> None:
    assert run("score", "ten-item", "AAAAAAAAAA", "--bron", "1960-01-01").exit_code == 2


def test_check_accepts_every_questionnaire_that_is_shipped() -> None:
    files = sorted((data_folder("resources") / "questionnaires").glob("*/*.toml"))
    assert len(files) == 5
    for file in files:
        made = run("check", str(file))
        found = json.loads(made.stdout)["result"]
        assert made.exit_code == 0
        assert found["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
        assert found["serves_sale"] == (file.parent.name in {"ten-item", "bank-nine-factor"})


def test_check_lists_all_mistakes_with_their_lines(tmp_path: Path) -> None:
    text = TEN.read_text("utf-8").replace("from_points = 21", "from_points = 20")
    text = text.replace("upto_points = 85", "upto_points = 84").replace("valid_months = 12\n", "")
    file = tmp_path / "changed.toml"
    file.write_text(text, "utf-8")

    made = run("check", str(file))

    errors = json.loads(made.stdout)["errors"]
    assert made.exit_code == 2
    assert [error["code"] for error in errors] == ["KEY_MISSING", "BANDS_OVERLAP", "BANDS_GAP"]
    lines = text.splitlines()
    assert lines[int(errors[1]["facts"]["line"]) - 1] == "from_points = 20"
    assert lines[int(errors[2]["facts"]["line"]) - 1] == "from_points = 86"


def test_check_of_a_missing_file_is_an_input_error_of_its_own(tmp_path: Path) -> None:
    made = run("check", str(tmp_path / "nothing.toml"))

    assert made.exit_code == 6
    assert json.loads(made.stdout)["errors"][0]["code"] == "FILE_UNREADABLE"


def test_people_read_the_result_in_the_language_of_the_machine(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "advisor_desk", "questionnaire", "score"]
    made = subprocess.run(
        [*command, "bank-nine-factor", "EBBBCCBCCBCCCA", *DAY],
        cwd=tmp_path,
        env={**os.environ, "LANG": "zh_TW.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert made.stdout.splitlines() == [
        "個人投資風險承受能力問卷 (bank-nine-factor)",
        "得分：40",
        "A1 · 保守 · 您希望錢保持原樣。即使這樣，也可能有很小的虧損。",
        "您說一點也不能少，所以按最謹慎的一級。",
        "有效至 2027-11-23（含當日）",
    ]
    assert made.stderr == ""
