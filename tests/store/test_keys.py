"""Slots: a password and this device open what one person holds, and nothing else does."""

import json
from collections.abc import Callable
from pathlib import Path

import keyring
import pytest
from argon2.low_level import hash_secret_raw
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

from advisor_desk.domain.trouble import NotPermitted, NotSupported, Tampered, Unavailable
from advisor_desk.store import sealing
from advisor_desk.store.key_file import FILE_NAME
from advisor_desk.store.keys import PUBLISHED_PASSWORD, Keys
from advisor_desk.store.sealing import (
    FASTEST_S,
    FULL_COST,
    SLOWEST_S,
    TRAINING_COST,
    Argon2,
    NotOpened,
    calibrated_cost,
    key_from_password,
    unwrapped,
    wrapped,
)

PASSWORD = "correct horse"
HELD = {"branch": b"b" * 32, "station": b"a seal"}


def new_keys(folder: Path, *, is_training: bool = False, cost: Argon2 = TRAINING_COST) -> Keys:
    keys = Keys.make(folder, cost=cost, is_training=is_training, device_in_file=True)
    keys.add_slot("20417", PASSWORD, HELD)
    return keys


def refusal_of(act: Callable[[], object]) -> str:
    with pytest.raises(NotPermitted) as refused:
        act()
    return refused.value.code


def test_the_right_password_opens_what_is_held_after_loading_again(tmp_path: Path) -> None:
    new_keys(tmp_path)
    keys = Keys.load(tmp_path)
    opened = keys.open_slot("20417", PASSWORD)
    assert {name: keys.held(opened, name) for name in HELD} == HELD


@pytest.mark.parametrize("password", ["", "correct hors", "Correct horse", PUBLISHED_PASSWORD])
def test_another_password_opens_nothing(tmp_path: Path, password: str) -> None:
    keys = new_keys(tmp_path)
    assert refusal_of(lambda: keys.open_slot("20417", password)) == "SIGN_IN_FAILED"


def test_an_unknown_number_gets_the_answer_of_a_wrong_password(tmp_path: Path) -> None:
    keys = new_keys(tmp_path)
    assert refusal_of(lambda: keys.open_slot("99999", PASSWORD)) == "SIGN_IN_FAILED"


def test_an_unknown_number_costs_the_same_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = new_keys(tmp_path)
    worked: list[tuple[int, object]] = []

    def counted(secret: bytes, salt: bytes, **cost: object) -> bytes:
        worked.append((len(salt), cost))
        return hash_secret_raw(secret, salt, **cost)  # type: ignore[arg-type]

    monkeypatch.setattr(sealing, "hash_secret_raw", counted)
    for number in ("20417", "99999"):
        refusal_of(lambda number=number: keys.open_slot(number, "wrong"))
    assert len(worked) == 2
    assert worked[0] == worked[1]


def test_the_same_password_from_another_input_method_opens(tmp_path: Path) -> None:
    keys = new_keys(tmp_path)
    made = keys.add_slot("20418", "Zoe\u0308 example", HELD)
    assert keys.open_slot("20418", "Zo\u00eb example") == made


def test_a_new_password_closes_the_personal_key_anew_and_nothing_else(tmp_path: Path) -> None:
    keys = new_keys(tmp_path)
    before = json.loads((tmp_path / FILE_NAME).read_bytes())
    opened = keys.open_slot("20417", PASSWORD)
    keys.change_password(opened, "another one")
    after = json.loads((tmp_path / FILE_NAME).read_bytes())

    (slot,) = before["slots"]
    changed = {key for key in after["slots"][slot] if
               after["slots"][slot][key] != before["slots"][slot][key]}  # fmt: skip
    assert changed == {"salt", "personal"}
    assert {**after, "slots": 0} == {**before, "slots": 0}
    assert refusal_of(lambda: keys.open_slot("20417", PASSWORD)) == "SIGN_IN_FAILED"
    assert keys.open_slot("20417", "another one") == opened


def test_the_file_names_nobody(tmp_path: Path) -> None:
    new_keys(tmp_path)
    assert "20417" not in (tmp_path / FILE_NAME).read_text("utf-8")


def test_a_box_moved_from_one_slot_to_another_does_not_open(tmp_path: Path) -> None:
    keys = new_keys(tmp_path)
    keys.add_slot("20418", PASSWORD, {"branch": b"c" * 32})
    file = json.loads((tmp_path / FILE_NAME).read_bytes())
    one, other = (file["slots"][keys.slot_of(number)] for number in ("20417", "20418"))
    one["held"]["branch"] = other["held"]["branch"]
    (tmp_path / FILE_NAME).write_text(json.dumps(file), "utf-8")
    keys = Keys.load(tmp_path)
    with pytest.raises(Tampered):
        keys.held(keys.open_slot("20417", PASSWORD), "branch")


def test_two_boxes_of_one_slot_are_not_taken_for_one_another(tmp_path: Path) -> None:
    keys = new_keys(tmp_path)
    file = json.loads((tmp_path / FILE_NAME).read_bytes())
    held = file["slots"][keys.slot_of("20417")]["held"]
    held["branch"], held["station"] = held["station"], held["branch"]
    (tmp_path / FILE_NAME).write_text(json.dumps(file), "utf-8")
    keys = Keys.load(tmp_path)
    with pytest.raises(Tampered):
        keys.held(keys.open_slot("20417", PASSWORD), "branch")


def test_a_password_makes_another_key_on_another_device() -> None:
    ours, theirs = (
        key_from_password(PASSWORD, TRAINING_COST, b"s" * 16, device * 32)
        for device in (b"a", b"b")
    )
    assert ours != theirs


def test_a_stolen_file_does_not_open_on_another_device(tmp_path: Path) -> None:
    for name in ("ours", "theirs"):
        (tmp_path / name).mkdir()
    new_keys(tmp_path / "ours")
    new_keys(tmp_path / "theirs")
    stolen = (tmp_path / "ours" / FILE_NAME).read_bytes()
    (tmp_path / "theirs" / FILE_NAME).write_bytes(stolen)
    with pytest.raises(Unavailable) as refused:
        Keys.load(tmp_path / "theirs")
    assert refused.value.code == "DEVICE_SECRET_MISSING"


@pytest.mark.parametrize("secret", ["", "rubbish", "c2hvcnQ="])
def test_a_lost_device_secret_is_said(tmp_path: Path, secret: str) -> None:
    new_keys(tmp_path)
    (tmp_path / "device.key").write_text(secret, "utf-8")
    with pytest.raises(Unavailable) as refused:
        Keys.load(tmp_path)
    assert refused.value.code == "DEVICE_SECRET_MISSING"


@pytest.mark.parametrize(
    "content",
    [b"", b"rubbish", b"[]", b"{}", b'{"format":1}', b'{"format":"1"}', b"[" * 100_000, b"\xff"],
)
def test_a_file_that_is_not_as_written_is_refused(tmp_path: Path, content: bytes) -> None:
    new_keys(tmp_path)
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(Tampered) as refused:
        Keys.load(tmp_path)
    assert (refused.value.code, refused.value.exit_code) == ("KEYS_UNREADABLE", 5)


def test_a_file_of_a_newer_program_is_not_touched(tmp_path: Path) -> None:
    new_keys(tmp_path)
    file = json.loads((tmp_path / FILE_NAME).read_bytes())
    (tmp_path / FILE_NAME).write_text(json.dumps(file | {"format": 2}), "utf-8")
    with pytest.raises(NotSupported) as refused:
        Keys.load(tmp_path)
    assert refused.value.exit_code == 7


def test_the_published_password_opens_slots_of_a_training_home_only(tmp_path: Path) -> None:
    for name in ("real", "training"):
        (tmp_path / name).mkdir()
    training = new_keys(tmp_path / "training", is_training=True)
    assert training.open_published("20417") == training.open_slot("20417", PASSWORD)
    assert training.open_published(None) == training.open_published("20417")
    real = new_keys(tmp_path / "real")
    assert refusal_of(lambda: real.open_published("20417")) == "TRAINING_HOMES_ONLY"


def test_calling_a_real_home_a_training_home_opens_nothing(tmp_path: Path) -> None:
    new_keys(tmp_path)
    file = json.loads((tmp_path / FILE_NAME).read_bytes())
    (tmp_path / FILE_NAME).write_text(json.dumps(file | {"is_training": True}), "utf-8")
    keys = Keys.load(tmp_path)
    with pytest.raises(Tampered):
        keys.open_published("20417")


class SystemKeyStore(KeyringBackend):
    """A key store of the operating system, in memory."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


@pytest.fixture
def system_store(monkeypatch: pytest.MonkeyPatch) -> SystemKeyStore:
    store = SystemKeyStore()
    monkeypatch.setattr(keyring.core, "_keyring_backend", store)
    return store


def test_the_device_secret_lies_in_the_systems_key_store_where_there_is_one(
    tmp_path: Path, system_store: SystemKeyStore
) -> None:
    keys = Keys.make(tmp_path, cost=TRAINING_COST, is_training=False, device_in_file=False)
    keys.add_slot("20417", PASSWORD, HELD)
    assert len(system_store.kept) == 1
    assert not (tmp_path / "device.key").exists()
    Keys.load(tmp_path).open_slot("20417", PASSWORD)
    keys.forget_device()
    assert system_store.kept == {}
    with pytest.raises(Unavailable):
        Keys.load(tmp_path)


def test_without_a_trusted_key_store_the_secret_is_a_file_of_the_owner_alone(
    tmp_path: Path, system_store: SystemKeyStore
) -> None:
    system_store.priority = 0.5  # type: ignore[misc]
    Keys.make(tmp_path, cost=TRAINING_COST, is_training=False, device_in_file=False)
    assert system_store.kept == {}
    assert (tmp_path / "device.key").stat().st_mode & 0o777 == 0o600


def test_a_real_password_costs_what_the_design_says(tmp_path: Path) -> None:
    assert Argon2(memory_kib=131_072, passes=3, lanes=2) == FULL_COST
    keys = new_keys(tmp_path, cost=FULL_COST)
    file = json.loads((tmp_path / FILE_NAME).read_bytes())
    (slot,) = file["slots"].values()
    assert slot["cost"] == {"memory_kib": 131_072, "passes": 3, "lanes": 2}
    keys.open_slot("20417", PASSWORD)


@pytest.mark.parametrize(
    ("seconds_a_pass", "passes"),
    [(0.15, 3), (0.05, 5), (0.01, 25), (0.25, 3), (0.3, 2), (2.0, 1)],
)
def test_the_cost_is_fitted_to_the_machine(seconds_a_pass: float, passes: int) -> None:
    cost = calibrated_cost(lambda cost: cost.passes * seconds_a_pass)
    assert cost.memory_kib == FULL_COST.memory_kib
    assert cost.passes == passes
    if seconds_a_pass <= SLOWEST_S:
        assert FASTEST_S <= cost.passes * seconds_a_pass <= SLOWEST_S


def test_a_changed_box_does_not_open() -> None:
    box = wrapped(b"k" * 32, b"content", "context")
    assert unwrapped(b"k" * 32, box, "context") == b"content"
    for key, changed, context in (
        (b"x" * 32, box, "context"),
        (b"k" * 32, box, "another"),
        (b"k" * 32, "A" + box[1:] if box[0] != "A" else "B" + box[1:], "context"),
        (b"k" * 32, box[:-8], "context"),
        (b"k" * 32, "", "context"),
        (b"k" * 32, "not base64!", "context"),
    ):
        with pytest.raises(NotOpened):
            unwrapped(key, changed, context)


def test_each_closing_is_different() -> None:
    assert wrapped(b"k" * 32, b"content", "c") != wrapped(b"k" * 32, b"content", "c")
