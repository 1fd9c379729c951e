"""The opening without a screen: who is here, what is typed, what the rules say to it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.services.branch import Practice, Walk, details_of, practice, resident_id
from tests.ui.opening.pages import opened

from advisor_desk.domain.client import DocumentKind, IdentityDocument
from advisor_desk.domain.interview import PartyRole, State
from advisor_desk.domain.interview_events import Party
from advisor_desk.ui.interview.typed import Typed
from advisor_desk.ui.screens.opening.guardian import YES
from advisor_desk.ui.screens.opening.presenter import OpeningPresenter, Turned
from advisor_desk.ui.screens.opening.recording import RecordingMode

BORN = date(1985, 5, 20)
MINOR = date(2011, 3, 8)


ORDER = iter(range(100, 999))


def begun(at: Practice, born: date = BORN) -> tuple[Walk, OpeningPresenter]:
    walk = Walk(at, born=born, order=next(ORDER)).begin()
    return walk, OpeningPresenter(opened(walk))


def number_of(walk: Walk) -> str:
    return resident_id(walk.born, walk.order)


def identify(walk: Walk, presenter: OpeningPresenter) -> bool:
    return presenter.identify_client("陳示例", "resident_id", number_of(walk), seen=True)


def test_name_and_number_of_the_record_identify_the_client(at: Practice) -> None:
    walk, presenter = begun(at)
    assert presenter.missing()[0] == "CLIENT_NOT_IDENTIFIED"
    assert identify(walk, presenter)
    assert presenter.is_identified
    assert presenter.client_line() == f"居民身份證，末四位 {number_of(walk)[-4:]}"
    assert "CLIENT_NOT_IDENTIFIED" not in presenter.lacking()


def test_a_corrected_record_says_why_the_client_is_compared_again(at: Practice) -> None:
    walk, presenter = begun(at)
    before = replace(details_of(BORN, walk.order), phone="13900000000")
    walk.do.clients.correct(walk.client, before, "not the number on the form")
    assert not presenter.is_corrected(), "nobody was compared yet"
    assert identify(walk, presenter)
    assert not presenter.is_corrected()
    after = replace(details_of(BORN, walk.order), phone="13911111111")
    walk.do.clients.correct(walk.client, after, "another number")
    presenter.interview.changed()
    assert not presenter.is_identified
    assert presenter.is_corrected()
    assert identify(walk, presenter)
    assert not presenter.is_corrected()


def test_without_having_seen_original_and_person_nothing_is_recorded(at: Practice) -> None:
    walk, presenter = begun(at)
    assert not presenter.identify_client("陳示例", "resident_id", number_of(walk), seen=False)
    assert presenter.client_form.errors.of("seen")
    assert walk.facts.parties == {}


@pytest.mark.parametrize(
    ("name", "number", "field"),
    [
        ("陳示例", "99010119850520123", "document"),
        ("陳示例", resident_id(BORN, 998), "document"),
        ("陳示例", "", "document"),
        ("別人", None, "name"),
        ("", None, "name"),
    ],
)
def test_what_differs_from_the_record_is_said_at_its_field(
    at: Practice, name: str, number: str | None, field: str
) -> None:
    walk, presenter = begun(at)
    typed = number_of(walk) if number is None else number
    assert not presenter.identify_client(name, "resident_id", typed, seen=True)
    assert presenter.client_form.errors.of(field)
    assert not presenter.is_identified


def test_a_wrong_check_digit_is_told_from_a_wrong_shape(at: Practice) -> None:
    walk, presenter = begun(at)
    right = number_of(walk)
    wrong = right[:-1] + ("1" if right[-1] != "1" else "2")
    presenter.identify_client("陳示例", "resident_id", wrong, seen=True)
    assert presenter.client_form.errors.of("document") == "校驗碼不對，請再看證件"


def test_half_typed_texts_are_found_again_after_a_new_start(tmp_path: Path) -> None:
    with practice(tmp_path) as at:
        walk, presenter = begun(at)
        presenter.client_form.typed.keep(name="陳示", number="9901011985", seen=YES)
        at.again()
        again = OpeningPresenter(opened(walk)).client_form.typed
        assert dict(again.all()) == {"name": "陳示", "number": "9901011985", "seen": YES}


@pytest.mark.parametrize("text", ["王\u202e敏", "a\x00b", "\U0001f600", "“”\u200b", "𠮷\u2028"])
def test_what_an_act_would_refuse_is_kept_while_it_is_typed(at: Practice, text: str) -> None:
    walk, _ = begun(at)
    typed = Typed(opened(walk), "opening.client")
    typed.keep(name=text)
    assert typed.of("name") == text


def test_typed_texts_are_forgotten_once_their_act_is_done(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.client_form.typed.keep(name="陳示例", number=number_of(walk))
    assert identify(walk, presenter)
    assert walk.facts.drafts == {}


def test_a_companion_comes_without_a_document_and_goes_again(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.people.begin("companion")
    assert presenter.people.add("林佳宜", "resident_id", "")
    assert [(one.name, one.document) for one in presenter.people.rows()] == [
        ("林佳宜", "未出示證件")
    ]
    assert presenter.people.roles_free() == (PartyRole.observer,)
    presenter.people.remove(PartyRole.companion)
    assert presenter.people.rows() == ()
    assert walk.facts.state is State.in_progress


def test_a_companions_document_is_checked_where_it_is_shown(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.people.begin("companion")
    assert not presenter.people.add("林佳宜", "passport", "1")
    assert presenter.people.errors.of("document")
    assert presenter.people.adding is PartyRole.companion


def test_a_guardian_is_asked_for_with_a_minor_alone(at: Practice) -> None:
    _, adult = begun(at)
    _, minor = begun(at, MINOR)
    assert (adult.is_minor, minor.is_minor) == (False, True)
    assert PartyRole.guardian not in minor.people.roles_free()


@pytest.mark.parametrize(
    ("born", "code"),
    [
        (date(2008, 11, 23), ""),
        (date(2008, 11, 24), "OPENING_MINOR"),
        (date(1961, 11, 23), "OPENING_ELDER"),
        (date(1961, 11, 24), ""),
    ],
)
def test_the_ages_that_are_protected_begin_and_end_on_the_birthday(
    at: Practice, born: date, code: str
) -> None:
    _, presenter = begun(at, born)
    assert presenter.protection() == code


def ready(at: Practice, born: date) -> tuple[Walk, OpeningPresenter]:
    walk, presenter = begun(at, born)
    identify(walk, presenter)
    presenter.understand_notice()
    presenter.recording.state("REC-1123-07")
    return walk, presenter


def test_all_that_is_asked_opens_next_and_confirming_ends_the_step(at: Practice) -> None:
    _, presenter = ready(at, BORN)
    assert presenter.reason() == ""
    presenter.confirm()
    assert presenter.missing() == ()


def test_a_minor_without_guardian_pauses_the_interview(at: Practice) -> None:
    walk, presenter = ready(at, MINOR)
    presenter.confirm()
    assert walk.facts.state is State.paused
    assert presenter.missing() != ()


def test_who_left_after_the_opening_makes_it_to_be_confirmed_again(at: Practice) -> None:
    walk, presenter = ready(at, BORN)
    companion = Party(
        PartyRole.companion, "林佳宜", IdentityDocument(DocumentKind.passport, "E1234567")
    )
    walk.do.opening.identify_party(walk.interview, companion)
    presenter.confirm()
    assert presenter.missing() == ()
    presenter.people.remove(PartyRole.companion)
    assert presenter.missing() == ("OPENING_NOT_CONFIRMED",)


def test_a_recording_is_stated_by_number_or_by_reason(at: Practice) -> None:
    walk, presenter = begun(at)
    recording = presenter.recording
    recording.state("REC-1")
    assert recording.is_stated()
    recording.choose(RecordingMode.reason_none.value)
    assert recording.text() == ""
    recording.state("客戶不同意錄音")
    stated = walk.facts.recording
    assert stated is not None
    assert (stated.number, stated.reason_none) == (None, "客戶不同意錄音")


@pytest.mark.parametrize(("number", "stands"), [("R" * 16, True), ("R" * 17, False)])
def test_a_number_too_long_for_its_box_is_said_at_the_field_and_kept(
    at: Practice, number: str, stands: bool
) -> None:
    walk, presenter = begun(at)
    presenter.recording.state(number)
    assert presenter.recording.text() == number
    assert bool(presenter.recording.error()) is not stands
    assert (walk.facts.recording is not None) is stands


def test_stating_the_same_again_records_nothing(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.recording.state("REC-1")
    head = at.desk.book.head()
    presenter.recording.state(" REC-1 ")
    assert at.desk.book.head() == head


def test_the_clients_page_turns_and_ends_with_thanks(at: Practice) -> None:
    walk, presenter = begun(at)
    assert presenter.turned_to() is Turned.welcome
    presenter.turn_client_to(Turned.notice)
    assert presenter.turned_to() is Turned.notice
    presenter.understand_notice()
    assert walk.facts.notice_understood
    assert presenter.turned_to() is Turned.thanks


def test_the_client_can_be_identified_once_more(at: Practice) -> None:
    walk, presenter = begun(at)
    identify(walk, presenter)
    presenter.check_again()
    assert not presenter.is_identified
    assert identify(walk, presenter)
    assert presenter.is_identified
