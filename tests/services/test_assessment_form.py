"""F2 keeps every attempt, of every channel, and says who entered each answer. S28, S49."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.forms.paper import bare, text_of
from tests.services.branch import RECORD, Practice, Walk, practice

from advisor_desk.domain.client import OtherAssessmentEntered
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import Channel, EnteredBy
from advisor_desk.domain.trouble import BadInput

PAPER = OtherAssessmentEntered(
    "G-1", date(2026, 3, 2), Channel.counter, "櫃檯問卷", RiskTolerance.A2, "已見原件"
)


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def form_of(walk: Walk, folder: Path) -> str:
    """Return what stands on F2, made where nothing is bought."""
    walk.do.closing.end_without_sale(walk.interview, RECORD)
    rows = walk.do.forms_of(walk.interview)
    (form,) = [row for row in rows if row["form"] == "F2"]
    return bare(text_of(walk.do.form_bytes(str(form["sha256"])), folder))


def test_all_earlier_attempts_stand_on_the_form(at: Practice, tmp_path: Path) -> None:
    walk = Walk(at).until("needs")
    failed = replace(PAPER, number="G-2", taken=date(2026, 5, 1), grade=None)
    told = replace(PAPER, channel=Channel.phone, reason="電話裡說收入變了")
    for one in (failed, told):
        walk.do.clients.enter_other_assessment(walk.client, one)
    walk.answer()
    walk.do.assessments.confirm_answers(walk.interview, "客戶已了解產品")
    walk.do.assessments.begin_retake(walk.interview, "客戶說第三題看錯")
    walk.answer()
    walk.do.assessments.confirm_answers(walk.interview)
    said = form_of(walk, tmp_path)
    assert "歷次評估" in said
    for text in (
        "G-1",
        "2026-03-02",
        "電話",
        "電話裡說收入變了",
        "G-2",
        "未通過",
        "客戶已了解產品",
    ):
        assert text in said
    assert said.index("G-1") < said.index("G-2") < said.rindex("RA-01-000001")


def test_a_first_assessment_lists_none(at: Practice, tmp_path: Path) -> None:
    assert "歷次評估" not in form_of(Walk(at).until("questionnaire"), tmp_path)


def test_each_answer_says_who_entered_it(at: Practice, tmp_path: Path) -> None:
    walk = Walk(at).until("needs")
    walk.answer()
    item = walk.do.today().questionnaire.items[-1].id
    walk.do.assessments.give_answer(
        walk.interview, item, "B", entered_by=EnteredBy.adviser_reading, reason="視力不好"
    )
    walk.do.assessments.confirm_answers(walk.interview)
    said = form_of(walk, tmp_path)
    own = [one for one in walk.do.today().questionnaire.items if not one.is_age and one.id != item]
    assert said.count("客戶本人") == len(own)
    assert said.count("客戶經理按客戶口述") == 1


def test_why_another_entered_an_answer_stands_beside_who_did(at: Practice, tmp_path: Path) -> None:
    walk = Walk(at).until("needs")
    first, second = [one.id for one in walk.do.today().questionnaire.items if not one.is_age][:2]
    for reason in ("視力不好", "右手打了石膏"):
        walk.answer()
        for item, why in ((first, reason), (second, "忘了帶眼鏡")):
            walk.do.assessments.give_answer(
                walk.interview, item, "B", entered_by=EnteredBy.adviser_reading, reason=why
            )
        walk.do.assessments.confirm_answers(walk.interview)
        if reason == "視力不好":
            walk.do.assessments.begin_retake(walk.interview, "客戶說第三題看錯")
    said = form_of(walk, tmp_path)
    by = "客戶經理按客戶口述"
    for printed in (f"{by}（右手打了石膏）", f"{by}（視力不好）：2B", f"{by}（忘了帶眼鏡）：3B"):
        assert printed in said


@pytest.mark.parametrize(("reason", "code"), [("字" * 31, "TEXT_WIDER"), ("i" * 61, "TEXT_TOO_L")])
def test_that_reason_is_short_enough_for_its_place(at: Practice, reason: str, code: str) -> None:
    walk = Walk(at).until("needs")
    give = walk.do.assessments.give_answer
    with pytest.raises(BadInput, match=code) as refused:
        give(walk.interview, "income", "B", entered_by=EnteredBy.adviser_reading, reason=reason)
    assert refused.value.facts["field"] == "reason"
    give(walk.interview, "income", "B", entered_by=EnteredBy.adviser_reading, reason=reason[:-1])


def test_the_longest_reasons_at_every_answer_can_be_printed(at: Practice, tmp_path: Path) -> None:
    walk = Walk(at).until("needs")
    for item in walk.do.today().questionnaire.items:
        if not item.is_age:
            walk.do.assessments.give_answer(
                walk.interview, item.id, "B", entered_by=EnteredBy.paper, reason="字" * 30
            )
    walk.do.assessments.confirm_answers(walk.interview)
    assert form_of(walk, tmp_path).count("按紙本表錄入") == 13


def test_a_first_one_and_its_counts_are_said_as_they_are_known(
    at: Practice, tmp_path: Path
) -> None:
    said = form_of(Walk(at).until("questionnaire"), tmp_path)
    for text in ("本客戶經理所知的首次評估", "當日第幾次（所知）", "12個月內第幾次（所知）"):
        assert text in said
