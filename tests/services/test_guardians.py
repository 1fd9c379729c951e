"""A minor's guardian: who may be one, by which paper, its copy, and what happens when one goes."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.services.branch import ADVISER, Practice, Walk, practice, resident_id

from advisor_desk.domain.client import DocumentKind, IdentityDocument
from advisor_desk.domain.interview import Mark, PartyRole, SigningWay, Stage, State
from advisor_desk.domain.interview_events import PaperCopy, Party
from advisor_desk.domain.product import Regime
from advisor_desk.domain.steps import marks_needed, open_step
from advisor_desk.domain.suitability import GuardianProof
from advisor_desk.domain.trouble import BadInput
from advisor_desk.services.guardians import GUARDIAN_LEFT
from advisor_desk.services.opening import RULES_REFUSE
from advisor_desk.services.paper_copies import LARGEST_COPY, checked_copy

MINOR, TODAY = date(2010, 6, 30), date(2026, 11, 23)
FATHER = IdentityDocument(DocumentKind.resident_id, resident_id(date(1978, 4, 12), 501))
GUARDIAN = Party(
    PartyRole.guardian,
    "陳父（虛構）",
    FATHER,
    "父親",
    GuardianProof.household_register,
    "HR-0417",
    PaperCopy(folder="M-0417"),
)


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def minor(at: Practice, born: date = MINOR, **given: object) -> Walk:
    return Walk(at, born=born, guardian=GUARDIAN, product="DEMO-R1-001", letter="A", **given)  # type: ignore[arg-type]


def answered(walk: Walk) -> Walk:
    walk.until("needs").answer()
    walk.do.assessments.confirm_answers(walk.interview)
    return walk


def to_signing(walk: Walk) -> Walk:
    return walk.until("begin_signing")


def picture(kind: bytes = b"IDAT") -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        check = zlib.crc32(name + data)
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    pixels = chunk(kind, zlib.compress(b"\x00\x00"))
    return b"\x89PNG\r\n\x1a\n" + head + pixels + chunk(b"IEND", b"")


JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x12\x34\xff\xd9"
)


# Who may be the guardian.


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        (
            {"document": IdentityDocument(DocumentKind.resident_id, resident_id(MINOR))},
            "GUARDIAN_IS_CLIENT",
            "document",
        ),
        ({"name": ADVISER.name}, "GUARDIAN_IS_ADVISER", "name"),
        ({"name": "王敏 女士"}, "GUARDIAN_IS_ADVISER", "name"),
        ({"name": "陈示例（父）"}, "GUARDIAN_NAMED_AS_CLIENT", "name"),
        ({"name": " 王 敏（虚构）"}, "GUARDIAN_IS_ADVISER", "name"),
        (
            {
                "document": IdentityDocument(
                    DocumentKind.resident_id, resident_id(date(2008, 11, 24), 9)
                )
            },
            "GUARDIAN_NOT_ADULT",
            "document",
        ),
        ({"proof_number": ""}, "PROOF_NUMBER_NEEDED", "proof_number"),
        ({"proof_number": "  "}, "PROOF_NUMBER_NEEDED", "proof_number"),
        ({"document": None}, "DOCUMENT_NEEDED", "document"),
    ],
    ids=[
        "the client",
        "the adviser",
        "with a title",
        "the client's name",
        "in the other script",
        "a day too young",
        "no number",
        "blanks",
        "no document",
    ],
)
def test_not_everybody_can_be_the_guardian(
    at: Practice, changed: dict[str, object], code: str, field: str
) -> None:
    walk = minor(at).begin()
    with pytest.raises(BadInput, match=code) as refused:
        walk.do.opening.identify_party(walk.interview, replace(GUARDIAN, **changed))  # type: ignore[arg-type]
    assert refused.value.facts["field"] == field
    assert walk.facts.parties == {}


def test_on_the_18th_birthday_somebody_can_be_a_guardian(at: Practice) -> None:
    walk = minor(at).begin()
    number = resident_id(date(2008, 11, 23), 9)
    of_age = replace(GUARDIAN, document=IdentityDocument(DocumentKind.resident_id, number))
    walk.do.opening.identify_party(walk.interview, of_age)
    assert PartyRole.guardian in walk.facts.parties


def test_a_guardian_without_proof_is_refused_by_the_rules_not_before(at: Practice) -> None:
    walk = minor(at)
    walk.guardian = replace(GUARDIAN, proof=None, proof_number="", copy=None)
    walk.until("opening")
    assert walk.facts.pause_reason == RULES_REFUSE


@pytest.mark.parametrize("copy", [None, PaperCopy()])
def test_a_paper_that_is_not_copied_does_not_do(at: Practice, copy: PaperCopy | None) -> None:
    walk = minor(at)
    walk.guardian = replace(GUARDIAN, copy=copy)
    walk.until("opening")
    assert walk.facts.pause_reason == RULES_REFUSE
    assert walk.decision is not None
    assert "GUARDIAN_NOT_VERIFIED" in {one.code for one in walk.decision.reasons}


@pytest.mark.parametrize(
    ("born", "on", "is_needed"),
    [
        (date(2008, 11, 24), date(2026, 11, 23), True),
        (date(2008, 11, 23), date(2026, 11, 23), False),
        (date(2008, 2, 29), date(2026, 2, 28), True),
        (date(2008, 2, 29), date(2026, 3, 1), False),
    ],
    ids=["the day before 18", "on the birthday", "29 February: on 28", "29 February: on 1 March"],
)
def test_a_guardian_is_needed_until_the_18th_birthday(
    at: Practice, born: date, on: date, is_needed: bool
) -> None:
    at.on(on)
    walk = Walk(at, born=born).until("opening")
    assert (walk.facts.pause_reason == RULES_REFUSE) is is_needed


def test_a_child_under_eight_cannot_buy_even_with_the_guardian(at: Practice) -> None:
    for born, is_refused in ((date(2018, 11, 24), True), (date(2018, 11, 23), False)):
        walk = minor(at, born, order=born.day).until("needs")
        for one in walk.do.shelf.answers(walk.interview, None):
            if one.product.regime is not Regime.securities_fund:  # its pack says nothing of it
                codes = {reason.code for reason in one.recommended.decision.reasons}
                assert ("NO_CIVIL_CAPACITY" in codes) is is_refused


def test_a_minor_may_have_r1_and_no_more_of_the_banks_own(at: Practice) -> None:
    walk = minor(at).until("portfolio")
    assert not walk.choose().is_refused
    walk.product = "DEMO-R2-001"
    refused = walk.choose()
    assert "MINOR_LOW_RISK_ONLY" in {one.code for one in refused.reasons}


# The copy of the paper.


@pytest.mark.parametrize("content", [picture(), JPEG], ids=["PNG", "JPEG"])
def test_a_photograph_of_the_paper_is_kept_in_the_book(at: Practice, content: bytes) -> None:
    walk = minor(at).begin()
    walk.do.opening.identify_party(walk.interview, replace(GUARDIAN, copy=None), content)
    copy = walk.facts.parties[PartyRole.guardian].copy
    assert copy is not None
    assert at.desk.book.document(copy.sha256) == content


def test_a_kept_copy_cannot_be_read_in_the_files_of_the_home(at: Practice) -> None:
    walk = minor(at).begin()
    walk.do.opening.identify_party(walk.interview, replace(GUARDIAN, copy=None), JPEG)
    stored = [one.read_bytes() for one in at.home.rglob("*") if one.is_file()]
    assert stored
    assert not any(JPEG in one for one in stored)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "COPY_EMPTY"),
        (b"\xff" * (LARGEST_COPY + 1), "COPY_TOO_LARGE"),
        (b"GIF89a", "COPY_KIND_UNKNOWN"),
        ("戶口簿.pdf".encode(), "COPY_KIND_UNKNOWN"),
        (b"%PDF-1.7 cut short", "COPY_DAMAGED"),
        (picture()[:-9], "COPY_DAMAGED"),
        (picture().replace(b"IDAT", b"IDAX", 1), "COPY_DAMAGED"),
        (JPEG[:-2], "COPY_DAMAGED"),
        (b"\xff\xd8\xff", "COPY_DAMAGED"),
    ],
)
def test_what_cannot_be_read_again_is_not_kept(at: Practice, content: bytes, code: str) -> None:
    walk = minor(at).begin()
    with pytest.raises(BadInput, match=code) as refused:
        walk.do.opening.identify_party(walk.interview, replace(GUARDIAN, copy=None), content)
    assert refused.value.facts["field"] == "copy"
    assert walk.facts.parties == {}


def test_a_pdf_is_a_copy_too(at: Practice) -> None:
    walk = to_signing(minor(at))
    assert walk.facts.ceremony is not None
    pdf = walk.do.form_bytes(walk.facts.ceremony.sealed[0].sha256)
    assert checked_copy(pdf) == pdf


def test_a_copy_kept_before_serves_the_same_guardian_again_and_nobody_else(at: Practice) -> None:
    walk = minor(at).begin()
    walk.do.opening.identify_party(walk.interview, replace(GUARDIAN, copy=None), JPEG)
    kept = walk.facts.parties[PartyRole.guardian]
    walk.do.flow.pause(walk.interview, "明天再來")
    walk.do.flow.resume(walk.interview)
    assert walk.do.opening.guardian_before(walk.interview) == kept
    other = replace(kept, document=IdentityDocument(DocumentKind.passport, "E1234567"))
    with pytest.raises(BadInput, match="COPY_UNKNOWN"):
        walk.do.opening.identify_party(walk.interview, other)
    with pytest.raises(BadInput, match="COPY_UNKNOWN"):
        walk.do.opening.identify_party(
            walk.interview, replace(kept, copy=PaperCopy(sha256="0" * 64))
        )
    walk.do.opening.identify_party(walk.interview, kept)
    assert walk.facts.parties[PartyRole.guardian] == kept


# Guidance.


def test_a_minors_answers_wait_for_the_guardians_word(at: Practice) -> None:
    walk = answered(minor(at))
    step = open_step(walk.facts)
    assert step is not None
    assert (step.stage, step.missing(walk.facts)) == (
        Stage.questionnaire,
        ("GUIDANCE_NOT_CONFIRMED",),
    )
    with pytest.raises(BadInput, match="STEP_NOT_OPEN"):
        walk.result()
    walk.do.assessments.confirm_guidance(walk.interview)
    walk.result()


def test_every_new_assessment_of_a_minor_waits_again(at: Practice) -> None:
    walk = minor(at).until("questionnaire")
    walk.do.assessments.begin_retake(walk.interview, "監護人覺得有一題看錯")
    walk.answer()
    walk.do.assessments.confirm_answers(walk.interview)
    with pytest.raises(BadInput, match="STEP_NOT_OPEN"):
        walk.result()


def test_an_adult_needs_no_guidance(at: Practice) -> None:
    assert Walk(at).until("result").facts.guidance is None


def test_nobody_confirms_guidance_where_no_guardian_is(at: Practice) -> None:
    walk = Walk(at).until("questionnaire")
    with pytest.raises(BadInput, match="PARTY_NOT_HERE"):
        walk.do.assessments.confirm_guidance(walk.interview)


# The guardian goes.


def test_the_guardian_going_pauses_the_interview_and_both_are_identified_again(
    at: Practice,
) -> None:
    walk = minor(at).until("result")
    walk.do.opening.dismiss_party(walk.interview, PartyRole.guardian)
    assert (walk.facts.state, walk.facts.pause_reason) == (State.paused, GUARDIAN_LEFT)
    walk.do.flow.resume(walk.interview)
    walk.guardian = None
    walk.opening()
    assert walk.facts.pause_reason == RULES_REFUSE
    walk.do.flow.resume(walk.interview)
    walk.guardian = GUARDIAN
    walk.opening().portfolio().products()


def test_a_guardian_named_by_mistake_goes_before_the_opening_is_confirmed(at: Practice) -> None:
    walk = minor(at).begin()
    walk.do.opening.identify_party(walk.interview, GUARDIAN)
    walk.do.opening.dismiss_party(walk.interview, PartyRole.guardian)
    assert walk.facts.state is State.in_progress


def test_a_companion_going_pauses_nothing(at: Practice) -> None:
    walk = minor(at).begin()
    walk.do.opening.identify_party(walk.interview, Party(PartyRole.companion, "林佳宜", None))
    walk.opening()
    walk.do.opening.dismiss_party(walk.interview, PartyRole.companion)
    assert walk.facts.state is State.in_progress


def test_during_signing_the_set_is_void_when_the_guardian_goes(at: Practice) -> None:
    walk = to_signing(minor(at, signing_way=SigningWay.screen))
    number = walk.facts.review.number if walk.facts.review else ""
    walk.do.opening.dismiss_party(walk.interview, PartyRole.guardian)
    assert walk.facts.state is State.paused
    assert walk.facts.numbers_void == (number,)
    assert walk.facts.ceremony is None
    assert {str(row["state"]) for row in walk.do.forms_of(walk.interview)} == {"void"}


def test_printed_pages_come_back_first(at: Practice) -> None:
    walk = to_signing(minor(at))
    walk.do.printing.print_forms(walk.interview, "file")
    ceremony = walk.facts.ceremony
    assert ceremony is not None
    with pytest.raises(BadInput, match="PAGES_NOT_RETURNED"):
        walk.do.opening.dismiss_party(walk.interview, PartyRole.guardian)
    assert walk.facts.state is State.signing
    pages = sum(form.pages for form in ceremony.sealed)
    walk.do.opening.dismiss_party(walk.interview, PartyRole.guardian, pages)
    assert walk.facts.state is State.paused


def test_the_guardian_signs_with_the_minor(at: Practice) -> None:
    walk = to_signing(minor(at))
    assert Mark.guardian_signature in marks_needed(walk.facts)


def test_who_turns_18_overnight_needs_no_guardian_any_more(at: Practice) -> None:
    walk = minor(at, date(2008, 11, 24)).until("needs")
    walk.do.flow.pause(walk.interview, "明天再來")
    at.on(date(2026, 11, 24))
    walk.do.flow.resume(walk.interview)
    walk.guardian = None
    walk.opening()
    assert walk.facts.protections == ()
    walk.questionnaire().result()
