"""Handing over, recording and closing; and the ends without a sale. Clauses: S53, S60.

After every interview the six items of S53 are recorded, whether or not something was bought; they
make F7, sealed and registered in the same act.
"""

from dataclasses import replace
from datetime import date

from advisor_desk.domain.facts import Facts
from advisor_desk.domain.folding import counted_back
from advisor_desk.domain.interview import InterviewId
from advisor_desk.domain.interview_events import (
    EndedWithoutSale,
    FormFile,
    InterviewEnd,
    InterviewRecord,
    StoppedByRule,
)
from advisor_desk.domain.paper_events import HandedOver, InterviewClosed, RecordMade
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.phrase_guard import guarded_text
from advisor_desk.services.form_sets import assessment_alone, cover_of_file, record_of_interview
from advisor_desk.services.interview_room import Act, InterviewRoom
from advisor_desk.services.numbers import (
    given_up,
    next_set,
    require_pages_counted,
    reserved_set,
)
from advisor_desk.services.paper_words import PaperWords
from advisor_desk.services.printed import printed_lines
from advisor_desk.services.printing import settle_print
from advisor_desk.services.registering import register_forms

COPIES = ("client", "bank", "branch_file")
LONGEST_ITEM = 1_000


class Closing:
    """The twelfth and thirteenth step, and every end."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room

    def hand_over(self, interview: InterviewId, copies: tuple[str, ...]) -> None:
        """Record that each copy went to its place: client, bank, branch file.

        Raises:
            BadInput: ``COPIES_DIFFER``, ``SET_NOT_PRINTED``.
        """
        with self._room.act(interview, HandedOver) as act:
            if act.facts.ceremony is None or not act.facts.ceremony.came_out:
                raise BadInput("SET_NOT_PRINTED")
            if sorted(copies) != sorted(COPIES):
                raise BadInput("COPIES_DIFFER", field="copies", copies=", ".join(COPIES))
            act.record(HandedOver(COPIES))

    def make_record(self, interview: InterviewId, record: InterviewRecord) -> None:
        """Record the six items of a sale; F7 bears the set's number. Clause: S53.

        Raises:
            BadInput: a text, named by its item; ``RECORD_MADE_ALREADY``.
        """
        with self._room.act(interview, RecordMade) as act:
            ceremony = act.facts.ceremony
            if act.facts.record is not None or ceremony is None:
                raise BadInput("RECORD_MADE_ALREADY")
            number, checked = ceremony.number, _checked(record)
            outcome = PaperWords(act.facts.language).say("OUTCOME_sold", number=number)
            made = record_of_interview(self._room, act, number, checked, outcome)
            file = (*ceremony.signed, made)
            forms = (made, cover_of_file(self._room, act, number, file, outcome))
            act.record(RecordMade(checked, number, forms))
        register_forms(self._room.desk, number, forms)

    def close_interview(self, interview: InterviewId, next_contact: date | None) -> None:
        """Close the interview; closing without its record is impossible.

        Raises:
            BadInput: ``NO_INTERVIEW_RECORD``, ``DATE_PAST``.
        """
        with self._room.act(interview, InterviewClosed) as act:
            if act.facts.record is None:
                raise BadInput("NO_INTERVIEW_RECORD", clause="S53")
            if next_contact is not None and next_contact < act.today:
                raise BadInput("DATE_PAST", field="next_contact", day=next_contact)
            act.record(InterviewClosed(next_contact))

    def end_without_sale(
        self, interview: InterviewId, record: InterviewRecord, pages_returned: int | None = None
    ) -> str:
        """End an interview in which nothing was bought; return the number of its papers.

        Raises:
            BadInput: ``OPENING_NOT_CONFIRMED``, ``PAGES_NOT_RETURNED``, or a text, named.
        """
        return self._end(interview, EndedWithoutSale, record, pages_returned, "no_sale")

    def stop_by_rule(
        self, interview: InterviewId, record: InterviewRecord, pages_returned: int | None = None
    ) -> str:
        """End an interview because the rules refused what the client wanted.

        Raises:
            BadInput: ``NOTHING_WAS_REFUSED``, and as ``end_without_sale``.
        """
        if not was_refused(self._room.facts(interview)):
            raise BadInput("NOTHING_WAS_REFUSED")
        return self._end(interview, StoppedByRule, record, pages_returned, "refused")

    def _end(
        self,
        interview: InterviewId,
        kind: type[InterviewEnd],
        record: InterviewRecord,
        pages_returned: int | None,
        outcome: str,
    ) -> str:
        settle_print(self._room, interview)
        with self._room.act(interview, kind) as act:
            if act.facts.opening_decision is None:
                raise BadInput("OPENING_NOT_CONFIRMED", clause="S22")
            require_pages_counted(act.facts, pages_returned)
            checked, voids = _checked(record), reserved_set(act.facts)
            act.facts = counted_back(given_up(act.facts), pages_returned or 0)
            number = next_set(self._room.desk, act.today.year)
            said = PaperWords(act.facts.language).say(f"OUTCOME_{outcome}")
            forms = self._papers(act, number, checked, said)
            act.record(kind(checked, number, forms, voids, pages_returned))
        register_forms(self._room.desk, number, forms)
        return number

    def _papers(
        self, act: Act, number: str, record: InterviewRecord, outcome: str
    ) -> tuple[FormFile, ...]:
        assessment = assessment_alone(self._room, act, number)
        made = record_of_interview(self._room, act, number, record, outcome)
        file = (assessment, made) if assessment else (made,)
        return (*file, cover_of_file(self._room, act, number, file, outcome))


def was_refused(facts: Facts) -> bool:
    """Say whether the last answer of the packs was a refusal, and nothing else is chosen."""
    if facts.opening_decision is not None and facts.opening_decision.is_refused:
        return True
    return facts.chosen is None and bool(facts.judged) and facts.judged[-1].decision.is_refused


def _checked(record: InterviewRecord) -> InterviewRecord:
    """Return the record, each item filled and free of promises. Clauses: S29, S53."""
    return replace(
        record,
        **{
            item: printed_lines(
                guarded_text(getattr(record, item), item, longest=LONGEST_ITEM, lines=True), item
            )
            for item in InterviewRecord.__dataclass_fields__
        },
    )
