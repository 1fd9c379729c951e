"""The questionnaire without a screen: whose answers they are, where the client is, the limits."""

from datetime import date
from pathlib import Path

import pytest
from tests.services.branch import Practice, Walk, practice
from tests.ui.opening.pages import opened

from advisor_desk.domain.client import OtherAssessmentEntered
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import Channel, EnteredBy, OpenedBy
from advisor_desk.domain.languages import Language
from advisor_desk.domain.money import Money
from advisor_desk.domain.needs import Block, Known, NeedsAnswer
from advisor_desk.packs.wording import unbroken
from advisor_desk.ui.screens.close.record import RecordTexts
from advisor_desk.ui.screens.questionnaire.course import PageKind
from advisor_desk.ui.screens.questionnaire.presenter import Mode, QuestionnairePresenter
from advisor_desk.ui.screens.questionnaire.repeating import REASON
from advisor_desk.ui.screens.questionnaire.take_over import REASON as TAKE_REASON
from advisor_desk.ui.words import Wording

ORDER = iter(range(100, 999))
ASKED = 13
WORDS = Wording(Language.zh_TW)
ELDER = date(1955, 3, 8)


def begun(at: Practice, born: date = ELDER) -> tuple[Walk, QuestionnairePresenter]:
    walk = Walk(at, born=born, order=next(ORDER)).until("needs")
    return walk, QuestionnairePresenter(opened(walk))


def again(at: Practice, letter: str = "C") -> tuple[Walk, QuestionnairePresenter]:
    """Walk to the questionnaire of a client assessed here in an interview before."""
    first = Walk(at, born=ELDER, order=next(ORDER), letter=letter).until("questionnaire")
    first.do.flow.abandon(first.interview, "客戶要先離開")
    walk = Walk(at, born=ELDER, order=first.order, client=first.client).until("needs")
    return walk, QuestionnairePresenter(opened(walk))


def answer_all(presenter: QuestionnairePresenter, number: int = 3) -> None:
    while presenter.course.kind is not PageKind.check:
        presenter.choose(number)
        presenter.course.turn(1)


def earlier(
    walk: Walk, taken: date, number: str, grade: RiskTolerance | None = RiskTolerance.A2
) -> None:
    walk.do.clients.enter_other_assessment(
        walk.client,
        OtherAssessmentEntered(
            number=number,
            taken=taken,
            channel=Channel.counter,
            questionnaire="bank-nine-factor",
            grade=grade,
            paper_seen="櫃檯評估表",
        ),
    )


def test_the_client_begins_with_the_own_estimate_and_nothing_moves_by_itself(at: Practice) -> None:
    walk, presenter = begun(at)
    assert presenter.course.kind is PageKind.estimate
    presenter.choose(2)
    assert walk.facts.own_estimate is RiskTolerance.A2
    assert presenter.course.kind is PageKind.estimate
    presenter.course.turn(1)
    presenter.choose(4)
    assert (presenter.course.place, presenter.answers.given()["income"].letter) == (1, "D")


def test_what_the_client_chooses_is_entered_by_the_client(at: Practice) -> None:
    walk, presenter = begun(at)
    answer_all(presenter)
    assert len(walk.facts.answers) == ASKED
    assert {one.entered_by for one in walk.facts.answers.values()} == {EnteredBy.client}
    assert {one.reason for one in walk.facts.answers.values()} == {None}


@pytest.mark.parametrize("number", [0, 5, 9])
def test_a_number_without_an_answer_chooses_nothing(at: Practice, number: int) -> None:
    walk, presenter = begun(at)
    presenter.course.turn(1)
    presenter.choose(number)
    assert walk.facts.answers == {}


def test_a_later_choice_replaces_the_earlier(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.course.turn(1)
    presenter.choose(1)
    presenter.choose(2)
    assert presenter.answers.given()["income"].letter == "B"


def test_the_age_is_mirrored_from_the_document_and_never_asked(at: Practice) -> None:
    _, presenter = begun(at)
    row = presenter.rows()[0]
    assert (row.answer, row.who, row.number) == ("由證件：71 歲", "由證件", 0)
    assert "age" not in [item.id for item in presenter.answers.asked()]


def test_the_mirror_shows_who_answered_and_never_a_score(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.course.turn(1)
    presenter.choose(2)
    presenter.course.turn(1)
    rows = {row.item: row for row in presenter.rows()}
    assert (rows["income"].answer, rows["income"].who) == ("退休金", "客戶本人")
    assert (rows["share"].who, rows["share"].icon) == ("正在看", "eye")
    assert rows["held"].answer == "未答"
    assert not [row for row in rows.values() if "分" in row.answer]


def test_what_is_lacking_is_told_in_questions(at: Practice) -> None:
    _, presenter = begun(at)
    assert presenter.reason() == "還差 13 題和客戶的確認"
    answer_all(presenter)
    assert presenter.reason() == "還差客戶的確認"
    presenter.client_confirms()
    assert (presenter.reason(), presenter.mode) == ("", Mode.done)


def test_the_adviser_cannot_confirm_for_the_client(at: Practice) -> None:
    walk, presenter = begun(at)
    answer_all(presenter)
    presenter.confirm()
    assert walk.facts.assessment is None


def test_a_new_start_goes_on_at_the_first_open_question(tmp_path: Path) -> None:
    with practice(tmp_path) as at:
        walk, presenter = begun(at)
        presenter.choose(3)
        for _ in range(5):
            presenter.course.turn(1)
            presenter.choose(1)
        presenter.course.go_to("income")
        at.again()
        again = QuestionnairePresenter(opened(walk))
        item = again.course.item()
        assert item is not None
        assert item.id == again.answers.open_items()[0].id
        assert again.course.place == 6


def test_the_course_has_two_ends(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.course.turn(-1)
    assert presenter.course.place == 0
    presenter.course.turn(99)
    assert (presenter.course.place, presenter.course.kind) == (ASKED + 1, PageKind.check)
    presenter.course.go_to("no such question")
    assert presenter.course.kind is PageKind.check


def test_help_belongs_to_its_question_and_the_adviser_sees_that_it_was_asked(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.course.turn(1)
    presenter.course.show_help()
    assert presenter.course.is_help_shown
    presenter.course.turn(1)
    assert not presenter.course.is_help_shown
    assert presenter.course.help_asked == {"income"}
    assert next(row for row in presenter.rows() if row.item == "income").asked_help


def test_selecting_a_row_moves_nothing_until_it_is_shown_again(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.course.turn(1)
    presenter.select("fall")
    assert presenter.course.place == 1
    presenter.explain()
    item = presenter.course.item()
    assert item is not None
    assert (item.id, presenter.course.is_help_shown) == ("fall", True)


def test_entering_for_the_client_needs_a_reason_and_is_marked(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.select("horizon")
    presenter.begin_take_over()
    take = presenter.take_over
    assert not take.pick("B", "  ")
    assert take.errors.of(TAKE_REASON)
    assert walk.facts.answers == {}
    assert take.pick("B", "視力不好")
    given = walk.facts.answers["horizon"]
    assert (given.entered_by, given.reason) == (EnteredBy.adviser_reading, "視力不好")
    take.turn(1)
    row = next(one for one in presenter.rows() if one.item == "horizon")
    assert (row.icon, row.who) == ("hand-finger", "代為點選")


def test_the_clients_own_choice_takes_the_mark_away_again(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.take_over.begin("income")
    presenter.take_over.pick("B", "手不方便")
    presenter.take_over.stop()
    presenter.choose(3)
    given = walk.facts.answers["income"]
    assert (given.letter, given.entered_by, given.reason) == ("C", EnteredBy.client, None)


def test_the_take_over_stays_among_the_questions_and_survives_a_new_start(tmp_path: Path) -> None:
    with practice(tmp_path) as at:
        walk, presenter = begun(at)
        presenter.take_over.begin("income")
        presenter.take_over.keep_reason("視力不好")
        presenter.take_over.turn(-1)
        assert presenter.course.place == 1
        at.again()
        again = QuestionnairePresenter(opened(walk))
        assert again.take_over.is_open
        assert again.take_over.typed.of("reason") == "視力不好"
        again.course.go_to("largest_loss")
        again.take_over.turn(1)
        assert again.course.kind is PageKind.question


def test_a_valid_assessment_is_kept_when_nothing_has_changed(at: Practice) -> None:
    walk, presenter = again(at)
    assert presenter.mode is Mode.decide
    valid = presenter.repeating.valid_words()
    taken, until = unbroken("2026 年 11 月 23 日"), unbroken("2027 年 11 月 23 日")
    assert f"{taken}評估，有效至 {until}" in valid
    (before,) = walk.do.clients.attempts(walk.client)
    presenter.repeating.keep()
    assert presenter.mode is Mode.done
    assert walk.facts.assessment == before.made


def test_an_assessment_of_a_year_and_a_day_ago_is_made_anew(at: Practice) -> None:
    walk, presenter = begun(at)
    earlier(walk, date(2025, 11, 22), "P1")
    assert presenter.mode is Mode.ask


def test_a_repeat_needs_a_reason_that_can_be_printed(at: Practice) -> None:
    walk, presenter = begun(at)
    earlier(walk, date(2026, 3, 2), "P1")
    for wrong in ("", " ", "字" * 101, "\u202e"):
        assert not presenter.repeating.decide(wrong)
        assert presenter.repeating.errors.of(REASON)
    assert presenter.mode is Mode.elsewhere
    assert presenter.repeating.decide("字" * 100)
    assert presenter.mode is Mode.ask
    answer_all(presenter)
    presenter.client_confirms()
    assert walk.facts.assessment is not None
    assert walk.facts.assessment.repeat_reason == "字" * 100
    assert walk.facts.drafts == {}


def test_the_decision_to_repeat_survives_a_new_start(tmp_path: Path) -> None:
    with practice(tmp_path) as at:
        walk, presenter = begun(at)
        earlier(walk, date(2026, 3, 2), "P1")
        presenter.repeating.decide("退休了")
        at.again()
        again = QuestionnairePresenter(opened(walk))
        assert (again.mode, again.repeating.reason()) == (Mode.ask, "退休了")


@pytest.mark.parametrize(("made", "limited"), [(1, False), (2, True)])
def test_two_assessments_a_day_and_no_third(at: Practice, made: int, limited: bool) -> None:
    walk, presenter = begun(at)
    for number in range(made):
        earlier(walk, date(2026, 11, 23), f"P{number}")
    said = f"就您所知：今天 {made}/2 次，十二個月內 {made}/8 次。"
    assert presenter.repeating.counted_words() == said
    assert bool(presenter.repeating.limit_words()) is limited
    presenter.repeating.decide("情況有變")
    presenter.course.turn(1)
    presenter.choose(1)
    assert bool(walk.facts.answers) is not limited


@pytest.mark.parametrize(("made", "limited"), [(7, False), (8, True)])
def test_eight_in_twelve_months_and_no_ninth(at: Practice, made: int, limited: bool) -> None:
    walk, presenter = begun(at)
    for number in range(made):
        earlier(walk, date(2026, 1 + number, 1), f"P{number}")
    assert bool(presenter.repeating.limit_words()) is limited


def test_changed_circumstances_ask_for_the_decision_again(at: Practice) -> None:
    walk, presenter = again(at)
    presenter.repeating.keep()
    debts = NeedsAnswer("total_debts", Known.answered, amount=Money(1))
    walk.do.needs.record_needs(walk.interview, Block.debts, (debts,))
    walk.do.needs.confirm_needs(walk.interview)
    assert presenter.mode is Mode.decide
    assert presenter.repeating.decide("借了一筆錢")
    assert (presenter.mode, walk.facts.assessment) == (Mode.ask, None)


def test_after_a_retake_the_client_begins_at_the_beginning(at: Practice) -> None:
    walk, presenter = begun(at)
    answer_all(presenter)
    presenter.client_confirms()
    walk.do.assessments.begin_retake(walk.interview, "客戶想改一個回答")
    assert (presenter.course.place, presenter.mode) == (0, Mode.ask)
    assert walk.facts.answers == {}


def test_after_a_failed_one_the_way_is_to_close_or_to_give_a_reason(at: Practice) -> None:
    walk, presenter = begun(at)
    earlier(walk, date(2026, 3, 2), "P1", None)
    assert presenter.mode is Mode.failed
    assert unbroken("2026 年 3 月 2 日") in presenter.repeating.failed_words()
    assert presenter.reason() == "評估未通過：結束面談，或寫明原因重新評估"
    presenter.close_without_sale()
    assert presenter.interview.is_ending
    texts = RecordTexts(presenter.interview)
    assert texts.of("reason_not_bought") == "風險承受能力評估未通過，不得銷售"
    assert "約定下次面談" in texts.of("next_step")
    presenter.interview.is_ending = False
    assert presenter.repeating.decide("客戶賣了房子")
    assert presenter.mode is Mode.ask


def test_the_last_one_is_said_to_be_the_last_before_it_is_made(at: Practice) -> None:
    walk, presenter = begun(at)
    assert presenter.repeating.notes() == ""
    earlier(walk, date(2026, 11, 23), "P1")
    last = f"這次之後，要到{unbroken('2026 年 11 月 24 日')}才能再評估。"
    assert presenter.repeating.notes() == last
    earlier(walk, date(2026, 11, 23), "P2")
    assert presenter.repeating.notes() == ""
    assert unbroken("2026 年 11 月 24 日") in presenter.repeating.limit_words()


def test_a_look_above_the_level_is_told_neutrally_before_one_more(at: Practice) -> None:
    walk, presenter = again(at, "B")
    walk.do.assessments.keep_assessment(walk.interview)
    walk.result().portfolio()
    walk.do.purchases.open_product(walk.interview, "DEMO-R4-001", OpenedBy.typed_by_client, "想要")
    said = (
        "此前看過高於上次等級的產品；重新評估時會記下這一點，並印在表單上；每一題由客戶本人作答。"
    )
    assert said in presenter.repeating.notes()
