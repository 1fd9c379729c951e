"""When client and colleague meet is agreed in refer mode, and stands on the slip. Clause: S25."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.services.branch import Practice, practice
from tests.services.test_referring import COLLEAGUE, answer, slip_of, without_certificate

from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.typed_days import moment_as_typed

TOMORROW = moment_as_typed("2026-11-24 10:30")


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        made.station.training_desk().enrol_for_training(COLLEAGUE)
        yield made


def test_the_slip_says_when_they_meet(at: Practice, tmp_path: Path) -> None:
    walk = without_certificate(at)
    walk.do.referrals.agree_meeting(walk.interview, TOMORROW)
    answer(walk)
    walk.do.referrals.refer(walk.interview)
    assert "2026-11-2410:30" in slip_of(walk, tmp_path)


def test_without_a_meeting_the_slip_says_so(at: Practice, tmp_path: Path) -> None:
    walk = without_certificate(at)
    walk.do.referrals.agree_meeting(walk.interview, TOMORROW)
    walk.do.referrals.agree_meeting(walk.interview, None)
    answer(walk)
    walk.do.referrals.refer(walk.interview)
    assert "尚未約定" in slip_of(walk, tmp_path)


def test_nobody_meets_in_the_past(at: Practice) -> None:
    walk = without_certificate(at)
    with pytest.raises(BadInput, match="MEETING_PAST") as refused:
        walk.do.referrals.agree_meeting(walk.interview, moment_as_typed("2026-11-23 8:00"))
    assert refused.value.facts["field"] == "meeting"
    assert walk.facts.referral.meeting is None


def test_the_slip_holds_no_advice_and_says_who_noted_the_topic(
    at: Practice, tmp_path: Path
) -> None:
    walk = without_certificate(at)
    with pytest.raises(BadInput, match="ADVICE_NOT_ALLOWED") as refused:
        walk.do.referrals.answer(
            walk.interview, COLLEAGUE.staff_no, "最適合她的是基金", agrees=True
        )
    assert (refused.value.clause, refused.value.facts["field"]) == ("S24", "topic")
    answer(walk)
    walk.do.referrals.refer(walk.interview)
    slip = slip_of(walk, tmp_path)
    assert "轉介人所記" in slip
    assert "客戶說" not in slip
