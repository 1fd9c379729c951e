"""What the import contracts of pyproject.toml cannot say about who knows what."""

import ast
import sys
from collections.abc import Iterator

import pytest
from tests.architecture.source import PACKAGE, python_files, shown, tree_of

SOURCE = python_files("src")
CLOCK = "machine_clock.py"  # the one module that asks the machine
CLOCK_CALLS = {"now", "utcnow", "today", "time", "time_ns", "localtime", "gmtime"}


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


def late_imports(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from (
                inner.lineno
                for inner in ast.walk(node)
                if isinstance(inner, ast.Import | ast.ImportFrom)
            )


def looks_at_the_clock(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = ast.unparse(node.func.value)
            if node.func.attr in CLOCK_CALLS and owner in {"datetime", "date", "time", "dt"}:
                yield node.lineno


def test_the_domain_is_standard_library_only() -> None:
    strangers = {
        f"{shown(path)}: {name}"
        for path in SOURCE
        if path.is_relative_to(PACKAGE / "domain")
        for name in imported(tree_of(path))
        if name.split(".")[0] not in sys.stdlib_module_names
        and not name.startswith("advisor_desk.domain")
    }
    assert strangers == set()


def test_no_import_is_relative() -> None:
    found = [shown(p) for p in SOURCE for name in imported(tree_of(p)) if name.startswith(".")]
    assert found == []


def test_no_import_stands_in_a_function() -> None:
    assert [f"{shown(p)}:{line}" for p in SOURCE for line in late_imports(tree_of(p))] == []


def test_the_time_comes_from_the_clock_that_was_given() -> None:
    found = [
        f"{shown(path)}:{line}"
        for path in SOURCE
        if path.name != CLOCK
        for line in looks_at_the_clock(tree_of(path))
    ]
    assert found == []


@pytest.mark.parametrize("line", ["datetime.now(zone)", "date.today()", "time.time()"])
def test_a_look_at_the_machines_clock_is_seen(line: str) -> None:
    assert list(looks_at_the_clock(ast.parse(line)))
