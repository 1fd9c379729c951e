"""The lock agrees with pyproject.toml, checks every package by hash, and names no address."""

import re
import tomllib
from importlib.metadata import version

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from tests.architecture.source import ROOT

LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
MAKE_AGAIN = "make the lock again with uv pip compile, see README.md"


def locked() -> dict[str, tuple[str, Marker | None, int]]:
    """Give version, marker and number of hashes of each package of the lock."""
    found = {}
    for block in re.split(r"\n(?=\S)", LOCK.strip()):
        first, *rest = block.replace("\\\n", "\n").splitlines()
        requirement = Requirement(first)
        (exact,) = requirement.specifier
        assert exact.operator == "==", first
        assert all(re.fullmatch(r"\s+--hash=sha256:[0-9a-f]{64}\s*", line) for line in rest), first
        found[canonicalize_name(requirement.name)] = (
            exact.version,
            requirement.marker,
            len(rest),
        )
    return found


def declared() -> list[Requirement]:
    """Give what pyproject.toml asks for: to run, to develop, to build."""
    project = PROJECT["project"]
    extras = project["optional-dependencies"].values()
    lines = [*project["dependencies"], *(line for extra in extras for line in extra)]
    return [Requirement(line) for line in (*lines, *PROJECT["build-system"]["requires"])]


def test_the_lock_names_no_address_and_no_index() -> None:
    for refused in ("://", "index-url", "find-links", "trusted-host", "@ file"):
        assert refused not in LOCK


def test_every_package_of_the_lock_has_hashes() -> None:
    assert [name for name, (_, _, hashes) in locked().items() if not hashes] == []


@pytest.mark.parametrize("asked", declared(), ids=lambda asked: asked.name)
def test_what_the_project_asks_for_is_locked_within_its_range(asked: Requirement) -> None:
    name = canonicalize_name(asked.name)
    assert name in locked(), MAKE_AGAIN
    assert asked.specifier.contains(locked()[name][0]), MAKE_AGAIN


def test_the_packages_installed_here_are_the_locked_ones() -> None:
    wanted = {
        name: exact
        for name, (exact, marker, _) in locked().items()
        if not marker or marker.evaluate()
    }
    assert {name: version(name) for name in wanted} == wanted
