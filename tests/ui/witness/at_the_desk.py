"""The witness's step in the real window, by the keyboard of whoever sits there."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget
from tests.ui.homes import Waiting
from tests.ui.window import Driven

from advisor_desk.domain.facts import Facts
from advisor_desk.domain.languages import Language
from advisor_desk.store.keys import PUBLISHED_PASSWORD

HEAD, OUTLET_HEAD, OTHER_HEAD = "10066", "10020", "10001"
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ANSWERS = ("about sixteen thousand", "in two years; the pension is enough", "nobody, my own wish")


class WitnessDesk(Driven):
    """The interview of a client of 71 who chose R3 and heard everything explained."""

    def __init__(self, waiting: Waiting, folder: Path, language: Language) -> None:
        super().__init__(waiting, folder)
        self.sign_in()
        self.prefer(language, "light")
        self.open("witness", language)
        self.language = language

    @property
    def facts(self) -> Facts:
        return self.services.facts(self.waiting.at("witness", self.language))

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        focused = QApplication.focusWidget()
        assert isinstance(focused, QLineEdit | QPlainTextEdit)
        QTest.keyClicks(focused, text)

    def tab_to(self, name: str) -> None:
        for _ in range(40):
            focused = QApplication.focusWidget()
            if focused is not None and focused.objectName() == name:
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"{name} is not reached by Tab")

    def come(self, staff_no: str = HEAD, password: str = PUBLISHED_PASSWORD) -> None:
        """Sign the witness in by keyboard alone."""
        self.line("witness.user").setFocus()
        self.line("witness.user").clear()
        self.type(staff_no)
        self.key(Qt.Key.Key_Return)
        self.type(password)
        self.key(Qt.Key.Key_Return)

    def ask_all(self) -> None:
        """Hear, warn and ask by keyboard alone."""
        self.key(Qt.Key.Key_Return)
        self.key(Qt.Key.Key_Return)
        for answer in ANSWERS:
            self.type(answer)
            self.key(Qt.Key.Key_Return)

    def touch(self, name: str) -> None:
        """Touch a button of the client's screen."""
        side = self.place.client_side
        assert side is not None
        found = side.screen.findChild(QWidget, name)
        assert isinstance(found, QAbstractButton)
        assert not found.isHidden()
        found.click()
        self.settle()
