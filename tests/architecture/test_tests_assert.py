"""Every test asserts something, and none waits for the time to pass."""

import ast
from collections.abc import Iterator

from tests.architecture.source import calls, name_of, python_files, shown, tree_of

FILES = python_files("tests")
ASSERTING = {"raises", "warns", "fail"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(tree: ast.Module) -> Iterator[Function]:
    yield from (node for node in ast.walk(tree) if isinstance(node, Function))


def asserts(function: Function, asserting: set[str]) -> bool:
    return any(
        isinstance(node, ast.Assert)
        or (isinstance(node, ast.Call) and name_of(node.func) in asserting)
        for node in ast.walk(function)
    )


def asserting_names(trees: list[ast.Module]) -> set[str]:
    """Give the functions that assert themselves or through another, and pytest's own."""
    found = set(ASSERTING)
    everything = [function for tree in trees for function in functions(tree)]
    while True:
        more = {one.name for one in everything if asserts(one, found)} - found
        if not more:
            return found
        found |= more


def idle_tests(tree: ast.Module, asserting: set[str]) -> list[str]:
    return [
        one.name
        for one in functions(tree)
        if one.name.startswith("test_") and not asserts(one, asserting)
    ]


def test_every_test_asserts_something() -> None:
    asserting = asserting_names([tree_of(path) for path in FILES])
    idle = {shown(p): idle for p in FILES if (idle := idle_tests(tree_of(p), asserting))}
    assert idle == {}


def test_a_test_that_asserts_nothing_is_seen() -> None:
    tree = ast.parse("def test_a():\n    f()\ndef test_b():\n    g()\ndef g():\n    assert 1\n")
    assert idle_tests(tree, asserting_names([tree])) == ["test_a"]


def test_no_test_sleeps() -> None:
    """The screen reader, a program of its own without an event loop, looks again and again."""
    tests = [path for path in FILES if path.name != "screen_reader.py"]
    found = [shown(p, call) for p in tests for call in calls(p) if name_of(call.func) == "sleep"]
    assert found == []
