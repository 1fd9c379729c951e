"""The witness at the desk: comes, hears, warns, asks, decides. Clauses: S43, S60.

Everything of the witness needs the own sign-in at this station, in this visit and for this choice.
The seat is kept in memory alone: after a restart or a lock the witness signs in again, and what
was heard of the same choice by the same person still stands.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from advisor_desk.domain.duties import WITNESS_DOCUMENTS, documents_of, witness_now
from advisor_desk.domain.facts import Facts, Witness
from advisor_desk.domain.fingerprint import Fingerprint
from advisor_desk.domain.interview import InterviewId
from advisor_desk.domain.people import StaffMember, StaffNo
from advisor_desk.domain.text import as_kept, in_words
from advisor_desk.domain.trouble import BadInput, NotPermitted
from advisor_desk.domain.witness_events import (
    ClientDecided,
    RecapHeard,
    SecondWarningGiven,
    WitnessAsked,
    WitnessCame,
    WitnessDecided,
    WitnessEvent,
)
from advisor_desk.services.colleague import colleague_at
from advisor_desk.services.interview_room import Act, InterviewRoom
from advisor_desk.services.printed import printed_text, promise_free
from advisor_desk.services.witness_rules import (
    Asked,
    asked_in,
    may_witness,
    require_may_witness,
)

LONGEST_ANSWER = 200  # as much as a line of F5 holds twice


@dataclass(frozen=True, slots=True)
class Seat:
    """Who signed in as witness, and what for."""

    interview: InterviewId
    visit: int
    choice: Fingerprint
    staff_no: StaffNo


@dataclass(frozen=True, slots=True)
class _Witnessed:
    """An act of the witness under way."""

    act: Act
    choice: Fingerprint
    witness: Witness


class Witnessing:
    """The ninth step."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room
        self._seat: Seat | None = None

    def candidates(self, interview: InterviewId) -> tuple[StaffMember, ...]:
        """Return everybody of the branch who may witness this sale today."""
        return may_witness(self._room, self._room.facts(interview))

    def seated(self, interview: InterviewId) -> Witness | None:
        """Return the witness who is signed in for this sale; see ``seated_in``."""
        return self.seated_in(self._room.facts(interview))

    def seated_in(self, facts: Facts) -> Witness | None:
        """Return the witness who is signed in for this choice in this visit; None: nobody is."""
        witness = witness_now(facts) if facts.state in WitnessEvent.possible_in else None
        if witness is None:
            return None
        wanted = Seat(facts.interview, facts.visit, witness.choice, witness.staff_no)
        return witness if self._seat == wanted else None

    def asked(self, interview: InterviewId) -> tuple[Asked, ...]:
        """Return the questions of today's packs, and what was heard to each."""
        return asked_in(self._room.today(), self._room.facts(interview))

    def come(self, interview: InterviewId, staff_no: StaffNo, password: str) -> None:
        """Let somebody of sufficient rank sit down as the witness of this sale.

        The same person coming back goes on where it stood; another one begins anew.

        Raises:
            NotPermitted: as ``colleague_at`` and ``require_may_witness``. LockedOut.
            BadInput: ``NO_WITNESS_NEEDED``, ``WITNESS_DECIDED_ALREADY``.
        """
        self._room.require_possible(interview, WitnessCame)
        facts = self._room.facts(interview)
        if facts.chosen is None or not documents_of(facts) & WITNESS_DOCUMENTS:
            raise BadInput("NO_WITNESS_NEEDED", clause="S43")
        staff_no = as_kept(staff_no)
        if staff_no == facts.adviser:  # not a password of the adviser's is looked at here
            raise NotPermitted("WITNESS_IS_ADVISER", clause="S43", field="user")
        known = witness_now(facts)
        if known is not None and known.proceeds and known.staff_no == staff_no:
            raise BadInput("WITNESS_DECIDED_ALREADY", clause="S43", name=known.name)
        member = colleague_at(self._room.desk, staff_no, password).member
        rank = require_may_witness(self._room, facts, member)
        with self._room.act(interview, WitnessCame, by=staff_no) as act:
            choice = act.facts.choice_seen()
            assert choice is not None  # noqa: S101 - asked above
            questions = tuple(self._questions(act.facts).values())
            came = WitnessCame(choice, staff_no, member.name, member.post, rank, questions)
            act.record(came)
        self._seat = Seat(interview, facts.visit, choice, staff_no)

    def leave(self) -> None:
        """Take the witness's seat away: locked, left, or done. What was heard stays."""
        self._seat = None

    def hear_recap(self, interview: InterviewId) -> None:
        """Record that the witness heard the recap and the worst case; raises as ``_by_witness``."""
        with self._by_witness(interview, RecapHeard) as now:
            now.act.record(RecapHeard(now.choice))

    def give_second_warning(self, interview: InterviewId) -> None:
        """Record that the witness gave the warning in person.

        Raises:
            BadInput: ``WITNESS_TOO_EARLY``, or as ``_by_witness``.
        """
        with self._by_witness(interview, SecondWarningGiven) as now:
            _require(now.witness.recap_heard, "RECAP_NOT_HEARD")
            now.act.record(SecondWarningGiven(now.choice))

    def hear(self, interview: InterviewId, question: str, words: str) -> None:
        """Record what the client said to a question, by its id in the pack.

        Raises:
            BadInput: ``WITNESS_TOO_EARLY``, ``WITNESS_QUESTION_UNKNOWN``, the text, named, or as
                ``_by_witness``.
        """
        with self._by_witness(interview, WitnessAsked) as now:
            _require(now.witness.warned, "SECOND_WARNING_NOT_GIVEN")
            ask = self._questions(now.act.facts).get(question)
            if ask is None or ask not in now.witness.questions:
                raise BadInput("WITNESS_QUESTION_UNKNOWN", clause="S43", question=question)
            words = in_words(printed_text(words, question, longest=LONGEST_ANSWER), question)
            now.act.record(WitnessAsked(now.choice, ask, words))

    def client_decides(self, interview: InterviewId, *, goes_on: bool) -> None:
        """Record the client's own answer; the client may stop at any moment.

        Raises:
            BadInput: ``WITNESS_TOO_EARLY`` to go on before all was said and asked, or as
                ``_by_witness``.
        """
        with self._by_witness(interview, ClientDecided, by_client=True) as now:
            if goes_on:
                _require_all_heard(now.witness)
            now.act.record(ClientDecided(now.choice, goes_on))
        if not goes_on:
            self.leave()

    def decide(self, interview: InterviewId, *, proceeds: bool, words: str = "") -> None:
        """Record the witness's decision; to stop is always possible and says why.

        Raises:
            BadInput: ``WITNESS_TOO_EARLY``, the text, named, or as ``_by_witness``.
        """
        with self._by_witness(interview, WitnessDecided) as now:
            if proceeds:
                _require_all_heard(now.witness)
                _require(now.witness.client_goes_on is True, "CLIENT_NOT_DECIDED")
            said = ""
            if words.strip() or not proceeds:
                said = in_words(promise_free(words, "words", longest=LONGEST_ANSWER), "words")
            now.act.record(WitnessDecided(now.choice, proceeds, said))
        self.leave()

    @contextmanager
    def _by_witness(
        self, interview: InterviewId, kind: type[WitnessEvent], *, by_client: bool = False
    ) -> Iterator[_Witnessed]:
        """Give an act of the witness who is seated; the client's own stands in the adviser's name.

        Raises:
            NotPermitted: ``WITNESS_NOT_SIGNED_IN``, or as ``require_may_witness``.
            BadInput: ``WITNESS_DECIDED_ALREADY``, ``WITNESS_STOPPED_ALREADY``.
        """
        witness = self.seated(interview)
        if witness is None:
            _require_undecided(self._room.facts(interview))
            raise NotPermitted("WITNESS_NOT_SIGNED_IN", clause="S43", field="user")
        room = self._room
        require_may_witness(room, room.facts(interview), room.desk.staff(witness.staff_no))
        with room.act(interview, kind, by=None if by_client else witness.staff_no) as act:
            yield _Witnessed(act, witness.choice, witness)

    def _questions(self, facts: Facts) -> dict[str, str]:
        """Return the words of each question, by its id."""
        return {one.id: one.ask for one in asked_in(self._room.today(), facts)}


def _require(holds: bool, missing: str) -> None:
    if not holds:
        raise BadInput("WITNESS_TOO_EARLY", clause="S43", missing=missing)


def _require_undecided(facts: Facts) -> None:
    """Say what is true where nobody is seated any more because it is decided."""
    last = facts.witness
    if last is None:
        return
    if last.proceeds and last.choice == facts.choice_seen():
        raise BadInput("WITNESS_DECIDED_ALREADY", clause="S43", name=last.name)
    if facts.chosen is None and False in (last.proceeds, last.client_goes_on):
        raise BadInput("WITNESS_STOPPED_ALREADY", clause="S43", name=last.name)


def _require_all_heard(witness: Witness) -> None:
    _require(witness.recap_heard, "RECAP_NOT_HEARD")
    _require(witness.warned, "SECOND_WARNING_NOT_GIVEN")
    asked = all(question in witness.heard for question in witness.questions)
    _require(asked, "WITNESS_QUESTIONS_OPEN")
