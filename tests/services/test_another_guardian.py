"""Another guardian signs only for what that one saw; the papers say who was here, and when."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.forms.paper import bare, text_of
from tests.services.branch import RECORD, Practice, practice, resident_id
from tests.services.protected import GUARDIAN, Protected, minor

from advisor_desk.domain.client import DocumentKind, IdentityDocument
from advisor_desk.domain.interview import PartyRole, Stage
from advisor_desk.domain.steps import open_step

MOTHER = replace(
    GUARDIAN,
    name="李秀英（虛構）",
    document=IdentityDocument(DocumentKind.resident_id, resident_id(date(1979, 11, 1), 322)),
    relation="母親",
)


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def comes_again(walk: Protected, guardian: object = MOTHER) -> None:
    """The guardian leaves at 10:00; half an hour later everybody comes, with this one."""
    walk.at.clock.at = walk.at.clock.at.replace(hour=10)
    walk.do.opening.dismiss_party(walk.interview, PartyRole.guardian)
    walk.at.clock.at += timedelta(minutes=30)
    walk.do.flow.resume(walk.interview, walk.do.resuming.say_again(walk.interview))
    walk.do.opening.identify_party(walk.interview, guardian)  # type: ignore[arg-type]
    walk.identify()
    walk.do.opening.confirm_opening(walk.interview)


def stage_of(walk: Protected) -> Stage | None:
    step = open_step(walk.facts)
    return step.stage if step else None


def test_another_guardian_goes_through_the_answers_and_hears_the_product(at: Practice) -> None:
    walk = minor(at)
    walk.until("presentation")
    made = walk.facts.assessment
    comes_again(walk)
    assert stage_of(walk) is Stage.questionnaire
    walk.do.assessments.confirm_guidance(walk.interview)
    assert walk.facts.assessment == made
    assert stage_of(walk) is Stage.presentation


def test_the_same_guardian_goes_on(at: Practice) -> None:
    walk = minor(at)
    walk.until("presentation")
    comes_again(walk, GUARDIAN)
    assert stage_of(walk) is Stage.review


def test_a_kept_assessment_is_gone_through_too(at: Practice) -> None:
    walk = minor(at)
    walk.until("result")
    walk.do.closing.end_without_sale(walk.interview, RECORD)
    again = minor(at)
    again.client, again.guardian = walk.client, MOTHER
    again.begin().opening().needs()
    again.do.assessments.keep_assessment(again.interview)
    assert stage_of(again) is Stage.questionnaire


def test_the_papers_say_who_was_here_and_when(at: Practice, tmp_path: Path) -> None:
    walk = minor(at)
    walk.until("presentation")
    comes_again(walk)
    walk.do.assessments.confirm_guidance(walk.interview)
    walk.presentation().review()
    review = walk.facts.review
    assert review
    (form,) = [one for one in review.forms if one.form == "F6"]
    consent = bare(text_of(at.desk.book.document(form.sha256), tmp_path))
    assert bare("2026-11-23 10:30–10:30") in consent
    assert (
        bare("2026-11-23 09:00")
        not in consent.split(bare("在場時間"))[1].split(bare("同意的事項"))[0]
    )
    walk.do.closing.end_without_sale(walk.interview, RECORD)
    (record,) = [one for one in walk.do.forms_of(walk.interview) if one["form"] == "F7"]
    said = bare(text_of(walk.do.form_bytes(str(record["sha256"])), tmp_path))
    for name, times in ((GUARDIAN.name, "09:00–10:00"), (MOTHER.name, "10:30–10:30")):
        assert bare(f"{name}監護人2026-11-23 {times}") in said


def test_the_guardian_who_came_back_was_away_in_between(at: Practice, tmp_path: Path) -> None:
    walk = minor(at)
    walk.until("presentation")
    comes_again(walk, GUARDIAN)
    walk.review()
    review = walk.facts.review
    assert review
    (form,) = [one for one in review.forms if one.form == "F6"]
    consent = bare(text_of(at.desk.book.document(form.sha256), tmp_path))
    assert bare("2026-11-23 09:00–10:00、2026-11-23 10:30–10:30") in consent
