"""The client's page: one picture of what is held, now and after, and three sentences."""

from dataclasses import replace
from operator import attrgetter

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from advisor_desk.domain.structure import Part
from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.portfolio.parts import named, segments
from advisor_desk.ui.screens.portfolio.presenter import PortfolioPresenter
from advisor_desk.ui.widgets import Label, MixBar, clear

BAR = 72
LABEL = 110
NAMED = 200  # tenths of a percent: below it a part's name may not fit, and stands in the legend
LONGEST = 24  # characters of a name: the page never scrolls


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
        if now:
            self._add_bar(now, "PORTFOLIO_NOW" if after else "")
        if after:
            self._add_bar(after, "PORTFOLIO_AFTER")
        legend = self._legend((*now, *after))
        if legend:
            self._bars.addWidget(Label(self.look, legend, "client_body", "ink_2"))
        for text in said:
            self._sentences.addWidget(Label(self.look, text, "client_answer"))

    def _add_bar(self, parts: tuple[Part, ...], code: str) -> None:
        look, words = self.look, self.look.words
        row = QHBoxLayout()
        if code:
            label = Label(look, words.say(code), "client_body", wrap=False)
            label.setFixedWidth(round(LABEL * look.theme.scale))
            row.addWidget(label)
        row.addWidget(MixBar(look, segments(parts, words), kind="client_body", height=BAR), 1)
        self._bars.addLayout(row)

    def _legend(self, parts: tuple[Part, ...]) -> str:
        """Say what the marks of the small parts mean, and what is hatched."""
        words = self.look.words
        small = [one for one in parts if one.share < NAMED]
        marks = dict.fromkeys(f"{one.mark} {one.label}" for one in segments(small, words))
        old = [words.say("PORTFOLIO_CLIENT_HATCHED")] if any(o.old.minor for o in parts) else []
        return words.say("LIST_COMMA").join([*marks, *old])

    def _said(self, now: tuple[Part, ...], after: tuple[Part, ...]) -> tuple[str, ...]:
        first = self.presenter.told(self.look.words, "PORTFOLIO_CLIENT_TOTAL")
        return first, self._largest(now), self._last(bool(after))

    def _largest(self, now: tuple[Part, ...]) -> str:
        words, lumps = self.look.words, self.presenter.lumps(self.look.words)
        if lumps:
            share = f"{lumps[0].share / 10:g}%"
            code = "PORTFOLIO_CLIENT_ISSUER" if lumps[0].is_issuer else "PORTFOLIO_CLIENT_MUCH"
            return words.say(code, name=_short(lumps[0].name), share=share)
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
            name = change.taken_from and _short(change.taken_from)
            said = presenter.advising.change_sentence(replace(change, taken_from=name))
            return words.say("PORTFOLIO_CLIENT_TALK", change=said)
        code = "PORTFOLIO_CLIENT_KEPT" if presenter.lumps(words) else "PORTFOLIO_CLIENT_SPREAD"
        return words.say(code)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
