"""The invented branch: everybody can sign in, every kind of interview is there."""

import os
from pathlib import Path

import pytest
from tests.journeys.station import NOTHING_BOUGHT, Answer, Home

from advisor_desk.domain.people import Role


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return Home(tmp_path_factory.mktemp("station") / "demo", in_process=True)


@pytest.fixture(scope="module")
def made(home: Home) -> Answer:
    return Home(home.folder).ask("demo")


def test_there_is_somebody_of_every_role(made: Answer) -> None:
    assert made.exit_code == 0
    assert {one["role"] for one in made.result["people"]} == {role.value for role in Role}
    certificates = [one["certificate"] for one in made.result["people"] if one["certificate"]]
    assert any(one["valid_until"] < "2026-11-23" for one in certificates), "one has ended"


def test_the_people_sign_in_with_the_published_password(made: Answer, home: Home) -> None:
    reader, writer = os.pipe()
    os.write(writer, f"{made.result['password']}\n".encode())
    os.close(writer)
    adviser = next(one["staff_no"] for one in made.result["people"] if one["role"] == "adviser")
    listed = home.ask("--user", adviser, "--password-fd", str(reader), "interview", "list")
    os.close(reader)
    assert listed.exit_code == 0
    assert {one["adviser"] for one in listed.result} == {adviser}, "the own clients, nobody else's"


def test_interviews_of_every_kind_are_there(made: Answer, home: Home) -> None:
    states = {one["state"] for one in made.result["interviews"]}
    assert states == {"closed", "ended_no_sale", "ended_referred", "paused", "in_progress"}
    listed = home.ask("interview", "list").result
    assert {one["interview"]: one["state"] for one in listed} == {
        one["interview"]: one["state"] for one in made.result["interviews"]
    }
    assert home.is_whole()


def test_a_demo_home_goes_on_to_be_used(made: Answer, home: Home, tmp_path: Path) -> None:
    assert made.exit_code == 0
    answer = home.replay(NOTHING_BOUGHT, tmp_path)
    assert (answer.exit_code, answer.result["state"]) == (0, "ended_no_sale")


def test_a_home_that_is_there_is_never_made_again(made: Answer, home: Home) -> None:
    assert made.exit_code == 0
    again = home.ask("demo")
    assert (again.exit_code, again.codes) == (6, ["HOME_EXISTS"])
    assert sorted(one.name for one in home.folder.parent.iterdir()) == ["demo"], "nothing beside"


def test_a_real_home_replays_nothing_and_lists_nothing_without_sign_in(tmp_path: Path) -> None:
    home = Home(tmp_path / "real", in_process=True)
    reader, writer = os.pipe()
    os.write(writer, b"a long password\n")
    os.close(writer)
    sheets = tmp_path / "sheets"
    init = ("init", "--branch", "CD", "--admin", "90001", "--sheets", sheets)
    made = home.ask("--password-fd", str(reader), *init)
    os.close(reader)
    assert made.exit_code == 0, made.errors
    refused = home.replay(NOTHING_BOUGHT, tmp_path / "out")
    assert (refused.exit_code, refused.codes) == (3, ["TRAINING_HOMES_ONLY"])
    refused = home.ask("interview", "list")
    assert (refused.exit_code, refused.codes) == (3, ["SIGN_IN_NEEDED"])
