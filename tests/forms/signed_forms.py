"""A home of invented people with two signed forms: one for paper, one signed on screen."""

import hashlib
import math
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from functools import cache
from io import BytesIO
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from advisor_desk.forms.authority import certificate_bytes, issue, new_root
from advisor_desk.forms.boxes import SignatureBox
from advisor_desk.forms.ink import Ink, InkPoint
from advisor_desk.forms.register import Register, RegisteredForm
from advisor_desk.forms.signing import certify, sign_box

ZONE = timezone(timedelta(hours=8))
AT = datetime(2026, 11, 23, 14, 41, tzinfo=ZONE)
PAPER_NUMBER, SCREEN_NUMBER = "HB011-2026-01-00001", "HB011-2026-01-00002"
OTHER_NUMBER = "ZZ099-2026-01-00001"

ROOT = new_root("HB01", date(2000, 1, 1))
STATION = issue(ROOT, "HB01 station 1", date(2000, 1, 1))
ADVISER = issue(ROOT, "李四 (example)", date(2026, 1, 1))
WITNESS = issue(ROOT, "趙六 (example)", date(2026, 1, 1))
OTHER_ROOT = new_root("ZZ09", date(2000, 1, 1))
OTHER_STATION = issue(OTHER_ROOT, "ZZ09 station 9", date(2000, 1, 1))
ROOT_CRT = certificate_bytes(ROOT.certificate)

BOXES = tuple(
    SignatureBox(name, page=1, left=60.5 + 165 * place, bottom=90, width=150, height=50)
    for place, name in enumerate(("client", "adviser", "witness"))
)
INK = Ink(
    (
        tuple(InkPoint(i / 50, 0.5 + 0.4 * math.sin(i / 4), i / 50, 8 * i) for i in range(51)),
        (InkPoint(0.9, 0.1, 1, 500),),
    )
)


@cache
def laid_out(number: str) -> bytes:
    """Two pages of Chinese by reportlab, as the forms are made."""
    font = Path(__file__).parents[2] / "resources/fonts/NotoSansSC_400Regular.ttf"
    pdfmetrics.registerFont(TTFont("SigningTest", font))
    made = BytesIO()
    canvas = Canvas(made, invariant=1, initialFontName="SigningTest")
    for page in (1, 2):
        canvas.setFont("SigningTest", 11)
        canvas.drawString(60, 780, f"理财产品认购申请书 {number} 第{page}页")
        canvas.drawString(60, 740, "本人已经阅读风险揭示，愿意承担投资风险 王䶮 (example)")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


@cache
def paper_form() -> bytes:
    return certify(laid_out(PAPER_NUMBER), STATION, number=PAPER_NUMBER, boxes=(), at=AT)


@cache
def screen_stages() -> Sequence[bytes]:
    """Sealed, then signed by client, adviser and witness in turn."""
    content = laid_out(SCREEN_NUMBER)
    sealed = certify(content, STATION, number=SCREEN_NUMBER, boxes=BOXES, at=AT)
    client = sign_box(sealed, STATION, box="client", ink=INK, at=AT + timedelta(minutes=1))
    adviser = sign_box(client, ADVISER, box="adviser", ink=INK, at=AT + timedelta(minutes=2))
    witness = sign_box(adviser, WITNESS, box="witness", ink=None, at=AT + timedelta(minutes=3))
    return sealed, client, adviser, witness


def screen_form() -> bytes:
    return screen_stages()[-1]


def other_homes_form() -> bytes:
    content = laid_out(OTHER_NUMBER)
    return certify(content, OTHER_STATION, number=OTHER_NUMBER, boxes=(), at=AT)


def digest_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def register_in(folder: Path) -> Register:
    register = Register(folder / "register.jsonl")
    register.append(PAPER_NUMBER, "F1", digest_of(paper_form()))
    register.append(SCREEN_NUMBER, "F1", digest_of(screen_form()))
    return register


class KnowsEverything(Register):
    """A register that somebody made answer 'known' to every file."""

    def find(self, sha256: str) -> RegisteredForm | None:
        return RegisteredForm(PAPER_NUMBER, "F1", sha256)
