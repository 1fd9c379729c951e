"""Every text field of the services: how it is given, and where it is read back.

A row's name is ``Service.method.parameter``, with the field of a dataclass after it, as
``introspection`` in the test finds them. ``PICKS`` choose something that exists; nothing typed
there is kept.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import lru_cache
from itertools import count
from typing import Any

from tests.services.branch import ADVISER, POT, RECORD, TODAY, Walk, details_of

from advisor_desk.domain.assessment_events import Holding
from advisor_desk.domain.client import DocumentKind, IdentityDocument, OtherAssessmentEntered
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import (
    Channel,
    Confirmer,
    EnteredBy,
    OpenedBy,
    PartyRole,
    Reaction,
    SigningWay,
)
from advisor_desk.domain.interview_events import InterviewRecord, PaperCopy, Party
from advisor_desk.domain.languages import Language
from advisor_desk.domain.money import Money
from advisor_desk.domain.needs import Block, Known, NeedsAnswer
from advisor_desk.domain.product import Purpose
from advisor_desk.services.interview_files import InterviewFiles
from advisor_desk.services.opening import Visit
from advisor_desk.services.staff import StaffRegister
from advisor_desk.services.station import Station

Give = Callable[[Walk, str], object]
Event = Any
UNIQUE = count(1)


@dataclass(frozen=True)
class InInterview:
    """Kept in an interview's facts; ``field`` is what a refusal names."""

    stage: str
    field: str
    give: Give
    read: Callable[[Facts], object]
    after: Callable[[Walk], object] = lambda _: None
    spelled: Callable[[str], str] = str


@dataclass(frozen=True)
class InEvent:
    """Kept in the newest event of the branch's records or of the book."""

    field: str
    give: Give
    read: Callable[[Event], object]
    of_branch: bool = False
    first: Callable[[Walk], object] = lambda _: None
    stage: str = "begin"
    spelled: Callable[[str], str] = str


def party(role: PartyRole = PartyRole.companion, **given: Any) -> Party:
    return Party(**({"role": role, "name": "同伴（虛構）", "document": None} | given))


def pot(walk: Walk, **given: Any) -> None:
    usual = {"amount": Money(100), "purpose": Purpose.ordinary, "needed_by": None}
    walk.do.needs.record_pot(walk.interview, **({"name": POT, "source": "存款"} | usual | given))


def passport() -> tuple[DocumentKind, str]:
    return DocumentKind.passport, f"E{next(UNIQUE):08d}"


def new_client(walk: Walk, **given: Any) -> str:
    kind, number = passport()
    usual = replace(details_of(walk.born), document_kind=kind, document_number=number)
    return walk.do.clients.record(replace(usual, **given))


def corrected(walk: Walk, reason: str = "誤", **given: Any) -> None:
    details = replace(details_of(walk.born, walk.order), **given)
    walk.do.clients.correct(walk.client, details, reason)


def other(walk: Walk, **given: Any) -> None:
    usual = OtherAssessmentEntered(
        f"P-{next(UNIQUE)}", date(2026, 1, 5), Channel.phone, "q", RiskTolerance.A3, "paper"
    )
    walk.do.clients.enter_other_assessment(walk.client, replace(usual, **given))


def answer(walk: Walk, words: str | None, reason: str | None) -> None:
    known = Known.refused if reason is not None else Known.answered
    given = NeedsAnswer("investment_goals", known, words=words, reason=reason)
    walk.do.needs.record_needs(walk.interview, Block.goals, (given,))


def goals(facts: Facts) -> NeedsAnswer:
    return facts.needs[Block.goals][0]


def said_back(walk: Walk, words: str) -> None:
    presented = walk.facts.presentation
    assert presented
    question = presented.presented.questions[0]
    walk.do.presentations.say_back(walk.interview, question, was_right=True, words=words)


def reopened(walk: Walk) -> None:
    visit = Visit("再談", Language.zh_TW, SigningWay.paper)
    walk.interview = walk.do.opening.open_interview(walk.client, visit)


def opened_for(walk: Walk, purpose: str) -> None:
    visit = Visit(purpose, Language.zh_TW, SigningWay.paper)
    walk.interview = walk.do.opening.open_interview(walk.client, visit)


def answered(walk: Walk, reason: str) -> None:
    walk.do.assessments.give_answer(
        walk.interview, "income", "A", entered_by=EnteredBy.adviser_reading, reason=reason
    )


def files(walk: Walk) -> InterviewFiles:
    return InterviewFiles(walk.at.desk, of_everybody=False)


def export(walk: Walk, reason: str) -> None:
    files(walk).export(walk.interview, walk.at.home.parent, reason)


@lru_cache(maxsize=1)
def _register_at(station: Station) -> StaffRegister:
    return StaffRegister(station.training_desk())


def register(walk: Walk) -> StaffRegister:
    """Return the register at the administrator's desk, seated once."""
    return _register_at(walk.at.station)


def with_number(number: str) -> Any:
    certificate = ADVISER.certificate
    assert certificate
    return replace(certificate, number=number)


def _client_rows(name: str, give: Callable[..., object]) -> dict[str, InEvent]:
    return {
        f"{name}.details.name": InEvent(
            "name", lambda w, t: give(w, name=t), lambda e: e.client.name
        ),
        f"{name}.details.phone": InEvent(
            "phone", lambda w, t: give(w, phone=t), lambda e: e.client.phone
        ),
        f"{name}.details.account_tail": InEvent(
            "account_tail", lambda w, t: give(w, account_tail=t), lambda e: e.client.account_tail
        ),
        f"{name}.details.document_number": InEvent(
            "document",
            lambda w, t: give(w, document_kind=DocumentKind.passport, document_number=t),
            lambda e: e.client.document.number,
            spelled=str.upper,
        ),
    }


IN_EVENTS: Mapping[str, InEvent] = {
    **_client_rows("Clients.record", new_client),
    **_client_rows("Clients.correct", corrected),
    "Clients.correct.reason": InEvent("reason", corrected, lambda e: e.reason),
    "Clients.open_file.why": InEvent(
        "why", lambda w, t: w.do.clients.open_file(w.client, t), lambda e: e.why
    ),
    "Clients.enter_other_assessment.entered.number": InEvent(
        "number", lambda w, t: other(w, number=t), lambda e: e.number
    ),
    "Clients.enter_other_assessment.entered.questionnaire": InEvent(
        "questionnaire", lambda w, t: other(w, questionnaire=t), lambda e: e.questionnaire
    ),
    "Clients.enter_other_assessment.entered.paper_seen": InEvent(
        "paper_seen", lambda w, t: other(w, paper_seen=t), lambda e: e.paper_seen
    ),
    "Clients.enter_other_assessment.entered.reason": InEvent(
        "reason", lambda w, t: other(w, reason=t), lambda e: e.reason
    ),
    "Interviews.look_up.why": InEvent(
        "why", lambda w, t: w.do.look_up(w.interview, t), lambda e: e.why
    ),
    "InterviewFiles.show.why": InEvent(
        "why", lambda w, t: files(w).show(w.interview, t), lambda e: e.why
    ),
    "InterviewFiles.export.reason": InEvent("reason", export, lambda e: e.reason, stage="finished"),
    "Flow.note.words": InEvent(
        "words", lambda w, t: w.do.flow.note(w.interview, t), lambda e: e.words
    ),
    "Flow.abandon.reason": InEvent(
        "reason",
        lambda w, t: (w.do.flow.abandon(w.interview, t), reopened(w)),
        lambda e: e.reason,
    ),
    "Signing.void_set.reason": InEvent(
        "reason",
        lambda w, t: (
            w.do.signing.void_set(w.interview, t),
            w.do.reviews.open_review(w.interview),
            [w.do.reviews.confirm_review(w.interview, by) for by in Confirmer],
            w.do.signing.begin_signing(w.interview),
        ),
        lambda e: e.reason,
        stage="begin_signing",
    ),
    "Assessments.discuss_result.words": InEvent(
        "words",
        lambda w, t: w.do.assessments.discuss_result(w.interview, t),
        lambda e: e.words,
        stage="questionnaire",
    ),
    "Portfolio.keep_portfolio.reason": InEvent(
        "reason",
        lambda w, t: w.do.portfolio.keep_portfolio(w.interview, t),
        lambda e: e.reason,
        stage="portfolio",
    ),
    "Purchases.open_product.words": InEvent(
        "words",
        lambda w, t: w.do.purchases.open_product(
            w.interview, w.product, OpenedBy.picked_by_client, t
        ),
        lambda e: e.words,
        stage="portfolio",
    ),
    "Presentations.say_back.words": InEvent(
        "words", said_back, lambda e: e.words, stage="presentation"
    ),
    "Presentations.put_off_element.reason": InEvent(
        "reason",
        lambda w, t: w.do.presentations.put_off_element(w.interview, "fees", t),
        lambda e: e.reason,
        stage="products",
        first=lambda w: w.do.presentations.open_presentation(w.interview),
    ),
    "Portfolio.make_suggestion.words": InEvent(
        "words",
        lambda w, t: w.do.portfolio.make_suggestion(w.interview, t, Reaction.accepted),
        lambda e: e.words,
        stage="portfolio",
    ),
    "Flow.pause.reason": InEvent(
        "reason",
        lambda w, t: (w.do.flow.pause(w.interview, t), w.do.flow.resume(w.interview)),
        lambda e: e.reason,
    ),
    "Needs.record_pot.name": InEvent(
        "name", lambda w, t: pot(w, name=t), lambda e: e.pot.name, stage="opening"
    ),
    "Desk.enrol_for_training.member.staff_no": InEvent(
        "staff number",
        lambda w, t: w.at.desk.enrol_for_training(replace(ADVISER, staff_no=t)),
        lambda e: e.staff_no,
        of_branch=True,
    ),
    "Printing.print_forms.to": InEvent(
        "to",
        lambda w, t: w.do.printing.print_forms(w.interview, t),
        lambda e: e.to,
        stage="begin_signing",
    ),
    "Desk.enrol_for_training.member.name": InEvent(
        "name",
        lambda w, t: w.at.desk.enrol_for_training(replace(ADVISER, name=t)),
        lambda e: e.name,
        of_branch=True,
    ),
    "Desk.enrol_for_training.member.post": InEvent(
        "post",
        lambda w, t: w.at.desk.enrol_for_training(replace(ADVISER, post=t)),
        lambda e: e.post,
        of_branch=True,
    ),
    "Desk.enrol_for_training.member.certificate.number": InEvent(
        "certificate number",
        lambda w, t: w.at.desk.enrol_for_training(replace(ADVISER, certificate=with_number(t))),
        lambda e: e.certificate.number,
        of_branch=True,
    ),
    "StaffRegister.set_certificate.certificate.number": InEvent(
        "certificate number",
        lambda w, t: register(w).set_certificate(ADVISER.staff_no, with_number(t)),
        lambda e: e.certificate.number,
        of_branch=True,
    ),
}

IN_INTERVIEWS: Mapping[str, InInterview] = {
    "Opening.open_interview.visit.purpose": InInterview(
        "begin", "purpose", opened_for, lambda f: f.visit_purpose
    ),
    "Opening.identify_party.party.name": InInterview(
        "begin",
        "name",
        lambda w, t: w.do.opening.identify_party(w.interview, party(name=t)),
        lambda f: f.parties[PartyRole.companion].name,
    ),
    "Opening.identify_party.party.proof_number": InInterview(
        "begin",
        "proof_number",
        lambda w, t: w.do.opening.identify_party(w.interview, party(proof_number=t)),
        lambda f: f.parties[PartyRole.companion].proof_number,
    ),
    "Opening.identify_party.party.copy.folder": InInterview(
        "begin",
        "copy_folder",
        lambda w, t: w.do.opening.identify_party(w.interview, party(copy=PaperCopy(folder=t))),
        lambda f: copy.folder if (copy := f.parties[PartyRole.companion].copy) else "",
    ),
    "Opening.identify_party.party.relation": InInterview(
        "begin",
        "relation",
        lambda w, t: w.do.opening.identify_party(w.interview, party(relation=t)),
        lambda f: f.parties[PartyRole.companion].relation,
    ),
    "Opening.identify_party.party.document.number": InInterview(
        "begin",
        "document",
        lambda w, t: w.do.opening.identify_party(
            w.interview, party(document=IdentityDocument(DocumentKind.passport, t))
        ),
        lambda f: f.parties[PartyRole.companion].document.number,  # type: ignore[union-attr]
        spelled=str.upper,
    ),
    "Opening.state_recording.number": InInterview(
        "begin",
        "number",
        lambda w, t: w.do.opening.state_recording(w.interview, number=t),
        lambda f: f.recording.number,  # type: ignore[union-attr]
    ),
    "Opening.state_recording.reason_none": InInterview(
        "begin",
        "reason_none",
        lambda w, t: w.do.opening.state_recording(w.interview, reason_none=t),
        lambda f: f.recording.reason_none,  # type: ignore[union-attr]
    ),
    "Flow.keep_draft.name": InInterview(
        "begin",
        "name",
        lambda w, t: w.do.flow.keep_draft(w.interview, t, f"draft {next(UNIQUE)}"),
        lambda f: list(f.drafts)[-1],
    ),
    "Flow.keep_draft.text": InInterview(
        "begin",
        "advice",
        lambda w, t: w.do.flow.keep_draft(w.interview, "advice", t),
        lambda f: f.drafts.get("advice", ""),
    ),
    "Needs.record_needs.answers.words": InInterview(
        "opening", "investment_goals", lambda w, t: answer(w, t, None), lambda f: goals(f).words
    ),
    "Needs.record_needs.answers.reason": InInterview(
        "opening", "investment_goals", lambda w, t: answer(w, None, t), lambda f: goals(f).reason
    ),
    "Needs.record_pot.source": InInterview(
        "opening", "source", lambda w, t: pot(w, source=t), lambda f: f.pots[POT].source
    ),
    "Assessments.give_answer.reason": InInterview(
        "needs", "reason", answered, lambda f: f.answers["income"].reason
    ),
    "Assessments.begin_retake.reason": InInterview(
        "questionnaire",
        "reason",
        lambda w, t: w.do.assessments.begin_retake(w.interview, t),
        lambda f: f.retake_reason,
        after=lambda w: w.do.flow.undo(w.interview),
    ),
    "Portfolio.record_holdings.holdings.name": InInterview(
        "result",
        "name",
        lambda w, t: w.do.portfolio.record_holdings(
            w.interview, (Holding(t, Money(1), None, TODAY.date()),)
        ),
        lambda f: (f.holdings or ())[0].name,
    ),
}
RECORD_FIELDS = tuple(one.name for one in fields(InterviewRecord))


def record_of(words: str, *names: str) -> InterviewRecord:
    return replace(RECORD, **dict.fromkeys(names or RECORD_FIELDS, words))
