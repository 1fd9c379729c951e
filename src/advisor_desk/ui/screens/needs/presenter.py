"""Needs and finances: six blocks and the pots, checked by the client on the client's own screen."""

from dataclasses import dataclass
from typing import ClassVar

from advisor_desk.domain.interview import Stage
from advisor_desk.domain.money import Money
from advisor_desk.domain.needs import Block, Item
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.stage import StagePresenter
from advisor_desk.ui.interview.typed import Typed
from advisor_desk.ui.screens.needs.fact_find import FactFind, items_of
from advisor_desk.ui.screens.needs.pots import Pots
from advisor_desk.ui.screens.needs.summary import Summary

POTS = "pots"
SECTIONS = (*(block.value for block in Block), POTS)
YES = "yes"


@dataclass(frozen=True, slots=True)
class SectionState:
    """A part of the page: how many answers it lacks; ``flagged``: the client says it differs."""

    id: str
    title: str
    left: int
    flagged: bool

    @property
    def done(self) -> bool:
        """Say whether nothing is lacking."""
        return self.left == 0


class NeedsPresenter(StagePresenter):
    """The second stage. The client's word that all is right is given on the client's screen."""

    stage: ClassVar[Stage] = Stage.needs

    def __init__(self, interview: OpenInterview) -> None:
        super().__init__(interview)
        self.facts_found = FactFind(interview)
        self.pots = Pots(interview)
        self.summary = Summary(interview)
        self._different = Typed(interview, "needs.different")
        self._shown = ""

    def confirm(self) -> None:
        """Do nothing: only the client can say that the summary is right. Clause: S26."""

    # Sections

    def sections(self) -> tuple[SectionState, ...]:
        """Return every section in order."""
        flagged = self._different.all()
        words = self.interview.words
        return tuple(
            SectionState(one, words.say(f"NEEDS_BLOCK_{one}"), self._left(one), one in flagged)
            for one in SECTIONS
        )

    @property
    def shown(self) -> str:
        """Return the section shown: the one chosen, else the first that lacks something."""
        if self._shown:
            return self._shown
        return next((one for one in SECTIONS if self._left(one)), SECTIONS[0])

    def show(self, section: str) -> None:
        """Show a section."""
        self._shown = section
        self.interview.changed()

    def hold(self) -> None:
        """Stay at the section that is shown, even if what is typed there fills it."""
        self._shown = self.shown

    def step_section(self, step: int) -> None:
        """Show the following section, or with -1 the one before; the ends stay."""
        place = SECTIONS.index(self.shown) + step
        self.show(SECTIONS[max(0, min(place, len(SECTIONS) - 1))])

    def leave(self, item: Item, text: str) -> None:
        """Record a field that was left; a section that was mended is no longer flagged."""
        if self.facts_found.leave(item, text):
            self._unflag(item.block.value)

    def save_pot(self, name: str, amount: str, source: str, needed_by: str) -> bool:
        """Record the pot being written."""
        saved = self.pots.save(name, amount, source, needed_by)
        if saved:
            self._unflag(POTS)
        return saved

    def progress(self) -> tuple[int, int]:
        """Return how many sections are done, of how many."""
        return sum(one.done for one in self.sections()), len(SECTIONS)

    def doubts(self) -> tuple[str, ...]:
        """Return sums that cannot be, in words: to be asked about, never to be corrected."""
        words, of = self.interview.words, self.facts_found.amount
        income, spending = of("yearly_income"), of("yearly_spending")
        liquid, other = of("liquid_assets"), of("other_assets")
        found = []
        if income and spending and liquid and other:
            most = income.minor + liquid.minor + other.minor
            if spending.minor > most:
                found.append(words.say("NEEDS_DOUBT_SPENDING"))
        in_pots = sum(pot.amount.minor for pot in self.pots.all())
        if liquid is not None and in_pots > liquid.minor:
            facts = {"pots": words.money(Money(in_pots)), "assets": words.money(liquid)}
            found.append(words.say("NEEDS_DOUBT_POTS", **facts))
        return tuple(found)

    # The client

    @property
    def is_ready_for_client(self) -> bool:
        """Say whether the summary can be shown: nothing but the client's word is lacking."""
        return not [code for code in self.missing() if code != "NEEDS_NOT_CONFIRMED"]

    @property
    def is_confirmed(self) -> bool:
        """Say whether the client confirmed what stands there now."""
        return not self.missing()

    @property
    def client_says_different(self) -> bool:
        """Say whether the client waits for something to be put right."""
        return bool(self._different.all())

    def say_different(self, sections: tuple[str, ...]) -> None:
        """Tell the adviser that something of these sections is not right."""
        self._different.keep(**dict.fromkeys(sections, YES))
        self._shown = sections[0]
        self.interview.changed()

    def settle_difference(self) -> None:
        """Show the client the summary again: it was talked about."""
        self._different.forget()
        self.interview.changed()

    def client_confirms(self) -> None:
        """Record that the client checked the summary and said that it is right."""
        interview = self.interview
        interview.act(lambda: interview.services.needs.confirm_needs(interview.id))

    def _left(self, section: str) -> int:
        if section == POTS:
            return 0 if self.pots.all() else 1
        items = items_of(Block(section))
        return sum(self.facts_found.recorded(item) is None for item in items)

    def _unflag(self, section: str) -> None:
        if section in self._different.all():
            self._different.keep(**{section: ""})
            self.interview.changed()
