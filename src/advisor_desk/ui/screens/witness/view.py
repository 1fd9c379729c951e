"""The adviser's page of the step, and the witness's: the desk belongs to one of them at a time."""

from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from advisor_desk.ui.interview.stage_view import StageView
from advisor_desk.ui.interview.what_is_needed import together
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.witness.calling import CallingPage
from advisor_desk.ui.screens.witness.presenter import WitnessPresenter
from advisor_desk.ui.screens.witness.witness_page import WitnessPage


class WitnessView(StageView[WitnessPresenter]):
    """No note, no rail and no file stands beside it: the next person looks at this screen."""

    wants_width: ClassVar[bool] = True
    hides_side_panel: ClassVar[bool] = True

    def __init__(self, look: Look, presenter: WitnessPresenter) -> None:
        super().__init__(look, presenter)
        words = look.words
        self._second = self.heading(words.say("WITNESS_TITLE"), presenter.case.why())
        self._calling = CallingPage(look, presenter)
        self._witness = WitnessPage(look, presenter)
        self._stack = QStackedWidget()
        for page in (self._calling, self._witness):
            self._stack.addWidget(page)
        self.column.addWidget(self._stack)
        self.column.addStretch(1)

    def first_focus(self) -> QWidget:
        """Return where the person at the desk begins."""
        is_theirs = self._stack.currentWidget() is self._witness
        return self._witness.first_focus() if is_theirs else self._calling.first_focus()

    def show_state(self) -> None:
        """Show the page of whose desk it is."""
        presenter = self.presenter
        seated = presenter.seated() is not None
        page = self._witness if seated else self._calling
        why = presenter.case.why()
        only = self.look.words.say("WITNESS_SUMMARY_ONLY")
        self._second.say(together((why, only)) if seated else why)
        page.show_state()
        if page is not self._stack.currentWidget():
            self._stack.setCurrentWidget(page)
            if self.isVisible():
                self.first_focus().setFocus()
