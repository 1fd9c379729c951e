"""After signing: an addendum, or the set made void; both need a second pair of eyes. Clause: S32.

The second person signs in at this station beside the adviser. The book is committed first; the
register's lines, by which a paper is checked, follow.
"""

from advisor_desk.domain.after_events import SECOND_EYES, Addendum, InterviewVoided
from advisor_desk.domain.interview import InterviewId
from advisor_desk.domain.interview_events import VoidSet
from advisor_desk.domain.people import StaffMember, StaffNo
from advisor_desk.domain.trouble import BadInput, NotPermitted
from advisor_desk.packs.phrase_guard import guarded_text
from advisor_desk.services.colleague import colleague_at
from advisor_desk.services.interview_files import place_of_form
from advisor_desk.services.interview_room import InterviewRoom
from advisor_desk.services.registering import register_void

ASSESSMENT = "F2"  # signed with the set, and true whatever becomes of the sale


class Afterwards:
    """What may still be done about a signed interview."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room

    def add(self, interview: InterviewId, words: str, second: StaffNo, password: str) -> None:
        """Add something to what was recorded.

        Raises:
            NotPermitted: ``SECOND_EYES_OWN``, ``SECOND_EYES_ROLE``, and as ``colleague_at``.
            LockedOut: as ``colleague_at``. BadInput: the words, named.
        """
        self._room.require_possible(interview, Addendum)
        words = guarded_text(words, "words", lines=True)
        agreed = self._second(second, password)
        with self._room.act(interview, Addendum) as act:
            act.record(Addendum(agreed.staff_no, agreed.name, words))

    def void(self, interview: InterviewId, reason: str, second: StaffNo, password: str) -> None:
        """Make the signed set void; its forms, record and cover list too, verify as superseded.

        Raises:
            NotPermitted, LockedOut, BadInput: as ``add``; ``NO_INTERVIEW_RECORD``: what was
                talked about is recorded after every interview. Clause: S53.
        """
        self._room.require_possible(interview, InterviewVoided)
        reason = guarded_text(reason, "reason", lines=True)
        facts = self._room.facts(interview)
        ceremony = facts.ceremony
        if ceremony is None or not ceremony.signed:
            raise BadInput("SIGNING_NOT_BEGUN")
        if facts.record is None:
            raise BadInput("NO_INTERVIEW_RECORD", clause="S53")
        agreed = self._second(second, password)
        voids = VoidSet(ceremony.number, self._forms_void(ceremony.number))
        with self._room.act(interview, InterviewVoided) as act:
            act.record(InterviewVoided(agreed.staff_no, agreed.name, reason, voids))
        register_void(self._room.desk, voids)

    def _forms_void(self, number: str) -> tuple[str, ...]:
        """Return the forms that say of this set that it was signed: all but the assessment."""
        rows = self._room.desk.book.rows("form", where={"number": number})
        forms = (str(row["form"]) for row in sorted(rows, key=place_of_form))
        return tuple(form for form in forms if form != ASSESSMENT)

    def _second(self, staff_no: StaffNo, password: str) -> StaffMember:
        if staff_no == self._room.desk.me.staff_no:
            raise NotPermitted("SECOND_EYES_OWN", clause="S32", field="second")
        member = colleague_at(self._room.desk, staff_no, password).member
        if member.role not in SECOND_EYES:
            raise NotPermitted("SECOND_EYES_ROLE", clause="S32", role=member.role.value)
        return member
