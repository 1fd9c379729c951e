"""Another adviser on the same home sees none of the first one's clients, however they are asked."""

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot
from tests.ui.homes import Waiting
from tests.ui.hostile.said import banner
from tests.ui.widgets.sheet import compose
from tests.ui.window import Driven, let_live

from advisor_desk.domain.languages import Language

OTHER = "20431"
SEARCH_MS = 400


def shown(desk: Driven) -> str:
    """Return every word on the window."""
    labels = [one.text() for one in desk.window.findChildren(QLabel) if one.isVisible()]
    buttons = [
        f"{one.text()} {one.accessibleName()}"
        for one in desk.window.findChildren(QAbstractButton)
        if one.isVisible()
    ]
    return "\n".join(labels + buttons)


def test_another_adviser_finds_nothing_of_the_first(
    qtbot: QtBot, waiting: Waiting, tmp_path: Path
) -> None:
    assert qtbot
    desk = Driven(waiting, tmp_path)
    desk.sign_in()
    interview = waiting.at("handover", Language.zh_TW)
    facts, client = desk.services.facts(interview), desk.services.client_of(interview)
    assert facts.ceremony is not None
    number = facts.ceremony.number
    assert client.name in shown(desk)
    assert look_for(desk, client.name), "the first one does find him"
    desk.press("top.leave")
    desk.sign_in(OTHER)
    assert client.name not in shown(desk), "on Today"
    for asked in (client.name, client.document.number[-4:], client.document.number, number):
        assert not look_for(desk, asked), asked
        assert client.name not in shown(desk)
    desk.shell.resume_interview(interview)
    desk.settle()
    assert desk.place.interview is None
    assert banner(desk) != ""
    desk.shell.open_client(facts.client)
    desk.settle()
    assert client.name not in shown(desk)
    desk.close()


def look_for(desk: Driven, text: str) -> bool:
    """Say whether a search finds a client or a form."""
    desk.go("clients")
    box = desk.line("clients.find")
    box.clear()
    compose(box, done=text)
    let_live(SEARCH_MS)
    desk.settle()
    return any(found.clients or found.forms for found in (desk.services.search(text),))
