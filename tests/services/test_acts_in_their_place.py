"""Every act of an interview is possible where the procedure has it, and refused anywhere else.

One interview is walked from opening to close; at each place every act that does not belong there
is tried. Which act belongs where stands in the table below, not in the code.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from tests.services.branch import (
    INK,
    POT,
    RECORD,
    STEPS,
    TODAY,
    Practice,
    SetClock,
    Walk,
    practice,
)

from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import (
    Confirmer,
    EnteredBy,
    Mark,
    OpenedBy,
    PartyRole,
    Reaction,
)
from advisor_desk.domain.interview_events import Party
from advisor_desk.domain.money import Money
from advisor_desk.domain.needs import Block
from advisor_desk.domain.paper_events import InkStrokes
from advisor_desk.domain.product import Purpose
from advisor_desk.domain.trouble import BadInput, Trouble


@dataclass(frozen=True)
class Possible:
    """An act, and the steps after which it belongs: from the first to the last, both included."""

    do: Callable[[Walk], object]
    first: str
    last: str


Doing = Callable[[Walk], object]


def act(first: str, last: str) -> Callable[[Doing], Doing]:
    def keep(function: Doing) -> Doing:
        ACTS[function.__name__] = Possible(function, first, last)
        return function

    return keep


ACTS: dict[str, Possible] = {}
UNTIL_SIGNING = "review"


@act("begin", UNTIL_SIGNING)
def identify_party(w: Walk) -> None:
    w.do.opening.identify_party(w.interview, Party(PartyRole.companion, "陪同示例", None))


@act("begin", UNTIL_SIGNING)
def dismiss_party(w: Walk) -> None:
    w.do.opening.dismiss_party(w.interview, PartyRole.companion)


@act("begin", UNTIL_SIGNING)
def understand_data_notice(w: Walk) -> None:
    w.do.opening.understand_data_notice(w.interview)


@act("begin", UNTIL_SIGNING)
def state_recording(w: Walk) -> None:
    w.do.opening.state_recording(w.interview, number="REC-9")


@act("begin", UNTIL_SIGNING)
def confirm_opening(w: Walk) -> None:
    w.do.opening.confirm_opening(w.interview)


@act("opening", UNTIL_SIGNING)
def record_needs(w: Walk) -> None:
    w.do.needs.record_needs(w.interview, Block.goals, ())


@act("opening", UNTIL_SIGNING)
def record_pot(w: Walk) -> None:
    w.do.needs.record_pot(
        w.interview,
        name=POT,
        amount=Money.parse("1.00"),
        purpose=Purpose.ordinary,
        source="存款",
        needed_by=None,
    )


@act("opening", UNTIL_SIGNING)
def remove_pot(w: Walk) -> None:
    w.do.needs.remove_pot(w.interview, POT)


@act("opening", UNTIL_SIGNING)
def confirm_needs(w: Walk) -> None:
    w.do.needs.confirm_needs(w.interview)


@act("needs", UNTIL_SIGNING)
def give_own_estimate(w: Walk) -> None:
    w.do.assessments.give_own_estimate(w.interview, RiskTolerance.A1)


@act("needs", UNTIL_SIGNING)
def give_answer(w: Walk) -> None:
    w.do.assessments.give_answer(w.interview, "income", "A", entered_by=EnteredBy.client)


@act("needs", UNTIL_SIGNING)
def confirm_answers(w: Walk) -> None:
    w.do.assessments.confirm_answers(w.interview)


@act("needs", UNTIL_SIGNING)
def keep_assessment(w: Walk) -> None:
    w.do.assessments.keep_assessment(w.interview)


@act("needs", UNTIL_SIGNING)
def begin_retake(w: Walk) -> None:
    w.do.assessments.begin_retake(w.interview, "客戶情況有變")


@act("questionnaire", UNTIL_SIGNING)
def discuss_result(w: Walk) -> None:
    w.do.assessments.discuss_result(w.interview, "客戶想再想想")


@act("questionnaire", UNTIL_SIGNING)
def accept_result(w: Walk) -> None:
    w.do.assessments.accept_result(w.interview)


@act("result", UNTIL_SIGNING)
def record_holdings(w: Walk) -> None:
    w.do.portfolio.record_holdings(w.interview, ())


@act("result", UNTIL_SIGNING)
def make_suggestion(w: Walk) -> None:
    w.do.portfolio.make_suggestion(w.interview, "分散一些", Reaction.considering)


@act("result", UNTIL_SIGNING)
def keep_portfolio(w: Walk) -> None:
    w.do.portfolio.keep_portfolio(w.interview, "先不動")


@act("portfolio", UNTIL_SIGNING)
def open_product(w: Walk) -> None:
    w.do.purchases.open_product(w.interview, "DEMO-R1-001", OpenedBy.shown_by_adviser)


@act("portfolio", UNTIL_SIGNING)
def choose_product(w: Walk) -> None:
    w.do.purchases.choose_product(w.interview, "DEMO-R2-001", pot=POT, amount=Money.parse("1.00"))


@act("portfolio", UNTIL_SIGNING)
def confirm_choice(w: Walk) -> None:
    w.do.purchases.confirm_choice(w.interview)


@act("portfolio", UNTIL_SIGNING)
def drop_choice(w: Walk) -> None:
    w.do.purchases.drop_choice(w.interview)


@act("products", UNTIL_SIGNING)
def open_presentation(w: Walk) -> None:
    w.do.presentations.open_presentation(w.interview)


@act("products", UNTIL_SIGNING)
def show_element(w: Walk) -> None:
    w.do.presentations.show_element(w.interview, "worst_case")


@act("products", UNTIL_SIGNING)
def put_off_element(w: Walk) -> None:
    w.do.presentations.put_off_element(w.interview, "fees", "客戶想先看期限")


@act("products", UNTIL_SIGNING)
def explain_element(w: Walk) -> None:
    w.do.presentations.explain_element(w.interview, "worst_case")


@act("products", UNTIL_SIGNING)
def say_back(w: Walk) -> None:
    w.do.presentations.say_back(w.interview, "worst_case", was_right=True, words="明白")


@act("presentation", UNTIL_SIGNING)
def open_review(w: Walk) -> None:
    w.do.reviews.open_review(w.interview)


@act("presentation", UNTIL_SIGNING)
def confirm_review_by_client(w: Walk) -> None:
    w.do.reviews.confirm_review(w.interview, Confirmer.client)


@act("presentation", UNTIL_SIGNING)
def confirm_review_by_adviser(w: Walk) -> None:
    w.do.reviews.confirm_review(w.interview, Confirmer.adviser)


@act("review", UNTIL_SIGNING)
def begin_signing(w: Walk) -> None:
    w.do.signing.begin_signing(w.interview)


@act("begin_signing", "handover")
def print_forms(w: Walk) -> None:
    w.do.printing.print_forms(w.interview, "file")


@act("begin_signing", "handover")
def follow_print(w: Walk) -> None:
    w.do.printing.follow_print(w.interview)


@act("begin_signing", "handover")
def cancel_print(w: Walk) -> None:
    w.do.printing.cancel_print(w.interview)


@act("begin_signing", "marks")
def see_mark(w: Walk) -> None:
    w.do.signing.see_mark(w.interview, Mark.grade_written)


@act("begin_signing", "marks")
def give_ink(w: Walk) -> None:
    w.do.signing.give_ink(w.interview, Mark.grade_written, (InkStrokes("F1.client", INK),))


@act("begin_signing", "marks")
def sign_set(w: Walk) -> None:
    w.do.signing.sign_set(w.interview)


@act("sign", "sign")
def hand_over(w: Walk) -> None:
    w.do.closing.hand_over(w.interview, ("client", "bank", "branch_file"))


@act("handover", "handover")
def make_record(w: Walk) -> None:
    w.do.closing.make_record(w.interview, RECORD)


@act("handover", "handover")
def close_interview(w: Walk) -> None:
    w.do.closing.close_interview(w.interview, None)


@act("begin", "marks")
def abandon(w: Walk) -> None:
    w.do.flow.abandon(w.interview, "客戶離開", 0)


@act("opening", "marks")
def end_without_sale(w: Walk) -> None:
    w.do.closing.end_without_sale(w.interview, RECORD, 0)


@act("begin", UNTIL_SIGNING)
def pause(w: Walk) -> None:
    w.do.flow.pause(w.interview, "客戶去接孩子")


@act("begin", UNTIL_SIGNING)
def undo(w: Walk) -> None:
    w.do.flow.undo(w.interview)


@act("begin", "handover")
def note(w: Walk) -> None:
    w.do.flow.note(w.interview, "客戶問了到帳時間")


@act("begin", "handover")
def keep_draft(w: Walk) -> None:
    w.do.flow.keep_draft(w.interview, "advice", "先留足六個月")


REFUSED_FOR_ITS_PLACE = {
    "NOT_IN_THIS_STATE",
    "STEP_NOT_OPEN",
    "NOTHING_CHOSEN",
    "OPENING_NOT_CONFIRMED",
}
WHILE_PAUSED = {"abandon", "end_without_sale", "resume", "keep_draft"}


@act("never", "never")
def resume(w: Walk) -> None:
    w.do.flow.resume(w.interview)


def belongs(name: str, step: str) -> bool:
    possible = ACTS[name]
    if possible.first not in STEPS:
        return False
    return STEPS.index(possible.first) <= STEPS.index(step) <= STEPS.index(possible.last)


def answer_to(walk: Walk, name: str) -> str:
    """Return the code of the refusal; ``done`` where the act was done after all."""
    head = walk.at.desk.book.head()
    try:
        ACTS[name].do(walk)
    except Trouble as trouble:
        assert walk.at.desk.book.head() == head, "a refused act is not recorded"
        return trouble.code
    return "done"


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], str]:
    """Try every act where it does not belong, on one interview and on paused and ended ones."""
    found: dict[tuple[str, str], str] = {}
    with practice(tmp_path_factory.mktemp("branch")) as at:
        walk = Walk(at)
        for step in STEPS:
            getattr(walk, step)()
            found |= {(n, step): answer_to(walk, n) for n in ACTS if not belongs(n, step)}
        for number, place in enumerate(AWAY):
            other = Walk(at, order=200 + number).until("needs")
            AWAY[place](other)
            allowed = WHILE_PAUSED if place == "paused" else set()
            found |= {(n, place): answer_to(other, n) for n in ACTS if n not in allowed}
    return found


AWAY: dict[str, Callable[[Walk], object]] = {
    "paused": pause,
    "abandoned": abandon,
    "ended_no_sale": lambda walk: walk.do.closing.end_without_sale(walk.interview, RECORD),
}


@pytest.mark.parametrize("place", [*STEPS, *AWAY])
@pytest.mark.parametrize("name", list(ACTS))
def test_an_act_out_of_its_place_is_refused(
    answers: dict[tuple[str, str], str], name: str, place: str
) -> None:
    if (name, place) not in answers:
        assert place == "paused" or belongs(name, place)
        return
    assert answers[name, place] in REFUSED_FOR_ITS_PLACE


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Practice]:
    with practice(tmp_path_factory.mktemp("branch")) as made:
        yield made


@pytest.mark.parametrize("name", [name for name in ACTS if name != "resume"])
def test_an_act_in_its_place_is_not_held_back_by_the_guards(at: Practice, name: str) -> None:
    walk = Walk(at, order=300 + list(ACTS).index(name)).until(ACTS[name].first)
    assert answer_to(walk, name) not in {"NOT_IN_THIS_STATE", "STEP_NOT_OPEN"}


def test_what_is_missing_is_named(at: Practice) -> None:
    walk = Walk(at, order=400).until("needs")
    with pytest.raises(BadInput) as refusal:
        begin_signing_of(walk)
    facts = refusal.value.facts
    assert facts == {"step": "signing", "open": "questionnaire", "missing": "NO_ASSESSMENT_YET"}


def begin_signing_of(walk: Walk) -> None:
    walk.do.signing.begin_signing(walk.interview)


def test_the_clock_of_these_tests_goes_on() -> None:
    clock = SetClock(TODAY)
    assert clock.now() < clock.now()
