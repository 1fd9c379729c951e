"""The approved material of the chosen product, and how far it was explained. No Qt.

Files are looked at anew after every act, when the page is come back to, and when asked to. What is
shown are bytes that were compared with the register: a file changed meanwhile is refused by the
next act and never reaches a screen. Clauses: S66, S67.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor_desk.domain.facts import Facts, Presentation
from advisor_desk.domain.material import Element, Material, MaterialPages, SayItBack
from advisor_desk.domain.product import Product
from advisor_desk.domain.purchase_events import Choice
from advisor_desk.domain.trouble import Trouble
from advisor_desk.services.interview_room import DayData
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.stage import StagePresenter


@dataclass(frozen=True, slots=True)
class Table:
    """What lies there, and how far it was explained; of one moment of an interview."""

    facts: Facts
    data: DayData
    found: MaterialPages | Trouble | None
    opened: Presentation | None


class MaterialOnTable(StagePresenter):
    """What both pages of the presentation read."""

    def __init__(self, interview: OpenInterview) -> None:
        super().__init__(interview)
        self._table: Table | None = None

    def product(self) -> Product | None:
        """Return the chosen product."""
        chosen = self.interview.facts.chosen
        return chosen.choice.product if chosen else None

    def choice(self) -> Choice | None:
        """Return what was chosen."""
        chosen = self.interview.facts.chosen
        return chosen.choice if chosen else None

    def product_name(self) -> str:
        """Return the product's name in the adviser's language."""
        product, interview = self.product(), self.interview
        if product is None:
            return ""
        listed = interview.day_data.catalogue.find(product.code)
        return listed.in_language(interview.words.language).name

    def material(self) -> Material | None:
        """Return the approved material of the chosen product; None where it may not be used."""
        pages = self.pages()
        return pages.material if pages else None

    def pages(self) -> MaterialPages | None:
        """Return its pages in the client's language; None where they may not be shown."""
        found = self._now().found
        return found if isinstance(found, MaterialPages) else None

    def blocked(self) -> str:
        """Say why the material may not be used today; empty where it may."""
        found = self._now().found
        if found is None or isinstance(found, MaterialPages):
            return ""
        return self.interview.words.trouble(found)

    def opened(self) -> Presentation | None:
        """Return what was explained of choice and material as they stand; None: not opened."""
        return self._now().opened

    def look_again(self) -> None:
        """Look at the files again: an act was refused."""
        self._table = None

    def elements(self) -> tuple[tuple[Element, bool], ...]:
        """Return every element and whether the client has read it."""
        material, opened = self.material(), self.opened()
        done = opened.explained if opened else ()
        return tuple((one, one.id in done) for one in material.elements) if material else ()

    def questions(self) -> tuple[tuple[SayItBack, bool], ...]:
        """Return every question and whether the client said it back rightly."""
        material, opened = self.material(), self.opened()
        done = opened.said_back if opened else ()
        return tuple((one, one.id in done) for one in material.questions) if material else ()

    def put_off(self) -> Mapping[str, str]:
        """Return why elements are put off, by element."""
        opened = self.opened()
        return opened.put_off if opened else {}

    def page_of(self, element: Element) -> int:
        """Return the page of an element, from 0."""
        return [one.id for one, _ in self.elements()].index(element.id)

    def _now(self) -> Table:
        """Return how things stand, worked out once after each act."""
        facts, data, before = self.interview.facts, self.interview.day_data, self._table
        if before is None or before.facts is not facts or before.data is not data:
            found = _pages(facts, data)
            self._table = before = Table(facts, data, found, _opened(facts, found))
        return before


def _pages(facts: Facts, data: DayData) -> MaterialPages | Trouble | None:
    """Return the pages, or why they may not be used; None where nothing is chosen."""
    if facts.chosen is None:
        return None
    product = facts.chosen.choice.product
    try:
        return data.materials.pages(
            product.code, product.material_version, facts.language, data.day
        )
    except Trouble as trouble:
        return trouble


def _opened(facts: Facts, found: MaterialPages | Trouble | None) -> Presentation | None:
    now = facts.presentation
    if now is None or now.choice != facts.choice_seen():
        return None
    if isinstance(found, MaterialPages) and found.material.sha256 != now.presented.material_sha256:
        return None
    return now
