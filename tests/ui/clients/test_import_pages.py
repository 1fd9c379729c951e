"""A list of clients taken in by keyboard: file, columns, rows, and taking it back."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLabel, QListView, QWidget
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice, Walk, practice
from tests.services.lists import HEADER, row, written
from tests.ui.clients.at_the_place import CONTROL, AtThePlace, look

from advisor_desk.domain.languages import Language
from advisor_desk.ui.tasks import Tasks


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


PATIENCE_S = 20


class Importing(AtThePlace):
    """Somebody on the page of an import."""

    def begin(self) -> None:
        self.press("clients.import")

    def read(self, path: Path) -> None:
        self.fill("import.path", str(path))
        self.key(Qt.Key.Key_Return)

    def said(self, name: str) -> str:
        found = self.place.findChild(QWidget, name)
        assert isinstance(found, QLabel | QAbstractButton), name
        return found.text()

    def list(self) -> list[str]:
        found = self.place.findChild(QListView, "import.rows")
        assert found is not None
        model = found.model()
        return [str(model.data(model.index(at, 0))) for at in range(model.rowCount())]

    def choose(self, field: str, text: str) -> None:
        box = self.tab_to(f"import.column.{field}")
        assert isinstance(box, QComboBox)
        place = box.findText(text, Qt.MatchFlag.MatchStartsWith)
        box.setCurrentIndex(place)
        box.activated.emit(place)
        self.settle()

    def can_import(self) -> bool:
        found = self.place.findChild(QAbstractButton, "import.confirm")
        assert found is not None
        return found.isEnabled()


@pytest.fixture
def them(qtbot: QtBot, at: Practice) -> Importing:
    made = Importing(qtbot, at)
    made.begin()
    return made


def kept(folder: Path, *rows: dict[str, str], header: tuple[str, ...] = HEADER) -> Path:
    path = folder / "list.csv"
    path.write_text(written(*rows, header=header), "utf-8")
    return path


def test_a_list_is_taken_in_and_taken_back_by_keyboard(
    them: Importing, at: Practice, tmp_path: Path
) -> None:
    them.read(kept(tmp_path, row(1), row(2, name="李小明"), row(3, phone="無")))
    assert at.interviews.clients.count() == 0
    assert "2" in them.said("import.confirm")
    assert len(them.list()) == 3
    them.key(Qt.Key.Key_Return, CONTROL)
    assert at.interviews.clients.count() == 2
    assert "list.csv" in them.said("import.message")
    assert not them.shows("import.rows")
    them.press("import.undo")
    assert at.interviews.clients.count() == 0
    assert not them.shows("import.undo")
    them.key(Qt.Key.Key_Escape)
    assert them.shows("clients.find")


def test_the_refused_rows_stand_first_and_say_why(them: Importing, tmp_path: Path) -> None:
    them.read(kept(tmp_path, row(1), row(2, phone="無", born="x"), row(3, name="=A1")))
    first, second, third = them.list()
    assert first.startswith("3 不能匯入")
    assert "電話：" in first
    assert "出生日期：x" in first
    assert second.startswith("4 不能匯入")
    assert third.startswith("2 新")
    assert them.said("import.summary") == "新的 1 列，已有 0 列，不能匯入 2 列。"


def test_a_file_is_chosen_in_the_systems_own_window(
    them: Importing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = kept(tmp_path, row(1))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_: (str(path), "")))
    them.press("import.file")
    assert them.line("import.path").text() == str(path)
    assert len(them.list()) == 1


def test_a_file_that_is_no_list_is_refused_where_it_was_chosen(
    them: Importing, tmp_path: Path
) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"PK\x03\x04")
    them.read(path)
    assert "CSV" in them.said("import.message")
    assert not them.can_import()
    them.read(tmp_path / "nowhere.csv")
    assert "nowhere.csv" in them.said("import.message")
    them.read(kept(tmp_path, row(1)))
    assert them.can_import()


def test_a_column_chosen_otherwise_is_remembered(
    qtbot: QtBot, them: Importing, at: Practice, tmp_path: Path
) -> None:
    header = ("姓名", "x", "證件號碼", "出生日期", "y", "帳號尾號", "z")
    path = kept(tmp_path, row(1, kind="3", phone="13900000001", language="?"), header=header)
    them.read(path)
    them.choose("phone", "x")
    assert not them.can_import()
    them.choose("phone", "沒有")
    assert "電話" in them.said("import.summary")
    assert not them.can_import()
    them.choose("phone", "y")
    assert them.can_import()
    them.press("import.confirm")
    at.again()
    again = Importing(qtbot, at)
    again.begin()
    again.read(kept(tmp_path, row(2, kind="3", phone="13900000002", language="?"), header=header))
    assert again.can_import()


def test_who_stays_is_named_with_the_reason(them: Importing, at: Practice, tmp_path: Path) -> None:
    them.read(kept(tmp_path, row(1), row(2)))
    them.press("import.confirm")
    (client,) = at.interviews.clients.find("0001")[:1]
    Walk(at, client=str(client["client"])).begin()
    them.press("import.undo")
    assert them.said("import.message") == "已收回 1 位客戶。1 位保留：陳大文（已有面談）。"


def test_more_rows_than_are_read_through_are_counted(them: Importing, tmp_path: Path) -> None:
    them.read(kept(tmp_path, *(row(order) for order in range(1, 206))))
    assert len(them.list()) == 200
    assert "200" in them.said("import.summary")
    assert "205" in them.said("import.confirm")


def test_the_window_lives_while_a_list_is_taken_in_and_nobody_reads_the_book(
    qtbot: QtBot, at: Practice, tmp_path: Path
) -> None:
    tasks, may_end = Tasks(), Event()
    them = Importing(qtbot, at, runner=tasks)
    them.begin()
    them.read(kept(tmp_path, row(1), row(2)))
    qtbot.waitUntil(lambda: not tasks.busy)
    tasks.run(lambda: may_end.wait(PATIENCE_S), lambda _: None, lambda _: None)
    them.press("import.confirm")
    assert them.said("import.message") == "請稍候"
    them.key(Qt.Key.Key_Return, CONTROL)
    them.key(Qt.Key.Key_Escape)
    them.key(Qt.Key.Key_N, CONTROL)
    them.place.take_look(look(Language.en))
    them.settle()
    assert them.shows("import.page")
    may_end.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert at.interviews.clients.count() == 2
    assert them.said("import.message") == "2 clients imported from list.csv."
    them.key(Qt.Key.Key_Escape)
    assert them.shows("clients.find")
    tasks.wait()


@pytest.mark.parametrize("language", list(Language))
def test_the_page_speaks_every_language_and_keeps_what_was_read(
    them: Importing, tmp_path: Path, language: Language
) -> None:
    them.read(kept(tmp_path, row(1), row(2, kind="駕照")))
    them.place.take_look(look(language, "dark"))
    them.settle()
    assert len(them.list()) == 2
    assert them.can_import()
