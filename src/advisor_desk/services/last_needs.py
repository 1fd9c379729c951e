"""What the client told in the last interview: pots and holdings, as they stood there."""

from collections.abc import Iterator

from advisor_desk.domain import fold
from advisor_desk.domain.client import ClientId
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.needs import Pot
from advisor_desk.services.interview_room import InterviewRoom

LOOKED_BACK = 5  # interviews; what was told before them is too old to be shown


def last_pots(room: InterviewRoom, client: ClientId) -> tuple[Pot, ...]:
    """Return the pots of the newest interview that recorded any."""
    return next((tuple(one.pots.values()) for one in last_told(room, client) if one.pots), ())


def last_told(room: InterviewRoom, client: ClientId) -> Iterator[Facts]:
    """Give a client's newest interviews as they stand, the newest first."""
    rows = room.desk.book.rows(
        "interview", where={"client": client}, order="-interview", limit=LOOKED_BACK
    )
    for row in rows:
        facts = fold.fold(room.desk.book.events(fold.SUBJECT + str(row["interview"])))
        if facts is not None:
            yield facts
