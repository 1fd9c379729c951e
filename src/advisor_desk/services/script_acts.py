"""From the acts of a script to the services: one act of the file, one method of a service.

These are the services the screens use. Nothing is decided here and nothing is repeated: whether
an act is possible now is asked where it is done.
"""

from collections.abc import Callable, Mapping
from typing import Any

from advisor_desk.domain.assessment_events import Change, Holding
from advisor_desk.domain.client import ClientId, IdentityDocument, OtherAssessmentEntered
from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.domain.interview import InterviewId, Mark, Stage
from advisor_desk.domain.interview_events import InterviewRecord, PaperCopy, Party
from advisor_desk.domain.languages import Language
from advisor_desk.domain.money import Money
from advisor_desk.domain.needs import NeedsAnswer, told_amount
from advisor_desk.domain.paper_events import InkStrokes
from advisor_desk.domain.people import StaffNo
from advisor_desk.domain.product import AssetClass
from advisor_desk.packs import script_acts as acts
from advisor_desk.packs import script_refer_acts as refer_acts
from advisor_desk.packs import script_sale_acts as sale_acts
from advisor_desk.packs.typed_days import moment_as_typed
from advisor_desk.services.clients import ClientDetails
from advisor_desk.services.interviews import Interviews
from advisor_desk.services.opening import Visit
from advisor_desk.store.keys import PUBLISHED_PASSWORD


def receive_client(desk: Interviews, client: acts.ClientRow) -> ClientId:
    """Record the script's client as a new one; return the id."""
    details = ClientDetails(
        client.name,
        client.document.kind,
        client.document.number,
        client.born,
        client.phone,
        client.account_tail,
        client.language,
    )
    return desk.clients.record(details, for_rehearsal=True)


def enter_other_assessment(
    desk: Interviews, client: ClientId, act: acts.EnterOtherAssessment
) -> None:
    """Enter an assessment of another channel."""
    grade = RiskTolerance[act.grade] if act.grade else None
    entered = OtherAssessmentEntered(
        act.number, act.taken, act.channel, act.questionnaire, grade, act.paper_seen, act.reason
    )
    desk.clients.enter_other_assessment(client, entered)


def open_interview(
    desk: Interviews, client: ClientId, language: Language, act: acts.OpenInterview
) -> InterviewId:
    """Open the interview; return its id."""
    visit = Visit(act.purpose, act.language or language, act.signing, act.channel)
    return desk.opening.open_interview(client, visit)


def do(desk: Interviews, interview: InterviewId, act: acts.StepRow) -> object:
    """Do an act of an open interview; return what the service returns."""
    return _ACTS[type(act)](desk, interview, act)


def _party(act: acts.IdentifyParty) -> Party:
    paper = act.document
    document = IdentityDocument(paper.kind, paper.number) if paper else None
    copy = PaperCopy(folder=act.copy_folder) if act.copy_folder else None
    return Party(act.role, act.name, document, act.relation, act.proof, act.proof_number, copy)


def _needs_answer(row: acts.NeedsAnswerRow) -> NeedsAnswer:
    amount = told_amount(row.amount) if row.amount else None
    return NeedsAnswer(row.item, row.known, amount, row.words, row.reason)


def _holding(row: acts.HoldingRow) -> Holding:
    risk = ProductRisk[row.risk] if row.risk else None
    unsaid = AssetClass.other if risk else AssetClass.deposit
    return Holding(
        row.name,
        Money.parse(row.amount, row.currency),
        risk,
        row.as_of,
        row.asset_class or unsaid,
        row.product,
        row.matures_on,
    )


def _change(row: acts.ChangeRow | None) -> Change | None:
    if row is None:
        return None
    return Change(Money.parse(row.amount), row.taken_from, row.into, row.product)


def _ink(row: sale_acts.InkRow) -> InkStrokes:
    return InkStrokes(
        row.box,
        tuple(tuple(number for point in stroke for number in point) for stroke in row.strokes),
    )


def _see_mark(desk: Interviews, interview: InterviewId, mark: Mark) -> None:
    """Let a mark be seen; the witness's by the witness, who has the published password."""
    if mark is not Mark.witness_signature:
        desk.signing.see_mark(interview, mark)
        return
    desk.signing.see_witness_mark(interview, _witness(desk, interview), PUBLISHED_PASSWORD)


def _give_ink(
    desk: Interviews, interview: InterviewId, mark: Mark, ink: tuple[InkStrokes, ...]
) -> None:
    if mark is not Mark.witness_signature:
        desk.signing.give_ink(interview, mark, ink)
        return
    witness = _witness(desk, interview)
    desk.signing.give_witness_ink(interview, witness, PUBLISHED_PASSWORD, ink)


def _witness(desk: Interviews, interview: InterviewId) -> StaffNo:
    witness = desk.facts(interview).witness
    return witness.staff_no if witness else ""


def _record(row: sale_acts.RecordRow) -> InterviewRecord:
    return InterviewRecord(**row.model_dump())


def _pot(desk: Interviews, interview: InterviewId, act: acts.RecordPot) -> None:
    desk.needs.record_pot(
        interview,
        name=act.name,
        amount=Money.parse(act.amount),
        purpose=act.purpose,
        source=act.source,
        needed_by=act.needed_by,
    )


Do = Callable[[Interviews, InterviewId, Any], object]


def _explain(desk: Interviews, interview: InterviewId, act: sale_acts.ExplainElement) -> None:
    """Show the page of an element, and take that the client read it."""
    desk.presentations.show_element(interview, act.element)
    desk.presentations.explain_element(interview, act.element)


_BEFORE_THE_SALE: Mapping[type[acts.StepRow], Do] = {
    acts.IdentifyParty: lambda desk, i, act: desk.opening.identify_party(i, _party(act)),
    acts.DismissParty: lambda desk, i, act: desk.opening.dismiss_party(
        i, act.role, act.pages_returned
    ),
    acts.UnderstandDataNotice: lambda desk, i, _: desk.opening.understand_data_notice(i),
    acts.StateRecording: lambda desk, i, act: desk.opening.state_recording(
        i, number=act.number, reason_none=act.reason_none
    ),
    acts.ConfirmOpening: lambda desk, i, _: desk.opening.confirm_opening(i),
    acts.RecordNeeds: lambda desk, i, act: desk.needs.record_needs(
        i, act.block, tuple(_needs_answer(row) for row in act.answers)
    ),
    acts.RecordPot: _pot,
    acts.RemovePot: lambda desk, i, act: desk.needs.remove_pot(i, act.name),
    acts.ConfirmNeeds: lambda desk, i, _: desk.needs.confirm_needs(i),
    acts.GiveOwnEstimate: lambda desk, i, act: desk.assessments.give_own_estimate(
        i, RiskTolerance[act.grade]
    ),
    acts.GiveAnswer: lambda desk, i, act: desk.assessments.give_answer(
        i, act.item, act.letter, entered_by=act.entered_by, reason=act.reason
    ),
    acts.ConfirmAnswers: lambda desk, i, act: desk.assessments.confirm_answers(
        i, act.repeat_reason
    ),
    acts.ConfirmGuidance: lambda desk, i, _: desk.assessments.confirm_guidance(i),
    acts.KeepAssessment: lambda desk, i, _: desk.assessments.keep_assessment(i),
    acts.BeginRetake: lambda desk, i, act: desk.assessments.begin_retake(i, act.reason),
    acts.DiscussResult: lambda desk, i, act: desk.assessments.discuss_result(i, act.words),
    acts.AcceptResult: lambda desk, i, act: desk.assessments.accept_result(
        i, change_confirmed=act.change_confirmed
    ),
    acts.RecordHoldings: lambda desk, i, act: desk.portfolio.record_holdings(
        i, tuple(_holding(row) for row in act.holdings)
    ),
    acts.MakeSuggestion: lambda desk, i, act: desk.portfolio.make_suggestion(
        i, act.words, act.reaction, _change(act.change)
    ),
    acts.KeepPortfolio: lambda desk, i, act: desk.portfolio.keep_portfolio(
        i, act.reason, act.reaction
    ),
}
_SALE: Mapping[type[acts.StepRow], Do] = {
    sale_acts.OpenProduct: lambda desk, i, act: desk.purchases.open_product(
        i, act.product, act.how, act.words
    ),
    sale_acts.ChooseProduct: lambda desk, i, act: desk.purchases.choose_product(
        i, act.product, pot=act.pot, amount=Money.parse(act.amount)
    ),
    sale_acts.ConfirmChoice: lambda desk, i, _: desk.purchases.confirm_choice(i),
    sale_acts.DropChoice: lambda desk, i, _: desk.purchases.drop_choice(i),
    sale_acts.WarnOverRisk: lambda desk, i, _: desk.over_risk.warn(i),
    sale_acts.DeclineAlternative: lambda desk, i, act: desk.over_risk.decline_alternative(
        i, act.product, act.words
    ),
    sale_acts.Declare: lambda desk, i, act: desk.over_risk.declare(i, act.words),
    sale_acts.OpenPresentation: lambda desk, i, _: desk.presentations.open_presentation(i),
    sale_acts.ExplainElement: _explain,
    sale_acts.SayBack: lambda desk, i, act: desk.presentations.say_back(
        i, act.question, was_right=act.right, words=act.words
    ),
    sale_acts.GiveSpecialAttention: lambda desk, i, _: desk.presentations.attend(i),
}
_WITNESS: Mapping[type[acts.StepRow], Do] = {
    sale_acts.WitnessComes: lambda desk, i, act: desk.witnessing.come(
        i, act.staff_no, PUBLISHED_PASSWORD
    ),
    sale_acts.HearRecap: lambda desk, i, _: desk.witnessing.hear_recap(i),
    sale_acts.GiveSecondWarning: lambda desk, i, _: desk.witnessing.give_second_warning(i),
    sale_acts.WitnessHears: lambda desk, i, act: desk.witnessing.hear(i, act.question, act.words),
    sale_acts.ClientDecides: lambda desk, i, act: desk.witnessing.client_decides(
        i, goes_on=act.goes_on
    ),
    sale_acts.WitnessDecides: lambda desk, i, act: desk.witnessing.decide(
        i, proceeds=act.proceeds, words=act.words
    ),
}
_PAPERS: Mapping[type[acts.StepRow], Do] = {
    sale_acts.OpenReview: lambda desk, i, _: desk.reviews.open_review(i),
    sale_acts.ConfirmReview: lambda desk, i, act: desk.reviews.confirm_review(i, act.by),
    sale_acts.BeginSigning: lambda desk, i, _: desk.signing.begin_signing(i),
    sale_acts.PrintForms: lambda desk, i, act: desk.printing.print_forms(i, act.to),
    sale_acts.SeeMark: lambda desk, i, act: _see_mark(desk, i, act.mark),
    sale_acts.GiveInk: lambda desk, i, act: _give_ink(
        desk, i, act.mark, tuple(_ink(row) for row in act.ink)
    ),
    sale_acts.SignSet: lambda desk, i, _: desk.signing.sign_set(i),
    sale_acts.HandOver: lambda desk, i, act: desk.closing.hand_over(i, act.copies),
    sale_acts.MakeRecord: lambda desk, i, act: desk.closing.make_record(i, _record(act.record)),
    sale_acts.CloseInterview: lambda desk, i, act: desk.closing.close_interview(
        i, act.next_contact
    ),
    sale_acts.EndWithoutSale: lambda desk, i, act: desk.closing.end_without_sale(
        i, _record(act.record), act.pages_returned
    ),
    sale_acts.StopByRule: lambda desk, i, act: desk.closing.stop_by_rule(
        i, _record(act.record), act.pages_returned
    ),
}
_REFER: Mapping[type[acts.StepRow], Do] = {
    refer_acts.HandOutMaterial: lambda desk, i, act: desk.referrals.hand_out(i, act.product),
    refer_acts.PassOnFacts: lambda desk, i, act: desk.referrals.pass_on_facts(i, act.product),
    refer_acts.TryStep: lambda desk, i, act: desk.referrals.try_step(i, Stage[act.step]),
    refer_acts.ConsentToReferral: lambda desk, i, act: desk.referrals.answer(
        i, act.colleague, act.topic, agrees=act.agrees
    ),
    refer_acts.AgreeMeeting: lambda desk, i, act: desk.referrals.agree_meeting(
        i, moment_as_typed(act.meeting) if act.meeting else None
    ),
    refer_acts.Refer: lambda desk, i, _: desk.referrals.refer(i),
}
_BESIDE: Mapping[type[acts.StepRow], Do] = {
    sale_acts.AbandonInterview: lambda desk, i, act: desk.flow.abandon(
        i, act.reason, act.pages_returned
    ),
    sale_acts.PauseInterview: lambda desk, i, act: desk.flow.pause(i, act.reason, act.next_date),
    sale_acts.WaitForWitness: lambda desk, i, act: desk.flow.wait_for_witness(i, act.next_date),
    sale_acts.ResumeInterview: lambda desk, i, act: desk.flow.resume(i, act.said_again),
    sale_acts.AddAddendum: lambda desk, i, act: desk.afterwards.add(
        i, act.words, act.second, PUBLISHED_PASSWORD
    ),
    sale_acts.VoidInterview: lambda desk, i, act: desk.afterwards.void(
        i, act.reason, act.second, PUBLISHED_PASSWORD
    ),
    sale_acts.VoidCeremony: lambda desk, i, act: desk.signing.void_set(
        i, act.reason, act.pages_returned
    ),
    sale_acts.TakeNote: lambda desk, i, act: desk.flow.note(i, act.words),
    sale_acts.Undo: lambda desk, i, _: desk.flow.undo(i),
}
_ACTS: Mapping[type[acts.StepRow], Do] = {
    **_BEFORE_THE_SALE,
    **_SALE,
    **_WITNESS,
    **_PAPERS,
    **_REFER,
    **_BESIDE,
}
