"""The pages of needs: by keyboard and by touch, nothing cut off, the keyboard never lost."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice, Walk
from tests.ui.opening.pages import (
    Shown,
    cut_off,
    dress,
    look_of,
    opened,
    press,
    scrolls,
    shown_client,
    shown_page,
    small_targets,
    write,
)

from advisor_desk.domain.languages import Language
from advisor_desk.domain.money import Money
from advisor_desk.domain.needs import MINIMUM_SET, Block, Known, NeedsAnswer
from advisor_desk.domain.product import Purpose
from advisor_desk.ui.screens.needs.client import NeedsClientPage
from advisor_desk.ui.screens.needs.fact_find import items_of
from advisor_desk.ui.screens.needs.presenter import SECTIONS, NeedsPresenter
from advisor_desk.ui.screens.needs.view import NeedsView

ORDER = iter(range(100, 999))
LONG = "夫妻兩人同住，兒子一家在外地，每年回來兩次。"


def begun(at: Practice) -> Walk:
    return Walk(at, order=next(ORDER)).until("opening")


def filled(at: Practice, words: str = LONG) -> Walk:
    walk = begun(at)
    for block in Block:
        answers = tuple(
            NeedsAnswer(one.id, Known.answered, amount=Money(50_000_000))
            if one.is_amount
            else NeedsAnswer(one.id, Known.answered, words=words)
            for one in items_of(block)
        )
        walk.do.needs.record_needs(walk.interview, block, answers)
    for name, purpose, day in (
        ("養老金", Purpose.pension, None),
        ("孫女學費", Purpose.education, date(2027, 9, 1)),
    ):
        walk.do.needs.record_pot(
            walk.interview,
            name=name,
            amount=Money.parse("120000"),
            purpose=purpose,
            source="到期存款",
            needed_by=day,
        )
    return walk


def page_of(
    qtbot: QtBot, walk: Walk, language: Language = Language.zh_TW, theme: str = "light"
) -> tuple[Shown, NeedsPresenter]:
    look = look_of(language, theme)
    dress(look)
    presenter = NeedsPresenter(opened(walk, language))
    return shown_page(qtbot, NeedsView(look, presenter)), presenter


def focus(page: Shown, name: str) -> QWidget:
    widget = page.find(name)
    widget.setFocus()
    return widget


def test_a_block_is_filled_by_keyboard_alone(qtbot: QtBot, at: Practice) -> None:
    walk = begun(at)
    page, _ = page_of(qtbot, walk)
    focus(page, "needs.yearly_income")
    write("120000")
    press(Qt.Key.Key_Return)
    assert walk.facts.needs[Block.income_and_spending][0].amount == Money.parse("120000")
    assert page.find("needs.yearly_income").displayText() == "120,000.00"  # type: ignore[attr-defined]
    focus(page, "needs.yearly_spending.known.unknown")
    press(Qt.Key.Key_Space)
    assert page.find("needs.yearly_spending.reason").hasFocus()
    write("由丈夫管錢")
    press(Qt.Key.Key_Tab)
    assert walk.facts.needs[Block.income_and_spending][1].reason == "由丈夫管錢"


def test_typing_that_rests_is_a_draft_and_not_yet_an_answer(qtbot: QtBot, at: Practice) -> None:
    walk = begun(at)
    page, _ = page_of(qtbot, walk)
    focus(page, "needs.yearly_income")
    write("12")
    qtbot.waitUntil(lambda: "needs.yearly_income" in walk.facts.drafts, timeout=3_000)
    assert walk.facts.needs == {}
    press(Qt.Key.Key_Tab)
    assert walk.facts.needs[Block.income_and_spending][0].amount == Money.parse("12")
    assert walk.facts.drafts == {}


def test_alt_and_arrows_move_between_sections_and_save_what_was_typed(
    qtbot: QtBot, at: Practice
) -> None:
    walk = begun(at)
    page, presenter = page_of(qtbot, walk)
    focus(page, "needs.yearly_income")
    write("99")
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert presenter.shown == "assets"
    assert page.find("needs.liquid_assets").hasFocus()
    assert walk.facts.needs[Block.income_and_spending][0].amount == Money.parse("99")
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert presenter.shown == "income_and_spending"


def test_plain_arrows_change_no_section_and_no_answer(qtbot: QtBot, at: Practice) -> None:
    walk = begun(at)
    page, presenter = page_of(qtbot, walk)
    focus(page, "needs.yearly_income.known.answered")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up):
        press(key)
    assert presenter.shown == "income_and_spending"
    assert walk.facts.drafts == {}


def test_a_pot_is_written_by_keyboard(qtbot: QtBot, at: Practice) -> None:
    walk = begun(at)
    page, presenter = page_of(qtbot, walk)
    presenter.show("pots")
    focus(page, "needs.pot.first")
    press(Qt.Key.Key_Return)
    assert page.find("needs.pot.name").hasFocus()
    write("養老金")
    press(Qt.Key.Key_Return)
    write("500000")
    focus(page, "needs.pot.purpose.pension")
    press(Qt.Key.Key_Space)
    focus(page, "needs.pot.source")
    write("到期存款")
    focus(page, "needs.pot.no_day")
    press(Qt.Key.Key_Space)
    focus(page, "needs.pot.save")
    press(Qt.Key.Key_Return)
    assert walk.facts.pots["養老金"].purpose is Purpose.pension
    assert page.find("needs.pot.new").hasFocus()


def test_a_pot_is_changed_and_removed_by_clicking(qtbot: QtBot, at: Practice) -> None:
    walk = filled(at)
    page, presenter = page_of(qtbot, walk)
    presenter.show("pots")
    qtbot.mouseClick(page.find("needs.pot.edit"), Qt.MouseButton.LeftButton)
    assert page.find("needs.pot.name").text() == "養老金"  # type: ignore[attr-defined]
    qtbot.mouseClick(page.find("needs.pot.leave"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.find("needs.pot.remove"), Qt.MouseButton.LeftButton)
    assert list(walk.facts.pots) == ["孫女學費"]


def client_of(
    qtbot: QtBot, walk: Walk, language: Language = Language.zh_TW, *, larger: bool = False
) -> tuple[Shown, NeedsPresenter]:
    interview = opened(walk, language)
    look = look_of(language).client(language, larger=larger)
    presenter = NeedsPresenter(interview)
    page = shown_client(qtbot, NeedsClientPage(look, presenter), interview, look)
    return page, presenter


def test_the_client_checks_page_by_page_and_says_that_it_is_right(
    qtbot: QtBot, at: Practice
) -> None:
    walk = filled(at)
    page, presenter = client_of(qtbot, walk)
    turned = 0
    while not presenter.is_confirmed:
        qtbot.mouseClick(page.find("client.next"), Qt.MouseButton.LeftButton)
        turned += 1
        assert turned < 6
    assert turned > 1
    assert walk.facts.needs_confirmed == walk.facts.needs_seen()


def test_the_client_says_that_something_is_different(qtbot: QtBot, at: Practice) -> None:
    page, presenter = client_of(qtbot, filled(at))
    qtbot.mouseClick(page.find("client.different"), Qt.MouseButton.LeftButton)
    assert presenter.client_says_different
    assert not page.find("client.next").isVisible()
    assert not presenter.is_confirmed
    presenter.settle_difference()
    assert page.find("client.next").isVisible()


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast"])
@pytest.mark.parametrize("language", list(Language))
def test_nothing_is_cut_off_on_the_advisers_page(
    qtbot: QtBot, at: Practice, language: Language, theme: str
) -> None:
    page, presenter = page_of(qtbot, filled(at), language, theme)
    for section in SECTIONS:
        presenter.show(section)
        assert not scrolls(page)
        assert cut_off(page.window) == []
    presenter.pots.begin()
    presenter.save_pot("", "x", "", "x")
    QApplication.processEvents()
    assert cut_off(page.window) == []


@pytest.mark.parametrize("larger", [False, True])
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("words", [LONG, "字" * 400, "word " * 79 + "end"])
def test_the_clients_summary_fits_however_long_the_answers(
    qtbot: QtBot, at: Practice, language: Language, larger: bool, words: str
) -> None:
    page, _ = client_of(qtbot, filled(at, words), language, larger=larger)
    for _ in range(12):
        QApplication.processEvents()
        assert cut_off(page.window) == []
        assert small_targets(page.window) == []
        assert page.window.height() == 800
        if not page.find("client.next").isVisible():
            break
        qtbot.mouseClick(page.find("client.next"), Qt.MouseButton.LeftButton)
    assert not page.find("client.next").isVisible()


@pytest.mark.parametrize("language", list(Language))
def test_before_the_summary_the_client_sees_the_topics(
    qtbot: QtBot, at: Practice, language: Language
) -> None:
    page, presenter = client_of(qtbot, begun(at), language, larger=True)
    assert cut_off(page.window) == []
    assert not presenter.is_ready_for_client
    for one in MINIMUM_SET:
        presenter.leave(one, "1" if one.is_amount else "一般")
    assert not page.find("client.next").isVisible()
