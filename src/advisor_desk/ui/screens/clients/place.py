"""Clients as a place: the finder, a new client's page, a file. Each keeps what was typed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from advisor_desk.domain.client import ClientId
from advisor_desk.domain.interview import InterviewId
from advisor_desk.domain.trouble import Trouble
from advisor_desk.services.interviews import Interviews
from advisor_desk.ui.imports.presenter import ImportPresenter
from advisor_desk.ui.imports.view import ImportView
from advisor_desk.ui.interview.open_interview import Runner
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.assessments.other_channel import KeptOnPage, OtherChannel
from advisor_desk.ui.screens.assessments.page import AssessmentsPage
from advisor_desk.ui.screens.clients.client_list import ClientList
from advisor_desk.ui.screens.clients.file import File
from advisor_desk.ui.screens.clients.file_view import FileView
from advisor_desk.ui.screens.clients.finder import Finder
from advisor_desk.ui.screens.clients.finder_view import FinderView
from advisor_desk.ui.screens.clients.new_client import NewClient, Typed
from advisor_desk.ui.screens.clients.new_client_view import NewClientView
from advisor_desk.ui.screens.clients.one_page import OnePage
from advisor_desk.ui.shell.navigator import Navigator
from advisor_desk.ui.widgets import EmptyState

FINDER, NEW, FILE, CORRECT = "finder", "new", "file", "correct"
ASSESSMENTS, IMPORT = "assessments", "import"


class ClientsPlace(OnePage):
    """The adviser's own clients. Each look into a file is recorded with its reason. Clause: S39.

    One look lasts until the file is left or something was recorded of the client meanwhile.
    """

    def __init__(
        self,
        look: Look,
        services: Interviews | None,
        navigator: Navigator,
        runner: Runner | None = None,
    ) -> None:
        super().__init__(FINDER)
        self._look = look
        self._services = services
        self._navigator = navigator
        self._finder = Finder(services) if services else None
        self._new = self._fresh()
        self._correction: NewClient | None = None
        self._file: File | None = None
        self._other: tuple[ClientId, KeptOnPage] = ("", KeptOnPage())
        self._runner = runner
        self._list: ImportPresenter | None = None
        new = QShortcut(QKeySequence("Ctrl+N"), self)
        new.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        new.activated.connect(self.new_client)

    def arrive(self) -> None:
        """Show what was shown last, as things stand now."""
        if self._page == FILE and self._file is not None and not self._file.is_as_known:
            self._open(self._file.id, self._look.words.say("CLIENTS_WHY_again"))
        elif self._is_new:
            self._focus()
        else:
            self._show()
        self._is_new = False

    def turn_day(self) -> None:
        """Read a file that is shown again: what may be sold today is another day's answer."""
        if self.isVisible() and self._page == FILE:
            self.arrive()

    def take_look(self, look: Look) -> None:
        """Build the page anew in other words or another theme; what was typed stays."""
        self._look = look
        self._built = None
        self._show()

    def search(self) -> None:
        """Show the finder, the keyboard in its box."""
        self._go(FINDER)

    def new_client(self) -> None:
        """Show the page for a new client, with the name that was looked for in vain."""
        if self._services is None or self._new is None or self._finder is None or self._is_busy:
            return
        wanted = self._finder.text.strip() if self.isVisible() and self._page == FINDER else ""
        if self._new.is_empty and _is_name(wanted):
            self._new.typed = Typed(name=wanted)
        self._go(NEW)

    @property
    def _is_busy(self) -> bool:
        """Say whether a list is on its way in: nobody reads the book meanwhile."""
        return self._list is not None and self._list.is_busy

    def open_client(self, client: ClientId) -> None:
        """Open a client's file from another place; the look is recorded."""
        if self._page == FILE and self._file is not None and self._file.id == client:
            self.arrive()
        else:
            self._open(client, self._look.words.say("CLIENTS_WHY_prepare"))

    def _open(self, client: ClientId, why: str) -> None:
        if self._read(client, why):
            self._go(FILE)

    def _read(self, client: ClientId, why: str) -> bool:
        """Read a file, and say whether it could be read."""
        if self._services is None or self._finder is None:
            return False
        try:
            self._file = File(self._services, client, why)
        except Trouble as trouble:
            self._refused(trouble)
            return False
        self._finder.opened(client)
        return True

    def _refused(self, trouble: Trouble) -> None:
        self._navigator.say("stop", self._look.words.trouble(trouble))

    def _made(self) -> QWidget:
        if self._services is None or self._finder is None or self._new is None:
            return _no_book(self._look)
        if self._page == NEW:
            return self._made_form(self._new, self._leave)
        if self._page == CORRECT and self._correction is not None:
            return self._made_form(self._correction, self._leave_page)
        if self._page == IMPORT and self._list is not None:
            return ImportView(self._look, self._list, self._leave)
        if self._page in {FILE, ASSESSMENTS} and self._file is not None:
            return self._made_of_file(self._services, self._file)
        finder = FinderView(self._look, self._finder, self.new_client, self._refused)
        finder.opened.connect(self._found)
        finder.import_wanted.connect(self._import)
        return finder

    def _made_of_file(self, services: Interviews, file: File) -> QWidget:
        if self._page == FILE:
            made = FileView(self._look, file, self._leave)
            made.begun.connect(self._lead)
            made.resumed.connect(self._lead)
            made.corrected.connect(self._correct)
            made.assessments.connect(self._show_assessments)
            return made
        if self._other[0] != file.id:
            self._other = (file.id, KeptOnPage())
        page = _assessments(self._look, services, file, self._other[1], self._leave_page)
        page.entered.connect(self._entered)
        return page

    def _made_form(self, presenter: NewClient, leave: Callable[[], None]) -> NewClientView:
        form = NewClientView(self._look, presenter, leave)
        form.recorded.connect(self._recorded)
        form.known.connect(self._known)
        return form

    def _fresh(self) -> NewClient | None:
        return NewClient(self._services) if self._services else None

    def _found(self, client: ClientId) -> None:
        if self._finder is not None:
            self._open(client, self._finder.why(self._look.words))

    def _known(self, client: ClientId) -> None:
        self._open(client, self._look.words.say("CLIENTS_WHY_known"))

    def _recorded(self, client: ClientId) -> None:
        why = "CLIENTS_WHY_corrected" if self._page == CORRECT else "CLIENTS_WHY_received"
        if self._page == CORRECT:
            self._correction = None
        else:
            self._new = self._fresh()
            if self._finder is not None:
                self._finder.text = ""
        self._stack.setEnabled(False)  # a second press must not record once more
        QTimer.singleShot(0, partial(self._open_recorded, client, self._look.words.say(why)))

    def _open_recorded(self, client: ClientId, why: str) -> None:
        """Open the file of who was recorded, in turns of the loop of its own."""
        if self._read(client, why):
            self._page = FILE
            self._built = self._made()
        QTimer.singleShot(0, self._show_recorded)

    def _show_recorded(self) -> None:
        self._stack.setEnabled(True)
        self._show()

    def _import(self) -> None:
        if self._services is not None:
            source = ClientList(self._services, lambda: self._look.words.language)
            self._list = ImportPresenter(source, self._runner)
            self._go(IMPORT)

    def _leave(self) -> None:
        if not self._is_busy:
            self._go(FINDER)

    def _leave_page(self) -> None:
        self._go(FILE)

    def _show_assessments(self) -> None:
        self._go(ASSESSMENTS)

    def _entered(self) -> None:
        """Show the list with what was entered; the file is read anew for it."""
        if self._file is not None and self._read(
            self._file.id, self._look.words.say("CLIENTS_WHY_assessment")
        ):
            self._go(ASSESSMENTS)

    def _lead(self, interview: InterviewId) -> None:
        """Lead an interview; whoever comes back reads the file as it stands then."""
        if self._file is not None:
            self._file.is_starting = False
        self._navigator.resume_interview(interview)

    def _correct(self) -> None:
        if self._services is None or self._file is None:
            return
        if self._correction is None or self._correction.client != self._file.id:
            typed = Typed.of(self._file.file.client)
            self._correction = NewClient(self._services, self._file.id, typed)
        self._go(CORRECT)


def _no_book(look: Look) -> EmptyState:
    words = look.words
    return EmptyState(look, "users", words.say("CLIENTS_NONE_HERE"), words.say("CLIENTS_NONE_TEXT"))


def _assessments(
    look: Look, services: Interviews, file: File, kept: KeptOnPage, leave: Callable[[], None]
) -> AssessmentsPage:
    other = None if file.refers else OtherChannel(services, file.id, kept)
    attempts = services.clients.attempts(file.id)
    return AssessmentsPage(look, file.file.client.name, attempts, other, leave)


def _is_name(text: str) -> bool:
    return bool(text) and not any(one.isdigit() for one in text) and not text.isascii()
