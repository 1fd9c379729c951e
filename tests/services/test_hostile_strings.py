"""Whatever is typed into any field is kept exactly, or refused by the field's name; never else."""

import unicodedata
from collections.abc import Callable, Iterator
from itertools import count

import pytest
from tests.hostile import hostile_strings
from tests.services.branch import ADVISER, RECORD, Practice, Walk
from tests.services.hostile_branch import hostile_branch
from tests.services.text_fields import (
    IN_EVENTS,
    IN_INTERVIEWS,
    RECORD_FIELDS,
    InEvent,
    InInterview,
    record_of,
    register,
)
from tests.services.wish_fields import IN_WISHES, walked

from advisor_desk.domain import fold
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.interview_events import Undone
from advisor_desk.domain.languages import Language
from advisor_desk.domain.trouble import BadInput, Trouble
from advisor_desk.packs.phrase_guard import guarded_text
from advisor_desk.packs.wording import trouble_text
from advisor_desk.services import closing
from advisor_desk.services.printed import printed_lines, printed_text
from advisor_desk.store.ledger import Ledger

STRINGS = hostile_strings()
ORDERS = count(200)  # of invented ID numbers


@pytest.fixture(scope="module")
def at() -> Iterator[Practice]:
    with hostile_branch() as made:
        yield made


def walk_to(at: Practice, stage: str) -> Walk:
    walk = Walk(at, order=next(ORDERS))
    if stage == "finished":
        walk.until("opening").do.closing.end_without_sale(walk.interview, RECORD)
        return walk
    return walked(walk, stage)


def kept_form(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


def assert_said(trouble: Trouble, field: str, text: str) -> None:
    assert trouble.facts["field"] == field, (text, trouble)
    for language in Language:
        assert trouble_text(trouble, language), (text, language)


def sorted_out(
    book: Ledger, row: InEvent | InInterview, act: Callable[[str], object]
) -> dict[int, str]:
    """Try every string; return those taken by the place of their event."""
    taken: dict[int, str] = {}
    for text in STRINGS:
        head = book.head()
        try:
            act(text)
        except Trouble as trouble:
            assert_said(trouble, row.field, text)
            assert book.head() == head, text
        else:
            if book.head() != head:
                taken[head.seq + 1] = row.spelled(kept_form(text))
    assert len(taken) < len(STRINGS)
    return taken


@pytest.mark.parametrize("name", IN_INTERVIEWS)
def test_a_text_of_an_interview(at: Practice, name: str) -> None:
    row: InInterview = IN_INTERVIEWS[name]
    walk = walk_to(at, row.stage)
    interviews: set[str] = set()

    def act(text: str) -> None:
        row.give(walk, text)
        interviews.add(walk.interview)
        row.after(walk)

    taken = sorted_out(at.desk.book, row, act)
    found = {
        seq: row.read(facts)
        for interview in interviews
        for seq, facts in folded_anew(at.desk.book, interview)
        if seq in taken
    }
    assert found == taken


def folded_anew(book: Ledger, interview: str) -> Iterator[tuple[int, Facts]]:
    """Give the facts after each event as the book has it; an undone one is the last."""
    facts: Facts | None = None
    before: Facts | None = None
    for recorded in book.events(fold.SUBJECT + interview):
        if isinstance(recorded.event, Undone):
            facts = before
            continue
        before, facts = facts, fold.apply(facts, recorded)
        yield recorded.seq, facts


@pytest.mark.parametrize("name", [*IN_EVENTS, *IN_WISHES])
def test_a_text_of_a_client_a_person_or_an_act(
    at: Practice, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")  # no print service is asked about invented queues
    row: InEvent = (IN_WISHES if name in IN_WISHES else IN_EVENTS)[name]
    walk = walk_to(at, row.stage)
    book = at.desk.branch if row.of_branch else at.desk.book
    register(walk)  # its person is seated before the strings are typed
    row.first(walk)
    before = book.head().seq
    taken = sorted_out(book, row, lambda text: row.give(walk, text))
    found = {
        one.seq: row.read(one.event)
        for one in book.every_event()
        if one.seq > before and one.seq in taken
    }
    assert found == taken
    at.certificate(ADVISER.certificate)


def writable(text: str) -> bool:
    try:
        printed_lines(guarded_text(text, "x", longest=closing.LONGEST_ITEM, lines=True), "x")
    except BadInput:
        return False
    return True


def joined(texts: list[str], longest: int, between: str) -> Iterator[str]:
    """Put texts together as far as they fit, for an act that is possible only once."""
    whole = ""
    for text in texts:
        more = whole + between + text if whole else text
        if len(more) > longest:
            yield whole
            more = text
        whole = more
    yield whole


ENDS = {"end_without_sale": "opening", "stop_by_rule": "choose", "make_record": "handover"}


def at_the_end(at: Practice, end: str) -> Walk:
    if end != "stop_by_rule":
        return walk_to(at, ENDS[end])
    walk = Walk(at, order=next(ORDERS), product="DEMO-R4-001").until("portfolio")
    walk.choose()
    return walk


@pytest.mark.parametrize("end", ENDS)
def test_the_items_of_the_interview_record(at: Practice, end: str) -> None:
    walk = at_the_end(at, end)
    act = getattr(walk.do.closing, end)
    refused = [text for text in STRINGS if not writable(text)]
    for item in RECORD_FIELDS:
        for text in refused:
            head = at.desk.book.head()
            with pytest.raises(Trouble) as caught:
                act(walk.interview, record_of(text, item))
            assert_said(caught.value, item, text)
            assert at.desk.book.head() == head, text
    taken = [kept_form(text) for text in STRINGS if writable(text)]
    lines = list(joined(taken, closing.LONGEST_ITEM, "\n"))
    for number, text in enumerate(lines if end == "end_without_sale" else lines[:1]):
        if number:
            walk = at_the_end(at, end)
        act(walk.interview, record_of(text))
        found = fold.fold(at.desk.book.events(fold.SUBJECT + walk.interview))
        assert found
        assert found.record == record_of(text)


def test_the_reason_for_a_repeated_assessment(at: Practice) -> None:
    walk = walk_to(at, "needs")
    walk.answer()
    taken = []
    for text in STRINGS:
        try:
            printed_text(text, "x", longest=100)
        except BadInput:
            head = at.desk.book.head()
            with pytest.raises(Trouble) as caught:
                walk.do.assessments.confirm_answers(walk.interview, text)
            assert_said(caught.value, "repeat_reason", text)
            assert at.desk.book.head() == head, text
        else:
            taken.append(kept_form(text))
    for text in joined(taken, 100, " "):
        one = walk_to(at, "needs")
        one.answer()
        one.do.assessments.confirm_answers(one.interview, text)
        found = fold.fold(at.desk.book.events(fold.SUBJECT + one.interview))
        assert found
        assert found.assessment
        assert found.assessment.repeat_reason == text
