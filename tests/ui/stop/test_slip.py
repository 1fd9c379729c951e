"""The client's appointment slip is printed from the calm page; no record is made of it."""

from pathlib import Path

from tests.forms.paper import text_of
from tests.ui.window import Driven

from advisor_desk.domain.languages import Language


def test_the_slip_is_printed_when_it_is_wanted(desk: Driven, tmp_path: Path) -> None:
    desk.open("elder", Language.zh_TW)
    assert desk.find("stop.print.now") is None
    head = desk.place.presenter
    assert head is not None
    before = len(desk.services.recorded(head.interview.id))
    desk.press("stop.slip")
    desk.settle()
    assert desk.find("stop.slip") is None
    desk.press("stop.print.now")
    desk.settle()
    slip = next(desk.services._room.desk.home.glob("slips/*.pdf"))
    said = text_of(slip.read_bytes(), tmp_path)
    assert "什麼都還沒有決定" in said
    assert head.interview.services.client_of(head.interview.id).name not in said
    assert len(desk.services.recorded(head.interview.id)) == before
