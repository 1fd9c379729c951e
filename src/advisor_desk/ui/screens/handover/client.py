"""The client's page of handing over: what to take home."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.client.plain_page import PlainPage
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.handover.presenter import HandoverPresenter, PaperRow
from advisor_desk.ui.widgets import Icon, Label, clear


class HandoverClientPage(ClientPage[HandoverPresenter]):
    """The list of papers; before they came out, that they are being printed."""

    def __init__(self, look: Look, presenter: HandoverPresenter) -> None:
        super().__init__(look, presenter)
        words = look.words
        self._shown: tuple[PaperRow, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.theme.size("m"))
        self._printing = PlainPage(
            look, words.say("HANDOVER_CLIENT_PRINTING"), words.say("HANDOVER_CLIENT_PRINTING_TEXT")
        )
        self._list = self._built()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._printing)
        self._stack.addWidget(self._list)
        self.column.addWidget(self._stack)

    def header(self) -> str:
        """Return what this is."""
        return self.look.words.say("HANDOVER_CLIENT_HEADER")

    def show_state(self) -> None:
        """Show the papers once they are there."""
        rows = self.presenter.rows(self.look.words)
        is_out = bool(rows) and all(row.is_out for row in rows)
        self._stack.setCurrentWidget(self._list if is_out else self._printing)
        if rows != self._shown:
            self._shown = rows
            clear(self._rows)
            for row in rows:
                self._rows.addLayout(self._row(row))

    def _row(self, row: PaperRow) -> QHBoxLayout:
        words = self.look.words
        line = QHBoxLayout()
        line.setSpacing(self.look.theme.size("m"))
        line.addWidget(Icon(self.look, "file-check", "primary", 32), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Label(self.look, row.title, "client_answer"), 1)
        pages = words.say("HANDOVER_PAGES", pages=row.pages)
        line.addWidget(Label(self.look, pages, "client_body", "ink_2", wrap=False))
        return line

    def _built(self) -> QWidget:
        look, words = self.look, self.look.words
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("l"))
        column.addWidget(Label(look, words.say("HANDOVER_CLIENT_TITLE"), "client_question"))
        column.addWidget(Label(look, words.say("HANDOVER_CLIENT_TEXT"), "client_body", "ink_2"))
        column.addLayout(self._rows)
        column.addStretch(1)
        column.addWidget(Label(look, words.say("HANDOVER_CLIENT_KEEP"), "client_body", "ink_2"))
        return page
