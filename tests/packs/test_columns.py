"""What other systems call things; what the screens call them is known as well."""

import pytest

from advisor_desk.domain.client import DocumentKind
from advisor_desk.domain.currencies import CURRENCIES
from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.languages import Language
from advisor_desk.domain.product import AssetClass
from advisor_desk.packs.columns import columns_by_name, known_columns, meant
from advisor_desk.packs.wording import text_of
from advisor_desk.services import client_import, holdings_import


@pytest.mark.parametrize("language", list(Language))
def test_the_words_of_the_screens_are_understood(language: Language) -> None:
    known = known_columns()
    for kind in AssetClass:
        said = text_of(language, f"CLASS_{kind.value}")
        assert meant(said, known.asset_class) == kind.name, said
    for document in DocumentKind:
        said = text_of(language, f"DOCUMENT_{document.name}")
        assert meant(said, known.document) == document.name, said
    for field in client_import.FIELDS:
        assert meant(text_of(language, f"IMPORT_FIELD_{field}"), known.client) == field
    for field in holdings_import.FIELDS:
        said = text_of(language, "HOLDING_name" if field == "name" else f"IMPORT_FIELD_{field}")
        assert meant(said, known.holding) == field, said


def test_every_key_is_one_the_program_has() -> None:
    known = known_columns()
    assert known.client.keys() == set(client_import.FIELDS)
    assert known.holding.keys() == set(holdings_import.FIELDS)
    assert known.document.keys() == {one.name for one in DocumentKind}
    assert known.language.keys() == {one.name for one in Language}
    assert known.asset_class.keys() == {one.name for one in AssetClass}
    assert known.risk.keys() == {one.name for one in ProductRisk}
    assert known.currency.keys() <= CURRENCIES


def test_no_word_means_two_things() -> None:
    known = known_columns()
    for names in (known.document, known.language, known.asset_class, known.risk, known.currency):
        for key, words in names.items():
            assert {meant(word, names) for word in words} == {key}


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        (("客户号", "客户姓名", "手机"), {"name": 1, "phone": 2}),
        (("姓名（必填）", "证件号码（必填）"), {"name": 0, "document": 1}),
        (("Valid until", "ID", "Hotel"), {"document": 1}),
        (("ＩＤ　number", "NAME"), {"document": 0, "name": 1}),
        (("", "?", "  "), {}),
    ],
)
def test_a_heading_is_known_by_its_words(header: tuple[str, ...], columns: dict[str, int]) -> None:
    assert columns_by_name(header, known_columns().client) == columns
