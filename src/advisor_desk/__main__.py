"""Entry: ``advisor-desk`` and ``python -m advisor_desk``.

With no verb it is the desktop. The first window waits for nothing that the command line needs, so
which of the two is wanted is seen from the arguments before either is loaded.
"""

import importlib
import os
import sys
from collections.abc import Sequence

DESKTOP = "advisor_desk.app"
COMMANDS = "advisor_desk.cli.main"
HOME = "ADVISOR_DESK_HOME"


def main() -> None:
    """Run the desktop or the command line."""
    home = home_of_desktop(sys.argv[1:])
    if home is None:
        importlib.import_module(COMMANDS).app()
    else:
        sys.exit(importlib.import_module(DESKTOP).run(home))


def home_of_desktop(arguments: Sequence[str]) -> str | None:
    """Return the home the desktop is wanted for, empty where none is named; None: a verb is."""
    match list(arguments):
        case []:
            return os.environ.get(HOME, "")
        case ["--home", home]:
            return home
        case [one] if one.startswith("--home="):
            return one.removeprefix("--home=")
        case _:
            return None


if __name__ == "__main__":
    main()
