"""A signed sale, read from its events alone and held against the bank's rules.

Written a second time on purpose, from the tables of the rules and without a line of the program's
own steps, duties or packs: what those let through wrongly is named here. ``wrong_with`` looks at a
signed set, ``hidden_reasons`` at every answer of the packs.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from tests.services.rules_again import Question, age_on, reasons

from advisor_desk.domain import assessment_events as grades
from advisor_desk.domain import interview_events as acts
from advisor_desk.domain import over_risk_events as wishes
from advisor_desk.domain import paper_events as papers
from advisor_desk.domain import purchase_events as sales
from advisor_desk.domain import witness_events as witnesses
from advisor_desk.domain.events import Event, Recorded
from advisor_desk.domain.interview import Mark, OpenedBy, PartyRole
from advisor_desk.domain.needs import Pot
from advisor_desk.domain.people import Role, StaffMember

HIGH_ENOUGH = frozenset({Role.branch_retail_head, Role.branch_head, Role.head_office_retail})
CHOOSING = (
    *(sales.ProductChosen, sales.ChoiceDropped, sales.ChoiceRefusedLater),
    sales.ChoiceOutdated,
)
A_DAY, IN_A_YEAR = 2, 8


@dataclass(frozen=True)
class Case:
    """Who bought: the birth date, and the staff of the branch with the times of its changes."""

    born: date
    history: tuple[tuple[datetime, Mapping[str, StaffMember]], ...]

    def staff(self, at: datetime) -> Mapping[str, StaffMember]:
        """Return the staff as they stood at a time."""
        return next(staff for since, staff in reversed(self.history) if since <= at)


class Told:
    """The events before one of them, those taken back left out."""

    def __init__(self, events: tuple[Recorded, ...], at: int) -> None:
        gone = {one.event.seq for one in events[:at] if isinstance(one.event, acts.Undone)}
        self.before = [one for one in events[:at] if one.seq not in gone]
        self.now = events[at]

    @property
    def day(self) -> date:
        return self.now.at.date()

    def all(self, *kinds: type[Event]) -> list[Recorded]:
        return [one for one in self.before if isinstance(one.event, kinds)]

    def newest(self, *kinds: type[Event]) -> Recorded | None:
        found = self.all(*kinds)
        return found[-1] if found else None

    def since(self, mark: Recorded | None, *kinds: type[Event]) -> list[Recorded]:
        return [one for one in self.all(*kinds) if mark is None or one.seq > mark.seq]

    def visit(self, *kinds: type[Event]) -> list[Recorded]:
        return self.since(self.newest(acts.Resumed), *kinds)

    def assessment(self) -> grades.AssessmentRecord | None:
        ended = (grades.RetakeBegun, grades.AssessmentOutdated)
        found = self.newest(grades.AnswersConfirmed, grades.AssessmentKept, *ended)
        event = found.event if found else None
        kept = isinstance(event, grades.AnswersConfirmed | grades.AssessmentKept)
        return event.assessment if kept else None  # type: ignore[union-attr]

    def pots(self) -> dict[str, Pot]:
        pots: dict[str, Pot] = {}
        for one in self.all(acts.PotRecorded, acts.PotRemoved):
            if isinstance(one.event, acts.PotRecorded):
                pots[one.event.pot.name] = one.event.pot
            elif isinstance(one.event, acts.PotRemoved):
                pots.pop(one.event.name, None)
        return pots

    def guardian(self) -> acts.Party | None:
        """Return the guardian who is here in this visit and has not gone."""
        here: acts.Party | None = None
        for one in self.visit(acts.PartyIdentified, acts.PartyLeft):
            event = one.event
            if isinstance(event, acts.PartyIdentified) and event.party.role is PartyRole.guardian:
                here = event.party
            if isinstance(event, acts.PartyLeft) and event.role is PartyRole.guardian:
                here = None
        return here

    def asked_by_client(self, product: str) -> bool:
        shown = [one.event for one in self.all(sales.ProductOpened)]
        same = [one for one in shown if one.product == product]  # type: ignore[attr-defined]
        own = [one for one in same if one.how is not OpenedBy.shown_by_adviser]
        return bool(same) and same[0] in own and any(one.words for one in own)


def asked_at(told: Told, case: Case, choice: sales.Choice) -> Question:
    opened = told.before[0].event
    assert isinstance(opened, acts.InterviewOpened)
    certificate = case.staff(told.now.at)[opened.adviser].certificate
    return Question(
        age=age_on(case.born, told.day),
        on=told.day,
        certified=certificate is not None
        and certificate.valid_from <= told.day <= certificate.valid_until,
        assessment=told.assessment(),
        guardian=told.guardian(),
        product=choice.product,
        pot=told.pots()[choice.pot],
        client_asked=told.asked_by_client(choice.product.code),
    )


def hidden_reasons(events: tuple[Recorded, ...], case: Case) -> list[str]:
    """Return where the packs' recorded answer names other reasons than the rules have."""
    found = []
    for at, one in enumerate(events):
        event = one.event
        if not isinstance(event, sales.ProductChosen | sales.ChoiceRefusedLater):
            continue
        wanted = reasons(asked_at(Told(events, at), case, event.choice))
        said = {reason.code for reason in event.decision.reasons} - {"WITNESS_MISSING"}
        if said != wanted:
            found.append(f"{event.kind}: said {sorted(said)}, true {sorted(wanted)}")
    return found


def wrong_with(events: tuple[Recorded, ...], case: Case) -> list[str]:
    """Return what is wrong with the set an interview signed; empty: nothing, or none was."""
    found: list[str] = []
    for at, one in enumerate(events):
        if isinstance(one.event, papers.SigningBegun | papers.SetSigned):
            told = Told(events, at)
            found += _wrong_now(told, case, is_signed=isinstance(one.event, papers.SetSigned))
    return found


def _wrong_now(told: Told, case: Case, *, is_signed: bool) -> Iterator[str]:
    newest = told.newest(*CHOOSING, sales.ChoiceJudgedAgain)
    event = newest.event if newest else None
    if newest is None or not isinstance(event, sales.ProductChosen | sales.ChoiceJudgedAgain):
        yield "nothing is chosen"
        return
    chosen = told.newest(sales.ProductChosen)
    asked = asked_at(told, case, event.choice)
    yield from (f"refused: {code}" for code in sorted(reasons(asked)))
    yield from _assessed_rightly(told, asked)
    yield from _confirmed(told, newest)
    yield from _explained(told, event.choice)
    yield from _above(told, asked, chosen)
    yield from _witnessed(told, case, asked, chosen)
    yield from _guarded(told, asked)
    yield from _of_one_day(told)
    if is_signed:
        yield from _marked(told, asked)


def _assessed_rightly(told: Told, asked: Question) -> Iterator[str]:
    record = asked.assessment
    if record is None:
        return
    made = [one.event for one in told.all(grades.AnswersConfirmed)]
    here = [one for one in made if one.assessment == record]  # type: ignore[attr-defined]
    agreed = told.newest(grades.ResultAccepted, grades.ResultDiscussed)
    accepted = agreed.event if agreed else None
    if not isinstance(accepted, grades.ResultAccepted) or accepted.assessment != record.number:
        yield "the grade is not the client's agreed one"
    if here and (record.count_today > A_DAY or record.count_12_months > IN_A_YEAR):
        yield "assessed too often"
    if here and record.count_today > 1 and not record.repeat_reason:
        yield "assessed again without a reason"


def _confirmed(told: Told, newest: Recorded) -> Iterator[str]:
    if not told.since(newest, sales.ChoiceConfirmed):
        yield "the client did not confirm the choice"
    opening = told.visit(acts.OpeningConfirmed)
    if not opening or opening[-1].event.decision.is_refused:  # type: ignore[attr-defined]
        yield "nobody confirmed who is here"


def _explained(told: Told, choice: sales.Choice) -> Iterator[str]:
    shown = told.newest(sales.PresentationOpened)
    if shown is None or not isinstance(shown.event, sales.PresentationOpened):
        yield "nothing was presented"
        return
    explained = {one.event.element for one in told.since(shown, sales.ElementExplained)}  # type: ignore[attr-defined]
    right = {
        one.event.question: one.event.was_right  # type: ignore[attr-defined]
        for one in told.since(shown, sales.SaidBack)
    }
    chosen = [one for one in told.all(sales.ProductChosen) if one.seq < shown.seq]
    if not chosen or chosen[-1].event.choice.product != choice.product:  # type: ignore[attr-defined]
        yield "another product was presented"
    if set(shown.event.presented.elements) - explained:
        yield "not every element was explained"
    if not all(right.get(one) for one in shown.event.presented.questions):
        yield "not everything was said back"


def _above(told: Told, asked: Question, chosen: Recorded | None) -> Iterator[str]:
    risky_fund = asked.is_fund and asked.risk == 5
    if risky_fund and not _since_both(told, chosen, wishes.SpecialAttentionGiven):
        yield "the high risk was not said apart"
    if not asked.is_above:
        return
    if not _since_both(told, chosen, wishes.OverRiskWarned):
        yield "not warned that it exceeds the grade"
    declined = {
        one.event.alternative.product: one.event.alternative.risk.value  # type: ignore[attr-defined]
        for one in told.since(chosen, wishes.AlternativeDeclined)
    }
    fitting = [code for code, risk in declined.items() if risk <= (asked.grade or 0)]
    if len(fitting) < 2:
        yield "fewer than two fitting products were offered"
    if not _since_both(told, chosen, wishes.DeclarationMade):
        yield "the client did not insist"


def _since_both(told: Told, chosen: Recorded | None, *kinds: type[Event]) -> list[Recorded]:
    """Return acts after the choice and within this visit."""
    this_visit = told.visit(*kinds)
    return [one for one in this_visit if chosen is None or one.seq > chosen.seq]


def needs_witness(asked: Question) -> bool:
    elder = asked.age >= 65 and asked.risk == 3 and not asked.is_above
    return elder or (asked.is_above and 18 <= asked.age < 65)


def _witnessed(told: Told, case: Case, asked: Question, chosen: Recorded | None) -> Iterator[str]:
    if not needs_witness(asked):
        return
    came = _since_both(told, chosen, witnesses.WitnessCame)
    event = came[-1].event if came else None
    if not isinstance(event, witnesses.WitnessCame):
        yield "no witness"
        return
    person = case.staff(told.now.at)[event.staff_no]
    opened = told.before[0].event
    assert isinstance(opened, acts.InterviewOpened)
    guardian = asked.guardian
    if person.role not in HIGH_ENOUGH or not person.enabled:
        yield "the witness's rank is too low"
    if not _is_within_term(person, told.day):
        yield "the witness's term is over"
    if event.staff_no == opened.adviser:
        yield "the adviser is the witness"
    if guardian is not None and guardian.name == event.name:
        yield "the guardian is the witness"
    yield from _heard(told, chosen, event)


def _is_within_term(person: StaffMember, day: date) -> bool:
    first, last = getattr(person, "serves_from", None), getattr(person, "serves_until", None)
    return (first is None or first <= day) and (last is None or day <= last)


def _heard(told: Told, chosen: Recorded | None, came: witnesses.WitnessCame) -> Iterator[str]:
    own = [
        one
        for one in _since_both(told, chosen, witnesses.WitnessEvent)
        if one.actor == came.staff_no
    ]
    asked = {one.event.question for one in own if isinstance(one.event, witnesses.WitnessAsked)}
    said = _since_both(told, chosen, witnesses.ClientDecided)
    decided = [one.event for one in own if isinstance(one.event, witnesses.WitnessDecided)]
    for holds, wrong in (
        (any(isinstance(one.event, witnesses.RecapHeard) for one in own), "no recap was heard"),
        (
            any(isinstance(one.event, witnesses.SecondWarningGiven) for one in own),
            "no second warning",
        ),
        (set(came.questions) <= asked, "the witness did not ask everything"),
        (bool(said) and said[-1].event.goes_on, "the client did not go on"),  # type: ignore[attr-defined]
        (bool(decided) and decided[-1].proceeds, "the witness did not agree"),
    ):
        if not holds:
            yield wrong


def _guarded(told: Told, asked: Question) -> Iterator[str]:
    if asked.age >= 18:
        return
    made = told.newest(grades.AnswersConfirmed)
    is_own = made is not None and made.event.assessment == asked.assessment  # type: ignore[attr-defined]
    if is_own and not told.since(made, grades.GuidanceConfirmed):
        yield "the answers were given without guidance"


def _of_one_day(told: Told) -> Iterator[str]:
    """Who came on a day signs on that day: tomorrow it is asked again who is here."""
    came = told.newest(acts.InterviewOpened, acts.Resumed)
    sealed, signed = told.now, []
    if isinstance(told.now.event, papers.SetSigned):
        sealed = told.newest(papers.SigningBegun) or told.now
        signed = told.since(sealed, papers.MarkSeen, papers.InkGiven)
    if came is None or came.at.date() != sealed.at.date():
        yield "sealed on another day than everybody came"
    if any(one.at.date() != sealed.at.date() for one in signed):
        yield "signed on another day than sealed"


def _marked(told: Told, asked: Question) -> Iterator[str]:
    begun = told.newest(papers.SigningBegun)
    made = {
        one.event.mark  # type: ignore[attr-defined]
        for one in told.since(begun, papers.MarkSeen, papers.InkGiven)
    }
    wanted = {
        Mark.grade_written: True,
        Mark.statement_copied: True,
        Mark.client_signature: True,
        Mark.adviser_signature: True,
        Mark.guardian_signature: asked.age < 18,
        Mark.declaration_signature: asked.is_above,
        Mark.witness_signature: needs_witness(asked),
    }
    missing = [mark.name for mark, is_wanted in wanted.items() if is_wanted and mark not in made]
    yield from (f"missing mark: {name}" for name in missing)
