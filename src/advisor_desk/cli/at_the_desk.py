"""Signing in for a verb: with ``--user`` and a password; without it only in a training home."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from advisor_desk.cli.output import Shared
from advisor_desk.domain.trouble import NotPermitted
from advisor_desk.services.machine_clock import MachineClock
from advisor_desk.services.station import Desk, Station


@contextmanager
def desk_of(context: typer.Context) -> Iterator[Desk]:
    """Give the desk of who asks, and close the home after it.

    Raises:
        NotPermitted: ``SIGN_IN_NEEDED``, ``SIGN_IN_FAILED``. LockedOut: too many failures.
        HomeBusy, Unavailable, Tampered: as ``Station.open``.
    """
    shared: Shared = context.obj
    with Station.open(shared.needed_home(), MachineClock()) as station:
        if shared.user is not None:
            yield station.sign_in(shared.user, shared.password("Password"))
        elif station.is_training:
            yield station.training_desk()
        else:
            raise NotPermitted("SIGN_IN_NEEDED")
