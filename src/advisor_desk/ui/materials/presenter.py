"""Which material there is today, and the piece that is open. No Qt. Clauses: S24, S67."""

from typing import Protocol

from advisor_desk.domain.languages import Language
from advisor_desk.domain.material import MaterialPages
from advisor_desk.domain.trouble import Trouble
from advisor_desk.services.library import LibraryLine


class Shelves(Protocol):
    """What is asked of the library."""

    def lines(self, language: Language) -> tuple[LibraryLine, ...]:
        """Return the material of every product."""
        ...

    def open(self, product: str, language: Language) -> MaterialPages:
        """Return pages that may be shown now, or raise why not."""
        ...


class MaterialsPresenter:
    """``language`` is that of the pages: the reader's until the client's is wanted."""

    def __init__(self, library: Shelves, language: Language) -> None:
        self._library = library
        self.language = language
        self.lines: tuple[LibraryLine, ...] = ()
        self.chosen = ""
        self.pages: MaterialPages | None = None
        self.trouble: Trouble | None = None

    def refresh(self) -> None:
        """Read the list again, and the piece that is open."""
        self.lines = self._library.lines(self.language)
        if self.line() is None:
            self.chosen = ""
        self._open()

    def line(self) -> LibraryLine | None:
        """Return the line of the piece chosen."""
        return next((one for one in self.lines if one.code == self.chosen), None)

    def choose(self, product: str) -> None:
        """Open the material of a product; every file is looked at now."""
        self.chosen = product
        self._open()

    def speak(self, language: Language) -> None:
        """Read the pages in another language."""
        self.language = language
        self.refresh()

    def _open(self) -> None:
        self.pages = self.trouble = None
        if not self.chosen:
            return
        try:
            self.pages = self._library.open(self.chosen, self.language)
        except Trouble as trouble:
            self.trouble = trouble
