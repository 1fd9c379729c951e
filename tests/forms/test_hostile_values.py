"""Whatever is typed is printed exactly as typed, or refused by name before anything is signed."""

import unicodedata
from functools import cache

import pytest
from tests.forms.examples import AT, example, heading
from tests.hostile import hostile_strings

from advisor_desk.domain.languages import Language
from advisor_desk.domain.trouble import BadInput
from advisor_desk.forms.rendering import render
from advisor_desk.forms.template import load_template
from advisor_desk.forms.values import printable

F7 = load_template("F7", AT.date())
BY_NAME = {"TEXT_EMPTY", "TEXT_TOO_LONG", "TEXT_CHARACTER_REFUSED", "TEXT_UNPRINTABLE"}


@cache
def sorted_out() -> tuple[tuple[str, ...], dict[str, str]]:
    """Return the strings that may be printed, and the code of those refused."""
    taken, refused = [], {}
    for text in hostile_strings():
        try:
            taken.append(printable(text, "client_name", Language.zh_TW))
        except BadInput as trouble:
            refused[text] = trouble.code
    return tuple(taken), refused


def test_all_strings_that_are_taken_come_back_from_the_paper() -> None:
    taken = [text for text in sorted_out()[0] if len(text) <= 200]
    rows = tuple((text, "x", "y") for text in taken)
    form = render(
        F7,
        example("F7", Language.zh_TW, present=rows),
        language=Language.zh_TW,
        heading=heading(),
    )
    found = {one.field: one.text for one in form.printed if one.field.endswith(".person")}
    assert len(taken) > 100
    for number, text in enumerate(taken, start=1):
        assert "".join(found[f"present[{number}].person"].split()) == "".join(text.split())


def test_what_is_refused_is_refused_by_name() -> None:
    assert set(sorted_out()[1].values()) == BY_NAME


def test_markup_and_code_are_plain_text() -> None:
    taken = sorted_out()[0]
    for text in ("<b>", "&amp;", "</para>", "'; DROP TABLE event;--", "endobj", "(\\)", "%%EOF"):
        assert text in taken


@pytest.mark.parametrize("text", ["\x00陳", "陳\u202e", "陳\u200b", "a" + "\u0301" * 30, "שלום"])
def test_control_bidirectional_combining_and_right_to_left_are_refused(text: str) -> None:
    with pytest.raises(BadInput):
        printable(text, "client_name", Language.zh_TW)


@pytest.mark.parametrize("name", ["王𫖮", "王䶮"])
@pytest.mark.parametrize("language", list(Language))
def test_rare_names_are_printed(name: str, language: Language) -> None:
    assert printable(name, "client_name", language) == unicodedata.normalize("NFC", name)


def test_a_name_no_font_has_is_refused_with_its_character_and_code() -> None:
    with pytest.raises(BadInput) as caught:
        printable("𠮷田", "client_name", Language.zh_CN)
    assert caught.value.code == "TEXT_UNPRINTABLE"
    assert caught.value.facts == {"field": "client_name", "characters": "𠮷 (U+20BB7)"}


@pytest.mark.parametrize("selector", ["\ufe00", "\ufe0f", "\U000e0100", "\U000e01ef"])
@pytest.mark.parametrize("language", list(Language))
def test_a_variant_that_would_print_as_the_plain_shape_is_refused(
    selector: str, language: Language
) -> None:
    with pytest.raises(BadInput) as caught:
        printable(f"王{selector}", "client_name", language)
    assert caught.value.code == "TEXT_UNPRINTABLE"
    code = f"(U+{ord(selector):04X})"
    assert caught.value.facts == {"field": "client_name", "characters": code}


def test_a_text_of_2000_letters_is_refused_by_its_field_not_cut() -> None:
    with pytest.raises(BadInput) as caught:
        render(
            F7,
            example("F7", Language.en, place="W" * 2_000),
            language=Language.en,
            heading=heading(),
        )
    assert caught.value.code == "TEXT_TOO_WIDE"
    assert caught.value.facts["field"] == "place"
