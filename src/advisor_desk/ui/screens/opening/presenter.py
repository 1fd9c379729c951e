"""Opening: parties are identified, the data notice is read, the recording is stated."""

from enum import Enum
from typing import ClassVar

from advisor_desk.domain.interview import PartyRole, Stage
from advisor_desk.domain.interview_events import ClientDetailsChanged, Party, PartyIdentified
from advisor_desk.services.judging import protections_of
from advisor_desk.ui.interview.field_errors import Wrong
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.stage import StagePresenter
from advisor_desk.ui.screens.opening.guardian import GuardianHere
from advisor_desk.ui.screens.opening.identifying import Identifying
from advisor_desk.ui.screens.opening.people import OtherPeople
from advisor_desk.ui.screens.opening.recording import StatedRecording


class Turned(Enum):
    """Which of the opening's pages the client sees."""

    welcome = "welcome"
    notice = "notice"
    thanks = "thanks"


class OpeningPresenter(StagePresenter):
    """The first stage. Typed texts are drafts in the book until their act is done."""

    stage: ClassVar[Stage] = Stage.opening
    settled_by_confirm: ClassVar[frozenset[str]] = frozenset({"OPENING_NOT_CONFIRMED"})

    def __init__(self, interview: OpenInterview) -> None:
        super().__init__(interview)
        self.client_form = Identifying(interview, "opening.client")
        self.guardian = GuardianHere(interview)
        self.people = OtherPeople(interview)
        self.recording = StatedRecording(interview)
        self._is_checking_again = False
        self._turned_to = Turned.welcome

    def confirm(self) -> None:
        """Confirm that everybody needed is here; a refusal of the rules pauses the interview."""
        interview = self.interview
        interview.act(lambda: interview.services.opening.confirm_opening(interview.id))

    @property
    def is_identified(self) -> bool:
        """Say whether the client was identified on this visit."""
        return PartyRole.client in self.interview.facts.parties and not self._is_checking_again

    def is_corrected(self) -> bool:
        """Say whether the client was identified, and is to be again: the record was corrected."""
        interview = self.interview
        if self.is_identified or interview.is_busy:
            return False
        found = interview.services.recorded(interview.id, PartyIdentified, ClientDetailsChanged)
        told = [
            type(one.event)
            for one in found
            if not isinstance(one.event, PartyIdentified)
            or one.event.party.role is PartyRole.client
        ]
        return PartyIdentified in told and told[-1] is ClientDetailsChanged

    def client_line(self) -> str:
        """Return the identified client's document; the number by its last digits alone."""
        party = self.interview.facts.parties[PartyRole.client]
        return self.client_form.document_line(party.document)

    def kind(self) -> str:
        """Return the kind of document that is looked at: chosen, else that of the record."""
        return self.client_form.typed.of("kind") or self.interview.client.document.kind.value

    def check_again(self) -> None:
        """Let the client be identified once more."""
        self._is_checking_again = True
        self.interview.changed()

    def identify_client(self, name: str, kind: str, number: str, *, seen: bool) -> bool:
        """Record that the adviser saw document and face; both are checked against the record."""
        form = self.client_form
        form.errors.clear()
        if not seen:
            form.errors.say("seen", Wrong("OPENING_NOT_SEEN"))
            self.interview.changed()
            return False
        done = form.identify(Party(PartyRole.client, name, form.document(kind, number)))
        if done and self._is_checking_again:
            self._is_checking_again = False
            self.interview.changed()
        return done

    def protection(self) -> str:
        """Return the code of the words for an age that rules protect; empty for others."""
        found = protections_of(self.interview.day_data, self.interview.client)
        return f"OPENING_{found[0].name.upper()}" if found else ""

    @property
    def is_elder(self) -> bool:
        """Say whether the protections of old age are told at the top. Clauses: S40-S43."""
        return self.protection() == "OPENING_ELDER"

    @property
    def is_minor(self) -> bool:
        """Say whether the guardian is asked for first. Clause: S44."""
        return self.protection() == "OPENING_MINOR"

    def turned_to(self) -> Turned:
        """Return which page the client sees; after the notice there is nothing more to do."""
        if self.interview.facts.notice_understood:
            return Turned.thanks
        return self._turned_to

    def turn_client_to(self, page: Turned) -> None:
        """Turn the client's page."""
        self._turned_to = page
        self.interview.changed()

    def understand_notice(self) -> None:
        """Record that the client read the data notice and understood it."""
        interview = self.interview
        interview.act(lambda: interview.services.opening.understand_data_notice(interview.id))
