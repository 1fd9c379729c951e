"""The library as a place: the list of today's material at the left, one piece open beside it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.languages import Language
from advisor_desk.services.interviews import Interviews
from advisor_desk.services.library import LibraryLine
from advisor_desk.ui.look import Look
from advisor_desk.ui.materials.copy_form import CopyForm
from advisor_desk.ui.materials.presenter import MaterialsPresenter
from advisor_desk.ui.materials.reader import MaterialReader
from advisor_desk.ui.tasks import Tasks
from advisor_desk.ui.widgets import Card, Hairline, RowButton
from advisor_desk.ui.widgets.scrolled import ScrollArea
from advisor_desk.ui.widgets.titled import titled

LIST_SHARE, READER_SHARE = 2, 3
LATER = {"MATERIAL_EXPIRED": "EXPIRED", "MATERIAL_NOT_YET_VALID": "NOT_YET"}
LATER |= {"MATERIAL_NOT_APPROVED": "NOT_APPROVED"}


class MaterialsPlace(QWidget):
    """Reads the list anew whenever one comes to it. Needs no certificate. Clause: S24."""

    def __init__(self, look: Look, services: Interviews, tasks: Tasks) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self.setObjectName("materials")
        self._presenter = MaterialsPresenter(services.library, look.words.language)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: object = None
        self._build(look)

    def arrive(self) -> None:
        """Read the list again and begin at the piece that is open."""
        self._presenter.refresh()
        self._show()
        rows = [self._rows[self._presenter.chosen]] if self._presenter.chosen else []
        first = next(iter((*rows, *self._rows.values())), None)
        if first is not None:
            first.setFocus()
            self._area.ensureWidgetVisible(first)

    def take_look(self, look: Look) -> None:
        """Build the page anew; ``arrive`` follows."""
        before = self._look.words.language
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if self._presenter.language is before:
            self._presenter.language = look.words.language
        self._shown = None
        self._build(look)

    def turn_day(self) -> None:
        """Read the list again on a new day; a page that is not shown does so when it is."""
        if self.isVisible():
            self._presenter.refresh()
            self._show()

    def _build(self, look: Look) -> None:
        self._look = look
        words = look.words
        page = QWidget()
        column = titled(page, look, words.say("MATERIALS_TITLE"), words.say("MATERIALS_TEXT"))
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("l"))
        card = Card(look)
        card.body.setSpacing(0)
        inner = QWidget()
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        area = ScrollArea()
        area.setWidget(inner)
        card.body.addWidget(area)
        self._area = area
        self._rows: dict[str, RowButton] = {}
        self._reader = MaterialReader(look)
        self._reader.spoken.connect(self._speak)
        self._copy = CopyForm(look, self._presenter, self._services, self._tasks)
        right = QVBoxLayout()
        right.setSpacing(look.theme.size("s"))
        right.addWidget(self._reader, 1)
        right.addWidget(self._copy)
        row.addWidget(card, LIST_SHARE)
        row.addLayout(right, READER_SHARE)
        column.addLayout(row, 1)
        self._column.addWidget(page)

    def _show(self) -> None:
        presenter = self._presenter
        key = tuple((one.code, _state(one), one.approval) for one in presenter.lines)
        if key != self._shown:
            self._shown = key
            self._show_list()
        for code, row in self._rows.items():
            row.is_current = code == presenter.chosen
            row.update()
        line = presenter.line()
        self._reader.show_material(line, presenter.pages, presenter.trouble, presenter.language)
        self._copy.show_state()

    def _show_list(self) -> None:
        look, words = self._look, self._look.words
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = {}
        for line in self._presenter.lines:
            if self._rows:
                self._list.addWidget(Hairline(look))
            product = line.listed.in_language(words.language)
            second = words.say("MATERIALS_LINE", code=line.code, until=_until(line, look))
            state = words.say(f"MATERIALS_STATE_{_state(line)}")
            row = RowButton(look, product.name, second, state, f"material.{line.code}")
            row.clicked.connect(self._pressed)
            self._rows[line.code] = row
            self._list.addWidget(row)
        self._list.addStretch(1)

    def _pressed(self) -> None:
        if self._tasks.busy:
            return  # nobody reads while the helper thread works
        self._presenter.choose(self.sender().objectName().removeprefix("material."))
        self._show()
        if self._presenter.pages is not None:
            self._reader.area().setFocus()

    def _speak(self, language: str) -> None:
        if not self._tasks.busy:
            self._presenter.speak(Language[language])
        self._show()


def _state(line: LibraryLine) -> str:
    """Return how a piece stands today, as a code: OPEN, or why not."""
    return LATER.get(line.why_not.code, "WRONG_FILE") if line.why_not else "OPEN"


def _until(line: LibraryLine, look: Look) -> str:
    found = line.approval
    return look.words.day(found.valid_until) if found else look.words.say("MATERIALS_UNREGISTERED")
