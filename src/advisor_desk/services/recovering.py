"""Two recovery sheets in place of a password, or of a lost device secret.

The person gets a new slot with everything the old one held but the signing identity: that is
issued anew, because nobody else may ever open the old one.
"""

from dataclasses import dataclass
from pathlib import Path

from advisor_desk.domain.branch_events import PasswordChanged, book_subject, staff_subject
from advisor_desk.domain.branch_projection import project_branch, staff_member
from advisor_desk.domain.clock import Clock
from advisor_desk.domain.people import Role, StaffMember, StaffNo
from advisor_desk.domain.trouble import BadInput
from advisor_desk.forms.authority import SigningIdentity
from advisor_desk.services.enrolment import BRANCH_KEY, IDENTITY, ROOT, STATION, identity_for
from advisor_desk.services.open_home import BRANCH_FILE
from advisor_desk.services.staff_rules import checked_password
from advisor_desk.store.attempts import AttemptBook
from advisor_desk.store.files import LOCK, HomeLock
from advisor_desk.store.keys import Keys, Recovered
from advisor_desk.store.ledger import Ledger
from advisor_desk.store.recovery import Sheet


@dataclass(frozen=True, slots=True, repr=False)
class NewPassword:
    """Who gets which password."""

    staff_no: StaffNo
    password: str


def reset_by_sheets(
    folder: Path, clock: Clock, sheets: tuple[Sheet, Sheet], wanted: NewPassword
) -> None:
    """Give a person a new password on the strength of two sheets.

    Raises:
        NotPermitted: ``SHEETS_DO_NOT_OPEN``, ``NO_SHEETS_HERE``. BadInput: ``STAFF_UNKNOWN``.
        HomeBusy, Unavailable, Tampered: as ``Station.open``.
    """
    lock = HomeLock.take(folder / LOCK)
    try:
        recovered = Keys.recover(folder, *sheets)
        checked_password(wanted.password, is_training=recovered.keys.is_training)
        key = recovered.held[BRANCH_KEY]
        branch = Ledger.open(folder / BRANCH_FILE, key, clock, project_branch)
        try:
            _give_new_slot(folder, recovered, branch, wanted, clock)
        finally:
            branch.close()
    finally:
        lock.release()


def _give_new_slot(
    folder: Path, recovered: Recovered, branch: Ledger, wanted: NewPassword, clock: Clock
) -> None:
    keys, held = recovered.keys, recovered.held
    member, book = _known(branch, wanted.staff_no)
    attempts = AttemptBook(folder, keys.device_secret)
    if recovered.device_is_new:
        attempts.make()
    names = [BRANCH_KEY, STATION]
    if member.role is Role.administrator:
        names.append(ROOT)
    if book is not None:
        names.append(book_subject(book))
    root = SigningIdentity.from_bytes(held[ROOT])
    identity = identity_for(member, root, clock.now().date())
    mine = {name: held[name] for name in names} | {IDENTITY: identity}
    keys.add_slot(member.staff_no, wanted.password, mine, book=book)
    attempts.clear(keys.slot_of(member.staff_no))
    with branch.work(member.staff_no) as work:
        event = PasswordChanged(member.staff_no, by_sheets=True)
        work.record(staff_subject(member.staff_no), event)


def _known(branch: Ledger, staff_no: StaffNo) -> tuple[StaffMember, int | None]:
    rows = branch.rows("staff", where={"staff_no": staff_no})
    if not rows:
        raise BadInput("STAFF_UNKNOWN", staff_no=staff_no)
    for setting in branch.rows("setting", where={"value": staff_no}):
        subject, _, word = str(setting["name"]).partition(" ")
        if word == "of":
            return staff_member(rows[0]), int(subject.removeprefix("book:"))
    return staff_member(rows[0]), None
