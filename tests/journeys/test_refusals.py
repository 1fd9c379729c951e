"""Clients to whom the rules say no, or for whom the procedure needs more than is here."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.journeys.station import (
    EXAMPLES,
    ON_PAPER,
    SCRIPTS,
    Answer,
    Home,
    Script,
    changed,
    new_home,
)
from typer.testing import CliRunner

from advisor_desk.cli.main import app

DEMO = EXAMPLES / "demo"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return new_home(tmp_path_factory.mktemp("station"), in_process=True)


def codes(answer: Answer) -> list[str]:
    return [one["code"] for one in answer.result["reasons"]]


def told(home: Home, script: Path, out: Path) -> str:
    """Return what a replay says to people, in English."""
    words = ("--home", str(home.folder), "interview", "replay", str(script), "--out", str(out))
    return CliRunner(env={"LC_ALL": "C", "LANGUAGE": ""}).invoke(app, words).stdout


@pytest.mark.parametrize(
    ("script", "reasons", "packs"),
    [
        ("over-risk-bank-wealth", ["UNSUITABLE_OVER_RISK"], ["cn-2026"]),
        ("earmarked-into-r3", ["EARMARKED_NOT_CAPITAL_PROTECTED"], ["bank-procedure"]),
        ("earmarked-into-r4", ["EARMARKED_HIGH_RISK"], ["bank-procedure"]),
        ("horizon-mismatch", ["HORIZON_MISMATCH"], ["bank-procedure"]),
        ("elder-r4", ["ELDER_R4_BAN"], ["bank-procedure"]),
    ],
)
def test_what_the_rules_refuse_stops_the_interview_with_every_reason(
    script: str, reasons: list[str], packs: list[str], home: Home, tmp_path: Path
) -> None:
    answer = home.replay(SCRIPTS / f"{script}.json", tmp_path)
    assert (answer.exit_code, answer.errors) == (1, [])
    assert (answer.result["state"], answer.result["outcome"]) == ("stopped_by_rule", "REFUSE")
    assert codes(answer) == reasons
    assert [one["pack"] for one in answer.result["reasons"]] == packs
    assert all(set(one["say"]) == {"en", "zh_CN", "zh_TW"} for one in answer.result["reasons"])
    assert answer.result["documents"] == []
    assert [one["form"] for one in answer.result["forms"]] == ["F2", "F7", "F10"], (
        "the record is kept"
    )


@pytest.mark.parametrize(
    ("script", "outcome", "reasons", "needs"),
    [
        (
            DEMO / "11-elder-waits-for-a-witness.json",
            "REFUSE",
            ["WITNESS_MISSING"],
            ["SECOND_RISK_WARNING", "WITNESS_SIGNATURE"],
        ),
        (
            DEMO / "12-minor-without-guardian.json",
            "REFUSE",
            ["GUARDIAN_NOT_VERIFIED", "LEGAL_REP_CONSENT_MISSING"],
            [],
        ),
        (
            DEMO / "13-above-the-grade.json",
            "REFUSE",
            ["WITNESS_MISSING"],
            [
                "ALTERNATIVES_OFFERED",
                "CLIENT_CONFIRMATION",
                "OVER_RISK_WARNING",
                "SPECIAL_DECLARATION",
                "SPECIAL_WRITTEN_WARNING",
                "WITNESS_SIGNATURE",
            ],
        ),
    ],
    ids=["elder R3", "minor alone", "above the grade"],
)
def test_where_the_procedure_needs_more_the_interview_pauses_and_says_what(
    script: Path,
    outcome: str,
    reasons: list[str],
    needs: list[str],
    *,
    home: Home,
    tmp_path: Path,
) -> None:
    answer = home.replay(script, tmp_path)
    assert (answer.exit_code, answer.errors) == (1, [])
    assert (answer.result["state"], answer.result["outcome"]) == ("paused", outcome)
    assert codes(answer) == reasons
    assert all(set(one["say"]) == {"en", "zh_CN", "zh_TW"} for one in answer.result["reasons"])
    assert answer.result["documents"] == ([] if outcome == "REFUSE" else needs)
    assert answer.result["needs"] == needs
    assert bool(answer.result["duties"]) == bool(needs), "why each document is needed"
    assert answer.result["forms"] == []
    assert list(tmp_path.iterdir()) == []


def test_people_read_why_it_may_not_be_sold_and_then_what_is_needed(
    home: Home, tmp_path: Path
) -> None:
    said = told(home, DEMO / "11-elder-waits-for-a-witness.json", tmp_path)
    assert "May be sold" not in said
    parts = (
        "May not be sold as things stand.",
        "WITNESS_MISSING",
        "The interview is kept (paused).",
        "(SECOND_RISK_WARNING)",
        "(WITNESS_SIGNATURE)",
    )
    places = [said.index(part) for part in parts]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("last", "is_told"),
    [
        ({"act": "confirm_choice"}, True),
        ({"act": "drop_choice"}, False),
        ({"act": "abandon_interview", "reason": "想再考慮"}, False),
    ],
    ids=["under way", "choice dropped", "given up"],
)
def test_only_a_choice_that_still_stands_is_told_as_allowed(
    last: dict[str, str], *, is_told: bool, home: Home, tmp_path: Path
) -> None:
    def end_after_the_choice(script: Script) -> None:
        place = [step["act"] for step in script["steps"]].index("choose_product")
        script["steps"] = [*script["steps"][: place + 1], last]

    script = changed(ON_PAPER, tmp_path, end_after_the_choice)
    assert ("May be sold." in told(home, script, tmp_path / "out")) is is_told


def test_earmarked_money_in_a_fitting_product_is_sold_with_its_purpose_noted(
    home: Home, tmp_path: Path
) -> None:
    answer = home.replay(SCRIPTS / "earmarked-into-r2.json", tmp_path)
    assert (answer.exit_code, answer.result["state"]) == (0, "closed")
    assert answer.result["outcome"] == "ALLOW_WITH"
    assert answer.result["documents"] == ["FUND_PURPOSE_NOTE"]


@pytest.mark.parametrize(("keeps_record", "state"), [(True, "stopped_by_rule"), (False, "paused")])
def test_a_script_that_expected_a_sale_ends_where_the_rules_refused(
    keeps_record: bool, state: str, home: Home, tmp_path: Path
) -> None:
    def expect_a_sale(script: Script) -> None:
        script["steps"].pop()
        following = [step["act"] for step in sale].index("confirm_choice")
        script["steps"] += sale[following:] if keeps_record else [{"act": "confirm_choice"}]

    sale: list[dict[str, Any]] = json.loads(ON_PAPER.read_text("utf-8"))["steps"]
    script = changed(SCRIPTS / "over-risk-bank-wealth.json", tmp_path, expect_a_sale)
    answer = home.replay(script, tmp_path / "out")
    assert (answer.exit_code, answer.result["state"]) == (1, state)
    assert codes(answer) == ["UNSUITABLE_OVER_RISK"]
    assert "F1" not in [one["form"] for one in answer.result["forms"]]


def test_after_a_refusal_the_client_may_choose_something_else(home: Home, tmp_path: Path) -> None:
    def first_ask_for_r4(script: Script) -> None:
        steps = script["steps"]
        place = [step["act"] for step in steps].index("choose_product")
        asked = {"act": "open_product", "product": "DEMO-R4-001", "how": "typed_by_client"}
        chosen = {**steps[place], "product": "DEMO-R4-001", "amount": "100000.00"}
        steps[place:place] = [{**asked, "words": "那一個呢"}, chosen]

    script = changed(ON_PAPER, tmp_path, first_ask_for_r4)
    answer = home.replay(script, tmp_path / "out")
    assert (answer.exit_code, answer.result["state"]) == (0, "closed")
    assert answer.result["outcome"] == "ALLOW"
    shown = home.ask("interview", "show", answer.result["interview"]).result
    outcomes = [one["decision"]["outcome"] for one in shown["facts"]["judged"]]
    assert outcomes == ["REFUSE", "ALLOW"], "the refusal is kept as well"


@pytest.mark.parametrize(
    ("certificate", "code"),
    [
        (None, "ADVISER_UNCERTIFIED"),
        ({"valid_until": "2026-11-22"}, "ADVISER_UNCERTIFIED"),
        ({"valid_until": "2026-11-23"}, ""),
        ({"valid_from": "2026-11-24", "valid_until": "2027-11-23"}, "ADVISER_UNCERTIFIED"),
    ],
    ids=["no certificate", "ended yesterday", "ends today", "begins tomorrow"],
)
def test_only_a_certificate_valid_today_leads_past_the_opening(
    certificate: dict[str, str] | None, code: str, home: Home, tmp_path: Path
) -> None:
    def certify(script: Script) -> None:
        held = script["people"][0]["certificate"]
        script["people"][0]["certificate"] = certificate and held | certificate
        acts = [step["act"] for step in script["steps"]]
        script["steps"] = script["steps"][: acts.index("confirm_opening") + 1]

    answer = home.replay(changed(ON_PAPER, tmp_path, certify), tmp_path / "out")
    if not code:
        assert (answer.exit_code, answer.result["state"]) == (0, "in_progress")
        return
    assert (answer.exit_code, answer.codes) == (3, ["SCRIPT_STEP_NOT_DONE", code])
    assert answer.errors[0]["text"].count("confirm_opening") == 1
    assert answer.errors[1]["clause"] == "S23"


def with_amount(act: str, amount: str) -> Callable[[Script], object]:
    def change(script: Script) -> None:
        for step in script["steps"]:
            if step["act"] == act:
                step["amount"] = amount
            if step["act"] == "record_needs" and step["block"] == "debts":
                step["answers"] = [{"item": "total_debts", "amount": "0.00"}]

    return change


@pytest.mark.parametrize("act", ["record_pot", "choose_product"])
def test_no_debts_are_an_answer_and_nothing_is_no_money(
    act: str, home: Home, tmp_path: Path
) -> None:
    script = changed(ON_PAPER, tmp_path, with_amount(act, "0.00"))
    answer = home.replay(script, tmp_path / "out")
    assert (answer.exit_code, answer.errors[-1]["code"]) == (2, "AMOUNT_NOT_POSITIVE")
    assert "above 0" in answer.errors[-1]["text"]
