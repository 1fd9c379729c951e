"""Numbers that are given follow our own, whatever papers of other channels are called."""

from datetime import date
from pathlib import Path

import pytest
from tests.services.branch import Walk, practice

from advisor_desk.domain.client import OtherAssessmentEntered
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import Channel


@pytest.mark.parametrize("number", ["P-7", "ABC", "電話-²", "RA-01-000900"])
def test_a_paper_of_another_channel_does_not_number_ours(tmp_path: Path, number: str) -> None:
    with practice(tmp_path) as at:
        walk = Walk(at).begin()
        entered = OtherAssessmentEntered(
            number, date(2025, 1, 5), Channel.phone, "q", RiskTolerance.A3, "paper"
        )
        walk.do.clients.enter_other_assessment(walk.client, entered)
        walk.opening().needs().questionnaire()
        assert walk.facts.assessment
        assert walk.facts.assessment.number == "RA-01-000001"
