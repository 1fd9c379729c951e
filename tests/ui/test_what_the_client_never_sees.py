"""On no page of the client's screen stands another client, or what the adviser wrote aside. S37."""

import pytest
from tests.ui.homes import CUTS, INKED
from tests.ui.test_every_page import pages_touched
from tests.ui.test_words_on_the_screen import said
from tests.ui.window import Driven

from advisor_desk.domain.interview import InterviewId, State
from advisor_desk.domain.languages import Language
from advisor_desk.domain.trouble import Trouble
from advisor_desk.ui.interview.side_panel import NOTE

ASIDE = ("旁記七七一九", "aside-7719")  # a note that was taken, and one that is being typed
EVERY_DAY = [(at, Language.zh_TW) for at in CUTS]
REST = [(at, language) for at in CUTS for language in (Language.zh_CN, Language.en)]
PLACES = [*EVERY_DAY, *(pytest.param(*one, marks=pytest.mark.long) for one in REST)]


def write_aside(desk: Driven, interview: InterviewId) -> None:
    """Take a note and type another, as far as the interview still takes any."""
    flow = desk.services.flow
    for write in (
        lambda: flow.note(interview, f"{ASIDE[0]}，看起來猶豫"),
        lambda: flow.keep_draft(interview, NOTE, ASIDE[1]),
    ):
        try:
            write()
        except Trouble:
            state = desk.services.facts(interview).state
            assert state.is_over or state is State.paused


def other_people(desk: Driven, interview: InterviewId) -> set[str]:
    """Give the names of all other clients in the adviser's book."""
    own = desk.services.client_of(interview).name
    names, after = set[str](), None
    while rows := desk.services.clients.listed(after):
        names |= {str(row["name"]) for row in rows}
        after = str(rows[-1]["client"])
    return {name for name in names if name not in own and own not in name}


@pytest.mark.parametrize(("at", "language"), PLACES)
def test_the_client_reads_of_nobody_else_and_no_note(
    desk: Driven, at: str, language: Language
) -> None:
    if (at, INKED) == (INKED, at) and language is not Language.zh_CN:
        pytest.skip("its ink is written in one language alone")
    interview = desk.waiting.at(at, language)
    write_aside(desk, interview)
    why_paused = desk.services.facts(interview).pause_reason
    secrets = [*other_people(desk, interview), *ASIDE, *([why_paused] if why_paused else [])]
    assert len(secrets) > len(ASIDE), "there is somebody else to be seen"
    desk.open(at, language)
    found: set[str] = set()
    for _ in pages_touched(desk):
        read = [text for _, text in said(desk)]
        found |= {secret for secret in secrets for text in read if secret in text}
    desk.put_away()
    assert found == set()
