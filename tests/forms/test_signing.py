"""Sealing and signing: what stands in the file, and what poppler says about it."""

import gc
import re
import subprocess
import tracemalloc
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm
from tests.forms.signed_forms import (
    ADVISER,
    AT,
    BOXES,
    INK,
    PAPER_NUMBER,
    SCREEN_NUMBER,
    STATION,
    WITNESS,
    laid_out,
    paper_form,
    screen_form,
    screen_stages,
)

from advisor_desk.domain.trouble import BadInput
from advisor_desk.forms.signing import SEAL_FIELD, certify, sign_box


def pdfsig(content: bytes, folder: Path) -> str:
    file = folder / "form.pdf"
    file.write_bytes(content)
    done = subprocess.run(["pdfsig", str(file)], capture_output=True, text=True, check=False)
    return done.stdout


def reader_of(content: bytes) -> PdfFileReader:
    return PdfFileReader(BytesIO(content))


def ink_pixels(content: bytes, *, with_forms: bool = True) -> int:
    """Count the pixels of the ink's blue on page two."""
    document = pypdfium2.PdfDocument(content)
    if with_forms:
        document.init_forms()
    picture = document[1].render(scale=1, may_draw_forms=with_forms).to_pil().convert("RGB")
    document.close()
    return sum(blue > red + 60 for red, _, blue in picture.get_flattened_data())


def test_poppler_calls_the_seal_of_a_paper_form_valid(tmp_path: Path) -> None:
    said = pdfsig(paper_form(), tmp_path)
    assert said.count("Signature is Valid") == 1
    assert "Total document signed" in said
    assert "ETSI.CAdES.detached" in said


def test_poppler_calls_every_signature_of_a_screen_form_valid(tmp_path: Path) -> None:
    said = pdfsig(screen_form(), tmp_path)
    names = re.findall(r"Signature Field Name: (\S+)", said)
    assert sorted(names) == sorted([SEAL_FIELD, "client", "adviser", "witness"])
    assert said.count("Signature is Valid") == 4


def test_each_signs_with_the_identity_meant_for_the_box(tmp_path: Path) -> None:
    del tmp_path
    signed = {
        one.field_name: one.signer_cert for one in reader_of(screen_form()).embedded_signatures
    }
    names = {field: cert.subject.native["common_name"] for field, cert in signed.items()}
    assert names == {
        SEAL_FIELD: STATION.name,
        "client": STATION.name,
        "adviser": ADVISER.name,
        "witness": WITNESS.name,
    }


def test_paper_allows_no_change_and_has_no_box_to_sign_in() -> None:
    reader = reader_of(paper_form())
    assert reader.embedded_signatures[0].docmdp_level is MDPPerm.NO_CHANGES
    assert len(reader.root["/AcroForm"]["/Fields"]) == 1


def test_screen_allows_signing_in_exactly_the_given_boxes() -> None:
    reader = reader_of(screen_stages()[0])
    assert reader.embedded_signatures[0].docmdp_level is MDPPerm.FILL_FORMS
    fields = [field.get_object() for field in reader.root["/AcroForm"]["/Fields"]]
    assert [field["/T"] for field in fields] == [SEAL_FIELD, *(box.name for box in BOXES)]
    assert [float(side) for side in fields[1]["/Rect"]] == [60.5, 90, 210.5, 140]
    assert [("/V" in field) for field in fields] == [True, False, False, False]


def test_the_time_of_signing_is_the_one_given() -> None:
    times = [one.self_reported_timestamp for one in reader_of(screen_form()).embedded_signatures]
    assert times == [AT + timedelta(minutes=minute) for minute in range(4)]


def test_the_machines_time_and_pyhankos_name_stand_nowhere() -> None:
    for content in (paper_form(), screen_form()):
        assert b"pyHanko" not in content
        assert b"ModDate" not in content[len(laid_out(PAPER_NUMBER)) :]
        assert b"/Metadata" not in content


def test_the_form_itself_stays_as_it_was_laid_out() -> None:
    assert paper_form().startswith(laid_out(PAPER_NUMBER))
    stages = screen_stages()
    for before, after in zip((laid_out(SCREEN_NUMBER), *stages), stages, strict=False):
        assert after.startswith(before)


def test_the_number_is_readable_without_a_parser() -> None:
    assert f"/Reason ({PAPER_NUMBER})".encode() in paper_form()


def test_ink_is_seen_in_its_box_and_adds_no_font() -> None:
    sealed, client, *_ = screen_stages()
    assert ink_pixels(sealed) == 0
    assert ink_pixels(client) > 200
    assert ink_pixels(client, with_forms=False) == 0
    assert b"/Font" not in client[len(sealed) :]
    assert len(client) - len(sealed) < 8_000


def test_a_box_signed_without_ink_stays_white() -> None:
    _, _, adviser, witness = screen_stages()
    assert ink_pixels(witness) == ink_pixels(adviser)


@pytest.mark.parametrize("box", ["client", "nobody", SEAL_FIELD, "", "client.x"])
def test_a_box_that_is_not_open_is_refused_by_name(box: str) -> None:
    with pytest.raises(BadInput, match="BOX_NOT_OPEN") as caught:
        sign_box(screen_stages()[1], ADVISER, box=box, ink=INK, at=AT)
    assert caught.value.facts == {"box": box}


def test_a_paper_form_has_no_box_to_sign_in() -> None:
    with pytest.raises(BadInput, match="BOX_NOT_OPEN"):
        sign_box(paper_form(), ADVISER, box="adviser", ink=INK, at=AT)


def test_nobody_signs_for_a_moment_before_the_own_certificate() -> None:
    first = ADVISER.certificate.not_valid_before_utc
    early = first - timedelta(seconds=1)
    sealed = screen_stages()[0]
    with pytest.raises(BadInput, match="SIGNER_NOT_VALID_THEN"):
        sign_box(sealed, ADVISER, box="adviser", ink=INK, at=early)
    assert sign_box(sealed, ADVISER, box="adviser", ink=INK, at=first)


def test_a_time_without_its_zone_is_a_mistake_of_the_program() -> None:
    naive = datetime(2026, 11, 23, 14, 41)  # noqa: DTZ001 - meant
    with pytest.raises(ValueError, match="2026"):
        certify(laid_out(PAPER_NUMBER), STATION, number=PAPER_NUMBER, boxes=(), at=naive)


@pytest.mark.parametrize("number", ["", "1) /Evil (", "第1號", "A" * 65])
def test_a_number_that_could_break_out_of_its_place_is_a_mistake(number: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the number itself is the message
        certify(laid_out(PAPER_NUMBER), STATION, number=number, boxes=(), at=AT)


def test_signing_again_and_again_keeps_no_memory() -> None:
    sealed = screen_stages()[0]

    def sign_some(times: int) -> None:
        for _ in range(times):
            certify(laid_out(PAPER_NUMBER), STATION, number=PAPER_NUMBER, boxes=BOXES, at=AT)
            sign_box(sealed, ADVISER, box="adviser", ink=INK, at=AT)

    def kept_by(times: int) -> int:
        before = tracemalloc.get_traced_memory()[0]
        sign_some(times)
        gc.collect()
        return tracemalloc.get_traced_memory()[0] - before

    tracemalloc.start()
    try:
        sign_some(5)
        kept = [kept_by(20) for _ in range(3)]
    finally:
        tracemalloc.stop()
    assert min(kept) < 10_000, "more than 0.25 kB a signature stays behind"
