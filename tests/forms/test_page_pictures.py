"""Pages as pictures, band by band, and the words of a form about its own boxes."""

from datetime import date
from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.forms.examples import FORMS

from advisor_desk.domain.languages import Language
from advisor_desk.forms.box_words import box_label, box_section, form_title
from advisor_desk.forms.page_pictures import PagePictures
from advisor_desk.forms.pdfium_lock import PDFIUM
from advisor_desk.forms.strips import copied_grid

DAY = date(2026, 11, 23)
SENTENCE = "本人已经阅读风险揭示，愿意承担投资风险"


@pytest.fixture(scope="module")
def pictures() -> PagePictures:
    content = BytesIO()
    canvas = Canvas(content, pagesize=(595.28, 841.89))
    for text in ("first", "second"):
        canvas.setFont("Helvetica", 40)
        for line in range(18):
            canvas.drawString(60, 800 - line * 45, f"{text} {line}")
        canvas.showPage()
    canvas.save()
    return PagePictures(content.getvalue())


@pytest.mark.parametrize("scale", [96 / 72, 2.17, 1.7777])
def test_the_bands_of_a_page_join_to_the_page(pictures: PagePictures, scale: float) -> None:
    height = pictures.height(0, scale)
    whole = pictures.band(0, scale, 0, height)
    assert whole is not None
    assert whole.height == height
    joined = b""
    for top in range(0, height, 300):
        band = pictures.band(0, scale, top, min(300, height - top))
        assert band is not None
        assert (band.width, band.stride) == (whole.width, whole.stride)
        joined += band.pixels
    assert len(joined) == len(whole.pixels)
    differing = sum(abs(a - b) > 64 for a, b in zip(joined, whole.pixels, strict=True))
    assert differing < len(joined) / 1_000  # edges of letters, by less than a pixel


def test_pages_are_told_apart_and_read(pictures: PagePictures) -> None:
    assert len(pictures.sizes) == 2
    assert "second 17" in pictures.text(1)
    first, second = pictures.band(0, 1.0, 0, 200), pictures.band(1, 1.0, 0, 200)
    assert first is not None
    assert second is not None
    assert first.pixels != second.pixels


def test_while_another_thread_works_with_pdfium_nobody_waits(pictures: PagePictures) -> None:
    with PDFIUM:
        assert pictures.band(0, 1.0, 0, 100) is None
    assert pictures.band(0, 1.0, 0, 100) is not None


@pytest.mark.parametrize(
    ("form", "box", "section", "label"),
    [
        ("F1", "client", 6, "客戶簽名"),
        ("F1", "copied_statement", 6, "請在格內照抄："),
        ("F1", "adviser", 8, "客戶經理簽名"),
        ("F2", "client", 0, "客戶簽名（每頁）"),
        ("F2", "client_p2", 0, "客戶簽名（每頁）"),
        ("F3", "client_grade", 5, "本人的風險承受能力等級（客戶書寫）"),
        ("F3", "nobody", 0, ""),
    ],
)
def test_a_box_has_the_name_and_the_section_it_has_on_the_form(
    form: str, box: str, section: int, label: str
) -> None:
    assert box_section(form, box, DAY) == section
    assert box_label(form, box, DAY, Language.zh_TW) == label


@pytest.mark.parametrize("language", list(Language))
def test_every_form_has_a_title(language: Language) -> None:
    assert all(form_title(form, DAY, language) for form in FORMS)


def test_a_sentence_has_a_square_for_each_character_and_latin_letters_have_lines() -> None:
    assert copied_grid(SENTENCE) == (1, 19)
    assert copied_grid(SENTENCE * 2) == (2, 19)
    rows, squares = copied_grid("I have read the risk disclosure and accept the investment risk.")
    assert squares == 0
    assert rows >= 1
