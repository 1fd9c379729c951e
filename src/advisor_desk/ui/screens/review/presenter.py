"""Review: the forms are made once, read by the client, then confirmed by both."""

from enum import Enum
from typing import ClassVar

from advisor_desk.domain.capital import amount_in_figures
from advisor_desk.domain.fingerprint import Fingerprint
from advisor_desk.domain.interview import Confirmer, Stage
from advisor_desk.domain.pages_out import PagesOut, count_in
from advisor_desk.services.paper_words import PaperWords
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.stage import StagePresenter
from advisor_desk.ui.papers.set_of_forms import BoxToWrite, SetOfForms, field_label
from advisor_desk.ui.screens.review.reading import Reading

OPENED_HERE = frozenset(
    {"FORMS_NOT_OPENED", "FORMS_NOT_CONFIRMED_BY_CLIENT", "FORMS_NOT_CONFIRMED_BY_ADVISER"}
)
CHECKED = ("FIELDS", "AMOUNTS", "CHARACTERS", "BLANK")  # what making the forms has proved
FORMS = ("F1", "F2", "F3", "F4", "F5", "F6")


class Phase(Enum):
    """Where the review stands."""

    counting = "counting"  # the printed pages of a set that became void come back first
    waiting = "waiting"  # something before it is to be done first
    making = "making"
    failed = "failed"
    reading = "reading"
    read = "read"  # the client has confirmed


class ReviewPresenter(StagePresenter):
    """The tenth stage."""

    stage: ClassVar[Stage] = Stage.review
    settled_by_confirm: ClassVar[frozenset[str]] = frozenset({"FORMS_NOT_CONFIRMED_BY_ADVISER"})

    def __init__(self, interview: OpenInterview) -> None:
        super().__init__(interview)
        self.forms = SetOfForms(interview)
        self.reading = Reading()
        self._is_making = False
        self._failed_on: Fingerprint | None = None

    def phase(self) -> Phase:
        """Return where the review stands now."""
        if self._is_making:
            return Phase.making
        missing = self.missing()
        if "PAGES_NOT_RETURNED" in missing:
            return Phase.counting
        if "FORMS_NOT_OPENED" in missing:
            if set(missing) - OPENED_HERE:
                return Phase.waiting
            failed = self._failed_on == self.interview.facts.forms_rest_on()
            return Phase.failed if failed else Phase.making
        return Phase.reading if "FORMS_NOT_CONFIRMED_BY_CLIENT" in missing else Phase.read

    def make_forms(self) -> None:
        """Make the forms where they are not made yet, or rest on what has changed since."""
        if self._is_making or self.interview.is_busy or self.phase() is not Phase.making:
            return
        interview = self.interview
        self._is_making = True
        rest_on = interview.facts.forms_rest_on()

        def make() -> None:
            try:
                interview.services.reviews.open_review(interview.id)
            except BaseException:
                self._failed_on = rest_on
                raise
            finally:
                self._is_making = False

        interview.long_act(make)

    def void_set(self) -> tuple[str, PagesOut]:
        """Return number and printed pages of the void set that is to come back."""
        facts = self.interview.facts
        due = [one.voids.number for one in facts.void_prints if not one.is_counted]
        return self.interview.words.say("LIST_COMMA").join(due), facts.pages_due

    def count_back(self, pages: str) -> None:
        """Record that the pages are back; the forms of the new set are made then."""
        interview, signing = self.interview, self.interview.services.signing
        returned = count_in(pages)
        if returned is not None:
            interview.act(lambda: signing.count_pages_back(interview.id, returned))

    def make_again(self) -> None:
        """Try once more after the cause was mended."""
        self._failed_on = None
        self.make_forms()

    def failure(self) -> str:
        """Say why the forms could not be made; the field by the name it has on the form."""
        problem, words = self.interview.problem, self.interview.words
        if problem is None:
            return words.say("REVIEW_NOT_MADE")
        if not problem.field:
            return problem.text
        known = dict(problem.trouble.facts)
        known["field"] = field_label(problem.field, FORMS, self.interview)
        return words.say(problem.code, **known)

    def amount(self) -> tuple[str, str]:
        """Return the amount in figures and in words, as both are printed."""
        chosen, facts = self.interview.facts.chosen, self.interview.facts
        if chosen is None:
            return "", ""
        money = chosen.choice.amount
        return amount_in_figures(money), PaperWords(facts.language).amount(money)

    def boxes_on(self, page: int) -> tuple[BoxToWrite, ...]:
        """Return the boxes of the form that a page of the set belongs to."""
        end = 0
        for form in self.forms.forms():
            end += form.pages
            if page < end:
                return tuple(box for box in self.forms.boxes() if box.form == form.form)
        return ()

    def turn(self, step: int) -> None:
        """Turn the client's pages."""
        self.reading.turn(step)
        self.interview.changed()

    def count_parts(self, parts: int) -> None:
        """Take from the client's screen how many parts the set has there."""
        review = self.interview.facts.review
        self.reading.begin(review.number if review else "")
        self.reading.count(parts)

    def confirm_by_client(self) -> None:
        """Record that the client read every page and found it right."""
        if self.reading.is_through and self.phase() is Phase.reading:
            self._confirm(Confirmer.client)

    def confirm(self) -> None:
        """Record that the adviser found the forms right too."""
        self._confirm(Confirmer.adviser)

    def reason(self) -> str:
        """Say whom or what is waited for."""
        words, phase = self.interview.words, self.phase()
        if phase is Phase.making:
            return words.say("REVIEW_MAKING")
        if phase is Phase.failed:
            return words.say("REVIEW_NOT_MADE")
        if phase is Phase.reading:
            return self.progress()
        return super().reason()

    def progress(self) -> str:
        """Say how far the client has read."""
        words = self.interview.words
        if self.phase() is Phase.read:
            return words.say("REVIEW_CLIENT_DONE")
        if self.reading.is_through:
            return words.say("REVIEW_CLIENT_THROUGH")
        now, all_parts = self.reading.part + 1, self.reading.parts
        return words.say("REVIEW_CLIENT_READS", part=now, parts=all_parts)

    def next_code(self) -> str:
        """Return the words of the button: signing follows."""
        return "REVIEW_CONFIRM"

    def _confirm(self, by: Confirmer) -> None:
        interview = self.interview
        interview.act(lambda: interview.services.reviews.confirm_review(interview.id, by))
