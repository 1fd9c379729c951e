"""``init``, ``user``, ``cert``, ``db`` and ``audit`` on real homes, as a script would use them."""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.services.homes import PASSWORD, real_home
from tests.store.books import SetClock
from typer.testing import CliRunner

from advisor_desk.cli.main import app
from advisor_desk.services.machine_clock import MachineClock
from advisor_desk.services.station import Station
from advisor_desk.store.tables import SCHEMA_VERSION


@dataclass(frozen=True)
class Said:
    code: int
    answer: dict[str, Any]

    @property
    def result(self) -> Any:
        return self.answer["result"]

    @property
    def errors(self) -> list[str]:
        return [one["code"] for one in self.answer["errors"]]


def said(home: Path, *words: str, user: str = "", secrets: Sequence[str] = ()) -> Said:
    """Run a verb with --json; the secrets come through a descriptor, one a line."""
    options = ["--home", str(home), "--json"]
    if user:
        options += ["--user", user]
    if not secrets:
        made = CliRunner().invoke(app, [*options, *words])
        return Said(made.exit_code, json.loads(made.stdout))
    reading, writing = os.pipe()
    os.write(writing, "".join(f"{secret}\n" for secret in secrets).encode())
    os.close(writing)
    try:
        made = CliRunner().invoke(app, [*options, "--password-fd", str(reading), *words])
    finally:
        os.close(reading)
    return Said(made.exit_code, json.loads(made.stdout))


def init(home: Path, *words: str, secrets: Sequence[str] = ()) -> Said:
    return said(home, "init", "--branch", "CD3", "--admin", "10001", *words, secrets=secrets)


@pytest.fixture
def training(tmp_path: Path) -> Path:
    assert init(tmp_path / "home", "--training").code == 0
    return tmp_path / "home"


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """A real home whose passwords cost little."""
    clock = SetClock(MachineClock().now())
    real_home(tmp_path / "home", clock)
    return tmp_path / "home"


def test_a_real_home_is_made_with_its_sheets_elsewhere(tmp_path: Path) -> None:
    sheets = tmp_path / "sheets"
    made = init(tmp_path / "home", "--sheets", str(sheets), secrets=[PASSWORD])
    assert made.code == 0
    assert made.answer["schema"] == "advisor-desk/init/1"
    assert made.result["sheets"] == sorted(str(path) for path in sheets.iterdir())
    codes = [path.read_text("utf-8").splitlines()[0] for path in sorted(sheets.iterdir())]
    for first, second in ((0, 1), (2, 1), (2, 0)):
        words = ("user", "passwd", "--with-sheets")
        secrets = [codes[first], codes[second], f"password {first}{second}"]
        assert said(tmp_path / "home", *words, user="10001", secrets=secrets).code == 0
    listed = said(tmp_path / "home", "user", "list", user="10001", secrets=["password 20"])
    assert [one["staff_no"] for one in listed.result] == ["10001"]


@pytest.mark.parametrize(
    ("words", "secrets", "code", "exit_code"),
    [
        ((), [PASSWORD], "SHEETS_NEEDED", 2),
        (("--sheets", "{tmp}/home/sheets"), [PASSWORD], "SHEETS_IN_HOME", 2),
        (("--sheets", "{tmp}/sheets"), ["short"], "PASSWORD_TOO_SHORT", 2),
        (("--sheets", "{tmp}/sheets"), [], "PASSWORD_NEEDED", 3),
        (("--sheets", "{tmp}/sheets", "--packs", "cn-2026"), [PASSWORD], "PACKS_LEFT_OUT", 2),
        (("--training", "--packs", "nothing"), [], "PACK_UNKNOWN", 2),
    ],
)
def test_a_home_that_cannot_be_leaves_nothing(
    tmp_path: Path, words: tuple[str, ...], secrets: list[str], code: str, exit_code: int
) -> None:
    given = [word.format(tmp=tmp_path) for word in words]
    made = init(tmp_path / "home", *given, secrets=secrets)
    assert (made.errors, made.code, made.answer["ok"]) == ([code], exit_code, False)
    assert list(tmp_path.iterdir()) == []


def test_sheets_are_taken_back_when_the_home_is_refused(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter").write_text("kept", "utf-8")
    made = init(tmp_path / "home", "--sheets", str(tmp_path / "sheets"), secrets=[PASSWORD])
    assert (made.errors, made.code) == (["HOME_EXISTS"], 6)
    assert not list(tmp_path.glob("sheets/*"))


def test_sheets_written_before_one_failed_are_taken_back(tmp_path: Path) -> None:
    taken = tmp_path / "sheets" / "recovery-sheet-CD3-2.txt"
    taken.parent.mkdir()
    taken.write_text("of another day", "utf-8")
    made = init(tmp_path / "home", "--sheets", str(taken.parent), secrets=[PASSWORD])
    assert (made.errors, made.code) == (["SHEET_NOT_WRITTEN"], 6)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [taken]
    assert taken.read_text("utf-8") == "of another day"


def test_the_first_line_signs_in_and_the_second_is_the_new_persons(real: Path) -> None:
    words = ("user", "add", "20417", "--name", "王敏（虛構）", "--role", "adviser")
    added = said(real, *words, user="10001", secrets=[PASSWORD, "new password"])
    assert (added.code, added.result["role"]) == (0, "adviser")
    dates = ("--valid-from", "2025-01-01", "--valid-until", "2027-01-01", "--number", "EX-1")
    assert said(real, "cert", "set", "20417", *dates, user="10001", secrets=[PASSWORD]).code == 0
    listed = said(real, "cert", "list", user="20417", secrets=["new password"])
    assert listed.result[1] == {
        "staff_no": "20417",
        "number": "EX-1",
        "valid_from": "2025-01-01",
        "valid_until": "2027-01-01",
    }


@pytest.mark.parametrize(
    ("user", "secrets", "code", "exit_code"),
    [
        ("", [], "SIGN_IN_NEEDED", 3),
        ("10001", [], "PASSWORD_NEEDED", 3),
        ("10001", ["wrong"], "SIGN_IN_FAILED", 3),
        ("99999", [PASSWORD], "SIGN_IN_FAILED", 3),
        ("10001", [""], "PASSWORD_UNREADABLE", 3),
        ("10001", ["x" * 5_000], "PASSWORD_UNREADABLE", 3),
    ],
)
def test_nobody_acts_unseen_in_a_real_home(
    real: Path, user: str, secrets: list[str], code: str, exit_code: int
) -> None:
    refused = said(real, "user", "list", user=user, secrets=secrets)
    assert (refused.errors, refused.code, refused.answer["ok"]) == ([code], exit_code, False)


def test_the_fourth_guess_is_told_to_wait(real: Path) -> None:
    for _ in range(3):
        assert said(real, "db", "info", user="10001", secrets=["wrong"]).code == 3
    refused = said(real, "db", "info", user="10001", secrets=[PASSWORD])
    assert (refused.code, refused.errors) == (4, ["SIGN_IN_TOO_SOON"])
    assert 1 <= refused.result["retry_after_s"] <= 2


def test_a_visiting_officer_is_enrolled_by_two_each_with_a_line(real: Path) -> None:
    head = ("user", "add", "10020", "--name", "衛所長（虛構）", "--role", "outlet_head")
    said(real, *head, user="10001", secrets=[PASSWORD, "head password"])
    words = ("user", "visiting", "00099", "--name", "高訪（虛構）", "--role", "branch_head")
    first = date.today()  # noqa: DTZ011 - as the command sees it
    last = f"{first + timedelta(days=300)}"
    term = ("--from", f"{first}", "--until", last, "--second", "10020")
    secrets = [PASSWORD, "head password", "visitor password"]
    added = said(real, *words, *term, user="10001", secrets=secrets)
    assert (added.code, added.result["serves_until"]) == (0, last)
    assert said(real, "user", "list", user="00099", secrets=["visitor password"]).code == 0
    wrong = said(
        real, *words, *term, user="10001", secrets=[PASSWORD, "guessed", "visitor password"]
    )
    assert (wrong.code, wrong.errors) == (3, ["SIGN_IN_FAILED"])


def test_staff_are_disabled_enabled_and_unlocked(training: Path) -> None:
    said(training, "user", "add", "20417", "--name", "王敏（虛構）", "--role", "adviser")
    assert said(training, "user", "disable", "20417").result["enabled"] is False
    assert said(training, "user", "enable", "20417").result["enabled"] is True
    assert said(training, "user", "unlock", "20417").result == {"staff_no": "20417", "failed": 0}
    assert said(training, "user", "unlock", "99999").errors == ["STAFF_UNKNOWN"]


def test_a_changed_password_is_the_one_that_counts(real: Path) -> None:
    words = ("user", "passwd")
    assert said(real, *words, user="10001", secrets=[PASSWORD, "the next one"]).code == 0
    assert said(real, "db", "info", user="10001", secrets=["the next one"]).code == 0
    assert said(real, "db", "info", user="10001", secrets=[PASSWORD]).errors == ["SIGN_IN_FAILED"]


def test_sound_records_are_verified(training: Path) -> None:
    for words in (("db", "verify"), ("db", "verify", "--deep"), ("audit", "verify")):
        found = said(training, *words)
        assert (found.code, found.answer["ok"], found.errors) == (0, True, [])
        assert [one["broken"] for one in found.result["books"]] == [[]]


def test_a_head_printed_before_is_passed_through_and_another_is_not(training: Path) -> None:
    (head,) = said(training, "audit", "head").result["heads"]
    assert head["code"].startswith("00-0000")
    passed = said(training, "audit", "verify", "--anchor", head["code"])
    assert (passed.code, passed.result["anchors"]) == (
        0,
        [{"anchor": head["code"], "passes": True}],
    )
    other = head["code"][:-4] + ("0000" if head["code"][-4:] != "0000" else "1111")
    missed = said(training, "audit", "verify", "--anchor", head["code"], "--anchor", other)
    assert (missed.code, missed.errors, missed.answer["ok"]) == (5, ["ANCHOR_NOT_ON_CHAIN"], False)
    assert [one["passes"] for one in missed.result["anchors"]] == [True, False]


def test_a_head_that_cannot_be_read_is_bad_input(training: Path) -> None:
    refused = said(training, "audit", "verify", "--anchor", "rubbish")
    assert (refused.code, refused.errors) == (2, ["ANCHOR_UNREADABLE"])


def test_the_branchs_records_put_back_to_an_older_copy_miss_the_anchor(training: Path) -> None:
    older = (training / "branch.db").read_bytes()
    for _ in range(2):
        (head,) = said(training, "audit", "head").result["heads"]
    (training / "branch.db").write_bytes(older)
    missed = said(training, "audit", "verify", "--anchor", head["code"])
    assert (missed.code, missed.errors) == (5, ["ANCHOR_NOT_ON_CHAIN"])


def use_book(home: Path, staff_no: str = "10001") -> None:
    with Station.open(home, MachineClock()) as station:
        assert station.training_desk(staff_no).book.head().seq == 1


def test_all_books_of_a_training_home_are_checked_and_a_bad_one_hides_no_other(
    training: Path,
) -> None:
    said(training, "user", "add", "20417", "--name", "王敏（虛構）", "--role", "adviser")
    use_book(training)
    use_book(training, "20417")
    (training / "books" / "01.db").write_bytes(b"rubbish" * 2000)
    found = said(training, "db", "verify", "--deep")
    assert (found.code, found.errors) == (5, ["BOOK_UNREADABLE"])
    assert [(one["file"], len(one["broken"])) for one in found.result["books"]] == [
        ("branch.db", 0),
        ("01.db", 1),
        ("02.db", 0),
    ]
    assert (training / "books" / "01.db").read_bytes() == b"rubbish" * 2000


def test_a_stray_and_a_broken_register_are_exit_5_and_hide_no_book(training: Path) -> None:
    use_book(training)
    (training / "books" / "note.txt").write_text("a text", "utf-8")
    (training / "forms" / "register.jsonl").write_text("{}\n", "utf-8")
    found = said(training, "db", "verify")
    assert (found.code, found.errors) == (5, ["REGISTER_BROKEN", "BOOK_OF_NOBODY"])
    assert found.answer["errors"][1]["facts"] == {"file": "books/note.txt"}
    assert [one["broken"] for one in found.result["books"]] == [[], []]
    assert said(training, "audit", "verify").code == 0


def test_a_foreign_root_is_exit_5(training: Path, tmp_path: Path) -> None:
    assert init(tmp_path / "another", "--training").code == 0
    (training / "root.crt").write_bytes((tmp_path / "another" / "root.crt").read_bytes())
    refused = said(training, "db", "verify")
    assert (refused.code, refused.errors) == (5, ["ROOT_DIFFERS"])


def test_a_book_of_somebody_else_stays_closed_in_a_real_home(real: Path) -> None:
    with Station.open(real, MachineClock()) as station:
        assert station.sign_in("10001", PASSWORD).book.head().chain == 1
    words = ("user", "add", "30001", "--name", "趙六（虛構）", "--role", "branch_retail_head")
    said(real, *words, user="10001", secrets=[PASSWORD, "witness password"])
    found = said(real, "db", "verify", user="30001", secrets=["witness password"])
    assert (found.code, found.result["closed"]) == (0, [1])
    anchor = ("audit", "verify", "--anchor", "01-000001-0000-0000-0000-0000")
    refused = said(real, *anchor, user="30001", secrets=["witness password"])
    assert (refused.code, refused.errors) == (3, ["ANCHOR_OF_CLOSED_BOOK"])


def test_info_says_what_the_records_are_written_with(training: Path) -> None:
    result = said(training, "db", "info").result
    assert result["schema"] == SCHEMA_VERSION
    assert result["sqlcipher"]
    assert [one["chain"] for one in result["books"]] == [0]


@pytest.mark.parametrize("verb", [("db", "verify"), ("audit", "head"), ("user", "list")])
def test_a_home_in_use_is_busy_and_a_missing_one_missing(
    training: Path, verb: tuple[str, ...]
) -> None:
    with Station.open(training, MachineClock()):
        busy = said(training, *verb)
        assert (busy.code, busy.errors) == (9, ["HOME_BUSY"])
    missing = said(training / "elsewhere", *verb)
    assert (missing.code, missing.errors) == (6, ["HOME_MISSING"])


def test_without_a_home_it_is_said_that_none_is_named() -> None:
    made = CliRunner().invoke(app, ["--json", "db", "verify"])
    assert (made.exit_code, json.loads(made.stdout)["errors"][0]["code"]) == (2, "HOME_NOT_NAMED")


@pytest.mark.parametrize("language", ["en_US.UTF-8", "zh_CN.UTF-8", "zh_TW.UTF-8"])
def test_people_read_their_own_language(
    training: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", language)
    said_to_people = {
        words: CliRunner().invoke(app, ["--home", str(training), *words]).stdout
        for words in (("db", "verify"), ("audit", "head"), ("user", "list"), ("cert", "list"))
    }
    expected = {"en_US.UTF-8": "events", "zh_CN.UTF-8": "条记录", "zh_TW.UTF-8": "條記錄"}
    assert expected[language] in said_to_people["db", "verify"]
    assert all(said_to_people.values())
