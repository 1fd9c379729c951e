"""What staff without a certificate may do for a client, and the introduction that ends it.

Handing out approved material, passing on what the catalogue says, introducing the client to a
colleague who may advise today, with the client's own consent. Clauses: S23, S24, S25, S67.
"""

from datetime import datetime

from advisor_desk.domain.facts import Facts
from advisor_desk.domain.interview import InterviewId, PartyRole, Stage
from advisor_desk.domain.people import StaffMember, StaffNo
from advisor_desk.domain.product import Product
from advisor_desk.domain.referral_events import (
    MaterialHandedOut,
    MeetingAgreed,
    ProductFactsPassedOn,
    ReferralAnswered,
    Referred,
    StepRefused,
)
from advisor_desk.domain.trouble import BadInput, Trouble
from advisor_desk.packs.phrase_guard import advice_free
from advisor_desk.services.form_sets import referral_slip_of
from advisor_desk.services.guards import SERVING, may_advise
from advisor_desk.services.interview_room import DayData, InterviewRoom
from advisor_desk.services.judging import require_sold
from advisor_desk.services.numbers import next_set, reserved_set
from advisor_desk.services.printed import printed_text
from advisor_desk.services.registering import register_forms

LONGEST_TOPIC = 200
LOCKED = "ADVISER_UNCERTIFIED"
# What must be known of a client before anything is passed on about him or her.
BEFORE = ("CLIENT_NOT_IDENTIFIED", "DATA_NOTICE_NOT_UNDERSTOOD")


def lacking(facts: Facts) -> tuple[str, ...]:
    """Return what is missing before the client can be asked, in the codes of the opening."""
    is_there = (PartyRole.client in facts.parties, facts.notice_understood)
    return tuple(code for code, holds in zip(BEFORE, is_there, strict=True) if not holds)


class Referrals:
    """Refer mode."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room

    def colleagues(self) -> tuple[StaffMember, ...]:
        """Return who may advise today, oneself left out."""
        me, today = self._room.me(), self._room.moment().date()
        everyone = self._room.desk.everyone()
        return tuple(
            one for one in everyone if one.staff_no != me.staff_no and may_advise(one, today)
        )

    def offered(self) -> tuple[Product, ...]:
        """Return the products of today's shelf whose material may be handed out."""
        data = self._room.today()
        return tuple(one for one in data.catalogue.products() if _is_sold(data, one))

    def hand_out(self, interview: InterviewId, product: str) -> None:
        """Record that the client got the approved pages of a product. Clause: S67.

        Raises:
            BadInput, Unavailable, Tampered: ``PRODUCT_UNKNOWN``, as ``require_sold`` and as
                ``MaterialRegister.pages``.
        """
        with self._room.act(interview, MaterialHandedOut) as act:
            found, data = self._offered(product), self._room.today()
            version, language = found.material_version, act.facts.language
            pages = data.materials.pages(found.code, version, language, data.day)
            handed = MaterialHandedOut(found.code, version, pages.sha256)
            if handed not in act.facts.referral.handed_out:
                act.record(handed)

    def pass_on_facts(self, interview: InterviewId, product: str) -> None:
        """Record that the client was told what the catalogue says of a product; raises as above."""
        with self._room.act(interview, ProductFactsPassedOn) as act:
            found = self._offered(product)
            told = ProductFactsPassedOn(found.code, self._room.today().catalogue.edition)
            if told not in act.facts.referral.passed_on:
                act.record(told)

    def try_step(self, interview: InterviewId, step: Stage) -> None:
        """Record that a locked step was tried, once a visit and step. It stays locked."""
        with self._room.act(interview, StepRefused) as act:
            if (act.facts.visit, step) not in act.facts.referral.refused:
                act.record(StepRefused(step, LOCKED))

    def answer(
        self, interview: InterviewId, colleague: StaffNo, topic: str, *, agrees: bool
    ) -> None:
        """Record what the client said to being introduced to a colleague about a topic.

        Raises:
            BadInput: as ``checked_question``.
        """
        with self._room.act(interview, ReferralAnswered) as act:
            topic = self.checked_question(interview, colleague, topic)
            act.record(ReferralAnswered(colleague, topic, agrees))

    def checked_question(self, interview: InterviewId, colleague: StaffNo, topic: str) -> str:
        """Return the topic as it is kept, where the client can be asked; records nothing.

        Raises:
            BadInput: as ``_checked_colleague``; ``STEP_NOT_DONE``; the topic, named.
        """
        _require_known(self._room.facts(interview))
        self._checked_colleague(colleague)
        return printed_text(
            advice_free(topic, "topic", longest=LONGEST_TOPIC), "topic", longest=LONGEST_TOPIC
        )

    def agree_meeting(self, interview: InterviewId, at: datetime | None) -> None:
        """Record when client and colleague meet, in the branch's own time; None: not agreed yet.

        Raises:
            BadInput: ``MEETING_PAST``.
        """
        with self._room.act(interview, MeetingAgreed) as act:
            if at is not None:
                at = at.replace(tzinfo=act.now.tzinfo)
                if at <= act.now:
                    raise BadInput("MEETING_PAST", clause="S25", field="meeting")
            if at != act.facts.referral.meeting:
                act.record(MeetingAgreed(at))

    def refer(self, interview: InterviewId) -> str:
        """End the interview by introducing the client as agreed; return the number of the slip.

        Raises:
            BadInput: ``REFERRAL_NOT_AGREED``, ``STEP_NOT_DONE``, or the colleague may not advise
                any more.
        """
        with self._room.act(interview, Referred) as act:
            _require_known(act.facts)
            answer = act.facts.referral.answer
            if answer is None or not answer.agrees:
                raise BadInput("REFERRAL_NOT_AGREED", clause="S25")
            colleague = self._checked_colleague(answer.colleague)
            number = next_set(self._room.desk, act.today.year)
            forms = (referral_slip_of(self._room, act, number, colleague, answer.topic),)
            voids = reserved_set(act.facts)
            act.record(Referred(colleague.staff_no, answer.topic, number, forms, voids))
        register_forms(self._room.desk, number, forms)
        return number

    def _offered(self, code: str) -> Product:
        data = self._room.today()
        product = data.catalogue.product(code)
        require_sold(data, product)
        return product

    def _checked_colleague(self, staff_no: StaffNo) -> StaffMember:
        """Return a colleague who may take the client over today.

        Raises:
            BadInput: ``STAFF_UNKNOWN``, ``COLLEAGUE_ONESELF``, ``COLLEAGUE_DISABLED``,
                ``COLLEAGUE_DOES_NOT_SERVE``, ``COLLEAGUE_UNCERTIFIED``.
        """
        if staff_no == self._room.me().staff_no:
            raise BadInput("COLLEAGUE_ONESELF", clause="S25", field="colleague")
        one, today = self._room.desk.staff(staff_no), self._room.now().date()
        wrong = ""
        if not one.enabled:
            wrong = "COLLEAGUE_DISABLED"
        elif one.role not in SERVING:
            wrong = "COLLEAGUE_DOES_NOT_SERVE"
        elif not may_advise(one, today):
            wrong = "COLLEAGUE_UNCERTIFIED"
        if wrong:
            raise BadInput(wrong, clause="S25", field="colleague", name=one.name, day=today)
        return one


def _is_sold(data: DayData, product: Product) -> bool:
    try:
        require_sold(data, product)
    except Trouble:
        return False
    return True


def _require_known(facts: Facts) -> None:
    missing = lacking(facts)
    if missing:
        raise BadInput("STEP_NOT_DONE", clause="S22", step="opening", missing=", ".join(missing))
