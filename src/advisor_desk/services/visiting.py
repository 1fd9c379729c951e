"""Visiting officers (臨時派駐): here for a term, and enrolled by two people of the branch.

The first is an administrator, who alone holds the root that issues signing identities; the second
is a head of the outlet or above, who knows who was sent. Neither can make a witness alone out of
nobody. Both sign in for it, and both names stand in the record. Clauses: S43, S60.
"""

from dataclasses import dataclass, replace
from datetime import date

from advisor_desk.domain.branch_events import VisitorEnrolled, staff_subject
from advisor_desk.domain.calendar import months_later
from advisor_desk.domain.people import StaffMember, StaffNo, WitnessRank
from advisor_desk.domain.text import as_kept
from advisor_desk.domain.trouble import BadInput, NotPermitted
from advisor_desk.services.colleague import colleague_at
from advisor_desk.services.desk import Desk
from advisor_desk.services.enrolment import added, changed, give_keys
from advisor_desk.services.staff_rules import checked_member, checked_password

LOWEST_TO_VOUCH = WitnessRank.outlet_head
LOWEST_TO_VISIT = WitnessRank.branch_retail_head
LONGEST_TERM_MONTHS = 12  # reading: who stays longer belongs to the branch


@dataclass(frozen=True, slots=True, repr=False)
class Vouching:
    """The second person, who signs in beside the administrator."""

    staff_no: StaffNo
    password: str


class Visitors:
    """Visiting officers, as the administrator at a desk may enrol them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def enrol(self, member: StaffMember, password: str, second: Vouching) -> StaffMember:
        """Let an officer sign in and witness during a term; known ones get another term.

        Raises:
            NotPermitted: ``ADMINISTRATORS_ONLY``, ``SECOND_PERSON_NEEDED``, or as
                ``colleague_at``. LockedOut.
            BadInput: ``TERM_DAYS_WRONG``, ``TERM_PAST``, ``TERM_TOO_LONG``,
                ``VISITOR_RANK_TOO_LOW``, ``STAFF_KNOWN``, or as ``checked_member`` and
                ``checked_password``.
        """
        self._desk.require_administrator()
        checked = checked_member(member)
        checked_password(password, is_training=self._desk.is_training)
        first, last = self._checked_term(checked)
        if not _reaches(checked, LOWEST_TO_VISIT):
            raise BadInput("VISITOR_RANK_TOO_LOW", field="role", role=LOWEST_TO_VISIT.name)
        known = {one.staff_no: one for one in self._desk.everyone()}.get(checked.staff_no)
        if known is not None and not known.is_visiting:
            raise BadInput("STAFF_KNOWN", field="staff_no", staff_no=checked.staff_no)
        vouching = self._second(second)
        home, me = self._desk.open_home, self._desk.staff(self._desk.me.staff_no)
        give_keys(home.keys, self._desk.opened, checked, password, self._today())
        event = VisitorEnrolled(
            *(checked.staff_no, first, last),
            *(me.staff_no, me.name, vouching.staff_no, vouching.name),
        )
        before = added(checked) if known is None else changed(known, replace(checked, enabled=True))
        with self._desk.branch.work(me.staff_no) as work:
            for one in (*before, event):
                work.record(staff_subject(checked.staff_no), one)
        return self._desk.staff(checked.staff_no)

    def _second(self, second: Vouching) -> StaffMember:
        """Return the head who vouches, signed in at this moment."""
        staff_no = as_kept(second.staff_no)
        if staff_no == self._desk.me.staff_no:
            raise NotPermitted("SECOND_PERSON_NEEDED", field="second", role=LOWEST_TO_VOUCH.name)
        found = colleague_at(self._desk, staff_no, second.password).member
        if found.is_visiting or not _reaches(found, LOWEST_TO_VOUCH):
            raise NotPermitted("SECOND_PERSON_NEEDED", field="second", role=LOWEST_TO_VOUCH.name)
        return found

    def _checked_term(self, member: StaffMember) -> tuple[date, date]:
        first, last = member.serves_from, member.serves_until
        if first is None or last is None or last < first:
            raise BadInput("TERM_DAYS_WRONG", field="serves_until")
        if last < self._today():
            raise BadInput("TERM_PAST", field="serves_until", day=last)
        longest = months_later(first, LONGEST_TERM_MONTHS)
        if last > longest:
            raise BadInput("TERM_TOO_LONG", field="serves_until", day=longest)
        return first, last

    def _today(self) -> date:
        return self._desk.clock.now().date()


def _reaches(member: StaffMember, lowest: WitnessRank) -> bool:
    rank = WitnessRank.of(member.role)
    return rank is not None and rank.value >= lowest.value
