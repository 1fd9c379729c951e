"""The interview on the table, as both screens share it: its facts, its acts, what went wrong.

Screens ask it for facts and hand it acts; after each act everybody who shows the interview is told
to show it again. Nothing is remembered here that a later start would miss: facts come from the
book, half-typed texts are drafts in the book.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from advisor_desk.domain.client import Client
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.fingerprint import Fingerprint
from advisor_desk.domain.interview import InterviewId
from advisor_desk.domain.interview_events import DraftKept
from advisor_desk.domain.people import StaffMember
from advisor_desk.domain.trouble import Trouble
from advisor_desk.services.interview_room import DayData
from advisor_desk.services.interviews import Interviews
from advisor_desk.ui.words import Wording


class Runner(Protocol):
    """Where long acts are done; see ``ui.tasks.Tasks``."""

    @property
    def busy(self) -> bool:
        """Say whether a long act is under way."""
        ...

    def run(
        self,
        work: Callable[[], object],
        done: Callable[[object], None],
        failed: Callable[[Trouble], None],
    ) -> None:
        """Do it on the helper thread and come back."""
        ...


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be done, in the adviser's words; ``field`` where one is to blame."""

    code: str
    text: str
    field: str
    trouble: Trouble


@dataclass(frozen=True, slots=True)
class _Before:
    """What the screens show while a long act is under way."""

    facts: Facts
    client: Client
    adviser: StaffMember
    day_data: DayData


class OpenInterview:
    """One interview under way at this desk."""

    def __init__(
        self, services: Interviews, interview: InterviewId, words: Wording, runner: Runner
    ) -> None:
        self.services = services
        self.id = interview
        self.words = words
        self.problem: Problem | None = None
        self.saved_at: datetime | None = None
        self.is_ending = False  # ended without a sale: the close page is shown before its time
        self._client: tuple[Fingerprint, Client] | None = None
        self._runner = runner
        self._listeners: list[Callable[[], None]] = []
        self._before: _Before | None = None
        self._typed: dict[str, str] = {}  # drafts not in the book yet: a long act, a full disk

    @property
    def facts(self) -> Facts:
        """Return the interview as it stands; during a long act, as it stood before it."""
        if self._before is not None and self.is_busy:
            return self._before.facts
        return self.services.facts(self.id)

    @property
    def client(self) -> Client:
        """Return the client's record as it stands."""
        if self._before is not None and self.is_busy:
            return self._before.client
        seen = self.facts.client_seen
        if self._client is None or self._client[0] != seen:
            self._client = (seen, self.services.client_of(self.id))
        return self._client[1]

    @property
    def adviser(self) -> StaffMember:
        """Return the person signed in."""
        if self._before is not None and self.is_busy:
            return self._before.adviser
        return self.services.me()

    @property
    def client_words(self) -> Wording:
        """Return the words of the client's language."""
        return Wording(self.facts.language)

    @property
    def day_data(self) -> DayData:
        """Return packs, shelf, material and questionnaire of today."""
        if self._before is not None and self.is_busy:
            return self._before.day_data
        return self.services.today()

    @property
    def today(self) -> date:
        """Return the day, as acts see it."""
        return self.day_data.day

    @property
    def witness(self) -> str:
        """Return who witnesses at this desk, which then shows this case alone; empty: nobody."""
        seated = self.services.witnessing.seated_in(self.facts)
        return seated.name if seated else ""

    @property
    def is_busy(self) -> bool:
        """Say whether a long act is under way; then no other act is taken."""
        return self._runner.busy

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Be told after every change; call what is returned to hear no more."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def changed(self) -> None:
        """Tell everybody who shows this interview to show it again."""
        for listener in tuple(self._listeners):
            listener()

    def end_wanted(self) -> None:
        """Show the close page, where the interview ends although nothing was bought."""
        self.is_ending = True
        self.clear_problem()
        self.changed()

    def act(self, do: Callable[[], object]) -> bool:
        """Do an act now; say whether it was done. A trouble is kept as ``problem``."""
        if self.is_busy:
            return False
        done = True
        try:
            do()
        except Trouble as trouble:
            self._failed(trouble)
            done = False
        else:
            self._succeeded()
            self._keep_waiting()
        self.changed()
        return done

    def long_act(self, do: Callable[[], object], then: Callable[[], None] | None = None) -> None:
        """Do an act of more than a moment on the helper thread; ``then`` follows a good one."""
        if self.is_busy:
            return

        def done(_result: object) -> None:
            self._succeeded()
            self._keep_waiting()
            if then is not None:
                then()
            self.changed()

        def failed(trouble: Trouble) -> None:
            self._failed(trouble)
            self._keep_waiting()
            self.changed()

        # Nobody reads the book while the helper thread works in it.
        self._before = _Before(self.facts, self.client, self.adviser, self.day_data)
        self._runner.run(do, done, failed)
        self.changed()

    def speak(self, words: Wording) -> None:
        """Take other words; what could not be done is said in them too."""
        self.words = words
        if self.problem is not None:
            self._failed(self.problem.trouble)

    def error_of(self, field: str, code: str) -> str:
        """Return what is wrong with a field; empty where nothing is. ``code`` names it in words."""
        problem = self.problem
        if problem is None or problem.field != field:
            return ""
        return self.words.trouble(problem.trouble, field=self.words.say(code))

    def clear_problem(self) -> None:
        """Forget what could not be done: it was read, or is being mended."""
        self.problem = None

    def draft(self, name: str) -> str:
        """Return a text that was typed and belongs to no act yet."""
        waiting = self._typed.get(name)
        return self.facts.drafts.get(name, "") if waiting is None else waiting

    def keep_draft(self, name: str, text: str) -> None:
        """Keep a half-typed text in the book, so that nothing typed is ever lost."""
        waited = bool(self._typed)
        self._typed[name] = text
        self._keep_typed()
        if not self.is_busy and (waited or self._typed):  # something was refused, or is no more
            if not self._typed:
                self.clear_problem()
            self.changed()

    def _keep_waiting(self) -> None:
        """Keep what was typed and waits, unless the act before was the last of the interview."""
        if self.facts.state not in DraftKept.possible_in:
            self._typed.clear()
        self._keep_typed()

    def _keep_typed(self) -> None:
        """Keep what was typed, without showing anything again: the person goes on typing.

        During a long act it waits for the end; what is refused waits for the next act.
        """
        for name, text in () if self.is_busy else tuple(self._typed.items()):
            try:
                self.services.flow.keep_draft(self.id, name, text)
            except Trouble as trouble:
                self._failed(trouble)
            else:
                del self._typed[name]
                self.saved_at = self.services.now()

    def _succeeded(self) -> None:
        self.problem = None
        self.saved_at = self.services.now()

    def _failed(self, trouble: Trouble) -> None:
        field = trouble.facts.get("field", "")
        self.problem = Problem(trouble.code, self.words.trouble(trouble), field, trouble)
