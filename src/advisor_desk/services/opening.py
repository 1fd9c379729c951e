"""Opening an interview: who is here, and may we proceed. Clauses: S22, S23, S44, S45."""

from dataclasses import dataclass, replace

from advisor_desk.domain.client import Client, ClientId, IdentityDocument
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.fingerprint import fingerprint
from advisor_desk.domain.fold import SUBJECT
from advisor_desk.domain.interview import (
    Channel,
    InterviewId,
    PartyRole,
    Protection,
    SigningWay,
    Stage,
    State,
)
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
from advisor_desk.domain.paper_events import SetVoided
from advisor_desk.domain.steps import step_of
from advisor_desk.domain.suitability import Decision
from advisor_desk.domain.text import LONGEST_NAME, in_words
from advisor_desk.domain.trouble import BadInput
from advisor_desk.services.asking_again import judge_on_return
from advisor_desk.services.guardians import GUARDIAN_LEFT, require_guardian, with_kept_papers
from advisor_desk.services.guards import require_receiving
from advisor_desk.services.identity import checked_document
from advisor_desk.services.interview_room import InterviewRoom
from advisor_desk.services.judging import judge_person, protections_of
from advisor_desk.services.numbers import (
    next_interview,
    require_pages_counted,
    reserved_set,
)
from advisor_desk.services.paper_copies import checked_copy
from advisor_desk.services.printed import printed_text, promise_free
from advisor_desk.services.printing import settle_print

RULES_REFUSE = "RULES_REFUSE"
# What the cells of the forms hold; longer texts are refused here, not when all is done.
LONGEST_NUMBER, NUMBER_ROOM, LONGEST_PURPOSE = 16, 12, 50
LONGEST_NO_RECORDING = 60  # its box on the application


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

    def identify_party(
        self, interview: InterviewId, party: Party, copy_file: bytes | None = None
    ) -> None:
        """Record that the adviser saw a person's document and face.

        ``copy_file``: scan or photograph of the guardian's paper, kept with this act. S45.

        Raises:
            BadInput: ``DOCUMENT_NOT_OF_CLIENT``, ``NAME_NOT_OF_CLIENT``, ``DOCUMENT_NEEDED``, a
                field, named; as ``require_guardian``, ``checked_copy``; ``COPY_UNKNOWN``.
        """
        with self._room.act(interview, PartyIdentified) as act:
            checked = _checked_party(party)
            client = self._room.client(act.facts.client)
            if party.role is PartyRole.client:
                _require_same_person(act.facts, client, checked)
            if party.role is PartyRole.guardian:
                require_guardian(checked, client, self._room.me(), self._room.today())
                self._require_known(act.facts, checked)
            if copy_file is not None:
                sha256 = act.keep(checked_copy(copy_file))
                checked = replace(checked, copy=PaperCopy(sha256=sha256))
            act.record(PartyIdentified(checked))

    def guardian_before(self, interview: InterviewId) -> Party | None:
        """Return the guardian identified last in this interview, on whatever visit."""
        events = self._room.desk.book.events(SUBJECT + interview, PartyIdentified)
        found = [one.event.party for one in events if isinstance(one.event, PartyIdentified)]
        return next((one for one in reversed(found) if one.role is PartyRole.guardian), None)

    def dismiss_party(
        self, interview: InterviewId, role: PartyRole, pages_returned: int | None = None
    ) -> None:
        """Record that somebody beside the client is not here any more. Clause: S44.

        When a minor's guardian goes after the opening, the interview rests; a ceremony under way
        is void, its printed pages counted back.

        Raises:
            BadInput: ``PARTY_NOT_HERE``, ``PAGES_NOT_RETURNED``; the client is never dismissed.
        """
        is_needed = role is PartyRole.guardian and _needs_guardian(self._room.facts(interview))
        is_signing = self._room.facts(interview).state is State.signing
        kind = SetVoided if is_needed and is_signing else PartyLeft
        if kind is SetVoided:
            settle_print(self._room, interview)
        with self._room.act(interview, kind) as act:
            if role is PartyRole.client or role not in act.facts.parties:
                raise BadInput("PARTY_NOT_HERE", role=role.value)
            if kind is SetVoided:
                require_pages_counted(act.facts, pages_returned)
                voids = reserved_set(act.facts)
                if voids is not None:
                    act.record(SetVoided(GUARDIAN_LEFT, voids, pages_returned))
            act.record(PartyLeft(role))
            if is_needed:
                act.record(Paused(GUARDIAN_LEFT, (), None))

    def understand_data_notice(self, interview: InterviewId) -> None:
        """Record that the client read the data notice and understood it."""
        with self._room.act(interview, DataNoticeUnderstood) as act:
            act.record(DataNoticeUnderstood())

    def state_recording(
        self, interview: InterviewId, *, number: str | None = None, reason_none: str | None = None
    ) -> None:
        """Record the recording's number, or why there is none.

        Raises:
            BadInput: ``RECORDING_ONE_OF_TWO``, or the text, named.
        """
        with self._room.act(interview, RecordingStated) as act:
            if (number is None) == (reason_none is None):
                raise BadInput("RECORDING_ONE_OF_TWO", field="number")
            if number is not None:
                number = printed_text(number, "number", longest=LONGEST_NUMBER, room=NUMBER_ROOM)
            if reason_none is not None:
                checked = promise_free(reason_none, "reason_none", longest=LONGEST_NO_RECORDING)
                reason_none = in_words(checked, "reason_none")
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

    def _require_known(self, facts: Facts, guardian: Party) -> None:
        """Let a copy kept before serve again for the same guardian alone."""
        if guardian.copy is None or not guardian.copy.sha256:
            return
        before = self.guardian_before(facts.interview)
        same = before is not None and (before.document, before.copy) == (
            guardian.document,
            guardian.copy,
        )
        if not same:
            raise BadInput("COPY_UNKNOWN", clause="S45", field="copy")


def _needs_guardian(facts: Facts) -> bool:
    """Say whether the interview cannot go on without the guardian: past the opening. S44."""
    return facts.opening_confirmed is not None and facts.is_protected(Protection.minor)


def _require_same_person(facts: Facts, client: Client, party: Party) -> None:
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
        relation = printed_text(relation, "relation", longest=LONGEST_NAME)
    checked = replace(
        party,
        name=printed_text(party.name, "name", longest=LONGEST_NAME),
        document=document,
        relation=relation,
    )
    return with_kept_papers(checked)
