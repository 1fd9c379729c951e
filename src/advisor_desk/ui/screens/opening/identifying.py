"""Identifying one person: what was typed, what is wrong with it, and the act."""

from advisor_desk.domain.client import DocumentKind, IdentityDocument
from advisor_desk.domain.interview_events import Party
from advisor_desk.ui.interview.field_errors import FieldErrors
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.typed import Typed

TAIL = 4
LABELS = {
    "document": "OPENING_NUMBER",
    "name": "OPENING_NAME",
    "relation": "OPENING_RELATION",
    "proof_number": "GUARDIAN_PROOF_NUMBER",
    "copy": "GUARDIAN_COPY",
    "copy_folder": "GUARDIAN_FOLDER",
}
# Said below a narrow field, by the trouble's code.
SHORTER = {
    "DOCUMENT_NUMBER_SHAPE": "OPENING_WRONG_SHAPE",
    "DOCUMENT_NUMBER_WRONG": "OPENING_WRONG_DIGIT",
    "DOCUMENT_NOT_OF_CLIENT": "OPENING_WRONG_DOCUMENT",
    "NAME_NOT_OF_CLIENT": "OPENING_WRONG_NAME",
    "DOCUMENT_NEEDED": "OPENING_WRONG_EMPTY",
    "TEXT_EMPTY": "OPENING_WRONG_EMPTY",
    "GUARDIAN_IS_CLIENT": "GUARDIAN_WRONG_IS_CLIENT",
    "GUARDIAN_NAMED_AS_CLIENT": "GUARDIAN_WRONG_NAMED_AS_CLIENT",
    "GUARDIAN_IS_ADVISER": "GUARDIAN_WRONG_IS_ADVISER",
    "GUARDIAN_NOT_ADULT": "GUARDIAN_WRONG_NOT_ADULT",
}


class Identifying:
    """The fields of one form for a person, kept as one draft."""

    def __init__(self, interview: OpenInterview, draft: str) -> None:
        self.interview = interview
        self.typed = Typed(interview, draft)
        self.errors = FieldErrors(interview)

    def document(self, kind: str, number: str) -> IdentityDocument:
        """Return the document as typed; it is checked by the act."""
        return IdentityDocument(DocumentKind(kind), number)

    def identify(self, party: Party, copy_file: bytes | None = None) -> bool:
        """Record that the adviser saw the person; say whether it was done."""
        interview = self.interview
        opening = interview.services.opening
        done = self.errors.attempt(
            lambda: opening.identify_party(interview.id, party, copy_file),
            LABELS,
            SHORTER,
        )
        if done:
            self.typed.forget()
            interview.changed()
        return done

    def document_line(self, document: IdentityDocument | None) -> str:
        """Return a document by its kind and last digits."""
        words = self.interview.words
        if document is None:
            return words.say("OPENING_NO_DOCUMENT")
        kind = words.say(f"OPENING_DOCUMENT_{document.kind.value}")
        return words.say("OPENING_DOCUMENT_TAIL", kind=kind, tail=document.number[-TAIL:])
