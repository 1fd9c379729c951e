"""``suitability evaluate`` as a script meets it: answers, exit codes, unreadable input."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from tests.packs.cases import ABSENT, VERIFIED, case
from typer.testing import CliRunner, Result

from advisor_desk.cli.main import app
from advisor_desk.domain.data_folder import data_folder

BANK = data_folder("resources") / "packs" / "bank-procedure" / "2000-01-01.toml"
BOTH = ("--packs", "bank-procedure,cn-2026")
FAILED = {"taken": "2026-05-01", "state": "failed", "grade": None}


def evaluate(content: bytes, *options: str, json_object: bool = True) -> Result:
    before = ["--json"] if json_object else []
    arguments = [*before, "suitability", "evaluate", "-", *options]
    return CliRunner().invoke(app, arguments, input=content)


def decided(changes: dict[str, Any] | None = None, *options: str) -> tuple[int, Any]:
    made = evaluate(json.dumps(case(changes)).encode(), *options)
    answer = json.loads(made.stdout)
    assert answer["schema"] == "advisor-desk/suitability-evaluate/1"
    assert answer["ok"] is True
    assert answer["errors"] == []
    return made.exit_code, answer["result"]


def refused_input(content: bytes, *options: str) -> list[tuple[str, str]]:
    made = evaluate(content, *options)
    answer = json.loads(made.stdout)
    assert (made.exit_code, answer["ok"], answer["result"]) == (2, False, None)
    assert all(one["text"] and one["clause"] == "" for one in answer["errors"])
    return [(one["code"], one.get("facts", {}).get("place", "")) for one in answer["errors"]]


def test_a_matching_adult_is_allowed() -> None:
    sha256 = hashlib.sha256(BANK.read_bytes()).hexdigest()
    assert decided() == (
        0,
        {
            "outcome": "ALLOW",
            "reasons": [],
            "documents": [],
            "packs": [{"id": "bank-procedure", "sha256": sha256}],
        },
    )


def test_duties_exit_0_and_their_documents_are_sorted() -> None:
    code, result = decided({"product.grade": "R4", "witness": {"role": "branch_head"}})
    assert (code, result["outcome"], result["reasons"]) == (0, "ALLOW_WITH", [])
    assert result["documents"] == [
        "ALTERNATIVES_OFFERED",
        "OVER_RISK_WARNING",
        "SPECIAL_DECLARATION",
        "WITNESS_SIGNATURE",
    ]


def test_a_refusal_exits_1_with_words_in_three_languages_and_no_documents() -> None:
    code, result = decided({"client.born": "1955-02-10", "product.grade": "R4"})
    assert (code, result["outcome"], result["documents"]) == (1, "REFUSE", [])
    first = result["reasons"][0]
    assert list(first) == ["code", "clause", "pack", "say"]
    assert (first["code"], first["clause"]) == ("ELDER_R4_BAN", "S42")
    assert list(first["say"]) == ["en", "zh_CN", "zh_TW"]
    assert all(first["say"].values())


def test_the_packs_are_asked_in_the_order_given() -> None:
    _, result = decided({"client.assessment": None}, "--packs", "cn-2026,bank-procedure")
    assert [one["pack"] for one in result["reasons"]] == ["cn-2026", "bank-procedure"]
    assert [one["id"] for one in result["packs"]] == ["cn-2026", "bank-procedure"]


def test_a_pack_that_does_not_cover_the_product_is_not_asked() -> None:
    _, result = decided({"product.regime": "securities_fund"}, *BOTH)
    assert [one["id"] for one in result["packs"]] == ["bank-procedure"]


def test_where_no_pack_covers_the_product_it_is_refused() -> None:
    code, result = decided({"product.regime": "securities_fund"}, "--packs", "cn-2026")
    assert (code, result["outcome"], result["packs"]) == (1, "REFUSE", [])
    assert [one["code"] for one in result["reasons"]] == ["NO_RULES_FOR_REGIME"]


def test_an_unknown_birth_date_is_a_reason_of_every_pack() -> None:
    code, result = decided({"client.born": None}, *BOTH)
    reasons = [(one["pack"], one["code"]) for one in result["reasons"]]
    assert code == 1
    assert reasons == [
        ("bank-procedure", "BIRTH_DATE_UNKNOWN"),
        ("cn-2026", "BIRTH_DATE_UNKNOWN"),
    ]


@pytest.mark.parametrize("without", [FAILED, {"taken": "2026-05-01", "state": "failed"}])
def test_a_failed_assessment_needs_no_grade(without: dict[str, Any]) -> None:
    code, result = decided({"client.assessment": without})
    assert (code, result["reasons"][0]["code"]) == (1, "ASSESSMENT_FAILED")


def test_a_day_given_serves_a_case_without_one() -> None:
    code, _ = decided({"on": ABSENT}, "--on", "2026-11-23")
    assert code == 0


def test_a_client_may_be_born_and_assessed_on_the_day_itself() -> None:
    code, result = decided({"client.born": "2026-11-23"})
    assert (code, result["reasons"][0]["code"]) == (1, "GUARDIAN_NOT_VERIFIED")
    assert decided({"client.assessment.taken": "2026-11-23"})[0] == 0


def test_the_same_day_given_twice_is_accepted() -> None:
    code, _ = decided({}, "--on", "2026-11-23")
    assert code == 0


def test_a_people_text_names_the_reasons_and_documents() -> None:
    content = json.dumps(case({"request.funds.purpose": "pension"})).encode()
    made = evaluate(content, json_object=False)
    assert made.exit_code == 0
    assert "Note on the purpose of the money (FUND_PURPOSE_NOTE)" in made.stdout
    made = evaluate(json.dumps(case({"client.born": None})).encode(), json_object=False)
    assert made.exit_code == 1
    assert "BIRTH_DATE_UNKNOWN, S40, bank-procedure" in made.stdout


@pytest.mark.parametrize(
    ("changes", "code", "place"),
    [
        ({"on": ABSENT}, "KEY_MISSING", "on"),
        ({"witness": ABSENT}, "KEY_MISSING", "witness"),
        ({"adviser.certificate": ABSENT}, "KEY_MISSING", "adviser.certificate"),
        ({"client.guardian": ABSENT}, "KEY_MISSING", "client.guardian"),
        ({"client.assessment.grade": ABSENT}, "KEY_MISSING", "client.assessment.grade"),
        ({"product.pays_back_days": ABSENT}, "KEY_MISSING", "product.pays_back_days"),
        ({"request.funds.needed_by": ABSENT}, "KEY_MISSING", "request.funds.needed_by"),
        ({"client.name": "Chan Tai Man, example"}, "KEY_UNKNOWN", "client.name"),
        ({"request.funds.source": "x"}, "KEY_UNKNOWN", "request.funds.source"),
        ({"on": "2026-02-29"}, "CASE_DATE_UNREADABLE", "on"),
        ({"on": "20261123"}, "CASE_DATE_UNREADABLE", "on"),
        ({"on": "2026-W48-1"}, "CASE_DATE_UNREADABLE", "on"),
        ({"on": "2026-11-23T00:00:00"}, "CASE_DATE_UNREADABLE", "on"),
        ({"on": None}, "CASE_DATE_UNREADABLE", "on"),
        ({"on": 20261123}, "CASE_DATE_UNREADABLE", "on"),
        ({"on": "２０２６-11-23"}, "CASE_DATE_UNREADABLE", "on"),
        ({"client.born": "2026-11-24"}, "CASE_BORN_AFTER", "client.born"),
        ({"client.assessment.taken": "2026-11-24"}, "CASE_TAKEN_AFTER", "client.assessment.taken"),
        ({"client.assessment.state": "failed"}, "CASE_GRADE_OF_FAILED", "client.assessment.grade"),
        ({"client.assessment.grade": None}, "CASE_GRADE_MISSING", "client.assessment.grade"),
        ({"client.assessment.grade": "A6"}, "VALUE_UNEXPECTED", "client.assessment.grade"),
        ({"client.assessment.state": "expired"}, "VALUE_UNEXPECTED", "client.assessment.state"),
        (
            {"client.guardian": {**VERIFIED, "proof": "x"}},
            "VALUE_UNEXPECTED",
            "client.guardian.proof",
        ),
        (
            {"client.guardian": {**VERIFIED, "copied": 1}},
            "VALUE_UNEXPECTED",
            "client.guardian.copied",
        ),
        ({"product.grade": "R6"}, "VALUE_UNEXPECTED", "product.grade"),
        ({"product.grade": "r2"}, "VALUE_UNEXPECTED", "product.grade"),
        ({"product.grade": 2}, "VALUE_UNEXPECTED", "product.grade"),
        ({"product.grade": ["R2"]}, "VALUE_UNEXPECTED", "product.grade"),
        ({"product.regime": "crypto"}, "VALUE_UNEXPECTED", "product.regime"),
        ({"product.capital_protecting": "no"}, "VALUE_UNEXPECTED", "product.capital_protecting"),
        ({"product.pays_back_days": -1}, "VALUE_UNEXPECTED", "product.pays_back_days"),
        ({"product.pays_back_days": 1.0}, "VALUE_UNEXPECTED", "product.pays_back_days"),
        ({"product.pays_back_days": True}, "VALUE_UNEXPECTED", "product.pays_back_days"),
        ({"request.asked_by": "guardian"}, "VALUE_UNEXPECTED", "request.asked_by"),
        ({"request.funds.purpose": "holiday"}, "VALUE_UNEXPECTED", "request.funds.purpose"),
        ({"request.currency": "cny"}, "VALUE_UNEXPECTED", "request.currency"),
        ({"request.currency": "XYZ"}, "VALUE_UNEXPECTED", "request.currency"),
        ({"request.amount": 100000}, "CASE_AMOUNT_NOT_TEXT", "request.amount"),
        ({"request.amount": 100000.0}, "CASE_AMOUNT_NOT_TEXT", "request.amount"),
        ({"request.amount": "0"}, "CASE_AMOUNT_NOT_POSITIVE", "request.amount"),
        ({"request.amount": "0.00"}, "CASE_AMOUNT_NOT_POSITIVE", "request.amount"),
        ({"request.amount": "1.001"}, "CASE_AMOUNT_UNREADABLE", "request.amount"),
        ({"request.amount": "9" * 16}, "CASE_AMOUNT_TOO_LARGE", "request.amount"),
        ({"request.amount": "-1"}, "CASE_AMOUNT_UNREADABLE", "request.amount"),
        ({"request.amount": "1,000"}, "CASE_AMOUNT_UNREADABLE", "request.amount"),
        ({"request.amount": "1e5"}, "CASE_AMOUNT_UNREADABLE", "request.amount"),
        ({"witness": {"role": "guard"}}, "VALUE_UNEXPECTED", "witness.role"),
        ({"witness": "branch_head"}, "VALUE_UNEXPECTED", "witness"),
        ({"client": None}, "VALUE_UNEXPECTED", "client"),
    ],
    ids=str,
)
def test_a_case_that_is_not_as_agreed_is_refused_by_its_place(
    changes: dict[str, Any], code: str, place: str
) -> None:
    assert refused_input(json.dumps(case(changes)).encode()) == [(code, place)]


@pytest.mark.parametrize("amount", ["0.01", "1", "1.5", "1.50", "999999999999999.99"])
def test_amounts_above_0_with_at_most_two_decimals_are_read(amount: str) -> None:
    assert decided({"request.amount": amount})[0] == 0


def _text(old: str, new: str) -> bytes:
    text = json.dumps(case())
    assert old in text
    return text.replace(old, new, 1).encode()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (_text('"on"', '"on": "2026-11-23", "on"'), "KEY_REPEATED"),
        (_text('"grade"', '"grade": "A5", "grade"'), "KEY_REPEATED"),
        (_text("180", "NaN"), "NOT_A_NUMBER"),
        (_text("180", "-Infinity"), "NOT_A_NUMBER"),
        (_text("180", "9" * 5000), "JSON_UNREADABLE"),
        (_text("}", ""), "JSON_UNREADABLE"),
        (b"", "JSON_UNREADABLE"),
        (b"\0", "JSON_UNREADABLE"),
        (b"[" * 100_000, "JSON_UNREADABLE"),
        (b"\xff\xfe{", "NOT_UTF8"),
        (b"[]", "VALUE_UNEXPECTED"),
        (b'"case"', "VALUE_UNEXPECTED"),
    ],
    ids=range(12),
)
def test_what_is_not_one_strict_json_object_is_refused(content: bytes, code: str) -> None:
    assert [found for found, _ in refused_input(content)] == [code]


def test_all_mistakes_of_a_case_are_told_with_their_lines() -> None:
    changes = {"client.born": "1985-13-01", "product.grade": "R9", "request.amount": 1}
    content = json.dumps(case(changes), indent=1).encode()
    lines = content.decode().splitlines()
    made = evaluate(content)
    facts = [one["facts"] for one in json.loads(made.stdout)["errors"]]
    assert [one["place"] for one in facts] == ["client.born", "product.grade", "request.amount"]
    for one in facts:
        assert one["place"].split(".")[-1] in lines[int(one["line"]) - 1]


def test_values_of_a_case_are_not_repeated_in_its_mistakes() -> None:
    made = evaluate(json.dumps(case({"client.born": "1985-05-77"})).encode())
    assert "1985" not in made.stdout


def test_a_key_with_unprintable_letters_can_be_named() -> None:
    content = b'{"\\ud800\\u001b[31m": 1, ' + json.dumps(case()).encode()[1:]
    assert refused_input(content) == [("KEY_UNKNOWN", "\\ud800\\x1b[31m")]


def test_thousands_of_unknown_keys_are_not_all_listed() -> None:
    more = {f"key{number}": 1 for number in range(5000)}
    assert len(refused_input(json.dumps(case() | more).encode())) == 20


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--packs", "gold-plan"), "PACK_UNKNOWN"),
        (("--packs", ""), "PACK_UNKNOWN"),
        (("--packs", "bank-procedure,"), "PACK_UNKNOWN"),
        (("--packs", "../packs"), "PACK_UNKNOWN"),
        (("--packs", "bank-procedure,bank-procedure"), "PACK_REPEATED"),
        (("--on", "2026-11-24"), "CASE_DAY_DIFFERS"),
        (("--on", "2026-02-30"), "DAY_UNREADABLE"),
    ],
    ids=str,
)
def test_wrong_options_are_refused(options: tuple[str, ...], code: str) -> None:
    assert refused_input(json.dumps(case()).encode(), *options)[0][0] == code


@pytest.mark.parametrize(
    ("pack", "day", "in_force"),
    [
        ("cn-2026", "2026-01-31", False),
        ("cn-2026", "2026-02-01", True),
        ("cn-funds", "2017-06-30", False),
        ("cn-funds", "2017-07-01", True),
        ("bank-procedure", "1999-12-31", False),
        ("bank-procedure", "2000-01-01", True),
    ],
)
def test_a_pack_is_in_force_from_its_first_day(pack: str, day: str, *, in_force: bool) -> None:
    changes = {"on": day, "client.assessment": None}
    content = json.dumps(case(changes)).encode()
    made = evaluate(content, "--packs", pack)
    answer = json.loads(made.stdout)
    assert answer["ok"] is in_force
    if not in_force:
        assert made.exit_code == 2
        assert answer["errors"][0]["code"] == "PACK_NOT_IN_FORCE"


def test_a_file_that_is_not_there_is_exit_6(tmp_path: Path) -> None:
    made = CliRunner().invoke(app, ["suitability", "evaluate", str(tmp_path / "none.json")])
    assert made.exit_code == 6
    assert "none.json" in made.stderr
