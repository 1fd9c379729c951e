"""What holds for every test: no screen, no language of the machine, no home of somebody's own."""

import os
import re

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for name in ("LC_ALL", "LANG", "LANGUAGE", "ADVISOR_DESK_HOME"):
    os.environ.pop(name, None)


def pytest_make_parametrize_id(val: object) -> str | None:
    """Leave addresses out of the names of tests: workers must agree on them."""
    text = repr(val)
    return re.sub(r" at 0x[0-9a-f]+", "", text) if " at 0x" in text else None
