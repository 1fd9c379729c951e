"""Draws the pages of product material and enters them in the register, as head office would.

    PYTHONPATH=src python packaging/material.py

Material is data, ``resources/materials/<product>/<version>.toml``; beside it lies a PDF for each
language, one element a page and the worst case first. Pages lie on their side, as a screen does,
and their type is large: the same file is shown on the client's screen and printed. Each page says
by itself what it belongs to, who approved it and until when, so that a single sheet on a table can
be judged. The same material gives the same bytes. Clauses: S66, S67.
"""

import hashlib
import io
import re
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.languages import Language
from advisor_desk.domain.material import Material
from advisor_desk.forms.fonts import EM, faces
from advisor_desk.forms.typesetting import broken
from advisor_desk.packs.catalogue import Catalogue, catalogue_on
from advisor_desk.packs.materials import load_register

WIDTH, HEIGHT = 842.0, 595.0  # A4 on its side, in points
LEFT, RIGHT = 44.0, 798.0
_MARK, _BAR = 30.0, 6.0
_HEAD, _FOOT = 535.0, 76.0  # baselines of what stands above and below
_TITLE, _TEXT, _WORST, _LEAST, _SMALL, _PRODUCT = 40.0, 32.0, 36.0, 28.0, 13.0, 18.0
_LEADING, _FOOT_STEP = 1.45, 18.0
_PAD = 26.0
_LEVELS = 5


FIRST_CATALOGUE = date(2026, 1, 1)  # material older than the first catalogue is of its products


@dataclass(frozen=True, slots=True)
class MaterialPage:
    """One element: its title and text; ``is_worst`` is set apart from the others."""

    title: str
    text: str
    is_worst: bool


@dataclass(frozen=True, slots=True)
class MaterialSheets:
    """What the pages say. ``foot``: lines of every page; ``counts``: page n of m, by page.

    ``subject`` names product, version and language; it stands uncompressed in the file.
    """

    language: Language
    subject: str
    bank: str
    product: str
    code: str
    level: int
    foot: tuple[str, ...]
    counts: tuple[str, ...]
    pages: tuple[MaterialPage, ...]


def material_pdf(sheets: MaterialSheets, colours: Mapping[str, str]) -> bytes:
    """Return the PDF; the same words and colours give the same bytes.

    ``colours`` are those of the screens by name: ink, ink_2, line, primary, primary_tint,
    on_primary.
    """
    file = io.BytesIO()
    canvas = Canvas(
        file,
        pagesize=(WIDTH, HEIGHT),
        invariant=1,
        pageCompression=1,
        initialFontName=faces(sheets.language).base,  # type: ignore[arg-type]  # stub is wrong
        lang=sheets.language.name.replace("_", "-"),
    )
    canvas.setTitle(f"{sheets.product} {sheets.code}")
    canvas.setSubject(sheets.subject)
    canvas.setAuthor(sheets.bank)
    canvas.setCreator("advisor_desk")
    canvas.setProducer("advisor_desk")
    drawing = _Drawing(canvas, sheets.language, colours)
    for number, page in enumerate(sheets.pages):
        drawing.head(sheets)
        drawing.body(page)
        drawing.foot(sheets, sheets.counts[number])
        canvas.showPage()
    canvas.save()
    return file.getvalue()


class _Drawing:
    """Draws the parts of a page."""

    def __init__(self, canvas: Canvas, language: Language, colours: Mapping[str, str]) -> None:
        self._canvas = canvas
        self._language = language
        self._colours = colours

    def head(self, sheets: MaterialSheets) -> None:
        """Draw mark and bank at the left, product and grade at the right, and a rule."""
        canvas = self._canvas
        self._fill("primary")
        canvas.roundRect(LEFT, _HEAD - 8, _MARK, _MARK, 6, stroke=0, fill=1)
        canvas.setStrokeColor(self._colours["on_primary"])
        for radius, width in ((8.8, 2.6), (3.4, 2.0)):
            canvas.setLineWidth(width)
            middle, spring = LEFT + _MARK / 2, _HEAD + 5.5
            path = canvas.beginPath()
            path.moveTo(middle - radius, _HEAD - 2)
            path.lineTo(middle - radius, spring)
            path.arcTo(
                middle - radius, spring - radius, middle + radius, spring + radius, 180, -180
            )
            path.lineTo(middle + radius, _HEAD - 2)
            canvas.drawPath(path, stroke=1, fill=0)
        self._text(LEFT + _MARK + 10, _HEAD + 2, sheets.bank, _PRODUCT, bold=True)
        left = self._grade(sheets.level) - 14
        code = f"{sheets.product}  {sheets.code}"
        self._text(left, _HEAD + 2, code, _PRODUCT, colour="ink_2", at_right=True)
        self._rule(_HEAD - 20)

    def body(self, page: MaterialPage) -> None:
        """Draw title and text of an element; the worst case stands in a tinted field."""
        top = _HEAD - 84
        self._text(LEFT, top, page.title, _TITLE, bold=True, colour="primary")
        inset = _PAD if page.is_worst else 0.0
        size, lines = self._fitted(page.text, _WORST if page.is_worst else _TEXT, inset)
        step = size * _LEADING
        first = top - 26 - size - inset
        if page.is_worst:
            self._fill("primary_tint")
            height = step * (len(lines) - 1) + size + 2 * _PAD
            bottom = first + size + _PAD - height
            canvas = self._canvas
            canvas.roundRect(LEFT, bottom, RIGHT - LEFT, height, 8, stroke=0, fill=1)
            self._fill("primary")
            canvas.rect(LEFT, bottom, _BAR, height, stroke=0, fill=1)
        for number, line in enumerate(lines):
            self._text(LEFT + inset, first - number * step, line, size)

    def foot(self, sheets: MaterialSheets, count: str) -> None:
        """Draw a rule, who approved it and until when, and the page's number."""
        self._rule(_FOOT + 22)
        for number, line in enumerate(sheets.foot):
            self._text(LEFT, _FOOT - number * _FOOT_STEP, line, _SMALL, colour="ink_2")
        self._text(RIGHT, _FOOT, count, _SMALL + 2, bold=True, at_right=True)

    def _fitted(self, text: str, largest: float, inset: float) -> tuple[float, tuple[str, ...]]:
        """Return the largest size at which a text stands on the page, and its lines there."""
        room = _HEAD - 84 - 26 - 2 * inset - (_FOOT + 40)
        for size in range(int(largest), int(_LEAST) - 1, -1):
            wide = (RIGHT - LEFT - 2 * inset) * EM / size
            lines = broken(text, faces(self._language), wide)
            if size * (1 + _LEADING * (len(lines) - 1)) <= room:
                return float(size), lines
        raise ValueError(text)

    def _grade(self, level: int) -> float:
        """Draw the grade in words and bars; return where it begins."""
        canvas, top = self._canvas, _HEAD - 4
        self._fill("primary_tint")
        canvas.roundRect(RIGHT - 78, top - 3, 78, 28, 4, stroke=0, fill=1)
        self._text(RIGHT - 70, top + 5, f"R{level}", _PRODUCT, bold=True)
        for bar in range(_LEVELS):
            self._fill("primary" if bar < level else "line")
            canvas.rect(RIGHT - 42 + bar * 7, top + 4, 4, 3 + bar * 3, stroke=0, fill=1)
        return RIGHT - 78

    def _rule(self, at: float) -> None:
        self._canvas.setStrokeColor(self._colours["line"])
        self._canvas.setLineWidth(0.8)
        self._canvas.line(LEFT, at, RIGHT, at)

    def _fill(self, colour: str) -> None:
        self._canvas.setFillColor(self._colours[colour])

    def _text(
        self,
        left: float,
        baseline: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        colour: str = "ink",
        at_right: bool = False,
    ) -> None:
        kept = faces(self._language, bold=bold)
        x = left - kept.width(text) * size / EM if at_right else left
        self._fill(colour)
        for run in kept.runs(text):
            self._canvas.setFont(run.font, size)
            self._canvas.drawString(round(x, 2), round(baseline, 2), run.text)
            x += run.width * size / EM


def sheets_of(material: Material, catalogue: Catalogue, language: Language) -> MaterialSheets:
    """Return what the pages of a material say in one language."""
    words = _page_words(language)
    product = catalogue.product(material.product, language)
    facts = {
        "version": material.version,
        "approver": material.approver.in_language(language),
        "first": material.valid_from.isoformat(),
        "last": material.valid_until.isoformat(),
        "digest": " ".join(material.sha256[at : at + 4] for at in range(0, 16, 4)),
    }
    count = len(material.elements)
    return MaterialSheets(
        language=language,
        subject=f"{material.product} {material.version} {language.name}",
        bank=words["bank"],
        product=product.name,
        code=product.code,
        level=product.risk.level,
        foot=tuple(words[one].format(**facts) for one in ("approved", "valid", "invented")),
        counts=tuple(words["page_of"].format(page=one, pages=count) for one in range(1, count + 1)),
        pages=tuple(
            MaterialPage(
                one.title.in_language(language),
                one.text.in_language(language),
                is_worst=number == 0,
            )
            for number, one in enumerate(material.elements)
        ),
    )


def make_all(folder: Path) -> int:
    """Draw the pages of everything registered, enter them, and return how many bytes they have."""
    colours = tomllib.loads((data_folder("resources") / "look" / "tokens.toml").read_text("utf-8"))
    register = folder / "register.toml"
    text = register.read_text("utf-8")
    found, total = load_register(folder), 0
    for (product, version), row in found.rows.items():
        material = found.material(product, version)
        catalogue = catalogue_on(max(row.valid_from, FIRST_CATALOGUE))
        digests = {}
        for language in Language:
            content = material_pdf(sheets_of(material, catalogue, language), colours["light"])
            (folder / product / f"{version}.{language.name}.pdf").write_bytes(content)
            digests[language.name] = hashlib.sha256(content).hexdigest()
            total += len(content)
        text = _entered(text, product, version, digests)
    register.write_text(text, "utf-8")
    return total


def _entered(text: str, product: str, version: str, digests: Mapping[str, str]) -> str:
    """Return the register with the digests of one version's pages."""
    lines = "".join(f'pages.{name} = "{digest}"\n' for name, digest in digests.items())
    block = re.compile(
        rf'(product = "{re.escape(product)}"\nversion = "{re.escape(version)}"\nsha256 = "[^"]*"\n)'
        r'(?:pages\.\w+ = "[^"]*"\n)*'
    )
    return block.sub(lambda found: found[1] + lines, text)


def _page_words(language: Language) -> Mapping[str, str]:
    path = data_folder("resources") / "materials" / "page_words.toml"
    found: dict[str, dict[str, str]] = tomllib.loads(path.read_text("utf-8"))
    return {name: said[language.name] for name, said in found.items()}


if __name__ == "__main__":
    bytes_made = make_all(data_folder("resources") / "materials")
    sys.stdout.write(f"{bytes_made} bytes\n")
