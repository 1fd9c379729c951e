"""What was explained and what was said back. No Qt. Clauses: S31, S66, S67.

An element is ticked by being shown: the client reads it on the own page and says so there.
"""

from typing import ClassVar

from advisor_desk.domain.facts import Presentation
from advisor_desk.domain.interview import Stage
from advisor_desk.domain.material import Element, Material, SayItBack
from advisor_desk.domain.trouble import Trouble
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.stage import StagePresenter


class PresentationPresenter(StagePresenter):
    """The eighth stage."""

    stage: ClassVar[Stage] = Stage.presentation

    def __init__(self, interview: OpenInterview) -> None:
        super().__init__(interview)
        self._shown = ""  # the element on the client's page, where one looks at it again

    def material(self) -> Material | None:
        """Return the approved material of the chosen product; None where it may not be used."""
        data, chosen = self.interview.day_data, self.interview.facts.chosen
        if chosen is None:
            return None
        product = chosen.choice.product
        try:
            found = data.materials.material(product.code, product.material_version)
        except Trouble:
            return None
        return None if found.blocked_on(data.day) else found

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

    def open(self) -> None:
        """Open the approved material."""
        interview = self.interview
        interview.act(lambda: interview.services.presentations.open_presentation(interview.id))

    def show_again(self, element: str) -> None:
        """Put an element on the client's page once more."""
        self._shown = element
        self.interview.changed()

    def client_read(self) -> None:
        """Record that the client read the element on the page, and go to the next."""
        one, again = self.on_client_page(), self._shown
        self._shown = ""
        if one is None:
            return
        interview = self.interview
        if again and any(element.id == again and read for element, read in self.elements()):
            interview.changed()
            return
        interview.act(
            lambda: interview.services.presentations.explain_element(interview.id, one.id)
        )

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
