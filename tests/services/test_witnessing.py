"""The witness: who may, what only a signed-in witness may do, and what a restart keeps."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.services.branch import ADVISER, WITNESS, Practice, Walk, practice

from advisor_desk.domain.branch_events import SignInFailed, staff_subject
from advisor_desk.domain.duties import unmet_duties, witness_now
from advisor_desk.domain.events import Recorded
from advisor_desk.domain.fold import SUBJECT
from advisor_desk.domain.interview import PartyRole, Stage, State
from advisor_desk.domain.interview_events import Party
from advisor_desk.domain.people import Role, StaffMember
from advisor_desk.domain.steps import open_step
from advisor_desk.domain.trouble import BadInput, NotPermitted
from advisor_desk.domain.witness_events import WitnessCame, WitnessEvent
from advisor_desk.services.witness_rules import warning_in
from advisor_desk.services.witnessing import Witnessing
from advisor_desk.store.keys import PUBLISHED_PASSWORD

BORN = date(1955, 3, 8)
HEAD = StaffMember("10001", "沈行長（虛構）", Role.branch_head, "分行行長", None)
OUTLET = StaffMember("10020", "衛所長（虛構）", Role.outlet_head, "網點負責人", None)
WORDS = "不好的時候少一萬六"


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        for person in (replace(HEAD, staff_no="10002"), OUTLET):
            made.station.training_desk().enrol_for_training(person)
        yield made


@pytest.fixture
def elder(at: Practice) -> Walk:
    """A client of 71 with A3 who chose R3: everything is explained, the witness is to come."""
    walk = Walk(at, born=BORN, product="DEMO-R3-001").until("presentation")
    assert step(walk) is Stage.witness
    return walk


def step(walk: Walk) -> Stage | None:
    now = open_step(walk.facts)
    return now.stage if now else None


def desk_of(walk: Walk) -> Witnessing:
    return walk.do.witnessing


def come(walk: Walk, staff_no: str = WITNESS.staff_no, password: str = PUBLISHED_PASSWORD) -> None:
    desk_of(walk).come(walk.interview, staff_no, password)


def ask_all(walk: Walk) -> None:
    desk_of(walk).hear_recap(walk.interview)
    desk_of(walk).give_second_warning(walk.interview)
    for one in desk_of(walk).asked(walk.interview):
        desk_of(walk).hear(walk.interview, one.id, WORDS)


def acts(walk: Walk) -> list[Recorded]:
    book = walk.at.desk.book.events(SUBJECT + walk.interview)
    return [one for one in book if isinstance(one.event, WitnessEvent)]


def test_the_witness_leads_the_step_to_its_end_in_the_own_name(elder: Walk) -> None:
    elder.witness()
    assert step(elder) is Stage.review
    assert unmet_duties(elder.facts) == ()
    actors = {one.event.kind: one.actor for one in acts(elder)}
    assert actors.pop("client_decided") == ADVISER.staff_no
    assert set(actors.values()) == {WITNESS.staff_no}
    witness = elder.facts.witness
    assert witness is not None
    assert (witness.name, witness.post) == (WITNESS.name, WITNESS.post)
    assert len(witness.heard) == len(witness.questions) == 3


def test_every_question_is_asked_in_the_words_of_the_pack(elder: Walk) -> None:
    come(elder)
    asked = [one.ask for one in desk_of(elder).asked(elder.interview)]
    witness = elder.facts.witness
    assert witness is not None
    assert tuple(asked) == witness.questions
    assert asked[0] == "如果情況不好，這筆錢可能少多少？"
    assert warning_in(elder.do.today(), elder.facts).startswith("我今天不為您辦理業務")


def test_the_sale_above_the_grade_has_a_warning_of_its_own(at: Practice) -> None:
    walk = Walk(at, product="DEMO-R4-002", letter="B").until("portfolio")
    assert not walk.choose().is_refused
    assert warning_in(walk.do.today(), walk.facts).startswith("按照您自己的回答")


@pytest.mark.parametrize(
    ("staff_no", "code"),
    [
        (ADVISER.staff_no, "WITNESS_IS_ADVISER"),
        (f" {ADVISER.staff_no} ", "WITNESS_IS_ADVISER"),
        (OUTLET.staff_no, "WITNESS_RANK_TOO_LOW"),
        ("10001", "WITNESS_RANK_TOO_LOW"),
        ("99999", "SIGN_IN_FAILED"),
    ],
    ids=["the adviser", "with spaces", "an outlet's head", "an administrator", "nobody"],
)
def test_who_may_not_witness_is_told_why(elder: Walk, staff_no: str, code: str) -> None:
    with pytest.raises(NotPermitted, match=code):
        come(elder, staff_no)
    assert acts(elder) == []
    assert desk_of(elder).seated(elder.interview) is None


def test_a_higher_rank_may_witness_too(elder: Walk) -> None:
    come(elder, "10002")
    assert desk_of(elder).seated(elder.interview) is not None


def test_those_of_sufficient_rank_are_named(elder: Walk) -> None:
    found = [one.staff_no for one in desk_of(elder).candidates(elder.interview)]
    assert found == ["10002", WITNESS.staff_no]


def test_wrong_passwords_count_as_failed_sign_ins_of_the_witness(elder: Walk) -> None:
    for _ in range(2):
        with pytest.raises(NotPermitted, match="SIGN_IN_FAILED"):
            come(elder, password="guessed")
    assert acts(elder) == []
    come(elder)
    branch = elder.at.desk.branch.events(staff_subject(WITNESS.staff_no), SignInFailed)
    assert [one.event for one in branch] == [SignInFailed(WITNESS.staff_no, 2)]


def test_a_disabled_head_is_no_witness(elder: Walk) -> None:
    elder.at.station.training_desk().enrol_for_training(replace(WITNESS, enabled=False))
    with pytest.raises(NotPermitted, match="STAFF_DISABLED"):
        come(elder)


@pytest.mark.parametrize("name", [WITNESS.name, "林 國華（虛構）", "林国华(虚构)"])
def test_nobody_of_the_clients_side_is_the_witness(at: Practice, name: str) -> None:
    walk = Walk(at, born=BORN, product="DEMO-R3-001").begin()
    companion = Party(PartyRole.companion, name, None, "表弟")
    walk.do.opening.identify_party(walk.interview, companion)
    for one in ("opening", "needs", "questionnaire", "result", "portfolio", "products"):
        getattr(walk, one)()
    walk.presentation()
    with pytest.raises(NotPermitted, match="WITNESS_IS_PARTY"):
        come(walk)


WITHOUT: tuple[tuple[str, Callable[[Witnessing, str], object]], ...] = (
    ("recap", lambda one, i: one.hear_recap(i)),
    ("warning", lambda one, i: one.give_second_warning(i)),
    ("question", lambda one, i: one.hear(i, "worst_loss", WORDS)),
    ("client", lambda one, i: one.client_decides(i, goes_on=True)),
    ("stop", lambda one, i: one.client_decides(i, goes_on=False)),
    ("witness", lambda one, i: one.decide(i, proceeds=True)),
)


@pytest.mark.parametrize("act", [act for _, act in WITHOUT], ids=[name for name, _ in WITHOUT])
def test_nothing_of_the_witness_happens_without_the_witness(
    elder: Walk, act: Callable[[Witnessing, str], object]
) -> None:
    with pytest.raises(NotPermitted, match="WITNESS_NOT_SIGNED_IN"):
        act(desk_of(elder), elder.interview)
    come(elder)
    desk_of(elder).leave()
    with pytest.raises(NotPermitted, match="WITNESS_NOT_SIGNED_IN"):
        act(desk_of(elder), elder.interview)


def test_hear_say_ask_decide_come_in_this_order(elder: Walk) -> None:
    come(elder)
    one, at = desk_of(elder), elder.interview
    early = (
        (lambda: one.give_second_warning(at), "RECAP_NOT_HEARD"),
        (lambda: one.hear(at, "worst_loss", WORDS), "SECOND_WARNING_NOT_GIVEN"),
        (lambda: one.client_decides(at, goes_on=True), "RECAP_NOT_HEARD"),
        (lambda: one.decide(at, proceeds=True), "RECAP_NOT_HEARD"),
    )
    for act, missing in early:
        with pytest.raises(BadInput, match="WITNESS_TOO_EARLY") as raised:
            act()
        assert raised.value.facts["missing"] == missing
    ask_all(elder)
    with pytest.raises(BadInput) as raised:
        one.decide(at, proceeds=True)
    assert raised.value.facts["missing"] == "CLIENT_NOT_DECIDED"


def test_one_question_left_open_holds_client_and_witness_up(elder: Walk) -> None:
    come(elder)
    one, at = desk_of(elder), elder.interview
    one.hear_recap(at)
    one.give_second_warning(at)
    for asked in one.asked(at)[:-1]:
        one.hear(at, asked.id, WORDS)
    with pytest.raises(BadInput) as raised:
        one.client_decides(at, goes_on=True)
    assert raised.value.facts["missing"] == "WITNESS_QUESTIONS_OPEN"


def test_an_answer_is_words_to_a_question_of_the_pack(elder: Walk) -> None:
    come(elder)
    one, at = desk_of(elder), elder.interview
    one.hear_recap(at)
    one.give_second_warning(at)
    with pytest.raises(BadInput, match="WITNESS_QUESTION_UNKNOWN"):
        one.hear(at, "favourite_colour", WORDS)
    with pytest.raises(BadInput, match="TEXT_EMPTY"):
        one.hear(at, "worst_loss", "  ")


def test_the_client_may_stop_at_any_moment_and_may_choose_anew(elder: Walk) -> None:
    come(elder)
    desk_of(elder).client_decides(elder.interview, goes_on=False)
    assert elder.facts.chosen is None
    assert step(elder) is Stage.products
    assert desk_of(elder).seated(elder.interview) is None
    elder.products()  # the same once more: the presentation stands, the witness begins anew
    assert step(elder) is Stage.witness
    come(elder)
    witness = witness_now(elder.facts)
    assert witness is not None
    assert (witness.recap_heard, witness.client_goes_on) == (False, None)


def test_the_witness_may_stop_at_any_moment_and_says_why(elder: Walk) -> None:
    come(elder)
    with pytest.raises(BadInput, match="TEXT_EMPTY"):
        desk_of(elder).decide(elder.interview, proceeds=False)
    desk_of(elder).decide(elder.interview, proceeds=False, words="客戶說女兒催她今天買。")
    assert elder.facts.chosen is None
    elder.products()
    assert step(elder) is Stage.witness  # a stop of before is no leave to go on


def test_after_the_decision_it_is_said_that_it_is_decided(elder: Walk) -> None:
    elder.witness()
    with pytest.raises(BadInput, match="WITNESS_DECIDED_ALREADY"):
        desk_of(elder).decide(elder.interview, proceeds=False, words="後悔了。")
    with pytest.raises(BadInput, match="WITNESS_DECIDED_ALREADY"):
        desk_of(elder).client_decides(elder.interview, goes_on=False)


@pytest.mark.parametrize("by", ["client", "witness"])
def test_after_a_stop_it_is_said_that_it_was_stopped(elder: Walk, by: str) -> None:
    come(elder)
    if by == "client":
        desk_of(elder).client_decides(elder.interview, goes_on=False)
    else:
        desk_of(elder).decide(elder.interview, proceeds=False, words="客戶說女兒催她今天買。")
    with pytest.raises(BadInput, match="WITNESS_STOPPED_ALREADY"):
        desk_of(elder).decide(elder.interview, proceeds=True)


def test_the_witness_promises_nothing_and_the_clients_answer_stands_as_it_was_said(
    elder: Walk,
) -> None:
    come(elder)
    desk_of(elder).hear_recap(elder.interview)
    desk_of(elder).give_second_warning(elder.interview)
    for question in desk_of(elder).asked(elder.interview):
        desk_of(elder).hear(elder.interview, question.id, "我以前說它保本")
    desk_of(elder).client_decides(elder.interview, goes_on=True)
    with pytest.raises(BadInput, match="PHRASE_NOT_ALLOWED") as refused:
        desk_of(elder).decide(elder.interview, proceeds=True, words="已說明，這款保本")
    assert refused.value.facts["field"] == "words"
    desk_of(elder).decide(elder.interview, proceeds=True, words="已說明不保本")


def test_a_restart_asks_for_the_witness_again_and_keeps_what_was_heard(elder: Walk) -> None:
    come(elder)
    ask_all(elder)
    desk_of(elder).client_decides(elder.interview, goes_on=True)
    elder.at.again()
    with pytest.raises(NotPermitted, match="WITNESS_NOT_SIGNED_IN"):
        desk_of(elder).decide(elder.interview, proceeds=True)
    come(elder)
    assert [one.heard for one in desk_of(elder).asked(elder.interview)] == [WORDS] * 3
    desk_of(elder).decide(elder.interview, proceeds=True)
    assert step(elder) is Stage.review


def test_another_witness_begins_anew(elder: Walk) -> None:
    come(elder)
    ask_all(elder)
    come(elder, "10002")
    witness = witness_now(elder.facts)
    assert witness is not None
    assert (witness.staff_no, witness.recap_heard, witness.heard) == ("10002", False, {})
    come(elder)  # and so does who was here first
    assert witness_now(elder.facts) is not None
    assert not desk_of(elder).asked(elder.interview)[0].heard


def test_a_new_visit_asks_for_the_witness_again(elder: Walk) -> None:
    come(elder)
    ask_all(elder)
    elder.do.flow.wait_for_witness(elder.interview, date(2026, 11, 25))
    assert elder.facts.state is State.paused
    elder.do.flow.resume(elder.interview, elder.do.resuming.say_again(elder.interview))
    assert desk_of(elder).seated(elder.interview) is None
    assert elder.facts.witness is None


def test_another_choice_asks_for_the_witness_again(elder: Walk) -> None:
    elder.witness()
    elder.do.purchases.drop_choice(elder.interview)
    elder.amount = "110000.00"
    elder.products()
    elder.presentation()
    assert step(elder) is Stage.witness
    assert desk_of(elder).seated(elder.interview) is None


def test_the_seat_is_of_one_interview(elder: Walk) -> None:
    come(elder)
    other = Walk(elder.at, born=BORN, product="DEMO-R3-001", order=125).until("presentation")
    with pytest.raises(NotPermitted, match="WITNESS_NOT_SIGNED_IN"):
        desk_of(other).hear_recap(other.interview)


def test_a_sale_that_needs_no_witness_takes_none(at: Practice) -> None:
    walk = Walk(at).until("presentation")
    with pytest.raises(BadInput, match="NO_WITNESS_NEEDED"):
        come(walk)


def test_nobody_witnesses_before_everything_is_explained(at: Practice) -> None:
    walk = Walk(at, born=BORN, product="DEMO-R3-001").until("products")
    with pytest.raises(BadInput, match="STEP_NOT_OPEN"):
        come(walk)


def test_who_decided_is_not_asked_again_but_another_may_come(elder: Walk) -> None:
    elder.witness()
    with pytest.raises(BadInput, match="WITNESS_DECIDED_ALREADY"):
        come(elder)
    come(elder, "10002")
    assert step(elder) is Stage.witness


@pytest.mark.parametrize("change", [{"enabled": False}, {"role": Role.outlet_head}])
def test_a_witness_who_may_not_any_more_holds_the_signing_up(
    elder: Walk, change: dict[str, object]
) -> None:
    elder.witness()
    elder.review()
    changed = replace(WITNESS, **change)  # type: ignore[arg-type]
    elder.at.station.training_desk().enrol_for_training(changed)
    with pytest.raises(NotPermitted, match=r"STAFF_DISABLED|WITNESS_RANK_TOO_LOW"):
        elder.begin_signing()
    assert [one.event.kind for one in acts(elder)].count(WitnessCame.kind) == 1


def test_what_the_witness_heard_is_of_its_day_alone(elder: Walk) -> None:
    come(elder)
    ask_all(elder)
    elder.at.clock.at = elder.at.clock.at.replace(hour=23, minute=50)
    desk_of(elder).client_decides(elder.interview, goes_on=True)
    elder.at.clock.at += timedelta(minutes=10)
    assert desk_of(elder).seated(elder.interview) is None
    with pytest.raises(NotPermitted, match="WITNESS_NOT_SIGNED_IN"):
        desk_of(elder).decide(elder.interview, proceeds=True)
    with pytest.raises(BadInput, match="VISIT_OVER"):
        come(elder)
