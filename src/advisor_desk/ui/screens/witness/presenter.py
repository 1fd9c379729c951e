"""The witness's step: who is called, what was heard, said and asked, and both decisions. No Qt.

Whether somebody is at the desk as witness is asked of the service: it is in memory alone, so a
start or a lock asks for the witness again. Clauses: S43, S60.
"""

from datetime import date
from enum import Enum
from typing import ClassVar

from advisor_desk.domain.duties import witness_now
from advisor_desk.domain.facts import Witness
from advisor_desk.domain.interview import Stage
from advisor_desk.domain.people import StaffMember
from advisor_desk.domain.trouble import Trouble
from advisor_desk.packs.typed_days import day_as_typed
from advisor_desk.services.judging import rank_asked_for
from advisor_desk.services.witness_rules import Asked, warning_in
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.stage import StagePresenter
from advisor_desk.ui.interview.what_is_needed import Said, client_words, reasons_of
from advisor_desk.ui.screens.witness.answers import Answers
from advisor_desk.ui.screens.witness.case import Case

SIGN_IN = "witness.user"


class Phase(Enum):
    """Where the client is at this step."""

    waits = "waits"
    recap = "recap"
    warning = "warning"
    question = "question"
    decide = "decide"
    decided = "decided"


class WitnessPresenter(StagePresenter):
    """The ninth stage. What the witness typed is a draft until it is recorded."""

    stage: ClassVar[Stage] = Stage.witness
    settled_by_confirm: ClassVar[frozenset[str]] = frozenset({"WITNESS_NOT_DECIDED"})

    def __init__(self, interview: OpenInterview) -> None:
        super().__init__(interview)
        self.case = Case(interview)
        self.answers = Answers(interview)
        self.decision: bool | None = None  # chosen, and not recorded yet
        self._known: tuple[object, tuple[StaffMember, ...]] | None = None

    # Who is here.

    def seated(self) -> Witness | None:
        """Return the witness at the desk; None: the desk is the adviser's."""
        return self.interview.services.witnessing.seated_in(self.interview.facts)

    def witness(self) -> Witness | None:
        """Return who witnesses this choice, at the desk or not."""
        return witness_now(self.interview.facts)

    def candidates(self) -> tuple[StaffMember, ...]:
        """Return who of the branch may witness this sale today."""
        interview = self.interview
        if interview.is_busy:
            return self._known[1] if self._known else ()
        key = (interview.today, interview.facts.parties)
        if self._known is None or self._known[0] != key:
            self._known = (key, interview.services.witnessing.candidates(interview.id))
        return self._known[1]

    def lowest_rank(self) -> str:
        """Return the lowest rank the packs accept, in words."""
        rank = rank_asked_for(self.interview.day_data)
        return self.interview.words.say(f"ROLE_{rank.name}") if rank else ""

    def reasons(self) -> tuple[Said, ...]:
        """Return why the packs ask for a witness."""
        chosen = self.interview.facts.chosen
        return reasons_of(self.interview, chosen.decision if chosen else None)

    def come(self, user: str, password: str) -> None:
        """Let the witness sign in beside the adviser; what is wrong is said at the field."""
        interview = self.interview

        def sign_in() -> None:
            try:
                interview.services.witnessing.come(interview.id, user, password)
            except Trouble as trouble:
                trouble.facts["field"] = SIGN_IN
                raise

        def seated() -> None:
            self.decision = None  # whoever sits down decides anew
            self.answers.hear_waiting()

        interview.long_act(sign_in, seated)

    def leave(self) -> None:
        """Give the desk back to the adviser; what was heard stays."""
        self.interview.services.witnessing.leave()
        self.interview.clear_problem()
        self.interview.changed()

    def wait(self, day: str) -> bool:
        """Let the interview rest until a witness can come; say whether it does now."""
        interview, coming = self.interview, self.day(day)
        if day.strip() and coming is None:
            return False
        return interview.act(lambda: interview.services.flow.wait_for_witness(interview.id, coming))

    def day(self, text: str) -> date | None:
        """Return a day as it was typed; None: none, or unreadable."""
        return day_as_typed(text)

    def choose_another(self) -> None:
        """Give the choice up: the client takes something else."""
        interview = self.interview
        interview.act(lambda: interview.services.purchases.drop_choice(interview.id))

    # Hear, say, ask.

    def phase(self) -> Phase:
        """Return where the client is."""
        witness = self.witness()
        if witness is not None and witness.client_goes_on is not None:
            return Phase.decided
        if witness is None or self.seated() is None:
            return Phase.waits
        if not witness.recap_heard:
            return Phase.recap
        if not witness.warned:
            return Phase.warning
        return Phase.question if self.asked_next() else Phase.decide

    def warning(self) -> tuple[str, ...]:
        """Return what the witness says, in the client's language: the pack's words, the worst."""
        interview = self.interview
        said = warning_in(interview.day_data, interview.facts)
        worst = self.case.worst_case(interview.client_words)
        return tuple(one for one in (said, worst) if one)

    def asked_next(self) -> Asked | None:
        """Return the first question without an answer."""
        return next((one for one in self.answers.asked() if not one.heard), None)

    def to_client(self) -> tuple[str, ...]:
        """Return what the client reads before the witness is here."""
        chosen = self.interview.facts.chosen
        return client_words(self.interview, chosen.decision if chosen else None)

    def hear_recap(self) -> None:
        """Record that the witness heard the recap."""
        interview = self.interview
        interview.act(lambda: interview.services.witnessing.hear_recap(interview.id))

    def give_warning(self) -> None:
        """Record that the witness gave the warning."""
        interview = self.interview
        interview.act(lambda: interview.services.witnessing.give_second_warning(interview.id))

    def client_goes_on(self) -> None:
        """Record the client's own touch: it may go on."""
        interview, at = self.interview, self.interview.services.witnessing
        interview.act(lambda: at.client_decides(interview.id, goes_on=True))

    def client_stops(self) -> None:
        """Give the choice up by the client's own touch, with the witness here or not yet."""
        interview, at = self.interview, self.interview.services.witnessing
        if self.seated() is None:
            self.choose_another()
        else:
            interview.act(lambda: at.client_decides(interview.id, goes_on=False))

    # Decide.

    def choose(self, *, proceeds: bool) -> None:
        """Take a decision that is not recorded yet."""
        self.decision = proceeds
        self.interview.changed()

    def words(self) -> str:
        """Return what the witness wrote beside the decision."""
        return self.answers.typed.of("words")

    def keep_words(self, text: str) -> None:
        """Keep what the witness writes."""
        self.answers.typed.keep(words=text)
        self.interview.changed()

    def why_not_yet(self) -> str:
        """Say what is left before the sale may go on; empty: nothing."""
        words, left = self.interview.words, self.lacking()
        named = words.say("LIST_COMMA").join(words.say(f"MISSING_{code}") for code in left)
        return words.say("NAV_STILL_MISSING", missing=named) if left else ""

    def reason(self) -> str:
        """Say why Next is closed."""
        words = self.interview.words
        if not self.missing():
            return ""
        if self.seated() is None:
            return words.say("WITNESS_CLOSED_ALONE")
        if self.decision is None:
            return words.say("WITNESS_CLOSED_UNDECIDED")
        if not self.decision:
            return "" if self.words().strip() else words.say("WITNESS_CLOSED_SAY_WHY")
        return self.why_not_yet()

    def next_code(self) -> str:
        """Return the words of the button."""
        return "WITNESS_RECORD"

    def confirm(self) -> None:
        """Record the decision: the desk is the adviser's again."""
        interview, proceeds, words = self.interview, self.decision, self.words()
        typed = self.answers.typed
        if proceeds is None:
            return
        done = interview.act(
            lambda: interview.services.witnessing.decide(
                interview.id, proceeds=proceeds, words=words
            )
        )
        if done:
            self.decision = None
            typed.forget()
