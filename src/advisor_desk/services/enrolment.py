"""Giving a person keys: what each role holds, and the personal signing identity.

Everybody holds the branch's records and the station's seal; only administrators hold the root
that issues identities.
"""

from datetime import date

from advisor_desk.domain.branch_events import (
    CertificateSet,
    StaffAdded,
    StaffChanged,
    StaffDisabled,
    StaffEnabled,
)
from advisor_desk.domain.events import Event
from advisor_desk.domain.people import Role, StaffMember
from advisor_desk.forms.authority import SigningIdentity, issue
from advisor_desk.store.keys import Keys, Opened

BRANCH_KEY = "branch"
ROOT = "root"
STATION = "station"
IDENTITY = "identity"
# Scripts of training homes may name any day since.
TRAINING_VALID_FROM = date(2000, 1, 1)
_LONGEST_COMMON_NAME = 64  # bytes of UTF-8


def identity_for(member: StaffMember, root: SigningIdentity, valid_from: date) -> bytes:
    """Return a new signing identity of a person, to be closed in the person's slot."""
    return issue(root, common_name(member.name, member.staff_no), valid_from).to_bytes()


def common_name(name: str, number: str) -> str:
    """Return ``name (number)``, the name cut so that a certificate takes it (64 bytes)."""
    room = _LONGEST_COMMON_NAME - len(f" ({number})".encode())
    return f"{name.encode()[:room].decode('utf-8', 'ignore')} ({number})"


def give_keys(keys: Keys, giver: Opened, member: StaffMember, password: str, today: date) -> None:
    """Give a person a slot with what the role holds, from what ``giver`` holds.

    Raises:
        Tampered: ``KEYS_UNREADABLE``.
    """
    shared = {name: keys.held(giver, name) for name in (BRANCH_KEY, STATION, ROOT)}
    root = SigningIdentity.from_bytes(shared[ROOT])
    valid_from = TRAINING_VALID_FROM if keys.is_training else today
    if member.role is not Role.administrator:
        del shared[ROOT]
    identity = identity_for(member, root, valid_from)
    keys.add_slot(member.staff_no, password, {**shared, IDENTITY: identity})


def added(member: StaffMember) -> list[Event]:
    """Return what records a new person."""
    events: list[Event] = [StaffAdded(member.staff_no, member.name, member.role, member.post)]
    if member.certificate is not None:
        events.append(CertificateSet(member.staff_no, member.certificate))
    return events if member.enabled else [*events, StaffDisabled(member.staff_no)]


def changed(before: StaffMember, wanted: StaffMember) -> list[Event]:
    """Return what brings a recorded person to what is wanted; nothing, where nothing differs."""
    changes: list[Event] = []
    if (before.name, before.role, before.post) != (wanted.name, wanted.role, wanted.post):
        changes.append(StaffChanged(wanted.staff_no, wanted.name, wanted.role, wanted.post))
    if before.certificate != wanted.certificate:
        changes.append(CertificateSet(wanted.staff_no, wanted.certificate))
    if before.enabled != wanted.enabled:
        kind = StaffEnabled if wanted.enabled else StaffDisabled
        changes.append(kind(wanted.staff_no))
    return changes
