"""Who sits at the desk for a verb: the person named, or in a training home nobody in particular."""

from collections.abc import Iterator
from contextlib import contextmanager

from advisor_desk.cli.machine_clock import MachineClock
from advisor_desk.cli.output import Shared
from advisor_desk.domain.trouble import NotPermitted
from advisor_desk.services.station import Desk, Station


@contextmanager
def seated(shared: Shared) -> Iterator[Desk]:
    """Open the home and give the desk; both are given up at the end.

    Raises:
        NotPermitted: ``SIGN_IN_NEEDED`` in a real home without ``--user``; sign-in failed.
    """
    with Station.open(shared.needed_home(), MachineClock()) as station:
        if shared.user is not None:
            yield station.sign_in(shared.user, shared.password("Password"))
        elif station.is_training:
            yield station.training_desk()
        else:
            raise NotPermitted("SIGN_IN_NEEDED")
