"""An adviser's own clients: recorded, found, corrected, and every look into a file recorded.

The book is the adviser's alone, held by its own key (S33, S37); nothing here can reach another's.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from advisor_desk.domain.assessment_events import Holding
from advisor_desk.domain.calendar import age_on
from advisor_desk.domain.client import (
    Client,
    ClientCorrected,
    ClientFileOpened,
    ClientId,
    ClientRecorded,
    DocumentKind,
    IdentityDocument,
    OtherAssessmentEntered,
)
from advisor_desk.domain.fingerprint import fingerprint
from advisor_desk.domain.fold import SUBJECT
from advisor_desk.domain.interview import State
from advisor_desk.domain.interview_events import AFTER_SIGNING, ClientDetailsChanged
from advisor_desk.domain.languages import Language
from advisor_desk.domain.needs import Pot
from advisor_desk.domain.people import StaffNo
from advisor_desk.domain.text import LONGEST_NAME, as_kept, checked_text
from advisor_desk.domain.trouble import BadInput, NotPermitted
from advisor_desk.services.assessment_history import AssessmentHistory, PastGrade, Standing
from advisor_desk.services.assessments import checked_repeat_reason
from advisor_desk.services.attempts import Attempt, Attempts, flags_of
from advisor_desk.services.guards import require_certified, require_receiving
from advisor_desk.services.identity import (
    checked_account_tail,
    checked_birth_date,
    checked_document,
    checked_phone,
)
from advisor_desk.services.interview_room import InterviewRoom, client_subject
from advisor_desk.services.last_needs import last_told
from advisor_desk.services.numbers import next_client
from advisor_desk.services.printed import printed_text

Row = Mapping[str, str | int | None]
LONGEST_NUMBER, NUMBER_ROOM = 24, 12  # of an assessment, as the application form holds it

# While an interview stands there, all its papers are to name the same client.
BEING_SIGNED = frozenset(one.value for one in (State.signing, *AFTER_SIGNING))


@dataclass(frozen=True, slots=True)
class ClientDetails:
    """A client's details as typed; nothing of it is checked yet."""

    name: str
    document_kind: DocumentKind
    document_number: str
    born: date | None
    phone: str
    account_tail: str
    language: Language


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody opened the file, and why. Clause: S39."""

    at: datetime
    who: StaffNo
    why: str


@dataclass(frozen=True, slots=True)
class ClientFile:
    """What the adviser sees of a client. ``looks`` come newest first, the present one included.

    ``grades`` are of every channel, the oldest first; ``from_papers`` are the assessments entered
    from another channel's paper. ``pots`` and ``holdings`` are those last told in an interview
    (None: never asked).
    """

    id: ClientId
    client: Client
    interviews: tuple[Row, ...]
    assessments: tuple[Row, ...]
    age: int | None
    standing: Standing
    grades: tuple[PastGrade, ...]
    from_papers: tuple[OtherAssessmentEntered, ...]
    looks: tuple[Look, ...]
    pots: tuple[Pot, ...]
    holdings: tuple[Holding, ...] | None


def faults(details: ClientDetails, today: date) -> tuple[BadInput, ...]:
    """Return all that is wrong with details as typed, each naming its field.

    Recording refuses the first of them; a page shows every one at once.
    """
    document = IdentityDocument(DocumentKind.passport, "")  # one that says no birth date
    kind, number = details.document_kind, details.document_number
    wrong = _fault(partial(checked_document, kind, number))
    if wrong is None:
        document = checked_document(kind, number)
    checks: tuple[Callable[[], object], ...] = (
        partial(checked_birth_date, details.born, document, today),
        partial(printed_text, details.name, "name", longest=LONGEST_NAME),
        partial(checked_phone, details.phone),
        partial(checked_account_tail, details.account_tail),
    )
    return tuple(one for one in (wrong, *map(_fault, checks)) if one is not None)


def checked_client(details: ClientDetails, today: date) -> Client:
    """Return the client as recorded.

    Raises:
        BadInput: the first of ``faults``.
    """
    document = checked_document(details.document_kind, details.document_number)
    return Client(
        printed_text(details.name, "name", longest=LONGEST_NAME),
        document,
        checked_birth_date(details.born, document, today),
        checked_phone(details.phone),
        checked_account_tail(details.account_tail),
        details.language,
    )


def _fault(check: Callable[[], object]) -> BadInput | None:
    try:
        check()
    except BadInput as fault:
        return fault
    return None


def _checked_entry(
    entered: OtherAssessmentEntered, born: date | None, today: date
) -> OtherAssessmentEntered:
    if entered.taken > today:
        raise BadInput("DATE_LATER", field="taken", day=entered.taken)
    if born is not None and entered.taken < born:
        raise BadInput("DATE_BEFORE_BIRTH", field="taken", day=entered.taken)
    reason = entered.reason
    if reason is not None:
        reason = checked_repeat_reason(reason, "reason")
    return replace(
        entered,
        number=printed_text(entered.number, "number", longest=LONGEST_NUMBER, room=NUMBER_ROOM),
        questionnaire=checked_text(entered.questionnaire, "questionnaire"),
        paper_seen=checked_text(entered.paper_seen, "paper_seen"),
        reason=reason,
    )


class Clients:
    """The clients in the adviser's own book."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room
        self._history = AssessmentHistory(room)
        self._attempts = Attempts(room)

    def record(self, details: ClientDetails, *, for_rehearsal: bool = False) -> ClientId:
        """Record a new client.

        ``for_rehearsal``: each replay of a written interview has a client of its own, so that
        replaying it again is not a repeated assessment of one person.

        Raises:
            BadInput: a field, named; ``CLIENT_KNOWN_ALREADY`` under that document.
            NotPermitted: ``TRAINING_HOMES_ONLY``.
        """
        book = self._room.desk.book
        require_receiving(self._room.me())
        if for_rehearsal and not self._room.desk.is_training:
            raise NotPermitted("TRAINING_HOMES_ONLY")
        client = self._checked(details)
        if not for_rehearsal:
            self._require_new(client.document)
        client_id = next_client(self._room.desk)
        with book.work(self._room.desk.me.staff_no) as work:
            work.record(client_subject(client_id), ClientRecorded(client))
        return client_id

    def with_document(self, document: IdentityDocument) -> ClientId | None:
        """Return the id under which a client of this document stands already."""
        tail = document.number[-4:]
        rows = self._room.desk.book.rows("client", where={"document_tail": tail})
        ids = (str(row["client"]) for row in rows)
        return next((one for one in ids if self._room.client(one).document == document), None)

    def find(self, text: str) -> tuple[Row, ...]:
        """Return clients by any part of name, its sound, or the end of a number; 50 at most.

        Names that begin with what was typed come first; each group goes by the sound of the names.
        """
        require_receiving(self._room.me())
        return self._room.desk.book.lists.clients_found(text)

    def listed(self, after: ClientId | None, limit: int = 50) -> tuple[Row, ...]:
        """Return a page of all clients by the sound of their names: those after ``after``."""
        require_receiving(self._room.me())
        return self._room.desk.book.lists.clients_after(after, limit)

    def recent(self, limit: int = 9) -> tuple[Row, ...]:
        """Return the clients recorded, looked up or received last, the newest first."""
        require_receiving(self._room.me())
        return self._room.desk.book.lists.clients_last_met(limit)

    def count(self) -> int:
        """Return how many clients stand in the book."""
        require_receiving(self._room.me())
        return self._room.desk.book.lists.count_of_clients()

    def likely_same(self, details: ClientDetails) -> tuple[Row, ...]:
        """Return who may be the same person under another document.

        The name is the same, or sounds the same with the same birth date.
        """
        require_receiving(self._room.me())
        name = as_kept(details.name)
        born = details.born.isoformat() if details.born else None
        return tuple(
            row
            for row in self._room.desk.book.lists.clients_sounding_like(name)
            if row["name"] == name or (born is not None and row["born"] == born)
        )

    def open_file(self, client: ClientId, why: str) -> ClientFile:
        """Return a client's file; the look is recorded with its reason. Clause: S39."""
        require_receiving(self._room.me())
        record = self._room.client(client)
        book = self._room.desk.book
        with book.work(self._room.desk.me.staff_no) as work:
            work.record(client_subject(client), ClientFileOpened(checked_text(why, "why")))
        today = self._room.now().date()
        pots, holdings = last_told(self._room, client)
        return ClientFile(
            id=client,
            client=record,
            interviews=book.rows("interview", where={"client": client}, order="interview"),
            assessments=book.rows("assessment", where={"client": client}, order="taken"),
            age=age_on(record.born, today) if record.born else None,
            standing=self._history.standing(client),
            grades=self._history.grades(client),
            from_papers=self._from_papers(client),
            looks=self._looks(client),
            pots=pots,
            holdings=holdings,
        )

    def last_recorded(self, client: ClientId) -> int:
        """Return the place of the newest record of the client or of one of the interviews.

        A file that is still open shows what is known as long as this does not grow.
        """
        book = self._room.desk.book
        rows = book.rows("interview", where={"client": client})
        subjects = (client_subject(client), *(SUBJECT + str(row["interview"]) for row in rows))
        return max(book.lists.last_event_about(subject) for subject in subjects)

    def correct(self, client: ClientId, details: ClientDetails, reason: str) -> None:
        """Correct a record. Interviews under way see it, and check identity again.

        Raises:
            BadInput: ``CLIENT_SIGNING`` from the sealing of a set until its interview is closed:
                all its forms name the same client; a field, named; ``CLIENT_KNOWN_ALREADY``: the
                new document is another client's.
        """
        require_receiving(self._room.me())
        before = self._room.client(client)
        corrected = self._checked(details)
        if corrected.document != before.document:
            self._require_new(corrected.document)
        reason = checked_text(reason, "reason")
        under_way = self._under_way(client)
        with self._room.desk.book.work(self._room.desk.me.staff_no) as work:
            work.record(client_subject(client), ClientCorrected(corrected, reason))
            for interview in under_way:
                work.record(SUBJECT + interview, ClientDetailsChanged(fingerprint(corrected)))

    def enter_other_assessment(self, client: ClientId, entered: OtherAssessmentEntered) -> None:
        """Enter an assessment of another channel from its paper. Clause: S49.

        It counts: for the limits, as the latest, on the forms. It serves no sale here (S52).

        Raises:
            BadInput: a field, named; ``ASSESSMENT_KNOWN_ALREADY``; ``REPEAT_REASON_MISSING``
                after a look at a product above the grade.
        """
        today = self._room.now().date()
        require_certified(self._room.me(), today)
        checked = _checked_entry(entered, self._room.client(client).born, today)
        number, book = checked.number, self._room.desk.book
        if book.rows("assessment", where={"assessment": f"{client}/{number}"}, limit=1):
            raise BadInput("ASSESSMENT_KNOWN_ALREADY", field="number", number=number)
        latest = self._history.latest(client, until=entered.taken)
        passed = self._history.latest_passed(client, until=entered.taken)
        is_after_look = self._attempts.looked_above(client, passed, entered.taken)
        if is_after_look and checked.reason is None:
            raise BadInput("REPEAT_REASON_MISSING", clause="S49", field="reason")
        flags = flags_of(latest, entered.grade, is_after_look=is_after_look)
        with book.work(self._room.desk.me.staff_no) as work:
            work.record(client_subject(client), replace(checked, flags=flags))

    def attempts(self, client: ClientId) -> tuple[Attempt, ...]:
        """Return every assessment of the client, the oldest first; who asks opened the file."""
        require_receiving(self._room.me())
        return self._attempts.all(client)

    def _require_new(self, document: IdentityDocument) -> None:
        known = self.with_document(document)
        if known is not None:
            raise BadInput("CLIENT_KNOWN_ALREADY", field="document", client=known)

    def _looks(self, client: ClientId) -> tuple[Look, ...]:
        found = self._room.desk.book.events(client_subject(client), ClientFileOpened)
        return tuple(
            Look(one.at, one.actor, one.event.why)
            for one in reversed(found)
            if isinstance(one.event, ClientFileOpened)
        )

    def _from_papers(self, client: ClientId) -> tuple[OtherAssessmentEntered, ...]:
        found = self._room.desk.book.events(client_subject(client), OtherAssessmentEntered)
        return tuple(one.event for one in found if isinstance(one.event, OtherAssessmentEntered))

    def _checked(self, details: ClientDetails) -> Client:
        return checked_client(details, self._room.now().date())

    def _under_way(self, client: ClientId) -> tuple[str, ...]:
        rows = self._room.desk.book.rows("interview", where={"client": client})
        if any(row["state"] in BEING_SIGNED for row in rows):
            raise BadInput("CLIENT_SIGNING", client=client)
        possible = {state.value for state in ClientDetailsChanged.possible_in}
        return tuple(str(row["interview"]) for row in rows if row["state"] in possible)
