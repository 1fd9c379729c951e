"""Dated prices: read whole or not at all, every mistake told."""

from datetime import date
from pathlib import Path

import pytest

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.product import AssetClass
from advisor_desk.domain.trouble import BadData, BadInput
from advisor_desk.packs.catalogue import catalogue_on
from advisor_desk.packs.prices import load_prices, prices_on

TODAY = date(2026, 11, 23)
EDITION = data_folder("resources") / "prices" / "2026-11-20.toml"


def broken(folder: Path, old: str, new: str) -> Path:
    text = EDITION.read_text("utf-8")
    assert old in text
    path = folder / EDITION.name
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path


def test_an_edition_counts_from_the_day_of_its_last_prices() -> None:
    assert prices_on(date(2026, 11, 19)) is None
    for day in (date(2026, 11, 20), TODAY):
        found = prices_on(day)
        assert found is not None
        assert found.edition == date(2026, 11, 20)
        assert len(found.sha256) == 64


def test_prices_are_of_products_of_the_catalogue_that_can_have_one() -> None:
    shelf = catalogue_on(TODAY)
    for code in load_prices(EDITION).series:
        assert shelf.product(code).asset_class is not AssetClass.structured


def test_a_product_without_prices_has_no_performance() -> None:
    found = load_prices(EDITION)
    assert found.performance("DEMO-R1-003", TODAY) is None
    assert found.performance(None, TODAY) is None
    ended = found.performance("DEMO-R2-003", TODAY)
    assert ended is not None
    assert (ended.until, ended.is_stale(TODAY)) == (date(2026, 8, 20), True)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"1.0532"', '"1.05"', "four decimals"),
        ('"1.0532"', '"0.0000"', "above 0"),
        ('"1.0532"', '"-1.0532"', "four decimals"),
        ('"1.0532"', '"１.0532"', "four decimals"),
        ('"1.0532"', "1.0532", "VALUE"),
        ('"1.0544"', '""', "from the product's first to its last"),
        ('"1.0532", ', "", "one price for each day; not so: DEMO-R1-001"),
        ('product = "DEMO-R1-004"', 'product = "DEMO-R1-001"', "repeated: DEMO-R1-001"),
        ("2026-01-20, 2026-02-20", "2026-02-20, 2026-01-20", "one after another"),
        ("2026-01-20, ", "2026-02-19, ", "at most 45 apart"),
        ("2026-10-20, 2026-11-20", "2026-10-20, 2026-11-21", "as the last of the days"),
        ("2026-10-20", "2026-10-32", "TOML_UNREADABLE"),
        ("about = ", 'colour = "red"\nabout = ', "KEY_UNKNOWN"),
    ],
)
def test_prices_that_contradict_themselves_are_refused(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    with pytest.raises(BadData) as caught:
        load_prices(broken(tmp_path, old, new))
    assert said in " ".join(str(one) for one in caught.value.mistakes)


def test_an_edition_is_named_after_its_last_day(tmp_path: Path) -> None:
    path = tmp_path / "2026-11-21.toml"
    path.write_bytes(EDITION.read_bytes())
    with pytest.raises(BadInput, match="PRICES_MISNAMED"):
        load_prices(path)
