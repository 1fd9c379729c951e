"""What a client may be told and given without a certificate. No Qt. Clause: S24."""

from datetime import date
from enum import Enum

from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.typed import Typed
from advisor_desk.ui.screens.referral.product_facts import ProductFact, product_facts
from advisor_desk.ui.words import Wording

DRAFT = "referral"
PRODUCT, SHOWN = "product", "shown"


class ForClient(Enum):
    """What the client sees in refer mode."""

    card = "card"  # who I am, and what I may do
    facts = "facts"  # of one product
    question = "question"  # may you be introduced?
    agreed = "agreed"
    declined = "declined"


class Informing:
    """A product is looked at, its facts are shown, its material is handed out."""

    def __init__(self, interview: OpenInterview) -> None:
        self.interview = interview
        self._typed = Typed(interview, DRAFT)
        self._offered: tuple[date, tuple[str, ...]] | None = None  # each file is read for it

    def products(self) -> tuple[tuple[str, str], ...]:
        """Return code and name of what may be shown today, by grade."""
        words, data = self.interview.words, self.interview.day_data
        if self._offered is None or self._offered[0] != data.day:
            offered = self.interview.services.referrals.offered()
            self._offered = data.day, tuple(one.code for one in offered)
        found = (data.catalogue.product(code, words.language) for code in self._offered[1])
        return tuple(
            (one.code, words.say("REFER_PRODUCT", risk=one.risk.name, name=one.name))
            for one in found
        )

    def product(self) -> str:
        """Return the code of the product that is looked at; empty: none yet."""
        chosen = self._typed.of(PRODUCT)
        return chosen if chosen in dict(self.products()) else ""

    def look_at(self, product: str) -> None:
        """Look at another product; the client sees none until it is shown."""
        self._keep(**{PRODUCT: product, SHOWN: ""})

    def facts(self, words: Wording) -> tuple[ProductFact, ...]:
        """Return the facts of the product looked at, in one language."""
        code = self.product()
        return product_facts(self.interview.day_data.catalogue, code, words) if code else ()

    def product_name(self, words: Wording) -> str:
        """Return its name."""
        code = self.product()
        catalogue = self.interview.day_data.catalogue
        return catalogue.product(code, words.language).name if code else ""

    def pass_on_facts(self) -> None:
        """Show the facts on the client's screen; that is recorded."""
        interview, code = self.interview, self.product()
        if code and interview.act(
            lambda: interview.services.referrals.pass_on_facts(interview.id, code)
        ):
            self._keep(**{SHOWN: ForClient.facts.value})

    def hand_out(self) -> None:
        """Record that the client got the material."""
        interview, code = self.interview, self.product()
        if code:
            interview.act(lambda: interview.services.referrals.hand_out(interview.id, code))

    def given(self) -> tuple[tuple[str, str], ...]:
        """Return icon and words of everything the client was given so far."""
        words, referral = self.interview.words, self.interview.facts.referral
        handed = [
            words.say("REFER_GIVEN", product=self._name(one.product), version=one.material_version)
            for one in referral.handed_out
        ]
        told = [
            words.say("REFER_TOLD", product=self._name(one.product), day=words.day(one.edition))
            for one in referral.passed_on
        ]
        return (
            *(("file-text", said) for said in handed),
            *(("info-circle", said) for said in told),
        )

    def _name(self, code: str) -> str:
        """Return a product's name; its code alone where the catalogue has it no more."""
        listed = self.interview.day_data.catalogue.listed.get(code)
        return listed.in_language(self.interview.words.language).name if listed else code

    def _keep(self, **fields: str) -> None:
        self._typed.keep(**fields)
        self.interview.changed()
