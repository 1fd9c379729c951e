"""Holdings and one improvement: kept as typed, recorded whole, shown as a picture."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice, Walk, practice
from tests.ui.opening.pages import cut_off, dress, look_of, opened, shown_client, shown_page

from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.interview import Reaction
from advisor_desk.domain.languages import Language
from advisor_desk.ui.screens.portfolio.client import PortfolioClientPage
from advisor_desk.ui.screens.portfolio.presenter import PortfolioPresenter, Row
from advisor_desk.ui.screens.portfolio.view import PortfolioView

ORDER = iter(range(100, 999))
ROWS = [
    Row("定期存款", "300000", "deposit", "2026-11-20"),
    Row("示例穩健 30 天", "100000", "R2", "2026-11-20"),
]


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Practice]:
    with practice(tmp_path_factory.mktemp("branch")) as made:
        yield made


def begun(at: Practice, language: Language = Language.zh_TW) -> tuple[Walk, PortfolioPresenter]:
    walk = Walk(at, order=next(ORDER)).until("result")
    return walk, PortfolioPresenter(opened(walk, language))


def test_rows_half_typed_survive_and_are_recorded_whole(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.type_rows([*ROWS, Row("半", "12", "R1", "")])
    again = PortfolioPresenter(opened(walk))
    assert [row.name for row in again.rows()] == ["定期存款", "示例穩健 30 天", "半"]
    assert presenter.record(ROWS)
    assert walk.facts.holdings is not None
    assert [(one.name, one.risk) for one in walk.facts.holdings] == [
        ("定期存款", None),
        ("示例穩健 30 天", ProductRisk.R2),
    ]
    assert PortfolioPresenter(opened(walk)).rows() == [
        Row("定期存款", "300000.00", "deposit", "2026-11-20"),
        Row("示例穩健 30 天", "100000.00", "R2", "2026-11-20"),
    ]


def test_the_mix_adds_up_and_the_largest_holding_stands_out(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.record(ROWS)
    assert [(one.risk, round(one.share, 2)) for one in presenter.mix()] == [
        (None, 0.75),
        (ProductRisk.R2, 0.25),
    ]
    much = presenter.concentrated()
    assert much is not None
    assert much.name == "定期存款"
    presenter.record([ROWS[1], Row("存款", "100000", "deposit", "")])
    assert presenter.concentrated() is None


def test_nothing_held_is_a_first_investment(at: Practice) -> None:
    walk, presenter = begun(at)
    assert presenter.record([])
    assert walk.facts.holdings == ()
    assert presenter.mix() == ()


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (Row("甲", "一百", "R1", ""), "amount"),
        (Row("", "100", "R1", ""), "name"),
        (Row("甲", "100", "R1", "2026-13-01"), "as_of"),
    ],
)
def test_what_is_wrong_is_said_at_its_row_and_field(at: Practice, row: Row, field: str) -> None:
    walk, presenter = begun(at)
    assert not presenter.record([ROWS[0], row])
    place, where, text = presenter.row_error
    assert (place, where) == (1, field)
    assert text
    assert walk.facts.holdings is None


def test_a_suggestion_ends_the_stage_and_a_promise_is_refused(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.record(ROWS)
    assert presenter.lacking() == ("NO_SUGGESTION",)
    assert not presenter.suggest("這個保證收益，放心買", Reaction.accepted)
    assert presenter.words_error()
    assert presenter.suggest("到期後三分之一轉入債券類產品", Reaction.considering)
    assert (presenter.lacking(), presenter.reason()) == ((), "")
    assert walk.facts.suggestions == ("到期後三分之一轉入債券類產品",)


def test_keeping_everything_needs_its_reason(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.record([])
    assert not presenter.keep("")
    assert presenter.words_error()
    assert presenter.keep("先看半年")
    assert presenter.lacking() == ()


@pytest.mark.parametrize("language", list(Language))
def test_both_pages_show_the_mix_and_nothing_is_cut_off(
    qtbot: QtBot, at: Practice, language: Language
) -> None:
    walk, presenter = begun(at, language)
    presenter.record(ROWS)
    presenter.suggest("留足半年開支", Reaction.accepted)
    look = look_of(language)
    dress(look)
    page = PortfolioView(look, presenter)
    assert [one for one in cut_off(shown_page(qtbot, page).window) if "outside" not in one] == []
    client = PortfolioClientPage(look.client(language), presenter)
    shown = shown_client(qtbot, client, presenter.interview, look.client(language))
    assert cut_off(shown.window) == []
    assert not any("留足半年開支" in text for text in shown.texts())
    assert walk.facts.holdings is not None
