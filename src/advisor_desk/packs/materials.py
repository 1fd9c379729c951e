"""The register of material (資料登記): which version of what, approved by whom, until when.

A piece of material is a file of its own, ``resources/materials/<product>/<version>.toml``, and
beside it the pages that are shown and printed, ``<version>.<language>.pdf``; the register holds
the SHA-256 of each as approved. A file that differs from its line is not opened at all, and each
is read and compared anew whenever it is opened. Clauses: S24, S67.
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
from advisor_desk.domain.languages import Language
from advisor_desk.domain.material import Element, Material, MaterialPages, SayItBack
from advisor_desk.domain.trouble import BadData, BadInput, Tampered, Unavailable
from advisor_desk.packs.catalogue import WordsRow
from advisor_desk.packs.reading import Strict, read_bytes, read_toml

# What every material must explain, worst case first. Clauses: S31, S66.
ELEMENTS = ("worst_case", "function", "return", "terms", "early_exit", "fees", "risk")


class ApproverRow(Strict):
    """Who may put a name under material; only the retail banking departments approve."""

    name: WordsRow
    may_approve: bool


Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class RegisterRow(Strict):
    """One version of one product's material; ``pages`` by the name of their language."""

    product: str
    version: str
    sha256: Digest
    pages: dict[str, Digest] = Field(default_factory=dict)
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
        """Return one version, read and compared with its line; ``blocked_on`` is for the caller.

        Raises:
            BadInput: ``MATERIAL_NOT_REGISTERED``.
            Unavailable: ``MATERIAL_FILE_MISSING``.
            Tampered: ``MATERIAL_ALTERED``, ``MATERIAL_DAMAGED`` or ``MATERIAL_SWAPPED``: the file
                is not the one approved.
        """
        row = self._row(product, version)
        path = self.folder / product / f"{version}.toml"
        content = self._approved(row, path, row.sha256)
        found = _parsed(content, str(path))
        if (found.product, found.version) != (product, version):
            raise _not_ours("MATERIAL_SWAPPED", row, path, f"{found.product} {found.version}")
        return _material(row, self.approvers[row.approved_by], found)

    def pages(self, product: str, version: str, language: Language, day: date) -> MaterialPages:
        """Return the pages to be shown or printed on ``day``: only what may be. Clause: S67.

        Raises:
            BadInput: the code of ``Material.blocked_on``; as ``material``.
            Unavailable, Tampered: as ``material``, of either file.
        """
        material = self.material(product, version)
        material.require_usable(day)
        row = self._row(product, version)
        path = self.folder / product / f"{version}.{language.name}.pdf"
        wanted = row.pages.get(language.name, "")
        content = self._approved(row, path, wanted)
        if f"/Subject ({product} {version} {language.name})".encode() not in content:
            raise _not_ours("MATERIAL_SWAPPED", row, path, path.name)
        return MaterialPages(material, language, wanted, content)

    def line(self, product: str, version: str) -> Material:
        """Return what the register alone says of a version, its file unopened: nothing to read.

        Raises:
            BadInput: ``MATERIAL_NOT_REGISTERED``.
        """
        row = self._row(product, version)
        return _material(row, self.approvers[row.approved_by], None)

    def _row(self, product: str, version: str) -> RegisterRow:
        row = self.rows.get((product, version))
        if row is None:
            raise BadInput("MATERIAL_NOT_REGISTERED", product=product, version=version)
        return row

    def _approved(self, row: RegisterRow, path: Path, wanted: str) -> bytes:
        """Return a file's bytes if they are those approved; else say in which way they are not."""
        try:
            content = read_bytes(path)
        except Unavailable as error:
            raise Unavailable(
                "MATERIAL_FILE_MISSING", product=row.product, version=row.version, file=path.name
            ) from error
        digest = hashlib.sha256(content).hexdigest()
        if digest == wanted:
            return content
        other = self._owner_of(digest)
        if other:
            raise _not_ours("MATERIAL_SWAPPED", row, path, other)
        raise _not_ours(
            "MATERIAL_ALTERED" if _is_whole(content, path) else "MATERIAL_DAMAGED", row, path, ""
        )

    def _owner_of(self, digest: str) -> str:
        """Return what a digest was registered for; empty where it is nobody's."""
        for row in self.rows.values():
            if digest == row.sha256:
                return f"{row.product} {row.version}"
            for language, pages in row.pages.items():
                if digest == pages:
                    return f"{row.product} {row.version} {language}"
        return ""


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


def _material(row: RegisterRow, approver: ApproverRow, found: MaterialFile | None) -> Material:
    elements = found.element if found else ()
    questions = found.question if found else ()
    told = tuple(Element(e.id, e.title.words(), e.text.words()) for e in elements)
    return Material(
        product=row.product,
        version=row.version,
        sha256=row.sha256,
        approved_by=row.approved_by,
        approver=approver.name.words(),
        approver_may_approve=approver.may_approve,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        elements=told,
        questions=tuple(SayItBack(q.id, q.ask.words(), q.answer.words()) for q in questions),
    )


def _is_whole(content: bytes, path: Path) -> bool:
    """Say whether a file can be read to its end, whatever it says."""
    if path.suffix == ".pdf":
        return content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")
    try:
        _parsed(content, str(path))
    except BadData:
        return False
    return True


def _not_ours(code: str, row: RegisterRow, path: Path, other: str) -> Tampered:
    return Tampered(
        code, clause="S67", product=row.product, version=row.version, file=path.name, other=other
    )
