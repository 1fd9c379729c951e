"""What the client told last: pots and holdings, as they stood in the interviews before."""

from collections.abc import Iterator

from advisor_desk.domain import fold
from advisor_desk.domain.assessment_events import Holding
from advisor_desk.domain.client import ClientId
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.needs import Pot
from advisor_desk.services.interview_room import InterviewRoom

LOOKED_BACK = 5  # interviews; what was told before them is too old to be shown


def last_pots(room: InterviewRoom, client: ClientId) -> tuple[Pot, ...]:
    """Return the pots of the newest interview that recorded any."""
    return next((tuple(one.pots.values()) for one in _newest(room, client) if one.pots), ())


def last_told(
    room: InterviewRoom, client: ClientId
) -> tuple[tuple[Pot, ...], tuple[Holding, ...] | None]:
    """Return the last pots, and the last holdings; None: nobody asked for them."""
    pots: tuple[Pot, ...] = ()
    holdings: tuple[Holding, ...] | None = None
    for facts in _newest(room, client):
        pots = pots or tuple(facts.pots.values())
        holdings = facts.holdings if holdings is None else holdings
        if pots and holdings is not None:
            break
    return pots, holdings


def _newest(room: InterviewRoom, client: ClientId) -> Iterator[Facts]:
    """Give a client's interviews as they stand, the newest first; each is read when it is asked."""
    rows = room.desk.book.rows(
        "interview", where={"client": client}, order="-interview", limit=LOOKED_BACK
    )
    for row in rows:
        facts = fold.fold(room.desk.book.events(fold.SUBJECT + str(row["interview"])))
        if facts is not None:
            yield facts
