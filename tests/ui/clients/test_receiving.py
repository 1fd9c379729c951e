"""Receiving and finding clients: the document first, each mistake at its field, nothing lost."""

from dataclasses import replace
from datetime import date

import pytest
from tests.services.branch import Practice, Walk, details_of, resident_id

from advisor_desk.domain.languages import Language
from advisor_desk.ui.screens.clients.file import File
from advisor_desk.ui.screens.clients.finder import Finder
from advisor_desk.ui.screens.clients.new_client import NewClient, Typed
from advisor_desk.ui.words import Wording

WORDS = Wording(Language.zh_TW)
BORN = date(1984, 3, 8)


def typed(order: int, **differs: str) -> Typed:
    page = Typed(
        number=resident_id(BORN, order),
        born=str(BORN),
        name=f"何示例{order}",
        phone="13900010417",
        account="4821",
    )
    return replace(page, **differs)


def receiving(at: Practice, page: Typed) -> NewClient:
    return NewClient(at.interviews, typed=page)


def wrong(presenter: NewClient) -> list[str]:
    return sorted(presenter.errors(WORDS))


def test_a_client_is_recorded_and_found_by_name_sound_and_tails(at: Practice) -> None:
    presenter = receiving(at, typed(301, name="歐陽示例"))
    client = presenter.record()
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
        ("born", {"born": "1984-W10-4"}),
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
    assert presenter.record() is None
    assert wrong(presenter) == [field]
    assert all(presenter.errors(Wording(one))[field] for one in Language)
    assert presenter.typed.phone == differs.get("phone", "13900010417")


@pytest.mark.parametrize(
    "name", ["何", "何" * 34], ids=["one character", "as long as a form holds"]
)
def test_the_shortest_and_the_longest_name_are_taken(at: Practice, name: str) -> None:
    presenter = receiving(at, typed(310 + len(name), name=name))
    assert presenter.record() is not None, wrong(presenter)


def test_a_client_who_stands_in_the_book_already_is_offered(at: Practice) -> None:
    first = receiving(at, typed(350)).record()
    again = receiving(at, typed(350, name="另一名"))
    assert again.record() is None
    assert again.known == first
    assert wrong(again) == ["document"]


@pytest.mark.parametrize(
    ("born", "tone"),
    [("2008-11-24", "warn"), ("2008-11-23", "ok"), ("1961-11-24", "ok"), ("1961-11-23", "warn")],
    ids=["the day before 18", "18 today", "the day before 65", "65 today"],
)
def test_what_the_age_means_is_said_at_once(at: Practice, born: str, tone: str) -> None:
    presenter = receiving(at, typed(360, number="", born=born))
    assert presenter.age_class(WORDS)[0] == tone


def test_a_birth_date_to_come_is_said_to_be_that_and_no_age_stands_beside_a_mismatch(
    at: Practice,
) -> None:
    presenter = receiving(at, typed(362, born="2030-01-01"))
    presenter.left("born")
    assert presenter.errors(WORDS)["born"] == WORDS.say("CLIENT_WRONG_BORN_AFTER_TODAY")
    for born in ("1985-03-08", "1984-13-08", "2030-01-01"):
        presenter.typed = replace(presenter.typed, born=born)
        assert presenter.age_class(WORDS) == ("", ""), born


def test_the_number_itself_says_the_birth_date(at: Practice) -> None:
    presenter = receiving(at, typed(361, born=""))
    assert presenter.born_on_document() == BORN
    wide = "".join(chr(ord(one) + 0xFEE0) for one in presenter.typed.number)
    presenter.typed = replace(presenter.typed, number=wide)
    assert presenter.born_on_document() == BORN
    presenter.typed = replace(presenter.typed, kind="passport")
    assert presenter.born_on_document() is None


def test_a_correction_needs_its_reason_and_changes_the_record(at: Practice) -> None:
    client = at.interviews.clients.record(details_of(BORN, 370))
    presenter = NewClient(at.interviews, client, typed(370, name="更正示例"))
    assert presenter.record() is None
    assert wrong(presenter) == ["reason"]
    presenter.typed = replace(presenter.typed, reason="姓名打錯")
    assert presenter.record() == client
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
    assert file.begin() == ""
    assert file.problem(WORDS)
    file.purpose = "定期到期"
    file.speak("en")
    interview = file.begin()
    assert at.interviews.facts(interview).language is Language.en
    assert file.problem(WORDS) == ""


def test_a_field_is_judged_when_it_is_left_and_never_while_it_is_empty(at: Practice) -> None:
    presenter = receiving(at, typed(390, number="", phone="12"))
    presenter.left("document")
    assert wrong(presenter) == []
    presenter.left("phone")
    assert wrong(presenter) == ["phone"]
    presenter.typed = replace(presenter.typed, phone="13900010417")
    presenter.left("name")
    assert wrong(presenter) == []


def test_everything_that_is_wrong_is_said_at_once(at: Practice) -> None:
    page = Typed(number="123", born="1984-13-01", name="", phone="x", account="48211")
    presenter = receiving(at, page)
    assert presenter.record() is None
    assert wrong(presenter) == ["account_tail", "born", "document", "name", "phone"]


def test_a_document_that_is_known_is_said_when_the_number_is_left(at: Practice) -> None:
    client = at.interviews.clients.record(details_of(BORN, 391))
    presenter = receiving(at, Typed(number=resident_id(BORN, 391)))
    presenter.left("document")
    assert (presenter.known, wrong(presenter)) == (client, ["document"])
    presenter.typed = replace(presenter.typed, number=resident_id(BORN, 392))
    presenter.left("document")
    assert (presenter.known, wrong(presenter)) == ("", [])


def test_a_correction_does_not_meet_itself(at: Practice) -> None:
    client = at.interviews.clients.record(details_of(BORN, 393))
    page = replace(typed(393), reason="電話換了")
    presenter = NewClient(at.interviews, client, page)
    assert presenter.record() == client, wrong(presenter)


def test_the_dates_typed_and_on_the_document_are_compared(at: Practice) -> None:
    presenter = receiving(at, typed(394, born=""))
    assert presenter.dates_agree() is None
    presenter.typed = replace(presenter.typed, born=str(BORN))
    assert presenter.dates_agree() is True
    presenter.typed = replace(presenter.typed, born="1984-03-09")
    assert presenter.dates_agree() is False


def test_two_who_may_be_one_are_shown_before_the_second_is_recorded(at: Practice) -> None:
    first = at.interviews.clients.record(details_of(BORN, 395, "雙示例"))
    page = typed(396, kind="passport", number="E12345678", name="雙示例")
    presenter = receiving(at, page)
    assert presenter.record() is None
    assert [twin.client for twin in presenter.twins] == [first]
    assert wrong(presenter) == []
    another = presenter.record(is_another=True)
    assert another not in {None, first}


def test_what_was_cleared_can_be_put_back(at: Practice) -> None:
    page = typed(397)
    presenter = receiving(at, page)
    presenter.clear()
    assert presenter.is_empty
    assert presenter.may_put_back
    presenter.put_back()
    assert presenter.typed == page
    assert not presenter.may_put_back
