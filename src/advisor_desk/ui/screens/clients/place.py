"""Clients as a place: the finder, a new client's page, a file. Each keeps what was typed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from advisor_desk.domain.client import ClientId
from advisor_desk.domain.trouble import Trouble
from advisor_desk.services.desk import Desk
from advisor_desk.services.interviews import Interviews
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.clients.file import File
from advisor_desk.ui.screens.clients.file_view import FileView
from advisor_desk.ui.screens.clients.finder import Finder
from advisor_desk.ui.screens.clients.finder_view import FinderView
from advisor_desk.ui.screens.clients.new_client import NewClient, Typed
from advisor_desk.ui.screens.clients.new_client_view import NewClientView
from advisor_desk.ui.shell.navigator import Navigator
from advisor_desk.ui.widgets import EmptyState

WHY = "CLIENTS_WHY"  # the reason recorded with each look into a file; clause: S39


class ClientsPlace(QWidget):
    """The adviser's own clients."""

    def __init__(
        self, look: Look, desk: Desk, services: Interviews | None, navigator: Navigator
    ) -> None:
        super().__init__()
        self._look = look
        self._desk = desk
        self._services = services
        self._navigator = navigator
        self._finder = Finder(services) if services else None
        self._new = NewClient(services) if services else None
        self._file: File | None = None
        self._page = "finder"
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._bind_keys()
        self._show()

    def arrive(self) -> None:
        """Show what was shown last, as things stand now."""
        if self._file is not None and self._page == "file":
            self.open_client(self._file.id)
        else:
            self._show()

    def take_look(self, look: Look) -> None:
        """Build the page anew in other words or another theme; what was typed stays."""
        self._look = look
        self._show()

    def search(self) -> None:
        """Show the finder, the keyboard in its box."""
        self._page = "finder"
        self._show()

    def new_client(self) -> None:
        """Show the page for a new client."""
        if self._services is None:
            return
        if self._new is None or self._new.client:
            self._new = NewClient(self._services)
        self._page = "new"
        self._show()

    def open_client(self, client: ClientId) -> None:
        """Open a client's file; the look is recorded."""
        if self._services is None:
            return
        try:
            self._file = File(self._services, client, self._look.words.say(WHY))
        except Trouble as trouble:
            self._navigator.say("stop", self._look.words.trouble(trouble))
            return
        self._page = "file"
        self._show()

    def _show(self) -> None:
        while (old := self._stack.currentWidget()) is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        page = self._made()
        self._stack.addWidget(page)
        first = getattr(page, "first_focus", None)
        if callable(first) and self.isVisible():
            first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self) -> QWidget:
        if self._finder is None or self._new is None:
            words = self._look.words
            return EmptyState(
                self._look, "users", words.say("CLIENTS_NONE_HERE"), words.say("CLIENTS_NONE_TEXT")
            )
        if self._page == "new":
            new = NewClientView(self._look, self._new, self._leave)
            new.recorded.connect(self._recorded)
            new.known.connect(self.open_client)
            return new
        if self._page == "file" and self._file is not None:
            file = FileView(self._look, self._file, self._leave)
            file.begun.connect(self._begun)
            file.resumed.connect(self._navigator.resume_interview)
            file.corrected.connect(self._correct)
            return file
        finder = FinderView(self._look, self._finder, self.new_client)
        finder.opened.connect(self.open_client)
        return finder

    def _leave(self) -> None:
        self._page = "finder"
        self._show()

    def _recorded(self, client: ClientId) -> None:
        if self._services is not None:
            self._new = NewClient(self._services)
        self.open_client(client)

    def _begun(self, interview: str) -> None:
        self._page = "finder"
        self._navigator.resume_interview(interview)

    def _correct(self) -> None:
        if self._services is None or self._file is None:
            return
        record = self._file.file.client
        self._new = NewClient(self._services, self._file.id)
        self._new.typed = Typed(
            kind=record.document.kind.value,
            number=record.document.number,
            born=record.born.isoformat() if record.born else "",
            name=record.name,
            phone=record.phone,
            account=record.account_tail,
            language=record.language.name,
        )
        self._page = "new"
        self._show()

    def _bind_keys(self) -> None:
        for key, done in (
            ("Ctrl+N", self.new_client),
            ("Ctrl+Return", self._key_confirm),
            ("Escape", self._leave),
            ("I", self._key_begin),
            ("F4", self._key_why),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(done)

    def _key_confirm(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, NewClientView):
            page.record()

    def _key_begin(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, FileView):
            page.start()

    def _key_why(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, FileView):
            page.toggle_why()
