"""Files that are either the old or the new, whatever happens; and the lock of a home."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

from advisor_desk.domain.trouble import HomeBusy, Unavailable

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PRIVATE = 0o600
FOR_ALL = 0o644
UNFINISHED = ".new"
LOCK = "lock"  # the name of the lock's file in a home


def write_whole(path: Path, content: bytes, *, private: bool = True) -> None:
    """Put ``content`` in place of a file: after a power cut it is the old or the new one.

    Only the owner may read it, unless it is not ``private``.

    Raises:
        Unavailable: ``FILE_NOT_WRITTEN``; the old file stands unchanged.
    """
    fresh = path.with_name(f"{path.name}{UNFINISHED}")
    try:
        with open(fresh, "wb", opener=_private) as file:
            file.write(content)
            fresh.chmod(PRIVATE if private else FOR_ALL)
            file.flush()
            os.fsync(file.fileno())
        move_into_place(fresh, path)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        cause = error.strerror or ""
        raise Unavailable("FILE_NOT_WRITTEN", file=path.name, cause=cause) from error


def move_into_place(fresh: Path, path: Path) -> None:
    """Give a finished file its name, for good: the folder is synced too."""
    fresh.replace(path)
    sync_folder(path.parent)


def remove_unfinished(folder: Path) -> None:
    """Remove what a power cut left unfinished in a folder: files that never got their name.

    Only whoever holds the home's lock may call it.
    """
    for ending in (UNFINISHED, f"{UNFINISHED}-journal"):
        for fresh in folder.glob(f"*{ending}"):
            with suppress(OSError):  # in the way of nothing; tried again at the next opening
                fresh.unlink()


def sync_folder(folder: Path) -> None:
    """Make names in a folder survive a power cut; Windows does this by itself."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class HomeLock:
    """The right to use a home: one instance of the program holds it at a time."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    @classmethod
    def take(cls, path: Path) -> "HomeLock":
        """Take the lock now or not at all; it ends with the process, however that ends.

        Raises:
            HomeBusy: ``HOME_BUSY``. Unavailable: ``FILE_NOT_WRITTEN``.
        """
        try:
            file = open(path, "ab", opener=_private)  # noqa: SIM115 - held open
        except OSError as error:
            cause = error.strerror or ""
            raise Unavailable("FILE_NOT_WRITTEN", file=path.name, cause=cause) from error
        try:
            _lock(file)
        except OSError as error:
            file.close()
            raise HomeBusy("HOME_BUSY", home=path.parent) from error
        return cls(file)

    def release(self) -> None:
        """Give the lock up; the file stays, empty."""
        self._file.close()


def is_held(home: Path) -> bool:
    """Say whether an instance of the program holds a home now."""
    try:
        HomeLock.take(home / LOCK).release()
    except HomeBusy:
        return True
    except Unavailable:
        return False  # said by whoever opens it
    return False


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, PRIVATE)


def _lock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
