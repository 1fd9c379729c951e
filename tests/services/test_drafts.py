"""What is typed and belongs to no act yet: kept, found again, in nobody's way."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.services.branch import CERTIFICATE, Practice, Walk, practice

from advisor_desk.domain.trouble import BadInput


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def test_a_draft_is_found_again_after_a_new_start(at: Practice) -> None:
    walk = Walk(at).begin()
    walk.do.flow.keep_draft(walk.interview, "recording", "設備故")
    walk.do.flow.keep_draft(walk.interview, "record.advice", "第一行\n第二行")
    at.again()
    assert walk.facts.drafts == {"recording": "設備故", "record.advice": "第一行\n第二行"}


def test_an_emptied_draft_is_forgotten(at: Practice) -> None:
    walk = Walk(at).begin()
    walk.do.flow.keep_draft(walk.interview, "recording", "設備故")
    walk.do.flow.keep_draft(walk.interview, "recording", " ")
    assert walk.facts.drafts == {}


def test_the_same_text_again_records_nothing(at: Practice) -> None:
    walk = Walk(at).begin()
    walk.do.flow.keep_draft(walk.interview, "recording", "設備故")
    head = at.desk.book.head()
    walk.do.flow.keep_draft(walk.interview, "recording", "設備故")
    walk.do.flow.keep_draft(walk.interview, "nothing typed", "")
    assert at.desk.book.head() == head


def test_taking_back_passes_over_drafts(at: Practice) -> None:
    walk = Walk(at).until("needs")
    walk.do.flow.keep_draft(walk.interview, "questionnaire", "半句")
    assert walk.do.flow.undo(walk.interview) == "needs_confirmed"
    assert walk.facts.drafts == {"questionnaire": "半句"}


def test_a_draft_undoes_no_step(at: Practice) -> None:
    walk = Walk(at).until("review")
    before = walk.do.position(walk.interview)
    walk.do.flow.keep_draft(walk.interview, "note", "半句")
    assert walk.do.position(walk.interview) == before


def test_a_draft_is_kept_though_the_certificate_has_ended(at: Practice) -> None:
    walk = Walk(at).begin()
    at.certificate(replace(CERTIFICATE, valid_until=date(2026, 11, 22)))
    walk.do.flow.keep_draft(walk.interview, "recording", "設備故")
    assert walk.facts.drafts == {"recording": "設備故"}


@pytest.mark.parametrize(
    ("text", "code"), [("a\u202eb", "TEXT_CHARACTER_REFUSED"), ("字" * 2_001, "TEXT_TOO_LONG")]
)
def test_what_cannot_be_kept_is_refused_by_the_drafts_name(
    at: Practice, text: str, code: str
) -> None:
    walk = Walk(at).begin()
    with pytest.raises(BadInput, match=code) as refusal:
        walk.do.flow.keep_draft(walk.interview, "recording", text)
    assert refusal.value.facts["field"] == "recording"
