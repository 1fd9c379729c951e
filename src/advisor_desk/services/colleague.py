"""A colleague at this station beside the adviser: known by the own number and password.

The adviser stays signed in. A colleague opens nothing but the own signature, and a wrong password
counts and locks as it does at the sign-in page.
"""

from dataclasses import dataclass

from advisor_desk.domain.people import StaffMember, StaffNo
from advisor_desk.domain.trouble import BadInput, NotPermitted
from advisor_desk.forms.authority import SigningIdentity
from advisor_desk.services.desk import Desk
from advisor_desk.services.enrolment import IDENTITY
from advisor_desk.services.staff_rules import require_may_sign_in


@dataclass(frozen=True, slots=True)
class Colleague:
    """Who is here, as the branch knows the person now, and what the person signs with."""

    member: StaffMember
    identity: SigningIdentity


def colleague_at(desk: Desk, staff_no: StaffNo, password: str) -> Colleague:
    """Return a colleague who signs in beside the person at the desk, and record that.

    Raises:
        NotPermitted: ``SIGN_IN_FAILED``: number or password, never said which; ``STAFF_DISABLED``,
            ``TERM_NOT_NOW``.
        LockedOut: ``SIGN_IN_TOO_SOON``, ``SIGN_IN_LOCKED`` with ``retry_after_s``.
    """
    home = desk.open_home
    opened, failures = home.open_with_password(staff_no, password)
    try:
        member = desk.staff(staff_no)
    except BadInput as error:  # a slot whose person was never recorded
        raise NotPermitted("SIGN_IN_FAILED") from error
    require_may_sign_in(member, home.clock.now().date())
    home.note_sign_in(staff_no, failures, with_password=True)
    identity = SigningIdentity.from_bytes(home.keys.held(opened, IDENTITY))
    return Colleague(member, identity)
