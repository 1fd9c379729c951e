"""How far the client's own wish above the grade was led. No Qt. Clauses: S57-S61.

What is decided is decided on the client's page, where the way back always stands first. The
adviser sees each step as it stands, picks what is offered instead, and may write down what the
client says aloud; the client reads it before saying that these are the own words.
"""

from collections.abc import Callable

from advisor_desk.domain.interview import OpenedBy
from advisor_desk.ui.interview.typed import Typed
from advisor_desk.ui.screens.over_risk.wish_state import WishState

CHOOSING = "products.choosing"  # the draft of the client's choice, on the page of the products


class OverRiskPresenter(WishState):
    """The seventh stage."""

    # What the adviser does.

    def offer(self, code: str) -> None:
        """Put one that fits on the client's page, first of the two."""
        before = [one.product.code for one in self.offered() if one.product.code != code]
        self._typed.keep(offered=" ".join((code, *before)))
        self.interview.changed()

    def keep_said(self, code: str, text: str) -> None:
        """Keep what the client said about one that is offered."""
        self._typed.keep(**{code: text})

    def keep_words(self, text: str) -> None:
        """Keep why the client insists, as far as it is typed; both pages show it."""
        if text != self.words():
            self._typed.keep(words=text)
            self.interview.changed()

    def choose_another(self) -> None:
        """Give the choice up: the client takes something else."""
        interview = self.interview

        def drop() -> None:
            interview.services.purchases.drop_choice(interview.id)

        if interview.act(drop):
            self._forget()

    # What the client does.

    def client_goes_on(self) -> None:
        """Record that the client read the warning and still wants it."""
        interview = self.interview
        self._client(lambda: interview.services.over_risk.warn(interview.id))

    def client_takes(self, code: str) -> None:
        """Take one of the others instead: the amount is asked for next."""
        interview, chosen = self.interview, self.interview.facts.chosen
        if chosen is None:
            return

        def take() -> None:
            purchases = interview.services.purchases
            purchases.drop_choice(interview.id)
            if not any(one.product == code for one in interview.facts.opened):
                purchases.open_product(interview.id, code, OpenedBy.shown_by_adviser)

        if self._client(take):
            self._forget()
            Typed(interview, CHOOSING).keep(pot=chosen.choice.pot, product=code)
            interview.changed()

    def client_declines(self, code: str) -> None:
        """Record that one of the others is not wanted, in the client's words."""
        interview = self.interview
        words = self.said(code).strip() or interview.client_words.say("WISH_NOT_THIS")
        self._client(
            lambda: interview.services.over_risk.decline_alternative(interview.id, code, words)
        )

    def client_declares(self) -> None:
        """Record that the client insists, in the words on the page."""
        interview, words = self.interview, self.words()
        if self._client(lambda: interview.services.over_risk.declare(interview.id, words)):
            self._forget()

    def confirm(self) -> None:
        """Do nothing: the client's page leads on."""

    def _client(self, act: Callable[[], object]) -> bool:
        """Do an act of the client; what is wrong is said on the client's page too."""
        done = self.interview.act(act)
        problem = self.interview.problem
        client_words = self.interview.client_words
        self.client_error = ""
        if not done and problem is not None:
            field = client_words.say("WISH_WORDS")
            self.client_error = client_words.trouble(problem.trouble, field=field)
            self.interview.changed()
        return done

    def _forget(self) -> None:
        self._typed.forget()
        self.interview.changed()
