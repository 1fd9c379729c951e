"""Running a written interview through the same services as the screens, step by step.

A step is acknowledged after its commit, so whoever reads the acknowledgements knows what can no
longer be lost. A refusal by the rules is a result, not a trouble: the replay ends where an adviser
would end, with everything kept. A step that cannot be done leaves the interview as the step before
it left it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest

from advisor_desk.domain.client import ClientId
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.interview import InterviewId, Stage, State
from advisor_desk.domain.paper_events import FormsPrinted
from advisor_desk.domain.people import StaffMember
from advisor_desk.domain.steps import open_step, step_of
from advisor_desk.domain.suitability import Decision, Reason
from advisor_desk.domain.trouble import BadData, BadInput, Mistake, Trouble, Unavailable
from advisor_desk.packs import script_acts as acts
from advisor_desk.packs import script_sale_acts as sale_acts
from advisor_desk.packs.script import Script
from advisor_desk.services.interviews import Interviews
from advisor_desk.services.script_acts import (
    do,
    enter_other_assessment,
    open_interview,
    receive_client,
)
from advisor_desk.services.script_clock import ScriptClock
from advisor_desk.services.station import Desk, Station

# What a script may go on with after the rules have refused a choice.
AFTER_REFUSAL = (
    sale_acts.OpenProduct,
    sale_acts.ChooseProduct,
    sale_acts.TakeNote,
    sale_acts.EndWithoutSale,
    sale_acts.StopByRule,
    sale_acts.AbandonInterview,
    sale_acts.PauseInterview,
    acts.RecordPot,
    acts.BeginRetake,
)
PAUSING = (sale_acts.PauseInterview,)
WHILE_PAUSED = (sale_acts.ResumeInterview, sale_acts.AbandonInterview, sale_acts.StopByRule)


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """A step that is kept: ``seq`` and ``digest`` are the head of the book's chain after it."""

    step: int
    act: str
    interview: InterviewId | None
    seq: int
    digest: str


@dataclass(frozen=True, slots=True)
class Replayed:
    """How a replay ended. ``decision`` None: the rules were not asked.

    Where the procedure needs more than is here, ``decision`` is the answer as things stand, and
    ``duties`` say why the documents of ``facts.pause_documents`` are needed.
    """

    facts: Facts
    decision: Decision | None
    stopped: bool
    steps: int
    duties: tuple[Reason, ...] = ()


Acknowledge = Callable[[Acknowledgement], None]


def enrol_people(station: Station, people: tuple[StaffMember, ...]) -> None:
    """Make the script's people members of the training home's staff.

    Raises:
        NotPermitted: ``TRAINING_HOMES_ONLY``.
    """
    desk = station.training_desk()
    for person in people:
        desk.enrol_for_training(person)


class Replay:
    """One replay of one script, at the desk of its adviser."""

    def __init__(
        self, desk: Desk, script: Script, clock: ScriptClock, acknowledge: Acknowledge
    ) -> None:
        self._book = desk.book
        self._desk = Interviews(desk)
        self._script = script
        self._clock = clock
        self._acknowledge = acknowledge
        self._client: ClientId | None = None
        self._interview: InterviewId | None = None

    def run(self) -> Replayed:
        """Do the steps, until the last or until the rules stop the interview.

        Raises:
            BadData: a step that cannot be done now: its line, the open step, and the cause.
        """
        steps = self._script.file.steps
        for number, (step, following) in enumerate(zip_longest(steps, steps[1:])):
            self._clock.set(self._script.times[number])
            self._guarded(number, step)
            if self._is_stopped(step, following):
                self._conclude(number)
                return self._ended(number + 1, stopped=True)
        return self._ended(len(steps), stopped=False)

    def _guarded(self, number: int, step: acts.StepRow) -> None:
        before = self._book.head().seq
        try:
            found = self._do(step)
        except Trouble as trouble:
            raise self._at_step(number, trouble) from trouble
        head = self._book.head()
        if head.seq != before:
            self._acknowledge(
                Acknowledgement(number + 1, _act_of(step), self._interview, head.seq, head.digest)
            )
        if isinstance(found, FormsPrinted) and not found.came_out:
            raise self._not_printed(number, found)

    def _do(self, step: acts.StepRow) -> object:
        client = self._client
        match step:
            case acts.ReceiveClient() if client is None:
                self._client = receive_client(self._desk, self._script.file.client)
            case acts.EnterOtherAssessment() if client is not None:
                enter_other_assessment(self._desk, client, step)
            case acts.OpenInterview() if client is not None and not self._is_under_way():
                language = self._script.file.client.language
                self._interview = open_interview(self._desk, client, language, step)
            case acts.ReceiveClient() | acts.EnterOtherAssessment() | acts.OpenInterview():
                raise BadInput("SCRIPT_ORDER", act=_act_of(step))
            case _ if self._interview is None:
                raise BadInput("SCRIPT_ORDER", act=_act_of(step))
            case _:
                return do(self._desk, self._interview, step)
        return None

    def _facts(self) -> Facts | None:
        return None if self._interview is None else self._desk.facts(self._interview)

    def _is_under_way(self) -> bool:
        facts = self._facts()
        return facts is not None and not facts.state.is_over

    def _is_stopped(self, step: acts.StepRow, following: acts.StepRow | None) -> bool:
        facts = self._facts()
        if facts is None:
            return False
        if facts.state is State.paused and not isinstance(step, PAUSING):
            return not isinstance(following, WHILE_PAUSED)
        refused = isinstance(step, sale_acts.ChooseProduct) and facts.chosen is None
        return refused and not isinstance(following, AFTER_REFUSAL)

    def _conclude(self, number: int) -> None:
        """End a refused interview as an adviser would: with the script's record, else paused."""
        facts = self._facts()
        if facts is None or facts.state is State.paused:
            return
        reasons = facts.judged[-1].decision.reasons
        said = " ".join(reason.say.in_language(facts.language) for reason in reasons)
        records = (getattr(step, "record", None) for step in self._script.file.steps[number:])
        record = next((one for one in records if isinstance(one, sale_acts.RecordRow)), None)
        if record is None:
            self._guarded(number, sale_acts.PauseInterview(act="pause_interview", reason=said))
            return
        refused = record.model_copy(update={"reason_not_bought": said})
        self._guarded(number, sale_acts.StopByRule(act="stop_by_rule", record=refused))

    def _ended(self, done: int, *, stopped: bool) -> Replayed:
        facts = self._facts()
        if facts is None:
            raise self._at_step(done - 1, BadInput("SCRIPT_WITHOUT_INTERVIEW"))
        stopped = stopped or facts.state is State.stopped_by_rule
        if facts.judged:
            decision: Decision | None = facts.judged[-1].decision
        else:
            decision = facts.opening_decision if stopped else None
        duties = decision.duties if decision else ()
        if facts.pause_documents:
            decision = self._desk.purchases.as_things_stand(facts.interview)
        return Replayed(facts, decision, stopped, done, duties)

    def _at_step(self, number: int, trouble: Trouble) -> BadData:
        """Return the trouble with its step: the file, the line, and the step that is open."""
        place, line = f"steps[{number + 1}]", self._script.line(number)
        file = str(self._script.path)
        step = Mistake(
            "SCRIPT_STEP_NOT_DONE",
            file=file,
            line=line,
            place=place,
            step=str(number + 1),
            act=_act_of(self._script.file.steps[number]),
            open=self._open_stage(),
        )
        facts = {name: fact for name, fact in trouble.facts.items() if name not in _PLACE}
        cause = Mistake(trouble.code, file=file, line=line, place=place, **facts)
        cause.clause = trouble.clause
        at_step = BadData((step, cause))
        at_step.exit_code = trouble.exit_code
        return at_step

    def _not_printed(self, number: int, printed: FormsPrinted) -> BadData:
        """Return that a set waits. The step itself is recorded: only the paper is missing."""
        waits = Mistake(
            "FORMS_NOT_PRINTED",
            file=str(self._script.path),
            line=self._script.line(number),
            place=f"steps[{number + 1}]",
            queue=printed.to,
            job=printed.job,
            cause=printed.cause,
        )
        at_step = BadData((waits,))
        at_step.exit_code = Unavailable.exit_code
        return at_step

    def _open_stage(self) -> str:
        facts = self._facts()
        now = open_step(facts) if facts else step_of(Stage.opening)
        return now.stage.name if now else Stage.close.name


_PLACE = frozenset({"line", "place"})


def _act_of(step: acts.StepRow) -> str:
    return str(step.model_dump()["act"])
