"""Whole interviews over a real training home: sold on paper and on screen, ended, stopped."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from tests.services.branch import (
    POT,
    RECORD,
    STEPS,
    Practice,
    Walk,
    details_of,
    practice,
    resident_id,
)

from advisor_desk.domain.client import DocumentKind, IdentityDocument
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import Mark, OpenedBy, PartyRole, SigningWay, Stage, State
from advisor_desk.domain.interview_events import PaperCopy, Party
from advisor_desk.domain.product import Purpose
from advisor_desk.domain.steps import marks_needed
from advisor_desk.domain.suitability import AskedBy, Effect, GuardianProof
from advisor_desk.domain.trouble import BadInput
from advisor_desk.forms.register import Register
from advisor_desk.forms.verification import Verdict, verify_pdf
from advisor_desk.services.numbers import pages_to_return


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


@pytest.fixture
def at_fund_bank(tmp_path: Path) -> Iterator[Practice]:
    """A branch whose bank wealth products are under the bank's procedure alone."""
    with practice(tmp_path, packs=("bank-procedure",)) as made:
        yield made


def forms_of(walk: Walk) -> dict[str, str]:
    return {str(row["form"]): str(row["state"]) for row in walk.do.forms_of(walk.interview)}


def codes(walk: Walk) -> set[str]:
    assert walk.decision is not None
    return {reason.code for reason in walk.decision.reasons}


@pytest.mark.parametrize("way", list(SigningWay))
def test_a_matching_adult_buys_and_every_form_is_genuine(at: Practice, way: SigningWay) -> None:
    walk = Walk(at, signing_way=way).until("close")
    assert walk.facts.state is State.closed
    signed, sealed = ("F1", "F2", "F3"), ("F7", "F10")
    states = dict.fromkeys(signed, "signed") | dict.fromkeys(sealed, "registered")
    assert forms_of(walk) == states
    register = Register(at.home / "forms" / "register.jsonl")
    root = (at.home / "root.crt").read_bytes()
    for row in walk.do.forms_of(walk.interview):
        content = walk.do.form_bytes(str(row["sha256"]))
        assert verify_pdf(content, register=register, root=root).verdict is Verdict.genuine
    assert at.desk.book.verify(deep=True) == ()


def test_the_states_follow_one_another(at: Practice) -> None:
    walk = Walk(at)
    seen = []
    for step in STEPS:
        getattr(walk, step)()
        seen.append(walk.facts.state)
    assert list(dict.fromkeys(seen)) == [
        State.opened,
        State.in_progress,
        State.ready_to_sign,
        State.signing,
        State.signed,
        State.handed_over,
        State.closed,
    ]
    assert walk.do.listed()[0]["state"] == "closed"


def test_the_form_number_names_branch_station_year_book_and_serial(at: Practice) -> None:
    first = Walk(at).until("review").facts.review
    second = Walk(at, order=124).until("review").facts.review
    assert first is not None
    assert second is not None
    assert first.number == "CD3-2026-01-00001"
    assert second.number == "CD3-2026-01-00002"


def test_numbers_begin_again_each_year_and_none_is_given_twice(at: Practice) -> None:
    numbers = []
    for order, day in enumerate([date(2026, 11, 23), date(2027, 1, 4), date(2026, 11, 24)]):
        at.on(day)
        walk = Walk(at, order=130 + order).until("review")
        assert walk.facts.review is not None
        numbers.append(walk.facts.review.number)
    assert numbers == ["CD3-2026-01-00001", "CD3-2027-01-00001", "CD3-2026-01-00002"]


def test_the_bytes_reviewed_are_the_bytes_sealed(at: Practice) -> None:
    walk = Walk(at).until("review")
    reviewed = walk.do.reviews.papers(walk.interview)
    walk.begin_signing()
    ceremony = walk.facts.ceremony
    assert ceremony is not None
    for form in ceremony.sealed:
        assert walk.do.form_bytes(form.sha256).startswith(reviewed[form.form])


def test_nothing_bought_leaves_a_record_and_the_assessment(at: Practice) -> None:
    walk = Walk(at).until("portfolio")
    number = walk.do.closing.end_without_sale(walk.interview, RECORD)
    assert walk.facts.state is State.ended_no_sale
    assert forms_of(walk) == dict.fromkeys(("F2", "F7", "F10"), "registered")
    assert number == "CD3-2026-01-00001"


def test_nothing_bought_without_an_assessment_leaves_the_record_alone(at: Practice) -> None:
    walk = Walk(at).until("needs")
    walk.do.closing.end_without_sale(walk.interview, RECORD)
    assert forms_of(walk) == dict.fromkeys(("F7", "F10"), "registered")


def test_a_product_above_the_grade_is_refused_and_another_may_be_chosen(at: Practice) -> None:
    walk = Walk(at, product="DEMO-R4-001").until("portfolio")
    assert walk.choose().outcome is Effect.REFUSE
    assert "UNSUITABLE_OVER_RISK" in codes(walk)
    assert walk.facts.chosen is None
    assert walk.facts.state is State.in_progress
    walk.product = "DEMO-R2-001"
    assert walk.choose().outcome is Effect.ALLOW


def test_what_the_rules_refused_can_end_the_interview(at: Practice) -> None:
    walk = Walk(at, product="DEMO-R4-001").until("portfolio")
    with pytest.raises(BadInput, match="NOTHING_WAS_REFUSED"):
        walk.do.closing.stop_by_rule(walk.interview, RECORD)
    walk.choose()
    walk.do.closing.stop_by_rule(walk.interview, RECORD)
    assert walk.facts.state is State.stopped_by_rule


def test_over_risk_at_the_clients_request_waits_for_declaration_and_witness(
    at_fund_bank: Practice,
) -> None:
    walk = Walk(at_fund_bank, product="DEMO-R4-002", amount="1000.00").until("portfolio")
    decision = walk.choose()
    assert decision.outcome is Effect.ALLOW_WITH
    assert decision.documents == (
        "ALTERNATIVES_OFFERED",
        "OVER_RISK_WARNING",
        "SPECIAL_DECLARATION",
        "WITNESS_SIGNATURE",
    )
    walk.do.purchases.confirm_choice(walk.interview)
    walk.do.flow.wait_for_witness(walk.interview)
    assert walk.facts.state is State.paused
    assert walk.facts.pause_documents == decision.documents
    walk.do.flow.resume(walk.interview)
    walk.opening()
    assert walk.do.position(walk.interview).stage is Stage.over_risk
    with pytest.raises(BadInput, match="STEP_NOT_OPEN"):
        walk.do.presentations.open_presentation(walk.interview)


def test_over_risk_shown_by_the_adviser_is_refused(at_fund_bank: Practice) -> None:
    walk = Walk(
        at_fund_bank,
        product="DEMO-R4-002",
        amount="1000.00",
        how=OpenedBy.shown_by_adviser,
        words=None,
    ).until("portfolio")
    assert walk.choose().outcome is Effect.REFUSE
    assert codes(walk) == {"OVER_RISK_RECOMMENDED"}


def test_typing_a_code_the_adviser_showed_before_is_no_request(at: Practice) -> None:
    walk = Walk(at).until("portfolio")
    opened = walk.do.purchases.open_product
    opened(walk.interview, "DEMO-R2-001", OpenedBy.shown_by_adviser)
    walk.choose()
    assert walk.facts.chosen is not None
    assert walk.facts.chosen.choice.asked_by is AskedBy.adviser


@pytest.mark.parametrize(
    ("born", "outcome", "documents"),
    [
        (date(1961, 11, 24), Effect.ALLOW, ()),
        (date(1961, 11, 23), Effect.ALLOW_WITH, ("SECOND_RISK_WARNING", "WITNESS_SIGNATURE")),
    ],
    ids=["the day before 65: as anybody", "on the 65th birthday: second warning and witness"],
)
def test_r3_for_a_client_around_65(
    at: Practice, born: date, outcome: Effect, documents: tuple[str, ...]
) -> None:
    walk = Walk(at, born=born, product="DEMO-R3-001").until("portfolio")
    assert walk.facts.assessment is not None
    assert walk.facts.assessment.grade is RiskTolerance.A3
    decision = walk.choose()
    assert (decision.outcome, decision.documents) == (outcome, documents)
    assert walk.facts.state is State.in_progress


def test_r4_is_refused_to_clients_of_65(at: Practice) -> None:
    walk = Walk(at, born=date(1955, 2, 10), product="DEMO-R4-001").until("portfolio")
    walk.choose()
    assert "ELDER_R4_BAN" in codes(walk)


def test_a_minor_without_guardian_is_stopped_calmly_at_the_opening(at: Practice) -> None:
    walk = Walk(at, born=date(2010, 6, 30)).until("opening")
    assert "GUARDIAN_NOT_VERIFIED" in codes(walk)
    assert walk.facts.state is State.paused
    walk.do.flow.resume(walk.interview)
    assert walk.do.position(walk.interview).stage is Stage.opening


def test_a_minor_with_guardian_needs_the_guardians_signature(at: Practice) -> None:
    guardian = Party(
        PartyRole.guardian,
        "陳家長",
        IdentityDocument(DocumentKind.resident_id, resident_id(date(1980, 1, 1))),
        "父親",
        GuardianProof.household_register,
        "HR-0417",
        PaperCopy(folder="M-0417"),
    )
    walk = Walk(at, born=date(2010, 6, 30), guardian=guardian, product="DEMO-R1-001")
    walk.until("portfolio")
    assert walk.choose().outcome is Effect.ALLOW_WITH
    assert Mark.guardian_signature in marks_needed(walk.facts)
    assert walk.facts.state is State.in_progress


def test_a_client_without_birth_date_is_stopped_at_the_opening(at: Practice) -> None:
    details = replace(
        details_of(date(1985, 5, 20)),
        document_kind=DocumentKind.passport,
        document_number="E12345678",
        born=None,
    )
    client = at.interviews.clients.record(details)
    walk = Walk(at, client=client).begin()
    passport = IdentityDocument(DocumentKind.passport, "E12345678")
    walk.do.opening.identify_party(walk.interview, Party(PartyRole.client, "陳示例", passport))
    walk.do.opening.understand_data_notice(walk.interview)
    walk.do.opening.state_recording(walk.interview, reason_none="設備故障")
    walk.decision = walk.do.opening.confirm_opening(walk.interview)
    assert "BIRTH_DATE_UNKNOWN" in codes(walk)


def test_money_needed_too_early_is_refused_and_changing_the_day_is_flagged(at: Practice) -> None:
    walk = Walk(at, needed_by=date(2026, 12, 24)).until("portfolio")
    walk.choose()
    assert codes(walk) == {"HORIZON_MISMATCH"}
    walk.needed_by = date(2027, 12, 24)
    walk.record_pot()
    assert walk.facts.flags == ("NEEDED_BY_CHANGED_AFTER_REFUSAL",)


def test_money_needed_on_the_day_it_is_back_is_allowed(at: Practice) -> None:
    walk = Walk(at, needed_by=date(2026, 12, 25)).until("portfolio")
    assert walk.choose().outcome is Effect.ALLOW


def test_earmarked_money_buys_a_matching_product_with_its_purpose_noted(at: Practice) -> None:
    walk = Walk(at, purpose=Purpose.pension).until("close")
    assert walk.facts.state is State.closed
    assert walk.facts.chosen is not None
    assert walk.facts.chosen.decision.documents == ("FUND_PURPOSE_NOTE",)


def test_earmarked_money_buys_no_r4(at_fund_bank: Practice) -> None:
    walk = Walk(at_fund_bank, purpose=Purpose.education, product="DEMO-R4-002", amount="1000.00")
    walk.until("portfolio").choose()
    assert "EARMARKED_HIGH_RISK" in codes(walk)


def test_an_abandoned_number_is_void_and_never_used_again(at: Practice) -> None:
    walk = Walk(at).until("review")
    walk.do.flow.abandon(walk.interview, "客戶改日再來")
    assert set(forms_of(walk).values()) == {"void"}
    assert walk.facts.numbers_void == ("CD3-2026-01-00001",)
    other = Walk(at, order=125).until("review").facts.review
    assert other is not None
    assert other.number == "CD3-2026-01-00002"


def test_printed_pages_are_counted_back_before_a_set_is_void(at: Practice) -> None:
    walk = Walk(at).until("begin_signing")
    walk.do.printing.print_forms(walk.interview, "file")
    with pytest.raises(BadInput, match="PAGES_NOT_RETURNED"):
        walk.do.closing.end_without_sale(walk.interview, RECORD)
    ceremony = walk.facts.ceremony
    assert ceremony is not None
    pages = sum(form.pages for form in ceremony.sealed)
    walk.do.closing.end_without_sale(walk.interview, RECORD, pages)
    rows = {(row["number"], row["form"]): row["state"] for row in walk.do.forms_of(walk.interview)}
    assert rows["CD3-2026-01-00001", "F1"] == "void"
    assert rows["CD3-2026-01-00002", "F7"] == "registered"


def test_a_set_printed_twice_comes_back_twice(at: Practice) -> None:
    walk = Walk(at).until("begin_signing")
    for _ in range(2):
        walk.do.printing.print_forms(walk.interview, "file")
    ceremony = walk.facts.ceremony
    assert ceremony is not None
    pages = sum(form.pages for form in ceremony.sealed)
    with pytest.raises(BadInput, match="PAGES_NOT_RETURNED") as refused:
        walk.do.signing.void_set(walk.interview, "簽錯位置", pages)
    assert refused.value.facts["printed"] == str(2 * pages)
    walk.do.signing.void_set(walk.interview, "簽錯位置", 2 * pages)
    walk.review().begin_signing()
    assert not pages_to_return(walk.facts)


def test_the_forms_of_an_interview_come_in_their_order(at: Practice) -> None:
    walk = Walk(at).until("close")
    forms = [str(row["form"]) for row in walk.do.forms_of(walk.interview)]
    assert forms == ["F1", "F2", "F3", "F7", "F10"]


def test_without_the_packs_sentence_the_review_says_what_is_missing(tmp_path: Path) -> None:
    with practice(tmp_path, packs=("cn-2026",)) as made:
        walk = Walk(made).until("presentation")
        with pytest.raises(BadInput, match="NO_SENTENCE_TO_COPY"):
            walk.do.reviews.open_review(walk.interview)
        assert walk.facts.review is None


def test_a_line_lost_between_book_and_register_is_put_in_at_the_next_opening(
    at: Practice,
) -> None:
    Walk(at).until("sign")
    register = at.home / "forms" / "register.jsonl"
    whole = register.read_bytes()
    register.unlink()
    at.again()
    assert register.read_bytes() == whole


def test_the_interview_goes_on_after_the_program_was_closed(at: Practice) -> None:
    walk = Walk(at).until("presentation")
    before = walk.facts
    at.again()
    assert walk.facts == before
    walk.review().begin_signing().marks().sign()
    assert walk.facts.state is State.signed


def test_no_value_is_printed_where_the_client_writes(at: Practice) -> None:
    walk = Walk(at).until("review")
    for content in walk.do.reviews.papers(walk.interview).values():
        assert not re.search(rb"/FT\s*/Tx", content)


def test_a_kept_assessment_needs_no_second_form(at: Practice) -> None:
    first = Walk(at).until("close")
    second = Walk(at, client=first.client).until("needs")
    kept = second.do.assessments.keep_assessment(second.interview)
    assert kept == first.facts.assessment
    second.result().portfolio().products().presentation().review()
    assert set(forms_of(second)) == {"F1", "F3"}


def test_an_assessment_never_signed_is_signed_with_the_next_set(at: Practice) -> None:
    first = Walk(at).until("questionnaire")
    first.do.flow.abandon(first.interview, "客戶有事離開")
    second = Walk(at, client=first.client).until("needs")
    second.do.assessments.keep_assessment(second.interview)
    second.result().portfolio().products().presentation().review()
    assert set(forms_of(second)) == {"F1", "F2", "F3"}


def test_the_pot_chosen_is_the_one_judged(at: Practice) -> None:
    walk = Walk(at).until("products")
    assert walk.facts.chosen is not None
    assert walk.facts.chosen.choice.pot == POT


def test_the_forms_of_a_sale_name_the_packs_asked_and_no_other(at: Practice) -> None:
    walk = Walk(at).until("review")
    asked = {pack.id for pack in walk.facts.chosen.decision.packs} if walk.facts.chosen else set()
    assert asked < set(at.desk.packs)
    for content in walk.do.reviews.papers(walk.interview).values():
        page = pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()
        assert {pack for pack in at.desk.packs if pack in page} == asked
