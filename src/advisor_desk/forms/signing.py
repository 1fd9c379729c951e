"""Sealing a form and signing in its boxes: PAdES, one revision a signature, written by pyHanko.

On paper the station's seal is the only signature and forbids every change. On screen the seal
brings the empty boxes with it and allows nothing but signing in them, so whoever signs later
cannot add, move or resize a box. The time is the one given, never the machine's: pyHanko's own
habit of stamping the machine's time and its name into the file is switched off.
"""

import re
import zlib
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigMDPSetup, SigObjSetup
from pyhanko.sign.signers.constants import ESIC_EXTENSION_1, ISO32002
from pyhanko.sign.signers.pdf_byterange import SignatureObject

from advisor_desk.domain.trouble import BadInput
from advisor_desk.forms.authority import SigningIdentity
from advisor_desk.forms.boxes import SignatureBox
from advisor_desk.forms.container import DIGEST, container, ecdsa
from advisor_desk.forms.ink import Ink, drawing, packed
from advisor_desk.forms.stroke_time import BAND, time_drawing

SEAL_FIELD = "StationSeal"
HEX_DIGITS_RESERVED = 4096  # a container has 850 to 1,100 bytes, two digits each
# pyHanko leaves these two constructors untyped.
_dictionary: Any = generic.DictionaryObject
_decimal: Any = generic.FloatObject
_NUMBER = re.compile(r"[0-9A-Za-z-]{4,64}")


def certify(
    content: bytes,
    station: SigningIdentity,
    *,
    number: str,
    boxes: Sequence[SignatureBox],
    at: datetime,
) -> bytes:
    """Return the form sealed by the station, with empty ``boxes`` to sign on screen.

    Without boxes nothing may be changed any more (signing by hand on paper). ``at`` is aware.
    ``number`` is letters, digits and hyphens; it stands in the seal, readable without a parser.

    Raises:
        BadInput: ``SIGNER_NOT_VALID_THEN``.
    """
    if not _NUMBER.fullmatch(number):
        raise ValueError(number)
    writer = _Revision(content)
    writer.register_extension(ESIC_EXTENSION_1)
    writer.register_extension(ISO32002)
    permission = MDPPerm.FILL_FORMS if boxes else MDPPerm.NO_CHANGES
    seal = _signature(at)
    seal[pdf_name("/Reason")] = _Plain(number)
    embedder = PdfCMSEmbedder(SigFieldSpec(SEAL_FIELD, on_page=0, box=(0, 0, 0, 0)))
    steps = embedder.write_cms(SEAL_FIELD, writer)
    next(steps)  # the seal's own field comes first
    for box in boxes:
        append_signature_field(writer, _field(box))
    may = SigMDPSetup(md_algorithm=DIGEST, certify=True, docmdp_perms=permission)
    return _finished(steps, SigObjSetup(seal, mdp_setup=may), station, at)


def sign_box(
    content: bytes,
    identity: SigningIdentity,
    *,
    box: str,
    ink: Ink | None,
    at: datetime,
    dated: bool = False,
) -> bytes:
    """Return the form with one more signature, in a box that ``certify`` made.

    Client's and guardian's ink is sealed with the station's identity, adviser and witness sign
    with their own. ``dated``: the time is drawn below the ink.

    Raises:
        BadInput: ``BOX_NOT_OPEN`` (no such box, or signed already), ``SIGNER_NOT_VALID_THEN``.
    """
    writer = _Revision(content)
    steps = PdfCMSEmbedder().write_cms(box, writer, existing_fields_only=True)
    try:
        field = next(steps).get_object()
    except SigningError as error:
        raise BadInput("BOX_NOT_OPEN", box=box) from error
    if ink is not None or dated:
        picture = writer.add_object(_picture(ink, at if dated else None, field["/Rect"]))
        field[pdf_name("/AP")] = _dictionary({pdf_name("/N"): picture})
    return _finished(steps, SigObjSetup(_signature(at)), identity, at)


class _Revision(IncrementalPdfFileWriter):
    """One revision more, holding what is asked for and nothing of pyHanko's own accord."""

    output_version = (1, 7)

    def __init__(self, content: bytes) -> None:
        super().__init__(BytesIO(content))

    def _update_meta(self) -> None:
        """Leave Info and XMP as the form has them: no machine time, no second producer."""


class _Plain(generic.PdfObject):
    """A text written letter by letter, where pyHanko would escape its hyphens."""

    def __init__(self, text: str) -> None:
        self._text = text

    def write_to_stream(self, stream: Any, handler: Any = None, container_ref: Any = None) -> None:  # noqa: ANN401
        del handler, container_ref
        stream.write(b"(" + self._text.encode("ascii") + b")")


def _field(box: SignatureBox) -> SigFieldSpec:
    # pyHanko writes decimals as they are, whatever its annotation says.
    corners: Any = (box.left, box.bottom, box.left + box.width, box.bottom + box.height)
    return SigFieldSpec(box.name, on_page=box.page, box=corners)


def _signature(at: datetime) -> SignatureObject:
    if at.tzinfo is None:
        raise ValueError(at)
    return SignatureObject(
        timestamp=at, subfilter=SigSeedSubFilter.PADES, bytes_reserved=HEX_DIGITS_RESERVED
    )


def _picture(
    ink: Ink | None, at: datetime | None, rectangle: Sequence[float]
) -> generic.StreamObject:
    left, bottom, right, top = (float(corner) for corner in rectangle)
    width, height = right - left, top - bottom
    corners = [_decimal(round(value, 2)) for value in (0, 0, width, height)]
    return generic.StreamObject(
        {
            pdf_name("/Type"): pdf_name("/XObject"),
            pdf_name("/Subtype"): pdf_name("/Form"),
            pdf_name("/BBox"): generic.ArrayObject(corners),
            pdf_name("/Resources"): _dictionary(),
            pdf_name("/Filter"): pdf_name("/FlateDecode"),
        },
        encoded_data=_drawn(ink, at, width, height),
    )


def _drawn(ink: Ink | None, at: datetime | None, width: float, height: float) -> bytes:
    """Return the ink, and the time in a band below it, as ``/FlateDecode`` data."""
    if ink is not None and at is None:
        return packed(ink, width, height)
    parts = [time_drawing(at, width).encode("ascii")] if at else []
    if ink is not None:
        parts += [f"1 0 0 1 0 {BAND:g} cm".encode("ascii"), drawing(ink, width, height - BAND)]
    return zlib.compress(b"\n".join(parts))


def _finished(steps: Any, setup: SigObjSetup, identity: SigningIdentity, at: datetime) -> bytes:  # noqa: ANN401
    """Write the revision with room for the container, then the container into that room."""
    _check_covers(identity, at)
    steps.send(setup)
    prepared, output = steps.send(SigIOSetup(md_algorithm=DIGEST, in_place=True))
    steps.send(
        container(identity.certificate, prepared.document_digest, ecdsa(identity.private_key))
    )
    return bytes(output.getvalue())


def _check_covers(identity: SigningIdentity, at: datetime) -> None:
    certificate = identity.certificate
    if not certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc:
        first = certificate.not_valid_before_utc.date()
        raise BadInput("SIGNER_NOT_VALID_THEN", signer=identity.name, day=at.date(), first=first)
