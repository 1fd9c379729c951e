"""The ceremony: judged again, sealed, printed or inked, every mark in its order, then registered.

Services refuse to sign unless every duty of the decision is met, whatever the steps say. The book
is committed with the signed bytes in it; the register's line follows. Clauses: S23, S28.
"""

from datetime import date

from advisor_desk.domain.duties import witness_now
from advisor_desk.domain.facts import Ceremony, Facts
from advisor_desk.domain.interview import InterviewId, Mark, SigningWay
from advisor_desk.domain.interview_events import FormFile
from advisor_desk.domain.paper_events import (
    InkGiven,
    InkStrokes,
    MarkSeen,
    PagesReturned,
    SetSigned,
    SetVoided,
    SigningBegun,
)
from advisor_desk.domain.people import StaffNo
from advisor_desk.domain.steps import missing_marks
from advisor_desk.domain.suitability import Decision
from advisor_desk.domain.text import checked_text
from advisor_desk.domain.trouble import BadInput
from advisor_desk.services.asking_again import require_still_allowed
from advisor_desk.services.colleague import Colleague, colleague_at
from advisor_desk.services.form_sets import boxes_of, ink_of, sealed, signed
from advisor_desk.services.interview_room import InterviewRoom
from advisor_desk.services.numbers import require_pages_counted, reserved_set
from advisor_desk.services.printing import settle_print
from advisor_desk.services.registering import register_forms
from advisor_desk.services.witness_rules import require_may_witness


class Signing:
    """The eleventh step."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room

    def begin_signing(self, interview: InterviewId) -> Decision:
        """Ask the packs again and seal the reviewed bytes; from here nothing is undone.

        Raises:
            NotPermitted, BadInput: as ``require_still_allowed``.
        """
        self._room.require_possible(interview, SigningBegun)
        decision = require_still_allowed(self._room, interview)
        with self._room.act(interview, SigningBegun) as act:
            review = act.facts.review
            if review is None:
                raise BadInput("FORMS_NOT_OPENED")
            forms = tuple(sealed(self._room, act, review.number, form) for form in review.forms)
            act.record(SigningBegun(review.number, forms, decision))
            return decision

    def see_mark(self, interview: InterviewId, mark: Mark) -> None:
        """Record that a mark was made by hand on the printed set before the adviser's eyes.

        Raises:
            BadInput: ``SIGNED_ON_SCREEN``, ``SET_NOT_PRINTED``, ``MARK_OUT_OF_ORDER``,
                ``WITNESS_SIGNS_IN``: the witness's mark is the witness's own act;
                ``SIGNING_VISIT_OVER``: everybody signs in the visit the set was sealed in.
        """
        with self._room.act(interview, MarkSeen) as act:
            _require_not_the_witness(mark)
            _require_printed(act.facts)
            _require_next(act.facts, mark)
            _require_same_visit(act.facts, act.today)
            act.record(MarkSeen(mark, self._room.desk.me.staff_no))

    def see_witness_mark(self, interview: InterviewId, staff_no: StaffNo, password: str) -> None:
        """Record that the witness signed the printed set, on the witness's own number and password.

        Raises:
            NotPermitted, LockedOut: as ``colleague_at`` and ``require_may_witness``.
            BadInput: as ``see_mark``; ``NOT_THE_WITNESS``.
        """
        facts = self._room.facts(interview)
        self._room.require_possible(interview, MarkSeen)
        _require_printed(facts)
        witness = self._witness(facts, staff_no, password).member.staff_no
        with self._room.act(interview, MarkSeen, by=witness) as act:
            act.record(MarkSeen(Mark.witness_signature, witness))

    def give_ink(self, interview: InterviewId, mark: Mark, ink: tuple[InkStrokes, ...]) -> None:
        """Record what was written on the screen for one mark, in every one of its boxes.

        Raises:
            BadInput: ``SIGNED_ON_PAPER``, ``MARK_OUT_OF_ORDER``, ``INK_BOXES_DIFFER``,
                ``INK_EMPTY``, ``INK_OUTSIDE_PAD``, ``INK_TOO_LONG``, ``WITNESS_SIGNS_IN``,
                ``SIGNING_VISIT_OVER``.
        """
        with self._room.act(interview, InkGiven) as act:
            _require_not_the_witness(mark)
            _require_next(act.facts, mark)
            _require_same_visit(act.facts, act.today)
            _require_ink(act.facts, mark, ink)
            act.record(InkGiven(mark, ink))

    def give_witness_ink(
        self, interview: InterviewId, staff_no: StaffNo, password: str, ink: tuple[InkStrokes, ...]
    ) -> None:
        """Record the witness's ink and sign every form, the witness last with the own key.

        That key is open only in this act, so the whole set is signed in it; ``sign_set`` then
        asks the packs once more and registers these very bytes.

        Raises:
            NotPermitted, LockedOut: as ``colleague_at`` and ``require_may_witness``.
            BadInput: as ``give_ink``; ``NOT_THE_WITNESS``.
        """
        mark, facts = Mark.witness_signature, self._room.facts(interview)
        self._room.require_possible(interview, InkGiven)
        _require_ink(facts, mark, ink)
        witness = self._witness(facts, staff_no, password)
        with self._room.act(interview, InkGiven, by=witness.member.staff_no) as act:
            forms = tuple(
                signed(self._room, act, form, given=ink, witness=witness.identity)
                for form in _ceremony(act.facts).sealed
            )
            act.record(InkGiven(mark, ink, forms))

    def sign_set(self, interview: InterviewId) -> tuple[FormFile, ...]:
        """Complete the set: keep the final bytes and register them.

        Raises:
            NotPermitted, BadInput: as ``require_still_allowed``; ``MARKS_MISSING``,
                ``SET_NOT_PRINTED``.
        """
        self._room.require_possible(interview, SetSigned)
        self._require_marks(self._room.facts(interview))
        settle_print(self._room, interview)
        decision = require_still_allowed(self._room, interview)
        with self._room.act(interview, SetSigned) as act:
            ceremony = _ceremony(act.facts)
            forms = ceremony.witnessed or ceremony.sealed
            if act.facts.signing_way is SigningWay.screen and not ceremony.witnessed:
                forms = tuple(signed(self._room, act, form) for form in forms)
            act.record(SetSigned(ceremony.number, forms, decision))
        register_forms(self._room.desk, ceremony.number, forms)
        return forms

    def void_set(
        self, interview: InterviewId, reason: str, pages_returned: int | None = None
    ) -> None:
        """Give the ceremony up and start again at the review; its number is never used again.

        Raises:
            BadInput: ``PAGES_NOT_RETURNED``, or the reason, named.
        """
        settle_print(self._room, interview)
        with self._room.act(interview, SetVoided) as act:
            require_pages_counted(act.facts, pages_returned)
            voids = reserved_set(act.facts)
            if voids is None:
                raise BadInput("SIGNING_NOT_BEGUN")
            act.record(SetVoided(checked_text(reason, "reason"), voids, pages_returned))

    def count_pages_back(self, interview: InterviewId, pages_returned: int) -> None:
        """Record that every page came back of a set that the rules made void. Clause: S60.

        Raises:
            BadInput: ``PAGES_NOT_RETURNED``; ``NO_PAGES_DUE``.
        """
        with self._room.act(interview, PagesReturned) as act:
            if not act.facts.pages_due:
                raise BadInput("NO_PAGES_DUE")
            require_pages_counted(act.facts, pages_returned)
            act.record(PagesReturned(pages_returned))

    def boxes_for(self, interview: InterviewId, mark: Mark) -> tuple[str, ...]:
        """Return the boxes ink is wanted in for one mark, ``F1.client`` and so on."""
        return boxes_of(mark, _ceremony(self._room.facts(interview)).sealed)

    def _witness(self, facts: Facts, staff_no: StaffNo, password: str) -> Colleague:
        """Return the witness of this sale, signed in at this moment. Clauses: S43, S60."""
        _require_next(facts, Mark.witness_signature)
        _require_same_visit(facts, self._room.now().date())
        expected = witness_now(facts)
        if expected is None or staff_no.strip() != expected.staff_no:
            name = expected.name if expected else ""
            raise BadInput("NOT_THE_WITNESS", clause="S43", field="user", name=name)
        colleague = colleague_at(self._room.desk, expected.staff_no, password)
        require_may_witness(self._room, facts, colleague.member)
        return colleague

    def _require_marks(self, facts: Facts) -> None:
        if facts.signing_way is SigningWay.paper and not _ceremony(facts).came_out:
            raise BadInput("SET_NOT_PRINTED")
        missing = missing_marks(facts)
        if missing:
            raise BadInput(
                "MARKS_MISSING", clause="S28", missing=", ".join(mark.name for mark in missing)
            )


def _ceremony(facts: Facts) -> Ceremony:
    if facts.ceremony is None:
        raise BadInput("SIGNING_NOT_BEGUN")
    return facts.ceremony


def _require_not_the_witness(mark: Mark) -> None:
    if mark is Mark.witness_signature:
        raise BadInput("WITNESS_SIGNS_IN", clause="S43")


def _require_printed(facts: Facts) -> None:
    if facts.signing_way is not SigningWay.paper:
        raise BadInput("SIGNED_ON_SCREEN")
    if not _ceremony(facts).came_out:
        raise BadInput("SET_NOT_PRINTED")


def _require_ink(facts: Facts, mark: Mark, ink: tuple[InkStrokes, ...]) -> None:
    if facts.signing_way is not SigningWay.screen:
        raise BadInput("SIGNED_ON_PAPER")
    wanted = boxes_of(mark, _ceremony(facts).sealed)
    if sorted(one.box for one in ink) != sorted(wanted):
        raise BadInput("INK_BOXES_DIFFER", mark=mark.name, boxes=", ".join(wanted))
    for one in ink:
        ink_of(one)  # refuses what cannot be drawn


def _require_same_visit(facts: Facts, today: date) -> None:
    if facts.is_visit_over(today):
        raise BadInput("SIGNING_VISIT_OVER", clause="S28", day=facts.came_at.date())


def _require_next(facts: Facts, mark: Mark) -> None:
    missing = missing_marks(facts)
    if not missing or missing[0] is not mark:
        following = missing[0].name if missing else ""
        raise BadInput("MARK_OUT_OF_ORDER", clause="S28", mark=mark.name, next=following)
