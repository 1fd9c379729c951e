"""The appointment slip: a quiet button, and the printer's part once it is wanted."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.papers.appointment_desk import AppointmentDesk
from advisor_desk.ui.screens.stop.presenter import StopPresenter
from advisor_desk.ui.widgets import Button, Card
from advisor_desk.ui.widgets.print_card import PrintCard


class SlipCard(QWidget):
    """Printers are looked for only when somebody wants the slip: that may take seconds."""

    def __init__(self, look: Look, presenter: StopPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        words = look.words
        self._wanted = Button(look, words.say("STOP_SLIP"), icon="printer", name="stop.slip")
        self._wanted.clicked.connect(self._open)
        self._card = Card(look, words.say("STOP_SLIP"), "printer")
        self._printer = PrintCard(look, AppointmentDesk(presenter.interview), "stop.print")
        self._card.body.addWidget(self._printer)
        self._card.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._wanted, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._card)

    def show_state(self) -> None:
        """Show how printing stands, once it is wanted."""
        if not self._card.isHidden():
            self._printer.show_state(is_busy=self._presenter.interview.is_busy)

    def _open(self) -> None:
        self._wanted.setVisible(False)
        self._card.setVisible(True)
        self.show_state()
        self._printer.focusNextChild()
