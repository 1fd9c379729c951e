"""Rule packs by id and day: ``resources/packs/<id>/<date>.toml``, each edition read once.

A pack's cases are run when it is checked, not each time it is loaded.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.suitability import RulePack
from advisor_desk.domain.trouble import BadData, BadInput, Mistake
from advisor_desk.packs.pack_file import read_pack
from advisor_desk.packs.reading import read_bytes

BANK_PROCEDURE = "bank-procedure"


def packs_in_force(ids: Sequence[str], on: date) -> tuple[RulePack, ...]:
    """Return the edition of each pack in force on a day, in the order asked.

    Raises:
        BadInput: ``PACK_UNKNOWN``, ``PACK_NOT_IN_FORCE`` or ``PACK_REPEATED``.
    """
    return _in_force(tuple(ids), on)


def pack_ids() -> tuple[str, ...]:
    """Return the ids of all packs, ``bank-procedure`` first, the others by name."""
    found = sorted(path.name for path in _folder().iterdir() if path.is_dir())
    return tuple(sorted(found, key=lambda pack: pack != BANK_PROCEDURE))


def checked_ids(ids: Sequence[str]) -> tuple[str, ...]:
    """Return the ids, each known and named once.

    Raises:
        BadInput: ``PACK_UNKNOWN`` or ``PACK_REPEATED``.
    """
    known = pack_ids()
    for position, pack in enumerate(ids):
        if pack not in known:
            raise BadInput("PACK_UNKNOWN", pack=pack, known=", ".join(known))
        if pack in ids[:position]:
            raise BadInput("PACK_REPEATED", pack=pack)
    return tuple(ids)


def editions(pack: str) -> tuple[RulePack, ...]:
    """Return every edition of a pack, oldest first.

    Raises:
        BadData: an edition has mistakes, or bears another id or date than its place.
    """
    return _editions(_folder() / pack)


@lru_cache(maxsize=1024)
def _in_force(ids: tuple[str, ...], on: date) -> tuple[RulePack, ...]:
    return tuple(_edition(pack, on) for pack in checked_ids(ids))


def _edition(pack: str, on: date) -> RulePack:
    found = editions(pack)
    started = [edition for edition in found if edition.effective <= on]
    if not started:
        raise BadInput(
            "PACK_NOT_IN_FORCE",
            pack=pack,
            day=on.isoformat(),
            first=found[0].effective.isoformat(),
        )
    return started[-1]


@lru_cache(maxsize=64)
def _editions(folder: Path) -> tuple[RulePack, ...]:
    found = [_read(path) for path in sorted(folder.glob("*.toml"))]
    return tuple(sorted(found, key=lambda edition: edition.effective))


def _read(path: Path) -> RulePack:
    edition = read_pack(read_bytes(path), path.name)
    if (edition.id, edition.effective.isoformat()) != (path.parent.name, path.stem):
        mistake = Mistake("PACK_MISPLACED", file=str(path), line=1, place="id", pack=edition.id)
        raise BadData((mistake,))
    return edition


def _folder() -> Path:
    return data_folder("resources") / "packs"
