"""``suitability evaluate --batch``: one answer a line, whatever stands in the others."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.packs.cases import case, sample_case, sample_rows
from typer.testing import CliRunner, Result

from advisor_desk.cli.main import app
from advisor_desk.packs.case_batch import LONGEST_LINE

BOTH = ("--packs", "bank-procedure,cn-2026")


def evaluate(content: bytes, *options: str, json_object: bool = True) -> Result:
    before = ["--json"] if json_object else []
    arguments = [*before, "suitability", "evaluate", "-", *options]
    return CliRunner().invoke(app, arguments, input=content)


def batch(content: bytes, *options: str, json_object: bool = False) -> tuple[int, list[Any]]:
    made = evaluate(content, "--batch", *options, json_object=json_object)
    return made.exit_code, [json.loads(line) for line in made.stdout_bytes.splitlines()]


def line(changes: dict[str, Any] | None = None) -> bytes:
    return json.dumps(case(changes), ensure_ascii=False).encode()


@pytest.mark.parametrize("json_object", [False, True])
def test_a_batch_gives_one_bare_result_a_line_in_order(*, json_object: bool) -> None:
    content = line() + b"\n" + line({"client.assessment": None}) + b"\n" + line() + b"\n"
    code, answers = batch(content, json_object=json_object)
    assert code == 0  # every line was answered, refused or not
    assert [one["outcome"] for one in answers] == ["ALLOW", "REFUSE", "ALLOW"]
    assert list(answers[0]) == ["outcome", "reasons", "documents", "packs"]


def test_a_batch_answers_as_single_cases_do() -> None:
    cases = [sample_case(row, "bank_wealth") for row in sample_rows()[:40]]
    content = b"".join(json.dumps(one).encode() + b"\n" for one in cases)
    _, answers = batch(content, *BOTH)
    singles = [json.loads(evaluate(json.dumps(one).encode(), *BOTH).stdout) for one in cases]
    assert answers == [one["result"] for one in singles]


UNREADABLE = {
    "an empty line": (b"", "LINE_EMPTY"),
    "spaces": (b"  \t", "LINE_EMPTY"),
    "a carriage return": (b"\r", "LINE_EMPTY"),
    "not JSON": (b"{", "JSON_UNREADABLE"),
    "not UTF-8": (b'{"on": "\xff"}', "NOT_UTF8"),
    "a mark of another file": (b"\xef\xbb\xbf" + line(), "JSON_UNREADABLE"),
    "too long": (b'{"on": "' + b"x" * LONGEST_LINE + b'"}', "LINE_TOO_LONG"),
    "an unknown word": (line({"product.grade": "R9"}), "VALUE_UNEXPECTED"),
    "a key twice": (b'{"on": 1, "on": 1}', "KEY_REPEATED"),
    "a day before the pack": (
        line({"on": "1999-01-01", "client.assessment": None}),
        "PACK_NOT_IN_FORCE",
    ),
    "nested too deep": (b"[" * 100_000, "JSON_UNREADABLE"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_an_unreadable_line_is_answered_in_its_place(name: str) -> None:
    bad, code = UNREADABLE[name]
    exit_code, answers = batch(line() + b"\n" + bad + b"\n" + line() + b"\n")
    assert exit_code == 2
    assert len(answers) == 3
    assert answers[0] == answers[2]
    assert answers[0]["outcome"] == "ALLOW"
    assert list(answers[1]) == ["line", "errors"]
    assert answers[1]["line"] == 2
    assert answers[1]["errors"][0]["code"] == code
    assert answers[1]["errors"][0].get("facts", {}).get("line", "2") == "2"


def test_a_byte_order_mark_before_the_first_case_is_accepted() -> None:
    assert batch(b"\xef\xbb\xbf" + line() + b"\r\n" + line()) == (
        0,
        batch(line() + b"\n" + line())[1],
    )


def test_a_batch_needs_no_line_break_at_its_end() -> None:
    assert len(batch(line() + b"\n" + line())[1]) == 2


def test_a_batch_of_nothing_is_answered_by_nothing() -> None:
    assert batch(b"") == (0, [])


def test_line_separators_of_unicode_do_not_split_a_case() -> None:
    exit_code, answers = batch(line({"on": "\u2028\x85"}) + b"\n" + line())
    assert exit_code == 2
    assert [one.get("line") for one in answers] == [1, None]


def test_each_case_of_a_batch_is_judged_by_the_edition_of_its_day() -> None:
    early = {"on": "2025-11-23", "client.assessment.taken": "2025-05-01"}
    exit_code, answers = batch(line(early) + b"\n" + line(), "--packs", "cn-2026")
    assert exit_code == 2
    assert answers[0]["errors"][0]["code"] == "PACK_NOT_IN_FORCE"
    assert answers[1]["outcome"] == "ALLOW"


def test_an_unknown_pack_stops_a_batch_at_once() -> None:
    made = evaluate(line(), "--batch", "--packs", "gold-plan")
    assert made.exit_code == 2
    assert json.loads(made.stdout)["errors"][0]["code"] == "PACK_UNKNOWN"


@pytest.mark.parametrize("language", ["C", "en_US.ISO-8859-1", "zh_CN.GBK", "zh_TW.UTF-8"], ids=str)
def test_results_are_utf_8_whatever_the_machine_speaks(tmp_path: Path, language: str) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_bytes(line({"client.assessment": None}) + b"\n{\n")
    made = subprocess.run(
        [sys.executable, "-m", "advisor_desk", "suitability", "evaluate", str(file), "--batch"],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env=os.environ | {"LC_ALL": language, "PYTHONUTF8": "0"},
    )
    assert made.returncode == 2
    first, second = (json.loads(one) for one in made.stdout.decode("utf-8").splitlines())
    assert "风险承受能力" in first["reasons"][0]["say"]["zh_CN"]
    assert second["errors"][0]["facts"]["file"] == str(file)
    assert made.stderr == b""


def test_a_reader_that_goes_away_ends_a_batch_without_a_trace(tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_bytes((line() + b"\n") * 2000)
    command = [
        sys.executable,
        "-m",
        "advisor_desk",
        "suitability",
        "evaluate",
        str(file),
        "--batch",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        said = running.stderr.read()
        running.wait(timeout=30)
    assert b"Traceback" not in said
