"""What was shown, explained and said back. No Qt. Clauses: S31, S66, S67.

An element is ticked by being shown: its page of the approved material stands on the client's
screen, and the client says there that it was read.
"""

from typing import ClassVar

from advisor_desk.domain.interview import Stage
from advisor_desk.domain.material import Element, SayItBack
from advisor_desk.ui.interview.comparing import Comparing
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.typed import Typed
from advisor_desk.ui.screens.presentation.apart import Apart
from advisor_desk.ui.screens.presentation.material_on_table import MaterialOnTable


class PresentationPresenter(MaterialOnTable):
    """The eighth stage."""

    stage: ClassVar[Stage] = Stage.presentation

    def __init__(self, interview: OpenInterview) -> None:
        super().__init__(interview)
        self._typed = Typed(interview, "presentation")
        self._shown = ""  # the element on the client's page, where one looks at it again
        self._walks_back = False
        self.comparing = Comparing(interview)
        self.apart = Apart(interview)
        self._not_shown = ""  # what could not be recorded as shown: not tried again by itself

    def on_client_page(self) -> Element | None:
        """Return the element the client reads now; None: all are read."""
        elements = self.elements()
        if self._shown:
            return next((one for one, _ in elements if one.id == self._shown), None)
        opened = self.opened()
        due = opened.left[:1] if opened else ()
        return next((one for one, _ in elements if one.id in due), None)

    def stood(self, page: int) -> None:
        """Record that a page stands whole on the client's screen; once for each."""
        opened, now, interview = self.opened(), self.on_client_page(), self.interview
        if opened is None or now is None or self.page_of(now) != page or interview.is_busy:
            return
        if now.id in (*opened.shown, self._not_shown):
            return
        shown = interview.act(
            lambda: interview.services.presentations.show_element(interview.id, now.id)
        )
        self._not_shown = "" if shown else now.id
        if not shown:
            self.look_again()
            interview.changed()

    def may_put_off(self) -> bool:
        """Say whether the element on the client's page may be passed over for now."""
        opened, now = self.opened(), self.on_client_page()
        if opened is None or now is None or self.page_of(now) == 0:
            return False
        return now.id not in opened.explained and now.id not in opened.put_off

    def pass_over(self, reason: str) -> bool:
        """Put off the element on the client's page, with the reason; say whether it was done."""
        now, interview = self.on_client_page(), self.interview
        if now is None:
            return False
        presentations = interview.services.presentations
        return interview.act(lambda: presentations.put_off_element(interview.id, now.id, reason))

    def asked_now(self) -> SayItBack | None:
        """Return the question that is asked next; None while elements are left, or all is said."""
        if any(not read for _, read in self.elements()):
            return None
        return next((one for one, right in self.questions() if not right), None)

    def speaks_apart(self) -> bool:
        """Say whether all was read and said back, and one more talk is due."""
        opened = self.opened()
        left = opened is None or opened.left or any(not right for _, right in self.questions())
        return not left and not self._shown and self.apart.is_due()

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
        self._not_shown = ""
        interview.act(lambda: interview.services.presentations.open_presentation(interview.id))

    def try_again(self) -> None:
        """Look at the files again, which may be whole by now; then nothing is wrong any more."""
        self.look_again()
        self._not_shown = ""
        if not self.blocked():
            self.interview.clear_problem()
        self.interview.changed()

    def show_again(self, element: str) -> None:
        """Put an element on the client's page once more."""
        self._shown, self._walks_back = element, False
        self.interview.changed()

    def client_read(self) -> None:
        """Record that the client read the element on the page, and go to the next."""
        one, interview, opened = self.on_client_page(), self.interview, self.opened()
        if one is None or opened is None or one.id not in opened.shown:
            return  # it has not stood there yet
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
        if not self.missing():
            return ""
        if self.blocked():
            return words.say("PRESENT_CLOSED")
        if self.opened() is None:
            return words.say("PRESENT_NOT_OPEN")
        left = sum(not read for _, read in self.elements())
        if left:
            return words.say("PRESENT_ELEMENTS_LEFT", count=left)
        asked = sum(not right for _, right in self.questions())
        if asked:
            return words.say("PRESENT_QUESTIONS_LEFT", count=asked)
        return words.say("APART_CLOSED") if self.apart.is_due() else ""

    def confirm(self) -> None:
        """Do nothing: showing and saying back is all there is."""

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
