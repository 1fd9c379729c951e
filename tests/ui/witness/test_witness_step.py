"""The witness at the desk: by keyboard alone, this case alone, and a desk given back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit
from tests.ui.homes import Waiting
from tests.ui.measure import (
    CLIENT_TEXT,
    TEXT,
    misplaced,
    nameless,
    painted,
    pale,
    too_small_for_the_client,
    visible,
)
from tests.ui.witness.at_the_desk import (
    ANSWERS,
    CONTROL,
    HEAD,
    OTHER_HEAD,
    OUTLET_HEAD,
    PLAIN,
    WitnessDesk,
)

from advisor_desk.domain.interview import Stage
from advisor_desk.domain.languages import Language
from advisor_desk.domain.steps import open_step
from advisor_desk.store.keys import PUBLISHED_PASSWORD

SHIFT = Qt.KeyboardModifier.ShiftModifier
Make = Callable[[Language], WitnessDesk]


@pytest.fixture
def make(qapp: QApplication, waiting: Waiting, tmp_path: Path) -> Iterator[Make]:
    assert qapp
    made: list[WitnessDesk] = []

    def at(language: Language) -> WitnessDesk:
        made.append(WitnessDesk(waiting, tmp_path, language))
        return made[-1]

    yield at
    for one in made:
        one.close()


@pytest.fixture
def desk(make: Make) -> WitnessDesk:
    return make(Language.en)


def stage(desk: WitnessDesk) -> Stage | None:
    step = open_step(desk.facts)
    return step.stage if step else None


def shown_words(desk: WitnessDesk) -> str:
    """Give everything the window shows or reads out."""
    kinds = (QLabel, QAbstractButton, QLineEdit, QPlainTextEdit)
    found: list[str] = []
    for one in visible(desk.window, *kinds):
        text = one.toPlainText() if isinstance(one, QPlainTextEdit) else one.property("text")
        found += [str(text or ""), one.accessibleName(), one.toolTip()]
    return "\n".join(found)


def test_the_whole_step_goes_by_keyboard_and_the_clients_own_touch(desk: WitnessDesk) -> None:
    desk.come()
    desk.ask_all()
    assert QApplication.focusWidget() is desk.widget("witness.stop"), "after the last answer"
    desk.touch("client.go_on")
    desk.tab_to("witness.proceed")
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return, CONTROL)
    witness = desk.facts.witness
    assert witness is not None
    assert (witness.staff_no, witness.proceeds) == (HEAD, True)
    assert tuple(witness.heard.values()) == ANSWERS
    assert stage(desk) is Stage.review
    assert desk.find("top.search") is not None, "the desk is the adviser's again"


def test_the_witness_sees_the_case_and_nothing_of_the_file(desk: WitnessDesk) -> None:
    interview = desk.waiting.at("witness", desk.language)
    desk.services.flow.note(interview, "the daughter asked by telephone")
    client = desk.services.client_of(interview)
    desk.come()
    said = shown_words(desk)
    for hidden in (client.document.number, client.phone, "daughter", "何嘉怡", "pension"):
        assert hidden not in said.replace("Pension", ""), hidden
    for wanted in ("aged 71", "200,000.00", "2028", "the client manager showed it", "十八萬四"):
        assert wanted in said, wanted
    assert desk.find("side.note") is None


def test_places_search_and_ways_back_are_closed_while_the_witness_sits(desk: WitnessDesk) -> None:
    desk.come()
    for place in ("today", "clients", "materials", "settings"):
        assert not desk.widget(f"place.{place}").isEnabled()
    assert desk.find("top.search") is None
    assert desk.find("rail.pause") is None
    before = desk.facts
    keys: tuple[tuple[Qt.Key, Qt.KeyboardModifier], ...] = (
        (Qt.Key.Key_1, CONTROL),
        (Qt.Key.Key_2, CONTROL),
        (Qt.Key.Key_K, CONTROL),
        (Qt.Key.Key_Z, CONTROL),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_S, CONTROL | SHIFT),
        (Qt.Key.Key_F2, PLAIN),
    )
    for key, modifier in keys:
        QTest.keyClick(desk.window, key, modifier)
        desk.settle()
        assert desk.find("stage.witness") is not None, key
        assert desk.find("witness.leave") is not None, key
    desk.shell.open_client(before.client)
    desk.settle()
    assert desk.find("witness.leave") is not None
    assert desk.facts == before


def test_the_desk_given_back_is_the_advisers_and_what_was_heard_stays(desk: WitnessDesk) -> None:
    desk.come()
    desk.key(Qt.Key.Key_Return)
    desk.press("witness.leave")
    assert desk.find("witness.user") is not None
    assert desk.can_press("place.today")
    desk.come()
    witness = desk.facts.witness
    assert witness is not None
    assert witness.recap_heard


def test_a_lock_asks_for_the_witness_again(desk: WitnessDesk) -> None:
    desk.come()
    desk.window.lock()
    unlock(desk)
    assert desk.find("witness.leave") is None
    assert desk.find("witness.user") is not None


def unlock(desk: WitnessDesk) -> None:
    QTest.keyClicks(desk.line("lock.overlay.password"), PUBLISHED_PASSWORD)
    desk.press("lock.overlay.submit")


def sign_out(desk: WitnessDesk) -> None:
    desk.shell.signed_out.emit()
    desk.settle()
    desk.sign_in()
    desk.open("witness", desk.language)


@pytest.mark.parametrize("leave", ["lock", "sign_out"])
@pytest.mark.parametrize("before", ["", "nobody asked"])
def test_an_answer_typed_just_before_the_desk_is_left_is_recorded_when_the_witness_is_back(
    desk: WitnessDesk, before: str, leave: str
) -> None:
    desk.come()
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return)
    if before:
        desk.type(before)
        desk.key(Qt.Key.Key_Return)
        desk.key(Qt.Key.Key_Tab, SHIFT)
        desk.key(Qt.Key.Key_A, CONTROL)
    desk.type(ANSWERS[0])
    if leave == "lock":
        desk.key(Qt.Key.Key_L, CONTROL | SHIFT)
        unlock(desk)
    else:
        sign_out(desk)
    desk.come()
    field = desk.widget("witness.answer.worst_loss")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == ANSWERS[0]
    witness = desk.facts.witness
    assert witness is not None
    assert tuple(witness.heard.values()) == ANSWERS[:1]


def test_what_one_witness_typed_is_not_found_by_another(desk: WitnessDesk) -> None:
    desk.come()
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return)
    desk.type(ANSWERS[0])
    desk.key(Qt.Key.Key_L, CONTROL | SHIFT)
    unlock(desk)
    desk.come(OTHER_HEAD)
    witness = desk.facts.witness
    assert witness is not None
    assert (witness.staff_no, dict(witness.heard)) == (OTHER_HEAD, {})
    desk.press("witness.heard")
    desk.press("witness.warned")
    field = desk.widget("witness.answer.worst_loss")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == ""


def test_what_one_witness_chose_and_did_not_record_is_not_the_others_decision(
    desk: WitnessDesk,
) -> None:
    desk.come()
    desk.tab_to("witness.stop")
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_L, CONTROL | SHIFT)
    unlock(desk)
    desk.come(OTHER_HEAD)
    words = desk.widget("witness.words")
    words.setFocus()
    QTest.keyClicks(words, "all is well")
    desk.key(Qt.Key.Key_Return, CONTROL)
    witness = desk.facts.witness
    assert witness is not None
    assert (witness.staff_no, witness.proceeds) == (OTHER_HEAD, None)


def test_an_answer_that_no_form_prints_stays_and_reads_why(desk: WitnessDesk) -> None:
    desk.come()
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return)
    field = desk.widget("witness.answer.worst_loss")
    assert isinstance(field, QPlainTextEdit)
    field.insertPlainText("lost \U0001f600")
    desk.key(Qt.Key.Key_Return)
    assert field.toPlainText() == "lost \U0001f600"
    assert "no font here prints" in shown_words(desk)


@pytest.mark.parametrize(
    ("staff_no", "password", "said"),
    [
        (HEAD, "guessed", "Staff number or password is not right"),
        (OUTLET_HEAD, PUBLISHED_PASSWORD, "at least"),
        ("20417", PUBLISHED_PASSWORD, "cannot witness the same sale"),
    ],
)
def test_who_may_not_witness_reads_why_at_the_field(
    desk: WitnessDesk, staff_no: str, password: str, said: str
) -> None:
    desk.come(staff_no, password)
    assert said in shown_words(desk)
    assert desk.line("witness.password").text() == ""
    assert desk.facts.witness is None


def test_without_a_witness_the_interview_rests_with_its_day(desk: WitnessDesk) -> None:
    desk.line("witness.day").setFocus()
    desk.type("2026-13-01")
    desk.press("witness.wait")
    assert desk.state == "in_progress"
    desk.line("witness.day").clear()
    desk.type("2026-11-27")
    desk.press("witness.wait")
    assert desk.state == "paused"
    assert desk.facts.chosen is not None


def test_the_witness_stops_the_sale_with_words_alone(desk: WitnessDesk) -> None:
    desk.come()
    desk.tab_to("witness.stop")
    desk.key(Qt.Key.Key_Return)
    assert not desk.can_press("nav.next")
    words = desk.widget("witness.words")
    words.setFocus()
    QTest.keyClicks(words, "she was pressed to buy")
    desk.key(Qt.Key.Key_Return, CONTROL)
    witness = desk.facts.witness
    assert witness is not None
    assert (witness.proceeds, witness.words) == (False, "she was pressed to buy")
    assert stage(desk) is Stage.products


def test_the_client_stops_by_own_touch(desk: WitnessDesk) -> None:
    desk.come()
    desk.ask_all()
    desk.touch("client.stop")
    assert stage(desk) is Stage.products
    assert desk.find("top.search") is not None


def test_the_client_stops_while_waiting_for_the_witness(desk: WitnessDesk) -> None:
    desk.touch("client.stop")
    assert (stage(desk), desk.facts.chosen) == (Stage.products, None)


@pytest.mark.parametrize("heard", range(5))
def test_the_client_can_stop_wherever_the_witness_is(desk: WitnessDesk, heard: int) -> None:
    desk.come()
    for answer in ("", "", *ANSWERS)[:heard]:
        if answer:
            desk.type(answer)
        desk.key(Qt.Key.Key_Return)
    desk.touch("client.stop")
    assert (stage(desk), desk.facts.chosen) == (Stage.products, None)


def test_the_key_calls_the_witness(desk: WitnessDesk) -> None:
    desk.widget("nav.back").setFocus()
    QTest.keyClick(desk.window, Qt.Key.Key_W, CONTROL | SHIFT)
    desk.settle()
    assert QApplication.focusWidget() is desk.line("witness.user")


LOOKS = [
    (Language.zh_TW, "light", 1.0),
    (Language.zh_CN, "dark", 1.0),
    (Language.en, "high_contrast", 1.0),
    (Language.en, "light", 1.3),
]


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_is_cut_off_pale_or_nameless(make: Make, look: tuple[Language, str, float]) -> None:
    language, theme, scale = look
    desk = make(language)
    desk.prefer(language, theme, scale)
    desk.come()
    found = wrong(desk)
    desk.key(Qt.Key.Key_Return)
    found += wrong(desk)
    desk.key(Qt.Key.Key_Return)
    for answer in ANSWERS:
        desk.type(answer)
        desk.key(Qt.Key.Key_Return)
    found += wrong(desk)
    desk.touch("client.go_on")
    desk.press("witness.proceed")
    assert found + wrong(desk) == []


def wrong(desk: WitnessDesk) -> list[str]:
    window = desk.window
    adviser = misplaced(window) + pale(window, painted(window), TEXT) + nameless(window)
    if desk.window.preferences.theme != "light":
        return adviser
    with desk.turned():
        client = misplaced(window) + pale(window, painted(window), CLIENT_TEXT) + nameless(window)
        return adviser + client + too_small_for_the_client(window)


@pytest.mark.parametrize("language", list(Language))
def test_the_clients_two_buttons_are_of_one_size_and_in_the_own_language(
    make: Make, language: Language
) -> None:
    desk = make(language)
    desk.come()
    desk.ask_all()
    with desk.turned():
        stop, go_on = desk.widget("client.stop"), desk.widget("client.go_on")
        assert stop.size() == go_on.size()
        assert stop.property("kind") == go_on.property("kind") == "client"
        assert stop.hasFocus()
        said = shown_words(desk)
        assert ("Stop" in said) == (language is Language.en)
        for hidden in (*ANSWERS, HEAD, "990101195503081222"):
            assert hidden not in said
