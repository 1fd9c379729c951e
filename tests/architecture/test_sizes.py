"""Files, classes and functions stay of a size that is read in one go."""

import ast
from collections.abc import Iterator

import pytest
from tests.architecture.source import python_files, shown, tree_of

LONGEST_FILE = 400
LONGEST_CLASS = 200
LONGEST_FUNCTION = 40
FILES = python_files("src", "tests", "packaging")


def too_long(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            largest = LONGEST_CLASS
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            largest = LONGEST_FUNCTION
        else:
            continue
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        if lines > largest:
            yield f"{node.name}, line {node.lineno}: {lines} lines, at most {largest}"


def test_no_file_is_too_long() -> None:
    lengths = {shown(path): len(path.read_text("utf-8").splitlines()) for path in FILES}
    assert lengths
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_no_class_or_function_is_too_long() -> None:
    assert [f"{shown(path)}: {one}" for path in FILES for one in too_long(tree_of(path))] == []


@pytest.mark.parametrize(
    ("opening", "longest"), [("def one():", LONGEST_FUNCTION), ("class One:", LONGEST_CLASS)]
)
def test_the_line_too_much_is_seen(opening: str, longest: int) -> None:
    fitting = f"{opening}\n" + "    pass\n" * (longest - 1)
    assert not list(too_long(ast.parse(fitting)))
    assert list(too_long(ast.parse(f"{fitting}    pass\n")))
