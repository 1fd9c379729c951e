"""The register of signed forms: chained, synced, torn ends mended, changed lines found."""

import hashlib
import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from advisor_desk.domain.trouble import Tampered, Unavailable
from advisor_desk.forms.register import VOID, Register, RegisteredForm

NUMBER = "HB011-2026-01-00001"


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def form(serial: int) -> RegisteredForm:
    return RegisteredForm(f"HB011-2026-01-{serial:05}", "F1", digest_of(str(serial)))


FORMS = tuple(form(serial) for serial in range(1, 6))


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    return tmp_path / "register.jsonl"


def filled(path: Path) -> Register:
    register = Register(path)
    for one in FORMS:
        register.append(one.number, one.form, one.sha256)
    return register


def test_a_register_that_is_not_there_yet_is_empty(path: Path) -> None:
    assert Register(path).entries() == ()
    assert Register(path).find(FORMS[0].sha256) is None
    assert not path.exists()


def test_what_was_appended_is_found_by_another_reader(path: Path) -> None:
    filled(path)
    assert Register(path).entries() == FORMS
    assert Register(path).find(FORMS[2].sha256) == FORMS[2]


def test_a_reader_sees_what_a_writer_appends_later(path: Path) -> None:
    reader, writer = Register(path), Register(path)
    assert reader.entries() == ()
    writer.append(NUMBER, "F1", FORMS[0].sha256)
    assert reader.entries() == FORMS[:1]


def test_two_writers_in_turns_make_one_chain(path: Path) -> None:
    one, other = Register(path), Register(path)
    for place, entry in enumerate(FORMS):
        (one, other)[place % 2].append(entry.number, entry.form, entry.sha256)
    assert Register(path).entries() == FORMS


def test_each_line_carries_the_digest_of_the_line_before(path: Path) -> None:
    filled(path)
    lines = path.read_bytes().splitlines()
    for before, line in pairwise(lines):
        assert json.loads(line)["prev"] == hashlib.sha256(before).hexdigest()
    assert json.loads(lines[0]).keys() == {"number", "form", "sha256", "superseded_by", "prev"}


def test_a_form_superseded_later_is_found_as_superseded(path: Path) -> None:
    register = filled(path)
    register.append(FORMS[0].number, "F1", FORMS[0].sha256, superseded_by=FORMS[4].number)
    found = Register(path).find(FORMS[0].sha256)
    assert found is not None
    assert found.superseded_by == FORMS[4].number


@pytest.mark.parametrize("kept", [1, 10, 150, -1])
def test_a_line_torn_by_a_power_cut_is_passed_over_and_mended(path: Path, kept: int) -> None:
    filled(path)
    whole = path.read_bytes()
    last = whole.splitlines(keepends=True)[-1]
    path.write_bytes(whole[: -len(last)] + last[:kept])
    assert Register(path).entries() == FORMS[:-1]
    Register(path).append(FORMS[-1].number, "F1", FORMS[-1].sha256)
    assert path.read_bytes() == whole


def test_zeros_left_after_a_power_cut_are_mended(path: Path) -> None:
    filled(path)
    with path.open("ab") as file:
        file.write(bytes(4096))
    register = Register(path)
    register.append(NUMBER, "F2", digest_of("after"))
    assert len(Register(path).entries()) == len(FORMS) + 1


@pytest.mark.parametrize("line", range(4))
def test_the_line_after_a_changed_one_is_named(path: Path, line: int) -> None:
    filled(path)
    lines = path.read_bytes().splitlines(keepends=True)
    lines[line] = lines[line].replace(b'"F1"', b'"F2"')
    path.write_bytes(b"".join(lines))
    with pytest.raises(Tampered) as caught:
        Register(path).entries()
    assert (caught.value.code, caught.value.facts["line"]) == ("REGISTER_BROKEN", str(line + 2))


def test_a_removed_line_is_found(path: Path) -> None:
    filled(path)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:2] + lines[3:]))
    with pytest.raises(Tampered):
        Register(path).entries()


@pytest.mark.parametrize(
    "text",
    [b"{}\n", b"null\n", b"[" * 100_000 + b"\n", b"\xff\xfe\n", b"\n", b'{"number":1}\n'],
    ids=["no keys", "no object", "deep", "not UTF-8", "empty line", "wrong type"],
)
def test_a_line_that_is_none_breaks_the_register(path: Path, text: bytes) -> None:
    filled(path)
    with path.open("ab") as file:
        file.write(text)
    with pytest.raises(Tampered):
        Register(path).append(NUMBER, "F1", digest_of("next"))


def test_a_line_spelled_otherwise_breaks_the_register(path: Path) -> None:
    filled(path)
    line = path.read_bytes().splitlines()[0]
    path.write_bytes(json.dumps(json.loads(line)).encode() + b"\n")
    with pytest.raises(Tampered):
        Register(path).entries()


def test_reconciling_adds_what_is_missing_and_then_nothing(path: Path) -> None:
    register = Register(path)
    register.reconcile(FORMS[:2])
    assert register.reconcile(FORMS) == 3
    assert register.reconcile(FORMS) == 0
    assert Register(path).entries() == FORMS


def test_reconciling_never_makes_a_superseded_form_count_again(path: Path) -> None:
    register = Register(path)
    register.append(NUMBER, "F1", FORMS[0].sha256, superseded_by=VOID)
    assert register.reconcile([RegisteredForm(NUMBER, "F1", FORMS[0].sha256)]) == 0


@pytest.mark.parametrize(
    ("number", "is_known"),
    [
        (NUMBER, True),
        ("HB011-2027-03-00009", False),
        (NUMBER[:-1] + "6", False),
        ("HB011", False),
        ("XHB011-2026-01-00001", False),
        ("", False),
    ],
)
def test_a_number_is_known_only_if_it_stands_in_the_register(
    path: Path, number: str, *, is_known: bool
) -> None:
    assert filled(path).known_number(number) is is_known


def test_a_folder_in_place_of_the_register_is_said(path: Path) -> None:
    path.mkdir()
    with pytest.raises(Unavailable, match="REGISTER_UNREADABLE"):
        Register(path).entries()


def test_a_register_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    register = Register(tmp_path / "missing" / "register.jsonl")
    with pytest.raises(Unavailable, match="REGISTER_UNWRITABLE"):
        register.append(NUMBER, "F1", FORMS[0].sha256)


@given(cut=some.integers(0, 1200))
def test_cut_anywhere_a_register_keeps_every_whole_line(
    tmp_path_factory: pytest.TempPathFactory, cut: int
) -> None:
    path = tmp_path_factory.mktemp("register") / "register.jsonl"
    filled(path)
    content = path.read_bytes()[:cut]
    path.write_bytes(content)
    whole = content.count(b"\n")
    assert Register(path).entries() == FORMS[:whole]
    Register(path).reconcile(FORMS)
    assert Register(path).entries() == FORMS


def test_a_writer_that_reads_only_the_end_of_a_long_register_goes_on_with_the_chain(
    path: Path,
) -> None:
    many = [form(serial) for serial in range(1, 1_001)]
    Register(path).extend(many)
    Register(path).extend([form(1_001)])
    with path.open("ab") as file:
        file.write(b'{"number":"torn')
    Register(path).append(NUMBER, "F1", digest_of("last"))
    entries = Register(path).entries()
    assert entries[:1_001] == (*many, form(1_001))
    assert entries[1_001:] == (RegisteredForm(NUMBER, "F1", digest_of("last")),)


def test_a_register_holds_what_stands_in_a_whole_line(path: Path) -> None:
    register = filled(path)
    digests = [one.sha256 for one in FORMS]
    assert Register(path).holds(())
    assert register.holds(digests)
    assert not register.holds([*digests, digest_of("never signed")])
    path.write_bytes(path.read_bytes()[:-1])
    assert not register.holds(digests)
    assert register.holds(digests[:-1])


def test_a_register_that_is_not_there_holds_nothing(path: Path) -> None:
    assert Register(path).holds(())
    assert not Register(path).holds([FORMS[0].sha256])


def test_a_register_with_a_line_that_does_not_follow_is_broken(path: Path) -> None:
    register = filled(path)
    path.write_bytes(path.read_bytes().replace(b'"F1"', b'"F2"', 1))
    with pytest.raises(Tampered) as caught:
        register.holds(())
    assert (caught.value.code, caught.value.facts["line"]) == ("REGISTER_BROKEN", "2")
