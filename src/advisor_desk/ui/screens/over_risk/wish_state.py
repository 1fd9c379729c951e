"""How far the client's own wish above the grade was led, as both pages show it. No Qt. S57-S61."""

from datetime import datetime
from enum import Enum
from typing import ClassVar

from advisor_desk.domain.duties import FEWEST_ALTERNATIVES, wish_now
from advisor_desk.domain.facts import Opened, OverRisk
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import Stage
from advisor_desk.domain.product import Product
from advisor_desk.domain.purchase_events import ProductOpened
from advisor_desk.domain.questionnaire import Grade
from advisor_desk.domain.trouble import Trouble
from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.stage import StagePresenter
from advisor_desk.ui.interview.typed import Typed
from advisor_desk.ui.screens.over_risk.steps import Step, steps_of


class WishStep(Enum):
    """What the client's page shows."""

    warning = "warning"
    others = "others"
    too_few = "too_few"
    declaration = "declaration"


class WishState(StagePresenter):
    """What both pages read."""

    stage: ClassVar[Stage] = Stage.over_risk

    def __init__(self, interview: OpenInterview) -> None:
        super().__init__(interview)
        self._typed = Typed(interview, "over_risk")
        self._fitting: tuple[object, tuple[ShelfAnswer, ...]] = (None, ())
        self.client_error = ""

    def product(self) -> Product | None:
        """Return what the client wants."""
        chosen = self.interview.facts.chosen
        return chosen.choice.product if chosen else None

    def product_name(self) -> str:
        """Return its name in the adviser's language."""
        product, interview = self.product(), self.interview
        if product is None:
            return ""
        listed = interview.day_data.catalogue.find(product.code)
        return listed.in_language(interview.words.language).name

    def grade(self) -> RiskTolerance | None:
        """Return the client's grade."""
        record = self.interview.facts.assessment
        return record.grade if record else None

    def about_grade(self) -> Grade | None:
        """Return what the questionnaire says about it."""
        grade = self.grade()
        return self.interview.day_data.questionnaire.grade(grade.name) if grade else None

    def levels_above(self) -> int:
        """Return by how many levels the product exceeds the grade."""
        product, grade = self.product(), self.grade()
        return product.risk.level - grade.level if product and grade else 0

    def evidence(self) -> tuple[Opened, datetime] | None:
        """Return how and when the product first came onto the table. Clause: S57."""
        product, interview = self.product(), self.interview
        if product is None:
            return None
        opened = interview.facts.opened
        first = next((one for one in opened if one.product == product.code), None)
        events = interview.services.recorded(interview.id, ProductOpened)
        times = (
            one.at
            for one in events
            if isinstance(one.event, ProductOpened) and one.event.product == product.code
        )
        at = next(times, None)
        return (first, at) if first is not None and at is not None else None

    def own_words(self) -> str:
        """Return what the client said when asking for it."""
        product = self.product()
        code = product.code if product else ""
        asked = [one for one in self.interview.facts.opened if one.product == code]
        return next((one.words for one in asked if one.how.is_client and one.words), "")

    def worst_case(self, product: Product) -> str:
        """Return a product's worst case by example, in the client's language."""
        data = self.interview.day_data
        try:
            material = data.materials.material(product.code, product.material_version)
        except Trouble:
            return ""
        return self.interview.client_words.of(material.worst_case)

    def wish(self) -> OverRisk | None:
        """Return how far it was led, for the choice as it stands."""
        return wish_now(self.interview.facts)

    def declined(self) -> tuple[str, ...]:
        """Return the codes of what was offered and not wanted."""
        wish = self.wish()
        return tuple(one.product for one in wish.declined) if wish else ()

    def count_said(self) -> str:
        """Say how often it came to this in 12 months, without a judgement."""
        found = self.interview.services.over_risk.count_with(self.interview.id)
        return self.interview.words.say("WISH_COUNT", begun=found.begun, signed=found.signed)

    def steps(self) -> tuple[Step, ...]:
        """Return the six steps of the procedure as they stand."""
        return steps_of(self.interview.words, self.wish(), len(self.declined()))

    def fitting(self) -> tuple[ShelfAnswer, ...]:
        """Return everything that may be offered instead."""
        facts = self.interview.facts
        key = (facts.choice_seen(), self.interview.today)
        if facts.chosen is not None and self._fitting[0] != key:
            self._fitting = (key, self.interview.services.over_risk.fitting(self.interview.id))
        return self._fitting[1] if facts.chosen is not None else ()

    def offered(self) -> tuple[ShelfAnswer, ...]:
        """Return what stands on the client's page instead: two that were not declined yet.

        Those the adviser picked, else the calmest and the boldest that fit.
        """
        declined = self.declined()
        left = {one.product.code: one for one in self.fitting() if one.product.code not in declined}
        picked = [code for code in self._typed.of("offered").split() if code in left]
        boldest = max(left, key=lambda code: left[code].product.risk.level, default="")
        usual = [*list(left)[:1], *([boldest] if boldest else []), *left]
        codes = list(dict.fromkeys((*picked, *usual)))
        return tuple(left[code] for code in codes[: max(FEWEST_ALTERNATIVES - len(declined), 0)])

    def client_step(self) -> WishStep:
        """Return what the client's page shows."""
        wish = self.wish()
        if wish is None or wish.warned_at is None:
            return WishStep.warning
        if len(self.declined()) >= FEWEST_ALTERNATIVES:
            return WishStep.declaration
        return WishStep.too_few if len(self.fitting()) < FEWEST_ALTERNATIVES else WishStep.others

    def statement(self) -> str:
        """Return the declaration as it is printed, in the client's language."""
        return self.interview.services.over_risk.statement(self.interview.facts.language)

    def words(self) -> str:
        """Return why the client insists, as far as it is typed or written down."""
        return self._typed.of("words")

    def said(self, code: str) -> str:
        """Return what the client said about one that was offered, as far as it is typed."""
        return self._typed.of(code)

    def reason(self) -> str:
        """Say why Next is closed: the client decides on the client's page."""
        return self.interview.words.say(f"WISH_CLOSED_{self.client_step().value}")
