"""Sets of protected clients: who signs what, in which order, and whose key is behind it."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from tests.forms.paper import bare, text_of
from tests.services.branch import ADMINISTRATOR, WITNESS, Practice, practice
from tests.services.protected import (
    GUARDIAN,
    NOT_WANTED,
    WISH,
    Protected,
    above,
    elder,
    minor,
)

from advisor_desk.domain.interview import Mark, SigningWay
from advisor_desk.domain.interview_events import FormFile
from advisor_desk.domain.paper_events import InkGiven, MarkSeen, RecordMade
from advisor_desk.domain.trouble import BadInput, NotPermitted
from advisor_desk.forms.verification import Verdict, verify_pdf
from advisor_desk.services.registering import register_of
from advisor_desk.store.keys import PUBLISHED_PASSWORD

WAYS = list(SigningWay)
CASES = {
    "elder": (elder, ["F1", "F2", "F3", "F5"]),
    "minor": (minor, ["F1", "F2", "F3", "F6"]),
    "above": (above, ["F1", "F2", "F3", "F4"]),
}
EVERY = [Mark.grade_written, Mark.statement_copied, Mark.client_signature, Mark.adviser_signature]


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def walked(at: Practice, case: str, way: SigningWay, step: str) -> Protected:
    walk = CASES[case][0](at, way)
    walk.until(step)
    return walk


def content_of(at: Practice, form: FormFile) -> bytes:
    return at.desk.book.document(form.sha256)


def papers_of(walk: Protected) -> dict[str, bytes]:
    """Return the bytes under review, or as signed."""
    ceremony, review = walk.facts.ceremony, walk.facts.review
    forms = ceremony.signed if ceremony else review.forms if review else ()
    return {one.form: content_of(walk.at, one) for one in forms}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("case", list(CASES))
def test_every_form_of_the_set_is_genuine_and_listed_on_the_cover(
    at: Practice, case: str, way: SigningWay, tmp_path: Path
) -> None:
    walk = walked(at, case, way, "close")
    ceremony = walk.facts.ceremony
    assert ceremony is not None
    assert [one.form for one in ceremony.signed] == CASES[case][1]
    made = at.desk.book.events(f"interview:{walk.interview}", RecordMade)[0].event
    assert isinstance(made, RecordMade)
    record, cover = made.forms
    assert (record.form, cover.form) == ("F7", "F10")
    root = (at.home / "root.crt").read_bytes()
    for form in (*ceremony.signed, *made.forms):
        found = verify_pdf(content_of(at, form), register=register_of(at.desk), root=root)
        assert found.verdict is Verdict.genuine, form.form
    listed = bare(text_of(content_of(at, cover), tmp_path))
    for form in (*ceremony.signed, record):
        assert form.sha256[:16] in listed


@pytest.mark.parametrize(
    ("case", "extra"),
    [
        ("elder", [Mark.witness_signature]),
        ("minor", [Mark.guardian_signature]),
        ("above", [Mark.declaration_signature, Mark.witness_signature]),
    ],
)
def test_each_mark_has_its_boxes_and_no_box_is_left_over(
    at: Practice, case: str, extra: list[Mark]
) -> None:
    walk = walked(at, case, SigningWay.screen, "begin_signing")
    wanted = [one for one in Mark if one in (*EVERY, *extra)]
    asked = [box for mark in wanted for box in walk.do.signing.boxes_for(walk.interview, mark)]
    ceremony = walk.facts.ceremony
    assert ceremony is not None
    assert all(walk.do.signing.boxes_for(walk.interview, mark) for mark in wanted)
    every = [f"{form.form}.{place.name}" for form in ceremony.sealed for place in form.places]
    assert sorted(asked) == sorted(every)


def test_the_witness_signs_last_with_the_own_key(at: Practice) -> None:
    walk = walked(at, "above", SigningWay.screen, "sign")
    for form in ("F1", "F4"):
        signatures = PdfFileReader(BytesIO(papers_of(walk)[form])).embedded_signatures
        *others, last = [(one.field_name, one.signer_cert.subject.native) for one in signatures]
        assert last[0] == "witness"
        assert WITNESS.name in str(last[1])
        assert not any(WITNESS.name in str(who) for _, who in others)


def test_the_witness_is_the_actor_of_the_own_mark(at: Practice) -> None:
    for way, kind in ((SigningWay.paper, MarkSeen), (SigningWay.screen, InkGiven)):
        walk = elder(at, way)
        walk.order += len(way.name)
        walk.until("sign")
        last = at.desk.book.events(f"interview:{walk.interview}", kind)[-1]
        assert last.actor == WITNESS.staff_no
        ceremony = walk.facts.ceremony
        assert ceremony is not None
        assert ceremony.marks[Mark.witness_signature] == WITNESS.staff_no


def until_the_witness(at: Practice, way: SigningWay) -> Protected:
    walk = walked(at, "elder", way, "begin_signing")
    walk.print_on_paper()
    for mark in EVERY:
        walk.make(mark)
    return walk


def sign_as(walk: Protected, staff_no: str, password: str) -> None:
    if walk.signing_way is SigningWay.paper:
        walk.do.signing.see_witness_mark(walk.interview, staff_no, password)
    else:
        ink = walk.ink(Mark.witness_signature)
        walk.do.signing.give_witness_ink(walk.interview, staff_no, password, ink)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("staff_no", "password", "code"),
    [
        (WITNESS.staff_no, "somebody else's", "SIGN_IN_FAILED"),
        ("20417", PUBLISHED_PASSWORD, "NOT_THE_WITNESS"),
        (ADMINISTRATOR.staff_no, PUBLISHED_PASSWORD, "NOT_THE_WITNESS"),
    ],
    ids=["a wrong password", "the adviser", "another colleague"],
)
def test_nobody_but_the_witness_makes_the_witness_mark(
    at: Practice, way: SigningWay, staff_no: str, password: str, code: str
) -> None:
    walk = until_the_witness(at, way)
    with pytest.raises((BadInput, NotPermitted), match=code):
        sign_as(walk, staff_no, password)
    with pytest.raises(BadInput, match="MARKS_MISSING"):
        walk.sign()
    sign_as(walk, WITNESS.staff_no, PUBLISHED_PASSWORD)
    walk.sign()


@pytest.mark.parametrize("way", WAYS)
def test_the_adviser_cannot_see_or_write_the_witness_mark(at: Practice, way: SigningWay) -> None:
    walk, mark = until_the_witness(at, way), Mark.witness_signature
    signing = walk.do.signing
    ink = walk.ink(mark)
    acts: dict[SigningWay, Callable[[], None]] = {
        SigningWay.paper: lambda: signing.see_mark(walk.interview, mark),
        SigningWay.screen: lambda: signing.give_ink(walk.interview, mark, ink),
    }
    with pytest.raises(BadInput, match="WITNESS_SIGNS_IN"):
        acts[way]()


@pytest.mark.parametrize("way", WAYS)
def test_the_witness_waits_for_all_other_marks(at: Practice, way: SigningWay) -> None:
    walk = walked(at, "elder", way, "begin_signing")
    walk.print_on_paper()
    with pytest.raises(BadInput, match="MARK_OUT_OF_ORDER"):
        sign_as(walk, WITNESS.staff_no, PUBLISHED_PASSWORD)


def test_a_program_started_again_signs_what_the_witness_signed(at: Practice) -> None:
    walk = until_the_witness(at, SigningWay.screen)
    sign_as(walk, WITNESS.staff_no, PUBLISHED_PASSWORD)
    at.again()
    walk.sign()
    assert walk.facts.ceremony is not None
    assert walk.facts.ceremony.signed == walk.facts.ceremony.witnessed


def test_f5_says_what_the_witness_heard_and_decided(at: Practice, tmp_path: Path) -> None:
    walk = walked(at, "elder", SigningWay.paper, "review")
    said = bare(text_of(papers_of(walk)["F5"], tmp_path))
    witness = walk.facts.witness
    assert witness is not None
    heard = (*witness.questions, *witness.heard.values())
    assert len(heard) == 6
    for text in (WITNESS.name, WITNESS.post, WITNESS.staff_no, *heard):
        assert bare(text) in said
    application = bare(text_of(papers_of(walk)["F1"], tmp_path))
    assert bare(WITNESS.name) in application
    assert "F5" in application


def test_f4_says_gap_warnings_alternatives_and_the_own_words(at: Practice, tmp_path: Path) -> None:
    walk = walked(at, "above", SigningWay.paper, "review")
    said = bare(text_of(papers_of(walk)["F4"], tmp_path))
    for text in ("A2", "R4", "高出兩級", NOT_WANTED, WISH, WITNESS.name, walk.words or ""):
        assert bare(text) in said


def test_f6_says_who_the_guardian_is_and_where_the_copy_is(at: Practice, tmp_path: Path) -> None:
    walk = walked(at, "minor", SigningWay.paper, "review")
    said = bare(text_of(papers_of(walk)["F6"], tmp_path))
    for text in (
        GUARDIAN.name,
        GUARDIAN.proof_number,
        "戶口簿",
        "2026-118",
        GUARDIAN.relation or "",
    ):
        assert bare(text) in said
    assert bare(GUARDIAN.name) in bare(text_of(papers_of(walk)["F2"], tmp_path))


def test_a_plain_sale_has_no_box_for_guardian_declaration_or_witness(at: Practice) -> None:
    walk = Protected(at, signing_way=SigningWay.screen)
    walk.until("begin_signing")
    ceremony = walk.facts.ceremony
    assert ceremony is not None
    names = {place.name for form in ceremony.sealed for place in form.places}
    assert not {name for name in names if name.startswith(("guardian", "witness"))}
    assert "client_declaration" not in names


def test_the_slip_of_a_paused_interview_says_nothing_about_money(
    at: Practice, tmp_path: Path
) -> None:
    walk = walked(at, "elder", SigningWay.paper, "products")
    walk.do.flow.wait_for_witness(walk.interview)
    said = bare(text_of(walk.do.slips.appointment(walk.interview), tmp_path))
    assert "陳女士／先生" in said
    assert "現在什麼都還沒有決定" in said
    for text in ("陳示例", "DEMO", "R3", "A5", "100,000", "4821", "990101"):
        assert text not in said


def test_ink_of_the_witness_is_wanted_in_every_box(at: Practice) -> None:
    walk = until_the_witness(at, SigningWay.screen)
    boxes = walk.do.signing.boxes_for(walk.interview, Mark.witness_signature)
    assert boxes == ("F1.witness", "F5.witness")
    with pytest.raises(BadInput, match="INK_BOXES_DIFFER"):
        walk.do.signing.give_witness_ink(
            walk.interview, WITNESS.staff_no, PUBLISHED_PASSWORD, walk.ink(Mark.client_signature)
        )


def test_the_cover_lists_a_printed_set_that_was_given_up(at: Practice, tmp_path: Path) -> None:
    walk = walked(at, "minor", SigningWay.paper, "begin_signing")
    walk.print_on_paper()
    ceremony = walk.facts.ceremony
    assert ceremony is not None
    pages = sum(form.pages for form in ceremony.sealed)
    walk.do.signing.void_set(walk.interview, "簽名簽錯了地方", pages)
    for step in ("review", "begin_signing", "marks", "sign", "handover", "close"):
        getattr(walk, step)()
    made = at.desk.book.events(f"interview:{walk.interview}", RecordMade)[0].event
    assert isinstance(made, RecordMade)
    listed = bare(text_of(content_of(at, made.forms[-1]), tmp_path))
    assert bare(f"作廢的一套 {ceremony.number}：F1、F2、F3、F6") in listed
    assert bare("影本：戶口簿") in listed
