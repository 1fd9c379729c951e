"""Making a home: whole or not at all, and never over something that stands."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.services.homes import ADMINISTRATOR, PASSWORD, plan_of, real_home, training_home
from tests.store.books import MONDAY, SetClock

from advisor_desk.domain.trouble import BadInput, Trouble, Unavailable
from advisor_desk.forms.authority import load_certificate
from advisor_desk.services.homes import HomePlan, make_home
from advisor_desk.services.sheets import SheetFolder
from advisor_desk.services.station import Station
from advisor_desk.store.recovery import Sheet

FIXED_NAMES = {"branch.db", "books", "keys.json", "root.crt", "forms", "backups", "bundles", "logs"}


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


def refuse(plan: HomePlan, clock: SetClock) -> Trouble:
    """Let a home be refused; nothing new may stand beside or in its place."""
    before = sorted(plan.folder.parent.rglob("*"))
    with pytest.raises(Trouble) as refused:
        make_home(plan, clock, lambda _: None)
    assert sorted(plan.folder.parent.rglob("*")) == before
    return refused.value


def test_a_home_has_the_names_of_the_contract(tmp_path: Path, clock: SetClock) -> None:
    real_home(tmp_path / "home", clock)
    assert {path.name for path in (tmp_path / "home").iterdir()} >= FIXED_NAMES
    assert (tmp_path / "home" / "forms" / "register.jsonl").read_bytes() == b""
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_the_first_user_is_an_administrator_and_all_packs_are_asked(
    tmp_path: Path, clock: SetClock
) -> None:
    real_home(tmp_path / "home", clock)
    with Station.open(tmp_path / "home", clock) as station:
        desk = station.sign_in("10001", PASSWORD)
        assert desk.me == ADMINISTRATOR
        assert desk.packs == ("bank-procedure", "cn-2026", "cn-funds")
        root = load_certificate((tmp_path / "home" / "root.crt").read_bytes())
        assert desk.station_identity.root == root
        assert root.not_valid_before_utc.date() == MONDAY.date()


def test_certificates_of_a_training_home_hold_on_any_day_of_a_script(
    tmp_path: Path, clock: SetClock
) -> None:
    training_home(tmp_path / "home", clock)
    root = load_certificate((tmp_path / "home" / "root.crt").read_bytes())
    assert root.not_valid_before_utc.year == 2000


def test_an_empty_folder_becomes_the_home(tmp_path: Path, clock: SetClock) -> None:
    (tmp_path / "home").mkdir()
    real_home(tmp_path / "home", clock)
    Station.open(tmp_path / "home", clock).close()


def test_a_folder_above_that_is_missing_is_made(tmp_path: Path, clock: SetClock) -> None:
    training_home(tmp_path / "a" / "b" / "home", clock)
    Station.open(tmp_path / "a" / "b" / "home", clock).close()


def test_a_folder_that_holds_something_is_refused(tmp_path: Path, clock: SetClock) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter.txt").write_text("kept", "utf-8")
    refused = refuse(plan_of(tmp_path / "home"), clock)
    assert (refused.code, refused.exit_code) == ("HOME_EXISTS", 6)


def test_a_file_or_a_standing_home_is_refused(tmp_path: Path, clock: SetClock) -> None:
    (tmp_path / "file").write_text("kept", "utf-8")
    assert refuse(plan_of(tmp_path / "file"), clock).code == "HOME_EXISTS"
    training_home(tmp_path / "home", clock)
    assert refuse(plan_of(tmp_path / "home"), clock).code == "HOME_EXISTS"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"branch": ""}, "NUMBER_UNUSABLE"),
        ({"branch": "../x"}, "NUMBER_UNUSABLE"),
        ({"branch": "成都"}, "NUMBER_UNUSABLE"),
        ({"station_no": "0 1"}, "NUMBER_UNUSABLE"),
        ({"administrator": replace(ADMINISTRATOR, staff_no="a b")}, "NUMBER_UNUSABLE"),
        ({"administrator": replace(ADMINISTRATOR, name="")}, "TEXT_EMPTY"),
        ({"branch_name": "x" * 101}, "TEXT_TOO_LONG"),
        ({"password": "short"}, "PASSWORD_TOO_SHORT"),
        ({"packs": ("bank-procedure", "unknown")}, "PACK_UNKNOWN"),
        ({"packs": ("bank-procedure",)}, "PACKS_LEFT_OUT"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_and_nothing_stays(
    tmp_path: Path, clock: SetClock, change: dict[str, object], code: str
) -> None:
    plan = replace(plan_of(tmp_path / "home"), **change)  # type: ignore[arg-type]
    assert refuse(plan, clock).code == code


def test_a_training_home_may_leave_packs_out(tmp_path: Path, clock: SetClock) -> None:
    plan = replace(plan_of(tmp_path / "home", is_training=True), packs=("bank-procedure",))
    make_home(plan, clock)
    with Station.open(tmp_path / "home", clock) as station:
        assert station.training_desk().packs == ("bank-procedure",)


def test_a_real_home_is_not_made_without_sheets(tmp_path: Path, clock: SetClock) -> None:
    with pytest.raises(BadInput) as refused:
        make_home(plan_of(tmp_path / "home"), clock)
    assert refused.value.code == "SHEETS_NEEDED"
    assert list(tmp_path.iterdir()) == []


def test_a_home_whose_sheets_cannot_be_handed_over_is_not_made(
    tmp_path: Path, clock: SetClock
) -> None:
    def jammed(_: tuple[Sheet, ...]) -> None:
        raise Unavailable("PRINTER_UNAVAILABLE")

    with pytest.raises(Unavailable):
        make_home(plan_of(tmp_path / "home"), clock, jammed)
    assert list(tmp_path.iterdir()) == []


def test_the_sheets_are_in_no_file_of_the_home(tmp_path: Path, clock: SetClock) -> None:
    sheets = real_home(tmp_path / "home", clock)
    files = [path.read_bytes() for path in (tmp_path / "home").rglob("*") if path.is_file()]
    for sheet in sheets:
        assert not any(sheet.secret in content for content in files)
        assert not any(sheet.code.encode() in content for content in files)


def test_sheets_are_written_once_for_their_owner_and_in_three_languages(tmp_path: Path) -> None:
    folder = SheetFolder(tmp_path / "sheets", tmp_path / "home", "CD3", MONDAY.date())
    sheets = tuple(Sheet(number, bytes([number]) * 16) for number in (1, 2, 3))
    folder.deliver(sheets)
    assert [path.name for path in folder.written] == [
        f"recovery-sheet-CD3-{number}.txt" for number in (1, 2, 3)
    ]
    for sheet, path in zip(sheets, folder.written, strict=True):
        text = path.read_text("utf-8")
        assert Sheet.parse(text.splitlines()[0]) == sheet
        assert all(word in text for word in ("Recovery sheet", "恢复凭证", "復原憑證"))
        assert path.stat().st_mode & 0o777 == 0o600
    again = SheetFolder(tmp_path / "sheets", tmp_path / "home", "CD3", MONDAY.date())
    with pytest.raises(Unavailable):
        again.deliver(sheets)
    again.withdraw()
    assert len(list((tmp_path / "sheets").iterdir())) == 3
    folder.withdraw()
    assert list((tmp_path / "sheets").iterdir()) == []


@pytest.mark.parametrize("inside", [".", "sheets", "a/../sheets"])
def test_sheets_inside_the_home_are_refused(tmp_path: Path, inside: str) -> None:
    with pytest.raises(BadInput) as refused:
        SheetFolder(tmp_path / "home" / inside, tmp_path / "home", "CD3", MONDAY.date())
    assert refused.value.code == "SHEETS_IN_HOME"
