"""The contrasts written beside the colours are the true ones; what is enough: ``test_tokens``."""

import math
import tomllib
from collections.abc import Mapping

import pytest
from tests.ui.theme.test_tokens import contrast

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.ui.theme import tokens


def told() -> Mapping[str, Mapping[str, float]]:
    path = data_folder("resources") / "look" / "contrast.toml"
    return tomllib.loads(path.read_text("utf-8"))


@pytest.mark.parametrize("theme", [*tokens.THEMES, tokens.CLIENT])
def test_each_stated_contrast_is_the_true_one(theme: str) -> None:
    colors, stated = tokens.colors(theme), told()[theme]
    assert len(stated) > 15
    for pair, ratio in stated.items():
        written, ground = pair.split("/")
        true = math.floor(contrast(colors[written], colors[ground]) * 10) / 10
        assert ratio == true, pair


def test_the_client_reads_dark_on_white_inside_every_theme() -> None:
    client = tokens.colors(tokens.CLIENT)
    assert client["surface"] == client["ground"] == client["canvas"] == "#FFFFFF"
    assert client["ink"] == tokens.colors("light")["ink"]
