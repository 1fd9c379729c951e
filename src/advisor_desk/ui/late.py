"""Names of a package that are loaded when they are first asked for.

What the first paint of the window does not need must not be loaded before it.
"""

import importlib
from collections.abc import Callable, Mapping


def late(package: str, where: Mapping[str, str]) -> Callable[[str], object]:
    """Return the ``__getattr__`` of a package; ``where`` names the module of each name in it."""

    def find(name: str) -> object:
        if name not in where:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(importlib.import_module(f"{package}.{where[name]}"), name)

    return find
