"""Numbers people are identified and reached by, checked before they are recorded.

A resident ID number carries its holder's birth date and a check digit; the date typed must agree.
Its region code is not checked: regions are renamed and dissolved, and an old card stays good.
"""

import re
from datetime import date

from stdnum.cn import ric
from stdnum.exceptions import ValidationError

from advisor_desk.domain.client import DocumentKind, IdentityDocument
from advisor_desk.domain.text import half_wide
from advisor_desk.domain.trouble import BadInput

_SHAPES = {
    DocumentKind.resident_id: re.compile(r"[0-9]{17}[0-9X]", re.ASCII),
    DocumentKind.hong_kong_macau_permit: re.compile(r"[HM][0-9]{8}([0-9]{2})?", re.ASCII),
    DocumentKind.taiwan_permit: re.compile(r"[0-9]{8}([0-9]{2})?", re.ASCII),
    DocumentKind.passport: re.compile(r"[A-Z0-9]{6,12}", re.ASCII),
}
_PHONE = re.compile(r"(?:\+[0-9]{1,3}[ -]?)?[0-9](?:[ -]?[0-9]){5,14}", re.ASCII)
_ACCOUNT_TAIL = re.compile(r"[0-9]{4}", re.ASCII)
_OLDEST = 130


def checked_document(kind: DocumentKind, number: str) -> IdentityDocument:
    """Return the document, its number without spaces and in capitals.

    Raises:
        BadInput: ``DOCUMENT_NUMBER_SHAPE`` or ``DOCUMENT_NUMBER_WRONG`` (the check digit).
    """
    compact = half_wide(number).replace(" ", "").upper()
    if not _SHAPES[kind].fullmatch(compact):
        raise BadInput("DOCUMENT_NUMBER_SHAPE", field="document", kind=kind.value)
    if kind is DocumentKind.resident_id and ric.calc_check_digit(compact) != compact[-1]:
        raise BadInput("DOCUMENT_NUMBER_WRONG", field="document")
    return IdentityDocument(kind, compact)


def checked_birth_date(born: date | None, document: IdentityDocument, today: date) -> date | None:
    """Return the birth date, which agrees with the resident ID number where there is one.

    Raises:
        BadInput: ``BORN_AFTER_TODAY``, ``BORN_TOO_LONG_AGO``, ``BIRTH_DATE_DIFFERS``.
    """
    if born is not None and born > today:
        raise BadInput("BORN_AFTER_TODAY", field="born", born=born)
    if document.kind is DocumentKind.resident_id:
        on_card = born_on_card(document.number)
        if born != on_card:
            raise BadInput("BIRTH_DATE_DIFFERS", field="born", typed=born, on_card=on_card)
    if born is None:
        return None
    if today.year - born.year > _OLDEST:
        raise BadInput("BORN_TOO_LONG_AGO", field="born", born=born)
    return born


def checked_phone(phone: str) -> str:
    """Return a telephone number as typed, in the figures of a keyboard.

    Raises:
        BadInput: ``PHONE_UNREADABLE``.
    """
    plain = half_wide(phone)
    if not _PHONE.fullmatch(plain):
        raise BadInput("PHONE_UNREADABLE", field="phone")
    return plain


def checked_account_tail(tail: str) -> str:
    """Return the last four digits of an account; more of it is not taken. Clause: S30.

    Raises:
        BadInput: ``ACCOUNT_TAIL_UNREADABLE``.
    """
    plain = half_wide(tail)
    if not _ACCOUNT_TAIL.fullmatch(plain):
        raise BadInput("ACCOUNT_TAIL_UNREADABLE", field="account_tail")
    return plain


def born_on_card(number: str) -> date:
    """Return the birth date a resident ID number carries.

    Raises:
        BadInput: ``DOCUMENT_NUMBER_WRONG``: there is no such day.
    """
    try:
        return date.fromisoformat(ric.get_birth_date(number).isoformat())
    except ValidationError as error:
        raise BadInput("DOCUMENT_NUMBER_WRONG", field="document") from error
