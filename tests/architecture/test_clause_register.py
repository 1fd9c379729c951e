"""Every clause cited anywhere is in the register, and every clause there is accounted for."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.architecture.source import ROOT, calls, python_files, shown

from advisor_desk.packs.clauses import clauses

CLAUSE = r"S[1-9]\d?|[A-Z][A-Z0-9]*-\d+"
IN_WORDS = re.compile(r"\bClauses?: ([^.\n]+)")  # a list, or a range: S26-S28
DATA = [*(ROOT / "resources").rglob("*.toml"), *(ROOT / "forms").rglob("*.toml")]


def cited_in_source(path: Path) -> Iterator[str]:
    """Give the clauses of docstrings (``Clause: S50``) and of troubles (``clause="S33"``)."""
    for found in IN_WORDS.finditer(path.read_text("utf-8")):
        yield from re.findall(CLAUSE, found.group(1))
    for call in calls(path):
        yield from (
            keyword.value.value
            for keyword in call.keywords
            if keyword.arg == "clause"
            and isinstance(keyword.value, ast.Constant)
            and isinstance(keyword.value.value, str)
            and keyword.value.value
        )


def cited_in_data(value: object) -> Iterator[str]:
    """Give the values of every key ``clause`` or ``clauses`` in a data file, however deep."""
    if isinstance(value, list):
        for one in value:
            yield from cited_in_data(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key in {"clause", "clauses"} and isinstance(one, str) and one:
                yield from re.findall(CLAUSE, one)
            else:
                yield from cited_in_data(one)


def test_every_clause_cited_in_the_source_is_known() -> None:
    cited = {(shown(path), one) for path in python_files("src") for one in cited_in_source(path)}
    assert cited
    assert sorted((place, one) for place, one in cited if one not in clauses()) == []


def test_every_clause_cited_in_the_data_is_known() -> None:
    cited = {
        (shown(path), one)
        for path in DATA
        for one in cited_in_data(tomllib.loads(path.read_text("utf-8")))
    }
    assert cited
    assert sorted((place, one) for place, one in cited if one not in clauses()) == []


def test_every_clause_is_served_or_says_why_not() -> None:
    assert [one.id for one in clauses().values() if not one.is_accounted_for] == []


def test_the_rules_that_serve_a_clause_exist() -> None:
    rules = {
        f"rule {path.parent.name}/{rule['id']}"
        for path in (ROOT / "resources" / "packs").glob("*/*.toml")
        for rule in tomllib.loads(path.read_text("utf-8")).get("rule", [])
    }
    named = {
        line.split(":")[0]
        for one in clauses().values()
        for line in one.served
        if line.startswith("rule ")
    }
    assert named
    assert named - rules == set()


@pytest.mark.parametrize("text", ["Clause: S99.", "Clause: S42, S99."])
def test_a_clause_that_is_not_there_is_seen(tmp_path: Path, text: str) -> None:
    path = tmp_path / "cited.py"
    path.write_text(f'"""{text}"""\n')
    assert "S99" in set(cited_in_source(path))
