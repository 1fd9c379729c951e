"""Signing: begun once and never undone; then marks in their order, then complete."""

from enum import Enum
from typing import ClassVar

from advisor_desk.domain.interview import Mark, SigningWay, Stage, State
from advisor_desk.domain.steps import missing_marks
from advisor_desk.domain.trouble import Trouble
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.stage import StagePresenter
from advisor_desk.ui.papers.print_desk import PrintDesk
from advisor_desk.ui.papers.set_of_forms import BoxToWrite, SetOfForms
from advisor_desk.ui.screens.signing.writing import Writing
from advisor_desk.ui.words import Wording

SIGN_IN = "witness.user"


class Phase(Enum):
    """What is to be done now."""

    begin = "begin"
    print = "print"
    client = "client"  # the client's hand
    adviser = "adviser"  # the adviser's own hand
    witness = "witness"  # the witness's, with the own password
    complete = "complete"
    done = "done"


class SigningPresenter(StagePresenter):
    """The eleventh stage."""

    stage: ClassVar[Stage] = Stage.signing
    settled_by_confirm: ClassVar[frozenset[str]] = frozenset({"SET_NOT_SIGNED"})

    def __init__(self, interview: OpenInterview) -> None:
        super().__init__(interview)
        self.forms = SetOfForms(interview)
        self.printing = PrintDesk(interview)
        self.writing = Writing(interview, self.forms)
        self.is_stopping = False  # the client has pressed stop, and is asked once

    def lacking(self) -> tuple[str, ...]:
        """Return nothing before signing has begun: beginning is what the button does then."""
        if self.interview.facts.ceremony is None:
            return ()
        return super().lacking()

    def confirm(self) -> None:
        """Seal the set and begin, or complete it."""
        interview = self.interview
        signing = interview.services.signing
        if interview.facts.ceremony is None:
            interview.long_act(lambda: signing.begin_signing(interview.id))
        else:
            interview.long_act(lambda: signing.sign_set(interview.id))

    def next_code(self) -> str:
        """Return what the button does now."""
        return "SIGNING_BEGIN" if self.interview.facts.ceremony is None else "SIGNING_COMPLETE"

    @property
    def is_on_paper(self) -> bool:
        """Say whether the set is signed by hand on printed paper."""
        return self.interview.facts.signing_way is SigningWay.paper

    def phase(self) -> Phase:
        """Return what is to be done now."""
        ceremony = self.interview.facts.ceremony
        if ceremony is None:
            return Phase.begin
        if ceremony.signed:
            return Phase.done
        if self.is_on_paper and not ceremony.came_out:
            return Phase.print
        mark = self.writing.mark()
        if mark is None:
            return Phase.complete
        if mark is Mark.witness_signature:
            return Phase.witness
        return Phase.client if mark.is_client else Phase.adviser

    def number(self) -> str:
        """Return the number of the set."""
        facts = self.interview.facts
        if facts.ceremony is not None:
            return facts.ceremony.number
        return facts.review.number if facts.review else ""

    def is_made(self, mark: Mark) -> bool:
        """Say whether a mark stands."""
        return mark not in missing_marks(self.interview.facts)

    def may_see(self, mark: Mark) -> bool:
        """Say whether it is this mark's turn on paper."""
        turn = self.phase() in (Phase.client, Phase.adviser)
        return self.is_on_paper and turn and self.writing.mark() is mark

    def seen_by(self, mark: Mark) -> str:
        """Return who saw a mark being made, by name."""
        ceremony, adviser = self.interview.facts.ceremony, self.interview.adviser
        number = ceremony.marks.get(mark, "") if ceremony else ""
        if mark is Mark.witness_signature:
            return self.witness_name()
        return adviser.name if number == adviser.staff_no else number

    def see(self, mark: Mark) -> None:
        """Record that a mark was made on paper before the adviser's eyes."""
        interview = self.interview
        interview.act(lambda: interview.services.signing.see_mark(interview.id, mark))

    def witness_name(self) -> str:
        """Return who witnesses the sale, by name."""
        witness = self.interview.facts.witness
        return witness.name if witness else ""

    def witness_may_sign(self) -> bool:
        """Say whether only number and password of the witness are missing now."""
        turn = self.phase() is Phase.witness
        return turn and (self.is_on_paper or bool(self.writing.witness_ink()))

    def sign_as_witness(self, user: str, password: str) -> None:
        """Make the witness's mark; what is wrong with number or password is said at the field."""
        interview, ink = self.interview, self.writing.witness_ink()
        signing = interview.services.signing

        def sign() -> None:
            try:
                if self.is_on_paper:
                    signing.see_witness_mark(interview.id, user, password)
                else:
                    signing.give_witness_ink(interview.id, user, password, ink)
            except Trouble as trouble:
                trouble.facts["field"] = SIGN_IN
                raise

        interview.long_act(sign)

    def where(self, mark: Mark, words: Wording) -> str:
        """Say in which boxes a mark is made."""
        places = [self.forms.where(box, words) for box in self.forms.boxes_of(mark)]
        return words.say("LIST_COMMA").join(places)

    def boxes(self) -> tuple[BoxToWrite, ...]:
        """Return every box of the set."""
        return self.forms.boxes()

    def is_written(self, box: BoxToWrite) -> bool:
        """Say whether a box is filled."""
        return self.writing.is_written(box)

    def is_now(self, box: BoxToWrite) -> bool:
        """Say whether a box is written in now: one on the screen, all of the mark on paper."""
        if self.phase() not in (Phase.client, Phase.adviser, Phase.witness):
            return False
        if self.is_on_paper:
            return box.mark is self.writing.mark()
        return box == self.writing.box()

    def about(self) -> str:
        """Return product and amount for the head of the client's screen."""
        chosen = self.interview.facts.chosen
        if chosen is None:
            return ""
        words, choice = self.interview.client_words, chosen.choice
        amount = words.money(choice.amount)
        return words.say("SIGNING_ABOUT", product=choice.product.name, amount=amount)

    def grade(self) -> str:
        """Return the client's grade with its name, in the client's words."""
        record, words = self.interview.facts.assessment, self.interview.client_words
        if record is None or record.grade is None:
            return ""
        return words.say("SIGNING_GRADE", letter=record.grade.name, name=words.grade(record.grade))

    def ask_to_stop(self, *, is_stopping: bool) -> None:
        """Ask the client once more, or go on."""
        self.is_stopping = is_stopping
        self.interview.changed()

    def stop(self) -> None:
        """End without a sale: the close page takes the record, and counts printed pages back."""
        self.is_stopping = False
        self.interview.end_wanted()

    def may_stop(self) -> bool:
        """Say whether nothing is signed yet."""
        return self.interview.facts.state in (
            State.in_progress,
            State.ready_to_sign,
            State.signing,
        )
