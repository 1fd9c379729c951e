"""Where the interview stands on the screen: which stage is shown, and where one may go from it.

The open step follows from the facts. An adviser may look at any step before it; what is changed
there opens later steps again by itself, so there is nothing to save or to confirm about going back.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor_desk.domain.facts import Facts
from advisor_desk.domain.interview import Stage, State
from advisor_desk.domain.steps import open_step, steps_of
from advisor_desk.packs.typed_days import day_as_typed
from advisor_desk.ui.certificate import certificate_lapsed
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.rail_steps import RailStep, locked_rail
from advisor_desk.ui.interview.refer_mode import ReferMode
from advisor_desk.ui.interview.stage import StagePresenter

ENDED = frozenset(
    {
        State.closed,
        State.ended_no_sale,
        State.ended_referred,
        State.stopped_by_rule,
        State.abandoned,
        State.voided,
    }
)
# From the first act of signing on nothing earlier is changed, so nothing earlier is gone back to.
NO_WAY_BACK = frozenset({State.signing, State.signed, State.handed_over})


@dataclass(frozen=True, slots=True)
class Footer:
    """The two buttons below a page. ``reason`` says why Next is closed."""

    next_words: str
    next_open: bool
    reason: str
    back_open: bool


class InterviewPresenter:
    """One interview on the screen."""

    def __init__(self, interview: OpenInterview, stages: Mapping[Stage, StagePresenter]) -> None:
        self.interview = interview
        self.refer = ReferMode(interview)
        self._stages = stages
        self._looked_back_at: Stage | None = None
        self._was_open: Stage | None = None

    @property
    def facts(self) -> Facts:
        """Return the interview as it stands."""
        return self.interview.facts

    @property
    def is_paused(self) -> bool:
        """Say whether it rests: then the stop page is shown in place of a stage."""
        return self.facts.state is State.paused

    @property
    def is_resting(self) -> bool:
        """Say whether no step is being worked on: paused, or over."""
        return (self.is_paused and not self.interview.is_ending) or self.is_ended

    @property
    def is_ended(self) -> bool:
        """Say whether it is over: then the close page sums it up."""
        return self.facts.state in ENDED

    def lapsed(self) -> tuple[str, str] | None:
        """Return title and text where the adviser's certificate ended and work is left. S23."""
        if self.is_ended:
            return None
        interview = self.interview
        return certificate_lapsed(interview.words, interview.adviser, interview.today)

    def open_stage(self) -> Stage:
        """Return the open stage; the last one where all are done."""
        step = open_step(self.facts)
        return step.stage if step else Stage.close

    def shown_stage(self) -> Stage:
        """Return the stage whose page is shown."""
        if self.is_ended or self.interview.is_ending:
            return Stage.close
        if self.refer.is_on:
            return Stage.opening
        now = self.open_stage()
        self._stay_where_it_was(now)
        back = self._looked_back_at
        if back is None or back.is_after(now) or not self._may_look_back():
            return now
        return back

    def stage(self) -> StagePresenter:
        """Return the presenter of the stage shown."""
        return self._stages[self.shown_stage()]

    def of(self, stage: Stage) -> StagePresenter:
        """Return the presenter of a stage."""
        return self._stages[stage]

    def following(self) -> Stage | None:
        """Return the stage that is shown next if all goes well; None after the last one."""
        if self.refer.is_on:
            return None
        shown, facts = self.shown_stage(), self.facts
        later = (one.stage for one in steps_of(facts) if one.stage.is_after(shown))
        return next(later, None)

    def rail(self) -> tuple[RailStep, ...]:
        """Return the steps that apply, in order, numbered as they are counted today."""
        if self.refer.is_on:
            return locked_rail(self.facts, self.refer)
        facts, now, shown = self.facts, self.open_stage(), self.shown_stage()
        is_referred = facts.state is State.ended_referred  # the steps were not gone through
        found = []
        for number, step in enumerate(steps_of(facts), start=1):
            before = now.is_after(step.stage)
            found.append(
                RailStep(
                    stage=step.stage,
                    number=number,
                    done=before or (self.is_ended and not is_referred),
                    shown=step.stage is shown,
                    may_go=(before and self._may_look_back()) or step.stage is now,
                    by_rule=step.stage in (Stage.over_risk, Stage.witness),
                )
            )
        return tuple(found)

    def footer(self) -> Footer:
        """Return what the buttons below the page say and whether they are open."""
        stage = self.stage()
        words = self.interview.words
        if self.interview.is_busy:
            return Footer(words.say(stage.next_code()), False, words.say("NAV_WORKING"), False)
        if self.refer.is_on:
            reason = self.refer.reason()
            return Footer(words.say("REFER_ON"), not reason, reason, False)
        reason = stage.reason()
        code = stage.next_code() if stage.missing() or reason else "NAV_GO_ON"
        return Footer(words.say(code), not reason, reason, self._before() is not None)

    def lacking(self) -> tuple[str, ...]:
        """Return what the page shown still lacks, in codes."""
        return self.refer.lacking() if self.refer.is_on else self.stage().lacking()

    def go_on(self) -> None:
        """Confirm the stage where it is not confirmed yet, and go to the following one."""
        if self.refer.is_on:
            self.refer.go_on()
            return
        stage = self.stage()
        if self.interview.is_busy or stage.reason():
            return
        if stage.missing() or self.interview.is_ending:
            stage.confirm()
        if not stage.missing() and self._looked_back_at is not None:
            self._looked_back_at = self._after(stage.stage)
        self.interview.changed()

    def go_back(self) -> None:
        """Look at the step before; leaving an ending begun is going back too."""
        if self.interview.is_ending:
            self.interview.is_ending = False
        elif self.refer.is_on:
            self.refer.to_opening()
        else:
            before = self._before()
            if before is None:
                return
            self._looked_back_at = before
        self.interview.clear_problem()
        self.interview.changed()

    def go_to(self, stage: Stage) -> None:
        """Look at a step that was reached before."""
        if self.refer.is_on:
            if stage is Stage.opening:
                self.refer.to_opening()
            else:
                self.refer.try_step(stage)
        elif any(step.may_go and step.stage is stage for step in self.rail()):
            self.interview.is_ending = False
            self._looked_back_at = None if stage is self.open_stage() else stage
            self.interview.clear_problem()
            self.interview.changed()

    def pause(self, reason: str, day: str) -> tuple[str, str] | None:
        """Pause; return what is wrong with reason and day, or None where it rests now."""
        words, interview = self.interview.words, self.interview
        next_date = day_as_typed(day)
        if day and next_date is None:
            return "", words.say("PAUSE_DAY_UNREADABLE")
        if interview.act(lambda: interview.services.flow.pause(interview.id, reason, next_date)):
            return None
        day_error = interview.error_of("next_date", "PAUSE_DAY")
        wrong = interview.error_of("reason", "PAUSE_REASON")
        other = interview.problem.text if interview.problem else ""
        return ("" if day_error else wrong or other), day_error

    def undo(self) -> bool:
        """Take the last act back; say whether there was one to take back."""
        interview = self.interview
        if interview.witness:
            return False
        return interview.act(lambda: interview.services.flow.undo(interview.id))

    def _may_look_back(self) -> bool:
        return self.facts.state not in NO_WAY_BACK and not self.interview.witness

    def _stay_where_it_was(self, now: Stage) -> None:
        """Keep a page that stays when its stage is done: the adviser goes on, not the page."""
        was, self._was_open = self._was_open, now
        if self._looked_back_at is not None and self._looked_back_at.is_after(now):
            self._looked_back_at = None  # an earlier step opened again: nothing is after it
        is_done = was is not None and now.is_after(was)
        if was is not None and is_done and self._looked_back_at is None and self._stages[was].stays:
            self._looked_back_at = was

    def _before(self) -> Stage | None:
        if self.interview.is_ending:
            return self.open_stage()
        if not self._may_look_back() or self.is_ended:
            return None
        shown = self.shown_stage()
        reached = [one.stage for one in self.rail() if one.may_go]
        earlier = [stage for stage in reached if shown.is_after(stage)]
        return earlier[-1] if earlier else None

    def _after(self, stage: Stage) -> Stage | None:
        """Return the next step that applies; None where it is the open one."""
        facts, now = self.facts, self.open_stage()
        later = [step.stage for step in steps_of(facts) if step.stage.is_after(stage)]
        following = later[0] if later else now
        return None if following is now or following.is_after(now) else following
