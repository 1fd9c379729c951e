"""A client as the branch knows him or her, and the acts that are about the client alone.

The whole record stands in each event: correcting one field records all of it again, with the
reason, so that what was known on any day can be read from one event.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import ClassVar

from advisor_desk.domain.events import Event, event_kind
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import Channel
from advisor_desk.domain.languages import Language

ClientId = str


class DocumentKind(Enum):
    """Papers a person is identified by."""

    resident_id = "resident_id"  # 居民身份證
    hong_kong_macau_permit = "hong_kong_macau_permit"  # 港澳居民來往內地通行證
    taiwan_permit = "taiwan_permit"  # 台灣居民來往大陸通行證
    passport = "passport"  # 護照


@dataclass(frozen=True, slots=True)
class IdentityDocument:
    """A paper by kind and number, as it is printed on it."""

    kind: DocumentKind
    number: str


@dataclass(frozen=True, slots=True)
class Client:
    """A client (客戶). ``account_tail``: last four digits of the own account; never more of it.

    ``born`` is None only where no paper says it; then nothing can be sold.
    """

    name: str
    document: IdentityDocument
    born: date | None
    phone: str
    account_tail: str
    language: Language


@event_kind
@dataclass(frozen=True, slots=True)
class ClientRecorded(Event):
    """A new client stands in the adviser's book."""

    kind: ClassVar[str] = "client_recorded"
    client: Client


@event_kind
@dataclass(frozen=True, slots=True)
class ClientCorrected(Event):
    """The record was corrected; the old one stays in the events before."""

    kind: ClassVar[str] = "client_corrected"
    client: Client
    reason: str


@event_kind
@dataclass(frozen=True, slots=True)
class ClientFileOpened(Event):
    """Somebody looked at the client's file. Clause: S39."""

    kind: ClassVar[str] = "client_file_opened"
    why: str


@event_kind
@dataclass(frozen=True, slots=True)
class FormsExported(Event):
    """Copies of forms (``number-form``) left the book as files. Clause: S38.

    It is about the client, not the interview: an interview that is over stays as it was closed.
    """

    kind: ClassVar[str] = "forms_exported"
    interview: str
    forms: tuple[str, ...]
    reason: str


@event_kind
@dataclass(frozen=True, slots=True)
class OtherAssessmentEntered(Event):
    """An assessment made in another channel, from the paper seen; it counts. Clause: S49.

    ``flags`` are what a head looks at, as at an assessment made here.
    """

    kind: ClassVar[str] = "other_assessment_entered"
    number: str
    taken: date
    channel: Channel
    questionnaire: str
    grade: RiskTolerance | None
    paper_seen: str
    reason: str | None = None
    flags: tuple[str, ...] = ()
