"""The named tokens of the look, as they stand in ``resources/look/tokens.toml``."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.packs.flat import Section, flat_sections

THEMES = ("light", "dark", "high_contrast")
CLIENT = "client"


class TypeToken(NamedTuple):
    """A size of type: pixels at scale 1, and weight 400 or 700."""

    px: int
    weight: int


@cache
def _file() -> Mapping[str, Section]:
    path = data_folder("resources") / "look" / "tokens.toml"
    return flat_sections(path.read_text("utf-8"))


@cache
def colors(name: str) -> Mapping[str, str]:
    """Return every colour of a theme by its token; ``client`` is the light one for the client."""
    if name != CLIENT:
        found = dict(_file()[name])
    else:
        view = _file()["client_view"]
        found = dict(_file()["light"]) | dict(view)
        found |= {"canvas": view["ground"], "line_strong": view["button_line"]}
    found |= dict(_file()["page_viewer"])
    return {token: str(value) for token, value in found.items()}


@cache
def type_token(token: str) -> TypeToken:
    """Return a size of type."""
    entry = _file()["type"][token]
    if not isinstance(entry, dict):
        raise TypeError(token)
    return TypeToken(entry["px"], entry["weight"])


@cache
def pixels(token: str) -> int:
    """Return a size or a distance."""
    entry = _file()["size"].get(token, _file()["space"].get(token))
    if not isinstance(entry, int):
        raise KeyError(token)
    return entry


@cache
def radius(token: str) -> int:
    """Return a radius of corners."""
    return int(str(_file()["radius"][token]))


@cache
def opacity(token: str) -> float:
    """Return an opacity, 0 to 1."""
    return float(str(_file()["opacity"][token]))
