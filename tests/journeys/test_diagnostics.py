"""Diagnostics on standard error name the field that is wrong, never what the client said."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.journeys.station import ON_PAPER, Home, Script, changed, new_home
from typer.testing import CliRunner

from advisor_desk.cli.main import app

OF_CLIENT = (
    *("何嘉怡", "990101198403081229", "1984-03-08", "13900010417"),
    *("儲蓄", "孩子學費", "300000", "318000"),
)
LANGUAGES = ("en_US.UTF-8", "zh_CN.UTF-8", "zh_TW.UTF-8")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return new_home(tmp_path_factory.mktemp("station"), in_process=True)


def step(script: Script, act: str) -> Script:
    found: Script = next(one for one in script["steps"] if one["act"] == act)
    return found


def client_has(**wrong: object) -> Callable[[Script], object]:
    return lambda script: script["client"].update(wrong)


def step_has(act: str, **wrong: object) -> Callable[[Script], object]:
    return lambda script: step(script, act).update(wrong)


def answers_in_words(script: Script) -> None:
    step(script, "record_needs")["answers"][0]["amount"] = "31萬8000"


DAMAGES = {
    "another birth date": (client_has(born="1984-03-09"), ("1984-03-09",)),
    "born later than today": (client_has(born="2026-12-24"), ("2026-12-24",)),
    "half a birth date": (client_has(born="1984-03"), ("1984-03",)),
    "a birth date too many": (client_has(births="1984-03-08"), ()),
    "a digit of the ID number": (
        client_has(document={"kind": "resident_id", "number": "990101198403081228"}),
        ("990101198403081228",),
    ),
    "half a telephone number": (client_has(phone="139-x"), ("139-x",)),
    "another name on the document": (step_has("identify_party", name="何嘉宜"), ("何嘉宜",)),
    "an amount in words": (answers_in_words, ("31萬8000",)),
    "money needed yesterday": (step_has("record_pot", needed_by="2026-11-22"), ("2026-11-22",)),
    "a pot never named": (step_has("choose_product", pot="買房首付"), ("買房首付",)),
    "more than the pot": (step_has("choose_product", amount="310000.00"), ("310000",)),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_told_of_a_damaged_script_holds_nothing_of_the_client(
    damage: str, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change, written = DAMAGES[damage]
    script = changed(ON_PAPER, tmp_path, change)
    for language in LANGUAGES:
        monkeypatch.setenv("LANG", language)
        command = home.command("interview", "replay", script, "--out", tmp_path / "out")
        ended = CliRunner().invoke(app, command[3:])
        assert ended.exit_code == 2, (ended.stderr, ended.exception)
        assert str(script) in ended.stderr
        assert [one for one in (*OF_CLIENT, *written) if one in ended.stderr] == []


def test_an_open_step_and_what_it_lacks_are_told_in_words(home: Home, tmp_path: Path) -> None:
    def leave_out(script: Script) -> None:
        script["steps"].remove(step(script, "confirm_needs"))

    answer = home.replay(changed(ON_PAPER, tmp_path, leave_out), tmp_path / "out")
    assert answer.codes == ["SCRIPT_STEP_NOT_DONE", "STEP_NOT_OPEN"]
    told = [one["text"] for one in answer.errors]
    assert all("needs and finances" in text for text in told)
    assert "the client's confirmation of the needs" in told[1]
    assert "NEEDS_NOT_CONFIRMED" not in told[1]
