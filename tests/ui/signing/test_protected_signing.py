"""Guardian, declaration and witness sign in their turn; the witness with the own password."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.services.branch import WITNESS, Practice
from tests.services.protected import Protected, above, elder, minor
from tests.ui.papers import LANGUAGES, Table, laid, settle, write_on

from advisor_desk.domain.interview import Mark, SigningWay, State
from advisor_desk.domain.languages import Language
from advisor_desk.domain.steps import MARKS_OF_EVERY_SALE
from advisor_desk.store.keys import PUBLISHED_PASSWORD
from advisor_desk.ui.screens.signing.client import SigningClientPage
from advisor_desk.ui.screens.signing.presenter import Phase, SigningPresenter
from advisor_desk.ui.screens.signing.view import SigningView

ORDER = iter(range(400, 999))
SCREENS = (SigningPresenter, SigningView, SigningClientPage)
LEFT = Qt.MouseButton.LeftButton


def begun(walk: Protected) -> Protected:
    walk.order = next(ORDER)
    walk.until("begin_signing")
    walk.print_on_paper()
    return walk


def write_boxes(table: Table, phase: Phase, pad: str, done: str) -> int:
    shown = table.client if phase is Phase.client else table.adviser
    written = 0
    while table.presenter.phase() is phase and table.presenter.writing.box() is not None:
        write_on(shown.find(pad))
        QTest.mouseClick(shown.button(done), LEFT)
        settle()
        written += 1
    return written


def client_writes(table: Table) -> int:
    return write_boxes(table, Phase.client, "client.pad", "client.done")


def staff_writes(table: Table, phase: Phase) -> int:
    return write_boxes(table, phase, "signing.pad", "signing.done")


def line(table: Table, name: str) -> QLineEdit:
    found = table.adviser.find(name)
    assert isinstance(found, QLineEdit)
    return found


def sign_in(table: Table, user: str, password: str) -> None:
    """Type as the witness does: number, Enter, password, Enter."""
    line(table, "witness.user").clear()
    QTest.keyClicks(line(table, "witness.user"), user)
    QTest.keyClicks(line(table, "witness.password"), password)
    QTest.keyClick(line(table, "witness.password"), Qt.Key.Key_Return)
    settle()


def test_a_sale_above_the_grade_is_signed_on_the_screen_by_hand(at: Practice, qtbot: QtBot) -> None:
    walk = begun(above(at, SigningWay.screen))
    table = laid(walk, SCREENS)
    assert client_writes(table) == 8  # two of them under the declaration
    assert staff_writes(table, Phase.adviser) == 4
    assert table.presenter.phase() is Phase.witness
    assert "現在由見證人簽名" in table.client.texts()
    assert not table.adviser.find("witness.password").isVisible()
    assert staff_writes(table, Phase.witness) == 2
    sign_in(table, WITNESS.staff_no, "somebody else's")
    assert table.presenter.phase() is Phase.witness
    assert line(table, "witness.password").text() == ""
    sign_in(table, WITNESS.staff_no, PUBLISHED_PASSWORD)  # what was written is still there
    assert table.presenter.phase() is Phase.complete
    table.go_on()
    assert walk.facts.state is State.signed
    assert table.presenter.seen_by(Mark.witness_signature) == WITNESS.name
    assert qtbot is not None


def test_the_keyboard_goes_on_from_the_adviser_to_the_witness(at: Practice, qtbot: QtBot) -> None:
    table = laid(begun(elder(at)), SCREENS)
    table.adviser.button("signing.seen.grade_written").setFocus()
    for key in (*("\r" for _ in MARKS_OF_EVERY_SALE), *WITNESS.staff_no, "\r"):
        press(key)
    for key in (*PUBLISHED_PASSWORD, "\r"):
        press(key)
    assert table.presenter.phase() is Phase.complete
    assert qtbot is not None


def press(key: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    if key == "\r":
        QTest.keyClick(focused, Qt.Key.Key_Return)
    else:
        QTest.keyClicks(focused, key)
    settle()


def test_another_number_is_told_whose_turn_it_is(at: Practice, qtbot: QtBot) -> None:
    table = laid(begun(elder(at)), SCREENS)
    while table.presenter.phase() is not Phase.witness:
        table.presenter.see(table.presenter.writing.mark())
    settle()
    sign_in(table, "20417", PUBLISHED_PASSWORD)
    assert any(WITNESS.name in text and "本人" in text for text in table.adviser.texts())
    assert table.presenter.phase() is Phase.witness
    sign_in(table, WITNESS.staff_no, PUBLISHED_PASSWORD)
    assert table.presenter.phase() is Phase.complete
    assert qtbot is not None


def test_the_guardian_signs_on_the_client_s_screen_after_the_client(
    at: Practice, qtbot: QtBot
) -> None:
    table = laid(begun(minor(at, SigningWay.screen)), SCREENS)
    titles = []
    while table.presenter.phase() is Phase.client:
        titles.append(table.presenter.writing.mark())
        if titles[-1] is Mark.guardian_signature:
            assert "請監護人在框裡簽名" in table.client.texts()
        write_on(table.client.find("client.pad"))
        QTest.mouseClick(table.client.button("client.done"), LEFT)
        settle()
    assert titles.count(Mark.guardian_signature) == 4  # F1, F2, F3, F6
    assert titles[-1] is Mark.guardian_signature
    assert qtbot is not None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", list(SigningWay))
def test_every_state_fits_in_every_language(
    at: Practice, qtbot: QtBot, language: Language, way: SigningWay
) -> None:
    table = laid(begun(above(at, way)), SCREENS, language)
    while table.presenter.phase() is not Phase.witness:
        assert table.cut() == []
        if way is SigningWay.paper:
            table.presenter.see(table.presenter.writing.mark())
            settle()
        else:
            client_writes(table)
            assert table.cut() == []
            staff_writes(table, Phase.adviser)
    assert table.cut() == []
    if way is SigningWay.screen:
        staff_writes(table, Phase.witness)
    assert table.adviser.find("witness.password").isVisible()
    assert table.cut() == []
    sign_in(table, WITNESS.staff_no, "wrong")
    assert table.cut() == []
    assert qtbot is not None
