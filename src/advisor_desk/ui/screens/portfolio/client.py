"""The client's page: one picture of what is held, and three sentences."""

from PySide6.QtWidgets import QVBoxLayout

from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.portfolio.mix import named, segments
from advisor_desk.ui.screens.portfolio.presenter import PortfolioPresenter
from advisor_desk.ui.widgets import Label, MixBar, clear

MOST_SENTENCES = 3


class PortfolioClientPage(ClientPage[PortfolioPresenter]):
    """No notes of the adviser, no advice: the picture alone."""

    def __init__(self, look: Look, presenter: PortfolioPresenter) -> None:
        super().__init__(look, presenter)
        self._title = Label(look, "", "client_question")
        self.column.addWidget(self._title)
        self._bar = MixBar(look, kind="client_body", height=96)
        self.column.addWidget(self._bar)
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(look.theme.size("m"))
        self.column.addLayout(self._sentences)
        self.column.addStretch(1)

    def header(self) -> str:
        """Return what it is about."""
        return self.look.words.say("PORTFOLIO_HEADER")

    def show_state(self) -> None:
        """Show the mix and what it says."""
        words = self.look.words
        parts = self.presenter.mix()
        recorded = self.presenter.interview.facts.holdings is not None
        code = "PORTFOLIO_CLIENT_TITLE" if parts else "PORTFOLIO_CLIENT_FIRST"
        self._title.say(words.say(code if recorded else "PORTFOLIO_CLIENT_SOON"))
        self._bar.setVisible(bool(parts))
        self._bar.show_segments(segments(parts, words))
        clear(self._sentences)
        largest = sorted(parts, key=lambda one: -one.share)[:MOST_SENTENCES]
        for one in largest:
            said = words.say(
                "PORTFOLIO_CLIENT_PART",
                part=named(one, words),
                amount=words.money(one.amount),
                share=f"{one.share:.0%}",
            )
            self._sentences.addWidget(Label(self.look, said, "client_body"))
