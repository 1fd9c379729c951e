from datetime import date
from pathlib import Path

import pytest

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.languages import Language
from advisor_desk.domain.product import Regime
from advisor_desk.domain.trouble import BadData, BadInput, Tampered
from advisor_desk.packs.catalogue import catalogue_on, load_catalogue
from advisor_desk.packs.materials import ELEMENTS, load_register

TODAY = date(2026, 11, 23)
SHELF = data_folder("resources") / "catalogue" / "2026-01-01.toml"


def broken(folder: Path, *changes: tuple[str, str]) -> Path:
    text = SHELF.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / SHELF.name
    path.write_text(text, "utf-8")
    return path


def test_the_higher_of_two_grades_counts() -> None:
    assert catalogue_on(TODAY).product("DEMO-X0-002").risk is ProductRisk.R3


def test_money_comes_back_after_the_longer_of_term_and_holding_and_settlement() -> None:
    shelf = catalogue_on(TODAY)
    assert shelf.product("DEMO-R2-001").pays_back_days == 32
    assert shelf.product("DEMO-R4-001").pays_back_days == 1097


def test_a_product_has_its_name_in_the_language_asked() -> None:
    shelf = catalogue_on(TODAY)
    names = [shelf.product("DEMO-R3-001", language).name for language in Language]
    assert names == ["Demo Balanced 180", "示例平衡 180 天", "示例平衡 180 天"]
    assert shelf.product("DEMO-R2-001", Language.zh_TW).issuer == "示例理財公司"


def test_every_regime_has_products_of_several_grades() -> None:
    for regime in Regime:
        risks = {one.risk for one in catalogue_on(TODAY).products() if one.regime is regime}
        assert len(risks) >= 3, regime


def test_there_are_capital_protecting_products_to_recommend() -> None:
    protecting = [one for one in catalogue_on(TODAY).products() if one.capital_protecting]
    assert {one.risk for one in protecting} >= {ProductRisk.R1, ProductRisk.R2, ProductRisk.R3}


@pytest.mark.parametrize(
    ("code", "day", "sold"),
    [
        ("DEMO-R2-002", date(2026, 10, 31), False),
        ("DEMO-R2-002", date(2026, 11, 1), True),
        ("DEMO-R2-002", date(2026, 11, 30), True),
        ("DEMO-R2-002", date(2026, 12, 1), False),
        ("DEMO-R2-003", date(2026, 3, 1), False),
    ],
    ids=["the day before", "first day", "last day", "the day after", "suspended in its period"],
)
def test_a_product_is_sold_in_its_days_only(code: str, day: date, sold: bool) -> None:
    assert catalogue_on(day).product(code).sold_on(day) is sold


def test_there_is_no_catalogue_before_the_first_edition() -> None:
    assert catalogue_on(date(2026, 1, 1)).edition == date(2026, 1, 1)
    with pytest.raises(BadInput, match="CATALOGUE_NOT_IN_FORCE"):
        catalogue_on(date(2025, 12, 31))


def test_a_product_not_listed_is_named() -> None:
    with pytest.raises(BadInput, match=r"PRODUCT_UNKNOWN.*DEMO-R9-001"):
        catalogue_on(TODAY).product("DEMO-R9-001")


def test_all_mistakes_of_a_catalogue_are_told_at_once_with_their_lines(tmp_path: Path) -> None:
    path = broken(
        tmp_path,
        ('seller_grade = "R1"', 'seller_grade = "R6"'),
        ('minimum = "50000.00"', 'minimum = "a lot"'),
        ('step = "1000.00"', "step = 1000.0"),
    )
    with pytest.raises(BadData) as caught:
        load_catalogue(path)
    lines = path.read_text("utf-8").splitlines()
    found = [(one.place, lines[one.line - 1]) for one in caught.value.mistakes]
    assert found == [
        ("product[1].seller_grade", 'seller_grade = "R6"'),
        ("product[2].minimum", 'minimum = "a lot"'),
        ("product[3].step", "step = 1000.0"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('code = "DEMO-R1-002"', 'code = "DEMO-R1-001"', "repeated: DEMO-R1-001"),
        ('issuer = "demo_bank"', 'issuer = "nobody"', "unknown: nobody"),
        ("sale_to = 2026-12-15", "sale_to = 2026-10-31", "sale_to not before sale_from"),
        ('opening = "closed"', 'opening = "daily"', "term_days 0"),
        ("term_days = 90", "term_days = 0", "term_days above 0"),
        ('"0.15"', '"0.1"', "two decimals"),
        ("sale_from = 2026-11-01", "sale_from = 2026-11-31", "TOML_UNREADABLE"),
        ('status = "on_sale"', 'status = "on_sale"\ncolour = "red"', "KEY_UNKNOWN"),
    ],
)
def test_a_catalogue_that_contradicts_itself_is_refused(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    with pytest.raises(BadData) as caught:
        load_catalogue(broken(tmp_path, (old, new)))
    assert said in " ".join(str(one) for one in caught.value.mistakes)


def test_a_catalogue_is_named_after_its_first_day(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="CATALOGUE_MISNAMED"):
        load_catalogue(broken(tmp_path, ("edition = 2026-01-01", "edition = 2026-01-02")))


def test_every_product_has_the_material_its_line_names() -> None:
    for product in catalogue_on(TODAY).products():
        material = load_register().material(product.code, product.material_version)
        assert tuple(one.id for one in material.elements) == ELEMENTS
        assert material.approved_by == product.material_approved_by
        risk = material.elements[ELEMENTS.index("risk")].text
        assert all(product.risk.name in text for text in risk.all().values())
        if product.term_days:
            term = material.elements[ELEMENTS.index("terms")].text
            assert all(f"{product.term_days} " in text for text in term.all().values())


def test_material_of_branch_staff_is_listed_and_blocked() -> None:
    material = load_register().material("DEMO-X0-001", "draft")
    assert material.blocked_on(TODAY) == "MATERIAL_NOT_APPROVED"


@pytest.mark.parametrize(
    ("day", "cause"),
    [
        (date(2025, 12, 31), "MATERIAL_NOT_YET_VALID"),
        (date(2026, 1, 1), ""),
        (date(2027, 12, 31), ""),
        (date(2028, 1, 1), "MATERIAL_EXPIRED"),
    ],
)
def test_material_is_open_in_its_days_only(day: date, cause: str) -> None:
    assert load_register().material("DEMO-R3-001", "2026.2").blocked_on(day) == cause


def test_material_that_differs_from_its_digest_is_not_opened(tmp_path: Path) -> None:
    source = data_folder("resources") / "materials"
    (tmp_path / "DEMO-R3-001").mkdir()
    for name in ("register.toml", "DEMO-R3-001/2026.2.toml"):
        (tmp_path / name).write_bytes((source / name).read_bytes())
    assert load_register(tmp_path).material("DEMO-R3-001", "2026.2").elements
    altered = tmp_path / "DEMO-R3-001" / "2026.2.toml"
    altered.write_text(altered.read_text("utf-8").replace("92,000", "98,000"), "utf-8")
    with pytest.raises(Tampered, match="MATERIAL_ALTERED"):
        load_register(tmp_path).material("DEMO-R3-001", "2026.2")


def test_material_nobody_registered_is_refused() -> None:
    with pytest.raises(BadInput, match="MATERIAL_NOT_REGISTERED"):
        load_register().material("DEMO-R3-001", "2031.1")
