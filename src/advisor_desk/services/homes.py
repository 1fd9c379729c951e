"""Making a home: keys, the branch's records, the first administrator, the root, the folders.

Everything is built in a folder beside and renamed into place, so a half-made home never stands;
whatever goes wrong, nothing stays.
"""

import secrets
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from advisor_desk.domain.branch_events import (
    BRANCH,
    BranchOpened,
    PacksChosen,
    StaffAdded,
    staff_subject,
)
from advisor_desk.domain.branch_projection import project_branch
from advisor_desk.domain.clock import Clock
from advisor_desk.domain.languages import Language
from advisor_desk.domain.people import StaffMember
from advisor_desk.domain.text import LONGEST_NAME
from advisor_desk.domain.trouble import BadInput, Unavailable
from advisor_desk.forms.authority import certificate_bytes, issue, new_root
from advisor_desk.packs.rule_packs import checked_ids, pack_ids
from advisor_desk.services.enrolment import (
    BRANCH_KEY,
    IDENTITY,
    ROOT,
    STATION,
    TRAINING_VALID_FROM,
    common_name,
    identity_for,
)
from advisor_desk.services.open_home import BOOKS, BRANCH_FILE, ROOT_CERTIFICATE
from advisor_desk.services.paper_words import PaperWords
from advisor_desk.services.printed import printed_text
from advisor_desk.services.staff_rules import (
    checked_member,
    checked_name,
    checked_number,
    checked_password,
)
from advisor_desk.store.attempts import AttemptBook
from advisor_desk.store.files import sync_folder, write_whole
from advisor_desk.store.keys import Keys
from advisor_desk.store.ledger import Ledger
from advisor_desk.store.recovery import Sheet
from advisor_desk.store.sealing import KEY_BYTES, TRAINING_COST, Argon2, calibrated_cost

FOLDERS = (BOOKS, "forms", "backups", "bundles", "logs")
Deliver = Callable[[tuple[Sheet, ...]], None]
REGISTER = Path("forms") / "register.jsonl"
OUTLET_ROOM = 34  # Chinese characters in the narrowest box for branch and station


@dataclass(frozen=True, slots=True, repr=False)
class HomePlan:
    """What a new home is to be. ``packs`` empty: all. ``cost`` None: measured on this machine.

    ``device_in_file`` keeps the device secret in the home instead of the system's key store.
    """

    folder: Path
    branch: str
    administrator: StaffMember
    password: str
    branch_name: str = ""
    station_no: str = "01"
    is_training: bool = False
    packs: tuple[str, ...] = ()
    cost: Argon2 | None = None
    device_in_file: bool = False


def make_home(plan: HomePlan, clock: Clock, deliver: Deliver | None = None) -> None:
    """Make a home. ``deliver`` hands the recovery sheets to people; they are kept nowhere.

    It is called before the home is put in place; without it a training home has no sheets.

    Raises:
        BadInput: ``SHEETS_NEEDED``, ``NUMBER_UNUSABLE``, ``PACKS_LEFT_OUT`` and the like.
        Unavailable: ``HOME_EXISTS``, or the disk refuses.
    """
    target = plan.folder.absolute()
    packs = _checked(plan)
    if deliver is None and not plan.is_training:
        raise BadInput("SHEETS_NEEDED")
    _refuse_existing(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    keys: Keys | None = None
    try:
        keys = _new_keys(fresh, plan)
        for folder in FOLDERS:
            (fresh / folder).mkdir()
        AttemptBook(fresh, keys.device_secret).make()
        shared = _fill(fresh, plan, packs, keys, clock)
        if deliver is not None:
            deliver(keys.make_sheets(shared))
        _sync(fresh)
        _put_in_place(fresh, target)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        if keys is not None:
            keys.forget_device()
        raise


def _checked(plan: HomePlan) -> tuple[str, ...]:
    checked_number(plan.branch, "branch")
    checked_number(plan.station_no, "station")
    _checked_outlet(plan)
    checked_member(plan.administrator)
    checked_password(plan.password, is_training=plan.is_training)
    packs = checked_ids(plan.packs) if plan.packs else pack_ids()
    left_out = [pack for pack in pack_ids() if pack not in packs]
    if left_out and not plan.is_training:
        raise BadInput("PACKS_LEFT_OUT", packs=", ".join(left_out))
    return packs


def _checked_outlet(plan: HomePlan) -> str:
    """Return the branch's name; with the station it stands in one box of every form."""
    name = checked_name(plan.branch_name or plan.branch, "branch-name")
    for language in Language:
        outlet = PaperWords(language).say("OUTLET", branch=name, station=plan.station_no)
        printed_text(outlet, "branch-name", longest=2 * LONGEST_NAME, room=OUTLET_ROOM)
    return name


def _refuse_existing(target: Path) -> None:
    if target.is_dir() and not any(target.iterdir()):
        return
    if target.exists() or target.is_symlink():
        raise Unavailable("HOME_EXISTS", home=target)


def _new_keys(fresh: Path, plan: HomePlan) -> Keys:
    default = TRAINING_COST if plan.is_training else None
    return Keys.make(
        fresh,
        cost=plan.cost or default or calibrated_cost(),
        is_training=plan.is_training,
        device_in_file=plan.device_in_file or plan.is_training,
    )


def _fill(
    fresh: Path, plan: HomePlan, packs: tuple[str, ...], keys: Keys, clock: Clock
) -> Mapping[str, bytes]:
    shared, identity = _shared_secrets(fresh, plan, clock)
    keys.add_slot(plan.administrator.staff_no, plan.password, {**shared, IDENTITY: identity})
    branch = Ledger.create(fresh / BRANCH_FILE, shared[BRANCH_KEY], clock, project_branch)
    try:
        _record_opening(branch, plan, packs, clock)
    finally:
        branch.close()
    write_whole(fresh / REGISTER, b"")
    return shared


def _sync(fresh: Path) -> None:
    for folder in FOLDERS:
        sync_folder(fresh / folder)
    sync_folder(fresh)


def _shared_secrets(fresh: Path, plan: HomePlan, clock: Clock) -> tuple[Mapping[str, bytes], bytes]:
    """Make what the home shares, and the administrator's identity; write ``root.crt``."""
    valid_from = TRAINING_VALID_FROM if plan.is_training else clock.now().date()
    root = new_root(plan.branch, valid_from)
    station = issue(root, common_name(plan.branch, plan.station_no), valid_from)
    write_whole(fresh / ROOT_CERTIFICATE, certificate_bytes(root.certificate), private=False)
    shared = {
        BRANCH_KEY: secrets.token_bytes(KEY_BYTES),
        ROOT: root.to_bytes(),
        STATION: station.to_bytes(),
    }
    return shared, identity_for(plan.administrator, root, valid_from)


def _record_opening(branch: Ledger, plan: HomePlan, packs: tuple[str, ...], clock: Clock) -> None:
    who = plan.administrator
    name = _checked_outlet(plan)
    with branch.work(who.staff_no) as work:
        work.record(
            BRANCH,
            BranchOpened(plan.branch, name, plan.station_no, plan.is_training, clock.now().date()),
        )
        work.record(BRANCH, PacksChosen(packs))
        work.record(
            staff_subject(who.staff_no), StaffAdded(who.staff_no, who.name, who.role, who.post)
        )


def _put_in_place(fresh: Path, target: Path) -> None:
    try:
        if target.is_dir():
            target.rmdir()  # empty: seen before, and refused by the system if not
        fresh.rename(target)
        sync_folder(target.parent)
    except OSError as error:
        cause = error.strerror or ""
        raise Unavailable("FILE_NOT_WRITTEN", file=target, cause=cause) from error
