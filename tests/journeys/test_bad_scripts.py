"""Scripts that cannot be carried out: told with file, line and step; nothing half-written."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.journeys.station import ON_PAPER, SCRIPTS, Home, Script, changed, new_home


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return new_home(tmp_path_factory.mktemp("station"), in_process=True)


def place_of(script: Script, act: str) -> int:
    return [step["act"] for step in script["steps"]].index(act)


def without(act: str) -> Callable[[Script], object]:
    return lambda script: script["steps"].pop(place_of(script, act))


def signs_too_early(script: Script) -> None:
    steps = script["steps"]
    signing = place_of(script, "begin_signing")
    script["steps"] = [*steps[: place_of(script, "open_presentation")], *steps[signing:]]


def signs_twice(script: Script) -> None:
    again = script["steps"][place_of(script, "sign_set")]
    script["steps"].insert(place_of(script, "hand_over"), again)


def written_as_text(old: str, new: str) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        text = ON_PAPER.read_text("utf-8")
        assert old in text
        path = folder / "script.json"
        path.write_text(text.replace(old, new, 1), "utf-8")
        return path

    return write


@pytest.mark.parametrize(
    ("write", "code", "on_line"),
    [
        (written_as_text('"day"', '"colour": "red",\n"day"'), "KEY_UNKNOWN", '"colour"'),
        (written_as_text('"day"', '"day": "2026-11-22",\n"day"'), "KEY_REPEATED", '"2026-11-23"'),
        (written_as_text('"amount": "318000.00"', '"amount": NaN'), "NOT_A_NUMBER", "NaN"),
        (written_as_text('"day": "2026-11-23"', '"day": "2026-11-31"'), "VALUE_NOT_DATE", "-31"),
        (written_as_text('"born": "1984-03-08"', '"born": "1984-03"'), "VALUE_NOT_DATE", "born"),
        (written_as_text('"grade": "A2"', '"grade": "A9"'), "VALUE_NOT_ONE_OF", '"A9"'),
        (written_as_text('"act": "confirm_needs"', '"act": "jump"'), "VALUE_NOT_ONE_OF", "jump"),
        (written_as_text('"steps": [', '"steps": ['[:-1]), "JSON_UNREADABLE", '"steps"'),
    ],
    ids=[
        "unknown key",
        "duplicate key",
        "NaN",
        "impossible date",
        "half a date",
        "grade outside the scale",
        "unknown act",
        "not JSON",
    ],
)
def test_what_is_written_wrong_is_told_with_its_line_and_leaves_no_trace(
    write: Callable[[Path], Path], code: str, on_line: str, home: Home, tmp_path: Path
) -> None:
    script = write(tmp_path)
    books = sorted((home.folder / "books").iterdir())
    answer = home.replay(script, tmp_path / "out")
    assert answer.exit_code == 2
    assert answer.codes[0] == code
    facts = answer.errors[0]["facts"]
    assert facts["file"] == str(script)
    line = script.read_text("utf-8").splitlines()[int(facts["line"]) - 1]
    assert on_line in line or code == "JSON_UNREADABLE"
    assert sorted((home.folder / "books").iterdir()) == books
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("change", "act", "open_step", "cause"),
    [
        (without("confirm_needs"), "give_own_estimate", "needs", "STEP_NOT_OPEN"),
        (without("accept_result"), "record_holdings", "result", "STEP_NOT_OPEN"),
        (without("confirm_choice"), "open_presentation", "products", "STEP_NOT_OPEN"),
        (without("print_forms"), "see_mark", "signing", "SET_NOT_PRINTED"),
        (without("see_mark"), "see_mark", "signing", "MARK_OUT_OF_ORDER"),
        (without("make_record"), "close_interview", "close", "NO_INTERVIEW_RECORD"),
        (without("receive_client"), "open_interview", "opening", "SCRIPT_ORDER"),
        (signs_too_early, "begin_signing", "presentation", "STEP_NOT_OPEN"),
        (signs_twice, "sign_set", "handover", "NOT_IN_THIS_STATE"),
    ],
    ids=[
        "needs not confirmed",
        "result not accepted",
        "choice not confirmed",
        "not printed",
        "a mark left out",
        "no record",
        "no client",
        "signs too early",
        "signs twice",
    ],
)
def test_a_step_that_is_skipped_is_named_and_what_was_done_is_kept(
    change: Callable[[Script], object],
    act: str,
    open_step: str,
    cause: str,
    *,
    home: Home,
    tmp_path: Path,
) -> None:
    script = changed(ON_PAPER, tmp_path, change)
    out = tmp_path / "out"
    answer = home.replay(script, out)
    assert (answer.exit_code, answer.codes) == (2, ["SCRIPT_STEP_NOT_DONE", cause])
    facts = answer.errors[0]["facts"]
    assert (facts["act"], facts["open"]) == (act, open_step)
    lines = script.read_text("utf-8").splitlines()
    assert f'"act": "{act}"' in "".join(lines[int(facts["line"]) - 1 :][:3])
    assert facts["place"] == f"steps[{facts['step']}]"
    assert list(out.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "exit_code"), [("𫖮䶮", 0), ("𠮷野", 2)], ids=["printed", "refused by its field"]
)
def test_a_rare_name_prints_or_is_refused_before_anything_is_signed(
    name: str, exit_code: int, home: Home, tmp_path: Path
) -> None:
    def rename(script: Script) -> None:
        script["client"]["name"] = name
        script["steps"][2]["name"] = name

    answer = home.replay(changed(SCRIPTS / "rare-names.json", tmp_path, rename), tmp_path / "out")
    assert answer.exit_code == exit_code
    if exit_code:
        assert answer.codes == ["SCRIPT_STEP_NOT_DONE", "TEXT_UNPRINTABLE"]
        assert answer.errors[1]["facts"]["field"] == "name"
        assert answer.errors[0]["facts"]["act"] == "receive_client"


def test_a_set_that_is_not_printed_waits_in_signing(home: Home, tmp_path: Path) -> None:
    def print_elsewhere(script: Script) -> None:
        script["steps"][place_of(script, "print_forms")]["to"] = "no-such-queue"

    answer = home.replay(changed(ON_PAPER, tmp_path, print_elsewhere), tmp_path / "out")
    assert (answer.exit_code, answer.codes) == (6, ["FORMS_NOT_PRINTED"])
    error = answer.errors[0]
    assert (error["facts"]["place"], error["facts"]["cause"]) == ("steps[55]", "PRINT_NO_QUEUE")
    assert "everything is saved" in error["text"]
    assert "no printer no-such-queue" in error["text"]
    assert "PRINT_" not in error["text"]
    assert home.ask("interview", "list").result[-1]["state"] == "signing"


def test_a_folder_that_cannot_be_written_to_is_said_before_anything_is_done(
    home: Home, tmp_path: Path
) -> None:
    plain_file = tmp_path / "file"
    plain_file.write_text("")
    before = home.ask("interview", "list").result
    answer = home.replay(ON_PAPER, plain_file / "out")
    assert (answer.exit_code, answer.codes) == (6, ["FOLDER_UNUSABLE"])
    assert home.ask("interview", "list").result == before


def test_a_descriptor_that_is_not_open_is_said_before_anything_is_done(
    home: Home, tmp_path: Path
) -> None:
    answer = home.ask("interview", "replay", ON_PAPER, "--out", tmp_path, "--ack-fd", "87")
    assert (answer.exit_code, answer.codes) == (2, ["ACK_FD_UNUSABLE"])


def test_a_script_that_is_not_there_is_said(home: Home, tmp_path: Path) -> None:
    answer = home.replay(tmp_path / "none.json", tmp_path / "out")
    assert (answer.exit_code, answer.codes) == (6, ["FILE_UNREADABLE"])


def test_after_all_of_these_the_records_are_whole(home: Home) -> None:
    assert home.is_whole()
