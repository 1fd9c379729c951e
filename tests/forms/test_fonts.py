"""Fonts and the vectors of a page: what reportlab would get wrong unasked."""

import gc
from collections.abc import Iterator

import pypdfium2
import pytest
import segno
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from tests.forms.examples import AT, example, heading

from advisor_desk.domain.languages import Language
from advisor_desk.forms import fonts
from advisor_desk.forms.fonts import drawn, faces, script_of
from advisor_desk.forms.heading import page_code
from advisor_desk.forms.rendering import RenderedForm, render
from advisor_desk.forms.template import load_template

DARK = 128


def f1(language: Language = Language.zh_TW, name: str = "陳淑芬") -> RenderedForm:
    values = example("F1", language, client_name=name)
    return render(
        load_template("F1", AT.date()), values, language=language, heading=heading(language)
    )


def our_fonts() -> Iterator[TTFont]:
    for name in pdfmetrics.getRegisteredFontNames():
        if name.startswith("NotoSans"):
            yield pdfmetrics.getFont(name)


@pytest.mark.parametrize(
    ("language", "first"),
    [(Language.zh_TW, "TC"), (Language.zh_CN, "SC"), (Language.en, "SC")],
)
def test_traditional_is_set_in_taiwanese_shapes_first(language: Language, first: str) -> None:
    runs = list(faces(language).runs("骨直"))
    assert [run.font for run in runs] == [f"NotoSans{first}_400Regular"]


def test_a_character_the_first_face_lacks_comes_from_the_other() -> None:
    runs = list(faces(Language.zh_TW).runs("王𫖮先生"))
    assert [(run.font[8:10], run.text) for run in runs] == [
        ("TC", "王"),
        ("SC", "𫖮"),
        ("TC", "先生"),
    ]


def test_variation_selectors_are_not_drawn() -> None:
    assert drawn("葛\U000e0100城辻\ufe00") == "葛城辻"
    assert faces(Language.zh_CN).width("葛\U000e0100") == faces(Language.zh_CN).width("葛")


def test_characters_above_the_basic_plane_get_a_right_unicode_map() -> None:
    cmap = fonts._to_unicode("F", [0, 0x2B5AE, 0x4DAE])
    assert "<01> <D86DDDAE>" in cmap
    assert "<02> <4DAE>" in cmap


def test_a_unicode_map_has_at_most_a_hundred_entries_a_block() -> None:
    lines = fonts._to_unicode("F", list(range(0x4E00, 0x4E00 + 256))).splitlines()
    assert [line for line in lines if line.endswith("beginbfchar")] == [
        "100 beginbfchar",
        "100 beginbfchar",
        "56 beginbfchar",
    ]


def test_the_faces_have_names_of_their_own_for_reportlab() -> None:
    for language in Language:
        for bold in (True, False):
            list(faces(language, bold=bold).runs("王𫖮"))
    names = [font.face.name for font in our_fonts()]
    assert len(names) >= 4
    assert len(set(names)) == len(names)


def test_nothing_of_a_document_stays_in_the_fonts() -> None:
    for number in range(5):
        f1(name="客戶" + chr(0x5000 + number))
    gc.collect()
    assert all(len(font.state) == 0 for font in our_fonts())


def test_a_document_that_fails_leaves_nothing_in_the_fonts() -> None:
    with pytest.raises(Exception, match="TEXT_UNPRINTABLE"):
        f1(name="𠮷")
    gc.collect()
    assert all(len(font.state) == 0 for font in our_fonts())


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("本人已经阅读风险揭示，愿意承担投资风险", Language.zh_CN),
        ("本人已經閱讀風險揭示，願意承擔投資風險", Language.zh_TW),
        ("本人", Language.en),
    ],
)
def test_a_sentence_to_copy_is_set_in_its_own_script(text: str, script: Language) -> None:
    assert script_of(text, Language.en) is script


def test_the_qr_on_the_paper_holds_number_page_code_and_chain_head() -> None:
    form = f1()
    code = page_code(heading(), "F1", 1)
    content = f"{heading().number}/F1/1/{form.pages}/{code}/{heading().chain_head}"
    wanted = [list(row) for row in segno.make_qr(content, error="m", mask=3).matrix]
    scale = 8
    picture = pypdfium2.PdfDocument(form.content)[0].render(scale=scale).to_pil().convert("L")
    module = 17.6 * 72 / 25.4 * scale / len(wanted)
    left, top = 177.4 * 72 / 25.4 * scale, 12 * 72 / 25.4 * scale
    found = [
        [
            int(
                picture.getpixel((int(left + (x + 0.5) * module), int(top + (y + 0.5) * module)))
                < DARK
            )
            for x in range(len(wanted))
        ]
        for y in range(len(wanted))
    ]
    assert found == wanted


def test_page_codes_differ_by_form_page_number_and_chain_head() -> None:
    head = heading()
    codes = {page_code(head, form, page) for form in ("F1", "F2") for page in (1, 2, 3)}
    assert len(codes) == 6
