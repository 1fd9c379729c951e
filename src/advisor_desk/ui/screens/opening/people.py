"""Who is here beside the client: guardian of a minor, companion, observer."""

from dataclasses import dataclass

from advisor_desk.domain.interview import PartyRole
from advisor_desk.domain.interview_events import PaperCopy, Party
from advisor_desk.domain.suitability import GuardianProof
from advisor_desk.domain.text import as_kept
from advisor_desk.ui.interview.field_errors import Wrong
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.screens.opening.identifying import Identifying

YES = "yes"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody beside client and adviser."""

    role: PartyRole
    name: str
    document: str


class OtherPeople(Identifying):
    """People are added one at a time; what was typed about the one is a draft."""

    def __init__(self, interview: OpenInterview) -> None:
        super().__init__(interview, "opening.person")

    def rows(self) -> tuple[PersonRow, ...]:
        """Return who is here beside the client."""
        parties = self.interview.facts.parties
        return tuple(
            PersonRow(role, party.name, self.document_line(party.document))
            for role, party in parties.items()
            if role is not PartyRole.client
        )

    def roles_free(self, *, is_minor: bool) -> tuple[PartyRole, ...]:
        """Return as what somebody may still be added; a guardian only for a minor."""
        guardian = (PartyRole.guardian,) if is_minor else ()
        wanted = (*guardian, PartyRole.companion, PartyRole.observer)
        return tuple(role for role in wanted if role not in self.interview.facts.parties)

    @property
    def adding(self) -> PartyRole | None:
        """Return as what somebody is being added; None: nobody is."""
        role = self.typed.of("role")
        return PartyRole(role) if role else None

    def begin(self, role: str) -> None:
        """Open the fields for another person, or change as what the person is here."""
        self.typed.keep(role=role)
        self.errors.clear()
        self.interview.changed()

    def give_up(self) -> None:
        """Close those fields; what was typed there is thrown away."""
        self.typed.forget()
        self.errors.clear()
        self.interview.clear_problem()
        self.interview.changed()

    def add(self, name: str, kind: str, number: str, relation: str) -> bool:
        """Record another person; the document of companion and observer may be left out."""
        role = self.adding
        if role is None:
            return False
        if role is not PartyRole.guardian:
            document = self.document(kind, number) if as_kept(number) else None
            return self.identify(Party(role, name, document))
        if not self._guardian_is_filled(relation):
            return False
        proof = GuardianProof(self.typed.of("proof"))
        copy = PaperCopy(folder="1") if self.typed.of("copied") == YES else None
        document = self.document(kind, number)
        return self.identify(Party(role, name, document, relation, proof, copy=copy))

    def remove(self, role: PartyRole) -> None:
        """Record that somebody is not here any more."""
        interview = self.interview
        interview.act(lambda: interview.services.opening.dismiss_party(interview.id, role))

    def _guardian_is_filled(self, relation: str) -> bool:
        self.errors.clear("relation", "proof")
        if not as_kept(relation):
            self.errors.say("relation", Wrong("OPENING_RELATION_MISSING"))
        if not self.typed.of("proof"):
            self.errors.say("proof", Wrong("OPENING_PROOF_MISSING"))
        is_wrong = self.errors.of("relation") or self.errors.of("proof")
        if is_wrong:
            self.interview.changed()
        return not is_wrong
