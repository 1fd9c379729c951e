"""Informing and introducing: what was given, the question to the client, the end. No Qt.

What is chosen and typed here is a draft until its act is done, so a later start finds it, and the
page on the client's screen with it.
"""

from advisor_desk.domain.people import StaffMember, StaffNo
from advisor_desk.domain.referral_events import ReferralAnswered
from advisor_desk.domain.text import as_kept
from advisor_desk.packs.typed_days import moment_as_typed
from advisor_desk.ui.interview.field_errors import FieldErrors, Wrong
from advisor_desk.ui.interview.presenter import InterviewPresenter
from advisor_desk.ui.interview.refer_mode import ReferPage
from advisor_desk.ui.interview.stopped import Stopped
from advisor_desk.ui.interview.typed import Typed
from advisor_desk.ui.interview.what_is_needed import Said
from advisor_desk.ui.screens.referral.informing import DRAFT, SHOWN, ForClient, Informing

TOPIC, COLLEAGUE, MEETING = "topic", "colleague", "meeting"
LABELS = {TOPIC: "REFER_TOPIC", COLLEAGUE: "REFER_COLLEAGUE", MEETING: "REFER_MEETING"}


class ReferralPresenter:
    """One interview's referral, for both screens."""

    def __init__(self, presenter: InterviewPresenter) -> None:
        self.interview = presenter.interview
        self._mode = presenter.refer
        self._typed = Typed(self.interview, DRAFT)
        self.informing = Informing(self.interview)
        self._errors = FieldErrors(self.interview)
        self._colleagues: tuple[StaffMember, ...] = ()

    def topic(self) -> str:
        """Return what the client would like to talk about; at first why the client came."""
        return self._typed.of(TOPIC) or self.interview.facts.visit_purpose

    def keep_topic(self, text: str) -> None:
        """Keep what was typed."""
        self._typed.keep(**{TOPIC: text})

    def colleagues(self) -> tuple[StaffMember, ...]:
        """Return who may take the client over today."""
        if not self.interview.is_busy:
            self._colleagues = self.interview.services.referrals.colleagues()
        return self._colleagues

    def colleague(self) -> StaffMember | None:
        """Return the colleague chosen; where there is one alone, that one."""
        found, chosen = self.colleagues(), self._typed.of(COLLEAGUE)
        if len(found) == 1:
            return found[0]
        return next((one for one in found if one.staff_no == chosen), None)

    def choose(self, colleague: StaffNo) -> None:
        """Introduce the client to this colleague."""
        self._errors.clear(COLLEAGUE)
        self._keep(**{COLLEAGUE: colleague, SHOWN: ""})

    def meeting(self) -> str:
        """Return when client and colleague meet, as it is typed or agreed; empty: not yet."""
        agreed = self.interview.facts.referral.meeting
        return self._typed.of(MEETING) or (agreed.strftime("%Y-%m-%d %H:%M") if agreed else "")

    def keep_meeting(self, text: str) -> None:
        """Keep what is being typed."""
        self._typed.keep(**{MEETING: as_kept(text)})

    def agree_meeting(self, text: str) -> None:
        """Record it as soon as it is a day and an hour to come; until then it stays a draft."""
        interview, at = self.interview, moment_as_typed(text)
        self._errors.clear(MEETING)
        if as_kept(text) and at is None:
            self._errors.say(MEETING, Wrong("REFER_MEETING_UNREADABLE"))
        elif self._errors.attempt(
            lambda: interview.services.referrals.agree_meeting(interview.id, at), LABELS
        ):
            text = ""
        self._keep(**{MEETING: as_kept(text)})

    def error_of(self, field: str) -> str:
        """Return what is wrong with topic, colleague or meeting; empty where nothing is."""
        return self._errors.of(field)

    def ask(self) -> None:
        """Put the question on the client's screen, unless something about it is wrong."""
        interview, colleague, topic = self.interview, self.colleague(), self.topic()
        if colleague is None:
            return
        referrals = interview.services.referrals
        if self._errors.attempt(
            lambda: referrals.checked_question(interview.id, colleague.staff_no, topic), LABELS
        ):
            self._keep(**{SHOWN: ForClient.question.value})

    def client_answers(self, *, agrees: bool) -> None:
        """Record what the client touched."""
        interview, colleague, topic = self.interview, self.colleague(), self.topic()
        if colleague is None:
            return
        referrals = interview.services.referrals
        if self._errors.attempt(
            lambda: referrals.answer(interview.id, colleague.staff_no, topic, agrees=agrees), LABELS
        ):
            self._keep(**{SHOWN: ""})

    def answer(self) -> ReferralAnswered | None:
        """Return what the client said to topic and colleague as they stand; None: not asked."""
        answer, colleague = self.interview.facts.referral.answer, self.colleague()
        if answer is None or colleague is None:
            return None
        is_this = (answer.colleague, answer.topic) == (colleague.staff_no, as_kept(self.topic()))
        return answer if is_this else None

    def is_asking(self) -> bool:
        """Say whether the question stands on the client's screen."""
        return self.for_client() is ForClient.question

    def for_client(self) -> ForClient:
        """Return what the client sees."""
        shown, answer = self._typed.of(SHOWN), self.answer()
        if shown == ForClient.question.value and self.colleague() is not None:
            return ForClient.question
        if shown == ForClient.facts.value and self.informing.product():
            return ForClient.facts
        if answer is not None:
            return ForClient.agreed if answer.agrees else ForClient.declined
        return ForClient.card

    def reason(self) -> str:
        """Say why the client cannot be introduced yet; empty where nothing stands in the way."""
        words, answer = self.interview.words, self.answer()
        if self.interview.is_busy:
            return words.say("NAV_WORKING")
        if not self.colleagues():
            return words.say("TODAY_COLLEAGUES_NONE")
        if self.colleague() is None:
            return words.say("REFER_FIRST_COLLEAGUE")
        if answer is None:
            return words.say("REFER_FIRST_ASK")
        meeting = self._typed.of(MEETING)
        if meeting and moment_as_typed(meeting) is None:
            return words.say("REFER_MEETING_UNREADABLE")
        return "" if answer.agrees else words.say("REFER_DECLINED_REASON")

    def confirm(self) -> None:
        """Introduce the client: the slip is made and the interview ends."""
        interview = self.interview
        if self._typed.of(MEETING):
            self.agree_meeting(self._typed.of(MEETING))
        if not self.reason() and not self._errors.any():
            interview.long_act(lambda: interview.services.referrals.refer(interview.id))

    def end(self) -> None:
        """End without a referral: the close page asks why."""
        self.interview.end_wanted()

    def to_opening(self) -> None:
        """Look at the opening again."""
        self._mode.to_opening()

    # A locked step.

    @property
    def is_locked(self) -> bool:
        """Say whether a step that was tried is shown with its reason."""
        return self._mode.page() is ReferPage.locked

    def locked(self) -> Stopped:
        """Return why the step is locked, and what may be done instead."""
        words, tried = self.interview.words, self._mode.tried
        name = words.say(f"STAGE_{tried.name}") if tried else ""
        return Stopped(
            title=words.say("REFER_LOCKED", step=name),
            text=words.say("REFER_LOCKED_TEXT"),
            to_client=(self.interview.client_words.say("REFER_CLIENT_TITLE"),),
            reasons=(
                Said("stop", words.say("TODAY_MAY_NOT_ADVISE"), "S23"),
                Said("ok", words.say("TODAY_MAY_MATERIAL"), "S24"),
                Said("ok", words.say("TODAY_MAY_PRODUCT_FACTS"), "S24"),
                Said("ok", words.say("TODAY_MAY_INTRODUCE"), "S25"),
            ),
            noted=words.say("REFER_LOCKED_NOTED"),
        )

    def go_on(self) -> None:
        """Do what the one filled button does."""
        if self.is_locked:
            self._mode.go_on()
        else:
            self.confirm()

    def _keep(self, **fields: str) -> None:
        self._typed.keep(**fields)
        self.interview.changed()
