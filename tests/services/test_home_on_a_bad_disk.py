"""A home on a full or read-only disk: exit 6 in words, and nothing is half-written."""

from pathlib import Path

import pytest
from tests.services.homes import PASSWORD, plan_of, real_home
from tests.store.books import SetClock
from tests.store.small_disk import fill, small_disk

from advisor_desk.domain.trouble import Unavailable
from advisor_desk.services.homes import make_home
from advisor_desk.services.station import Station


def content_of(home: Path) -> dict[str, bytes]:
    files = sorted(path for path in home.rglob("*") if path.is_file())
    return {str(path.relative_to(home)): path.read_bytes() for path in files}


def sign_in(home: Path) -> None:
    with Station.open(home, SetClock()) as station:
        station.sign_in("10001", PASSWORD)


def test_a_home_that_does_not_fit_is_not_made(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk"):
        fill(tmp_path / "disk", leave=60_000)
        with pytest.raises(Unavailable) as refused:
            make_home(plan_of(tmp_path / "disk" / "home"), SetClock(), lambda _: None)
        assert refused.value.exit_code == 6
        assert [path.name for path in (tmp_path / "disk").iterdir()] == ["filler"]


def test_a_read_only_home_lets_nobody_in(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as mount:
        home = tmp_path / "disk" / "home"
        real_home(home, SetClock())
        sign_in(home)
        before = content_of(home)
        mount("remount,ro")
        with pytest.raises(Unavailable) as refused:
            sign_in(home)
        assert (refused.value.code, refused.value.exit_code) == ("FILE_NOT_WRITTEN", 6)
        mount("remount,rw")
        assert content_of(home) == before
        sign_in(home)


def test_who_cannot_be_counted_cannot_sign_in(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk"):
        home = tmp_path / "disk" / "home"
        real_home(home, SetClock())
        sign_in(home)
        before = content_of(home)
        filler = fill(tmp_path / "disk", leave=0)
        with pytest.raises(Unavailable) as refused:
            sign_in(home)
        assert refused.value.exit_code == 6
        assert content_of(home) == before
        filler.unlink()
        sign_in(home)
