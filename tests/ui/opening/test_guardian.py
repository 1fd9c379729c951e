"""The guardian at opening and questions: asked first, checked, copied, agreeing."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from operator import attrgetter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice, Walk, practice, resident_id
from tests.services.test_guardians import GUARDIAN, JPEG, answered, minor
from tests.ui.opening.pages import (
    Shown,
    cut_off,
    dress,
    look_of,
    opened,
    press,
    shown_client,
    shown_page,
    small_targets,
    write,
)

from advisor_desk.domain.interview import PartyRole, State
from advisor_desk.domain.interview_events import PaperCopy
from advisor_desk.domain.languages import Language
from advisor_desk.ui.interview.presenter import InterviewPresenter
from advisor_desk.ui.screens.opening import guardian_form
from advisor_desk.ui.screens.opening.client import OpeningClientPage
from advisor_desk.ui.screens.opening.guardian import CopyKept
from advisor_desk.ui.screens.opening.presenter import OpeningPresenter
from advisor_desk.ui.screens.opening.view import OpeningView
from advisor_desk.ui.screens.questionnaire.answers import CheckLine
from advisor_desk.ui.screens.questionnaire.check_page import CheckRow
from advisor_desk.ui.screens.questionnaire.client import QuestionnaireClientPage
from advisor_desk.ui.screens.questionnaire.presenter import Mode, QuestionnairePresenter
from advisor_desk.ui.screens.questionnaire.view import QuestionnaireView
from advisor_desk.ui.screens.result.presenter import ResultPresenter
from advisor_desk.ui.screens.stop.client import StopClientPage
from advisor_desk.ui.screens.stop.presenter import StopPresenter

FATHER = resident_id(date(1978, 4, 12), 501)
CALM = ("STOP_CLIENT_DISAGREES", "STOP_CLIENT_DISAGREES_TEXT", "STOP_CLIENT_NOTHING_DECIDED")
PAPER = {"relation": "父親", "proof_number": "HR-0417"}


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def begun(at: Practice) -> tuple[Walk, OpeningPresenter]:
    walk = minor(at).begin()
    return walk, OpeningPresenter(opened(walk))


def click(qtbot: QtBot, page: Shown, name: str) -> None:
    qtbot.mouseClick(page.find(name), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_everything_a_guardian_needs_is_asked_for(at: Practice) -> None:
    walk, presenter = begun(at)
    guardian = presenter.guardian
    guardian.open()
    assert not guardian.add("陳父", "resident_id", FATHER)
    for field in ("relation", "proof", "proof_number", "copy"):
        assert guardian.errors.of(field), field
    guardian.typed.keep(proof="household_register")
    guardian.choose_copy("folder")
    assert not guardian.add("陳父", "resident_id", FATHER, **PAPER, copy_folder=" ")
    assert guardian.errors.of("copy_folder")
    assert guardian.add("陳父", "resident_id", FATHER, **PAPER, copy_folder="M-0417")
    party = walk.facts.parties[PartyRole.guardian]
    assert (party.relation, party.proof_number, party.copy) == (
        "父親",
        "HR-0417",
        PaperCopy(folder="M-0417"),
    )
    assert walk.facts.drafts == {}
    assert not guardian.is_open
    assert any("M-0417" in line for line in guardian.lines())


def test_a_file_chosen_is_checked_at_once_and_kept_with_the_guardian(
    at: Practice, tmp_path: Path
) -> None:
    walk, presenter = begun(at)
    guardian = presenter.guardian
    guardian.open()
    for name, content in (("leer.pdf", b""), ("gif.png", b"GIF89a"), ("kurz.pdf", b"%PDF-1")):
        (tmp_path / name).write_bytes(content)
        assert not guardian.choose_file(str(tmp_path / name))
        assert guardian.errors.of("copy")
    os.mkfifo(tmp_path / "pipe.jpg")
    for name in ("gone.jpg", "pipe.jpg"):
        assert not guardian.choose_file(str(tmp_path / name))
        assert guardian.errors.of("copy")
    (tmp_path / "戶口簿.jpg").write_bytes(JPEG)
    assert guardian.choose_file(str(tmp_path / "戶口簿.jpg"))
    assert guardian.errors.of("copy") == ""
    guardian.typed.keep(proof="household_register")
    assert guardian.add("陳父", "resident_id", FATHER, **PAPER)
    copy = walk.facts.parties[PartyRole.guardian].copy
    assert copy is not None
    assert at.desk.book.document(copy.sha256) == JPEG


@pytest.mark.parametrize(
    ("name", "number", "field"),
    [
        ("陳父", resident_id(date(2010, 6, 30)), "document"),
        ("陳父", resident_id(date(2008, 11, 24), 7), "document"),
        ("王敏（虛構）", FATHER, "name"),
    ],
    ids=["the client's own document", "a day too young", "the adviser"],
)
def test_who_cannot_be_the_guardian_is_told_at_the_field(
    at: Practice, name: str, number: str, field: str
) -> None:
    walk, presenter = begun(at)
    guardian = presenter.guardian
    guardian.open()
    guardian.typed.keep(proof="court_order", copy="folder")
    assert not guardian.add(name, "resident_id", number, **PAPER, copy_folder="M-1")
    assert guardian.errors.of(field)
    assert walk.facts.parties == {}


def test_the_paper_known_from_the_last_visit_stands_in_the_form(at: Practice) -> None:
    walk, presenter = begun(at)
    walk.do.opening.identify_party(walk.interview, GUARDIAN)
    walk.do.flow.pause(walk.interview, "明天再來")
    walk.do.flow.resume(walk.interview)
    guardian = presenter.guardian
    assert guardian.party is None
    guardian.open()
    assert guardian.copy() is CopyKept.before
    assert guardian.typed.of("proof_number") == "HR-0417"
    document = GUARDIAN.document
    assert document is not None
    assert guardian.add(GUARDIAN.name, "resident_id", document.number, **PAPER)
    assert walk.facts.parties[PartyRole.guardian] == GUARDIAN


def test_the_guardian_is_identified_by_keyboard_before_the_client(
    qtbot: QtBot, at: Practice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = tmp_path / "scan.jpg"
    scan.write_bytes(JPEG)
    walk = minor(at).begin()
    look = look_of()
    dress(look)
    view = OpeningView(look, OpeningPresenter(opened(walk)))
    page = shown_page(qtbot, view)
    first = view.first_focus()
    assert first is not None
    assert first.objectName() == "opening.guardian.open"
    first.setFocus()
    press(Qt.Key.Key_Space)
    assert page.find("opening.guardian.name").hasFocus()
    write("陳父")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    write(FATHER)
    for name, text in (("relation", "父親"), ("proof_number", "HR-0417")):
        page.find(f"opening.guardian.{name}").setFocus()
        write(text)
    page.find("opening.guardian.proof").setFocus()
    press(Qt.Key.Key_Down)
    view.presenter.guardian.typed.keep(proof="household_register")
    form = page.page.findChild(guardian_form.GuardianForm)
    assert form is not None
    monkeypatch.setattr(form, "_ask", lambda *_: str(scan))
    page.find("opening.guardian.file").setFocus()
    press(Qt.Key.Key_Space)
    assert "scan.jpg" in page.texts()
    page.find("opening.guardian.add").setFocus()
    press(Qt.Key.Key_Return)
    assert PartyRole.guardian in walk.facts.parties
    assert page.find("opening.client.name").hasFocus()


@pytest.mark.parametrize("larger", [False, True])
@pytest.mark.parametrize("language", list(Language))
def test_both_are_greeted_on_the_clients_screen(
    qtbot: QtBot, at: Practice, language: Language, larger: bool
) -> None:
    walk = minor(at).begin()
    look = look_of(language).client(language, larger=larger)
    dress(look_of(language))
    interview = opened(walk, language)
    page = shown_client(
        qtbot, OpeningClientPage(look, OpeningPresenter(interview)), interview, look
    )
    assert look.words.say("GUARDIAN_WELCOME") in page.texts()
    assert cut_off(page.window) == []


@pytest.mark.parametrize("larger", [False, True])
@pytest.mark.parametrize("language", list(Language))
def test_the_guardian_agrees_by_the_own_touch(
    qtbot: QtBot, at: Practice, language: Language, larger: bool
) -> None:
    walk = answered(minor(at))
    interview = opened(walk, language)
    look = look_of(language).client(language, larger=larger)
    dress(look_of(language))
    presenter = QuestionnairePresenter(interview)
    assert presenter.mode is Mode.guidance
    page = shown_client(qtbot, QuestionnaireClientPage(look, presenter), interview, look)
    assert cut_off(page.window) == []
    assert small_targets(page.window) == []
    read_answers(qtbot, page, presenter)
    assert cut_off(page.window) == []
    assert small_targets(page.window) == []
    assert any(GUARDIAN.name in text for text in page.texts())
    assert not page.find("client.guided").hasFocus(), "no key pressed before agrees"
    click(qtbot, page, "client.guided")
    assert presenter.mode is Mode.done
    assert walk.facts.assessment is not None
    assert walk.facts.guidance == walk.facts.assessment.number


def read_answers(qtbot: QtBot, page: Shown, presenter: QuestionnairePresenter) -> None:
    """Go through every answer as the guardian does; none of them can be changed here."""
    read: list[CheckLine] = []
    while not page.find("client.guided").isVisibleTo(page.window):
        rows = [one for one in page.page.findChildren(CheckRow) if one.isVisibleTo(page.window)]
        assert rows
        assert not any(one.isEnabled() for one in rows)
        assert cut_off(page.window) == []
        read += [one.line for one in rows]
        click(qtbot, page, "client.gone_through")
    assert sorted(read, key=attrgetter("number")) == list(presenter.answers.check_list())


def test_another_guardian_reads_the_answers_before_agreeing(qtbot: QtBot, at: Practice) -> None:
    walk = answered(minor(at))
    interview, look = opened(walk), look_of(Language.zh_TW).client(Language.zh_TW)
    dress(look_of(Language.zh_TW))
    presenter = QuestionnairePresenter(interview)
    page = shown_client(qtbot, QuestionnaireClientPage(look, presenter), interview, look)
    read_answers(qtbot, page, presenter)
    click(qtbot, page, "client.answers_again")
    read_answers(qtbot, page, presenter)
    walk.do.opening.identify_party(walk.interview, replace(GUARDIAN, name="陳示例姑"))
    interview.changed()
    read_answers(qtbot, page, presenter)
    assert any("陳示例姑" in text for text in page.texts())


def test_the_guardian_says_no_of_the_same_size_and_the_interview_rests(
    qtbot: QtBot, at: Practice
) -> None:
    walk = answered(minor(at))
    interview, look = opened(walk), look_of(Language.zh_TW).client(Language.zh_TW)
    dress(look_of(Language.zh_TW))
    page = shown_client(
        qtbot, QuestionnaireClientPage(look, QuestionnairePresenter(interview)), interview, look
    )
    click(qtbot, page, "client.gone_through")
    no, yes = page.find("client.not_guided"), page.find("client.guided")
    assert no.size() == yes.size()
    assert no.property("kind") == yes.property("kind")
    click(qtbot, page, "client.not_guided")
    assert (walk.facts.state, walk.facts.guidance) == (State.paused, None)
    stop = StopPresenter(InterviewPresenter(interview, {}))
    assert stop.stopped().title == look.words.say("STOP_DISAGREES")
    rest = shown_client(qtbot, StopClientPage(look, stop), interview, look)
    assert {look.words.say(code) for code in CALM} <= set(rest.texts())
    assert cut_off(rest.window) == []


def test_after_a_no_the_guardian_may_agree_or_the_minor_answers_again(at: Practice) -> None:
    walk = answered(minor(at))
    presenter = QuestionnairePresenter(opened(walk))
    presenter.guardian_disagrees()
    presenter.guardian_agrees()
    assert walk.facts.guidance is None, "it rests"
    walk.do.flow.resume(walk.interview)
    walk.do.opening.identify_party(walk.interview, GUARDIAN)
    walk.identify()
    walk.do.opening.confirm_opening(walk.interview)
    assert presenter.mode is Mode.guidance
    presenter.guardian_agrees()
    assert presenter.mode is Mode.done


def test_the_adviser_waits_for_the_guardian_and_can_assess_again(
    qtbot: QtBot, at: Practice
) -> None:
    walk = answered(minor(at))
    for language in Language:
        look = look_of(language)
        dress(look)
        presenter = QuestionnairePresenter(opened(walk, language))
        page = shown_page(qtbot, QuestionnaireView(look, presenter))
        assert presenter.reason()
        assert look.words.say("GUIDANCE_SUBTITLE") in page.texts()
        assert cut_off(page.window) == []
    presenter.confirm()
    assert presenter.mode is Mode.guidance, "the adviser cannot agree for the guardian"
    assert presenter.repeating.decide("監護人不同意，有一題看錯")
    assert walk.facts.assessment is None


def test_the_result_names_who_guided(at: Practice) -> None:
    walk = minor(at).until("questionnaire")
    assert GUARDIAN.name in ResultPresenter(opened(walk)).noted()
    adult = Walk(at, order=77).until("questionnaire")
    assert ResultPresenter(opened(adult)).noted() == ""
