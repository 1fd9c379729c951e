"""A suggestion as it is written, and what the client says to it. No Qt. Clauses: S54-S56."""

from collections.abc import Callable

from advisor_desk.domain.assessment_events import Change
from advisor_desk.domain.facts import Facts, Suggested
from advisor_desk.domain.interview import Reaction
from advisor_desk.domain.money import Money
from advisor_desk.domain.product import AssetClass
from advisor_desk.domain.structure import YUAN, total
from advisor_desk.domain.trouble import BadInput
from advisor_desk.ui.interview.advice_words import change_words, class_words, suggestion_words
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.typed import Typed

NEW_MONEY = "new"
FIELDS = ("taken_from", "amount", "into", "words")
_CLASSES = (AssetClass.deposit, AssetClass.insurance)  # what is suggested without a product
_FIELD_OF = {"product": "into", "reason": "words"}


class Advising:
    """The form of one suggestion, and those made before it."""

    def __init__(self, interview: OpenInterview) -> None:
        self._interview = interview
        self._typed = Typed(interview, "portfolio")
        self._wrong: tuple[str, str] | None = None
        self._targets: tuple[object, list[tuple[str, str]]] = (None, [])
        self._said: tuple[Facts, tuple[tuple[Suggested, bool], ...]] | None = None
        self.is_writing = False

    def said(self) -> tuple[tuple[Suggested, bool], ...]:
        """Return every suggestion, and whether it rests on how things stand now."""
        facts = self._interview.facts
        if self._said is None or self._said[0] is not facts:
            standing = facts.advice()
            said = tuple((one, one in standing) for one in facts.suggestions)
            self._said = (facts, said)
        return self._said[1]

    def sentence(self, made: Suggested) -> str:
        """Say what a suggestion comes to."""
        interview = self._interview
        return suggestion_words(made, interview.day_data.catalogue, interview.words)

    def sources(self) -> list[tuple[str, str]]:
        """Return where money may come from: each holding by its name, and new money."""
        words = self._interview.words
        holdings = self._interview.facts.holdings or ()
        names = {one.name: one.amount.currency for one in holdings}
        found = [(f"held:{one}", one) for one in names]
        return [*found, (NEW_MONEY, words.say("PORTFOLIO_NEW_MONEY"))]

    def targets(self) -> list[tuple[str, str]]:
        """Return what money may go into: what may be recommended, then kinds without a product."""
        interview = self._interview
        if not interview.is_busy:
            facts = interview.facts
            rests_on = (facts.client_seen, facts.needs, facts.pots, facts.assessment)
            key = (rests_on, interview.words, interview.today)
            if key != self._targets[0]:
                self._targets = (key, self._found_targets())
        return self._targets[1]

    def typed(self) -> dict[str, str]:
        """Return the form as far as it is filled in."""
        return {"taken_from": NEW_MONEY, **self._typed.all()}

    def keep_typed(self, **fields: str) -> None:
        """Keep the form as far as it is filled in."""
        if any(self._typed.of(name) != text for name, text in fields.items()):
            self._wrong = None
            self._typed.keep(**fields)
            self._interview.changed()

    def typed_change(self) -> Change | None:
        """Return the change of the form; None: it says none yet, or more than is held."""
        found = self._read()
        if not isinstance(found, Change) or found.taken_from is None:
            return found if isinstance(found, Change) else None
        holdings = self._interview.facts.holdings or ()
        held = total(one for one in holdings if one.name == found.taken_from)
        return found if found.amount.minor <= held.minor else None

    def suggest(self, reaction: Reaction) -> bool:
        """Record the change of the form and what the client said to it."""
        change = self._read()
        if not isinstance(change, Change):
            self._wrong = change
            self._interview.changed()
            return False
        words = self.typed().get("words", "")
        return self._suggest(words, reaction, change, then=self._done)

    def keep(self, reaction: Reaction) -> bool:
        """Record that everything is kept, why, and what the client said to it."""
        return self._keep(self.typed().get("words", ""), reaction, then=self._done)

    def answer(self, made: Suggested, reaction: Reaction) -> bool:
        """Record a newer answer to a suggestion, on how things stand now."""
        self._wrong = None
        if made.keeps:
            return self._keep(made.words, reaction)
        return self._suggest(made.words, reaction, made.change)

    def error(self) -> tuple[str, str]:
        """Return the field that is wrong and what is wrong with it; empty where nothing is."""
        if self._wrong is not None:
            return self._wrong
        problem = self._interview.problem
        field = _FIELD_OF.get(problem.field, problem.field) if problem else ""
        if problem is None or field not in FIELDS:
            return "", ""
        said = self._interview.error_of(problem.field, f"PORTFOLIO_{field.upper()}")
        return field, said

    def _suggest(
        self,
        words: str,
        reaction: Reaction,
        change: Change | None,
        then: Callable[[], None] = lambda: None,
    ) -> bool:
        interview = self._interview

        def act() -> None:
            interview.services.portfolio.make_suggestion(interview.id, words, reaction, change)
            then()

        return interview.act(act)

    def _keep(
        self, reason: str, reaction: Reaction, then: Callable[[], None] = lambda: None
    ) -> bool:
        interview = self._interview

        def act() -> None:
            interview.services.portfolio.keep_portfolio(interview.id, reason, reaction)
            then()

        return interview.act(act)

    def _done(self) -> None:
        """Empty the form: what stood in it is recorded."""
        self._wrong = None
        self.is_writing = False
        self._typed.forget()

    def _read(self) -> Change | tuple[str, str]:
        typed, say = self.typed(), self._interview.words.say
        source = typed["taken_from"].removeprefix("held:")
        taken_from = None if typed["taken_from"] == NEW_MONEY else source
        try:
            amount = Money.parse(typed.get("amount", ""), self._currency(taken_from))
        except BadInput as trouble:
            return "amount", say(f"PORTFOLIO_{trouble.code}", **trouble.facts)
        kind, _, key = typed.get("into", "").partition(":")
        if kind == "product":
            product = self._interview.day_data.catalogue.listed.get(key)
            if product is not None:
                into = product.in_language(self._interview.words.language).asset_class
                return Change(amount, taken_from, into, key)
        if kind == "class":
            return Change(amount, taken_from, AssetClass[key], None)
        return "into", say("PORTFOLIO_INTO_MISSING")

    def _currency(self, name: str | None) -> str:
        holdings = self._interview.facts.holdings or ()
        return next((one.amount.currency for one in holdings if one.name == name), YUAN)

    def _found_targets(self) -> list[tuple[str, str]]:
        interview = self._interview
        words = interview.words
        listed = interview.day_data.catalogue.listed
        found = []
        for one in interview.services.portfolio.recommendable(interview.id):
            product = listed[one.code].in_language(words.language)
            label = words.say("PORTFOLIO_TARGET", name=product.name, risk=product.risk.name)
            found.append((f"product:{one.code}", label))
        return [*found, *((f"class:{one.name}", class_words(one, words)) for one in _CLASSES)]

    def change_sentence(self, change: Change) -> str:
        """Say a change in the words of the client's screen."""
        interview = self._interview
        return change_words(change, interview.day_data.catalogue, interview.client_words)
