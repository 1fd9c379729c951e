"""Opening an interview: who is here, and may we proceed. Clauses: S22, S23, S44, S45."""

from dataclasses import dataclass, replace

from advisor_desk.domain.client import ClientId, IdentityDocument
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.fingerprint import fingerprint
from advisor_desk.domain.fold import SUBJECT
from advisor_desk.domain.interview import Channel, InterviewId, PartyRole, SigningWay, Stage
from advisor_desk.domain.interview_events import (
    DataNoticeUnderstood,
    InterviewOpened,
    OpeningConfirmed,
    PaperCopy,
    Party,
    PartyIdentified,
    PartyLeft,
    Paused,
    RecordingStated,
)
from advisor_desk.domain.languages import Language
from advisor_desk.domain.steps import step_of
from advisor_desk.domain.suitability import Decision
from advisor_desk.domain.text import LONGEST_NAME, checked_text
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.phrase_guard import guarded_text
from advisor_desk.services.asking_again import judge_on_return
from advisor_desk.services.guards import require_receiving
from advisor_desk.services.identity import checked_document
from advisor_desk.services.interview_room import InterviewRoom
from advisor_desk.services.judging import judge_person, protections_of
from advisor_desk.services.numbers import next_interview
from advisor_desk.services.printed import printed_text, promise_free

RULES_REFUSE = "RULES_REFUSE"
# What the cells of the forms hold; longer texts are refused here, not when all is done.
LONGEST_NUMBER, NUMBER_ROOM, LONGEST_PURPOSE = 16, 12, 50
LONGEST_PAPER_NUMBER = 30


@dataclass(frozen=True, slots=True)
class Visit:
    """How a visit begins: its purpose in words, the client's language, how it will be signed."""

    purpose: str
    language: Language
    signing_way: SigningWay
    channel: Channel = Channel.branch


class Opening:
    """The first step."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room

    def open_interview(self, client: ClientId, visit: Visit) -> InterviewId:
        """Receive a client. Without a certificate: to introduce him or her. Clauses: S24, S25.

        Raises:
            NotPermitted: ``ROLE_DOES_NOT_SERVE``.
            BadInput: ``CLIENT_UNKNOWN``, ``CHANNEL_NOT_HERE``, or a text, named.
        """
        me = self._room.me()
        require_receiving(me)
        record = self._room.client(client)
        if visit.channel is not Channel.branch:
            raise BadInput("CHANNEL_NOT_HERE", channel=visit.channel.value)
        interview = next_interview(self._room.desk)
        event = InterviewOpened(
            client=client,
            client_seen=fingerprint(record),
            adviser=me.staff_no,
            visit_purpose=promise_free(visit.purpose, "purpose", longest=LONGEST_PURPOSE),
            language=visit.language,
            signing_way=visit.signing_way,
            channel=visit.channel,
        )
        with self._room.desk.book.work(me.staff_no) as work:
            work.record(SUBJECT + interview, event)
        return interview

    def identify_party(self, interview: InterviewId, party: Party) -> None:
        """Record that the adviser saw a person's document and face.

        Raises:
            BadInput: ``DOCUMENT_NOT_OF_CLIENT``, ``NAME_NOT_OF_CLIENT``, ``DOCUMENT_NEEDED``, or
                a field, named.
        """
        with self._room.act(interview, PartyIdentified) as act:
            checked = _checked_party(party)
            if party.role is PartyRole.client:
                self._require_same_person(act.facts, checked)
            act.record(PartyIdentified(checked))

    def dismiss_party(self, interview: InterviewId, role: PartyRole) -> None:
        """Record that somebody beside the client is not here any more. Clause: S44.

        Without the guardian of a minor the opening is to be confirmed again, and refused.

        Raises:
            BadInput: ``PARTY_NOT_HERE``; the client is never dismissed.
        """
        with self._room.act(interview, PartyLeft) as act:
            if role is PartyRole.client or role not in act.facts.parties:
                raise BadInput("PARTY_NOT_HERE", role=role.value)
            act.record(PartyLeft(role))

    def understand_data_notice(self, interview: InterviewId) -> None:
        """Record that the client read the data notice and understood it."""
        with self._room.act(interview, DataNoticeUnderstood) as act:
            act.record(DataNoticeUnderstood())

    def state_recording(
        self, interview: InterviewId, *, number: str | None = None, reason_none: str | None = None
    ) -> None:
        """Record the recording's number, or why there is none.

        Raises:
            BadInput: ``RECORDING_ONE_OF_TWO``.
        """
        with self._room.act(interview, RecordingStated) as act:
            if (number is None) == (reason_none is None):
                raise BadInput("RECORDING_ONE_OF_TWO", field="number")
            if number is not None:
                number = printed_text(number, "number", longest=LONGEST_NUMBER, room=NUMBER_ROOM)
            if reason_none is not None:
                reason_none = guarded_text(reason_none, "reason_none")
            act.record(RecordingStated(number, reason_none))

    def confirm_opening(self, interview: InterviewId) -> Decision:
        """Confirm that everybody needed is here, and ask whether anything may be sold at all.

        A refusal is about the person: the interview pauses, with what is to be brought. In a
        later visit the choice is judged again in the same act.

        Raises:
            BadInput: ``STEP_NOT_DONE``, naming what is missing.
        """
        with self._room.act(interview, OpeningConfirmed) as act:
            _require_everybody(act.facts)
            client = self._room.client(act.facts.client)
            data = self._room.today()
            decision = judge_person(data, act.facts, client, self._room.me())
            protections = protections_of(data, client)
            act.record(OpeningConfirmed(act.facts.parties_seen(), decision, protections))
            later = judge_on_return(self._room, act) if act.facts.visit > 1 else None
            if later is not None and not decision.is_refused:
                act.record(later)
            if decision.is_refused:
                act.record(Paused(RULES_REFUSE, (), None))
            return decision

    def _require_same_person(self, facts: Facts, party: Party) -> None:
        client = self._room.client(facts.client)
        if party.document != client.document:
            raise BadInput("DOCUMENT_NOT_OF_CLIENT", field="document", client=facts.client)
        if party.name != client.name:
            raise BadInput("NAME_NOT_OF_CLIENT", field="name", client=facts.client)


def _require_everybody(facts: Facts) -> None:
    missing = [
        code for code in step_of(Stage.opening).missing(facts) if code != "OPENING_NOT_CONFIRMED"
    ]
    if missing:
        raise BadInput("STEP_NOT_DONE", clause="S22", step="opening", missing=", ".join(missing))


def _checked_party(party: Party) -> Party:
    if party.document is None and party.role in (PartyRole.client, PartyRole.guardian):
        raise BadInput("DOCUMENT_NEEDED", field="document", role=party.role.value)
    document: IdentityDocument | None = None
    if party.document is not None:
        document = checked_document(party.document.kind, party.document.number)
    relation = party.relation
    if relation is not None:
        relation = checked_text(relation, "relation", longest=LONGEST_NAME)
    return replace(
        party,
        name=printed_text(party.name, "name", longest=LONGEST_NAME),
        document=document,
        relation=relation,
        proof_number=_kept(party.proof_number, "proof_number"),
        copy=_checked_copy(party.copy),
    )


def _checked_copy(copy: PaperCopy | None) -> PaperCopy | None:
    return replace(copy, folder=_kept(copy.folder, "copy_folder")) if copy else None


def _kept(text: str, field: str) -> str:
    return printed_text(text, field, longest=LONGEST_PAPER_NUMBER) if text else ""
