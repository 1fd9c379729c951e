"""After a look above the grade a repeat takes the client's own answers, and every form says so.

Clause: S49.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.forms.paper import bare, text_of
from tests.services.branch import RECORD, Practice, Walk, practice

from advisor_desk.domain.client import OtherAssessmentEntered
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import Channel, EnteredBy, OpenedBy
from advisor_desk.domain.trouble import BadInput, NotPermitted

FUND = "DEMO-R4-002"
TODAY = date(2026, 11, 23)
FLAGGED = "在看過高於上次等級的產品之後重新評估"


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def looked(at: Practice) -> Walk:
    """Return an interview of a client of a low grade who looked at a share fund."""
    walk = Walk(at, letter="B", product=FUND, amount="50000.00").until("portfolio")
    walk.do.purchases.open_product(walk.interview, FUND, OpenedBy.picked_by_client, "我也想買")
    return walk


def again(walk: Walk) -> Walk:
    """Answer anew, higher, in the client's own person."""
    walk.do.assessments.begin_retake(walk.interview, "客戶說上月加薪了")
    walk.letter = "D"
    walk.answer()
    return walk


def read_out(walk: Walk, item: str = "income", reason: str = "視力不好") -> None:
    walk.do.assessments.give_answer(
        walk.interview, item, "D", entered_by=EnteredBy.adviser_reading, reason=reason
    )


def forms(walk: Walk, folder: Path) -> dict[str, str]:
    """Return what stands on each form of an interview."""
    found = walk.do.forms_of(walk.interview)
    return {
        str(row["form"]): bare(text_of(walk.do.form_bytes(str(row["sha256"])), folder))
        for row in found
    }


def test_nobody_answers_for_the_client(at: Practice) -> None:
    walk = looked(at)
    walk.do.assessments.begin_retake(walk.interview, "客戶說上月加薪了")
    for by in (EnteredBy.adviser_reading, EnteredBy.paper):
        with pytest.raises(NotPermitted, match="OWN_ANSWERS_ONLY"):
            walk.do.assessments.give_answer(
                walk.interview, "income", "D", entered_by=by, reason="視力不好"
            )
    walk.do.assessments.give_answer(walk.interview, "income", "D", entered_by=EnteredBy.client)


def test_answers_entered_before_the_look_do_not_count_either(at: Practice) -> None:
    first = Walk(at, letter="B").until("portfolio")
    second = Walk(at, client=first.client, letter="D").until("needs")
    second.answer()
    read_out(second)
    first.do.purchases.open_product(first.interview, FUND, OpenedBy.picked_by_client, "想買")
    with pytest.raises(NotPermitted, match="OWN_ANSWERS_ONLY"):
        second.do.assessments.confirm_answers(second.interview, "客戶說上月加薪了")
    second.answer()
    second.do.assessments.confirm_answers(second.interview, "客戶說上月加薪了")


def test_a_paper_that_was_not_passed_does_not_hide_the_look(at: Practice) -> None:
    walk = looked(at)
    failed = OtherAssessmentEntered(
        "G-1", TODAY, Channel.phone, "電話問卷", None, "錄音單", "客戶來電"
    )
    walk.do.clients.enter_other_assessment(walk.client, failed)
    assert walk.do.assessments.looked_above(walk.interview)


def test_a_paper_of_another_channel_needs_its_reason_too(at: Practice) -> None:
    walk = looked(at)
    paper = OtherAssessmentEntered(
        "G-1", TODAY, Channel.counter, "櫃檯問卷", RiskTolerance.A4, "已見原件"
    )
    with pytest.raises(BadInput, match="REPEAT_REASON_MISSING") as refused:
        walk.do.clients.enter_other_assessment(walk.client, paper)
    assert refused.value.facts["field"] == "reason"
    with pytest.raises(BadInput, match="TEXT_WITHOUT_WORDS"):
        walk.do.clients.enter_other_assessment(walk.client, replace(paper, reason="."))
    walk.do.clients.enter_other_assessment(walk.client, replace(paper, reason="客戶說加薪了"))


@pytest.mark.parametrize("reason", [".", "——", "  。 "])
def test_a_reason_says_something(at: Practice, reason: str) -> None:
    walk = looked(at)
    with pytest.raises(BadInput, match="TEXT_WITHOUT_WORDS"):
        walk.do.assessments.begin_retake(walk.interview, reason)
    other = Walk(at, order=301).until("needs")
    with pytest.raises(BadInput, match="TEXT_WITHOUT_WORDS"):
        read_out(other, reason=reason)


def test_what_is_bought_on_the_strength_of_it_says_so_on_every_form(
    at: Practice, tmp_path: Path
) -> None:
    walk = again(looked(at))
    walk.do.assessments.confirm_answers(walk.interview)
    for step in ("result", "portfolio", "products", "presentation", "review", "begin_signing",
                 "marks", "sign", "handover", "close"):  # fmt: skip
        getattr(walk, step)()
    said = forms(walk, tmp_path)
    assert [form for form, text in said.items() if FLAGGED in text] == ["F1", "F2", "F7"]


def test_so_do_the_forms_of_a_later_interview(at: Practice, tmp_path: Path) -> None:
    walk = again(looked(at))
    walk.do.assessments.confirm_answers(walk.interview)
    walk.do.flow.abandon(walk.interview, "客戶離開")
    later = Walk(at, client=walk.client, product=FUND, amount="50000.00").until("needs")
    later.do.assessments.keep_assessment(later.interview)
    for step in ("result", "portfolio", "products", "presentation", "review", "begin_signing",
                 "marks", "sign", "handover", "close"):  # fmt: skip
        getattr(later, step)()
    said = forms(later, tmp_path)
    assert [form for form, text in said.items() if FLAGGED in text] == ["F1", "F2", "F7"]


def test_an_assessment_without_a_look_says_nothing(at: Practice, tmp_path: Path) -> None:
    walk = Walk(at).until("close")
    assert not any(FLAGGED in text for text in forms(walk, tmp_path).values())


def test_the_answers_of_the_attempts_before_stand_on_the_form_with_who_entered_them(
    at: Practice, tmp_path: Path
) -> None:
    walk = Walk(at, letter="B").until("needs")
    walk.answer()
    read_out(walk, "share")
    walk.do.assessments.confirm_answers(walk.interview)
    walk.result().portfolio()
    walk.do.purchases.open_product(walk.interview, FUND, OpenedBy.picked_by_client, "我也想買")
    again(walk).do.assessments.confirm_answers(walk.interview)
    walk.do.closing.end_without_sale(walk.interview, RECORD)
    said = forms(walk, tmp_path)["F2"]
    questionnaire = walk.do.today().questionnaire
    numbered = {item.id: number for number, item in enumerate(questionnaire.items, start=1)}
    own = "、".join(
        f"{number}B" for item, number in numbered.items() if item not in ("age", "share")
    )
    assert f"客戶本人：{own}" in said
    assert f"客戶經理按客戶口述（視力不好）：{numbered['share']}D" in said
    income = questionnaire.item("income").option("B")
    assert income is not None
    assert bare(f"第{numbered['income']}題：B{income.say.zh_TW}") in said
    assert f"第{numbered['share']}題" not in said, "answered as above"
