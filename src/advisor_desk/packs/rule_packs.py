"""Rule packs by id and day: ``resources/packs/<id>/<date>.toml``."""

from collections.abc import Sequence
from datetime import date

from advisor_desk.domain.suitability import RulePack

BANK_PROCEDURE = "bank-procedure"


def packs_in_force(ids: Sequence[str], on: date) -> tuple[RulePack, ...]:
    """Return the edition of each pack in force on a day, in the order asked.

    Raises:
        BadInput: ``PACK_UNKNOWN``, ``PACK_NOT_IN_FORCE`` or ``PACK_REPEATED``.
    """
    raise NotImplementedError(ids, on)


def pack_ids() -> tuple[str, ...]:
    """Return the ids of all packs, ``bank-procedure`` first, the others by name."""
    raise NotImplementedError
