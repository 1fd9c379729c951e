"""Signed forms as files for people: whole or not there, and never over a different file.

The bytes are those kept in the book; a file is only a copy of them. A half-written copy could be
taken for a form, so each is written beside its place, synced, and renamed.
"""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from advisor_desk.domain.trouble import Unavailable
from advisor_desk.store.files import sync_folder


@dataclass(frozen=True, slots=True)
class ExportedForm:
    """One form set down in a folder. ``file`` is absolute."""

    form: str
    number: str
    file: Path
    sha256: str


def folder_for_forms(folder: Path) -> Path:
    """Return the folder, absolute, made where it is missing and tried with a file.

    Raises:
        Unavailable: ``FOLDER_UNUSABLE``.
    """
    place = folder.absolute()
    trial = place / f".trial-{os.getpid()}"
    try:
        place.mkdir(parents=True, exist_ok=True)
        trial.touch(exist_ok=False)
        trial.unlink()
    except OSError as error:
        cause = error.strerror or ""
        raise Unavailable("FOLDER_UNUSABLE", folder=place, cause=cause) from error
    return place


def export_form(folder: Path, number: str, form: str, content: bytes) -> ExportedForm:
    """Write ``<number>-<form>.pdf`` into ``folder``; the same bytes there already are enough.

    Raises:
        Unavailable: ``FORM_FILE_DIFFERS`` (nothing is overwritten), ``FORM_NOT_WRITTEN``.
    """
    target = folder / f"{number}-{form}.pdf"
    try:
        if not target.exists():
            _write(target, content)
        elif target.read_bytes() != content:
            raise Unavailable("FORM_FILE_DIFFERS", file=target)
    except OSError as error:
        cause = error.strerror or ""
        raise Unavailable("FORM_NOT_WRITTEN", file=target, cause=cause) from error
    return ExportedForm(form, number, target, hashlib.sha256(content).hexdigest())


def _write(target: Path, content: bytes) -> None:
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)
