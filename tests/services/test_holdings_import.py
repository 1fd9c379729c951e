"""What a client holds, out of a file: each cell read or refused, one act, undone like any other."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.services.branch import Walk, practice
from tests.services.lists import written

from advisor_desk.domain.assessment_events import Holding
from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.import_events import ColumnsMatched
from advisor_desk.domain.languages import Language
from advisor_desk.domain.money import Money
from advisor_desk.domain.product import AssetClass
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.delimited import Delimited, delimited
from advisor_desk.packs.wording import trouble_text
from advisor_desk.services.holdings_import import FIELDS, HoldingsImport
from advisor_desk.services.importing import Outcome, Preview

HEADER = ("名稱", "產品代碼", "金額", "幣種", "風險等級", "資產類別", "截至日期", "到期日")
CN_HEADER = ("产品名称", "产品代码", "市值", "币种", "风险等级", "资产类别", "估值日期", "到期日")
EN_HEADER = ("Name", "Code", "Amount", "Currency", "Grade", "Class", "As of", "Matures")
TODAY = date(2026, 11, 23)
ALL = dict(zip(FIELDS, range(len(FIELDS)), strict=True))


def row(**given: str) -> dict[str, str]:
    usual = {
        "name": "某銀行大額存單（虛構）",
        "product": "",
        "amount": "200,000.00",
        "currency": "CNY",
        "risk": "",
        "asset_class": "存款",
        "as_of": "2026-10-31",
        "matures_on": "2027-10-31",
    }
    return usual | given


def table(*rows: dict[str, str], header: tuple[str, ...] = HEADER) -> Delimited:
    return delimited(written(*rows, header=header).encode(), "held.csv")


@pytest.fixture
def walk(tmp_path: Path) -> Iterator[Walk]:
    with practice(tmp_path) as at:
        yield Walk(at).until("result")


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    """An interview at its portfolio, of which nothing is ever recorded."""
    with practice(tmp_path_factory.mktemp("branch")) as at:
        yield Walk(at).until("result")


def lists(walk: Walk) -> HoldingsImport:
    return walk.do.holdings_import


def seen(walk: Walk, read: Delimited) -> Preview[Holding]:
    return lists(walk).preview(walk.interview, read, lists(walk).columns(read))


def take(walk: Walk, read: Delimited) -> int:
    return lists(walk).take(walk.interview, read, lists(walk).columns(read))


def only(walk: Walk, **given: str) -> Holding:
    (item,) = seen(walk, table(row(**given))).items()
    return item


@pytest.mark.parametrize("header", [HEADER, CN_HEADER, EN_HEADER])
def test_headings_say_which_column_holds_what(untouched: Walk, header: tuple[str, ...]) -> None:
    assert lists(untouched).columns(table(row(), header=header)) == ALL


def test_what_no_heading_speaks_of_is_known_by_what_stands_in_it(untouched: Walk) -> None:
    read = table(row(risk="R2", product="?"), header=("a", "b", "c", "d", "e", "f", "g", "h"))
    columns = lists(untouched).columns(read)
    assert columns == {field: at for field, at in ALL.items() if field != "product"}


def test_a_row_is_read_as_a_holding(untouched: Walk) -> None:
    assert only(untouched) == Holding(
        "某銀行大額存單（虛構）",
        Money(20_000_000),
        None,
        date(2026, 10, 31),
        AssetClass.deposit,
        None,
        date(2027, 10, 31),
    )


@pytest.mark.parametrize(
    ("given", "amount"),
    [
        ({"amount": "200000"}, Money(20_000_000)),
        ({"amount": "２００，０００．００"}, Money(20_000_000)),
        ({"amount": "¥200,000.00"}, Money(20_000_000)),
        ({"amount": "￥ 200,000.00"}, Money(20_000_000)),
        ({"amount": "200,000.00 元"}, Money(20_000_000)),
        ({"amount": "USD 1,000.5", "currency": ""}, Money(100_050, "USD")),
        ({"amount": "HK$1,000", "currency": "HKD"}, Money(100_000, "HKD")),
        ({"amount": "1000", "currency": "美元"}, Money(100_000, "USD")),
        ({"amount": "1000", "currency": "usd"}, Money(100_000, "USD")),
        ({"amount": "1000", "currency": "人民币"}, Money(100_000)),
        ({"amount": "1000", "currency": ""}, Money(100_000)),
        ({"amount": '="1000"'}, Money(100_000)),
    ],
)
def test_an_amount_is_read_with_its_currency(
    untouched: Walk, given: dict[str, str], amount: Money
) -> None:
    assert only(untouched, **given).amount == amount


@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({"amount": "很多"}, "amount", "AMOUNT_UNREADABLE"),
        ({"amount": "20万"}, "amount", "AMOUNT_UNREADABLE"),
        ({"amount": "-200"}, "amount", "AMOUNT_UNREADABLE"),
        ({"amount": "(200.00)"}, "amount", "AMOUNT_UNREADABLE"),
        ({"amount": "1.234,56"}, "amount", "AMOUNT_UNREADABLE"),
        ({"amount": "1,00,000"}, "amount", "AMOUNT_UNREADABLE"),
        ({"amount": "1.234"}, "amount", "AMOUNT_UNREADABLE"),
        ({"amount": "٣٠٠"}, "amount", "AMOUNT_UNREADABLE"),
        ({"amount": ""}, "amount", "AMOUNT_UNREADABLE"),
        ({"amount": "0.00"}, "amount", "AMOUNT_NOT_POSITIVE"),
        ({"amount": "9" * 16}, "amount", "AMOUNT_TOO_LARGE"),
        ({"amount": "2E+05"}, "amount", "CELL_ROUNDED"),
        ({"amount": "=SUM(A1)"}, "amount", "CELL_FORMULA"),
        ({"amount": "$100"}, "amount", "CELL_CURRENCY"),
        ({"amount": "BTC 1"}, "amount", "CELL_CURRENCY"),
        ({"currency": "XYZ"}, "currency", "CELL_CURRENCY"),
        ({"currency": "比特幣"}, "currency", "CELL_CURRENCY"),
        ({"amount": "USD 100", "currency": "CNY"}, "currency", "CELL_CURRENCIES"),
        ({"risk": "R9"}, "risk", "CELL_WORD"),
        ({"asset_class": "房產"}, "asset_class", "CELL_WORD"),
        ({"as_of": "31/10/2026"}, "as_of", "CELL_DAY"),
        ({"as_of": "2026-11-24"}, "as_of", "DATE_LATER"),
        ({"matures_on": "到期"}, "matures_on", "CELL_DAY"),
        ({"matures_on": "2026-10-30"}, "matures_on", "MATURITY_BEFORE_AS_OF"),
        ({"risk": "R5"}, "risk", "DEPOSIT_GRADED"),
        (
            {"product": "DEMO-R2-001", "asset_class": "", "currency": "USD"},
            "currency",
            "HOLDING_CURRENCY",
        ),
        (
            {"product": "DEMO-R2-001", "asset_class": "", "amount": "USD 5000", "currency": ""},
            "amount",
            "HOLDING_CURRENCY",
        ),
        ({"product": "DEMO-R2-001", "asset_class": "", "risk": "R5"}, "risk", "CELL_NOT_OURS"),
        ({"product": "DEMO-R2-001"}, "asset_class", "CELL_NOT_OURS"),
        ({"name": ""}, "name", "TEXT_EMPTY"),
        ({"name": "存" * 101}, "name", "TEXT_TOO_LONG"),
        ({"name": "+1+1"}, "name", "CELL_FORMULA"),
    ],
)
def test_a_mistake_is_found_in_its_cell(
    untouched: Walk, given: dict[str, str], field: str, code: str
) -> None:
    (one,) = seen(untouched, table(row(**given))).rows
    assert one.outcome is Outcome.refused
    assert [(fault.field, fault.trouble.code) for fault in one.faults] == [(field, code)]
    for language in Language:
        assert trouble_text(one.faults[0].trouble, language, field=field)


def test_every_mistake_of_a_row_is_told_at_once(untouched: Walk) -> None:
    given = {"name": "", "amount": "x", "risk": "?", "as_of": "2027-01-01", "matures_on": "x"}
    (one,) = seen(untouched, table(row(**given))).rows
    fields = [fault.field for fault in one.faults]
    assert fields == ["name", "amount", "risk", "as_of", "matures_on"]


@pytest.mark.parametrize(
    ("given", "risk", "kind"),
    [
        ({"risk": "R3", "asset_class": "混合類"}, ProductRisk.R3, AssetClass.mixed),
        ({"risk": "中低风险", "asset_class": "Bond"}, ProductRisk.R2, AssetClass.fixed_income),
        ({"risk": "pr5", "asset_class": ""}, ProductRisk.R5, AssetClass.other),
        ({"risk": "無", "asset_class": "-"}, None, AssetClass.other),
        ({"risk": "R1", "asset_class": "存款"}, None, AssetClass.deposit),
    ],
)
def test_grade_and_class_are_read_in_the_words_of_other_banks(
    untouched: Walk, given: dict[str, str], risk: ProductRisk | None, kind: AssetClass
) -> None:
    found = only(untouched, **given)
    assert (found.risk, found.asset_class) == (risk, kind)


def test_of_a_product_of_ours_grade_and_class_are_our_own(untouched: Walk) -> None:
    ours = untouched.do.today().catalogue.product("DEMO-R2-001", Language.zh_CN)
    by_code = only(untouched, product="demo-r2-001", risk="R2", asset_class="固收")
    by_name = only(untouched, name=ours.name, asset_class="其他")
    for found in (by_code, by_name):
        assert (found.product, found.risk, found.asset_class) == (
            ours.code,
            ours.risk,
            ours.asset_class,
        )
    assert only(untouched, product="OTHER-1").product is None


def test_rows_are_added_to_what_is_recorded_as_one_act_and_undone_as_one(walk: Walk) -> None:
    first = Holding("手寫的", Money(100), None, TODAY)
    walk.do.portfolio.record_holdings(walk.interview, (first,))
    assert take(walk, table(row(), row(name="另一張"))) == 2
    held = walk.facts.holdings
    assert held is not None
    assert [one.name for one in held] == ["手寫的", "某銀行大額存單（虛構）", "另一張"]
    walk.do.flow.undo(walk.interview)
    assert walk.facts.holdings == (first,)
    assert walk.at.desk.book.verify(deep=True) == ()


def test_what_is_recorded_already_is_known(walk: Walk) -> None:
    take(walk, table(row()))
    found = seen(walk, table(row(), row(amount="300000"), row(amount="300,000.00")))
    assert [one.outcome for one in found.rows] == [Outcome.known, Outcome.new, Outcome.refused]
    assert found.rows[2].faults[0].trouble.facts["line"] == "3"
    with pytest.raises(BadInput, match="LIST_NOTHING_NEW"):
        take(walk, table(row()))


def test_changed_columns_are_kept_for_holdings_alone(walk: Walk) -> None:
    header = ("名稱", "x", "金額", "y", "z", "資產類別", "截至日期", "到期日")
    read = table(row(product="1", currency="2", risk="3"), header=header)
    changed = {field: ALL[field] for field in ("name", "amount", "as_of")}
    assert lists(walk).columns(read) != changed
    lists(walk).take(walk.interview, read, changed)
    walk.at.again()
    assert lists(walk).columns(read) == changed
    kept = [o for o in walk.at.desk.book.every_event() if isinstance(o.event, ColumnsMatched)]
    assert [one.subject for one in kept] == ["lists:holdings"]
    assert walk.at.desk.book.verify(deep=True) == ()


def test_a_field_without_a_column_is_asked_for(untouched: Walk) -> None:
    found = lists(untouched).preview(untouched.interview, table(row()), {"name": 0})
    assert found.missing == ("amount",)
    with pytest.raises(BadInput, match="COLUMN_MISSING"):
        lists(untouched).take(untouched.interview, table(row()), {"name": 0})


def test_before_its_step_nothing_is_taken_in(tmp_path: Path) -> None:
    with practice(tmp_path) as at:
        walk: Walk = Walk(at).until("opening")
        before = at.desk.book.head()
        with pytest.raises(BadInput, match="STEP_NOT_OPEN"):
            take(walk, table(row()))
        assert at.desk.book.head() == before


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12) | st.sampled_from(
    ["=1", "1,5", "USD 5", "R3", "存款", "2026-10-31", "９", "-1", "1E+5", "DEMO-R2-001", "¥"]
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.lists(TEXTS, min_size=8, max_size=8), min_size=1, max_size=6))
def test_whatever_stands_in_the_cells_each_row_is_judged_or_said_to_be_wrong(
    untouched: Walk, cells: list[list[str]]
) -> None:
    try:
        read = table(*(dict(zip(FIELDS, one, strict=True)) for one in cells))
    except BadInput as refused:
        assert refused.code in {"LIST_EMPTY", "LIST_ENCODING"}  # noqa: PT017 - both are answers
        return
    found = lists(untouched).preview(untouched.interview, read, ALL)
    assert len(found.rows) == len(read.rows)
    for one in found.rows:
        assert (one.outcome is Outcome.new) == (one.item is not None)
        assert (one.outcome is Outcome.refused) == bool(one.faults)
        for fault in one.faults:
            for language in Language:
                assert trouble_text(fault.trouble, language, field=fault.field)
