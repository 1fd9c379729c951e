"""Material that was found damaged and is whole again goes on where it stopped. Clause: S67."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice, Walk
from tests.services.material_files import copied_material, use_material
from tests.services.test_library import changed, cut_short, gone, swapped
from tests.ui.opening.pages import Shown, cut_off, dress, look_of, opened, press, shown_page

from advisor_desk.domain.languages import Language
from advisor_desk.ui.screens.presentation.presenter import PresentationPresenter
from advisor_desk.ui.screens.presentation.view import PresentationView

WRONG = pytest.mark.parametrize(
    "wrong", [gone, cut_short, changed, swapped], ids=lambda one: one.__name__
)


@dataclass
class Files:
    """A copy of all material in use, and how to damage and to mend it."""

    place: Path
    kept: Path

    def mend(self) -> None:
        shutil.rmtree(self.place)
        shutil.copytree(self.kept, self.place)


@pytest.fixture
def files(at: Practice, tmp_path: Path) -> Iterator[Files]:
    before = at.interviews.today()
    (tmp_path / "kept").mkdir()
    yield Files(copied_material(tmp_path), copied_material(tmp_path / "kept"))
    at.interviews._room._day = before


def found_wrong(
    qtbot: QtBot,
    at: Practice,
    files: Files,
    wrong: Callable[[Path], None],
    language: Language = Language.zh_TW,
) -> tuple[PresentationPresenter, Shown]:
    """Show the page of an interview in which the second page could not be put on the screen."""
    walk = Walk(at, order=next(ORDER), product="DEMO-R3-002", amount="100000.00").until("products")
    use_material(at.interviews, files.place)
    presenter = PresentationPresenter(opened(walk, language))
    presenter.open()
    presenter.stood(0)
    presenter.client_read()
    assert presenter.pages() is not None
    wrong(files.place)
    presenter.stood(1)
    look = look_of(language)
    dress(look)
    shown = shown_page(qtbot, PresentationView(look, presenter))
    assert presenter.blocked()
    assert presenter.elements() == ()
    return presenter, shown


def assert_goes_on(presenter: PresentationPresenter, shown: Shown) -> None:
    assert presenter.blocked() == ""
    assert presenter.interview.problem is None
    QApplication.processEvents()
    assert not shown.button("presentation.try_again").isVisibleTo(shown.window)
    now = presenter.on_client_page()
    assert now is not None
    assert shown.button(f"element.{now.id}").isVisibleTo(shown.window)
    presenter.stood(1)
    presenter.client_read()
    facts = presenter.interview.facts.presentation
    assert facts is not None
    assert facts.explained == ("worst_case", "function")


@WRONG
def test_try_again_by_keyboard(
    qtbot: QtBot, at: Practice, files: Files, wrong: Callable[[Path], None]
) -> None:
    presenter, shown = found_wrong(qtbot, at, files, wrong)
    again = shown.button("presentation.try_again")
    assert shown.page.first_focus() is again
    again.setFocus()
    press(Qt.Key.Key_Space)
    assert presenter.blocked()
    assert presenter.interview.problem is not None
    assert again.hasFocus()
    files.mend()
    press(Qt.Key.Key_Space)
    assert_goes_on(presenter, shown)


def test_coming_back_to_the_page_looks_again(qtbot: QtBot, at: Practice, files: Files) -> None:
    presenter, shown = found_wrong(qtbot, at, files, cut_short)
    shown.window.hide()
    files.mend()
    assert presenter.blocked()
    shown.window.show()
    qtbot.waitUntil(lambda: not presenter.blocked())
    assert_goes_on(presenter, shown)


@pytest.mark.parametrize("language", list(Language))
def test_nothing_of_it_is_cut_off(
    qtbot: QtBot, at: Practice, files: Files, language: Language
) -> None:
    _, shown = found_wrong(qtbot, at, files, cut_short, language)
    assert shown.button("presentation.try_again").isVisibleTo(shown.window)
    assert cut_off(shown.window) == []


ORDER = iter(range(100, 999))
