"""No adviser's text that a client may read, or that is printed, holds a promise. Clause: S29.

Every text field there is stands in one of the lists here; a new one has to be put into one.
"""

from collections.abc import Iterator

import pytest
from tests.services.branch import Practice, Walk
from tests.services.hostile_branch import hostile_branch
from tests.services.test_hostile_strings import walk_to
from tests.services.text_fields import IN_EVENTS, IN_INTERVIEWS, InEvent

from advisor_desk.domain.trouble import BadInput

FIELDS = {**IN_EVENTS, **IN_INTERVIEWS}
PROMISES = ("這款穩 賺", "ｇｕａｒａｎｔｅｅｄ 4%")

GUARDED = {
    "Assessments.begin_retake.reason",  # on F2
    "Assessments.discuss_result.words",
    "Assessments.give_answer.reason",  # the client confirms it
    "Clients.enter_other_assessment.entered.reason",  # on F2
    "Flow.note.words",
    "Flow.pause.reason",  # on the slip
    "Needs.record_pot.name",  # large on the client's screen, and on the forms
    "Opening.open_interview.visit.purpose",  # on F7
    "Opening.state_recording.reason_none",
    "Portfolio.keep_portfolio.reason",
    "Portfolio.make_suggestion.words",
    "Presentations.put_off_element.reason",
}
IN_THE_CLIENTS_WORDS = {  # kept as they were said: a wish for safety is the client's own
    "Needs.record_needs.answers.reason",
    "Needs.record_needs.answers.words",
    "Needs.record_pot.source",
    "Presentations.say_back.words",
    "Purchases.open_product.words",
}
NAMES_AND_NUMBERS = {name for name in FIELDS if name.split(".")[-1] in {
    "account_tail", "copy", "document_number", "folder", "name", "number", "phone", "post",
    "proof_number", "relation", "staff_no", "to",
}} - {"Needs.record_pot.name"}  # fmt: skip
KEPT_IN_THE_BANK = {  # never printed, never on the client's screen
    "Clients.correct.reason",
    "Clients.enter_other_assessment.entered.paper_seen",
    "Clients.enter_other_assessment.entered.questionnaire",
    "Clients.open_file.why",
    "Flow.abandon.reason",
    "Flow.keep_draft.text",  # looked at by the act it is typed for
    "InterviewFiles.export.reason",
    "InterviewFiles.show.why",
    "Interviews.look_up.why",
    "Signing.void_set.reason",
}


@pytest.fixture(scope="module")
def at() -> Iterator[Practice]:
    with hostile_branch() as made:
        yield made


def test_every_text_there_is_was_thought_of() -> None:
    lists = (GUARDED, IN_THE_CLIENTS_WORDS, NAMES_AND_NUMBERS, KEPT_IN_THE_BANK)
    unsorted = FIELDS.keys() - set().union(*lists)
    assert unsorted == set(), "who reads it? put it into one of the lists"
    assert sum(len(one) for one in lists) == len(FIELDS)


@pytest.mark.parametrize("name", sorted(GUARDED))
def test_a_promise_is_refused_and_nothing_is_recorded(at: Practice, name: str) -> None:
    field = FIELDS[name]
    walk: Walk = walk_to(at, field.stage)
    if isinstance(field, InEvent):
        field.first(walk)
    heads = []
    for promise in (*PROMISES, PROMISES[0]):
        with pytest.raises(BadInput, match="PHRASE_NOT_ALLOWED") as refused:
            field.give(walk, promise)
        assert refused.value.facts["field"] == field.field
        heads.append(at.desk.book.head())
    assert len(set(heads)) == 1


def test_the_reason_for_a_repeat_is_guarded_too(at: Practice) -> None:
    walk = walk_to(at, "needs")
    walk.answer()
    with pytest.raises(BadInput, match="PHRASE_NOT_ALLOWED"):
        walk.do.assessments.confirm_answers(walk.interview, PROMISES[0])
