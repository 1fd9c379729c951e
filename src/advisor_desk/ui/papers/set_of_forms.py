"""The set of forms of an interview as it lies on the table, and the boxes to be written in."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor_desk.domain.interview import Mark
from advisor_desk.domain.interview_events import FormFile, InkPlace
from advisor_desk.domain.languages import Language
from advisor_desk.forms.box_words import box_label, box_section, form_title
from advisor_desk.forms.strips import copied_grid
from advisor_desk.services.form_sets import boxes_of
from advisor_desk.services.papers import statement_to_copy
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.papers.ink_shape import BoxShape
from advisor_desk.ui.papers.paper_pages import Paper
from advisor_desk.ui.words import Wording

PARTS = 100  # of a point, in which places are kept
COPIED = "copied_statement"


@dataclass(frozen=True, slots=True)
class BoxToWrite:
    """A box of the set. ``page`` is counted through the set, ``number`` within its form, from 1.

    ``name`` is ``F1.client``, as services take it.
    """

    form: str
    name: str
    mark: Mark
    page: int
    number: int
    place: InkPlace

    @property
    def rectangle(self) -> tuple[float, float, float, float]:
        """Return left, bottom, width and height in points."""
        place = self.place
        left, bottom = place.left / PARTS, place.bottom / PARTS
        return left, bottom, place.width / PARTS, place.height / PARTS


class SetOfForms:
    """Reads the set from the book, once for each set of bytes."""

    def __init__(self, interview: OpenInterview) -> None:
        self._interview = interview
        self._read: tuple[str, ...] = ()
        self._contents: tuple[bytes, ...] = ()

    def forms(self) -> tuple[FormFile, ...]:
        """Return the forms as they stand: signed, sealed or under review."""
        facts = self._interview.facts
        if facts.ceremony is not None:
            ceremony = facts.ceremony
            return ceremony.signed or ceremony.witnessed or ceremony.sealed
        return facts.review.forms if facts.review else ()

    def pages(self) -> int:
        """Return how many pages the set has."""
        return sum(form.pages for form in self.forms())

    def papers(self, words: Wording) -> tuple[Paper, ...]:
        """Return the forms to be looked at, their titles in the reader's language."""
        forms = self.forms()
        digests = tuple(form.sha256 for form in forms)
        if digests != self._read:
            if self._interview.is_busy:  # nobody reads the book meanwhile
                return ()
            read = self._interview.services.form_bytes
            self._contents, self._read = tuple(read(one) for one in digests), digests
        titles = (self.title(form.form, words) for form in forms)
        return tuple(map(Paper, titles, self._contents))

    def title(self, form: str, words: Wording) -> str:
        """Return ``F1`` with its title."""
        title = form_title(form, self._interview.today, words.language)
        return words.say("SET_FORM", form=form, title=title)

    def boxes(self) -> tuple[BoxToWrite, ...]:
        """Return every box that a mark asks for, form by form, in the order of the marks."""
        found, page = [], 0
        for form in self.forms():
            wanted = [(mark, name) for mark in Mark for name in boxes_of(mark, (form,))]
            places = {f"{form.form}.{place.name}": place for place in form.places}
            for number, (mark, name) in enumerate(wanted, start=1):
                place = places[name]
                found.append(BoxToWrite(form.form, name, mark, page + place.page, number, place))
            page += form.pages
        return tuple(found)

    def boxes_of(self, mark: Mark) -> tuple[BoxToWrite, ...]:
        """Return the boxes of one mark in the order of the set."""
        return tuple(box for box in self.boxes() if box.mark is mark)

    def label(self, box: BoxToWrite, words: Wording) -> str:
        """Return what a box is called on the form."""
        return box_label(box.form, box.place.name, self._interview.today, words.language)

    def where(self, box: BoxToWrite, words: Wording) -> str:
        """Say where a box is: form and section."""
        section = box_section(box.form, box.place.name, self._interview.today)
        code = "SET_BOX_IN_SECTION" if section else "SET_BOX_AT_FOOT"
        return words.say(code, form=box.form, section=section)

    def statement(self) -> str:
        """Return the sentence the client copies."""
        return statement_to_copy(self._interview.day_data.packs, self._interview.facts.language)

    def shape(self, box: BoxToWrite) -> BoxShape:
        """Return how a box is written in."""
        _, _, width, height = box.rectangle
        if box.place.name == COPIED:
            return BoxShape(width, height, *copied_grid(self.statement()))
        return BoxShape(width, height)


def field_label(field: str, forms: Sequence[str], interview: OpenInterview) -> str:
    """Return what a form calls one of its fields; the field's own name where none has it."""
    language: Language = interview.words.language
    labels = (box_label(form, field, interview.today, language) for form in forms)
    return next((label for label in labels if label), field)
