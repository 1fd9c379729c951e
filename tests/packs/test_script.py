import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from advisor_desk.domain.trouble import BadData, Unavailable
from advisor_desk.packs.script import read_script

PERSON = {
    "staff_no": "20417",
    "name": "Wang Min, example",
    "role": "adviser",
    "post": "Client manager",
    "certificate": {"number": "EX-1", "valid_from": "2025-01-01", "valid_until": "2027-01-01"},
}
CLIENT = {
    "name": "Chan Tai Man, example",
    "document": {"kind": "passport", "number": "X0041725"},
    "born": "1979-10-02",
    "phone": "13900000000",
    "account_tail": "0916",
    "language": "en",
}


def script(*steps: dict[str, Any], **changes: object) -> dict[str, Any]:
    return {
        "schema": "advisor-desk/interview-script/1",
        "about": "Example.",
        "day": "2026-11-23",
        "adviser": "20417",
        "people": [PERSON],
        "client": CLIENT,
        "steps": list(steps) or [{"act": "receive_client"}],
    } | changes


def written(folder: Path, value: object) -> Path:
    path = folder / "script.json"
    path.write_text(value if isinstance(value, str) else json.dumps(value, indent=1), "utf-8")
    return path


def mistakes(path: Path) -> list[tuple[str, int, str]]:
    with pytest.raises(BadData) as caught:
        read_script(path)
    return [(one.code, one.line, one.place) for one in caught.value.mistakes]


def line_with(path: Path, text: str, nth: int = 1) -> int:
    lines = path.read_text("utf-8").splitlines()
    return [number for number, line in enumerate(lines, start=1) if text in line][nth - 1]


def test_steps_without_a_time_follow_one_another_by_twenty_seconds(tmp_path: Path) -> None:
    notice = {"act": "understand_data_notice"}
    steps = (notice, notice, {**notice, "at": "10:00"}, notice, {**notice, "day": "2026-11-24"})
    found = read_script(written(tmp_path, script(*steps, starts_at="09:30")))
    assert [time.isoformat(" ") for time in found.times] == [
        "2026-11-23 09:30:00",
        "2026-11-23 09:30:20",
        "2026-11-23 10:00:00",
        "2026-11-23 10:00:20",
        "2026-11-24 09:00:00",
    ]
    assert found.times[0] == datetime(2026, 11, 23, 9, 30)  # noqa: DTZ001 - the branch's own zone


def test_people_come_out_as_members_of_staff(tmp_path: Path) -> None:
    found = read_script(written(tmp_path, script()))
    assert found.adviser.certificate is not None
    assert found.adviser.certificate.number == "EX-1"
    assert found.people == (found.adviser,)


@pytest.mark.parametrize("later", [{"at": "09:59"}, {"day": "2026-11-22", "at": "11:00"}])
def test_time_does_not_go_backwards(tmp_path: Path, later: dict[str, str]) -> None:
    first, then = ({"act": "undo", "at": "10:00"}, {"act": "undo", **later})
    path = written(tmp_path, script(first, then))
    assert mistakes(path) == [
        ("SCRIPT_TIME_BACKWARDS", line_with(path, '"at"', 2), "steps[2].at"),
    ]


def test_the_same_minute_is_not_backwards(tmp_path: Path) -> None:
    steps = [{"act": "undo", "at": "10:00"}, {"act": "undo", "at": "10:00"}]
    assert len(read_script(written(tmp_path, script(*steps))).times) == 2


@pytest.mark.parametrize(
    ("change", "code", "text", "place"),
    [
        (lambda s: s | {"colour": "red"}, "KEY_UNKNOWN", '"colour"', "colour"),
        (
            lambda s: s | {"steps": [{"act": "confirm_needs", "how": 1}]},
            "KEY_UNKNOWN",
            '"how"',
            "steps[1].confirm_needs.how",
        ),
        (lambda s: s | {"steps": [{"act": "fly"}]}, "VALUE_NOT_ONE_OF", "{", "steps[1]"),
        (lambda s: s | {"day": "2026-02-30"}, "VALUE_NOT_DATE", '"day"', "day"),
        (
            lambda s: s | {"steps": [{"act": "give_own_estimate", "grade": "A6"}]},
            "VALUE_NOT_ONE_OF",
            '"grade"',
            "steps[1].give_own_estimate.grade",
        ),
        (
            lambda s: s | {"steps": [{"act": "undo", "at": "24:00"}]},
            "VALUE_UNEXPECTED",
            '"at"',
            "steps[1].undo.at",
        ),
        (lambda s: s | {"adviser": "99999"}, "FILE_UNEXPECTED", "{", ""),
        (lambda s: s | {"people": [PERSON, PERSON]}, "FILE_UNEXPECTED", "{", ""),
        (lambda s: s | {"steps": []}, "VALUE_UNEXPECTED", '"steps"', "steps"),
        (lambda s: s | {"schema": "other/1"}, "VALUE_NOT_ONE_OF", '"schema"', "schema"),
    ],
    ids=[
        "unknown key",
        "unknown key of a step",
        "unknown act",
        "impossible date",
        "grade outside the scale",
        "impossible time",
        "adviser who is not among the people",
        "a person twice",
        "no steps",
        "another format",
    ],
)
def test_a_mistake_is_told_with_its_line_and_place(
    tmp_path: Path,
    change: Callable[[dict[str, Any]], dict[str, Any]],
    code: str,
    text: str,
    place: str,
) -> None:
    path = written(tmp_path, change(script()))
    found = mistakes(path)
    assert [(one[0], one[2]) for one in found] == [(code, place)]
    if text != "{":
        assert found[0][1] == line_with(path, text)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    pot = {"act": "record_pot", "name": "p", "amount": 5.0, "purpose": "fun", "source": "s"}
    path = written(tmp_path, script({"act": "receive_client"}, pot, client=CLIENT | {"born": "x"}))
    assert [place for _, _, place in mistakes(path)] == [
        "client.born",
        "steps[2].record_pot.needed_by",
        "steps[2].record_pot.amount",
        "steps[2].record_pot.purpose",
    ]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"day": ', '"day": "2026-11-23",\n "day": ', "KEY_REPEATED"),
        ('"day": "2026-11-23"', '"day": NaN', "NOT_A_NUMBER"),
        ('"steps": [', '"steps": [,', "JSON_UNREADABLE"),
    ],
)
def test_what_is_not_strict_json_is_refused_with_its_line(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    text = json.dumps(script(), indent=1)
    assert old in text
    path = written(tmp_path, text.replace(old, new, 1))
    found = mistakes(path)
    assert found[0][0] == code
    assert found[0][1] == line_with(path, new.splitlines()[-1], nth=0)


@pytest.mark.parametrize("amount", ["NaN", "1e5", "-5.00", "1,000.00", "5.001", ""])
def test_an_amount_is_text_of_digits(tmp_path: Path, amount: str) -> None:
    step = {"act": "choose_product", "product": "P", "pot": "p", "amount": amount}
    path = written(tmp_path, script(step))
    assert mistakes(path)[0][2] == "steps[1].choose_product.amount"


def test_a_point_of_ink_outside_its_box_is_refused(tmp_path: Path) -> None:
    def ink(x: int) -> dict[str, Any]:
        rows = [{"box": "F1/client", "strokes": [[[x, 0, 500, 0]]]}]
        return script({"act": "give_ink", "mark": "client_signature", "ink": rows})

    assert read_script(written(tmp_path, ink(10_000)))
    assert mistakes(written(tmp_path, ink(10_001)))


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="FILE_UNREADABLE"):
        read_script(tmp_path / "none.json")
