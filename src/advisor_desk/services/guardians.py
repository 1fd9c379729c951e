"""The guardian of a minor (監護人): who may be one, and by which paper. Clauses: S44, S45."""

from dataclasses import replace
from datetime import date

from advisor_desk.domain.calendar import age_on
from advisor_desk.domain.client import Client, DocumentKind
from advisor_desk.domain.interview_events import Party
from advisor_desk.domain.people import StaffMember
from advisor_desk.domain.text import as_kept, in_words
from advisor_desk.domain.trouble import BadInput
from advisor_desk.services.identity import born_on_card
from advisor_desk.services.interview_room import DayData
from advisor_desk.services.judging import adult_age
from advisor_desk.services.namesakes import is_namesake
from advisor_desk.services.printed import printed_text

# Why an interview rests.
GUARDIAN_LEFT, GUARDIAN_DISAGREES = "GUARDIAN_LEFT", "GUARDIAN_DISAGREES"
LONGEST_PAPER_NUMBER = 30


def require_guardian(party: Party, client: Client, adviser: StaffMember, data: DayData) -> None:
    """Let only somebody be the guardian who can be: another person, grown up, not the adviser.

    Reading: who shares the adviser's name is taken for the adviser; a colleague then leads.

    Raises:
        BadInput: ``GUARDIAN_IS_CLIENT``, ``GUARDIAN_NAMED_AS_CLIENT``, ``GUARDIAN_IS_ADVISER``,
            ``GUARDIAN_NOT_ADULT``, ``PROOF_NUMBER_NEEDED``.
    """
    if party.document == client.document:
        raise BadInput("GUARDIAN_IS_CLIENT", clause="S44", field="document")
    if is_namesake(party.name, client.name):
        raise BadInput("GUARDIAN_NAMED_AS_CLIENT", clause="S44", field="name")
    if is_namesake(party.name, adviser.name):
        raise BadInput("GUARDIAN_IS_ADVISER", clause="S44", field="name")
    born = _born(party)
    if born is not None and age_on(born, data.day) < adult_age(data.packs):
        raise BadInput("GUARDIAN_NOT_ADULT", clause="S44", field="document", born=born)
    if party.proof is not None and not party.proof_number:
        raise BadInput("PROOF_NUMBER_NEEDED", clause="S45", field="proof_number")


def with_kept_papers(party: Party) -> Party:
    """Return the guardian with the numbers of paper and folder as the forms hold them."""
    copy = party.copy
    if copy is not None:
        folder = _kept(copy.folder, "copy_folder") if copy.folder else ""
        copy = replace(copy, folder=folder) if folder or copy.sha256 else None
    number = _kept(party.proof_number, "proof_number") if as_kept(party.proof_number) else ""
    return replace(party, proof_number=number, copy=copy)


def _born(party: Party) -> date | None:
    """Return the birth date that the ID number carries; other papers are read by eye."""
    document = party.document
    if document is None or document.kind is not DocumentKind.resident_id:
        return None
    return born_on_card(document.number)


def _kept(text: str, field: str) -> str:
    return in_words(printed_text(text, field, longest=LONGEST_PAPER_NUMBER), field)
