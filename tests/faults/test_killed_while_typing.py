"""A half-typed text, killed at every call: kept or not kept, and what was acknowledged is there."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from tests.faults.killing import Acknowledge, Act, all_points, needs_strace, run
from tests.services.branch import ADVISER, Practice, SetClock, Walk, practice

from advisor_desk.domain.facts import Facts
from advisor_desk.services.interviews import Interviews
from advisor_desk.services.records import Records
from advisor_desk.services.station import Station

TYPED = "客戶想先問問家"


def typing(home: Path, at: datetime, interview: str) -> Callable[[], Act]:
    def prepare() -> Act:
        station = Station.open(home, SetClock(at), source="script")
        flow = Interviews(station.training_desk(ADVISER.staff_no)).flow

        def act(say: Acknowledge) -> None:
            flow.keep_draft(interview, "note", TYPED)
            say(b"done")

        return act

    return prepare


def facts_of(home: Path, at: datetime, interview: str) -> Facts:
    with Station.open(home, SetClock(at), source="script") as station:
        desk = station.training_desk(ADVISER.staff_no)
        assert [one.broken for one in Records(desk).check(deep=True)] == [(), ()]
        return Interviews(desk).facts(interview)


def interview_under_way(at: Practice) -> str:
    return Walk(at).until("needs").interview


def test_what_is_typed_is_kept_or_not_and_the_interview_goes_on(quick: Path) -> None:
    needs_strace()
    log = quick / "calls"
    with practice(quick) as at:
        interview, moment = interview_under_way(at), at.clock.at
    before, after = quick / "home", quick / "after"
    shutil.copytree(before, after)
    points = all_points(typing(after, moment, interview), log)
    untouched = facts_of(before, moment, interview)
    assert facts_of(after, moment, interview).drafts == {"note": TYPED}
    for number, point in enumerate(points):
        home = quick / str(number)
        shutil.copytree(before, home)
        ended = run(typing(home, moment, interview), log, point)
        assert ended.was_killed, point
        found = facts_of(home, moment, interview)
        assert found.drafts == {"note": TYPED} or not ended.acknowledged, point
        assert found.needs == untouched.needs, point
        shutil.rmtree(home)
