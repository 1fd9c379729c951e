"""Genuine, superseded, altered, unknown: each on real files, and every kind of tampering."""

import random
import subprocess
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from unittest.mock import Mock

import pypdfium2
import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign.fields import MDPPerm
from reportlab.pdfgen.canvas import Canvas
from tests.forms.bombs import bomb
from tests.forms.overlay import with_overlay
from tests.forms.signed_forms import (
    ADVISER,
    AT,
    INK,
    OTHER_NUMBER,
    OTHER_ROOT,
    OTHER_STATION,
    PAPER_NUMBER,
    ROOT,
    ROOT_CRT,
    SCREEN_NUMBER,
    STATION,
    KnowsEverything,
    digest_of,
    laid_out,
    other_homes_form,
    paper_form,
    register_in,
    screen_form,
    screen_stages,
)

from advisor_desk.domain.trouble import Tampered
from advisor_desk.forms import signing
from advisor_desk.forms.authority import SigningIdentity, certificate_bytes, issue
from advisor_desk.forms.register import VOID, Register
from advisor_desk.forms.signing import certify, sign_box
from advisor_desk.forms.verification import LARGEST_FORM, Verdict, Verification, verify_pdf

both_forms = pytest.mark.parametrize("form", [paper_form, screen_form], ids=["paper", "screen"])


@pytest.fixture(name="register")
def _register(tmp_path: Path) -> Register:
    return register_in(tmp_path)


@pytest.fixture(name="fooled")
def _fooled(tmp_path: Path) -> Register:
    return KnowsEverything(register_in(tmp_path)._path)


def verified(content: bytes, register: Register) -> Verification:
    return verify_pdf(content, register=register, root=ROOT_CRT)


def flipped(content: bytes, bit: int) -> bytes:
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


@both_forms
def test_a_form_as_it_was_signed_is_genuine(form: Callable[[], bytes], register: Register) -> None:
    found = verified(form(), register)
    number = PAPER_NUMBER if form is paper_form else SCREEN_NUMBER
    assert found == Verification(Verdict.genuine, f"{number}-F1", ())


def test_root_crt_may_be_der(register: Register) -> None:
    der = ROOT.certificate.public_bytes(Encoding.DER)
    found = verify_pdf(paper_form(), register=register, root=der)
    assert found.verdict is Verdict.genuine


@pytest.mark.parametrize(("by", "cause"), [(SCREEN_NUMBER, "REPLACED"), (VOID, "VOIDED")])
def test_a_form_replaced_or_made_void_is_superseded(
    register: Register, by: str, cause: str
) -> None:
    register.append(PAPER_NUMBER, "F1", digest_of(paper_form()), superseded_by=by)
    found = verified(paper_form(), register)
    assert found == Verification(Verdict.superseded, f"{PAPER_NUMBER}-F1", (cause,))


def test_without_a_home_nothing_is_known(register: Register) -> None:
    for given_register, root in ((None, None), (register, None), (None, ROOT_CRT)):
        found = verify_pdf(paper_form(), register=given_register, root=root)
        assert found == Verification(Verdict.unknown, None, ("NO_HOME",))


def test_another_homes_form_is_unknown(register: Register) -> None:
    found = verified(other_homes_form(), register)
    assert (found.verdict, found.form) == (Verdict.unknown, None)


def test_a_registered_form_is_refused_under_another_root(register: Register) -> None:
    other = certificate_bytes(OTHER_ROOT.certificate)
    found = verify_pdf(paper_form(), register=register, root=other)
    assert found.verdict is Verdict.altered
    assert "SIGNATURE_DIFFERS" in found.causes


def test_a_broken_register_is_said_not_used(register: Register) -> None:
    register._path.write_bytes(register._path.read_bytes().replace(b'"F1"', b'"F2"', 1))
    with pytest.raises(Tampered):
        verified(paper_form(), register)


def test_2000_flipped_places_are_each_altered(register: Register) -> None:
    chance = random.Random(2026)  # noqa: S311
    for form in (paper_form(), screen_form()):
        for place in chance.sample(range(len(form)), 1_000):
            changed = bytearray(form)
            changed[place] ^= chance.choice((0xFF, 1 << chance.randrange(8)))
            found = verified(bytes(changed), register)
            assert found.verdict is Verdict.altered, place


@both_forms
def test_200_flipped_bits_are_seen_by_the_signatures_alone(
    form: Callable[[], bytes], fooled: Register
) -> None:
    content = form()
    for bit in random.Random(200).sample(range(len(content) * 8), 200):  # noqa: S311
        assert verified(flipped(content, bit), fooled).verdict is Verdict.altered, bit


@both_forms
def test_flips_where_no_signature_looks_are_seen_by_the_spelling(
    form: Callable[[], bytes], fooled: Register
) -> None:
    content = form()
    start = content.rindex(b"/Contents <")
    end = content.index(b">", start) + 1
    near = range(start * 8, end * 8)
    for bit in random.Random(7).sample(near, 300):  # noqa: S311
        assert verified(flipped(content, bit), fooled).verdict is Verdict.altered, bit


@both_forms
def test_flips_in_the_last_cross_references_are_seen(
    form: Callable[[], bytes], fooled: Register
) -> None:
    content = form()
    last = range((len(content) - 420) * 8, len(content) * 8)
    for bit in random.Random(9).sample(last, 200):  # noqa: S311
        assert verified(flipped(content, bit), fooled).verdict is Verdict.altered, bit


@both_forms
def test_lower_case_digits_of_the_same_signature_are_altered(
    form: Callable[[], bytes], fooled: Register
) -> None:
    content = form()
    start = content.rindex(b"/Contents <") + 11
    end = content.index(b">", start)
    changed = content[:start] + content[start:end].lower() + content[end:]
    assert verified(changed, fooled).causes[0] == "LAYOUT_NOT_OURS"


@pytest.mark.parametrize(
    "added", [b"\n", b" ", b"\0", b"%%EOF\n", b"x" * 10_000, paper_form()], ids=len
)
def test_data_appended_is_altered(added: bytes, register: Register, fooled: Register) -> None:
    for content in (paper_form(), screen_form()):
        for one in (register, fooled):
            found = verified(content + added, one)
            assert found.verdict is Verdict.altered
        assert found.causes[0] in {"ADDED_AFTER_SIGNING", "LAYOUT_NOT_OURS"}


@both_forms
def test_an_overlay_added_after_signing_is_altered(
    form: Callable[[], bytes], register: Register, fooled: Register
) -> None:
    changed = with_overlay(form())
    assert verified(changed, register).verdict is Verdict.altered
    assert verified(changed, fooled).causes[0] == "ADDED_AFTER_SIGNING"


def test_an_overlay_under_a_later_true_signature_is_altered(fooled: Register) -> None:
    sealed = screen_stages()[0]
    over = sign_box(with_overlay(sealed), ADVISER, box="adviser", ink=INK, at=AT)
    assert verified(over, fooled).causes[0] == "LAYOUT_NOT_OURS"


def test_an_overlay_within_a_true_signatures_revision_is_altered(
    fooled: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody with a true key and other software changes the page in the signing revision."""
    original = IncrementalPdfFileWriter.write_in_place

    def with_changed_page(writer: IncrementalPdfFileWriter) -> None:
        page = writer.root["/Pages"]["/Kids"][0]
        page[generic.pdf_name("/Rotate")] = generic.NumberObject(180)
        writer.update_container(page)
        original(writer)

    monkeypatch.setattr(IncrementalPdfFileWriter, "write_in_place", with_changed_page)
    changed = sign_box(screen_stages()[0], ADVISER, box="adviser", ink=INK, at=AT)
    assert verified(changed, fooled).causes[0] == "CHANGE_NOT_ALLOWED"


def test_a_seal_that_allows_more_than_ours_is_altered(
    fooled: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signing, "MDPPerm", Mock(NO_CHANGES=MDPPerm.FILL_FORMS))
    lax = certify(laid_out(PAPER_NUMBER), STATION, number=PAPER_NUMBER, boxes=(), at=AT)
    assert verified(lax, fooled).causes[0] == "LAYOUT_NOT_OURS"


def saved_again(content: bytes) -> bytes:
    """Save as a viewer does: same pages and fields, other bytes."""
    document = pypdfium2.PdfDocument(content)
    made = BytesIO()
    document.save(made)
    document.close()
    return made.getvalue()


def with_page_of_another(content: bytes) -> bytes:
    document = pypdfium2.PdfDocument(content)
    other = pypdfium2.PdfDocument(laid_out(OTHER_NUMBER))
    del document[1]
    document.import_pages(other, [1], 1)
    made = BytesIO()
    document.save(made)
    document.close()
    return made.getvalue()


def printed_to_pdf(content: bytes) -> bytes:
    """Print into a new file: no signature, other fonts, compressed words."""
    done = subprocess.run(
        ["pdftocairo", "-pdf", "-", "-"], input=content, capture_output=True, check=True
    )
    return done.stdout


def signatures_taken_out(content: bytes) -> bytes:
    return content[: content.index(b"%%EOF") + 6]


def encrypted(content: bytes) -> bytes:
    writer = copy_into_new_writer(PdfFileReader(BytesIO(content)))
    writer.encrypt("owner", "")
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


@both_forms
@pytest.mark.parametrize(
    "change",
    [saved_again, with_page_of_another, printed_to_pdf, signatures_taken_out, encrypted],
)
def test_a_form_made_over_is_altered(
    form: Callable[[], bytes],
    change: Callable[[bytes], bytes],
    register: Register,
    fooled: Register,
) -> None:
    changed = change(form())
    found = verified(changed, register)
    assert found.verdict is Verdict.altered
    assert {"NUMBER_OF_THIS_HOME", "SIGNATURE_OF_THIS_HOME"} & set(found.causes)
    assert verified(changed, fooled).verdict is Verdict.altered


def test_the_same_form_without_its_last_signature_is_altered(register: Register) -> None:
    for earlier in screen_stages()[:-1]:
        found = verified(earlier, register)
        assert (found.verdict, found.form) == (Verdict.altered, SCREEN_NUMBER)


@both_forms
@pytest.mark.parametrize("share", [0.999, 0.9, 0.6, 0.5])
def test_a_truncated_form_is_altered(
    form: Callable[[], bytes], share: float, register: Register, fooled: Register
) -> None:
    cut = form()[: int(len(form()) * share)]
    assert verified(cut, fooled).verdict is Verdict.altered
    assert verified(cut, register).verdict in {Verdict.altered, Verdict.unknown}


def test_a_made_up_form_with_a_number_of_this_home_is_altered(register: Register) -> None:
    found = verified(laid_out(PAPER_NUMBER), register)
    assert (found.verdict, found.form) == (Verdict.altered, PAPER_NUMBER)
    assert found.causes == ("SIGNATURE_MISSING", "NOT_IN_REGISTER", "NUMBER_OF_THIS_HOME")


def test_a_home_of_the_same_branch_and_station_is_another_home(register: Register) -> None:
    number = "HB011-2026-01-00009"
    content = laid_out(number)
    signed = certify(content, OTHER_STATION, number=number, boxes=(), at=AT)
    for unregistered in (content, signed):
        found = verified(unregistered, register)
        assert (found.verdict, found.form) == (Verdict.unknown, None)
    assert found.causes == ("SIGNATURE_DIFFERS", "NOT_IN_REGISTER")


def test_another_homes_form_with_a_number_registered_here_is_altered(register: Register) -> None:
    made = certify(laid_out(PAPER_NUMBER), OTHER_STATION, number=PAPER_NUMBER, boxes=(), at=AT)
    found = verified(made, register)
    assert (found.verdict, found.form) == (Verdict.altered, PAPER_NUMBER)
    assert found.causes[-1] == "NUMBER_OF_THIS_HOME"


@both_forms
def test_a_form_whose_line_was_lost_is_altered_by_its_certificate(
    form: Callable[[], bytes], tmp_path: Path
) -> None:
    empty = Register(tmp_path / "empty.jsonl")
    for content in (form(), form() + b"\n", flipped(form(), 8_000)):
        found = verified(content, empty)
        assert (found.verdict, found.form) == (Verdict.altered, None)
        assert found.causes[-1] == "SIGNATURE_OF_THIS_HOME"


def test_a_true_signature_of_this_home_on_something_else_is_altered(register: Register) -> None:
    made = certify(laid_out(OTHER_NUMBER), STATION, number=OTHER_NUMBER, boxes=(), at=AT)
    found = verified(made, register)
    assert found.verdict is Verdict.altered
    assert found.causes == ("NOT_IN_REGISTER", "SIGNATURE_OF_THIS_HOME")


def test_a_seal_by_another_home_over_our_number_is_altered_even_if_registered(
    fooled: Register,
) -> None:
    made = certify(laid_out(PAPER_NUMBER), OTHER_STATION, number=PAPER_NUMBER, boxes=(), at=AT)
    assert verified(made, fooled).causes[0] == "SIGNATURE_DIFFERS"


def test_a_signature_before_the_signers_certificate_is_altered(
    fooled: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    early = issue(ROOT, "early (example)", date(2026, 11, 23))
    late = issue(ROOT, "late (example)", date(2026, 11, 25))
    swapped = SigningIdentity(late.name, late.private_key, late.certificate, late.root)
    monkeypatch.setattr(signing, "_check_covers", lambda *_: None)
    content = certify(laid_out(PAPER_NUMBER), early, number=PAPER_NUMBER, boxes=(), at=AT)
    assert verified(content, fooled).verdict is Verdict.genuine
    content = certify(laid_out(PAPER_NUMBER), swapped, number=PAPER_NUMBER, boxes=(), at=AT)
    assert verified(content, fooled).causes[0] == "SIGNATURE_INVALID"


def unrelated_pdf() -> bytes:
    made = BytesIO()
    canvas = Canvas(made)
    canvas.drawString(60, 700, "Account statement 2026-01-00001")
    canvas.save()
    return made.getvalue()


STRANGERS = {
    "empty": b"",
    "text": "這不是表格 HB01".encode(),
    "unrelated PDF": unrelated_pdf(),
    "head only": b"%PDF-1.7\n",
    "deep nesting": b"%PDF-1.7\n1 0 obj\n" + b"[<<" * 300_000,
    "bomb": bomb(),
    "many streams": b"%PDF-1.7\n" + b"stream\nendstream\n" * 50_000,
    "byte range out of the file": b"%PDF-1.7\n/ByteRange [0 99999999 999999999 9999999999]",
    "many byte ranges": b"%PDF-1.7\n" + b"/ByteRange [0 1 2 3]\n" * 100_000,
    "zeros": bytes(100_000),
    "long digits": b"%PDF-" + b"1111-01-" * 200_000,
}


@pytest.mark.parametrize("name", STRANGERS)
def test_a_strangers_file_is_unknown_and_harmless(
    name: str, register: Register, fooled: Register
) -> None:
    found = verified(STRANGERS[name], register)
    assert (found.verdict, found.form) == (Verdict.unknown, None)
    assert found.causes[-1] == "NOT_IN_REGISTER"
    assert verified(STRANGERS[name], fooled).verdict is Verdict.altered


def test_a_file_larger_than_any_form_is_not_read_to_its_end(register: Register) -> None:
    found = verified(paper_form() + bytes(LARGEST_FORM), register)
    assert (found.verdict, found.causes[0]) == (Verdict.altered, "FORM_TOO_LARGE")
    found = verified(bytes(LARGEST_FORM + 1), register)
    assert (found.verdict, found.causes[0]) == (Verdict.unknown, "FORM_TOO_LARGE")
