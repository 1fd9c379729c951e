"""Who else is here beside client and guardian: a companion, an observer."""

from dataclasses import dataclass

from advisor_desk.domain.interview import PartyRole
from advisor_desk.domain.interview_events import Party
from advisor_desk.domain.text import as_kept
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.screens.opening.identifying import Identifying

BESIDE = (PartyRole.companion, PartyRole.observer)


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
        """Return who is here beside the client; the guardian has a card of the own."""
        parties = self.interview.facts.parties
        return tuple(
            PersonRow(role, party.name, self.document_line(party.document))
            for role, party in parties.items()
            if role in BESIDE
        )

    def roles_free(self) -> tuple[PartyRole, ...]:
        """Return as what somebody may still be added."""
        return tuple(role for role in BESIDE if role not in self.interview.facts.parties)

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

    def add(self, name: str, kind: str, number: str) -> bool:
        """Record another person; the document may be left out."""
        role = self.adding
        if role is None:
            return False
        document = self.document(kind, number) if as_kept(number) else None
        return self.identify(Party(role, name, document))

    def remove(self, role: PartyRole) -> None:
        """Record that somebody is not here any more."""
        interview = self.interview
        interview.act(lambda: interview.services.opening.dismiss_party(interview.id, role))
