"""What the client says to the witness's questions, recorded or still on its way. No Qt."""

from advisor_desk.domain.duties import witness_now
from advisor_desk.services.witness_rules import Asked, asked_in
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.typed import Typed

ANSWER = "answer."


class Answers:
    """An answer is recorded by the witness at the desk; until it can be, it is a draft."""

    def __init__(self, interview: OpenInterview) -> None:
        self._interview = interview

    @property
    def typed(self) -> Typed:
        """Return what the witness of this choice typed: no other one finds it there."""
        of = witness_now(self._interview.facts)
        whose = f"witness.{of.staff_no}.{of.choice[:16]}" if of else "witness"
        return Typed(self._interview, whose)

    def asked(self) -> tuple[Asked, ...]:
        """Return the questions with what was heard."""
        return asked_in(self._interview.day_data, self._interview.facts)

    def shown(self, asked: Asked) -> str:
        """Return what stands in the field of a question: as typed last, else as recorded."""
        return self.typed.of(ANSWER + asked.id) or asked.heard

    def hear(self, question: str, words: str) -> None:
        """Record what the client said to a question; an empty field says nothing.

        Where the desk is not the witness's any more, it waits for the witness to sign in again.
        """
        interview, typed, said = self._interview, self.typed, words.strip()
        is_theirs = bool(interview.witness)
        typed.keep(**{ANSWER + question: "" if is_theirs else said})
        if not (is_theirs and said):
            return
        at = interview.services.witnessing
        if not interview.act(lambda: at.hear(interview.id, question, words)):
            typed.keep(**{ANSWER + question: said})
            interview.changed()

    def hear_waiting(self) -> None:
        """Record what was typed just before the desk was locked or left, by the same witness."""
        for field, words in self.typed.all().items():
            if field.startswith(ANSWER):
                self.hear(field.removeprefix(ANSWER), words)

    def wrong(self) -> str:
        """Say why an answer was not recorded; empty: nothing is wrong."""
        wrong = (self._interview.error_of(one.id, "WITNESS_OWN_WORDS") for one in self.asked())
        return next(filter(None, wrong), "")
