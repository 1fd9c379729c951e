"""The client asks for a product by its name: found, with the client's own words, on the table."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.products.presenter import ProductsPresenter
from advisor_desk.ui.screens.products.words import in_short, name_of, verdict
from advisor_desk.ui.widgets import Card, Field, Label, RowButton, TextEditor, clear


class AskedFor(Card):
    """What is found is put on the table as asked for by the client. Clause: S57."""

    def __init__(self, look: Look, presenter: ProductsPresenter) -> None:
        super().__init__(look, look.words.say("ASKED_TITLE"), "message-question")
        self._look = look
        self._presenter = presenter
        words = look.words
        self._name = TextEditor(look, "products.asked", longest=60)
        self._name.edited.connect(self._typed)
        self.body.addWidget(Field(look, words.say("ASKED_NAME"), self._name))
        self._words = TextEditor(look, "products.asked_words", longest=200)
        self._words_field = Field(
            look, words.say("ASKED_WORDS"), self._words, words.say("ASKED_HELP")
        )
        self.body.addWidget(self._words_field)
        box = QWidget()
        self._found = QVBoxLayout(box)
        self._found.setContentsMargins(0, 0, 0, 0)
        self._found.setSpacing(0)
        self.body.addWidget(box)

    def _typed(self, text: str) -> None:
        clear(self._found)
        words = self._look.words
        found = self._presenter.found(text)
        for one in found:
            second = in_short(one, words)
            row = RowButton(
                self._look,
                f"{one.product.risk.name}  {name_of(one, words)}",
                second,
                verdict(one, words)[1],
                f"asked.{one.product.code}",
            )
            row.clicked.connect(self._pressed)
            self._found.addWidget(row)
        if text.strip() and not found:
            self._found.addWidget(Label(self._look, words.say("ASKED_NONE"), "body", "ink_2"))

    def _pressed(self) -> None:
        code = self.sender().objectName().removeprefix("asked.")
        done = self._presenter.client_asks_for(code, self._words.text())
        self._words_field.set_error("" if done else self._presenter.interview.error_of("words"))
        if done:
            self._name.set_text("")
            self._words.set_text("")
            clear(self._found)
