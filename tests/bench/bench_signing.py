"""Signing beside pyHanko's own bare CMS with a held P-256 key, measured in turns.

The limit is twice the *bare CMS*: no PDF is read or written for it, pyHanko only assembles and
signs the container over the same bytes. The minimal ``PdfSigner`` call on the same form (held key
too) takes longer still and is given in the note for comparison; it is not the limit.
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
from tests.forms.signed_forms import (
    ADVISER,
    AT,
    BOXES,
    INK,
    SCREEN_NUMBER,
    STATION,
    laid_out,
    screen_stages,
)

from advisor_desk.forms.container import DIGEST, HeldKeySigner, ecdsa
from advisor_desk.forms.signing import certify, sign_box

RUNS = 40
FORM = laid_out(SCREEN_NUMBER)
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
        lambda: certify(FORM, STATION, number=SCREEN_NUMBER, boxes=BOXES, at=AT),
    )


def bench_sign_box() -> Figure:
    """Sign in a box with ink, on a form sealed and signed once already."""
    content = screen_stages()[1]
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
