"""What a staff number, a name, a password must look like before anything is recorded."""

import re

from advisor_desk.domain.people import StaffMember
from advisor_desk.domain.text import LONGEST_NAME, checked_text
from advisor_desk.domain.trouble import BadInput

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
    """Return a name as it is recorded; raises as ``checked_text``."""
    return checked_text(text, field, longest=LONGEST_NAME)


def checked_member(member: StaffMember) -> StaffMember:
    """Return a person whose number, name and post can be recorded.

    Raises:
        BadInput: ``NUMBER_UNUSABLE``, ``CERTIFICATE_DAYS_WRONG`` or as ``checked_text``.
    """
    checked_number(member.staff_no, "staff number")
    certificate = member.certificate
    if certificate is not None and certificate.valid_until < certificate.valid_from:
        raise BadInput(
            "CERTIFICATE_DAYS_WRONG",
            valid_from=certificate.valid_from,
            valid_until=certificate.valid_until,
        )
    name, post = checked_name(member.name, "name"), checked_name(member.post, "post")
    return StaffMember(member.staff_no, name, member.role, post, certificate, member.enabled)


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
