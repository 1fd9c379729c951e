"""How much: typed, or touched on large keys."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.products.choice_state import left_of
from advisor_desk.ui.screens.products.presenter import ProductsPresenter
from advisor_desk.ui.widgets import AmountEditor, Button, Label

REST_MS = 800
KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "000", "0", "⌫")


class AmountPage(QWidget):
    """The amount, what it must be, and twelve keys."""

    def __init__(self, look: Look, presenter: ProductsPresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        words = look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._title = Label(look, "", "client_question")
        column.addWidget(self._title)
        self._worst = Label(look, "", "client_body")
        column.addWidget(self._worst)
        row = QHBoxLayout()
        row.setSpacing(48)
        left = QVBoxLayout()
        left.setSpacing(12)
        self._must = Label(look, "", "client_body", "ink_2")
        self._has = Label(look, "", "client_body", "ink_2")
        left.addWidget(self._must)
        left.addWidget(self._has)
        self._amount = AmountEditor(look, "choose.amount")
        self._amount.setAccessibleName(words.say("CHOOSE_AMOUNT"))
        self._amount.setFont(look.theme.font("client_figure"))
        self._amount.setFixedHeight(80)
        self._amount.edited.connect(self._typed)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(presenter.keep_amount)
        left.addWidget(self._amount)
        self._words = Label(look, "", "client_body")
        left.addWidget(self._words)
        self._error = Label(look, "", "client_body", "stop")
        self._error.setObjectName("choose.error")
        left.addWidget(self._error)
        left.addStretch(1)
        row.addLayout(left, 3)
        row.addLayout(self._keys(), 2)
        column.addLayout(row, 1)
        column.addLayout(self._foot())

    def header(self) -> str:
        """Return what is asked."""
        return self._look.words.say("CHOOSE_HEADER_amount")

    def first_focus(self) -> QWidget:
        """Return the amount."""
        return self._amount

    def show_state(self) -> None:
        """Show the amount as far as it is typed, and what is wrong with it."""
        one, pot, words = self._presenter.choosing(), self._presenter.client_pot(), self._look.words
        if one is None or pot is None:
            return
        self._title.say(words.say("CHOOSE_HOW_MUCH", product=one.product.name))
        worst = self._presenter.worst_case(one)
        self._worst.say(words.of(worst) if worst else words.say("CLIENT_WAIT_TEXT"))
        self._go.setEnabled(worst is not None)  # nobody chooses without having read the worst case
        must = words.say(
            "CHOOSE_MUST",
            least=words.money(one.product.minimum),
            step=words.money(one.product.step),
        )
        self._must.say(must)
        used = self._presenter.used_today(pot)
        has = words.say(
            "CHOOSE_HAS_LEFT" if used.minor else "CHOOSE_HAS",
            pot=pot.name,
            most=words.money(pot.amount),
            used=words.money(used),
            left=words.money(left_of(pot, used)),
        )
        self._has.say(has)
        self._amount.set_text(self._presenter.amount)
        self._words.say(self._presenter.in_words(words.language))
        self._error.say(self._presenter.client_error)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Keep what was typed: another page comes."""
        super().hideEvent(event)
        if self._rest.isActive():
            self._rest.stop()
            self._presenter.keep_amount()

    def _keys(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, key in enumerate(KEYS):
            button = Button(self._look, key, "client", name=f"choose.key.{key}", again=True)
            if key == "⌫":
                button.setAccessibleName(self._look.words.say("CHOOSE_ERASE"))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(self._key_pressed)
            grid.addWidget(button, place // 3, place % 3)
        return grid

    def _foot(self) -> QHBoxLayout:
        words = self._look.words
        foot = QHBoxLayout()
        back = Button(self._look, words.say("NAV_BACK"), "client", "arrow-left", name="choose.back")
        back.clicked.connect(self._presenter.back)
        foot.addWidget(back, 1)
        foot.addStretch(1)
        self._go = Button(
            self._look,
            words.say("CHOOSE_GO_ON"),
            "client_primary",
            "arrow-right",
            name="choose.next",
        )
        self._go.clicked.connect(self._presenter.give_amount)
        foot.addWidget(self._go, 1)
        return foot

    def _key_pressed(self) -> None:
        button = self.sender()
        if not isinstance(button, Button):
            return
        before = self._presenter.amount
        after = before[:-1] if button.text() == "⌫" else before + button.text()
        self._typed(after)

    def _typed(self, text: str) -> None:
        self._rest.start()
        self._presenter.type_amount(text)
