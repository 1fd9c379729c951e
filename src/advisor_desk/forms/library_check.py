"""pyHanko's own judgement of a signed form, with the strictest settings it has.

Nothing may change after the seal but signatures in boxes that were there; only the home's root is
trusted; certificates are judged at the time of signing; nothing is fetched. It is the second
opinion beside our own reading of the bytes: both must agree on what is signed.
"""

import logging
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.decode_limits import (
    DecodeLimits,
    DocumentDecodeBudget,
    StreamDecodeLimits,
)
from pyhanko.pdf_utils.generic import StreamObject
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import (
    FormUpdatingRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
)
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from advisor_desk.forms.revisions import Seal

# The answer is a code; what pyHanko would write about a stranger's file helps nobody.
for _library in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_library).addHandler(logging.NullHandler())

_MIB = 1024 * 1024
_LIMITS = DecodeLimits(
    per_stream=StreamDecodeLimits(max_output_size=32 * _MIB),
    document_budget=DocumentDecodeBudget(base_allowance=64 * _MIB, max_ratio=20),
)
_ONLY_SIGNING_IN_BOXES = StandardDiffPolicy(
    global_rules=[], form_rule=FormUpdatingRule(field_rules=[SigFieldModificationRule()])
)


def can_be_unpacked(content: bytes) -> bool:
    """Say whether every stream but pictures unpacks within limits: safe for other readers too."""
    try:
        reader: Any = PdfFileReader(BytesIO(content), strict=False, decode_limits=_LIMITS)
        if reader.encrypted:
            reader.decrypt("")  # the password most encrypted files open with
        for revision in range(reader.xrefs.total_revisions):
            for place in reader.xrefs.explicit_refs_in_revision(revision):
                found = reader.get_object(place)
                if isinstance(found, StreamObject) and found.get("/Subtype") != "/Image":
                    _ = found.data
    except Exception:  # noqa: BLE001 - a stranger's file: whatever a reader raises, do not go on
        return False
    return True


def library_cause(content: bytes, seals: Sequence[Seal], root: x509.Certificate) -> str | None:
    """Return why pyHanko refuses the form, or None where it agrees that ``seals`` hold it.

    ``PDF_UNREADABLE``, ``LAYOUT_NOT_OURS``, ``CHANGE_NOT_ALLOWED`` or ``SIGNATURE_INVALID``.
    """
    try:
        reader = PdfFileReader(BytesIO(content), strict=True, decode_limits=_LIMITS)
        signatures = list(reader.embedded_signatures)
        if not _agree(reader, signatures, seals):
            return "LAYOUT_NOT_OURS"
        trusted = asn1_x509.Certificate.load(root.public_bytes(Encoding.DER))
        causes = (_cause(one, trusted, is_last=one is signatures[-1]) for one in signatures)
        return next((cause for cause in causes if cause), None)
    except Exception:  # noqa: BLE001 - a stranger's file: whatever a reader raises, it is not ours
        return "PDF_UNREADABLE"


def _agree(reader: PdfFileReader, signatures: Sequence[Any], seals: Sequence[Seal]) -> bool:
    ranges = [tuple(int(number) for number in one.byte_range) for one in signatures]
    allowed = [one.docmdp_level for one in signatures]
    by_seal = MDPPerm.FILL_FORMS if _has_boxes(reader) else MDPPerm.NO_CHANGES
    return (
        not reader.encrypted
        and reader.xrefs.total_revisions == len(seals) + 1
        and ranges == [seal.byte_range for seal in seals]
        and allowed == [by_seal, *[None] * (len(seals) - 1)]
    )


def _has_boxes(reader: PdfFileReader) -> bool:
    # The first field is the seal's own.
    return len(reader.root["/AcroForm"]["/Fields"]) > 1


def _cause(signature: Any, root: asn1_x509.Certificate, *, is_last: bool) -> str | None:  # noqa: ANN401
    signed_at = signature.self_reported_timestamp
    context = ValidationContext(
        trust_roots=[root], allow_fetching=False, moment=signed_at, revocation_mode="soft-fail"
    )
    status = validate_pdf_signature(signature, context, diff_policy=_ONLY_SIGNING_IN_BOXES)
    whole = SignatureCoverageLevel.ENTIRE_FILE
    covers = whole if is_last else SignatureCoverageLevel.ENTIRE_REVISION
    if status.coverage != covers or not status.docmdp_ok:
        return "CHANGE_NOT_ALLOWED"
    return None if status.bottom_line else "SIGNATURE_INVALID"
