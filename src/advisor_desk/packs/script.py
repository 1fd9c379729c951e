"""An interview script: a written interview with its day, its people and its steps, in order.

It is read whole before anything is done: what is wrong with its writing never leaves a trace in a
home. The format is described in ``docs/interview-script.md``.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from advisor_desk.domain.people import Certificate, Role, StaffMember
from advisor_desk.domain.trouble import BadData, Mistake
from advisor_desk.packs import script_acts as acts
from advisor_desk.packs import script_refer_acts as refer_acts
from advisor_desk.packs import script_sale_acts as sale_acts
from advisor_desk.packs.reading import (
    Place,
    Strict,
    json_line,
    place_text,
    read_bytes,
    read_json,
)
from advisor_desk.packs.script_acts import ClientRow, TimeOfDay

SCHEMA = "advisor-desk/interview-script/1"
SECONDS_A_STEP = 20

Step = Annotated[
    acts.ReceiveClient
    | acts.OpenInterview
    | acts.EnterOtherAssessment
    | acts.IdentifyParty
    | acts.DismissParty
    | acts.UnderstandDataNotice
    | acts.StateRecording
    | acts.ConfirmOpening
    | acts.RecordNeeds
    | acts.RecordPot
    | acts.RemovePot
    | acts.ConfirmNeeds
    | acts.GiveOwnEstimate
    | acts.GiveAnswer
    | acts.ConfirmAnswers
    | acts.ConfirmGuidance
    | acts.KeepAssessment
    | acts.BeginRetake
    | acts.DiscussResult
    | acts.AcceptResult
    | acts.RecordHoldings
    | acts.MakeSuggestion
    | acts.KeepPortfolio
    | sale_acts.OpenProduct
    | sale_acts.ChooseProduct
    | sale_acts.ConfirmChoice
    | sale_acts.DropChoice
    | sale_acts.WarnOverRisk
    | sale_acts.DeclineAlternative
    | sale_acts.Declare
    | sale_acts.OpenPresentation
    | sale_acts.ExplainElement
    | sale_acts.SayBack
    | sale_acts.GiveSpecialAttention
    | sale_acts.WitnessComes
    | sale_acts.HearRecap
    | sale_acts.GiveSecondWarning
    | sale_acts.WitnessHears
    | sale_acts.ClientDecides
    | sale_acts.WitnessDecides
    | sale_acts.OpenReview
    | sale_acts.ConfirmReview
    | sale_acts.BeginSigning
    | sale_acts.PrintForms
    | sale_acts.SeeMark
    | sale_acts.GiveInk
    | sale_acts.SignSet
    | sale_acts.HandOver
    | sale_acts.MakeRecord
    | sale_acts.CloseInterview
    | sale_acts.EndWithoutSale
    | sale_acts.StopByRule
    | refer_acts.HandOutMaterial
    | refer_acts.PassOnFacts
    | refer_acts.TryStep
    | refer_acts.ConsentToReferral
    | refer_acts.AgreeMeeting
    | refer_acts.Refer
    | sale_acts.AbandonInterview
    | sale_acts.PauseInterview
    | sale_acts.WaitForWitness
    | sale_acts.ResumeInterview
    | sale_acts.AddAddendum
    | sale_acts.VoidInterview
    | sale_acts.VoidCeremony
    | sale_acts.TakeNote
    | sale_acts.Undo,
    Field(discriminator="act"),
]


def _not_empty(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    if not steps:
        raise ValueError("at least one step")
    return steps


class CertificateRow(Strict):
    """A wealth qualification certificate; both days included."""

    number: str
    valid_from: date
    valid_until: date

    @model_validator(mode="after")
    def _days_in_order(self) -> Self:
        if self.valid_until < self.valid_from:
            raise ValueError("valid_until not before valid_from")
        return self

    def held(self) -> Certificate:
        """Return it as the branch knows certificates."""
        return Certificate(self.valid_from, self.valid_until, self.number)


class PersonRow(Strict):
    """A member of staff taking part."""

    staff_no: Annotated[str, Field(min_length=1, max_length=20)]
    name: Annotated[str, Field(min_length=1)]
    role: Role
    post: Annotated[str, Field(min_length=1)]
    certificate: CertificateRow | None = None

    def member(self) -> StaffMember:
        """Return the person as the branch knows staff."""
        certificate = self.certificate.held() if self.certificate else None
        return StaffMember(self.staff_no, self.name, self.role, self.post, certificate)


class ScriptFile(Strict):
    """The whole file. ``about`` says in words what it shows, and that its people are invented."""

    schema_name: Annotated[Literal["advisor-desk/interview-script/1"], Field(alias="schema")]
    about: str
    day: date
    starts_at: TimeOfDay = "09:00"
    adviser: str
    people: tuple[PersonRow, ...]
    client: ClientRow
    steps: Annotated[tuple[Step, ...], AfterValidator(_not_empty)]

    @model_validator(mode="after")
    def _names_its_people(self) -> Self:
        numbers = [one.staff_no for one in self.people]
        if len(set(numbers)) != len(numbers):
            raise ValueError("each person of people once")
        if self.adviser not in numbers:
            raise ValueError("an adviser who stands among people")
        return self


@dataclass(frozen=True, slots=True)
class Script:
    """A script with the times of its steps worked out. ``sha256`` is of the file's bytes."""

    path: Path
    text: str
    sha256: str
    file: ScriptFile
    times: tuple[datetime, ...]

    @property
    def adviser(self) -> StaffMember:
        """Return the person who leads the interview."""
        rows = {one.staff_no: one for one in self.file.people}
        return rows[self.file.adviser].member()

    @property
    def people(self) -> tuple[StaffMember, ...]:
        """Return everybody of the staff who takes part."""
        return tuple(one.member() for one in self.file.people)

    def line(self, step: int) -> int:
        """Return the line (from 1) on which a step (from 0) starts."""
        return json_line(self.text, ("steps", step))


def read_script(path: Path) -> Script:
    """Return a script, its steps' times without a zone: the branch's own.

    Raises:
        BadData: every mistake in its writing, with its line.
        Unavailable: ``FILE_UNREADABLE``.
    """
    content = read_bytes(path, may_be_pipe=True)
    file = read_json(content, ScriptFile, str(path))
    text = content.decode("utf-8")
    times = _times(file, str(path), text)
    return Script(path, text, hashlib.sha256(content).hexdigest(), file, times)


def _times(file: ScriptFile, name: str, text: str) -> tuple[datetime, ...]:
    latest = datetime.combine(file.day, time.fromisoformat(file.starts_at))
    times: list[datetime] = []
    for number, step in enumerate(file.steps):
        day = step.day or latest.date()
        if step.at:
            wanted = datetime.combine(day, time.fromisoformat(step.at))
        else:
            wanted = _later_by_itself(latest, day, first=not times)
        if wanted < latest:
            place: Place = ("steps", number, "at" if step.at else "day")
            line = json_line(text, place)
            found = Mistake(
                "SCRIPT_TIME_BACKWARDS",
                file=name,
                line=line,
                place=place_text(place),
                before=latest.isoformat(" "),
            )
            raise BadData((found,))
        latest = wanted
        times.append(latest)
    return tuple(times)


def _later_by_itself(latest: datetime, day: date, *, first: bool) -> datetime:
    if day > latest.date():
        return datetime.combine(day, time(9))
    if day < latest.date():
        return datetime.combine(day, latest.time())
    return latest if first else latest + timedelta(seconds=SECONDS_A_STEP)
