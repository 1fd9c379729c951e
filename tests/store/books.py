"""Books for the tests of the store: a clock set by hand, a few acts, and a burglar's way in."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlcipher3 import dbapi2 as sqlcipher

from advisor_desk.domain.client import Client, ClientRecorded, DocumentKind, IdentityDocument
from advisor_desk.domain.interview_events import NoteTaken
from advisor_desk.domain.languages import Language
from advisor_desk.domain.projections import project_book
from advisor_desk.store.ledger import Ledger, Source

CHINA = timezone(timedelta(hours=8))
MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=CHINA)
KEY = b"k" * 32
ACTOR = "20417"


class SetClock:
    """A clock that stands where a test puts it."""

    def __init__(self, at: datetime = MONDAY) -> None:
        self.at = at
        self.boot = 100.0

    def now(self) -> datetime:
        return self.at

    def since_boot(self) -> float:
        return self.boot


def made(folder: Path, clock: SetClock | None = None, source: Source = "machine") -> Ledger:
    return Ledger.create(folder / "01.db", KEY, clock or SetClock(), project_book, source=source)


def opened(
    path: Path, clock: SetClock | None = None, key: bytes = KEY, source: Source = "machine"
) -> Ledger:
    return Ledger.open(path, key, clock or SetClock(), project_book, source=source)


def client(name: str = "陳示例", document: str = "990101196111231238") -> Client:
    return Client(
        name=name,
        document=IdentityDocument(DocumentKind.resident_id, document),
        born=date(1961, 11, 23),
        phone="13900004821",
        account_tail="4821",
        language=Language.zh_TW,
    )


def record_client(book: Ledger, number: str = "C01-000001", name: str = "陳示例") -> None:
    with book.work(ACTOR) as work:
        work.record(f"client:{number}", ClientRecorded(client(name)))


def take_note(book: Ledger, words: str, paper: bytes | None = None) -> str:
    """Record a note and, with it, a paper; return the paper's digest."""
    with book.work(ACTOR) as work:
        sha256 = work.keep_document(paper) if paper is not None else ""
        work.record("interview:I01-000001", NoteTaken(words))
    return sha256


def filled(folder: Path) -> Path:
    """Give a closed book of one client, four notes and two papers; return its file."""
    path = folder / "01.db"
    path.write_bytes(_filled())
    return path


@cache
def _filled() -> bytes:
    with TemporaryDirectory() as folder:
        book = made(Path(folder))
        record_client(book)
        for number in range(2, 6):
            take_note(book, f"note {number}", b"paper %d" % number if number % 2 else None)
        book.close()
        return book.path.read_bytes()


@contextmanager
def by_hand(path: Path, key: bytes = KEY) -> Iterator[sqlcipher.Connection]:
    """Give a book to somebody with its key and without our program; kept at the end."""
    bare = sqlcipher.connect(str(path), isolation_level=None)
    bare.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    yield bare
    bare.close()


def without_guards(bare: sqlcipher.Connection) -> None:
    triggers = bare.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall()
    for (name,) in triggers:
        bare.execute(f"DROP TRIGGER {name}")
