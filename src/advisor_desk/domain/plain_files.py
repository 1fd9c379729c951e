"""Opening what is a file: a pipe would be waited for, perhaps for ever, and a device has no end."""

import errno
import os
import stat


def only_files(path: str, flags: int) -> int:
    """Open a file and nothing else, for the ``opener`` of ``open``; waits for nobody.

    Raises:
        OSError: it cannot be opened, or is a pipe or a device; a folder is refused by ``open``.
    """
    descriptor = os.open(path, flags | os.O_NONBLOCK)
    kind = os.fstat(descriptor).st_mode
    if stat.S_ISREG(kind) or stat.S_ISDIR(kind):
        return descriptor
    os.close(descriptor)
    raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), path)
