"""Staff without a certificate inform and introduce, and nothing else is ever recorded of them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from tests.forms.paper import bare, text_of
from tests.hostile import hostile_strings
from tests.services.branch import (
    ADMINISTRATOR,
    ADVISER,
    CERTIFICATE,
    STEPS,
    Practice,
    Walk,
    practice,
)
from tests.services.test_acts_in_their_place import ACTS, answer_to

from advisor_desk.domain.events import _KINDS
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.interview import Stage, State
from advisor_desk.domain.interview_events import InterviewEvent
from advisor_desk.domain.languages import Language
from advisor_desk.domain.people import Certificate, Role, StaffMember, StaffNo
from advisor_desk.domain.referral_events import ReferralAnswered, Referred, StepRefused
from advisor_desk.domain.text import as_kept
from advisor_desk.domain.trouble import BadInput, NotPermitted, Trouble
from advisor_desk.packs.wording import trouble_text
from advisor_desk.services.guards import require_possible
from advisor_desk.services.interviews import Interviews
from advisor_desk.services.registering import register_of

COLLEAGUE = StaffMember(
    "20455", "何穎欣（虛構）", Role.adviser, "客戶經理", replace(CERTIFICATE, number="EX-20455")
)
TRAINEE = StaffMember("20470", "小林（虛構）", Role.assistant, "助理客戶經理", None)
TOPIC = "想談到期的存款"
ENDED = Certificate(date(2024, 1, 1), date(2026, 11, 22), "EX-20417")
BEGINS_TOMORROW = Certificate(date(2026, 11, 24), date(2028, 1, 1), "EX-20417")
# All that a person without a certificate may record. Whatever is not here is refused.
OPEN_TO_ALL = {
    *("client_details_changed", "interview_opened", "party_identified", "party_left"),
    *("data_notice_understood", "recording_stated", "draft_kept", "undone", "paused", "resumed"),
    *("ended_without_sale", "stopped_by_rule", "abandoned"),
    *("set_voided", "pages_returned", "forms_printed"),
    *("handed_over", "record_made", "interview_closed", "addendum", "interview_voided"),
    *("material_handed_out", "product_facts_passed_on", "step_refused", "referral_answered"),
    "referral_meeting_agreed",
    *("referred", "slip_printed"),
}
KINDS = [kind for kind in _KINDS.values() if issubclass(kind, InterviewEvent)]


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        made.station.training_desk().enrol_for_training(COLLEAGUE)
        yield made


def take_seat(at: Practice, person: StaffMember) -> None:
    at.station.training_desk().enrol_for_training(person)
    at.desk = at.station.training_desk(person.staff_no)
    at.interviews = Interviews(at.desk)


def received(at: Practice) -> Walk:
    """Receive and identify a client, the notice read, as anybody may."""
    walk = Walk(at).begin()
    walk.identify()
    walk.do.opening.understand_data_notice(walk.interview)
    return walk


def answer(walk: Walk, colleague: StaffNo = COLLEAGUE.staff_no, *, agrees: bool = True) -> None:
    walk.do.referrals.answer(walk.interview, colleague, TOPIC, agrees=agrees)


def slip_of(walk: Walk, folder: Path) -> str:
    """Return what is printed on the slip of an interview that ended with a referral."""
    end = walk.facts.referral.end
    assert end is not None
    return bare(text_of(walk.do.form_bytes(end.forms[0].sha256), folder))


def without_certificate(at: Practice) -> Walk:
    at.certificate(None)
    return received(at)


# Nothing but informing and introducing.


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    with practice(tmp_path_factory.mktemp("branch")) as made:
        return received(made).facts


@pytest.mark.parametrize("kind", KINDS, ids=[one.kind for one in KINDS])
@pytest.mark.parametrize("role", [Role.adviser, Role.assistant])
def test_only_what_is_open_to_all_passes_the_guard_without_a_certificate(
    facts: Facts, kind: type[InterviewEvent], role: Role
) -> None:
    person = replace(ADVISER, role=role, certificate=ENDED)
    refusal = ""
    try:
        require_possible(facts, kind, person, date(2026, 11, 23))
    except Trouble as trouble:
        refusal = trouble.code
    if kind.kind in OPEN_TO_ALL:
        assert refusal in {"", "NOT_IN_THIS_STATE", "STEP_NOT_OPEN"}
    else:
        assert refusal == "ADVISER_UNCERTIFIED"


def test_at_every_step_every_act_of_an_adviser_is_refused(tmp_path: Path) -> None:
    """One interview is walked; at each step the certificate ends, and everything is tried."""
    beside = {"abandon", "end_without_sale", "pause", "keep_draft", "resume", "undo"}
    opening = {"identify_party", "dismiss_party", "understand_data_notice", "state_recording"}
    papers = {"hand_over", "make_record", "close_interview", "follow_print", "cancel_print"}
    closed = [name for name in ACTS if name not in beside | opening | papers]
    with practice(tmp_path) as at:
        walk = Walk(at)
        for step in STEPS[:-1]:
            getattr(walk, step)()
            at.certificate(ENDED)
            answers = {name: answer_to(walk, name) for name in closed}
            assert set(answers.values()) == {"ADVISER_UNCERTIFIED"}, answers
            at.certificate(CERTIFICATE)
        assert walk.close().facts.state is State.closed


def test_an_act_that_needed_the_certificate_is_not_taken_back_without_it(at: Practice) -> None:
    walk = Walk(at).until("opening")
    walk.record_pot()
    at.certificate(ENDED)
    with pytest.raises(NotPermitted, match="ADVISER_UNCERTIFIED"):
        walk.do.flow.undo(walk.interview)
    at.certificate(CERTIFICATE)
    assert walk.do.flow.undo(walk.interview) == "pot_recorded"


def test_own_mistakes_are_taken_back_past_a_locked_step_that_was_tried(at: Practice) -> None:
    walk = without_certificate(at)
    walk.do.referrals.hand_out(walk.interview, "DEMO-R1-001")
    walk.do.referrals.try_step(walk.interview, Stage.questionnaire)
    assert walk.do.flow.undo(walk.interview) == "material_handed_out"
    assert walk.facts.referral.handed_out == ()


# Informing.


def test_material_and_facts_are_kept_with_their_version_and_day(at: Practice) -> None:
    walk = without_certificate(at)
    for _ in range(2):  # the same again is nothing new
        walk.do.referrals.hand_out(walk.interview, "DEMO-R1-001")
        walk.do.referrals.pass_on_facts(walk.interview, "DEMO-R2-001")
    (material,), (told,) = walk.facts.referral.handed_out, walk.facts.referral.passed_on
    assert (material.product, material.material_version) == ("DEMO-R1-001", "2026.1")
    assert len(material.sha256) == 64
    assert (told.product, told.edition) == ("DEMO-R2-001", date(2026, 1, 1))


@pytest.mark.parametrize(
    ("product", "code"),
    [
        ("DEMO-NONE", "PRODUCT_UNKNOWN"),
        ("DEMO-R2-003", "PRODUCT_NOT_ON_SALE"),
        ("DEMO-X0-001", "MATERIAL_NOT_APPROVED"),
    ],
    ids=["unknown", "not for sale", "material not approved"],
)
def test_only_what_may_be_shown_today_is_handed_out(at: Practice, product: str, code: str) -> None:
    walk, before = without_certificate(at), at.desk.book.head
    head = before()
    for act in (walk.do.referrals.hand_out, walk.do.referrals.pass_on_facts):
        with pytest.raises(BadInput, match=code):
            act(walk.interview, product)
    assert before() == head
    assert product not in {one.code for one in walk.do.referrals.offered()}


def test_a_locked_step_that_is_tried_is_recorded_once_a_visit(at: Practice) -> None:
    walk = without_certificate(at)
    for step in (Stage.questionnaire, Stage.questionnaire, Stage.products):
        walk.do.referrals.try_step(walk.interview, step)
    walk.do.flow.pause(walk.interview, "客戶去接電話")
    walk.do.flow.resume(walk.interview)
    walk.do.referrals.try_step(walk.interview, Stage.questionnaire)
    tried = [one.event for one in walk.do.recorded(walk.interview, StepRefused)]
    assert tried == [
        StepRefused(Stage.questionnaire, "ADVISER_UNCERTIFIED"),
        StepRefused(Stage.products, "ADVISER_UNCERTIFIED"),
        StepRefused(Stage.questionnaire, "ADVISER_UNCERTIFIED"),
    ]


# Introducing.


def test_a_referral_ends_the_interview_with_its_slip_in_the_register(
    at: Practice, tmp_path: Path
) -> None:
    walk = without_certificate(at)
    answer(walk)
    number = walk.do.referrals.refer(walk.interview)
    end = walk.facts.referral.end
    assert walk.facts.state is State.ended_referred
    assert end is not None
    assert (end.colleague, end.topic, end.number) == (COLLEAGUE.staff_no, TOPIC, number)
    assert [(row["form"], row["state"]) for row in walk.do.forms_of(walk.interview)] == [
        ("F8", "registered")
    ]
    assert register_of(at.desk).holds(frozenset({end.forms[0].sha256}))
    slip = slip_of(walk, tmp_path)
    for words in (ADVISER.name, COLLEAGUE.name, "EX-20455", TOPIC, "沒有給出任何建議。本人未持有"):
        assert words in slip, words
    with pytest.raises(BadInput, match="NOT_IN_THIS_STATE"):
        walk.do.referrals.refer(walk.interview)


def test_the_trainee_without_a_certificate_does_the_same(at: Practice) -> None:
    take_seat(at, TRAINEE)
    walk = received(at)
    answer(walk)
    walk.do.referrals.refer(walk.interview)
    assert walk.facts.state is State.ended_referred
    assert [one.staff_no for one in walk.do.referrals.colleagues()] == ["20417", "20455"]


@pytest.mark.parametrize("role", [Role.administrator, Role.business_supervisor, Role.branch_head])
def test_who_serves_nobody_receives_nobody(at: Practice, role: Role) -> None:
    take_seat(at, replace(TRAINEE, role=role))
    with pytest.raises(NotPermitted, match="ROLE_DOES_NOT_SERVE"):
        Walk(at).begin()


@pytest.mark.parametrize(
    ("who", "code"),
    [
        (ADVISER, "COLLEAGUE_ONESELF"),
        (ADMINISTRATOR, "COLLEAGUE_DOES_NOT_SERVE"),
        (replace(COLLEAGUE, certificate=None), "COLLEAGUE_UNCERTIFIED"),
        (replace(COLLEAGUE, certificate=ENDED), "COLLEAGUE_UNCERTIFIED"),
        (replace(COLLEAGUE, certificate=BEGINS_TOMORROW), "COLLEAGUE_UNCERTIFIED"),
        (replace(TRAINEE, certificate=CERTIFICATE), "COLLEAGUE_DOES_NOT_SERVE"),
        (replace(COLLEAGUE, staff_no="20999", enabled=False), "STAFF_UNKNOWN"),
    ],
    ids=["oneself", "administrator", "none", "ended", "tomorrow", "role", "nobody"],
)
def test_only_a_colleague_who_may_advise_today_takes_a_client_over(
    at: Practice, who: StaffMember, code: str
) -> None:
    walk = without_certificate(at)
    if who not in (ADVISER, ADMINISTRATOR) and who.enabled:
        at.station.training_desk().enrol_for_training(who)
    assert who.staff_no not in {one.staff_no for one in walk.do.referrals.colleagues()}
    with pytest.raises(BadInput, match=code):
        answer(walk, who.staff_no)
    assert walk.facts.referral.answer is None


def disabled(at: Practice) -> None:
    at.station.training_desk().enrol_for_training(replace(COLLEAGUE, enabled=False))


def lapsed(at: Practice) -> None:
    at.station.training_desk().enrol_for_training(replace(COLLEAGUE, certificate=ENDED))


@pytest.mark.parametrize(
    ("change", "code"), [(disabled, "COLLEAGUE_DISABLED"), (lapsed, "COLLEAGUE_UNCERTIFIED")]
)
def test_a_colleague_is_asked_for_again_when_the_client_is_introduced(
    at: Practice, change: Callable[[Practice], None], code: str
) -> None:
    walk = without_certificate(at)
    answer(walk)
    change(at)
    with pytest.raises(BadInput, match=code):
        walk.do.referrals.refer(walk.interview)
    assert walk.facts.state is State.in_progress
    assert walk.do.forms_of(walk.interview) == ()


def test_nothing_is_passed_on_without_the_client_s_consent(at: Practice) -> None:
    walk = without_certificate(at)
    with pytest.raises(BadInput, match="REFERRAL_NOT_AGREED"):
        walk.do.referrals.refer(walk.interview)
    answer(walk, agrees=False)
    with pytest.raises(BadInput, match="REFERRAL_NOT_AGREED"):
        walk.do.referrals.refer(walk.interview)
    answer(walk)
    walk.do.referrals.refer(walk.interview)
    said = [one.event for one in walk.do.recorded(walk.interview, ReferralAnswered, Referred)]
    assert [getattr(one, "agrees", None) for one in said] == [False, True, None]


def test_who_is_not_identified_is_not_introduced(at: Practice) -> None:
    at.certificate(None)
    walk = Walk(at).begin()
    with pytest.raises(BadInput, match="STEP_NOT_DONE") as refusal:
        answer(walk)
    assert refusal.value.facts["missing"] == "CLIENT_NOT_IDENTIFIED, DATA_NOTICE_NOT_UNDERSTOOD"


def test_after_a_pause_the_client_is_identified_again(at: Practice) -> None:
    walk = without_certificate(at)
    answer(walk)
    walk.do.flow.pause(walk.interview, "客戶去接電話")
    walk.do.flow.resume(walk.interview)
    with pytest.raises(BadInput, match="STEP_NOT_DONE"):
        walk.do.referrals.refer(walk.interview)
    walk.identify()
    assert walk.do.referrals.refer(walk.interview)


@pytest.mark.parametrize(
    ("topic", "code"),
    [("", "TEXT_EMPTY"), ("保證收益的產品", "PHRASE_NOT_ALLOWED"), ("一" * 201, "TEXT_TOO_LONG")],
)
def test_the_topic_promises_nothing(at: Practice, topic: str, code: str) -> None:
    walk = without_certificate(at)
    with pytest.raises(BadInput, match=code) as refusal:
        walk.do.referrals.answer(walk.interview, COLLEAGUE.staff_no, topic, agrees=True)
    assert refusal.value.facts["field"] == "topic"


def test_a_hostile_string_is_no_product_and_no_colleague(at: Practice) -> None:
    walk = without_certificate(at)
    do, interview, head = walk.do.referrals, walk.interview, at.desk.book.head()
    for text in hostile_strings():
        for act in (
            partial(do.hand_out, interview, text),
            partial(do.pass_on_facts, interview, text),
            partial(do.answer, interview, text, TOPIC, agrees=True),
        ):
            with pytest.raises(Trouble) as refusal:
                act()
            assert all(trouble_text(refusal.value, language) for language in Language), text
    assert at.desk.book.head() == head


def test_a_hostile_topic_is_kept_as_typed_or_refused_by_its_name(at: Practice) -> None:
    walk = without_certificate(at)
    refused: dict[str, str] = {}
    for text in hostile_strings():
        before = walk.facts.referral.answer
        try:
            walk.do.referrals.answer(walk.interview, COLLEAGUE.staff_no, text, agrees=True)
        except BadInput as refusal:
            refused[text] = refusal.facts["field"]
        kept = walk.facts.referral.answer
        if text in refused:
            assert kept is before
        else:
            assert kept is not None
            assert kept.topic == as_kept(text)
    assert set(refused.values()) == {"topic"}
    assert len(refused) < len(hostile_strings())


# Certificates that come and go.


@pytest.mark.parametrize("held", [ENDED, BEGINS_TOMORROW, None], ids=["ended", "tomorrow", "none"])
def test_an_interview_half_led_ends_by_a_referral_too(
    at: Practice, held: Certificate | None, tmp_path: Path
) -> None:
    walk = Walk(at).until("review")
    at.certificate(held)
    answer(walk)
    walk.do.referrals.refer(walk.interview)
    assert "證書到期後沒有給出任何建議" in slip_of(walk, tmp_path)
    assert walk.facts.numbers_void == ("CD3-2026-01-00001",)
    states = {str(row["number"]): row["state"] for row in walk.do.forms_of(walk.interview)}
    assert states == {"CD3-2026-01-00001": "void", "CD3-2026-01-00002": "registered"}


def test_a_certificate_restored_in_the_middle_leads_on_and_refers_nobody(at: Practice) -> None:
    walk = without_certificate(at)
    answer(walk)
    at.certificate(CERTIFICATE)
    for act in (
        lambda: walk.do.referrals.refer(walk.interview),
        lambda: answer(walk),
        lambda: walk.do.referrals.hand_out(walk.interview, "DEMO-R1-001"),
        lambda: walk.do.referrals.try_step(walk.interview, Stage.needs),
    ):
        with pytest.raises(BadInput, match="REFERRAL_NOT_NEEDED"):
            act()
    walk.do.opening.state_recording(walk.interview, number="REC-1")
    walk.do.opening.confirm_opening(walk.interview)
    assert walk.needs().facts.state is State.in_progress
