"""The register of material (資料登記): which version of what, approved by whom, until when.

A piece of material is a file of its own, ``resources/materials/<product>/<version>.toml``; the
register holds its SHA-256 as approved. A file that differs from its line is not opened at all.
Clauses: S24, S67.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.material import Element, Material, SayItBack
from advisor_desk.domain.trouble import BadInput, Tampered
from advisor_desk.packs.catalogue import WordsRow
from advisor_desk.packs.reading import Strict, read_bytes, read_toml

# What every material must explain, worst case first. Clauses: S31, S66.
ELEMENTS = ("worst_case", "function", "return", "terms", "early_exit", "fees", "risk")


class ApproverRow(Strict):
    """Who may put a name under material; only the retail banking departments approve."""

    name: WordsRow
    may_approve: bool


class RegisterRow(Strict):
    """One version of one product's material."""

    product: str
    version: str
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    approved_by: str
    valid_from: date
    valid_until: date

    @model_validator(mode="after")
    def _days_in_order(self) -> Self:
        if self.valid_until < self.valid_from:
            raise ValueError("valid_until not before valid_from")
        return self


class RegisterFile(Strict):
    """The whole register."""

    about: str
    approvers: dict[str, ApproverRow]
    material: tuple[RegisterRow, ...]

    @model_validator(mode="after")
    def _refers_to_what_is_there(self) -> Self:
        lines = [(row.product, row.version) for row in self.material]
        repeated = sorted({f"{p} {v}" for p, v in lines if lines.count((p, v)) > 1})
        if repeated:
            raise ValueError(f"each version once; repeated: {', '.join(repeated)}")
        strangers = sorted({row.approved_by for row in self.material} - self.approvers.keys())
        if strangers:
            raise ValueError(f"approvers from the table; unknown: {', '.join(strangers)}")
        return self


class ElementRow(Strict):
    """One thing to explain."""

    id: str
    title: WordsRow
    text: WordsRow


class QuestionRow(Strict):
    """One question of the say-it-back."""

    id: str
    ask: WordsRow
    answer: WordsRow


class MaterialFile(Strict):
    """The material itself. ``element`` holds all of ``ELEMENTS`` in that order."""

    about: str
    product: str
    version: str
    element: tuple[ElementRow, ...]
    question: Annotated[tuple[QuestionRow, ...], Field(min_length=3)]

    @model_validator(mode="after")
    def _explains_everything(self) -> Self:
        if tuple(row.id for row in self.element) != ELEMENTS:
            raise ValueError(f"the elements {', '.join(ELEMENTS)}, in this order")
        return self


@dataclass(frozen=True, slots=True)
class MaterialRegister:
    """The register and where its files lie."""

    folder: Path
    rows: Mapping[tuple[str, str], RegisterRow]
    approvers: Mapping[str, ApproverRow]

    def material(self, product: str, version: str) -> Material:
        """Return one version, read and compared with its line.

        Raises:
            BadInput: ``MATERIAL_NOT_REGISTERED``.
            Tampered: ``MATERIAL_ALTERED``: the file is not the one approved.
        """
        row = self.rows.get((product, version))
        if row is None:
            raise BadInput("MATERIAL_NOT_REGISTERED", product=product, version=version)
        return _opened(self.folder, row, self.approvers[row.approved_by])


@cache
def load_register(folder: Path | None = None) -> MaterialRegister:
    """Read the register, whole or not at all.

    Raises:
        BadData: every mistake with its line.
    """
    place = folder or data_folder("resources") / "materials"
    path = place / "register.toml"
    found = read_toml(read_bytes(path), RegisterFile, str(path))
    return MaterialRegister(
        place, {(row.product, row.version): row for row in found.material}, found.approvers
    )


@lru_cache(maxsize=256)
def _parsed(content: bytes, path: str) -> MaterialFile:
    return read_toml(content, MaterialFile, path)


def _opened(folder: Path, row: RegisterRow, approver: ApproverRow) -> Material:
    path = folder / row.product / f"{row.version}.toml"
    content = read_bytes(path)
    digest = hashlib.sha256(content).hexdigest()
    if digest != row.sha256:
        raise Tampered("MATERIAL_ALTERED", product=row.product, version=row.version, file=path)
    found = _parsed(content, str(path))
    elements = tuple(Element(e.id, e.title.words(), e.text.words()) for e in found.element)
    return Material(
        product=row.product,
        version=row.version,
        sha256=digest,
        approved_by=row.approved_by,
        approver=approver.name.words(),
        approver_may_approve=approver.may_approve,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        elements=elements,
        worst_case=elements[0].text,
        questions=tuple(SayItBack(q.id, q.ask.words(), q.answer.words()) for q in found.question),
    )
