import hashlib
from pathlib import Path

import pytest

from advisor_desk.domain.trouble import Unavailable
from advisor_desk.services.exporting import export_form, folder_for_forms

NUMBER = "CD01-2026-01-00001"


def test_a_form_is_named_after_its_number_and_has_the_bytes_given(tmp_path: Path) -> None:
    made = export_form(tmp_path, NUMBER, "F1", b"signed")
    assert made.file == tmp_path / f"{NUMBER}-F1.pdf"
    assert made.file.read_bytes() == b"signed"
    assert made.sha256 == hashlib.sha256(b"signed").hexdigest()


def test_the_same_form_again_is_enough_and_a_different_one_is_refused(tmp_path: Path) -> None:
    export_form(tmp_path, NUMBER, "F1", b"signed")
    export_form(tmp_path, NUMBER, "F1", b"signed")
    with pytest.raises(Unavailable, match="FORM_FILE_DIFFERS"):
        export_form(tmp_path, NUMBER, "F1", b"other")
    assert (tmp_path / f"{NUMBER}-F1.pdf").read_bytes() == b"signed"


def test_a_folder_is_made_with_its_parents_and_left_empty(tmp_path: Path) -> None:
    folder = folder_for_forms(tmp_path / "a" / "b")
    assert folder.is_absolute()
    assert list(folder.iterdir()) == []


def test_what_is_no_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for wrong in ("file", "file/below"):
        with pytest.raises(Unavailable, match="FOLDER_UNUSABLE"):
            folder_for_forms(tmp_path / wrong)


def test_a_copy_that_cannot_be_finished_leaves_nothing(tmp_path: Path) -> None:
    target = tmp_path / f"{NUMBER}-F1.pdf"
    target.mkdir()
    (target / "something").write_text("")
    with pytest.raises(Unavailable, match="FORM_NOT_WRITTEN"):
        export_form(tmp_path, NUMBER, "F1", b"signed")
    assert list(tmp_path.iterdir()) == [target]
