"""The result without a screen: what it is, what bound it, who agrees, what is done again."""

from datetime import date
from pathlib import Path

import pytest
from tests.services.branch import Practice, Walk, practice
from tests.ui.opening.pages import opened

from advisor_desk.domain.client import OtherAssessmentEntered
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import Channel, EnteredBy, Stage
from advisor_desk.domain.languages import Language
from advisor_desk.packs.wording import unbroken
from advisor_desk.ui.screens.result.presenter import WORDS, ResultPresenter, Shown
from advisor_desk.ui.screens.result.redoing import REASON
from advisor_desk.ui.words import Wording

ORDER = iter(range(100, 999))
TRADITIONAL = Wording(Language.zh_TW)


def assessed(
    at: Practice,
    letter: str = "C",
    *,
    before: RiskTolerance | None = None,
    estimate: RiskTolerance | None = RiskTolerance.A2,
    **answers: str,
) -> tuple[Walk, ResultPresenter]:
    walk = Walk(at, born=date(1980, 3, 8), order=next(ORDER), letter=letter).until("needs")
    if before is not None:
        walk.do.clients.enter_other_assessment(
            walk.client,
            OtherAssessmentEntered(
                number="P1",
                taken=date(2026, 3, 2),
                channel=Channel.counter,
                questionnaire="bank-nine-factor",
                grade=before,
                paper_seen="櫃檯評估表",
            ),
        )
    do = walk.do.assessments
    if estimate is not None:
        do.give_own_estimate(walk.interview, estimate)
    walk.answer()
    for item, one in answers.items():
        do.give_answer(walk.interview, item, one, entered_by=EnteredBy.client)
    do.confirm_answers(walk.interview, "情況有變" if before else None)
    return walk, ResultPresenter(opened(walk))


def test_the_points_decide_where_no_answer_lowers_them(at: Practice) -> None:
    _, presenter = assessed(at)
    assert presenter.bound_by() == ()
    assert presenter.grade() is RiskTolerance.A3


def test_the_answers_that_lowered_the_grade_are_named(at: Practice) -> None:
    _, presenter = assessed(at, largest_loss="A")
    assert presenter.grade() is RiskTolerance.A1
    assert presenter.bound_by() == ("您說一點也不能少，所以按最謹慎的一級。",)


def test_answers_that_do_not_go_together_are_listed_and_not_corrected(at: Practice) -> None:
    walk, presenter = assessed(at, largest_loss="B", hoped_return="D")
    assert presenter.differing() == ("幾乎不接受虧損，但希望回報較高。",)
    assert walk.facts.answers["hoped_return"].letter == "D"


def test_there_is_a_bar_for_each_of_the_nine_factors(at: Practice) -> None:
    _, presenter = assessed(at, "E")
    shares = [one.share for one in presenter.factors()]
    assert len(shares) == 9
    assert all(0 <= share <= 1 for share in shares)
    assert max(shares) == 1


@pytest.mark.parametrize(
    ("estimate", "said"),
    [
        (RiskTolerance.A3, "和您自己的估計一樣。"),
        (RiskTolerance.A2, "您自己的估計是「穩健」，低 1 級。"),
        (RiskTolerance.A5, "您自己的估計是「進取」，高 2 級。"),
        (None, ""),
    ],
)
def test_the_own_estimate_is_laid_beside_the_result(
    at: Practice, estimate: RiskTolerance | None, said: str
) -> None:
    _, presenter = assessed(at, estimate=estimate)
    assert presenter.own_words(TRADITIONAL) == said


def test_only_the_client_agrees(at: Practice) -> None:
    walk, presenter = assessed(at)
    assert presenter.reason() == "還差客戶的同意"
    presenter.confirm()
    assert walk.facts.result_accepted is None
    presenter.client_agrees()
    assert (presenter.missing(), presenter.shown_to_client()) == ((), Shown.agreed)


@pytest.mark.parametrize(
    ("before", "pages"),
    [
        (RiskTolerance.A3, [Shown.agreed]),
        (RiskTolerance.A2, [Shown.change, Shown.agreed]),
        (RiskTolerance.A5, [Shown.change, Shown.agreed]),
        (None, [Shown.agreed]),
    ],
)
def test_a_changed_grade_is_confirmed_on_a_page_of_its_own(
    at: Practice, before: RiskTolerance | None, pages: list[Shown]
) -> None:
    walk, presenter = assessed(at, before=before)
    seen = []
    for _ in pages:
        presenter.client_agrees()
        seen.append(presenter.shown_to_client())
    assert seen == pages
    assert walk.facts.result_accepted is not None


def test_the_client_may_turn_back_from_the_change(at: Practice) -> None:
    walk, presenter = assessed(at, before=RiskTolerance.A2)
    presenter.client_agrees()
    changed = presenter.change_words(TRADITIONAL)
    assert changed == f"{unbroken('2026 年 3 月 2 日')}是「穩健」，這次是「平衡」。"
    presenter.client_looks_again()
    assert presenter.shown_to_client() is Shown.result
    assert walk.facts.result_accepted is None


def test_the_client_wants_to_talk_and_decides_again_afterwards(at: Practice) -> None:
    _, presenter = assessed(at)
    presenter.client_discusses()
    assert presenter.shown_to_client() is Shown.talk
    assert presenter.reason() == "客戶想討論：談過以後記下來"
    assert presenter.record_talk("客戶覺得偏高，看過例子後認為合適。")
    assert presenter.shown_to_client() is Shown.result
    presenter.client_agrees()
    assert presenter.missing() == ()


def test_agreement_falls_when_it_is_talked_about_again(at: Practice) -> None:
    walk, presenter = assessed(at)
    presenter.client_agrees()
    presenter.open_talk()
    presenter.record_talk("客戶想再想想。")
    assert walk.facts.result_accepted is None


@pytest.mark.parametrize("words", ["", "  ", "這個產品保本，放心。"])
def test_empty_words_and_promises_are_said_at_the_field_and_kept(at: Practice, words: str) -> None:
    _, presenter = assessed(at)
    presenter.open_talk()
    assert not presenter.record_talk(words)
    assert presenter.errors.of(WORDS)
    assert presenter.is_talk_open
    assert presenter.talk.of(WORDS) == words


def test_half_written_words_and_the_clients_wish_survive_a_new_start(tmp_path: Path) -> None:
    with practice(tmp_path) as at:
        walk, presenter = assessed(at)
        presenter.client_discusses()
        presenter.talk.keep(words="客戶覺得")
        at.again()
        again = ResultPresenter(opened(walk))
        assert (again.shown_to_client(), again.talk.of(WORDS)) == (Shown.talk, "客戶覺得")


def test_doing_it_again_opens_the_questionnaire(at: Practice) -> None:
    walk, presenter = assessed(at)
    presenter.redoing.open()
    assert not presenter.redoing.begin(" ")
    assert presenter.redoing.errors.of(REASON)
    assert presenter.redoing.begin("客戶看錯了一題")
    assert walk.do.position(walk.interview).stage is Stage.questionnaire
    assert walk.facts.drafts == {}


def test_a_third_assessment_of_the_day_is_not_offered(at: Practice) -> None:
    walk, presenter = assessed(at)
    assert presenter.redoing.limit_words() == ""
    presenter.redoing.begin("客戶看錯了一題")
    walk.answer()
    walk.do.assessments.confirm_answers(walk.interview)
    assert "11\xa0月\xa024\xa0日起可以再評估" in presenter.redoing.limit_words()
    assert not presenter.redoing.begin("再一次")


def test_the_history_tells_own_answers_from_others(at: Practice) -> None:
    _, presenter = assessed(at, before=RiskTolerance.A2)
    assert [(one.grade, one.own_answers) for one in presenter.history()] == [
        (RiskTolerance.A2, False),
        (RiskTolerance.A3, True),
    ]
