"""The shape of a form's ``layout.toml``: sections of rows of cells on a grid of 12 columns.

A hand or signature cell has no ``field``: there is no way to give the engine a text for what the
client writes in person. Clause: S28.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Columns = Annotated[float, Field(gt=0, le=12, multiple_of=0.5)]


class Part(BaseModel):
    """A table of a layout: unknown keys refused, never changed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class GridCell(Part):
    """A cell's width in columns; ``block`` draws the rule left of it in black."""

    columns: Columns
    block: bool = False


class ValueCell(GridCell):
    """A label and a value of at most ``lines`` lines.

    ``empty`` says what an absent value means: not allowed, printed as not applicable, or left
    for the hand. ``only_if`` names a switch; where it is off, 不適用 is printed.
    """

    kind: Literal["value"]
    field: str
    lines: int = 1
    bold: bool = False
    empty: Literal["required", "not_applicable", "by_hand"] = "required"
    only_if: str = ""
    rows: Literal[1] = 1


class AmountCell(GridCell):
    """A value that decides: 13 points, bold."""

    kind: Literal["amount"]
    field: str
    lines: int = 1
    empty: Literal["required"] = "required"
    only_if: Literal[""] = ""
    rows: Literal[1] = 1


class ChoiceCell(GridCell):
    """Options with a box each; the chosen ones are ticked. ``many`` allows several or none."""

    kind: Literal["choice"]
    field: str
    options: tuple[str, ...]
    many: bool = False
    empty: Literal["required"] = "required"
    only_if: Literal[""] = ""
    rows: Literal[1] = 1


class HandCell(GridCell):
    """A box for somebody's pen or stamp; ``rows`` lets it reach over the rows below.

    Where the switch of ``unless`` is on, the box is struck with the words ``struck.<switch>``.
    """

    kind: Literal["hand"]
    name: str
    only_if: str = ""
    unless: str = ""
    rows: int = 1


class SignatureCell(GridCell):
    """A box for one signature; ``name`` starts with the signer."""

    kind: Literal["signature"]
    name: str
    only_if: str = ""
    unless: Literal[""] = ""
    rows: Literal[1] = 1


class WordsCell(GridCell):
    """A text of the template itself."""

    kind: Literal["words"]
    words: str
    bold: bool = False
    only_if: Literal[""] = ""
    rows: Literal[1] = 1


Cell = Annotated[
    ValueCell | AmountCell | ChoiceCell | HandCell | SignatureCell | WordsCell,
    Field(discriminator="kind"),
]


class CellRow(Part):
    """Cells side by side. A row with ``only_if`` or ``unless`` is left out as its switch says."""

    kind: Literal["cells"] = "cells"
    cells: tuple[Cell, ...]
    height: float = 9
    only_if: str = ""
    unless: str = ""


class CopiedRow(Part):
    """A model sentence and one blank box for each of its characters."""

    kind: Literal["copied"]
    field: str


class ProseRow(Part):
    """A text of any length under its label; it may go on on the next page."""

    kind: Literal["prose"]
    field: str


class Column(Part):
    """A column of a table."""

    name: str
    columns: Columns
    bold: bool = False
    right: bool = False


class TableRow(Part):
    """A table with a head, repeated where the table goes on on the next page."""

    kind: Literal["table"]
    field: str
    columns: tuple[Column, ...]
    empty: Literal["required", "none"] = "required"


Row = CellRow | CopiedRow | ProseRow | TableRow


class Section(Part):
    """A numbered section. Its title is a text of the template.

    One with ``only_if`` is left out where its switch is off; so that numbers stay, it is the last.
    One ``with_before`` goes to the next page only together with the section before it.
    """

    id: str
    row: tuple[Row, ...]
    only_if: str = ""
    with_before: bool = False


class Layout(Part):
    """A whole form. ``every_page`` stands at the foot of every page."""

    form: str
    switches: tuple[str, ...]
    section: tuple[Section, ...]
    every_page: tuple[HandCell | SignatureCell, ...] = ()
    every_page_height: float = 0
