"""One interview told to people: what its open step lacks is said in words, never in codes."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.services.branch import Practice, Walk, practice

from advisor_desk.cli.interview_text import shown_text
from advisor_desk.domain.languages import Language
from advisor_desk.domain.people import Role, StaffMember
from advisor_desk.services.interview_files import InterviewFiles
from advisor_desk.store.keys import PUBLISHED_PASSWORD

HEAD = StaffMember("30001", "周主任（虛構）", Role.outlet_head, "支行行長", None)
CODE = re.compile(r"[A-Z]+_[A-Z_]+")


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        made.station.training_desk().enrol_for_training(HEAD)
        yield made


def shown(walk: Walk, language: Language = Language.en) -> str:
    files = InterviewFiles(walk.at.desk, of_everybody=True)
    return shown_text(files.show(walk.interview, "a test"), language)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("upto", ["opening", "products", "presentation", "begin_signing"])
def test_what_is_missing_is_said_in_words(at: Practice, upto: str, language: Language) -> None:
    told = shown(Walk(at).until(upto), language)
    assert CODE.findall(told) == []


def test_the_papers_an_interview_waits_for_are_said_in_words(at: Practice) -> None:
    walk = Walk(at, born=date(1955, 3, 2), product="DEMO-R3-001").until("portfolio")
    walk.choose()
    walk.do.flow.wait_for_witness(walk.interview)
    told = shown(walk)
    assert "It waits for: the second risk warning, the witness's signature." in told
    assert CODE.findall(told) == []


def test_an_interview_that_is_over_has_no_open_step(at: Practice) -> None:
    given_up = Walk(at, order=201).until("opening")
    assert "Open step: needs" in shown(given_up)
    given_up.do.flow.abandon(given_up.interview, "客戶離開")
    walk = Walk(at, order=203).until("close")
    walk.do.afterwards.void(walk.interview, "金額寫錯", HEAD.staff_no, PUBLISHED_PASSWORD)
    for one in (given_up, walk):
        assert "Open step" not in shown(one)
        assert "Missing" not in shown(one)
