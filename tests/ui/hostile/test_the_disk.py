"""A home that is full or read-only at start and during an act: said in words, nothing lost."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.store import small_disk as disks
from tests.ui.homes import Waiting
from tests.ui.hostile.said import banner, note, write_note
from tests.ui.window import Driven, until

from advisor_desk.domain.languages import Language
from advisor_desk.store.keys import PUBLISHED_PASSWORD

TYPED = "wants to ask the family"


@pytest.fixture
def desk(disk: Path, waiting: Waiting, qtbot: QtBot) -> Iterator[Driven]:
    assert qtbot  # an exception in a slot fails the test
    driven = Driven(waiting, disk)
    yield driven
    driven.close()


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(disks, "SMALL_DISK", "40m")
    with disks.small_disk(tmp_path / "disk"):
        yield tmp_path / "disk"


def read_only(home: Path) -> None:
    """What is opened in the home from now on can only be read: its journal and fresh files."""
    subprocess.run(["mount", "--bind", home, home], check=True)
    subprocess.run(["mount", "-o", "remount,ro,bind", home], check=True)


def writable(home: Path) -> None:
    subprocess.run(["umount", home], check=True)


@pytest.mark.parametrize("way", ["full", "read-only"])
def test_an_act_that_cannot_be_kept_is_said_and_done_later(
    desk: Driven, disk: Path, way: str
) -> None:
    desk.sign_in()
    desk.open("needs", Language.zh_TW)
    opened, book = desk.place.interview, desk.services._room.desk.book
    assert opened is not None
    head = book.head()
    filler = disks.fill(disk, leave=0)
    if way == "read-only":
        filler.unlink()
        read_only(disk / "home")
    try:
        write_note(desk, TYPED)
        said = set()
        for language in Language:
            desk.prefer(language, "light")
            said.add(banner(desk))
            assert note(desk).toPlainText() == TYPED
        assert "" not in said
        assert len(said) == len(Language), "in the words of each language"
        assert book.head() == head
    finally:
        if way == "read-only":
            writable(disk / "home")
        else:
            filler.unlink()
    write_note(desk, TYPED + "!")
    assert banner(desk) == ""
    assert desk.services.facts(opened.id).drafts["note"] == TYPED + "!"
    assert book.verify(deep=True) == ()


@pytest.mark.parametrize("way", ["full", "read-only"])
def test_a_home_that_cannot_be_written_lets_nobody_in_and_says_why(
    desk: Driven, disk: Path, way: str
) -> None:
    filler = disks.fill(disk, leave=0)
    if way == "read-only":
        filler.unlink()
        read_only(disk / "home")
    message = desk.window.findChild(QLabel, "login.message")
    assert isinstance(message, QLabel)
    try:
        desk.line("login.user").setText("20417")
        desk.line("login.password").setText(PUBLISHED_PASSWORD)
        desk.press("login.submit")
        until(message.text, "why nobody is let in")
        assert not desk.is_seated
    finally:
        if way == "read-only":
            writable(disk / "home")
        else:
            filler.unlink()
    desk.sign_in()
    assert desk.is_seated
