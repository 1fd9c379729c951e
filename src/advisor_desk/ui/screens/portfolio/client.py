"""The client's page: one picture of what is held, and three sentences."""

from operator import attrgetter

from PySide6.QtWidgets import QVBoxLayout

from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.portfolio.colours import named, segments
from advisor_desk.ui.screens.portfolio.presenter import PortfolioPresenter
from advisor_desk.ui.widgets import Label, MixBar, clear

BAR = 112


class PortfolioClientPage(ClientPage[PortfolioPresenter]):
    """No notes of the adviser, no advice: the picture alone."""

    def __init__(self, look: Look, presenter: PortfolioPresenter) -> None:
        super().__init__(look, presenter)
        self.column.setSpacing(look.theme.size("l"))
        self._title = Label(look, "", "client_question")
        self.column.addWidget(self._title)
        self._bar = MixBar(look, kind="client_body", height=BAR)
        self.column.addWidget(self._bar)
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(look.theme.size("l"))
        self.column.addLayout(self._sentences)
        self.column.addStretch(1)
        self._shown: object = None

    def header(self) -> str:
        """Return what it is about."""
        return self.look.words.say("PORTFOLIO_HEADER")

    def show_state(self) -> None:
        """Show the mix and what it says."""
        words = self.look.words
        parts = self.presenter.classes()
        recorded = self.presenter.interview.facts.holdings is not None
        code = "PORTFOLIO_CLIENT_TITLE" if parts else "PORTFOLIO_CLIENT_FIRST"
        self._title.say(words.say(code if recorded else "PORTFOLIO_CLIENT_SOON"))
        self._bar.setVisible(bool(parts))
        self._bar.show_segments(segments(parts, words, for_client=True))
        said = self._said() if parts else ()
        if said == self._shown:
            return
        self._shown = said
        clear(self._sentences)
        for text in said:
            self._sentences.addWidget(Label(self.look, text, "client_answer"))

    def _said(self) -> tuple[str, ...]:
        presenter, words = self.presenter, self.look.words
        largest = max(presenter.classes(), key=attrgetter("share"))
        much = presenter.concentrated()
        spread = words.say("PORTFOLIO_CLIENT_SPREAD")
        if much is not None:
            share = f"{much[1]:.0%}"
            spread = words.say("PORTFOLIO_CLIENT_MUCH", name=much[0].name, share=share)
        return (
            words.say("PORTFOLIO_CLIENT_TOTAL", amount=words.money(presenter.total())),
            words.say(
                "PORTFOLIO_CLIENT_LARGEST",
                part=named(largest, words),
                amount=words.money(largest.amount),
                share=f"{largest.share:.0%}",
            ),
            spread,
        )
