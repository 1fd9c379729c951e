"""Rows of a client book that lists and search need, each from one event alone.

They hold nothing that is not in the events. ``stage`` is where the last act took place; the open
step is asked of the facts, never of a row. A form is ``reserved``, ``sealed`` (signing is under
way), ``signed`` (a completed set), ``registered`` (needs no client's hand), ``void`` (never
completed) or ``voided`` (signed, and made void since).
"""

from collections.abc import Iterable
from datetime import timedelta

from advisor_desk.domain.after_events import InterviewVoided
from advisor_desk.domain.assessment_events import (
    AnswersConfirmed,
    AssessmentOutdated,
    AssessmentRecord,
    HoldingsRecorded,
)
from advisor_desk.domain.client import (
    Client,
    ClientCorrected,
    ClientFileOpened,
    ClientId,
    ClientRecorded,
    OtherAssessmentEntered,
)
from advisor_desk.domain.codec import canonical_json
from advisor_desk.domain.duties import OVER_RISK_DOCUMENTS
from advisor_desk.domain.events import Event, Recorded, Upsert
from advisor_desk.domain.fold import SUBJECT
from advisor_desk.domain.import_events import ClientTakenBack, ColumnsMatched
from advisor_desk.domain.interview import Channel, EnteredBy
from advisor_desk.domain.interview_events import (
    Abandoned,
    FormFile,
    InterviewEnd,
    InterviewEvent,
    InterviewOpened,
    Paused,
    VoidSet,
)
from advisor_desk.domain.over_risk_events import OverRiskWarned
from advisor_desk.domain.paper_events import (
    InterviewClosed,
    RecordMade,
    ReviewOpened,
    SetSigned,
    SetVoided,
    SigningBegun,
)
from advisor_desk.domain.purchase_events import (
    ChoiceJudgedAgain,
    ChoiceOutdated,
    ChoiceRefusedLater,
    ProductChosen,
)
from advisor_desk.domain.referral_events import Referred

TAIL = 4


def project_book(recorded: Recorded) -> Iterable[Upsert]:
    """Return the rows an event of a client book sets."""
    event = recorded.event
    if isinstance(event, ClientRecorded | ClientCorrected):
        yield _client(_id_of(recorded), event.client, recorded.seq)
    elif isinstance(event, ClientFileOpened):
        yield _met(_id_of(recorded), recorded.seq)
    elif isinstance(event, OtherAssessmentEntered):
        yield _other_assessment(_id_of(recorded), event)
    elif isinstance(event, ClientTakenBack):
        yield _nobody(_id_of(recorded))
    elif isinstance(event, ColumnsMatched):
        columns = {"value": canonical_json(event.columns)}
        yield Upsert("setting", {"name": columns_of(event.of, event.header)}, columns)
    elif isinstance(event, InterviewEvent):
        yield from _interview(recorded, event)
        yield from _papers(_id_of(recorded), event)
        yield from _above_grade(recorded, event)
        yield from _voided(event)


LAST_VOIDED_SET = "last_voided_set"  # the number of the set made void last
ABOVE_GRADE = "above_grade:"  # an interview's row: how far a wish above the grade came, and when
BEGUN, SIGNED = "begun", "signed"
LAST_FINAL_FORMS = "last_final_forms"  # the row with the digests of the newest final forms


def last_serial_of(year: int) -> str:
    """Return the name of the row that holds the last serial of a year's form numbers."""
    return f"last_serial:{year}"


def columns_of(lists: str, header: str) -> str:
    """Return the name of the row that says which column of such files holds which field."""
    return f"columns:{lists}:{header}"


def _id_of(recorded: Recorded) -> str:
    return recorded.subject.partition(":")[2]


def _met(client: str, seq: int) -> Upsert:
    return Upsert("client", {"client": client}, {"last_met": seq})


def _client(client: str, record: Client, seq: int) -> Upsert:
    return Upsert(
        "client",
        {"client": client},
        {
            "name": record.name,
            "born": record.born.isoformat() if record.born else None,
            "document_tail": record.document.number[-TAIL:],
            "phone_tail": record.phone[-TAIL:],
            "last_met": seq,
        },
    )


def _nobody(client: ClientId) -> Upsert:
    """Return the row of a client taken back: its id is never given again, nobody finds it."""
    columns = ("name", "born", "document_tail", "phone_tail", "last_met")
    return Upsert("client", {"client": client}, dict.fromkeys(columns))


def _other_assessment(client: str, event: OtherAssessmentEntered) -> Upsert:
    return Upsert(
        "assessment",
        {"assessment": f"{client}/{event.number}"},
        {
            "client": client,
            "taken": event.taken.isoformat(),
            "state": "passed" if event.grade else "failed",
            "grade": event.grade.name if event.grade else None,
            "questionnaire": event.questionnaire,
            "channel": event.channel.value,
            "own_answers": 0,
        },
    )


def _interview(recorded: Recorded, event: InterviewEvent) -> Iterable[Upsert]:
    values: dict[str, str | int | None] = {}
    if isinstance(event, InterviewOpened):
        day = recorded.at.date().isoformat()
        values |= {"client": event.client, "adviser": event.adviser, "day": day}
        yield _met(event.client, recorded.seq)
    if event.leads_to is not None:
        values["state"] = event.leads_to.value
        values["next_contact"] = _next_contact(event)
        values["over_on"] = recorded.at.date().isoformat() if event.leads_to.is_over else None
    values |= _pays_back(recorded, event)
    if event.stage is not None:
        values["stage"] = event.stage.name
    if values:
        yield Upsert("interview", {"interview": recorded.subject.removeprefix(SUBJECT)}, values)


def _pays_back(recorded: Recorded, event: Event) -> dict[str, str | int | None]:
    """Return when money comes back: of what the client holds, and of what is bought."""
    if isinstance(event, HoldingsRecorded):
        ending = [(one.matures_on, one.name) for one in event.holdings if one.matures_on]
        held = sorted((day.isoformat(), name) for day, name in ending)
        return {
            "matures": "\n".join(f"{day} {name}" for day, name in held),
            "first_matures": held[0][0] if held else None,
            "last_matures": held[-1][0] if held else None,
        }
    if isinstance(event, ProductChosen) and not event.decision.is_refused:
        product = event.choice.product
        back = recorded.at.date() + timedelta(days=product.pays_back_days)
        # Daily money has no such day: it is there whenever the client wants it.
        matures = back.isoformat() if product.term_days else None
        return {"bought": product.name, "pays_back": matures}
    return {}


def _next_contact(event: InterviewEvent) -> str | None:
    match event:
        case InterviewClosed(next_contact=day) | Paused(next_date=day) if day is not None:
            return day.isoformat()
    return None


VOIDING = (
    Abandoned
    | AssessmentOutdated
    | ChoiceRefusedLater
    | ChoiceJudgedAgain
    | ChoiceOutdated
    | SetVoided
)


def _voided(event: Event) -> Iterable[Upsert]:
    if isinstance(event, VOIDING):
        yield from _void(event.voids)
    elif isinstance(event, InterviewVoided):
        yield from _forms_in(event.voids, "voided")
        yield Upsert("setting", {"name": LAST_VOIDED_SET}, {"value": event.voids.number})


def _above_grade(recorded: Recorded, event: InterviewEvent) -> Iterable[Upsert]:
    how = ""
    if isinstance(event, OverRiskWarned):
        how = BEGUN
    elif isinstance(event, SetSigned) and OVER_RISK_DOCUMENTS & set(event.decision.documents):
        how = SIGNED
    if how:
        value = f"{how}:{recorded.at.date().isoformat()}"
        yield Upsert("setting", {"name": ABOVE_GRADE + _id_of(recorded)}, {"value": value})


def _papers(interview: str, event: Event) -> Iterable[Upsert]:
    match event:
        case AnswersConfirmed():
            yield _assessment(interview, event.client, event.assessment)
        case ReviewOpened():
            yield from _void(event.voids)
            yield _serial(event.number)
            yield from _forms(interview, event.number, event.forms, "reserved")
        case SigningBegun():
            yield from _forms(interview, event.number, event.forms, "sealed")
        case SetSigned():
            yield from _forms(interview, event.number, event.forms, "signed")
            yield _newest(event.forms)
        case RecordMade():
            yield from _forms(interview, event.number, event.forms, "registered")
            yield _newest(event.forms)
        case InterviewEnd() | Referred():
            yield from _void(event.voids)
            yield _serial(event.number)
            yield from _forms(interview, event.number, event.forms, "registered")
            yield _newest(event.forms)


def _assessment(interview: str, client: str, made: AssessmentRecord) -> Upsert:
    return Upsert(
        "assessment",
        {"assessment": made.number},
        {
            "client": client,
            "interview": interview,
            "taken": made.taken.isoformat(),
            "state": "passed" if made.grade else "failed",
            "grade": made.grade.name if made.grade else None,
            "questionnaire": made.questionnaire,
            "channel": Channel.branch.value,
            "own_answers": int(_is_own(made)),
        },
    )


def _is_own(made: AssessmentRecord) -> bool:
    """Say whether the client entered every answer."""
    return all(answer.entered_by is EnteredBy.client for answer in made.answers.values())


def _newest(forms: Iterable[FormFile]) -> Upsert:
    digests = " ".join(form.sha256 for form in forms)
    return Upsert("setting", {"name": LAST_FINAL_FORMS}, {"value": digests})


def _serial(number: str) -> Upsert:
    _, year, _, serial = number.rsplit("-", 3)
    return Upsert("setting", {"name": last_serial_of(int(year))}, {"value": str(int(serial))})


def _forms(interview: str, number: str, forms: Iterable[FormFile], state: str) -> Iterable[Upsert]:
    for one in forms:
        values = {"interview": interview, "state": state, "sha256": one.sha256}
        yield Upsert("form", {"number": number, "form": one.form}, values)


def _void(voids: VoidSet | None) -> Iterable[Upsert]:
    if voids is not None:
        yield from _forms_in(voids, "void")


def _forms_in(voids: VoidSet, state: str) -> Iterable[Upsert]:
    for form in voids.forms:
        yield Upsert("form", {"number": voids.number, "form": form}, {"state": state})
