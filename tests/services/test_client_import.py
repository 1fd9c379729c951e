"""A list of clients: each row checked as by hand, one act for all, taken back, columns kept."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.services.branch import Practice, Walk, details_of, practice, resident_id
from tests.services.lists import BORN, CN_HEADER, EN_HEADER, HEADER, kept_file, row, table

from advisor_desk.domain.client import Client, ClientCorrected, DocumentKind
from advisor_desk.domain.import_events import ClientsImported, ColumnsMatched, ImportUndone
from advisor_desk.domain.languages import Language
from advisor_desk.domain.trouble import BadInput, NotPermitted
from advisor_desk.packs.delimited import Delimited, delimited
from advisor_desk.packs.wording import trouble_text
from advisor_desk.services.client_import import FIELDS, ClientImport
from advisor_desk.services.importing import Outcome, Preview
from advisor_desk.services.interviews import Interviews

ALL = dict(zip(FIELDS, range(len(FIELDS)), strict=True))
WAY = Language.zh_TW


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Practice]:
    """A branch in whose book nothing is ever recorded."""
    with practice(tmp_path_factory.mktemp("branch")) as made:
        yield made


def lists(at: Practice) -> ClientImport:
    return at.interviews.client_import


def seen(at: Practice, read: Delimited) -> Preview[Client]:
    return lists(at).preview(read, lists(at).columns(read), WAY)


def take(at: Practice, read: Delimited) -> tuple[str, ...]:
    return lists(at).take(read, lists(at).columns(read), WAY)


def names(at: Practice) -> list[object]:
    return [one["name"] for one in at.interviews.clients.listed(None)]


def sound(at: Practice) -> bool:
    return at.desk.book.verify(deep=True) == ()


# Columns.


@pytest.mark.parametrize("header", [HEADER, EN_HEADER, CN_HEADER, tuple(reversed(HEADER))])
def test_headings_say_which_column_holds_what(untouched: Practice, header: tuple[str, ...]) -> None:
    one = row(1)
    if header[0] != HEADER[0] and header[-1] == HEADER[0]:
        one = dict(reversed(one.items()))
    columns = lists(untouched).columns(table(one, header=header))
    assert {field: list(one)[place] for field, place in columns.items()} == dict(
        zip(FIELDS, FIELDS, strict=True)
    )


def test_what_no_heading_speaks_of_is_known_by_what_stands_in_it(untouched: Practice) -> None:
    header = ("a", "b", "c", "d", "e", "f", "g")
    assert lists(untouched).columns(table(row(1), row(2), header=header)) == ALL


def test_a_changed_column_is_kept_for_the_next_file_of_that_header(at: Practice) -> None:
    header = ("姓名", "備註", "證件號碼", "出生日期", "手機", "帳號尾號", "工號")
    changed = {"name": 0, "document": 2, "phone": 4, "account_tail": 5}
    first = table(row(1, kind="", language="7"), header=header)
    assert lists(at).columns(first) != changed
    lists(at).take(first, changed, WAY)
    at.again()
    assert lists(at).columns(table(row(2), header=header)) == changed
    assert lists(at).columns(table(row(2))) == ALL
    lists(at).take(table(row(2), header=header), changed, WAY)
    kept = [one for one in at.desk.book.every_event() if isinstance(one.event, ColumnsMatched)]
    assert len(kept) == 1
    assert sound(at)


def test_a_field_without_a_column_is_asked_for_and_nothing_is_judged(untouched: Practice) -> None:
    columns = {field: place for field, place in ALL.items() if field not in {"phone", "kind"}}
    found = lists(untouched).preview(table(row(1)), columns, WAY)
    assert found.missing == ("phone",)
    assert [one.outcome for one in found.rows] == [Outcome.open]
    with pytest.raises(BadInput, match="COLUMN_MISSING"):
        lists(untouched).take(table(row(1)), columns, WAY)


# Rows.


@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({"name": " "}, "name", "TEXT_EMPTY"),
        ({"name": "陳" * 101}, "name", "TEXT_TOO_LONG"),
        ({"name": "陳\u202e大文"}, "name", "TEXT_CHARACTER_REFUSED"),
        ({"name": "陳\n大文"}, "", "ROW_QUOTES"),
        ({"name": '=HYPERLINK("http://example","陳")'}, "name", "CELL_FORMULA"),
        ({"name": "@SUM(A1)"}, "name", "CELL_FORMULA"),
        ({"name": "-2+3"}, "name", "CELL_FORMULA"),
        ({"kind": "駕照"}, "kind", "CELL_KIND"),
        ({"document": "3.10101E+17"}, "document", "CELL_ROUNDED"),
        ({"document": "990101198403080011"}, "document", "DOCUMENT_NUMBER_WRONG"),
        ({"document": "E1234567"}, "document", "DOCUMENT_NUMBER_SHAPE"),
        ({"document": ""}, "document", "DOCUMENT_NUMBER_SHAPE"),
        ({"born": "1984-03-09"}, "born", "BIRTH_DATE_DIFFERS"),
        ({"born": "08/03/1984"}, "born", "CELL_DAY"),
        ({"born": "30749"}, "born", "CELL_DAY"),
        ({"born": "1984-02-30"}, "born", "CELL_DAY"),
        ({"born": "三月"}, "born", "CELL_DAY"),
        ({"phone": "1.39E+10"}, "phone", "CELL_ROUNDED"),
        ({"phone": "無"}, "phone", "PHONE_UNREADABLE"),
        ({"phone": "=1+1"}, "phone", "CELL_FORMULA"),
        ({"account_tail": "821"}, "account_tail", "ACCOUNT_TAIL_UNREADABLE"),
        ({"account_tail": "6222021234564821"}, "account_tail", "ACCOUNT_TAIL_UNREADABLE"),
        ({"language": "法語"}, "language", "CELL_LANGUAGE"),
    ],
)
def test_a_mistake_is_found_in_its_cell(
    untouched: Practice, given: dict[str, str], field: str, code: str
) -> None:
    (one,) = seen(untouched, table(row(1, **given))).rows
    assert one.outcome is Outcome.refused
    assert [(fault.field, fault.trouble.code) for fault in one.faults] == [(field, code)]
    for language in Language:
        assert trouble_text(one.faults[0].trouble, language, field=field)


@pytest.mark.parametrize(
    "given",
    [
        {"born": "19840308"},
        {"born": "1984/3/8"},
        {"born": "1984.03.08"},
        {"born": "1984年3月8日"},
        {"born": "8 March 1984"},
        {"born": "１９８４－０３－０８"},
        {"born": "1984/3/8 0:00:00"},
        {"born": "1984-03-08 00:00"},
        {"born": ""},
        {"kind": ""},
        {"kind": "身份证"},
        {"document": f'="{resident_id(BORN, 1)}"'},
        {"document": f"'{resident_id(BORN, 1)}"},
        {"document": "".join(chr(ord(c) + 0xFEE0) for c in resident_id(BORN, 1))},
        {"document": f" {resident_id(BORN, 1)}\t"},
        {"phone": "１３９ ００００ ０００１"},
        {"account_tail": '="0001"'},
        {"language": ""},
        {"language": "zh_TW"},
    ],
)
def test_a_cell_written_otherwise_says_the_same(untouched: Practice, given: dict[str, str]) -> None:
    (one,) = seen(untouched, table(row(1, **given))).rows
    (usual,) = seen(untouched, table(row(1))).rows
    assert one.item is not None
    assert usual.item is not None
    assert (one.item.document, one.item.born) == (usual.item.document, BORN)
    assert one.item.account_tail == "0001"
    assert one.item.language is WAY


def test_every_mistake_of_a_row_and_of_a_file_is_told_at_once(untouched: Practice) -> None:
    read = table(
        row(1, born="x", phone="x", account_tail="x"), row(2), row(3, name="", language="x")
    )
    faults = [(one.line, fault.field) for one in seen(untouched, read).rows for fault in one.faults]
    assert faults == [
        (2, "born"),
        (2, "phone"),
        (2, "account_tail"),
        (4, "name"),
        (4, "language"),
    ]


def test_a_row_of_the_wrong_length_is_refused_as_a_whole(untouched: Practice) -> None:
    text = '姓名,證件號碼,手機,帳號尾號\n陳大文,a,b,c,d\n陳大文\n"陳,a,b,c\n'
    found = seen(untouched, delimited(text.encode(), "list.csv"))
    codes = [one.faults[0].trouble.code for one in found.rows]
    assert codes == ["ROW_CELLS", "ROW_CELLS", "ROW_QUOTES"]
    assert found.count(Outcome.refused) == len(found.rows)


def test_the_second_row_of_one_document_is_refused_and_names_the_first(
    untouched: Practice,
) -> None:
    first, second, third = seen(untouched, table(row(1), row(2), row(1, name="陈大文"))).rows
    assert (first.outcome, second.outcome) == (Outcome.new, Outcome.new)
    assert third.outcome is Outcome.refused
    assert third.faults[0].trouble.facts["line"] == "2"


def test_other_papers_are_taken_by_their_kind(untouched: Practice) -> None:
    (one,) = seen(untouched, table(row(1, kind="Passport", document="e1234567", born=""))).rows
    assert one.item is not None
    assert one.item.document.kind is DocumentKind.passport
    assert one.item.document.number == "E1234567"
    assert one.item.born is None


# One act.


def test_a_list_is_taken_in_as_one_act(at: Practice, tmp_path: Path) -> None:
    read = kept_file(tmp_path, row(1), row(2, name="李小明"), row(3, phone="x"))
    before = at.desk.book.head().seq
    clients = take(at, read)
    assert len(clients) == 2
    assert sorted(map(str, names(at))) == ["李小明", "陳大文"]
    last = list(at.desk.book.every_event())[-1]
    assert last.event == ClientsImported("list.csv", read.sha256, 3, clients)
    assert last.seq == before + 3
    assert sound(at)


def test_the_same_list_again_holds_nobody_new(at: Practice) -> None:
    take(at, table(row(1), row(2)))
    found = seen(at, table(row(1, name="別名"), row(2), row(3)))
    assert [one.outcome for one in found.rows] == [Outcome.known, Outcome.known, Outcome.new]
    with pytest.raises(BadInput, match="LIST_NOTHING_NEW"):
        take(at, table(row(1), row(2)))
    take(at, table(row(1), row(2), row(3)))
    assert at.interviews.clients.count() == 3


def test_a_name_that_stands_in_the_book_is_pointed_out(at: Practice) -> None:
    at.interviews.clients.record(details_of(BORN, 7, "陈大文"))
    found = seen(at, table(row(1), row(2, name="李小明")))
    assert [one.is_like_another for one in found.rows] == [True, False]


def test_whoever_serves_no_clients_takes_in_no_list(at: Practice) -> None:
    read = table(row(1))
    desk = at.station.training_desk()
    with pytest.raises(NotPermitted, match="ROLE_DOES_NOT_SERVE"):
        Interviews(desk).client_import.take(read, ALL, WAY)


def test_what_fails_in_the_middle_leaves_nobody(
    at: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = at.desk.book.head()
    with monkeypatch.context() as broken:
        broken.setattr("advisor_desk.store.writing.sound_of", _fails_at_the_third())
        with pytest.raises(OSError, match="third"):
            take(at, table(row(1), row(2), row(3)))
    assert at.desk.book.head() == before
    assert at.interviews.clients.count() == 0
    assert sound(at)
    assert len(take(at, table(row(1), row(2), row(3)))) == 3


def _fails_at_the_third() -> object:
    left = iter(["a", "b"])

    def sound_of(_name: str) -> str:
        try:
            return next(left)
        except StopIteration:
            raise OSError("the third") from None

    return sound_of


# Taking back.


def test_a_list_is_taken_back_and_nobody_of_it_is_found_any_more(at: Practice) -> None:
    at.interviews.clients.record(details_of(BORN, 7, "趙一"))
    clients = take(at, table(row(1), row(2)))
    at.again()
    undone = lists(at).undo()
    assert (undone.gone, undone.kept) == (clients, ())
    assert names(at) == ["趙一"]
    assert at.interviews.clients.count() == 1
    assert at.interviews.clients.find("陳大文") == ()
    assert [one["name"] for one in at.interviews.clients.recent()] == ["趙一"]
    assert at.interviews.search("13900000001").clients == ()
    with pytest.raises(BadInput, match="CLIENT_UNKNOWN"):
        at.interviews.clients.open_file(clients[0], "looking")
    with pytest.raises(BadInput, match="IMPORT_NONE"):
        lists(at).undo()
    assert sound(at)


def test_whoever_was_taken_back_can_come_again_under_a_new_number(at: Practice) -> None:
    before = take(at, table(row(1)))
    lists(at).undo()
    after = take(at, table(row(1)))
    assert set(before) & set(after) == set()
    assert names(at) == ["陳大文"]
    assert sound(at)


def test_an_interview_or_a_correction_keeps_a_client(at: Practice) -> None:
    met, corrected, looked, plain = take(at, table(row(1), row(2, name="李二"), row(3), row(4)))
    walk = Walk(at, client=met)
    walk.begin()
    at.interviews.clients.correct(corrected, details_of(BORN, 2, "李正"), "誤")
    at.interviews.clients.open_file(looked, "looking")
    undone = lists(at).undo()
    assert [(one.client, one.name, one.why) for one in undone.kept] == [
        (met, "陳大文", "interview"),
        (corrected, "李正", "changed"),
    ]
    assert undone.gone == (looked, plain)
    last = list(at.desk.book.every_event())[-1].event
    assert isinstance(last, ImportUndone)
    assert last.kept == (met, corrected)
    assert sorted(map(str, names(at))) == ["李正", "陳大文"]
    assert sound(at)


def test_where_everybody_stays_nothing_is_recorded(at: Practice) -> None:
    (client,) = take(at, table(row(1)))
    at.interviews.clients.correct(client, details_of(BORN, 1, "李正"), "誤")
    before = at.desk.book.head()
    assert lists(at).undo().gone == ()
    assert at.desk.book.head() == before
    assert isinstance(list(at.desk.book.every_event())[-1].event, ClientCorrected)


def test_the_last_list_alone_can_be_taken_back(at: Practice) -> None:
    take(at, table(row(1)))
    (second,) = take(at, table(row(2)))
    found = lists(at).last()
    assert found is not None
    assert found.clients == (second,)
    lists(at).undo()
    assert lists(at).last() is None
    assert at.interviews.clients.count() == 1


# Any file at all.

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12) | st.sampled_from(
    ["=1+1", "1,5", '"', '""', "1984-03-08", "０１２", "\r", ";", "1E+5", resident_id(BORN, 1)]
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.lists(TEXTS, min_size=7, max_size=7), min_size=1, max_size=6))
def test_whatever_stands_in_the_cells_each_row_is_judged_or_said_to_be_wrong(
    untouched: Practice, cells: list[list[str]]
) -> None:
    rows = [dict(zip(FIELDS, one, strict=True)) for one in cells]
    try:
        read = table(*rows)
    except BadInput as refused:
        assert refused.code in {"LIST_EMPTY", "LIST_ENCODING"}  # noqa: PT017 - both are answers
        return
    found = lists(untouched).preview(read, ALL, WAY)
    assert len(found.rows) == len(read.rows)
    for one in found.rows:
        assert (one.outcome is Outcome.new) == (one.item is not None)
        assert (one.outcome is Outcome.refused) == bool(one.faults)
        for fault in one.faults:
            for language in Language:
                assert trouble_text(fault.trouble, language, field=fault.field)


def test_todays_children_and_tomorrows_are_told_apart(untouched: Practice) -> None:
    later = date(2026, 12, 1)
    one = row(1, document=resident_id(later), born=later.isoformat())
    (found,) = seen(untouched, table(one)).rows
    assert [fault.trouble.code for fault in found.faults] == ["BORN_AFTER_TODAY"]


def test_whoever_receives_clients_without_a_certificate_may_take_in_a_list(at: Practice) -> None:
    at.certificate(None)
    assert len(take(at, table(row(1)))) == 1
