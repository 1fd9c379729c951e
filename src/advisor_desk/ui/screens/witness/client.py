"""The client's page: the recap, the warning in large type, the questions, and the own decision."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.interview.what_is_needed import together
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.witness.presenter import Phase, WitnessPresenter
from advisor_desk.ui.widgets import Button, Label


class WitnessClientPage(ClientPage[WitnessPresenter]):
    """One thing at a time, *stop* always at hand; at the end two equal buttons, none filled."""

    def __init__(self, look: Look, presenter: WitnessPresenter) -> None:
        super().__init__(look, presenter)
        words = look.words
        self._product = Label(look, "", "client_body", "ink_2")
        self._title = Label(look, "", "client_question")
        self._text = Label(look, "", "client_lead")
        self._more = Label(look, "", "client_body", "ink_2")
        for label in (self._product, self._title, self._text, self._more):
            self.column.addWidget(label)
        self.column.addStretch(1)
        self._stop = Button(
            look,
            words.say("WITNESS_CLIENT_STOP"),
            "client",
            "hand-stop",
            name="client.stop",
        )
        self._stop.clicked.connect(self._stops)
        self._go_on = Button(
            look, words.say("WITNESS_CLIENT_GO_ON"), "client", "check", name="client.go_on"
        )
        self._go_on.clicked.connect(self._goes_on)
        stays = self._go_on.sizePolicy()
        stays.setRetainSizeWhenHidden(True)  # *stop* keeps its place and size
        self._go_on.setSizePolicy(stays)
        foot = QHBoxLayout()
        foot.setSpacing(look.theme.size("l"))
        foot.addWidget(self._stop, 1)
        foot.addWidget(self._go_on, 1)
        self.column.addLayout(foot)

    def header(self) -> str:
        """Return what this step is."""
        return self.look.words.say("WITNESS_CLIENT_HEADER")

    def first_focus(self) -> QWidget | None:
        """Return the button with which nothing is bought, once it is asked for."""
        return self._stop if self.presenter.phase() is Phase.decide else None

    def show_state(self) -> None:
        """Show what is talked about now."""
        presenter, words = self.presenter, self.look.words
        phase, choice = presenter.phase(), presenter.case.choice
        self._go_on.setVisible(phase is Phase.decide)
        product = ""
        if choice is not None:
            amount = words.money(choice.amount)
            product = words.say("WITNESS_CLIENT_PRODUCT", name=choice.product.name, amount=amount)
        self._product.say(product)
        title, text, more = self._said(phase)
        self._title.say(title)
        for label, said in ((self._text, text), (self._more, more)):
            label.say(said)
            label.setVisible(bool(said))

    def _said(self, phase: Phase) -> tuple[str, str, str]:
        presenter, words = self.presenter, self.look.words
        witness, asked = presenter.witness(), presenter.asked_next()
        name = witness.name if witness else ""
        if phase is Phase.question and asked is not None:
            return asked.ask, "", words.say("PRESENT_CLIENT_OWN_WORDS")
        title = words.say(f"WITNESS_CLIENT_TITLE_{phase.value}", name=name)
        if phase is Phase.waits:
            return title, together(presenter.to_client()), ""
        if phase is Phase.recap:
            return title, presenter.case.worst_case(words), words.say("WITNESS_CLIENT_RECAP_MORE")
        if phase is Phase.warning:
            said, *worst = presenter.warning()
            return title, said, together(worst)
        return title, words.say(f"WITNESS_CLIENT_TEXT_{phase.value}", name=name), ""

    def _stops(self) -> None:
        self.presenter.client_stops()

    def _goes_on(self) -> None:
        self.presenter.client_goes_on()
