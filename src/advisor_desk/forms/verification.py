"""Is this file, byte for byte, a form signed at this home?

A valid signature is not enough (a viewer calls a signed file with a page laid over it valid), and
a known digest is not taken alone: our own reading of the bytes, pyHanko and the register must all
agree. A file the register does not know is never given to a PDF parser to be believed; what its
bytes show only explains the answer.
"""

import hashlib
from dataclasses import dataclass
from enum import Enum

from cryptography import x509

from advisor_desk.forms.authority import load_certificate
from advisor_desk.forms.container import is_ours
from advisor_desk.forms.library_check import library_cause
from advisor_desk.forms.marks import Mark, marks
from advisor_desk.forms.register import VOID, Register, RegisteredForm
from advisor_desk.forms.revisions import NotOurRevisions, seals

LARGEST_FORM = 16 * 1024 * 1024


class Verdict(Enum):
    """What a file is to this home; the names are the contract's."""

    genuine = "genuine"
    superseded = "superseded"
    altered = "altered"
    unknown = "unknown"


@dataclass(frozen=True, slots=True)
class Verification:
    """The answer. ``form`` is ``<number>-<form>``, or the number alone where only that is known.

    ``causes`` are codes with words in ``resources/i18n``; none for a genuine form.
    """

    verdict: Verdict
    form: str | None
    causes: tuple[str, ...]


def verify_pdf(content: bytes, *, register: Register | None, root: bytes | None) -> Verification:
    """Judge a file; without a register and a root (no home) it is always ``unknown``.

    Raises:
        Tampered: the register's own chain is broken.
        ValueError: ``root`` is no certificate.
    """
    if register is None or root is None:
        return Verification(Verdict.unknown, None, ("NO_HOME",))
    certificate = load_certificate(root)
    entry = register.find(hashlib.sha256(content).hexdigest())
    causes = _causes(content, certificate, is_registered=entry is not None)
    if entry is None or causes:
        return _refused(content, register, certificate, entry, causes)
    form = _name(entry)
    if entry.superseded_by is None:
        return Verification(Verdict.genuine, form, ())
    cause = "VOIDED" if entry.superseded_by == VOID else "REPLACED"
    return Verification(Verdict.superseded, form, (cause,))


def _causes(content: bytes, root: x509.Certificate, *, is_registered: bool) -> tuple[str, ...]:
    if len(content) > LARGEST_FORM:
        return ("FORM_TOO_LARGE",)
    if not content.startswith(b"%PDF-"):
        return ("NOT_A_PDF",)
    try:
        found = seals(content)
    except NotOurRevisions as difference:
        return (difference.cause,)
    if not all(is_ours(seal.container, seal.digest, root) for seal in found):
        return ("SIGNATURE_DIFFERS",)
    cause = library_cause(content, found, root) if is_registered else None
    return (cause,) if cause else ()


def _refused(
    content: bytes,
    register: Register,
    root: x509.Certificate,
    entry: RegisteredForm | None,
    causes: tuple[str, ...],
) -> Verification:
    """Tell *altered* from *unknown*: something of this home is on it, or nothing is."""
    found, number = marks(content[:LARGEST_FORM], register.known_number, root)
    if entry is None:
        causes = (*causes, "NOT_IN_REGISTER")
    elif not found:
        found = (Mark.number,)
    form = _name(entry) if entry else number
    verdict = Verdict.altered if found else Verdict.unknown
    return Verification(verdict, form, (*causes, *(mark.value for mark in found)))


def _name(entry: RegisteredForm) -> str:
    return f"{entry.number}-{entry.form}"
