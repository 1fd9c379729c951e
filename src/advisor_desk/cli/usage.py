"""Wrong usage of the command line, answered in JSON where ``--json`` asks for it.

Without ``--json`` typer shows the usage itself; both exit with 2.
"""

import sys
from collections.abc import Callable
from typing import Any

import typer

from advisor_desk.cli.output import Shared, say_trouble
from advisor_desk.domain.trouble import BadInput

# click's own base of all usage errors; typer does not give it a public name.
USAGE_ERROR: type[Exception] = typer.BadParameter.__mro__[1]


def with_json_usage(run: Callable[..., Any]) -> Any:  # noqa: ANN401
    """Run the command line; a usage error under ``--json`` becomes one JSON object."""
    if "--json" not in sys.argv:
        return run()
    try:
        ended = run(standalone_mode=False)
    except USAGE_ERROR as error:
        wrong = BadInput("USAGE", cause=_cause_of(error))
        shared = Shared(None, json=True, user=None, password_fd=None)
        sys.exit(say_trouble(_verb_of(error), wrong, shared))
    sys.exit(ended if isinstance(ended, int) else 0)


def _verb_of(error: Exception) -> str:
    context = getattr(error, "ctx", None)
    names = []
    while context is not None and context.parent is not None:
        names.append(str(context.info_name))
        context = context.parent
    return " ".join(reversed(names)) or "usage"


def _cause_of(error: Any) -> str:  # noqa: ANN401 - click's own, see above
    """Return what typer would show; the bare message of a missing argument is empty."""
    return str(error.format_message())
