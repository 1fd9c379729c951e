"""Going back, taking back, and what a day changes: steps undone again, rules asked again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.services.branch import CERTIFICATE, RECORD, Practice, Walk, details_of, practice

from advisor_desk.domain.client import ClientFileOpened, OtherAssessmentEntered
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import (
    Channel,
    Confirmer,
    Mark,
    OpenedBy,
    PartyRole,
    SigningWay,
    Stage,
    State,
)
from advisor_desk.domain.languages import Language
from advisor_desk.domain.needs import Block, Known, NeedsAnswer
from advisor_desk.domain.paper_events import InkStrokes
from advisor_desk.domain.steps import MARKS_OF_EVERY_SALE, STEPS
from advisor_desk.domain.suitability import Effect
from advisor_desk.domain.trouble import BadInput, NotPermitted
from advisor_desk.packs.wording import trouble_text


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def undone_steps(walk: Walk) -> list[str]:
    facts = walk.facts
    return [step.stage.name for step in STEPS if step.applies(facts) and not step.done(facts)]


def test_needs_changed_after_the_choice_undo_what_relied_on_them(at: Practice) -> None:
    walk = Walk(at).until("presentation")
    assert undone_steps(walk) == ["review", "signing", "handover", "close"]
    walk.record_pot("400000.00")
    assert undone_steps(walk)[:3] == ["needs", "portfolio", "products"]
    assert "review" in undone_steps(walk)


def test_a_changed_need_put_back_is_as_it_was(at: Practice) -> None:
    walk = Walk(at).until("presentation")
    walk.record_pot("400000.00")
    walk.record_pot()
    assert undone_steps(walk) == ["review", "signing", "handover", "close"]


def test_another_choice_is_explained_again(at: Practice) -> None:
    walk = Walk(at).until("presentation")
    walk.amount = "90000.00"
    walk.products()
    assert walk.do.position(walk.interview).stage is Stage.presentation


def test_a_change_after_the_review_voids_its_number_at_the_next(at: Practice) -> None:
    walk = Walk(at).until("review")
    walk.amount = "90000.00"
    walk.products().presentation()
    with pytest.raises(BadInput, match="STEP_NOT_OPEN"):
        walk.begin_signing()
    walk.review()
    assert walk.facts.numbers_void == ("CD3-2026-01-00001",)
    assert walk.facts.review is not None
    assert walk.facts.review.number == "CD3-2026-01-00002"


def test_a_corrected_client_is_identified_again(at: Practice) -> None:
    walk = Walk(at).until("presentation")
    corrected = replace(details_of(walk.born), phone="13911111111")
    walk.do.clients.correct(walk.client, corrected, "電話寫錯")
    assert undone_steps(walk)[:2] == ["opening", "products"]
    with pytest.raises(BadInput, match="CLIENT_NOT_IDENTIFIED"):
        walk.do.opening.confirm_opening(walk.interview)
    walk.identify()
    walk.do.opening.confirm_opening(walk.interview)


def test_a_name_nobody_compared_with_the_document_is_not_the_one_identified(at: Practice) -> None:
    walk = Walk(at).begin()
    walk.identify()
    corrected = replace(details_of(walk.born), name="陳示禮")
    walk.do.clients.correct(walk.client, corrected, "姓名寫錯")
    assert PartyRole.client not in walk.facts.parties
    with pytest.raises(BadInput, match="NAME_NOT_OF_CLIENT"):
        walk.identify()


@pytest.mark.parametrize("step", ["begin_signing", "sign", "handover"])
def test_a_client_is_not_corrected_from_sealing_until_the_interview_is_closed(
    at: Practice, step: str
) -> None:
    walk = Walk(at).until(step)
    with pytest.raises(BadInput, match="CLIENT_SIGNING"):
        walk.do.clients.correct(walk.client, details_of(walk.born), "姓名寫錯")


def test_after_the_close_and_before_the_sealing_a_client_is_corrected(at: Practice) -> None:
    for walk in (Walk(at).until("close"), Walk(at, order=125).until("review")):
        corrected = replace(details_of(walk.born, walk.order), phone="13911111111")
        walk.do.clients.correct(walk.client, corrected, "電話寫錯")
        assert walk.do._room.client(walk.client).phone == "13911111111"


def test_the_last_act_is_taken_back(at: Practice) -> None:
    walk = Walk(at).until("needs")
    before = walk.facts
    walk.record_pot("1.00")
    assert walk.do.flow.undo(walk.interview) == "pot_recorded"
    assert walk.facts == before
    assert walk.do.flow.undo(walk.interview) == "needs_confirmed"
    assert walk.do.position(walk.interview).stage is Stage.needs


def test_an_assessment_is_never_taken_back(at: Practice) -> None:
    walk = Walk(at).until("result")
    walk.do.flow.undo(walk.interview)
    with pytest.raises(BadInput, match="NOTHING_TO_UNDO"):
        walk.do.flow.undo(walk.interview)
    assert walk.facts.assessment is not None


def test_after_a_pause_identity_is_checked_again_and_the_rest_still_holds(at: Practice) -> None:
    walk = Walk(at).until("review")
    walk.do.flow.pause(walk.interview, "客戶要接孩子", date(2026, 11, 24))
    assert walk.facts.state is State.paused
    at.on(date(2026, 11, 24))
    at.again()
    walk.do.flow.resume(walk.interview)
    assert undone_steps(walk)[:2] == ["opening", "review"]
    walk.opening().review().begin_signing()
    assert walk.facts.numbers_void == ("CD3-2026-01-00001",)


def test_a_certificate_that_ended_yesterday_serves_nobody(at: Practice) -> None:
    walk = Walk(at).until("presentation")
    at.certificate(replace(CERTIFICATE, valid_until=date(2026, 11, 22)))
    with pytest.raises(NotPermitted, match="ADVISER_UNCERTIFIED") as refusal:
        walk.do.reviews.open_review(walk.interview)
    assert refusal.value.clause == "S23"
    with pytest.raises(NotPermitted, match="ADVISER_UNCERTIFIED"):
        Walk(at, order=124).until("opening")
    walk.do.flow.pause(walk.interview, "證書已到期")
    assert walk.facts.state is State.paused


def test_a_certificate_that_ends_today_still_serves(at: Practice) -> None:
    at.certificate(replace(CERTIFICATE, valid_until=date(2026, 11, 23)))
    assert Walk(at).until("sign").facts.state is State.signed


def test_a_certificate_is_asked_again_at_signing(at: Practice) -> None:
    walk = Walk(at).until("marks")
    at.certificate(None)
    with pytest.raises(NotPermitted, match="ADVISER_UNCERTIFIED"):
        walk.sign()


def on_old_assessment(at: Practice, today: date) -> Walk:
    """Walk to the questionnaire on a day, with an assessment made here on 23 November 2026."""
    at.certificate(replace(CERTIFICATE, valid_until=date(2028, 3, 31)))
    before = Walk(at).until("questionnaire")
    before.do.flow.abandon(before.interview, "客戶有事離開")
    at.on(today)
    return Walk(at, client=before.client).until("needs")


def test_an_assessment_serves_through_the_same_day_a_year_later(at: Practice) -> None:
    walk = on_old_assessment(at, date(2027, 11, 23))
    walk.do.assessments.keep_assessment(walk.interview)
    walk.result().portfolio().products().presentation().review()
    walk.begin_signing().marks().sign()
    assert walk.facts.state is State.signed


def test_an_assessment_serves_no_day_longer(at: Practice) -> None:
    walk = on_old_assessment(at, date(2027, 11, 24))
    with pytest.raises(BadInput, match="ASSESSMENT_NOT_VALID"):
        walk.do.assessments.keep_assessment(walk.interview)


def test_an_assessment_that_expires_overnight_stops_the_signing(at: Practice) -> None:
    walk = on_old_assessment(at, date(2027, 11, 23))
    walk.do.assessments.keep_assessment(walk.interview)
    walk.result().portfolio().products().presentation().review()
    walk.begin_signing()
    walk.do.printing.print_forms(walk.interview, "file")
    for mark in MARKS_OF_EVERY_SALE:
        walk.do.signing.see_mark(walk.interview, mark)
    at.on(date(2027, 11, 24))
    with pytest.raises(NotPermitted, match="SALE_NO_LONGER_ALLOWED") as refused:
        walk.sign()
    for language in Language:
        assert "ASSESSMENT_EXPIRED" not in trouble_text(refused.value, language)
    assert walk.facts.judged[-1].decision.reasons[0].code == "ASSESSMENT_EXPIRED"
    assert walk.facts.chosen is None
    assert {row["state"] for row in walk.do.forms_of(walk.interview)} == {"void"}


def test_a_client_who_turns_65_overnight_is_protected_at_signing(at: Practice) -> None:
    walk = Walk(at, born=date(1961, 11, 24), product="DEMO-R3-001").until("review")
    at.on(date(2026, 11, 24))
    with pytest.raises(BadInput, match="VISIT_OVER"):
        walk.begin_signing()
    walk.do.flow.resume(walk.interview, walk.do.resuming.say_again(walk.interview))
    walk.opening()
    asked_for = walk.facts.judged[-1].decision.documents
    assert asked_for == ("SECOND_RISK_WARNING", "WITNESS_SIGNATURE")


def test_a_product_is_not_signed_after_its_last_day_of_sale(at: Practice) -> None:
    at.on(date(2026, 11, 30))
    walk = Walk(at, product="DEMO-R2-002").until("review")
    at.on(date(2026, 12, 1))
    with pytest.raises(BadInput, match="VISIT_OVER"):
        walk.begin_signing()
    walk.do.flow.resume(walk.interview, walk.do.resuming.say_again(walk.interview))
    walk.opening()
    assert walk.do.position(walk.interview).stage is Stage.products
    with pytest.raises(BadInput, match="PRODUCT_NOT_ON_SALE"):
        walk.choose()


def test_signing_too_early_is_refused_by_the_service(at: Practice) -> None:
    walk = Walk(at).until("begin_signing")
    with pytest.raises(BadInput, match="SET_NOT_PRINTED"):
        walk.sign()
    walk.do.printing.print_forms(walk.interview, "file")
    with pytest.raises(BadInput, match="MARKS_MISSING"):
        walk.sign()


def test_marks_are_made_in_their_order(at: Practice) -> None:
    walk = Walk(at).until("begin_signing")
    walk.do.printing.print_forms(walk.interview, "file")
    with pytest.raises(BadInput, match="MARK_OUT_OF_ORDER"):
        walk.do.signing.see_mark(walk.interview, Mark.adviser_signature)


def test_ink_fills_exactly_the_boxes_of_its_mark(at: Practice) -> None:
    walk = Walk(at, signing_way=SigningWay.screen).until("begin_signing")
    boxes = walk.do.signing.boxes_for(walk.interview, Mark.grade_written)
    assert boxes == ("F3.client_grade",)
    stroke = ((0, 0, 0, 0),)
    elsewhere = (InkStrokes("F1.client", stroke),)
    with pytest.raises(BadInput, match="INK_BOXES_DIFFER"):
        walk.do.signing.give_ink(walk.interview, Mark.grade_written, elsewhere)
    for bad in ((), ((10_001, 0, 0, 0),), ((0, 0, 0),)):
        with pytest.raises(BadInput, match="INK_"):
            walk.do.signing.give_ink(
                walk.interview, Mark.grade_written, (InkStrokes("F3.client_grade", bad),)
            )


def test_the_client_confirms_the_forms_before_the_adviser(at: Practice) -> None:
    walk = Walk(at).until("presentation")
    walk.do.reviews.open_review(walk.interview)
    from_adviser = walk.do.reviews.confirm_review
    with pytest.raises(BadInput, match="CLIENT_CONFIRMS_FIRST"):
        from_adviser(walk.interview, Confirmer.adviser)
    from_adviser(walk.interview, Confirmer.client)
    from_adviser(walk.interview, Confirmer.adviser)
    assert walk.facts.state is State.ready_to_sign


def test_a_third_assessment_on_one_day_is_refused_over_all_interviews(at: Practice) -> None:
    first = Walk(at).until("questionnaire")
    first.do.flow.abandon(first.interview, "客戶離開")
    second = Walk(at, client=first.client).until("needs")
    second.answer()
    with pytest.raises(BadInput, match="REPEAT_REASON_MISSING"):
        second.do.assessments.confirm_answers(second.interview)
    made = second.do.assessments.confirm_answers(second.interview, "客戶說上次看錯一題")
    assert made.count_today == 2
    with pytest.raises(NotPermitted, match="ASSESSMENT_LIMIT_THIS_DAY"):
        second.do.assessments.begin_retake(second.interview, "再試一次")
    second.do.flow.abandon(second.interview, "客戶離開")
    at.on(date(2026, 11, 24))
    third = Walk(at, client=first.client).until("needs")
    third.answer()
    made = third.do.assessments.confirm_answers(third.interview, "隔日重做")
    assert (made.count_today, made.count_12_months) == (1, 3)


def test_the_ninth_assessment_in_twelve_months_is_refused_whatever_the_channel(
    at: Practice,
) -> None:
    client = at.interviews.clients.record(details_of(date(1985, 5, 20)))
    for number in range(8):
        entered = OtherAssessmentEntered(
            f"G-{number}",
            date(2025, 11, 23 + number % 7),
            Channel.phone,
            "電話問卷",
            RiskTolerance.A2,
            "錄音單",
        )
        at.interviews.clients.enter_other_assessment(client, entered)
    walk = Walk(at, client=client).until("needs")
    with pytest.raises(NotPermitted, match="ASSESSMENT_LIMIT_IN_PERIOD"):
        walk.answer()
    walk.do.flow.pause(walk.interview, "明天再來")
    at.on(date(2026, 11, 24))
    walk.do.flow.resume(walk.interview)
    walk.opening().answer()


def test_a_changed_grade_is_confirmed_by_the_client(at: Practice) -> None:
    first = Walk(at).until("close")
    second = Walk(at, client=first.client, letter="B").until("needs")
    second.answer()
    made = second.do.assessments.confirm_answers(second.interview, "收入減少")
    assert made.changes_grade
    with pytest.raises(BadInput, match="GRADE_CHANGE_NOT_CONFIRMED"):
        second.do.assessments.accept_result(second.interview)
    second.do.assessments.accept_result(second.interview, change_confirmed=True)


def test_a_retest_after_something_riskier_was_seen_is_flagged(at: Practice) -> None:
    walk = Walk(at, letter="B").until("portfolio")
    walk.do.purchases.open_product(walk.interview, "DEMO-R4-001", OpenedBy.typed_by_client, "想要")
    walk.do.assessments.begin_retake(walk.interview, "客戶要求")
    walk.letter = "D"
    walk.answer()
    walk.do.assessments.confirm_answers(walk.interview)
    assert walk.facts.flags == ("RETEST_AFTER_ABOVE_GRADE_PRODUCT", "GRADE_HIGHER_THAN_LAST")


def test_a_refused_answer_is_an_answer_with_its_reason(at: Practice) -> None:
    walk = Walk(at).until("opening")
    refused = NeedsAnswer("total_debts", Known.refused, reason="客戶不願說")
    walk.do.needs.record_needs(walk.interview, Block.debts, (refused,))
    assert walk.facts.needs[Block.debts] == (refused,)
    silent = NeedsAnswer("total_debts", Known.refused)
    with pytest.raises(BadInput, match="NEEDS_REASON_MISSING"):
        walk.do.needs.record_needs(walk.interview, Block.debts, (silent,))


def test_opening_a_file_leaves_a_record(at: Practice) -> None:
    walk = Walk(at).until("needs")
    found = walk.do.clients.find("示例")
    assert [row["client"] for row in found] == [walk.client]
    seen = walk.do.clients.open_file(walk.client, "到期前聯絡")
    assert seen.interviews[0]["interview"] == walk.interview
    walk.do.look_up(walk.interview, "核對記錄")
    looks = [
        one.event.why
        for one in at.desk.book.events(f"client:{walk.client}")
        if isinstance(one.event, ClientFileOpened)
    ]
    assert looks == ["到期前聯絡", "核對記錄"]


def test_the_outcome_of_a_failed_print_is_kept_and_the_set_waits(at: Practice) -> None:
    walk = Walk(at).until("begin_signing")
    printed = walk.do.printing.print_forms(walk.interview, "no-such-queue")
    assert not printed.came_out
    assert printed.cause.startswith("PRINT_")
    assert "SET_NOT_PRINTED" in walk.do.position(walk.interview).missing
    assert walk.facts.state is State.signing


def test_a_record_is_made_before_closing(at: Practice) -> None:
    walk = Walk(at).until("handover")
    with pytest.raises(BadInput, match="NO_INTERVIEW_RECORD"):
        walk.do.closing.close_interview(walk.interview, None)
    walk.do.closing.make_record(walk.interview, RECORD)
    with pytest.raises(BadInput, match="RECORD_MADE_ALREADY"):
        walk.do.closing.make_record(walk.interview, RECORD)


def test_what_is_allowed_needs_no_document(at: Practice) -> None:
    walk = Walk(at).until("portfolio")
    assert walk.choose().outcome is Effect.ALLOW
