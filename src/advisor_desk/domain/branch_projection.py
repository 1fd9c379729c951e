"""What the branch's events say now: rows of ``staff`` and ``setting``.

A setting is text by its name; everything that lists or signs in people reads these rows, and
``db verify --deep`` makes them again from the events.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from advisor_desk.domain.branch_events import (
    BookMade,
    BookSeen,
    BranchOpened,
    CertificateSet,
    PacksChosen,
    StaffAdded,
    StaffChanged,
    StaffDisabled,
    StaffEnabled,
    VisitorEnrolled,
    book_subject,
)
from advisor_desk.domain.events import Event, Recorded, Upsert
from advisor_desk.domain.people import Certificate, Role, StaffMember, StaffNo

Row = Mapping[str, str | int | None]
_TERM = "term:"


def project_branch(recorded: Recorded) -> Iterable[Upsert]:
    """Return the rows an event of the branch sets."""
    match recorded.event:
        case StaffAdded() | StaffChanged() as event:
            yield _staff(event.staff_no, **_person(event))
        case StaffDisabled(staff_no=staff_no):
            yield _staff(staff_no, enabled=0)
        case StaffEnabled(staff_no=staff_no):
            yield _staff(staff_no, enabled=1)
        case CertificateSet(staff_no=staff_no, certificate=certificate):
            yield _staff(staff_no, **_certificate(certificate))
        case other:
            yield from _settings(other)


def _settings(event: Event) -> Iterable[Upsert]:
    match event:
        case BranchOpened():
            yield _setting("branch_id", event.branch)
            yield _setting("branch_name", event.name)
            yield _setting("station_no", event.station_no)
            yield _setting("is_training", "yes" if event.is_training else "no")
        case PacksChosen(packs=packs):
            yield _setting("packs", ",".join(packs))
        case BookMade(staff_no=staff_no, book=book):
            yield _setting(f"{book_subject(book)} of", staff_no)
        case VisitorEnrolled(staff_no=staff_no, serves_from=first, serves_until=last):
            yield _setting(term_of(staff_no), f"{first.isoformat()} {last.isoformat()}")
        case BookSeen(book=book, seq=seq, digest=digest):
            yield _setting(f"{book_subject(book)} seen", f"{seq} {digest}")


def term_of(staff_no: StaffNo) -> str:
    """Return the name of the setting that holds the term of a visiting officer."""
    return f"{_TERM}{staff_no}"


def staff_member(row: Row, settings: Iterable[Row] = ()) -> StaffMember:
    """Return the person a row of ``staff`` describes; ``settings`` may hold the term."""
    wanted = term_of(str(row["staff_no"]))
    terms = (str(one["value"]).split() for one in settings if one["name"] == wanted)
    days = [date.fromisoformat(day) for day in next(terms, [])]
    certificate = None
    if row["valid_from"] is not None:
        certificate = Certificate(
            date.fromisoformat(str(row["valid_from"])),
            date.fromisoformat(str(row["valid_until"])),
            str(row["certificate_no"]),
        )
    return StaffMember(
        staff_no=str(row["staff_no"]),
        name=str(row["name"]),
        role=Role(row["role"]),
        post=str(row["post"]),
        certificate=certificate,
        enabled=row["enabled"] == 1,
        serves_from=days[0] if days else None,
        serves_until=days[1] if days else None,
    )


def _person(event: StaffAdded | StaffChanged) -> dict[str, str | int | None]:
    person: dict[str, str | int | None] = {
        "name": event.name,
        "role": event.role.value,
        "post": event.post,
    }
    return person | {"enabled": 1} if isinstance(event, StaffAdded) else person


def _certificate(certificate: Certificate | None) -> dict[str, str | int | None]:
    if certificate is None:
        return {"certificate_no": None, "valid_from": None, "valid_until": None}
    return {
        "certificate_no": certificate.number,
        "valid_from": certificate.valid_from.isoformat(),
        "valid_until": certificate.valid_until.isoformat(),
    }


def _staff(staff_no: StaffNo, **values: str | int | None) -> Upsert:
    return Upsert("staff", {"staff_no": staff_no}, values)


def _setting(name: str, value: str) -> Upsert:
    return Upsert("setting", {"name": name}, {"value": value})
