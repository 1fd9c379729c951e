"""Every form on paper, in three languages, read by poppler."""

import itertools
import re
from pathlib import Path

import pytest
from tests.forms.examples import (
    AT,
    FORMS,
    LONG_NAME_CHINESE,
    LONG_NAME_ENGLISH,
    STATEMENT,
    example,
    heading,
)
from tests.forms.paper import bare, fonts_of, text_of

from advisor_desk.domain.languages import Language
from advisor_desk.domain.trouble import BadInput
from advisor_desk.forms.heading import page_code
from advisor_desk.forms.rendering import RenderedForm, render
from advisor_desk.forms.template import load_template
from advisor_desk.forms.values import Value, Values

STATEMENT_ENGLISH = "I have read the risk disclosure and am willing to bear the investment risk."
EVERY = list(itertools.product(FORMS, Language))
SIGNERS = {"client", "guardian", "adviser", "witness", "referrer", "receiver"}
PERSON = re.compile(
    "(client|adviser|witness|guardian|referrer|receiver)_name|addressed_to|relation|witness_post"
)
PAGE_OF = {
    Language.en: "Page {} of {}",
    Language.zh_CN: "第{}页，共{}页",
    Language.zh_TW: "第{}頁，共{}頁",
}


def made(form: str, language: Language, **changed: Value) -> RenderedForm:
    template = load_template(form, AT.date())
    values = example(form, language, **changed)
    return render(template, values, language=language, heading=heading(language))


def texts_in(values: Values, form: str) -> list[str]:
    """Return every text among values: table cells too, but no options and switches."""
    fields = load_template(form, AT.date()).fields
    found: list[str] = []
    for name, value in values.items():
        if fields[name].kind in {"text", "lines"}:
            found.append(str(value))
        elif fields[name].kind == "table":
            found.extend(text for row in value for text in row)
    return found


@pytest.mark.parametrize(("form", "language"), EVERY)
def test_every_value_is_read_back_from_the_paper(
    form: str, language: Language, tmp_path: Path
) -> None:
    text = bare(text_of(made(form, language).content, tmp_path))
    for value in texts_in(example(form, language), form):
        assert bare(value) in text
    assert heading().number in text
    assert bare(page_code(heading(language), form, 1)) in text


@pytest.mark.parametrize(("form", "language"), EVERY)
def test_the_foot_names_rules_chain_and_template_in_two_lines(
    form: str, language: Language, tmp_path: Path
) -> None:
    printed = made(form, language)
    lines = text_of(printed.content, tmp_path).split("\f")[0].strip().splitlines()
    at = next(number for number, line in enumerate(lines) if "bank-procedure" in line)
    assert "3c9fa812" in lines[at]
    assert "cn-funds" in lines[at]
    assert heading().chain_head in lines[at + 1]
    assert load_template(form, AT.date()).digest[:8] in lines[at + 1]
    assert bare(lines[at + 1]).endswith(bare(PAGE_OF[language].format(1, printed.pages)))


@pytest.mark.parametrize(("form", "language"), EVERY)
def test_every_font_is_embedded_as_a_subset_with_its_characters(
    form: str, language: Language, tmp_path: Path
) -> None:
    fonts = fonts_of(made(form, language).content, tmp_path)
    assert fonts
    for name, kind, embedded, subset, characters in fonts:
        assert "NotoSans" in name
        assert (kind, embedded, subset, characters) == ("TrueType", "yes", "yes", "yes")


@pytest.mark.parametrize(("form", "language"), EVERY)
def test_every_page_says_its_number_of_all(form: str, language: Language, tmp_path: Path) -> None:
    printed = made(form, language)
    pages = text_of(printed.content, tmp_path).split("\f")[:-1]
    assert len(pages) == printed.pages
    for number, page in enumerate(pages, start=1):
        assert bare(PAGE_OF[language].format(number, printed.pages)) in bare(page)
        assert page_code(heading(language), form, number) in page


@pytest.mark.parametrize("form", FORMS)
def test_the_same_values_give_the_same_bytes(form: str) -> None:
    assert made(form, Language.zh_TW).content == made(form, Language.zh_TW).content


@pytest.mark.parametrize("form", FORMS)
def test_form_and_number_stand_uncompressed_in_the_file(form: str) -> None:
    assert f"{form} {heading().number}".encode() in made(form, Language.zh_TW).content


@pytest.mark.parametrize(("form", "language"), EVERY)
def test_boxes_for_the_hand_are_empty(form: str, language: Language, tmp_path: Path) -> None:
    printed = made(form, language)
    assert printed.by_hand
    for box in printed.by_hand:
        top = 841.89 - box.bottom - box.height
        place = {"-x": box.left, "-y": top, "-W": box.width, "-H": box.height}
        crop = [part for name, size in place.items() for part in (name, str(round(size)))]
        page = str(box.page + 1)
        text = text_of(printed.content, tmp_path, "-f", page, "-l", page, *crop)
        assert text.strip() == "", box.name


def names(form: RenderedForm) -> set[str]:
    return {box.name for box in form.boxes}


@pytest.mark.parametrize(
    ("form", "switches", "boxes"),
    [
        ("F1", {}, {"client", "adviser", "witness"}),
        ("F1", {"guardian": "yes"}, {"client", "guardian", "adviser", "witness"}),
        (
            "F1",
            {"special_declaration": "yes"},
            {"client", "client_declaration", "adviser", "witness"},
        ),
        ("F2", {}, {"client", "client_p2", "adviser"}),
        ("F2", {"guardian": "yes"}, {"client", "client_p2", "guardian", "adviser"}),
        ("F3", {}, {"client", "adviser"}),
        ("F3", {"guardian": "yes"}, {"client", "guardian", "adviser"}),
        ("F4", {}, {"client_declaration", "adviser", "witness"}),
        ("F5", {}, {"client", "witness", "adviser"}),
        ("F6", {}, {"guardian", "client", "adviser"}),
        ("F7", {}, {"adviser"}),
        ("F8", {}, {"referrer", "receiver"}),
        ("F8", {"begun_certified": "yes"}, {"referrer", "receiver"}),
        ("F10", {}, {"adviser"}),
        ("slip", {}, set()),
    ],
)
def test_a_form_has_a_box_for_each_who_signs(
    form: str, switches: dict[str, Value], boxes: set[str]
) -> None:
    printed = made(form, Language.zh_TW, **switches)
    assert names(printed) == boxes
    for box in printed.boxes:
        assert box.signer in SIGNERS
        assert box.width >= 55 * 72 / 25.4


def test_without_a_witness_the_whole_block_is_struck() -> None:
    nobody = {"witness_name": "", "witness_post": "", "witness_staff_no": ""}
    printed = made("F1", Language.zh_TW, witness="no", **nobody)
    assert names(printed) == {"client", "adviser"}
    assert "witness_time" not in {box.name for box in printed.by_hand}


def test_a_witness_not_yet_known_is_left_for_the_hand() -> None:
    nobody = {"witness_name": "", "witness_post": "", "witness_staff_no": ""}
    by_hand = {box.name for box in made("F1", Language.zh_TW, **nobody).by_hand}
    assert by_hand >= {
        "witness_name",
        "witness_post",
        "witness_staff_no",
        "witness",
        "witness_time",
    }


def test_what_the_client_copies_has_a_blank_box_on_f1_and_f3() -> None:
    for form in ("F1", "F3"):
        assert "copied_statement" in {box.name for box in made(form, Language.en).by_hand}
    assert "client_grade" in {box.name for box in made("F3", Language.en).by_hand}


@pytest.mark.parametrize(
    ("statement", "rows"),
    [("愿" * 20, 1), ("愿" * 21, 2), ("愿" * 40, 2), (STATEMENT, 1)],
    ids=["20 characters: one row", "21: two rows", "40: two rows", "the pack's own: one row"],
)
def test_a_character_box_is_never_narrower_than_nine_millimetres(statement: str, rows: int) -> None:
    printed = made("F3", Language.zh_CN, copied_statement=statement)
    box = next(box for box in printed.by_hand if box.name == "copied_statement")
    assert round((box.height * 25.4 / 72 + 1.2) / 10.5, 2) == rows


@pytest.mark.parametrize("kind", ["subscription", "purchase", "redemption", "cancellation"])
def test_the_kind_chosen_is_the_only_one_ticked(kind: str) -> None:
    ticks = made("F1", Language.zh_TW, kind=kind).ticks
    assert {tick.option for tick in ticks if tick.field == "kind" and tick.ticked} == {kind}


def test_only_the_elements_explained_are_ticked() -> None:
    ticks = made("F3", Language.zh_TW, elements=("risk", "terms")).ticks
    assert {tick.option for tick in ticks if tick.ticked} == {"risk", "terms"}
    assert not any(tick.ticked for tick in made("F3", Language.zh_TW, elements=()).ticks)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        (Language.zh_TW, LONG_NAME_CHINESE),
        (Language.zh_CN, LONG_NAME_CHINESE),
        (Language.en, LONG_NAME_ENGLISH),
        (Language.en, "x" * 100),
    ],
)
@pytest.mark.parametrize("form", FORMS)
def test_a_name_of_a_hundred_characters_is_printed_whole(
    form: str, language: Language, name: str, tmp_path: Path
) -> None:
    people = {field: name for field in example(form, language) if PERSON.fullmatch(field)}
    printed = made(form, language, **people)
    assert bare(text_of(printed.content, tmp_path)).count(bare(name)) >= len(people) >= 2


@pytest.mark.parametrize("language", list(Language))
def test_f3_stays_on_one_page_with_long_names_and_a_guardian(language: Language) -> None:
    long = LONG_NAME_ENGLISH if language is Language.en else LONG_NAME_CHINESE[:40]
    assert made("F3", language, client_name=long, adviser_name=long, guardian="yes").pages == 1


@pytest.mark.parametrize("form", ["F4", "F5", "F6", "F8", "F10", "slip"])
@pytest.mark.parametrize("language", list(Language))
def test_what_is_signed_in_one_sitting_is_one_page(form: str, language: Language) -> None:
    assert made(form, language).pages == 1


@pytest.mark.parametrize("language", list(Language))
def test_long_answers_are_printed_whole(language: Language) -> None:
    said = "I want it. " * 90 if language is Language.en else "我自己想要，跌了我认。" * 90
    answers = tuple((said[:200], said, "14:30") for _ in range(5))
    others = tuple((said[:100], "R1", said) for _ in range(3))
    second = made("F5", language, questions=answers, witness_words=said)
    declared = made("F4", language, alternatives=others, own_words=said)
    for form, field in (
        (second, "questions[5].heard"),
        (second, "witness_words"),
        (declared, "alternatives[3].answer"),
        (declared, "own_words"),
    ):
        pieces = [one.text for one in form.printed if one.field == field]
        assert bare("".join(pieces)) == bare(said)


def test_who_takes_a_client_over_may_write_it_in_by_hand() -> None:
    later = {"receiver_name": "", "receiver_staff_no": "", "receiver_certificate": ""}
    by_hand = {box.name for box in made("F8", Language.en, meeting="", **later).by_hand}
    assert by_hand >= {*later, "meeting", "receiver", "receiver_time"}


@pytest.mark.parametrize("declaration", ["yes", "no"])
@pytest.mark.parametrize("language", list(Language))
def test_f1_stays_on_one_page(language: Language, declaration: str) -> None:
    assert made("F1", language, special_declaration=declaration).pages == 1


def test_an_ordinary_application_with_an_english_sentence_is_one_page() -> None:
    assert made("F1", Language.en, copied_statement=STATEMENT_ENGLISH).pages == 1


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("declaration", ["yes", "no"])
def test_signatures_go_to_another_page_with_what_they_are_given_for(
    language: Language, declaration: str
) -> None:
    long = LONG_NAME_ENGLISH if language is Language.en else LONG_NAME_CHINESE
    application = made(
        "F1",
        language,
        special_declaration=declaration,
        client_name=long,
        adviser_name=long,
        product_name=long[:60],
        copied_statement=STATEMENT_ENGLISH if language is Language.en else STATEMENT,
    )
    assert application.pages == 2
    by_hand = {box.name: box.page for box in application.by_hand}
    assert set(by_hand.values()) == {1}, "everything by hand stands together"
    assert "copied_statement" in by_hand


@pytest.mark.parametrize("name", ["王𫖮", "䶮㛃"])
def test_rare_names_copy_out_right(name: str, tmp_path: Path) -> None:
    for language in Language:
        text = text_of(made("F1", language, client_name=name).content, tmp_path)
        assert name in text


def test_many_answers_go_on_with_the_head_and_a_signature_on_every_page(tmp_path: Path) -> None:
    rows = tuple((str(n), f"問題{n}" * 12, "A　回答", "客戶本人") for n in range(1, 81))
    printed = made("F2", Language.zh_TW, answers=rows)
    pages = text_of(printed.content, tmp_path).split("\f")[:-1]
    assert printed.pages >= 4
    assert len([box for box in printed.boxes if box.signer == "client"]) == printed.pages
    assert {box.page for box in printed.boxes if box.signer == "client"} == set(
        range(printed.pages)
    )
    for page in pages[1:-1]:
        assert "客戶的回答（續）" in page
        assert "由誰輸入" in page
    for number in range(1, 81):
        assert f"問題{number}" in "".join(pages)


@pytest.mark.parametrize("number", range(15, 33))
def test_what_is_confirmed_never_stands_without_the_last_answers(
    number: int, tmp_path: Path
) -> None:
    """Whatever the length of the table, rows go to the next page with the signatures."""
    rows = tuple((str(n), f"問題{n}", "A　回答", "客戶本人") for n in range(1, number + 1))
    pages = text_of(made("F2", Language.zh_TW, answers=rows).content, tmp_path).split("\f")[:-1]
    (signed,) = [page for page in pages if "確認與簽署" in page]
    assert f"問題{number}" in signed


def test_a_long_note_goes_on_under_its_label(tmp_path: Path) -> None:
    note = "".join(f"第{number}句，客戶說明財務狀況。" for number in range(1, 180))[:2_000]
    printed = made("F7", Language.zh_TW, finances=note, goals=note, family=note)
    text = text_of(printed.content, tmp_path)
    assert printed.pages > 1
    assert "（續）" in text
    assert len(re.findall("第1句", text)) == 3


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"client_name": ""}, "FORM_FIELD_MISSING", "client_name"),
        ({"shoe_size": "43"}, "FORM_FIELD_UNKNOWN", "shoe_size"),
        ({"client": "signed"}, "FORM_FIELD_UNKNOWN", "client"),
        ({"kind": "gift"}, "FORM_CHOICE_UNKNOWN", "kind"),
        ({"guardian": "perhaps"}, "FORM_CHOICE_UNKNOWN", "guardian"),
        ({"kind": ("purchase", "redemption")}, "FORM_FIELD_KIND", "kind"),
        ({"client_name": ("a", "b")}, "FORM_FIELD_KIND", "client_name"),
        ({"witness": "no"}, "FORM_FIELD_SWITCHED_OFF", "witness_name"),
        ({"product_code": "X" * 40}, "TEXT_TOO_WIDE", "product_code"),
        ({"client_name": "𠮷"}, "TEXT_UNPRINTABLE", "client_name"),
        ({"client_name": "a\nb"}, "TEXT_CHARACTER_REFUSED", "client_name"),
    ],
)
def test_values_that_do_not_belong_are_refused_by_field(
    changed: dict[str, Value], code: str, field: str
) -> None:
    with pytest.raises(BadInput) as caught:
        made("F1", Language.zh_TW, **changed)
    assert (caught.value.code, caught.value.facts["field"]) == (code, field)


def test_a_table_row_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(BadInput, match="FORM_FIELD_KIND"):
        made("F7", Language.zh_TW, present=(("陳", "客戶"),))
