"""The client asks for a product by its name: found, with the client's own words, on the table."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.interview.product_words import in_short, name_of, verdict
from advisor_desk.ui.interview.typed import Typed
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.products.presenter import ProductsPresenter
from advisor_desk.ui.widgets import Field, Label, RowButton, TextEditor, clear


class AskedFor(QWidget):
    """What is found is put on the table as asked for by the client. Clause: S57."""

    def __init__(self, look: Look, presenter: ProductsPresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self._typed = Typed(presenter.interview, "products.asked")
        words = look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("xs"))
        self._box = QFrame()
        self._box.setProperty("box", "card")
        self._found = QVBoxLayout(self._box)
        self._found.setContentsMargins(4, 4, 4, 4)
        self._found.setSpacing(0)
        column.addWidget(self._box)
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("s"))
        self._name = TextEditor(look, "products.asked", longest=60)
        self._name.set_hint(words.say("ASKED_NAME"))
        self._name.edited.connect(self._look_for)
        self._name.finished.connect(self._keep_name)
        row.addWidget(Field(look, words.say("ASKED_TITLE"), self._name), 1)
        self._words = TextEditor(look, "products.asked_words", longest=200)
        self._words.finished.connect(self._keep_words)
        self._words_field = Field(
            look, words.say("ASKED_WORDS"), self._words, words.say("ASKED_HELP")
        )
        row.addWidget(self._words_field, 1)
        column.addLayout(row)
        self._name.set_text(self._typed.of("name"))
        self._words.set_text(self._typed.of("words"))
        self._look_for(self._name.text())

    def first_focus(self) -> QWidget:
        """Return the name."""
        return self._name

    def _look_for(self, text: str) -> None:
        clear(self._found)
        words = self._look.words
        found = self._presenter.found(text)
        for one in found:
            row = RowButton(
                self._look,
                f"{one.product.risk.name}  {name_of(one, words)}",
                in_short(one.product, words),
                self._answer(one),
                f"asked.{one.product.code}",
            )
            row.clicked.connect(self._pressed)
            self._found.addWidget(row)
        if text.strip() and not found:
            self._found.addWidget(Label(self._look, words.say("ASKED_NONE"), "body", "ink_2"))
        self._box.setVisible(bool(text.strip()))

    def _answer(self, one: ShelfAnswer) -> str:
        """Say what asking for it could bring: what is not recommended may still be asked for."""
        words = self._look.words
        if one.opened or one.why_not_sold or one.may_be_recommended:
            return verdict(one, words)[1]
        return words.say("ASKED_NOT_RECOMMENDED")

    def _pressed(self) -> None:
        code = self.sender().objectName().removeprefix("asked.")
        done = self._presenter.client_asks_for(code, self._words.text())
        wrong = "" if done else self._presenter.interview.error_of("words", "ASKED_WORDS")
        self._words_field.set_error(wrong)
        if done:
            self._typed.forget()
            self._name.set_text("")
            self._words.set_text("")
            self._look_for("")
            self._name.setFocus()

    def _keep_name(self, text: str) -> None:
        self._typed.keep(name=text)

    def _keep_words(self, text: str) -> None:
        self._typed.keep(words=text)
        self._words_field.set_error("")
