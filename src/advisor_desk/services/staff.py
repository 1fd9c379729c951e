"""The people of the branch: who may sign in, with which role and which certificate.

Keys are given before the act is recorded: a slot whose person was never recorded opens nothing,
while a recorded person without a slot could not sign in.
"""

from advisor_desk.domain.branch_events import (
    CertificateSet,
    PasswordChanged,
    StaffDisabled,
    StaffEnabled,
    StaffUnlocked,
    staff_subject,
)
from advisor_desk.domain.events import Event
from advisor_desk.domain.people import Certificate, StaffMember, StaffNo
from advisor_desk.domain.trouble import BadInput
from advisor_desk.services.desk import Desk
from advisor_desk.services.enrolment import added, give_keys
from advisor_desk.services.staff_rules import checked_certificate, checked_member, checked_password


class StaffRegister:
    """The people of a branch, as the person at a desk may change them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._home = desk.open_home

    def add(self, member: StaffMember, password: str) -> None:
        """Let a person sign in from now on.

        Raises:
            NotPermitted: ``ADMINISTRATORS_ONLY``. BadInput: ``STAFF_KNOWN``, or as
                ``checked_member`` and ``checked_password``.
        """
        self._desk.require_administrator()
        checked = checked_member(member)
        checked_password(password, is_training=self._desk.is_training)
        if self._desk.branch.rows("staff", where={"staff_no": member.staff_no}):
            raise BadInput("STAFF_KNOWN", staff_no=member.staff_no)
        today = self._desk.clock.now().date()
        give_keys(self._home.keys, self._desk.opened, checked, password, today)
        self._record(checked.staff_no, *added(checked))

    def set_certificate(self, staff_no: StaffNo, certificate: Certificate | None) -> None:
        """Record a person's certificate as its paper says; None withdraws it. Clause: S23.

        Raises:
            NotPermitted: ``ADMINISTRATORS_ONLY``. BadInput: ``STAFF_UNKNOWN``,
                as ``checked_certificate``.
        """
        self._desk.require_administrator()
        member = self._desk.staff(staff_no)
        checked = checked_certificate(certificate)
        self._record(member.staff_no, CertificateSet(member.staff_no, checked))

    def disable(self, staff_no: StaffNo) -> None:
        """Let a person not sign in any more; nobody disables himself or herself.

        Raises:
            NotPermitted: ``ADMINISTRATORS_ONLY``. BadInput: ``STAFF_UNKNOWN``,
                ``NOT_YOURSELF``.
        """
        self._desk.require_administrator()
        if staff_no == self._desk.me.staff_no:
            raise BadInput("NOT_YOURSELF", staff_no=staff_no)
        if self._desk.staff(staff_no).enabled:
            self._record(staff_no, StaffDisabled(staff_no))

    def enable(self, staff_no: StaffNo) -> None:
        """Let a person sign in again; raises as ``disable``."""
        self._desk.require_administrator()
        if not self._desk.staff(staff_no).enabled:
            self._record(staff_no, StaffEnabled(staff_no))

    def unlock(self, staff_no: StaffNo) -> int:
        """Set a person's count of failed sign-ins back; return what it was.

        Raises:
            NotPermitted: ``ADMINISTRATORS_ONLY``. BadInput: ``STAFF_UNKNOWN``.
        """
        self._desk.require_administrator()
        self._desk.staff(staff_no)
        slot = self._home.keys.slot_of(staff_no)
        failed = self._home.attempts.failures(slot)
        # Recorded first: a count never goes without an act that says so.
        self._record(staff_no, StaffUnlocked(staff_no, failed))
        self._home.attempts.clear(slot)
        return failed

    def change_password(self, password: str) -> None:
        """Choose a new password for oneself; the keys behind it stay.

        Raises:
            BadInput: as ``checked_password``.
        """
        checked_password(password, is_training=self._desk.is_training)
        me = self._desk.me.staff_no
        self._home.keys.change_password(self._desk.opened, password)
        self._record(me, PasswordChanged(me, by_sheets=False))

    def _record(self, staff_no: StaffNo, *events: Event) -> None:
        with self._desk.branch.work(self._desk.me.staff_no) as work:
            for event in events:
                work.record(staff_subject(staff_no), event)
