"""Signing beside pyHanko's own bare CMS with a held P-256 key, measured in turns.

The form is the application form F1. The limit is twice the *bare CMS*: no PDF is read or written
for it, pyHanko only assembles and signs the container over the same bytes. The minimal
``PdfSigner`` call on the same form (held key too) takes longer still and is given in the note for
comparison; it is not the limit.
"""

import asyncio
import statistics
import time
from collections.abc import Callable
from io import BytesIO

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from tests.bench.figure import Figure
from tests.forms.examples import example, heading
from tests.forms.signed_forms import ADVISER, AT, INK, STATION

from advisor_desk.domain.languages import Language
from advisor_desk.forms.container import DIGEST, HeldKeySigner, ecdsa
from advisor_desk.forms.rendering import render
from advisor_desk.forms.signing import certify, sign_box
from advisor_desk.forms.template import load_template

RUNS = 40
MADE = render(
    load_template("F1", AT.date()),
    example("F1", Language.zh_TW),
    language=Language.zh_TW,
    heading=heading(),
)
FORM, BOXES, NUMBER = MADE.content, MADE.boxes, heading().number
PLAIN = HeldKeySigner(STATION.certificate, ecdsa(STATION.private_key))


def bare_cms() -> None:
    """Let pyHanko make one CAdES container over the form's bytes."""
    asyncio.run(PLAIN.async_sign_general_data(FORM, DIGEST, use_cades=True)).dump()


def plain_pdf_signer() -> None:
    """Let pyHanko sign the form with the fewest settings a PAdES signature takes."""
    settings = PdfSignatureMetadata(field_name="Plain", subfilter=SigSeedSubFilter.PADES)
    PdfSigner(settings, PLAIN).sign_pdf(IncrementalPdfFileWriter(BytesIO(FORM)))


def bench_certify() -> Figure:
    """Seal a form with three boxes to sign in."""
    return _beside(
        "station seal with three boxes",
        lambda: certify(FORM, STATION, number=NUMBER, boxes=BOXES, at=AT),
    )


def bench_sign_box() -> Figure:
    """Sign in a box with ink, on a form sealed and signed once already."""
    sealed = certify(FORM, STATION, number=NUMBER, boxes=BOXES, at=AT)
    content = sign_box(sealed, STATION, box="client", ink=INK, at=AT)
    return _beside(
        "signature with ink in a box",
        lambda: sign_box(content, ADVISER, box="adviser", ink=INK, at=AT),
    )


def _beside(name: str, signing: Callable[[], object]) -> Figure:
    ours, cms, plain = (
        statistics.median(times) * 1000 for times in _in_turns(signing, bare_cms, plain_pdf_signer)
    )
    note = f"median of {RUNS} in turns; bare CMS {cms:.2f} ms, plain PdfSigner {plain:.2f} ms"
    return Figure(name, ours, 2 * cms, "ms", note)


def _in_turns(*works: Callable[[], object]) -> list[list[float]]:
    times: list[list[float]] = [[] for _ in works]
    for run in range(RUNS + 3):
        for work, kept in zip(works, times, strict=True):
            started = time.perf_counter()
            work()
            if run >= 3:  # the first fill caches
                kept.append(time.perf_counter() - started)
    return times
