"""The summary of the case as the witness sees it: no file, no notes, no document number. No Qt."""

from advisor_desk.domain.calendar import age_on
from advisor_desk.domain.duties import OVER_RISK_DOCUMENTS, documents_of
from advisor_desk.domain.material import Material
from advisor_desk.domain.product import Product
from advisor_desk.domain.purchase_events import Choice, SaidBack
from advisor_desk.domain.trouble import Trouble
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.words import Wording


class Case:
    """What of the interview concerns the witness."""

    def __init__(self, interview: OpenInterview) -> None:
        self._interview = interview
        self._said: tuple[object, tuple[tuple[str, str], ...]] | None = None

    @property
    def choice(self) -> Choice | None:
        """Return what the client chose."""
        chosen = self._interview.facts.chosen
        return chosen.choice if chosen else None

    @property
    def is_over_grade(self) -> bool:
        """Say whether the client asked for more risk than the grade carries."""
        return bool(documents_of(self._interview.facts) & OVER_RISK_DOCUMENTS)

    def why(self) -> str:
        """Say why there is a witness."""
        code = "WITNESS_WHY_OVER" if self.is_over_grade else "WITNESS_WHY_ELDER"
        choice = self.choice
        risk = choice.product.risk.name if choice else ""
        return self._interview.words.say(code, risk=risk)

    def age(self) -> str:
        """Return the client's age in words."""
        born, today = self._interview.client.born, self._interview.today
        return self._interview.words.say("TOP_AGE", years=age_on(born, today)) if born else ""

    def product_name(self, product: Product) -> str:
        """Return the product's name in our language."""
        listed = self._interview.day_data.catalogue.find(product.code)
        return listed.in_language(self._interview.words.language).name

    def about(self) -> str:
        """Say what the money is for, when it is needed, and whose idea the product was."""
        words, choice = self._interview.words, self.choice
        idea = words.say(f"WITNESS_IDEA_{choice.asked_by.value}") if choice else ""
        return words.say("WITNESS_ABOUT", money=self._money(), idea=idea)

    def _money(self) -> str:
        words, choice = self._interview.words, self.choice
        pot = self._interview.facts.pots.get(choice.pot) if choice else None
        if pot is None:
            return ""
        purpose = words.say(f"PAPER_PURPOSE_{pot.purpose.value}")
        if pot.needed_by is None:
            return words.say("WITNESS_MONEY", pot=pot.name, purpose=purpose)
        day = words.day(pot.needed_by)
        return words.say("WITNESS_MONEY_UNTIL", pot=pot.name, purpose=purpose, day=day)

    def worst_case(self, words: Wording) -> str:
        """Return the worst case by example, in money."""
        material = self._material()
        return words.of(material.worst_case) if material else ""

    def said_back(self) -> tuple[tuple[str, str], ...]:
        """Return each question of the presentation with what the client rightly said back."""
        facts = self._interview.facts
        if self._interview.is_busy:
            return self._said[1] if self._said else ()
        if self._said is None or self._said[0] != facts.presentation:
            self._said = (facts.presentation, self._read_said_back())
        return self._said[1]

    def _read_said_back(self) -> tuple[tuple[str, str], ...]:
        material, interview = self._material(), self._interview
        if material is None:
            return ()
        said = {
            one.event.question: one.event.words
            for one in interview.services.recorded(interview.id, SaidBack)
            if isinstance(one.event, SaidBack) and one.event.was_right
        }
        asked = {one.id: interview.words.of(one.ask) for one in material.questions}
        return tuple((asked[one], text) for one, text in said.items() if one in asked)

    def _material(self) -> Material | None:
        choice, data = self.choice, self._interview.day_data
        if choice is None:
            return None
        product = choice.product
        try:
            return data.materials.material(product.code, product.material_version)
        except Trouble:
            return None
