"""Qt's own words, such as those of the menu in a field, in the language of the window."""

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from advisor_desk.domain.language import Language


class QtWords(QObject):
    """At most one translation of Qt at a time; English needs none."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._translator: QTranslator | None = None

    def speak(self, language: Language) -> None:
        """Let Qt speak a language from now on; what it does not know stays English."""
        self.be_quiet()
        if language is Language.en:
            return
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        translator = QTranslator(self)
        if translator.load(f"qtbase_{language.name}", folder):
            QApplication.installTranslator(translator)
            self._translator = translator

    def be_quiet(self) -> None:
        """Take the translation away."""
        if self._translator is not None:
            QApplication.removeTranslator(self._translator)
            self._translator = None
