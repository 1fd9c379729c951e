"""What a staff number, a name, a password must look like before anything is recorded."""

import re
from dataclasses import replace
from datetime import date

from advisor_desk.domain.people import Certificate, StaffMember
from advisor_desk.domain.text import LONGEST_NAME
from advisor_desk.domain.trouble import BadInput, NotPermitted
from advisor_desk.services.printed import printed_text

# What the narrowest box of a form holds, in Chinese characters.
NUMBER_ROOM, CERTIFICATE_ROOM = 7, 9
LONGEST_NUMBER, LONGEST_CERTIFICATE = 16, 20
SHORTEST_PASSWORD = 8
LONGEST_PASSWORD = 200
# It stands in form numbers, which are file names: letters and figures, a hyphen inside.
_NUMBER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,14}[A-Za-z0-9])?", re.ASCII)


def checked_number(text: str, field: str) -> str:
    """Return a branch's, a station's or a person's number.

    Raises:
        BadInput: ``NUMBER_UNUSABLE``.
    """
    if _NUMBER.fullmatch(text) is None:
        raise BadInput("NUMBER_UNUSABLE", field=field, number=text)
    return text


def checked_name(text: str, field: str) -> str:
    """Return a name as it is recorded and printed; raises as ``printed_text``."""
    return printed_text(text, field, longest=LONGEST_NAME)


def checked_member(member: StaffMember) -> StaffMember:
    """Return a person whose number, name and post can be recorded.

    Raises:
        BadInput: ``NUMBER_UNUSABLE``, or as ``checked_certificate`` and ``printed_text``.
    """
    number = checked_number(member.staff_no, "staff number")
    printed_text(number, "staff number", longest=LONGEST_NUMBER, room=NUMBER_ROOM)
    certificate = checked_certificate(member.certificate)
    name, post = checked_name(member.name, "name"), checked_name(member.post, "post")
    return replace(member, name=name, post=post, certificate=certificate)


def checked_certificate(certificate: Certificate | None) -> Certificate | None:
    """Return a certificate that can be recorded; its number may be left empty.

    Raises:
        BadInput: ``CERTIFICATE_DAYS_WRONG`` or as ``printed_text``.
    """
    if certificate is None:
        return None
    if certificate.valid_until < certificate.valid_from:
        raise BadInput(
            "CERTIFICATE_DAYS_WRONG",
            valid_from=certificate.valid_from,
            valid_until=certificate.valid_until,
        )
    if not certificate.number:
        return certificate
    number = printed_text(
        certificate.number,
        "certificate number",
        longest=LONGEST_CERTIFICATE,
        room=CERTIFICATE_ROOM,
    )
    return replace(certificate, number=number)


def checked_password(password: str, *, is_training: bool) -> str:
    """Return a password that may protect a home; of a training home, any.

    Raises:
        BadInput: ``PASSWORD_TOO_SHORT``, ``PASSWORD_TOO_LONG``.
    """
    shortest = 1 if is_training else SHORTEST_PASSWORD
    if len(password) < shortest:
        raise BadInput("PASSWORD_TOO_SHORT", shortest=shortest)
    if len(password) > LONGEST_PASSWORD:
        raise BadInput("PASSWORD_TOO_LONG", longest=LONGEST_PASSWORD)
    return password


def require_may_sign_in(member: StaffMember, day: date) -> None:
    """Let only those through who serve here on a day.

    Raises:
        NotPermitted: ``STAFF_DISABLED``; ``TERM_NOT_NOW`` for a visiting officer.
    """
    if not member.enabled:
        raise NotPermitted("STAFF_DISABLED", staff_no=member.staff_no)
    if not member.serves_on(day):
        raise NotPermitted(
            "TERM_NOT_NOW",
            clause="S43",
            staff_no=member.staff_no,
            first=member.serves_from,
            last=member.serves_until,
        )
