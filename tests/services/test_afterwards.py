"""After signing: an addendum or the set made void, by four eyes, and what a paper is then."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.services.branch import ADVISER, RECORD, Practice, Walk, practice

from advisor_desk.domain.interview import State
from advisor_desk.domain.people import Role, StaffMember
from advisor_desk.domain.trouble import BadInput, NotPermitted
from advisor_desk.forms.verification import Verdict, verify_pdf
from advisor_desk.services.registering import bring_register_up_to_date, register_of
from advisor_desk.store.keys import PUBLISHED_PASSWORD

HEAD = StaffMember("30001", "周主任（虛構）", Role.outlet_head, "支行行長", None)
LEADER = StaffMember("30002", "何組長（虛構）", Role.team_leader, "組長", None)


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        for person in (HEAD, LEADER):
            made.station.training_desk().enrol_for_training(person)
        yield made


def verdicts(walk: Walk) -> dict[str, Verdict]:
    desk = walk.at.desk
    register, root = register_of(desk), (desk.home / "root.crt").read_bytes()
    return {
        str(row["form"]): verify_pdf(
            walk.do.form_bytes(str(row["sha256"])), register=register, root=root
        ).verdict
        for row in walk.do.forms_of(walk.interview)
    }


def test_every_paper_of_a_void_set_verifies_as_superseded_but_the_assessment(at: Practice) -> None:
    walk = Walk(at).until("close")
    assert set(verdicts(walk).values()) == {Verdict.genuine}
    walk.do.afterwards.void(walk.interview, "金額寫錯", HEAD.staff_no, PUBLISHED_PASSWORD)
    assert walk.facts.state is State.voided
    found = verdicts(walk)
    assert found.pop("F2") is Verdict.genuine
    assert found == dict.fromkeys(("F1", "F3", "F7", "F10"), Verdict.superseded)
    assert [str(row["form"]) for row in walk.do.forms_of(walk.interview)] == [
        "F1", "F2", "F3", "F7", "F10"
    ]  # fmt: skip
    with pytest.raises(BadInput, match="NOT_IN_THIS_STATE"):
        walk.do.afterwards.add(walk.interview, "補充", HEAD.staff_no, PUBLISHED_PASSWORD)


@pytest.mark.parametrize("step", ["sign", "handover"])
def test_a_set_is_made_void_only_after_its_record(at: Practice, step: str) -> None:
    walk = Walk(at).until(step)
    with pytest.raises(BadInput, match="NO_INTERVIEW_RECORD"):
        walk.do.afterwards.void(walk.interview, "金額寫錯", HEAD.staff_no, PUBLISHED_PASSWORD)
    if step == "sign":
        walk.handover()
    walk.do.closing.make_record(walk.interview, RECORD)
    walk.do.afterwards.void(walk.interview, "金額寫錯", HEAD.staff_no, PUBLISHED_PASSWORD)
    assert walk.facts.state is State.voided
    assert {"F7", "F10"} <= set(verdicts(walk))


def test_what_a_power_cut_kept_out_of_the_register_is_put_in(at: Practice) -> None:
    walk = Walk(at).until("close")
    register = at.home / "forms" / "register.jsonl"
    before = register.read_bytes()
    walk.do.afterwards.void(walk.interview, "金額寫錯", HEAD.staff_no, PUBLISHED_PASSWORD)
    register.write_bytes(before)
    assert Verdict.superseded not in verdicts(walk).values()
    at.desk.open_home.register_current.clear()
    assert bring_register_up_to_date(at.desk) == 4
    assert list(verdicts(walk).values()).count(Verdict.superseded) == 4


def test_an_addendum_is_kept_and_the_forms_stay_genuine(at: Practice) -> None:
    walk = Walk(at).until("close")
    walk.do.afterwards.add(walk.interview, "客戶補交地址", HEAD.staff_no, PUBLISHED_PASSWORD)
    (added,) = walk.facts.addenda
    assert (added.words, added.second) == ("客戶補交地址", HEAD.name)
    assert walk.facts.state is State.closed
    assert set(verdicts(walk).values()) == {Verdict.genuine}


@pytest.mark.parametrize(
    ("second", "password", "code"),
    [
        (ADVISER.staff_no, PUBLISHED_PASSWORD, "SECOND_EYES_OWN"),
        (LEADER.staff_no, PUBLISHED_PASSWORD, "SECOND_EYES_ROLE"),
        (HEAD.staff_no, "wrong", "SIGN_IN_FAILED"),
        ("99999", PUBLISHED_PASSWORD, "SIGN_IN_FAILED"),
    ],
)
def test_nobody_else_is_the_second_pair_of_eyes(
    at: Practice, second: str, password: str, code: str
) -> None:
    walk = Walk(at).until("close")
    with pytest.raises(NotPermitted, match=code):
        walk.do.afterwards.void(walk.interview, "金額寫錯", second, password)
    assert walk.facts.state is State.closed


def test_nothing_is_void_before_it_is_signed(at: Practice) -> None:
    walk = Walk(at).until("marks")
    with pytest.raises(BadInput, match="NOT_IN_THIS_STATE"):
        walk.do.afterwards.void(walk.interview, "金額寫錯", HEAD.staff_no, PUBLISHED_PASSWORD)


def test_a_ceremony_made_void_starts_again_under_another_number(at: Practice) -> None:
    walk = Walk(at).until("marks")
    first = walk.facts.ceremony
    assert first is not None
    pages = sum(form.pages for form in first.sealed)
    with pytest.raises(BadInput, match="PAGES_NOT_RETURNED"):
        walk.do.signing.void_set(walk.interview, "簽錯位置", pages - 1)
    walk.do.signing.void_set(walk.interview, "簽錯位置", pages)
    assert walk.facts.state is State.in_progress
    walk.review().begin_signing().marks().sign()
    signed = walk.facts.ceremony
    assert signed is not None
    assert signed.number != first.number
    assert walk.facts.numbers_void == (first.number,)
