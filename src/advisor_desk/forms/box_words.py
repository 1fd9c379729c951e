"""The words of a form about its own boxes: title, label of a box, number of its section."""

import re
from datetime import date

from advisor_desk.domain.languages import Language
from advisor_desk.forms.schema import CellRow, CopiedRow, HandCell, Section, SignatureCell
from advisor_desk.forms.template import load_template

_OF_PAGE = re.compile(r"_p\d+\Z")  # the box of a later page, ``client_p2``


def form_title(form: str, on: date, language: Language) -> str:
    """Return the title of the edition of a form in force on a day."""
    return load_template(form, on).text("title", language)


def box_label(form: str, box: str, on: date, language: Language) -> str:
    """Return what stands in a box for the hand, as it is printed there."""
    return load_template(form, on).text(f"label.{_OF_PAGE.sub('', box)}", language)


def box_section(form: str, box: str, on: date) -> int:
    """Return the number of the section a box stands in; 0 for one at the foot of every page."""
    for number, section in enumerate(load_template(form, on).layout.section, start=1):
        if _has(section, box):
            return number
    return 0


def _has(section: Section, box: str) -> bool:
    for row in section.row:
        if isinstance(row, CopiedRow) and row.field == box:
            return True
        if isinstance(row, CellRow) and any(
            isinstance(cell, SignatureCell | HandCell) and cell.name == box for cell in row.cells
        ):
            return True
    return False
