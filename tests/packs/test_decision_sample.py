"""The 240 worked rows of the decision sample, for each pack and for two together, codes exact."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from tests.packs.cases import TODAY, sample_case, sample_rows

from advisor_desk.domain.suitability import Decision, judge
from advisor_desk.packs.case_file import read_case
from advisor_desk.packs.rule_packs import packs_in_force

ROWS = sample_rows()
DATES = Path(__file__).parents[1] / "data" / "date_sample.csv"
COLUMNS = {
    "bank_procedure": (("bank-procedure",), "bank_wealth"),
    "cn_2026": (("cn-2026",), "bank_wealth"),
    "cn_funds": (("cn-funds",), "securities_fund"),
    "both": (("bank-procedure", "cn-2026"), "bank_wealth"),
}


def decided(row: dict[str, str], column: str) -> Decision:
    packs, regime = COLUMNS[column]
    content = json.dumps(sample_case(row, regime)).encode()
    return judge(packs_in_force(packs, TODAY), read_case(content, "sample"))


def codes(text: str) -> list[str]:
    return text.split(";") if text else []


def test_the_sample_has_its_240_rows() -> None:
    assert len(ROWS) == 240


@pytest.mark.parametrize("column", COLUMNS)
def test_every_row_is_decided_as_in_the_sample(column: str) -> None:
    differing: list[Any] = []
    for number, row in enumerate(ROWS, start=2):
        decision = decided(row, column)
        # the sample's lists drop a code that a second pack repeats, and are not sorted
        found = (
            decision.outcome.name,
            list(dict.fromkeys(reason.code for reason in decision.reasons)),
            list(decision.documents),
        )
        expected = (
            row[f"{column}_outcome"],
            codes(row[f"{column}_reasons"]),
            sorted(codes(row[f"{column}_documents"])),
        )
        if found != expected:
            differing.append((number, found, expected))
    assert differing == []


@pytest.mark.parametrize("column", COLUMNS)
def test_the_sample_reaches_all_three_outcomes(column: str) -> None:
    assert {row[f"{column}_outcome"] for row in ROWS} == {"ALLOW", "ALLOW_WITH", "REFUSE"}


def test_a_code_of_two_packs_is_a_reason_of_each() -> None:
    row = next(row for row in ROWS if row["both_reasons"].startswith("NO_ASSESSMENT"))
    reasons = decided(row, "both").reasons
    packs = [reason.pack for reason in reasons if reason.code == "NO_ASSESSMENT"]
    assert packs == ["bank-procedure", "cn-2026"]


def _ages() -> list[dict[str, str]]:
    with DATES.open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["rule"].startswith("age_")]


# what each word of the date sample means for a client graded A5: product, pack, refusal
_MEANS = {
    "elder": ("R4", "bank-procedure", "ELDER_R4_BAN", True),
    "not_elder": ("R4", "bank-procedure", "ELDER_R4_BAN", False),
    "adult": ("R1", "bank-procedure", "GUARDIAN_NOT_VERIFIED", False),
    "limited_capacity": ("R1", "cn-2026", "NO_CIVIL_CAPACITY", False),
}


@pytest.mark.parametrize("row", _ages(), ids=lambda row: f"{row['given']} on {row['as_of']}")
def test_ages_are_as_in_the_date_sample(row: dict[str, str]) -> None:
    grade, pack, code, refused = _MEANS[row["expected"]]
    given = sample_case(ROWS[0], "bank_wealth")
    given["on"] = row["as_of"]
    given["client"]["born"] = row["given"].removeprefix("birth ")
    given["client"]["assessment"] = {"taken": row["as_of"], "state": "passed", "grade": "A5"}
    given["product"]["grade"] = grade
    purchase = read_case(json.dumps(given).encode(), "dates")
    if pack == "cn-2026" and purchase.on.year < 2026:
        pytest.fail("the pack is not in force")
    decision = judge(packs_in_force((pack,), purchase.on), purchase)
    assert (code in [reason.code for reason in decision.reasons]) is refused
