"""The library in the real window: a colleague without a certificate reads approved material."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from tests.services.material_files import copied_material, use_material
from tests.ui.window import Driven

from advisor_desk.ui.widgets.page_viewer import PageViewer

UNCERTIFIED = "20460"
PRODUCT = "DEMO-R3-002"


@pytest.fixture(scope="module")
def colleague(unseated: Driven) -> Driven:
    unseated.sign_in(UNCERTIFIED)
    return unseated


@pytest.fixture(autouse=True)
def arrived(colleague: Driven) -> None:
    colleague.go("today")
    QTest.keyClick(colleague.window, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    colleague.settle()


def said(desk: Driven) -> str:
    labels = desk.widget("materials").findChildren(QLabel)
    return " ".join(one.text() for one in labels if one.isVisible())


def viewer(desk: Driven) -> PageViewer:
    found = desk.window.findChild(PageViewer)
    assert isinstance(found, PageViewer)
    return found


def test_material_opens_at_its_worst_case_with_who_approved_it(colleague: Driven) -> None:
    colleague.press(f"material.{PRODUCT}")
    shown = viewer(colleague)
    assert (shown.isVisible(), shown.page, shown.pages) == (True, 0, 7)
    assert "91,000.00" in colleague.widget("material.pages.page").accessibleDescription()
    assert "2026.2" in said(colleague)


def test_all_of_it_is_reached_by_keyboard(colleague: Driven) -> None:
    focused = colleague.window.focusWidget()
    assert isinstance(focused, QWidget)
    assert focused.objectName().startswith("material.DEMO-")
    QTest.keyClick(focused, Qt.Key.Key_Down)
    QTest.keyClick(colleague.window.focusWidget(), Qt.Key.Key_Return)
    colleague.settle()
    area = viewer(colleague).area()
    assert area.hasFocus()
    QTest.keyClick(area, Qt.Key.Key_End)
    assert viewer(colleague).page == 6


@pytest.mark.parametrize(("product", "why"), [("DEMO-R2-003", "過期"), ("DEMO-X0-001", "未經")])
def test_what_is_closed_says_why_and_shows_no_page(
    colleague: Driven, product: str, why: str
) -> None:
    colleague.press(f"material.{PRODUCT}")
    colleague.press(f"material.{product}")
    assert not viewer(colleague).isVisible()
    assert why in said(colleague)


def test_a_file_damaged_while_the_list_stands_is_found_when_it_is_opened(
    colleague: Driven, tmp_path: Path
) -> None:
    before = colleague.services.today()
    place = copied_material(tmp_path)
    use_material(colleague.services, place)
    colleague.go("materials")
    path = place / PRODUCT / "2026.2.zh_TW.pdf"
    path.write_bytes(path.read_bytes()[:-100])
    colleague.press(f"material.{PRODUCT}")
    assert not viewer(colleague).isVisible()
    assert "損壞" in said(colleague)
    colleague.services._room._day = before


def test_the_pages_are_read_in_the_clients_language(colleague: Driven) -> None:
    colleague.press(f"material.{PRODUCT}")
    colleague.press("material.language.en")
    assert "In a bad year" in colleague.widget("material.pages.page").accessibleDescription()
    colleague.press("material.language.zh_TW")


def test_a_copy_is_printed_with_its_reason_and_number(colleague: Driven) -> None:
    colleague.press(f"material.{PRODUCT}")
    colleague.press("material.copy")
    colleague.press("material.copy.now")
    assert colleague.services.material_copies.made() == ()
    assert "副本的用途" in said(colleague)
    QTest.keyClicks(colleague.line("material.copy.reason"), "for the client to take home")
    colleague.press("material.copy.now")
    made = colleague.services.material_copies.made()
    assert [one.reason for one in made] == ["for the client to take home"]
    assert made[0].number in said(colleague)


def test_of_what_is_closed_no_copy_is_offered(colleague: Driven) -> None:
    colleague.press("material.DEMO-X0-001")
    assert colleague.find("material.copy") is None
