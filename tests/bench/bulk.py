"""A training home whose one adviser has led thousands of interviews, made in under a minute.

A few interviews are led through the services; thousands are cast from them (``bulk_template``) and
written in one transaction, in one valid chain, with the rows and the register that belong to them:
``db verify --deep`` finds nothing. Only the papers are shared: every set bears the bytes of the
first. Everybody in it is invented.
"""

import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Table
from stdnum.cn import ric
from tests.bench.bulk_template import Casting, Mould
from tests.services.branch import (
    ADMINISTRATOR,
    ADVISER,
    CHINA,
    RECORD,
    TODAY,
    Practice,
    SetClock,
    Walk,
    practice,
)

from advisor_desk.domain.chain import link_digest
from advisor_desk.domain.client import Client, ClientRecorded, DocumentKind, IdentityDocument
from advisor_desk.domain.events import event_body
from advisor_desk.domain.languages import Language
from advisor_desk.domain.projections import LAST_FINAL_FORMS, TAIL, last_serial_of
from advisor_desk.forms.register import Register, RegisteredForm
from advisor_desk.services.homes import REGISTER, HomePlan, make_home
from advisor_desk.services.interview_room import client_subject
from advisor_desk.services.interviews import Interviews
from advisor_desk.services.station import Station
from advisor_desk.store.connection import say
from advisor_desk.store.keys import PUBLISHED_PASSWORD
from advisor_desk.store.ledger import Ledger
from advisor_desk.store.names import client_keys, sound_of
from advisor_desk.store.tables import PROJECTIONS, client_key_table, document_table, event_table

FIRST_DAY, LAST_DAY = date(2021, 11, 29), date(2026, 11, 20)
FOUNDED = datetime(2021, 11, 1, 9, 0, tzinfo=CHINA)
UNFINISHED = ("opening", "needs", "questionnaire", "portfolio", "presentation", "begin_signing")
SURNAMES = "王李張劉陳楊黃趙吳周徐孫馬朱胡郭何林高羅鄭梁謝宋唐許韓馮鄧曹彭曾蕭田董袁潘于蔣蔡余杜"
GIVEN = (
    "淑芬志強雅婷家豪美玲秀英建國俊傑怡君明華文雄麗娟大偉曉東子軒宇航欣怡思遠一諾浩然佳琪夢潔玉蘭"
)


@dataclass(frozen=True)
class Size:
    """How much there is: clients, interviews that are over, and interviews still under way."""

    clients: int = 1_000
    interviews: int = 5_000
    unfinished: int = 12


@dataclass(frozen=True)
class BulkHome:
    """The home, whose it is, and the first moment after everything in it."""

    home: Path
    now: datetime

    def station(self) -> Station:
        """Open the home at that moment."""
        return Station.open(self.home, SetClock(self.now))


def busy_home(folder: Path, size: Size | None = None) -> BulkHome:
    """Make the home in ``folder``; about 170 MB for a thousand clients of five interviews."""
    wanted = size or Size()
    home = _empty_home(folder / "home")
    with tempfile.TemporaryDirectory(dir=folder) as beside, practice(Path(beside)) as at:
        moulds = tuple(_moulds(at))
    with Station.open(home, SetClock(FOUNDED)) as station:
        book = station.training_desk(ADVISER.staff_no).book
        registered = _Press(book, moulds).fill(wanted)
        Register(home / REGISTER).extend(registered)
    _lead_some(home, wanted.unfinished)
    return BulkHome(home, TODAY + timedelta(hours=3))


def _empty_home(home: Path) -> Path:
    clock = SetClock(FOUNDED)
    plan = HomePlan(
        home, "CD", ADMINISTRATOR, PUBLISHED_PASSWORD, "城東支行（虛構）", "3", is_training=True
    )
    make_home(plan, clock)
    with Station.open(home, clock) as station:
        station.training_desk().enrol_for_training(ADVISER)
    return home


def _moulds(at: Practice) -> Iterator[Mould]:
    """Give three sales to clients of different grades, and one interview without a sale."""
    for order, letter in enumerate("BCD"):
        yield Mould(Walk(at, order=201 + 2 * order, letter=letter).until("close"))
    walk = Walk(at, order=211).until("portfolio")
    walk.do.closing.end_without_sale(walk.interview, RECORD)
    yield Mould(walk)


def _lead_some(home: Path, count: int) -> None:
    """Lead interviews of today so far and leave them where they are."""
    clock = SetClock(TODAY)
    with Station.open(home, clock) as station:
        desk = station.training_desk(ADVISER.staff_no)
        at = Practice(home, clock, station, desk, Interviews(desk))
        for number in range(count):
            stage = UNFINISHED[number % len(UNFINISHED)]
            Walk(at, order=301 + 2 * number).until(stage)


@dataclass
class _Known:
    """A client in the book, and the place of the event that met him or her last."""

    id: str
    record: Client
    last_met: int


class _Press:
    """Writes castings into a book in one transaction."""

    def __init__(self, book: Ledger, moulds: tuple[Mould, ...]) -> None:
        self._book = book
        self._moulds = moulds
        self._bare = book._connection.connection.driver_connection
        self._chance = random.Random(20_261_123)  # noqa: S311 - a fixed draw
        self._seq, self._digest = book.head().seq, book.head().digest
        self._events: list[dict[str, Any]] = []
        self._rows: dict[str, list[dict[str, Any]]] = {}
        self._clients: list[_Known] = []
        self._serials: Counter[int] = Counter()
        self._pressed: set[int] = set()

    def fill(self, size: Size) -> list[RegisteredForm]:
        """Write everything; return what the register of forms is to hold."""
        self._bare.execute("PRAGMA cache_size=-400000")  # 400 MB: indexes are filled out of order
        say(self._book._connection, "BEGIN IMMEDIATE")
        days = _days(size.interviews)
        for number, (day, slot) in enumerate(days):
            at = datetime.combine(day, time(8, 30), CHINA) + timedelta(minutes=10 * slot)
            index = self._who(number, size.clients)
            if index == len(self._clients):
                self._record_client(at)
            self._press(number, self._clients[index], at + timedelta(seconds=5))
        while len(self._clients) < size.clients:
            self._record_client(datetime.combine(LAST_DAY, time(18), CHINA))
        self._flush()
        self._insert_clients()
        for table, rows in self._rows.items():
            self._insert(PROJECTIONS[table], rows)
        say(self._book._connection, "COMMIT")
        return [
            RegisteredForm(row["number"], row["form"], row["sha256"])
            for row in self._rows.get("form", ())
            if row["state"] in {"signed", "registered"}
        ]

    def _who(self, number: int, clients: int) -> int:
        """Return whose turn it is: in each round every client once, after the first shuffled."""
        turn, place = divmod(number, clients)
        return place if turn == 0 else (place * 7 + turn * 13) % clients

    def _record_client(self, at: datetime) -> None:
        number = len(self._clients)
        client = f"C01-{number + 1:06d}"
        record = _client(number, self._chance)
        event = ClientRecorded(record)
        self._event(at, client_subject(client), event.kind, event.version, event_body(event), "[]")
        self._clients.append(_Known(client, record, self._seq))

    def _press(self, number: int, known: _Known, at: datetime) -> None:
        which = self._chance.choices(range(len(self._moulds)), (3, 5, 2, 1))[0]
        mould = self._moulds[which]
        year = at.year
        self._serials[year] += 1
        interview = f"I01-{number + 1:06d}"
        casting = Casting(
            known.id,
            interview,
            f"RA-01-{number + 1:06d}",
            f"CD3-{year}-01-{self._serials[year]:05d}",
            known.record,
            at.date(),
            at.date() + timedelta(days=370),
        )
        is_first = which not in self._pressed
        self._pressed.add(which)
        if is_first:
            self._keep_papers(mould)
        known.last_met = self._seq + 1
        for place, one in enumerate(mould.cast(casting, with_papers=is_first)):
            moment = at + timedelta(seconds=5 * place)
            subject = f"interview:{interview}"
            self._event(moment, subject, one.kind, one.version, one.body, one.documents)
        for table, row in mould.rows(casting):
            self._rows.setdefault(table, []).append(row)
        self._settings(mould, year)

    def _settings(self, mould: Mould, year: int) -> None:
        found = {
            last_serial_of(year): str(self._serials[year]),
            LAST_FINAL_FORMS: mould.last_final_forms,
        }
        before = {row["name"]: row["value"] for row in self._rows.get("setting", ())}
        self._rows["setting"] = [
            {"name": name, "value": value} for name, value in (before | found).items()
        ]

    def _keep_papers(self, mould: Mould) -> None:
        known = {row[0] for row in self._bare.execute("SELECT sha256 FROM document")}
        papers = {
            sha256: content for sha256, content in mould.papers.items() if sha256 not in known
        }
        rows = [{"sha256": sha256, "content": content} for sha256, content in papers.items()]
        self._insert(document_table, rows)

    def _event(
        self, at: datetime, subject: str, kind: str, version: int, body: str, documents: str
    ) -> None:
        stored: dict[str, Any] = {
            "seq": self._seq + 1,
            "at": at.isoformat(timespec="milliseconds"),
            "boot_ms": round(at.timestamp() * 1000),
            "source": "machine",
            "actor": ADVISER.staff_no,
            "subject": subject,
            "kind": kind,
            "version": version,
            "body": body,
            "documents": documents,
            "previous": self._digest,
        }
        self._seq, self._digest = self._seq + 1, link_digest(stored)
        self._events.append({**stored, "digest": self._digest})
        if len(self._events) >= 5_000:
            self._flush()

    def _flush(self) -> None:
        self._insert(event_table, self._events)
        self._events = []

    def _insert_clients(self) -> None:
        keys = []
        for one in self._clients:
            record = one.record
            tails = record.document.number[-TAIL:], record.phone[-TAIL:]
            self._rows.setdefault("client", []).append(
                {
                    "client": one.id,
                    "name": record.name,
                    "born": str(record.born),
                    "document_tail": tails[0],
                    "phone_tail": tails[1],
                    "last_met": one.last_met,
                    "sound": sound_of(record.name),
                }
            )
            found = client_keys(record.name, *tails)
            keys += [(int(begins), key, one.id) for key, begins in found.items()]
        self._insert(PROJECTIONS["client"], self._rows.pop("client"))
        keys.sort()
        names = [column.name for column in client_key_table.c]
        self._bare.executemany(_insertion(client_key_table.name, names), keys)

    def _insert(self, table: Table, rows: list[dict[str, Any]]) -> None:
        if rows:
            names = list(dict.fromkeys(name for row in rows for name in row))
            values = [tuple(row.get(name) for name in names) for row in rows]
            self._bare.executemany(_insertion(table.name, names), values)


def _insertion(table: str, names: list[str]) -> str:
    marks = ", ".join("?" * len(names))
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608 - our names


def _days(count: int) -> Iterator[tuple[date, int]]:
    """Give ``count`` weekdays in order with the place of each interview in its day."""
    span = (LAST_DAY - FIRST_DAY).days
    before, slot = FIRST_DAY, 0
    for number in range(count):
        day = FIRST_DAY + timedelta(days=number * span // count)
        day -= timedelta(days=max(0, day.weekday() - 4))
        slot = slot + 1 if day == before else 0
        before = day
        yield day, slot


def _client(number: int, chance: random.Random) -> Client:
    born = date(1941, 1, 1) + timedelta(days=number * 37 % 20_000)
    start = f"990101{born:%Y%m%d}{number // 20_000:03d}"
    name = chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.choice((1, 2, 2, 2))))
    return Client(
        name=name,
        document=IdentityDocument(
            DocumentKind.resident_id, start + ric.calc_check_digit(start + "0")
        ),
        born=born,
        phone=f"139{chance.randrange(10**8):08d}",
        account_tail=f"{chance.randrange(10**4):04d}",
        language=Language.zh_TW,
    )
