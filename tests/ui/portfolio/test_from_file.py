"""Holdings out of a file: beside what is recorded, shown as rows, taken back with the last act."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QListView
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice
from tests.services.lists import written
from tests.services.test_holdings_import import HEADER, row
from tests.ui.opening.pages import Shown, cut_off, dress, look_of, opened, shown_page
from tests.ui.portfolio.stage import ROWS, begun

from advisor_desk.domain.languages import Language
from advisor_desk.ui.screens.portfolio.presenter import (
    FROM_FILE,
    HOLDINGS,
    PICTURE,
    PortfolioPresenter,
)
from advisor_desk.ui.screens.portfolio.rows import Row
from advisor_desk.ui.screens.portfolio.view import PortfolioView


def kept(folder: Path, *rows: dict[str, str]) -> str:
    path = folder / "held.csv"
    path.write_text(written(*rows, header=HEADER), "utf-8")
    return str(path)


def listed(shown: Shown) -> list[str]:
    found = shown.find("import.rows")
    assert isinstance(found, QListView)
    model = found.model()
    return [str(model.data(model.index(at, 0))) for at in range(model.rowCount())]


def page(qtbot: QtBot, presenter: PortfolioPresenter, language: Language) -> Shown:
    look = look_of(language)
    dress(look)
    view = PortfolioView(look, presenter)
    view.show_state()
    presenter.interview.listen(view.show_state)
    return shown_page(qtbot, view)


def click(shown: Shown, name: str) -> None:
    shown.button(name).click()
    QApplication.processEvents()


def test_a_file_is_read_shown_and_recorded_beside_what_stands(at: Practice, tmp_path: Path) -> None:
    walk, presenter = begun(at)
    presenter.record(ROWS)
    presenter.show_section(HOLDINGS)
    presenter.open_file()
    presenter.file.open(kept(tmp_path, row(), row(name="美元存款", amount="USD 5", currency="")))
    assert presenter.file.new_rows() == 2
    presenter.file.take()
    assert presenter.section() == HOLDINGS
    assert [one.name for one in presenter.rows()] == [
        "定期存款",
        "示例穩健 30 天",
        "某銀行大額存單（虛構）",
        "美元存款",
    ]
    walk.do.flow.undo(walk.interview)
    assert [one.name for one in presenter.rows()] == ["定期存款", "示例穩健 30 天"]


def test_rows_that_are_typed_are_recorded_before_a_file_is_opened(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.type_rows(ROWS)
    presenter.open_file()
    assert presenter.section() == FROM_FILE
    assert len(walk.facts.holdings or ()) == 2
    presenter.leave_file()
    presenter.type_rows([*ROWS, Row("半", "x")])
    presenter.open_file()
    assert presenter.section() == HOLDINGS
    assert presenter.row_error.field == "amount"


@pytest.mark.parametrize("language", list(Language))
def test_the_page_by_keyboard_in_each_language(
    qtbot: QtBot, at: Practice, tmp_path: Path, language: Language
) -> None:
    walk, presenter = begun(at, language)
    shown = page(qtbot, presenter, language)
    shown.button("holding.file").setFocus()
    click(shown, "holding.file")
    assert shown.find("import.file").hasFocus()
    path = shown.find("import.path")
    assert isinstance(path, QLineEdit)
    path.setFocus()
    QTest.keyClicks(path, kept(tmp_path, row(), row(amount="很多", currency="XYZ")))
    QTest.keyClick(path, Qt.Key.Key_Return)
    refused, new = listed(shown)
    assert refused.startswith("3 ")
    assert "XYZ" in refused
    assert new.startswith("2 ")
    assert cut_off(shown.window) == []
    confirm = shown.button("import.confirm")
    assert confirm.isEnabled()
    click(shown, "import.confirm")
    assert [one.name for one in walk.facts.holdings or ()] == ["某銀行大額存單（虛構）"]
    assert shown.page.findChild(QAbstractButton, "import.confirm") is None


def test_what_the_book_refuses_is_said_on_the_page(at: Practice, tmp_path: Path) -> None:
    walk, presenter = begun(at)
    presenter.open_file()
    presenter.file.open(kept(tmp_path, row()))
    at.clock.at = at.clock.at.replace(year=2025)
    try:
        presenter.file.take()
    finally:
        at.clock.at = at.clock.at.replace(year=2026)
    tone, text = presenter.file.message(presenter.interview.words)
    assert tone == "stop"
    assert "2025" in text
    assert presenter.interview.problem is None
    assert walk.facts.holdings is None
    assert presenter.section() == FROM_FILE


def test_going_back_shows_the_rows_or_the_picture_again(qtbot: QtBot, at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.record(ROWS)
    shown = page(qtbot, presenter, Language.zh_TW)
    presenter.open_file()
    assert shown.find("import.message").isVisibleTo(shown.window)
    click(shown, "import.leave")
    assert shown.find("holding.record").isVisibleTo(shown.window)
    presenter.show_section(PICTURE)
    assert shown.page.findChild(QLabel, "import.message") is None
    assert PortfolioPresenter(opened(walk)).section() == PICTURE
