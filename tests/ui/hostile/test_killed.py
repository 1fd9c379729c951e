"""The program killed outright in the middle of an interview: opened again, everything is there."""

import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot
from tests.services.branch import SetClock
from tests.ui.homes import NOW, Waiting
from tests.ui.hostile.said import note
from tests.ui.window import Driven

from advisor_desk.domain.languages import Language
from advisor_desk.store.files import is_held
from advisor_desk.ui.shell.one_instance import raise_other

TYPED = "wants to ask the family"
UNDER_WAY = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.homes import Waiting
from tests.ui.hostile.said import note, write_note
from tests.ui.window import Driven, let_live
from advisor_desk.domain.languages import Language

application = QApplication(["advisor-desk", "-style", "fusion"])
waiting = Waiting.from_json(sys.stdin.read())
desk = Driven(waiting, Path(sys.argv[1]))
desk.sign_in()
desk.open("needs", Language.zh_TW)
write_note(desk, sys.argv[2])
note(desk).setFocus()
QTest.keyClicks(note(desk), "half")
print("typed", flush=True)
while True:
    let_live(10)
"""


def test_what_was_left_in_a_field_is_there_after_the_kill(
    qtbot: QtBot, waiting: Waiting, tmp_path: Path
) -> None:
    assert qtbot
    first, again = tmp_path / "first", tmp_path / "again"
    first.mkdir()
    program = subprocess.Popen(
        [sys.executable, "-c", UNDER_WAY, first, TYPED],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdin is not None
    assert program.stdout is not None
    with program:
        try:
            program.stdin.write(waiting.to_json())
            program.stdin.close()
            assert program.stdout.readline() == "typed\n"
            assert is_held(first / "home")
            assert raise_other(first / "home"), "a second start finds the first"
        finally:
            program.kill()
    assert not is_held(first / "home")
    shutil.move(first, again / "left")
    left = Waiting(again / "left" / "home", waiting.interviews)
    desk = Driven(left, again, SetClock(NOW + timedelta(hours=3)))
    desk.sign_in()
    desk.open("needs", Language.zh_TW)
    assert desk.find("stage.needs") is not None
    assert note(desk).toPlainText().startswith(TYPED)
    assert desk.services._room.desk.book.verify(deep=True) == ()
    desk.close()
