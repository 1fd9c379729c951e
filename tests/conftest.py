"""What holds for every test: no screen, no language of the machine, no home of somebody's own."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for name in ("LC_ALL", "LANG", "LANGUAGE", "ADVISOR_DESK_HOME"):
    os.environ.pop(name, None)
