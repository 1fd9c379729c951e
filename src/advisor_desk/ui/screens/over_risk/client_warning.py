"""Your level and this product, side by side: words, and the worst case in money. Clause: S58."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.domain.money import MINOR_UNITS, Money
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.over_risk.presenter import OverRiskPresenter
from advisor_desk.ui.screens.over_risk.side import Side
from advisor_desk.ui.widgets import Button, Label, clear

EXAMPLE = 10_000  # yuan the questionnaire's examples are told for
SHOWN = Money(100_000 * MINOR_UNITS)  # what they are shown for here


class WarningPage(QWidget):
    """The first page: choosing another is the large button."""

    def __init__(self, look: Look, presenter: OverRiskPresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self._shown: object = None
        words = look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("m"))
        column.addWidget(Label(look, words.say("WISH_WARNING_TITLE"), "client_question"))
        self._sides = QHBoxLayout()
        self._sides.setSpacing(look.theme.size("l"))
        column.addLayout(self._sides)
        column.addWidget(Label(look, words.say("WISH_WARNING_TEXT"), "client_body"))
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("l"))
        still = words.say("WISH_STILL")
        self._still = Button(look, still, "client_link", name="wish.still")
        self._still.clicked.connect(presenter.client_goes_on)
        another = words.say("WISH_ANOTHER")
        self._another = Button(look, another, "client_primary", "arrow-left", name="wish.leave")
        self._another.clicked.connect(presenter.choose_another)
        row.addWidget(self._another, 1)
        row.addStretch(1)
        row.addWidget(self._still)
        column.addLayout(row)

    def first_focus(self) -> QWidget:
        """Return the way back."""
        return self._another

    def show_state(self) -> None:
        """Show the two sides."""
        presenter, words = self._presenter, self._look.words
        product, grade, about = presenter.product(), presenter.grade(), presenter.about_grade()
        if product is None or grade is None or about is None or about.example is None:
            return
        key = (product, grade)
        if key == self._shown:
            return
        self._shown = key
        clear(self._sides)
        bad = words.say(
            "WISH_LEVEL_BAD",
            amount=words.money(SHOWN),  # with its decimals, as the material beside it has them
            left=words.money(Money(SHOWN.minor * about.example.bad // EXAMPLE)),
        )
        self._sides.addWidget(
            self._side("WISH_YOUR_LEVEL", grade, words.grade(grade), (words.of(about.say), bad)), 1
        )
        above = words.say("WISH_LEVELS", levels=presenter.levels_above())
        worst = presenter.worst_case(product)
        self._sides.addWidget(
            self._side("WISH_THIS_PRODUCT", product.risk, above, (product.name, worst)), 1
        )

    def _side(
        self, title: str, grade: ProductRisk | RiskTolerance, lead: str, texts: tuple[str, ...]
    ) -> Side:
        side = Side(self._look, "info", grade, lead, self._look.words.say(title))
        for text in texts:
            side.column.addWidget(Label(self._look, text, "client_body"))
        side.column.addStretch(1)
        return side
