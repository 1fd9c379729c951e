"""The bank's own forms, signed both ways: valid for poppler, genuine here, no bit to spare."""

import random
import subprocess
from datetime import date
from pathlib import Path

import pytest
from tests.forms.examples import FORMS, example, heading
from tests.forms.signed_forms import (
    ADVISER,
    AT,
    INK,
    ROOT_CRT,
    STATION,
    WITNESS,
    KnowsEverything,
    digest_of,
)

from advisor_desk.domain.languages import Language
from advisor_desk.forms.register import Register
from advisor_desk.forms.rendering import render
from advisor_desk.forms.signing import certify, sign_box
from advisor_desk.forms.template import load_template
from advisor_desk.forms.verification import Verdict, verify_pdf

SIGNERS = {"client": STATION, "guardian": STATION, "adviser": ADVISER, "witness": WITNESS}
NUMBER = heading().number


def signed_both_ways(form: str) -> tuple[bytes, bytes, int]:
    """Return it for paper, from the screen, and how many signatures the latter bears."""
    values = example(form, Language.zh_TW)
    template = load_template(form, date(2026, 11, 23))
    made = render(template, values, language=Language.zh_TW, heading=heading())
    paper = certify(made.content, STATION, number=NUMBER, boxes=(), at=AT)
    screen = certify(made.content, STATION, number=NUMBER, boxes=made.boxes, at=AT)
    for box in made.boxes:
        screen = sign_box(screen, SIGNERS[box.signer], box=box.name, ink=INK, at=AT)
    return paper, screen, len(made.boxes) + 1


@pytest.mark.parametrize("form", [form for form in FORMS if form not in {"F8", "slip"}])
def test_a_signed_form_is_valid_elsewhere_and_genuine_here(form: str, tmp_path: Path) -> None:
    paper, screen, signatures = signed_both_ways(form)
    register = Register(tmp_path / "register.jsonl")
    for content, count in ((paper, 1), (screen, signatures)):
        register.append(NUMBER, form, digest_of(content))
        found = verify_pdf(content, register=register, root=ROOT_CRT)
        assert (found.verdict, found.form) == (Verdict.genuine, f"{NUMBER}-{form}")
        file = tmp_path / "form.pdf"
        file.write_bytes(content)
        said = subprocess.run(["pdfsig", str(file)], capture_output=True, text=True, check=True)
        assert said.stdout.count("Signature is Valid") == count


def test_signing_embeds_no_further_font(tmp_path: Path) -> None:
    fonts = []
    for content in signed_both_ways("F1")[:2]:
        file = tmp_path / "form.pdf"
        file.write_bytes(content)
        said = subprocess.run(["pdffonts", str(file)], capture_output=True, text=True, check=True)
        fonts.append(said.stdout)
    assert fonts[0] == fonts[1]


def test_200_flipped_bits_of_f1_are_seen_whatever_the_register_says(tmp_path: Path) -> None:
    register = KnowsEverything(tmp_path / "register.jsonl")
    for content in signed_both_ways("F1")[:2]:
        assert verify_pdf(content, register=register, root=ROOT_CRT).verdict is Verdict.genuine
        for bit in random.Random(412).sample(range(len(content) * 8), 200):  # noqa: S311
            changed = bytearray(content)
            changed[bit // 8] ^= 1 << bit % 8
            found = verify_pdf(bytes(changed), register=register, root=ROOT_CRT)
            assert found.verdict not in {Verdict.genuine, Verdict.superseded}, bit
