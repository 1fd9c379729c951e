"""What stands out about what is held, and whether each pot's money is there in time."""

from advisor_desk.domain.portfolio import Coverage, Lump
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.portfolio.presenter import PortfolioPresenter
from advisor_desk.ui.widgets import Card, ReasonRow, clear

Said = tuple[str, str, str]  # tone, sentence, clause


class SeenCard(Card):
    """Sentences; a sign and a word tell which need attention."""

    def __init__(self, look: Look, presenter: PortfolioPresenter) -> None:
        super().__init__(look, look.words.say("PORTFOLIO_LOOK"), "eye")
        self._look = look
        self._presenter = presenter
        self._shown: list[Said] = []

    def show_state(self) -> None:
        """Show what stands out."""
        said = self._seen()
        if said == self._shown:
            return
        self._shown = said
        clear(self.body)
        for tone, text, clause in said:
            self.body.addWidget(ReasonRow(self._look, tone, text, clause))

    def _seen(self) -> list[Said]:
        presenter, say = self._presenter, self._look.words.say
        pots = [self._pot(one) for one in presenter.coverage()]
        if not presenter.holdings():
            return [("ok", say("PORTFOLIO_FIRST"), ""), *pots]
        found = [("duty", self._lump(one), "") for one in presenter.lumps(self._look.words)]
        comma = say("LIST_COMMA")
        if above := presenter.above_grade():
            names = comma.join(dict.fromkeys(one.name for one in above))
            found.append(("duty", say("PORTFOLIO_ABOVE_GRADE", names=names), "S55"))
        if old := presenter.old():
            day = self._look.words.day(min(one.as_of for one in old))
            found.append(("duty", say("PORTFOLIO_STALE", count=len(old), day=day), ""))
        return [*(found or [("ok", say("PORTFOLIO_NOTHING_STANDS_OUT"), "")]), *pots]

    def _lump(self, lump: Lump) -> str:
        code = "PORTFOLIO_ONE_ISSUER" if lump.is_issuer else "PORTFOLIO_CONCENTRATED"
        return self._look.words.say(code, name=lump.name, share=f"{lump.share / 10:g}%")

    def _pot(self, one: Coverage) -> Said:
        words, pot = self._look.words, one.pot
        tone, kind = ("duty", "SHORT") if one.missing.minor else ("ok", "COVERED")
        facts = {
            "pot": pot.name,
            "amount": words.money(pot.amount),
            "missing": words.money(one.missing),
        }
        if pot.needed_by is None:
            return tone, words.say(f"PORTFOLIO_POT_{kind}", **facts), ""
        day = words.day(pot.needed_by)
        return tone, words.say(f"PORTFOLIO_POT_{kind}_BY", day=day, **facts), "S62"
