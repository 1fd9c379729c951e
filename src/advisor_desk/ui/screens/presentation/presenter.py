"""What was explained and what was said back. No Qt. Clauses: S31, S66, S67.

An element is ticked by being shown: the client reads it on the own page and says so there.
"""

from typing import ClassVar

from advisor_desk.domain.facts import Presentation
from advisor_desk.domain.interview import Stage
from advisor_desk.domain.material import Element, Material, SayItBack
from advisor_desk.domain.product import Product
from advisor_desk.domain.purchase_events import Choice
from advisor_desk.domain.trouble import BadInput, Trouble
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.stage import StagePresenter
from advisor_desk.ui.interview.typed import Typed


class PresentationPresenter(StagePresenter):
    """The eighth stage."""

    stage: ClassVar[Stage] = Stage.presentation

    def __init__(self, interview: OpenInterview) -> None:
        super().__init__(interview)
        self._typed = Typed(interview, "presentation")
        self._shown = ""  # the element on the client's page, where one looks at it again
        self._walks_back = False

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
        found = self._found()
        return found if isinstance(found, Material) else None

    def blocked(self) -> str:
        """Say why the material may not be used today; empty where it may."""
        found = self._found()
        if found is None or isinstance(found, Material):
            return ""
        return self.interview.words.trouble(found)

    def opened(self) -> Presentation | None:
        """Return what was explained of the choice as it stands; None: not opened for it."""
        facts = self.interview.facts
        shown = facts.presentation
        return shown if shown is not None and shown.choice == facts.choice_seen() else None

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

    def on_client_page(self) -> Element | None:
        """Return the element the client reads now; None: all are read."""
        elements = self.elements()
        if self._shown:
            return next((one for one, _ in elements if one.id == self._shown), None)
        return next((one for one, read in elements if not read), None)

    def asked_now(self) -> SayItBack | None:
        """Return the question that is asked next; None while elements are left, or all is said."""
        if any(not read for _, read in self.elements()):
            return None
        return next((one for one, right in self.questions() if not right), None)

    def can_go_back(self) -> bool:
        """Say whether the client may look at the element before."""
        return self._place() > 0

    def client_back(self) -> None:
        """Look at the element before once more."""
        place = self._place()
        if place > 0:
            self._shown, self._walks_back = self.elements()[place - 1][0].id, True
            self.interview.changed()

    def open(self) -> None:
        """Open the approved material."""
        interview = self.interview
        interview.act(lambda: interview.services.presentations.open_presentation(interview.id))

    def show_again(self, element: str) -> None:
        """Put an element on the client's page once more."""
        self._shown, self._walks_back = element, False
        self.interview.changed()

    def client_read(self) -> None:
        """Record that the client read the element on the page, and go to the next."""
        one, interview = self.on_client_page(), self.interview
        if one is None:
            return
        if self._shown and any(element.id == one.id and read for element, read in self.elements()):
            self._shown = self._after(one)
            interview.changed()
            return
        self._shown = ""
        interview.act(
            lambda: interview.services.presentations.explain_element(interview.id, one.id)
        )

    def typed(self) -> str:
        """Return the client's words as far as they are typed."""
        return self._typed.of("words")

    def keep_typed(self, text: str) -> None:
        """Keep the client's words as far as they are typed."""
        self._typed.keep(words=text)

    def said_back(self, words: str, *, was_right: bool) -> bool:
        """Record what the client said in own words; what was wrong is shown once more."""
        one = self.asked_now()
        if one is None:
            return False
        interview = self.interview
        presentations = interview.services.presentations
        done = interview.act(
            lambda: presentations.say_back(interview.id, one.id, was_right=was_right, words=words)
        )
        if done:
            self._typed.forget()
        if done and not was_right:
            elements = {element.id for element, _ in self.elements()}
            self.show_again(one.id if one.id in elements else "risk")
        return done

    def reason(self) -> str:
        """Say what is left, in a sentence."""
        words = self.interview.words
        if self.opened() is None:
            return words.say("PRESENT_NOT_OPEN")
        left = sum(not read for _, read in self.elements())
        if left:
            return words.say("PRESENT_ELEMENTS_LEFT", count=left)
        asked = sum(not right for _, right in self.questions())
        return words.say("PRESENT_QUESTIONS_LEFT", count=asked) if asked else ""

    def confirm(self) -> None:
        """Do nothing: showing and saying back is all there is."""

    def _found(self) -> Material | Trouble | None:
        """Return the material, or why it may not be used; None where nothing is chosen."""
        data, product = self.interview.day_data, self.product()
        if product is None:
            return None
        version = product.material_version
        try:
            found = data.materials.material(product.code, version)
        except Trouble as trouble:
            return trouble
        why = found.blocked_on(data.day)
        return BadInput(why, product=product.code, version=version) if why else found

    def _place(self) -> int:
        """Return the place of the element on the client's page; -1 where there is none."""
        now = self.on_client_page()
        places = (at for at, (one, _) in enumerate(self.elements()) if now and one.id == now.id)
        return next(places, -1)

    def _after(self, one: Element) -> str:
        """Return what follows an element the client went back to: the next one that was read."""
        if not self._walks_back:
            return ""
        read = [element.id for element, was_read in self.elements() if was_read]
        at = read.index(one.id) + 1
        return read[at] if at < len(read) else ""
