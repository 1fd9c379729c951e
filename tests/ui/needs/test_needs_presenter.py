"""The fact-find without a screen: what is kept when, what is said to be wrong, what is right."""

from datetime import date
from pathlib import Path

import pytest
from tests.services.branch import Practice, Walk, practice
from tests.ui.opening.pages import opened

from advisor_desk.domain.money import Money
from advisor_desk.domain.needs import MINIMUM_SET, Block, Item, Known, NeedsAnswer
from advisor_desk.domain.product import Purpose
from advisor_desk.ui.screens.needs.fact_find import items_of
from advisor_desk.ui.screens.needs.presenter import POTS, SECTIONS, NeedsPresenter

ORDER = iter(range(100, 999))


def begun(at: Practice) -> tuple[Walk, NeedsPresenter]:
    walk = Walk(at, order=next(ORDER)).until("opening")
    return walk, NeedsPresenter(opened(walk))


def item(name: str) -> Item:
    return next(one for one in MINIMUM_SET if one.id == name)


INCOME, DEBTS, FAMILY = item("yearly_income"), item("total_debts"), item("family_situation")


def fill(presenter: NeedsPresenter, amount: str = "500000") -> None:
    for one in MINIMUM_SET:
        presenter.leave(one, amount if one.is_amount else "一般")
    save_pot(presenter)


def save_pot(presenter: NeedsPresenter, name: str = "儲蓄", amount: str = "200000") -> bool:
    pots = presenter.pots
    if not pots.is_open:
        pots.begin()
    pots.choose_no_day(has_none=True)
    return presenter.save_pot(name, amount, "到期存款", "")


def test_an_answer_is_recorded_when_its_field_is_left(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.leave(INCOME, "120000.5")
    assert walk.facts.needs[Block.income_and_spending] == (
        NeedsAnswer("yearly_income", Known.answered, amount=Money(12_000_050)),
    )
    assert presenter.facts_found.field(INCOME).text == "120000.50"


def test_the_other_answers_of_a_block_stay(at: Practice) -> None:
    walk, presenter = begun(at)
    for one in reversed(items_of(Block.assets)):
        presenter.leave(one, "1000")
    recorded = [answer.item for answer in walk.facts.needs[Block.assets]]
    assert recorded == [one.id for one in items_of(Block.assets)]


@pytest.mark.parametrize("text", ["12万", "1,5", "-1", "1.234", "１００", "1" * 16])
def test_an_amount_that_cannot_be_read_is_said_and_kept_as_typed(at: Practice, text: str) -> None:
    walk, presenter = begun(at)
    presenter.leave(INCOME, text)
    state = presenter.facts_found.field(INCOME)
    assert state.error
    assert state.text == text
    assert walk.facts.needs == {}


def test_who_has_no_debts_says_nought(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.leave(DEBTS, "0")
    assert walk.facts.needs[Block.debts][0].amount == Money(0)


def test_a_refused_answer_needs_its_reason_and_then_is_one(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.facts_found.choose(DEBTS, "refused")
    presenter.leave(DEBTS, "")
    assert walk.facts.needs == {}
    assert presenter.facts_found.field(DEBTS).known is Known.refused
    presenter.leave(DEBTS, "客戶不想談")
    assert walk.facts.needs[Block.debts] == (
        NeedsAnswer("total_debts", Known.refused, reason="客戶不想談"),
    )


def test_an_answer_is_replaced_by_not_knowing_only_with_the_reason(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.leave(DEBTS, "100")
    presenter.facts_found.choose(DEBTS, "unknown")
    assert walk.facts.needs[Block.debts][0].known is Known.answered
    presenter.leave(DEBTS, "要問丈夫")
    assert walk.facts.needs[Block.debts][0].known is Known.unknown
    presenter.facts_found.choose(DEBTS, "answered")
    presenter.leave(DEBTS, "300")
    assert walk.facts.needs[Block.debts][0].amount == Money(30_000)


def test_an_emptied_field_is_lacking_again(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.leave(INCOME, "100")
    presenter.leave(INCOME, "  ")
    assert walk.facts.needs[Block.income_and_spending] == ()
    assert "NEEDS_YEARLY_INCOME" in presenter.lacking()


def test_leaving_a_field_as_it_was_records_nothing(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.leave(INCOME, "100")
    head = at.desk.book.head()
    presenter.leave(INCOME, "100.00")
    presenter.leave(FAMILY, "")
    assert at.desk.book.head() == head


@pytest.mark.parametrize(("length", "stands"), [(400, True), (401, False)])
def test_words_as_long_as_allowed_and_one_more(at: Practice, length: int, stands: bool) -> None:
    walk, presenter = begun(at)
    presenter.leave(FAMILY, "字" * length)
    assert (Block.family in walk.facts.needs) is stands
    assert bool(presenter.facts_found.field(FAMILY).error) is not stands
    assert presenter.facts_found.field(FAMILY).text == "字" * length


def test_lines_become_one_and_hidden_characters_are_said_at_the_field(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.leave(FAMILY, "已婚\n一子")
    assert walk.facts.needs[Block.family][0].words == "已婚 一子"
    presenter.leave(FAMILY, "已婚\u202e")
    assert presenter.facts_found.field(FAMILY).error
    assert walk.facts.needs[Block.family][0].words == "已婚 一子"


def test_half_typed_words_are_there_after_a_new_start(tmp_path: Path) -> None:
    with practice(tmp_path) as at:
        walk, presenter = begun(at)
        presenter.facts_found.keep(FAMILY, "已婚，一")
        presenter.facts_found.choose(DEBTS, "refused")
        presenter.facts_found.keep(DEBTS, "客戶不")
        presenter.pots.begin()
        presenter.pots.typed.keep(name="養老")
        at.again()
        again = NeedsPresenter(opened(walk))
        assert again.facts_found.field(FAMILY).text == "已婚，一"
        assert again.facts_found.field(DEBTS).known is Known.refused
        assert again.facts_found.field(DEBTS).text == "客戶不"
        assert (again.pots.is_open, again.pots.typed.of("name")) == (True, "養老")


def test_a_draft_longer_than_any_act_keeps_its_beginning(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.facts_found.keep(FAMILY, "很" * 5_000)
    kept = presenter.facts_found.field(FAMILY).text
    assert len(kept) > 400
    assert set(kept) == {"很"}


def test_a_pot_is_written_changed_renamed_and_taken_away(at: Practice) -> None:
    walk, presenter = begun(at)
    pots = presenter.pots
    assert save_pot(presenter, "養老金", "500000")
    pots.edit("養老金")
    pots.choose_purpose("pension")
    pots.choose_no_day(has_none=False)
    assert presenter.save_pot("退休用", "600000.00", "存款", "2030-01-01")
    pot = walk.facts.pots["退休用"]
    assert list(walk.facts.pots) == ["退休用"]
    assert (pot.purpose, pot.needed_by) == (Purpose.pension, date(2030, 1, 1))
    pots.remove("退休用")
    assert walk.facts.pots == {}


@pytest.mark.parametrize(
    ("name", "amount", "source", "day", "field"),
    [
        ("", "100", "存款", "2027-01-01", "name"),
        ("儲蓄", "0", "存款", "2027-01-01", "amount"),
        ("儲蓄", "一百", "存款", "2027-01-01", "amount"),
        ("儲蓄", "100", "", "2027-01-01", "source"),
        ("儲蓄", "100", "字" * 31, "2027-01-01", "source"),
        ("儲蓄", "100", "存款", "", "needed_by"),
        ("儲蓄", "100", "存款", "2027-13-01", "needed_by"),
        ("儲蓄", "100", "存款", "2027-W10-4", "needed_by"),
        ("儲蓄", "100", "存款", "2026-11-22", "needed_by"),
    ],
)
def test_what_is_wrong_with_a_pot_is_said_at_its_field(
    at: Practice, name: str, amount: str, source: str, day: str, field: str
) -> None:
    walk, presenter = begun(at)
    presenter.pots.begin()
    assert not presenter.save_pot(name, amount, source, day)
    assert presenter.pots.errors.of(field)
    assert presenter.pots.is_open
    assert walk.facts.pots == {}


def test_money_may_be_needed_today(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.pots.begin()
    assert presenter.save_pot("儲蓄", "100", "存款", "2026-11-23")
    assert walk.facts.pots["儲蓄"].needed_by == date(2026, 11, 23)


def test_a_new_pot_never_replaces_one_of_the_same_name(at: Practice) -> None:
    walk, presenter = begun(at)
    save_pot(presenter, "儲蓄", "200000")
    presenter.pots.begin()
    presenter.pots.choose_no_day(has_none=True)
    assert not presenter.save_pot(" 儲蓄", "1", "存款", "")
    assert presenter.pots.errors.of("name")
    assert walk.facts.pots["儲蓄"].amount == Money.parse("200000")


def test_the_first_section_that_lacks_something_is_shown_and_the_ends_stay(at: Practice) -> None:
    _, presenter = begun(at)
    for one in items_of(Block.income_and_spending):
        presenter.leave(one, "100")
    assert presenter.shown == "assets"
    presenter.step_section(-1)
    presenter.step_section(-1)
    assert presenter.shown == SECTIONS[0]
    for _ in range(10):
        presenter.step_section(1)
    assert presenter.shown == POTS


def test_progress_is_told_in_sections(at: Practice) -> None:
    _, presenter = begun(at)
    assert presenter.progress() == (0, 7)
    fill(presenter)
    assert presenter.progress() == (7, 7)


def test_only_the_client_can_say_that_it_is_right(at: Practice) -> None:
    _, presenter = begun(at)
    fill(presenter)
    assert presenter.lacking() == ("NEEDS_NOT_CONFIRMED",)
    presenter.confirm()
    assert presenter.lacking() == ("NEEDS_NOT_CONFIRMED",)
    presenter.client_confirms()
    assert presenter.missing() == ()


def test_a_change_after_the_clients_word_asks_for_it_again(at: Practice) -> None:
    _, presenter = begun(at)
    fill(presenter)
    presenter.client_confirms()
    presenter.leave(INCOME, "1")
    assert presenter.missing() == ("NEEDS_NOT_CONFIRMED",)


def test_what_the_client_finds_different_is_flagged_until_it_is_put_right(at: Practice) -> None:
    _, presenter = begun(at)
    fill(presenter)
    presenter.say_different(("debts",))
    assert [one.id for one in presenter.sections() if one.flagged] == ["debts"]
    assert presenter.shown == "debts"
    presenter.leave(DEBTS, "7")
    assert not presenter.client_says_different


def test_a_difference_that_was_none_is_settled_by_the_adviser(at: Practice) -> None:
    _, presenter = begun(at)
    fill(presenter)
    presenter.say_different(("pots", "family"))
    presenter.settle_difference()
    assert not presenter.client_says_different


@pytest.mark.parametrize(("spending", "doubted"), [("1500000", False), ("1500000.01", True)])
def test_spending_above_income_and_assets_is_doubted(
    at: Practice, spending: str, doubted: bool
) -> None:
    _, presenter = begun(at)
    fill(presenter)
    presenter.leave(item("yearly_spending"), spending)
    assert bool(presenter.doubts()) is doubted


@pytest.mark.parametrize(("pot", "doubted"), [("500000", False), ("500000.01", True)])
def test_pots_above_the_liquid_assets_are_doubted(at: Practice, pot: str, doubted: bool) -> None:
    _, presenter = begun(at)
    fill(presenter)
    presenter.pots.edit("儲蓄")
    presenter.save_pot("儲蓄", pot, "存款", "")
    assert bool(presenter.doubts()) is doubted


def test_the_summary_speaks_the_clients_language(at: Practice) -> None:
    _, presenter = begun(at)
    fill(presenter)
    presenter.facts_found.choose(DEBTS, "refused")
    presenter.leave(DEBTS, "不想談")
    cards = {card.section: card for card in presenter.summary.cards()}
    assert cards["debts"].lines[0].value == "不願意說（不想談）"
    assert cards["pots"].lines[0].value == "200,000.00 元，無指定用途，無固定日期"
    assert len(cards) == 7


@pytest.mark.parametrize(
    ("amount", "said"), [("1,2,3", "數字"), ("9" * 20, "999,999,999,999,999.99"), ("0", "大於 0")]
)
def test_what_is_wrong_with_an_amount_is_said_at_its_field(
    at: Practice, amount: str, said: str
) -> None:
    walk, presenter = begun(at)
    presenter.leave(INCOME, amount)
    assert not save_pot(presenter, amount=amount)
    assert said in presenter.pots.errors.of("amount")
    if amount != "0":  # no income at all is an answer
        assert said in presenter.facts_found.field(INCOME).error
        assert walk.facts.needs == {}
