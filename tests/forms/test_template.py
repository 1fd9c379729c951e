"""The form templates: complete in three languages, and with no slot for what the client writes."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError
from tests.forms.examples import FORMS

from advisor_desk.domain import data_folder as data
from advisor_desk.domain.languages import Language
from advisor_desk.domain.trouble import BadInput
from advisor_desk.forms import template as reading
from advisor_desk.forms.cells import LABEL_SIZE, PADDING
from advisor_desk.forms.fonts import EM, faces
from advisor_desk.forms.grid import COLUMN
from advisor_desk.forms.schema import CellRow, HandCell, Layout, SignatureCell, TableRow
from advisor_desk.forms.sheet import POINTS
from advisor_desk.forms.template import Template, load_template

DAY = date(2026, 11, 23)


@pytest.fixture(params=FORMS)
def template(request: pytest.FixtureRequest) -> Template:
    return load_template(request.param, DAY)


def test_every_language_has_the_same_texts(template: Template) -> None:
    english = template.texts[Language.en].keys()
    assert template.texts[Language.zh_CN].keys() == english
    assert template.texts[Language.zh_TW].keys() == english


def test_a_section_that_may_be_left_out_is_the_last(template: Template) -> None:
    assert not any(section.only_if for section in template.layout.section[:-1])


def test_every_cell_has_its_words(template: Template) -> None:
    texts = template.texts[Language.en]
    for section in template.layout.section:
        assert f"section.{section.id}" in texts
        for row in section.row:
            assert all(key in texts for key in keys_of(row))


def keys_of(row: object) -> list[str]:
    if isinstance(row, TableRow):
        return [f"label.{row.field}.{column.name}" for column in row.columns]
    if not isinstance(row, CellRow):
        return [f"label.{getattr(row, 'field')}"]  # noqa: B009 - a union of the other rows
    keys = []
    for cell in row.cells:
        if cell.kind == "words":
            keys.append(f"words.{cell.words}")
        elif cell.kind in {"hand", "signature"}:
            assert isinstance(cell, HandCell | SignatureCell)
            keys.append(f"label.{cell.name}")
        else:
            keys.append(f"label.{getattr(cell, 'field')}")  # noqa: B009
        if cell.kind == "choice":
            keys += [f"option.{cell.field}.{option}" for option in cell.options]
    return keys


def test_rows_fill_the_grid_of_twelve_columns(template: Template) -> None:
    for section in template.layout.section:
        reaching: list[float] = []
        for row in section.row:
            if isinstance(row, TableRow):
                assert sum(column.columns for column in row.columns) == 12
            if isinstance(row, CellRow):
                assert sum(cell.columns for cell in row.cells) + sum(reaching) == 12
                reaching = [c.columns for c in row.cells for _ in range(c.rows - 1)][:1] or reaching


@pytest.mark.parametrize("language", list(Language))
def test_labels_are_never_set_below_six_points(template: Template, language: Language) -> None:
    for section in template.layout.section:
        for row in section.row:
            for cell in row.cells if isinstance(row, CellRow) else ():
                name = getattr(cell, "field", getattr(cell, "name", ""))
                text = template.text(f"label.{name}", language)
                room = (cell.columns * COLUMN - 2 * PADDING) * POINTS
                assert faces(language).width(text) * 6 / EM <= room, (name, text)
    assert LABEL_SIZE == 7


def test_simplified_texts_hold_no_traditional_characters_and_the_reverse() -> None:
    for form in FORMS:
        texts = load_template(form, DAY).texts
        simplified = "".join(texts[Language.zh_CN].values())
        traditional = "".join(texts[Language.zh_TW].values()).replace("・", "")
        assert simplified.encode("gb2312").decode("gb2312") == simplified
        assert traditional.encode("big5hkscs").decode("big5hkscs") == traditional


def test_what_is_written_by_hand_has_no_field(template: Template) -> None:
    written = {
        cell.name
        for section in template.layout.section
        for row in section.row
        for cell in (row.cells if isinstance(row, CellRow) else ())
        if isinstance(cell, HandCell | SignatureCell)
    }
    assert "client_grade" in written or template.form != "F3"
    assert not written & {name for name, rule in template.fields.items() if rule.kind != "switch"}


@pytest.mark.parametrize("kind", ["hand", "signature"])
def test_the_schema_has_no_way_to_put_text_into_a_box_for_the_hand(kind: str) -> None:
    cell = {"kind": kind, "name": "client", "columns": 12, "field": "client_name"}
    table = {"form": "F9", "switches": [], "section": [{"id": "a", "row": [{"cells": [cell]}]}]}
    with pytest.raises(ValidationError, match="field"):
        Layout.model_validate(table)


@pytest.fixture
def own_forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the templates that a test may change."""
    folder = tmp_path / "forms"
    shutil.copytree(data.data_folder("forms"), folder)
    monkeypatch.setattr(reading, "data_folder", lambda name: tmp_path / name)
    return folder


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        ("2026-11-01", "2026-11-01"),
        ("2027-03-31", "2026-11-01"),
        ("2027-04-01", "2027-04-01"),
        ("2020-01-01", "2026-11-01"),
    ],
    ids=["its first day", "the day before the next", "the next", "before any: the first"],
)
def test_the_edition_in_force_is_the_latest_started(
    own_forms: Path, day: str, edition: str
) -> None:
    shutil.copytree(own_forms / "F1" / "2026-11-01", own_forms / "F1" / "2027-04-01")
    assert load_template("F1", date.fromisoformat(day)).edition.isoformat() == edition


@pytest.mark.parametrize("file", ["F1/2026-11-01/zh_TW.toml", "common/2026-11-01/en.toml"])
def test_the_digest_changes_with_any_word(own_forms: Path, file: str) -> None:
    before = load_template("F1", DAY).digest
    shutil.copytree(own_forms, own_forms.parent / "again")
    changed = own_forms / file
    changed.write_text(changed.read_text("utf-8") + "\n# one more line\n", "utf-8")
    reading._loaded.cache_clear()
    assert load_template("F1", DAY).digest != before
    reading._loaded.cache_clear()


@pytest.mark.parametrize(
    ("name", "code"), [("F99", "FORM_UNKNOWN"), ("../F1", "FORM_UNKNOWN"), ("", "FORM_UNKNOWN")]
)
def test_a_form_that_does_not_exist_is_refused(name: str, code: str) -> None:
    with pytest.raises(BadInput, match=code):
        load_template(name, DAY)


@pytest.mark.parametrize("damage", ["form = ", 'form = "F1"\n', "\udcff"])
def test_a_damaged_template_says_which_file(own_forms: Path, damage: str) -> None:
    path = own_forms / "F1" / "2026-11-01" / "layout.toml"
    path.write_bytes(damage.encode("utf-8", "surrogateescape"))
    reading._loaded.cache_clear()
    with pytest.raises(BadInput) as caught:
        load_template("F1", DAY)
    reading._loaded.cache_clear()
    assert caught.value.code == "FORM_TEMPLATE_UNREADABLE"
    assert "layout.toml" in caught.value.facts["file"]
