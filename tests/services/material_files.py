"""Material of one's own to damage: a copy of all files, read in place of those shipped."""

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.packs.materials import load_register
from advisor_desk.services.interviews import Interviews


def copied_material(folder: Path) -> Path:
    place = folder / "materials"
    shutil.copytree(data_folder("resources") / "materials", place)
    return place


def use_material(services: Interviews, place: Path) -> None:
    """Let the desk read the copy from now on: as if head office had sent another register."""
    room = services._room
    load_register.cache_clear()
    room._day = replace(room.today(), materials=load_register(place))


def enter(place: Path, product: str, **lines: str | date) -> None:
    """Enter something else for a product in the register."""
    register = place / "register.toml"
    text = register.read_text("utf-8")
    block = re.search(rf'product = "{product}"\n(?:.+\n)+', text)
    assert block is not None
    changed = block[0]
    for name, value in lines.items():
        said = f'"{value}"' if isinstance(value, str) else value.isoformat()
        changed, count = re.subn(rf"(?m)^{name} = .+$", f"{name} = {said}", changed)
        assert count == 1, name
    register.write_text(text.replace(block[0], changed), "utf-8")
