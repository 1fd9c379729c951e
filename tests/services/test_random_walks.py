"""Random walks by random people: no signed form with an unmet duty, and no hidden reason.

The checker is a second reading of the rules (``signed_sale``); that it sees is shown by taking
guards out of the services, one at a time.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.services.branch import practice
from tests.services.random_walks import BIRTHS, ELDERS, Births, Met, walks

from advisor_desk.domain import duties, steps
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.people import Certificate, StaffMember, WitnessRank
from advisor_desk.services import (
    asking_again,
    guards,
    purchase,
    review,
    signing,
    witness_rules,
    witnessing,
)
from advisor_desk.services.assessment_history import AssessmentHistory

SHORT, LONG, AT_ONCE = 200, 2000, 20
MOST_WALKS = 60  # until a guard taken out is noticed

ASKED_FOR = {
    "SECOND_RISK_WARNING",
    "WITNESS_SIGNATURE",
    "SPECIAL_DECLARATION",
    "GUARDIAN_SIGNATURE",
    "FUND_PURPOSE_NOTE",
    "HIGH_RISK_SPECIAL_ATTENTION",
}


@pytest.mark.parametrize("first", range(0, SHORT, AT_ONCE))
def test_no_walk_ends_in_a_wrong_signature(tmp_path: Path, first: int) -> None:
    with practice(tmp_path) as at:
        met = walks(at, range(first, first + AT_ONCE))
    assert met.wrong == []
    assert len(met.signed) >= AT_ONCE // 4, "most walks must come to a signature"
    assert met.refused > AT_ONCE, "and much must have been refused on the way"


@pytest.mark.long
def test_two_thousand_walks_end_in_no_wrong_signature(tmp_path: Path) -> None:
    met = Met()
    for first in range(0, LONG, AT_ONCE):
        with practice(tmp_path / str(first)) as at:
            more = walks(at, range(10_000 + first, 10_000 + first + AT_ONCE))
        met.wrong += more.wrong
        met.signed += more.signed
    assert met.wrong == []
    assert met.kinds >= ASKED_FOR, "every kind of protected sale was signed"


VALID = Certificate(date(2020, 1, 1), date(2040, 1, 1))
Take = Callable[[pytest.MonkeyPatch], None]


def asked_no_more(patch: pytest.MonkeyPatch) -> None:
    """Before review and signature nothing is asked again: birthdays and lapses pass."""

    def as_chosen(room: Any, interview: str) -> Any:
        return room.facts(interview).chosen.decision

    for module in (review, signing):
        patch.setattr(module, "require_still_allowed", as_chosen)


def any_witness(patch: pytest.MonkeyPatch) -> None:
    """Whoever signs in counts as high enough: else the packs would still see the rank."""

    def take(*_: Any) -> WitnessRank:
        return WitnessRank.branch_head

    for module in (witness_rules, witnessing, signing):
        patch.setattr(module, "require_may_witness", take)


def any_number_of_assessments(patch: pytest.MonkeyPatch) -> None:
    """The limits of repeats are not asked for."""
    patch.setattr(AssessmentHistory, "require_one_more", AssessmentHistory.counted)


def any_certificate(patch: pytest.MonkeyPatch) -> None:
    """No act looks at the certificate, nor do the packs."""

    def received(person: StaffMember, _today: date) -> None:
        guards.require_receiving(person)

    judged = asking_again.judge_choice

    def with_certificate(
        data: Any, facts: Any, client: Any, me: Any, *rest: Any, **how: Any
    ) -> Any:
        valid = replace(me.certificate, valid_until=data.day) if me.certificate else None
        return judged(data, facts, client, replace(me, certificate=valid), *rest, **how)

    for module in (asking_again, purchase):
        patch.setattr(module, "judge_choice", with_certificate)
    for holder in (guards, asking_again):
        patch.setattr(holder, "require_certified", received)


def one_reason(patch: pytest.MonkeyPatch) -> None:
    """Of several reasons only the first is recorded."""
    judged = purchase.judge_choice

    def shortened(*given: Any, **how: Any) -> Any:
        decision = judged(*given, **how)
        return replace(decision, reasons=decision.reasons[:1])

    patch.setattr(purchase, "judge_choice", shortened)


def no_midnight(patch: pytest.MonkeyPatch) -> None:
    """A visit goes on the next day, as if everybody had stayed."""
    patch.setattr(Facts, "is_visit_over", lambda *_: False)


def no_guidance(patch: pytest.MonkeyPatch) -> None:
    """A minor's answers need no guardian's word."""
    for module in (duties, steps):
        patch.setattr(module, "is_guided", lambda _: True)


@pytest.mark.parametrize(
    ("take_out", "often", "births"),
    [
        (asked_no_more, ("another day", "lower a head"), BIRTHS),
        (any_witness, ("anybody as witness",), ELDERS),
        (any_number_of_assessments, ("retake",), BIRTHS),
        (any_certificate, ("lose certificate",), BIRTHS),
        (one_reason, ("any product", "another pot"), BIRTHS),
        (no_guidance, (), BIRTHS),
        (no_midnight, ("another day",), BIRTHS),
    ],
)
def test_a_guard_taken_out_of_the_services_is_noticed(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    take_out: Take,
    often: tuple[str, ...],
    births: Births,
) -> None:
    take_out(monkeypatch)
    with practice(tmp_path) as at:
        noticed = any(
            walks(at, range(seed, seed + 1), often, births).wrong for seed in range(MOST_WALKS)
        )
    assert noticed, f"nothing was noticed in {MOST_WALKS} walks"
