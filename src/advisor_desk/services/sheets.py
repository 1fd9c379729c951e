"""The recovery sheets on paper: three texts in three languages, written once, kept nowhere.

The sheets are handed over before the home is put in place, so that no home stands whose sheets
nobody has; if the home then fails, its sheets are taken back.
"""

import os
from datetime import date
from pathlib import Path

from advisor_desk.domain.languages import Language
from advisor_desk.domain.trouble import BadInput, Unavailable
from advisor_desk.packs.wording import wording
from advisor_desk.store.files import PRIVATE, sync_folder
from advisor_desk.store.recovery import Sheet


class SheetFolder:
    """A folder outside the home for the sheets of one branch."""

    def __init__(self, folder: Path, home: Path, branch: str, day: date) -> None:
        self._folder = folder.absolute()
        self._branch = branch
        self._day = day
        self._written: list[Path] = []
        if self._folder.resolve().is_relative_to(home.absolute().resolve()):
            raise BadInput("SHEETS_IN_HOME", folder=folder)

    @property
    def written(self) -> tuple[Path, ...]:
        """Return the files written, by sheet."""
        return tuple(self._written)

    def deliver(self, sheets: tuple[Sheet, ...]) -> None:
        """Write each sheet to a file of its own; nothing is overwritten.

        Raises:
            Unavailable: ``SHEET_NOT_WRITTEN``.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for sheet in sheets:
                self._write(sheet)
            sync_folder(self._folder)
        except OSError as error:
            cause = error.strerror or ""
            raise Unavailable("SHEET_NOT_WRITTEN", folder=self._folder, cause=cause) from error

    def withdraw(self) -> None:
        """Take back what was written: the home was not made."""
        for path in self._written:
            path.unlink(missing_ok=True)
        self._written.clear()

    def _write(self, sheet: Sheet) -> None:
        path = self._folder / f"recovery-sheet-{self._branch}-{sheet.number}.txt"
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE)
        self._written.append(path)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(self._text(sheet))
            file.flush()
            os.fsync(file.fileno())

    def _text(self, sheet: Sheet) -> str:
        facts = {"branch": self._branch, "number": sheet.number, "day": self._day.isoformat()}
        words = [wording(language)["RECOVERY_SHEET"].format(**facts) for language in Language]
        return "\n\n".join((sheet.code, *words)) + "\n"
