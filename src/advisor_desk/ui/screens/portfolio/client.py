"""The client's page: one picture of what is held, now and after, and three sentences."""

from operator import attrgetter

from PySide6.QtWidgets import QVBoxLayout

from advisor_desk.domain.structure import Part
from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.portfolio.parts import named, segments
from advisor_desk.ui.screens.portfolio.presenter import PortfolioPresenter
from advisor_desk.ui.widgets import Label, MixBar, clear

BAR = 88


class PortfolioClientPage(ClientPage[PortfolioPresenter]):
    """No notes of the adviser: the picture, and the change that is on the table."""

    def __init__(self, look: Look, presenter: PortfolioPresenter) -> None:
        super().__init__(look, presenter)
        self._title = Label(look, "", "client_question")
        self.column.addWidget(self._title)
        self._bars = QVBoxLayout()
        self._bars.setSpacing(look.theme.size("s"))
        self.column.addLayout(self._bars)
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(look.theme.size("m"))
        self.column.addLayout(self._sentences)
        self.column.addStretch(1)
        self._shown: object = None

    def header(self) -> str:
        """Return what it is about."""
        return self.look.words.say("PORTFOLIO_HEADER")

    def show_state(self) -> None:
        """Show the structure and what it says."""
        words, presenter = self.look.words, self.presenter
        now, after = presenter.now().classes, presenter.after().classes
        recorded = presenter.interview.facts.holdings is not None
        code = "PORTFOLIO_CLIENT_TITLE" if now else "PORTFOLIO_CLIENT_FIRST"
        self._title.say(words.say(code if recorded else "PORTFOLIO_CLIENT_SOON"))
        said = self._said(now, after) if now else ()
        key = (now, after, said)
        if key == self._shown:
            return
        self._shown = key
        clear(self._bars)
        clear(self._sentences)
        if now and after:
            self._add_bar(now, "PORTFOLIO_CLIENT_NOW")
            self._add_bar(after, "PORTFOLIO_CLIENT_AFTER")
        elif now:
            self._add_bar(now)
        for text in said:
            self._sentences.addWidget(Label(self.look, text, "client_answer"))

    def _add_bar(self, parts: tuple[Part, ...], code: str = "") -> None:
        words = self.look.words
        if code:
            self._bars.addWidget(Label(self.look, words.say(code), "client_body"))
        shown = segments(parts, words)
        self._bars.addWidget(MixBar(self.look, shown, kind="client_body", height=BAR))

    def _said(self, now: tuple[Part, ...], after: tuple[Part, ...]) -> tuple[str, ...]:
        first = self.presenter.told(self.look.words, "PORTFOLIO_CLIENT_TOTAL")
        return first, self._largest(now), self._last(bool(after))

    def _largest(self, now: tuple[Part, ...]) -> str:
        words, lumps = self.look.words, self.presenter.lumps(self.look.words)
        if lumps:
            share = f"{lumps[0].share / 10:g}%"
            code = "PORTFOLIO_CLIENT_ISSUER" if lumps[0].is_issuer else "PORTFOLIO_CLIENT_MUCH"
            return words.say(code, name=lumps[0].name, share=share)
        largest = max(now, key=attrgetter("share"))
        return words.say(
            "PORTFOLIO_CLIENT_LARGEST",
            part=named(largest.key, words),
            amount=words.money(largest.amount),
            share=f"{largest.share / 10:g}%",
        )

    def _last(self, is_on_the_table: bool) -> str:
        presenter, words = self.presenter, self.look.words
        if is_on_the_table:
            change = presenter.changes()[-1]
            said = presenter.advising.change_sentence(change)
            return words.say("PORTFOLIO_CLIENT_TALK", change=said)
        code = "PORTFOLIO_CLIENT_KEPT" if presenter.lumps(words) else "PORTFOLIO_CLIENT_SPREAD"
        return words.say(code)
