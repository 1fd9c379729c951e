"""What is no file is refused at once; what a person names on the command line may be a pipe."""

import os
from pathlib import Path

import pytest

from advisor_desk.domain.plain_files import only_files
from advisor_desk.domain.trouble import Unavailable
from advisor_desk.packs.reading import read_bytes


def test_a_file_is_opened_also_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"words")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    for name in ("file", "link"):
        with open(tmp_path / name, "rb", opener=only_files) as file:
            assert file.read() == b"words"


def test_a_pipe_a_device_and_a_folder_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    before = len(list(Path("/dev/fd").iterdir()))
    for path in (tmp_path / "pipe", Path("/dev/zero"), tmp_path, tmp_path / "gone"):
        with pytest.raises(Unavailable, match="FILE_UNREADABLE"):
            read_bytes(path)
    assert len(list(Path("/dev/fd").iterdir())) == before


def test_a_pipe_named_by_a_person_is_read() -> None:
    reading, writing = os.pipe()
    try:
        os.write(writing, b"words")
        os.close(writing)
        with pytest.raises(Unavailable, match="FILE_UNREADABLE"):
            read_bytes(Path(f"/dev/fd/{reading}"))
        assert read_bytes(Path(f"/dev/fd/{reading}"), may_be_pipe=True) == b"words"
    finally:
        os.close(reading)
