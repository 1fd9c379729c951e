"""Form templates: dated data under ``forms/<name>/<date>``, a layout and a text file a language.

The digest covers the layout, its texts and the texts common to all forms, so that a printed form
names exactly the words it was printed from.
"""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.languages import Language
from advisor_desk.domain.plain_files import only_files
from advisor_desk.domain.trouble import BadInput
from advisor_desk.forms.schema import (
    AmountCell,
    Cell,
    CellRow,
    ChoiceCell,
    CopiedRow,
    Layout,
    ProseRow,
    Section,
    TableRow,
    ValueCell,
)

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FieldRule:
    """What one field takes.

    ``kind``: ``text``, ``lines`` (text with line breaks), ``choice``, ``choices``, ``table`` or
    ``switch`` (``yes`` or ``no``). ``columns`` are those of a table, in order.
    """

    name: str
    kind: str
    required: bool
    options: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    only_if: str = ""


@dataclass(frozen=True, eq=False)
class Template:
    """One edition of a form. ``digest`` is the SHA-256 of its files."""

    form: str
    edition: date
    digest: str
    layout: Layout
    texts: Mapping[Language, Texts]
    fields: Mapping[str, FieldRule]

    def text(self, key: str, language: Language) -> str:
        """Return one text of the template; ``""`` where it has none."""
        return self.texts[language].get(key, "")


def load_template(form: str, on: date) -> Template:
    """Return the edition of a form in force on a day: the latest that started by then.

    Reading: for a day before the first edition, the first one; paper has to be printed on.

    Raises:
        BadInput: ``FORM_UNKNOWN`` or ``FORM_TEMPLATE_UNREADABLE``.
    """
    return _loaded(_edition(form, on), _edition("common", on))


@cache
def _loaded(folder: Path, common: Path) -> Template:
    digest = hashlib.sha256()
    layout = _layout(_read(folder / "layout.toml", digest), folder)
    texts = {
        language: _texts(common, language, digest) | _texts(folder, language, digest)
        for language in Language
    }
    edition = date.fromisoformat(folder.name)
    rules = {rule.name: rule for rule in _rules(layout)}
    return Template(layout.form, edition, digest.hexdigest(), layout, texts, rules)


def _edition(form: str, on: date) -> Path:
    folder = data_folder("forms") / form
    if not form.isalnum() or not folder.is_dir():
        raise BadInput("FORM_UNKNOWN", form=form)
    editions = sorted(folder.iterdir())
    started = [edition for edition in editions if edition.name <= on.isoformat()]
    return started[-1] if started else editions[0]


def _read(path: Path, digest: "hashlib._Hash") -> Mapping[str, object]:
    with open(path, "rb", opener=only_files) as file:
        content = file.read()
    digest.update(hashlib.sha256(content).digest())
    try:
        return tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput("FORM_TEMPLATE_UNREADABLE", file=path.name, cause=error) from error


def _layout(table: Mapping[str, object], folder: Path) -> Layout:
    try:
        return Layout.model_validate(table)
    except ValidationError as error:
        cause = "; ".join(
            f"{'.'.join(str(part) for part in item['loc'])}: {item['msg']}"
            for item in error.errors(include_url=False)
        )
        place = f"{folder.parent.name}/{folder.name}/layout.toml"
        raise BadInput("FORM_TEMPLATE_UNREADABLE", file=place, cause=cause) from error


def _texts(folder: Path, language: Language, digest: "hashlib._Hash") -> dict[str, str]:
    return dict(_flat(_read(folder / f"{language.name}.toml", digest)))


def _flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, str(value)


def _rules(layout: Layout) -> Iterator[FieldRule]:
    for switch in layout.switches:
        yield FieldRule(switch, "switch", required=True)
    for section in layout.section:
        yield from _section_rules(section)


def _section_rules(section: Section) -> Iterator[FieldRule]:
    for row in section.row:
        if isinstance(row, CellRow):
            for cell in row.cells:
                yield from _cell_rule(cell)
        else:
            yield _row_rule(row)


def _row_rule(row: CopiedRow | ProseRow | TableRow) -> FieldRule:
    if isinstance(row, TableRow):
        names = tuple(column.name for column in row.columns)
        return FieldRule(row.field, "table", required=row.empty == "required", columns=names)
    kind = "lines" if row.kind == "prose" else "text"
    return FieldRule(row.field, kind, required=True)


def _cell_rule(cell: Cell) -> Iterator[FieldRule]:
    if isinstance(cell, ChoiceCell):
        kind = "choices" if cell.many else "choice"
        yield FieldRule(cell.field, kind, required=True, options=cell.options)
    elif isinstance(cell, ValueCell | AmountCell):
        required = cell.empty == "required"
        yield FieldRule(cell.field, "text", required=required, only_if=cell.only_if)
