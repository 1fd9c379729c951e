"""Receiving and finding clients: the document first, each mistake at its field, nothing lost."""

from collections.abc import Iterator
from datetime import date

import pytest
from tests.services.branch import Practice, Walk, details_of, practice, resident_id

from advisor_desk.domain.languages import Language
from advisor_desk.ui.screens.clients.file import File
from advisor_desk.ui.screens.clients.finder import Finder
from advisor_desk.ui.screens.clients.new_client import NewClient, Typed
from advisor_desk.ui.words import Wording

WORDS = Wording(Language.zh_TW)
BORN = date(1984, 3, 8)


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Practice]:
    with practice(tmp_path_factory.mktemp("branch")) as made:
        yield made


def typed(order: int, **differs: str) -> Typed:
    page = Typed(
        number=resident_id(BORN, order),
        born=str(BORN),
        name="何示例",
        phone="13900010417",
        account="4821",
    )
    for name, text in differs.items():
        setattr(page, name, text)
    return page


def receiving(at: Practice, page: Typed) -> NewClient:
    presenter = NewClient(at.interviews)
    presenter.typed = page
    return presenter


def test_a_client_is_recorded_and_found_by_name_sound_and_tails(at: Practice) -> None:
    presenter = receiving(at, typed(301, name="歐陽示例"))
    client = presenter.record(WORDS)
    assert client is not None
    finder = Finder(at.interviews)
    for text in ("歐陽", "ouyang", "oysl", "0417"):
        finder.text = text
        assert client in [row.client for row in finder.rows(WORDS)], text
    finder.text = "沒有這個人"
    assert finder.rows(WORDS) == ()


@pytest.mark.parametrize(
    ("field", "differs"),
    [
        ("document", {"number": resident_id(BORN, 302)[:-1] + "?"}),
        ("document", {"number": "990101198403081220"}),
        ("born", {"born": "1984-03-09"}),
        ("born", {"born": "昨天"}),
        ("name", {"name": ""}),
        ("name", {"name": "何\u202e示例"}),
        ("name", {"name": "何" * 101}),
        ("phone", {"phone": "12"}),
        ("account_tail", {"account": "48211"}),
    ],
)
def test_each_mistake_is_said_at_its_field_and_nothing_is_recorded(
    at: Practice, field: str, differs: dict[str, str]
) -> None:
    presenter = receiving(at, typed(302, **differs))
    assert presenter.record(WORDS) is None
    assert list(presenter.typed.errors) == [field]
    assert presenter.typed.phone == differs.get("phone", "13900010417")


@pytest.mark.parametrize(
    "name", ["何", "何" * 34], ids=["one character", "as long as a form holds"]
)
def test_the_shortest_and_the_longest_name_are_taken(at: Practice, name: str) -> None:
    presenter = receiving(at, typed(310 + len(name), name=name))
    assert presenter.record(WORDS) is not None, presenter.typed.errors


def test_a_client_who_stands_in_the_book_already_is_offered(at: Practice) -> None:
    first = receiving(at, typed(350)).record(WORDS)
    again = receiving(at, typed(350, name="另一名"))
    assert again.record(WORDS) is None
    assert again.typed.known == first
    assert "document" in again.typed.errors


@pytest.mark.parametrize(
    ("born", "tone"),
    [("2008-11-24", "warn"), ("2008-11-23", "ok"), ("1961-11-24", "ok"), ("1961-11-23", "warn")],
    ids=["the day before 18", "18 today", "the day before 65", "65 today"],
)
def test_what_the_age_means_is_said_at_once(at: Practice, born: str, tone: str) -> None:
    presenter = receiving(at, typed(360, number="", born=born))
    assert presenter.age_class(WORDS)[0] == tone


def test_the_number_itself_says_the_birth_date(at: Practice) -> None:
    presenter = receiving(at, typed(361, born=""))
    assert presenter.born_on_document() == BORN
    presenter.typed.kind = "passport"
    assert presenter.born_on_document() is None


def test_a_correction_needs_its_reason_and_changes_the_record(at: Practice) -> None:
    client = at.interviews.clients.record(details_of(BORN, 370))
    presenter = NewClient(at.interviews, client)
    presenter.typed = typed(370, name="更正示例")
    assert presenter.record(WORDS) is None
    assert "reason" in presenter.typed.errors
    presenter.reason = "姓名打錯"
    assert presenter.record(WORDS) == client
    assert File(at.interviews, client, "看").file.client.name == "更正示例"


def test_the_card_says_grade_by_grade_what_is_allowed(at: Practice) -> None:
    walk = Walk(at, order=380).until("result")
    file = File(at.interviews, walk.client, "準備面談")
    grade = walk.facts.assessment
    assert grade is not None
    assert grade.grade is not None
    tones = [column.tone for column in file.columns(WORDS)]
    assert tones[: grade.grade.level] == ["ok"] * grade.grade.level
    assert set(tones[grade.grade.level :]) <= {"stop"}
    assert file.under_way() == walk.interview
    assert [pot.name for pot in file.pots(WORDS)]


def test_an_interview_begins_with_a_purpose_that_fits_its_box(at: Practice) -> None:
    client = at.interviews.clients.record(details_of(BORN, 381))
    file = File(at.interviews, client, "準備面談")
    assert file.begin(WORDS) == ""
    assert file.error
    file.purpose = "定期到期"
    file.speak("en")
    interview = file.begin(WORDS)
    assert at.interviews.facts(interview).language is Language.en
    assert file.error == ""
