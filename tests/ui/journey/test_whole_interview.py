"""A matching adult from the first key to the form handed over, through the real window.

The adviser uses the keyboard alone, the client touches alone; both ways of signing.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.services.branch import ADVISER, TODAY, Practice, SetClock, practice, resident_id
from tests.ui.people import People, pause

from advisor_desk.domain.steps import MARKS_OF_EVERY_SALE
from advisor_desk.forms.register import Register
from advisor_desk.forms.verification import Verdict, verify_pdf
from advisor_desk.services.closing import COPIES
from advisor_desk.ui.screens.review.client import SETTLED_MS

BORN = date(1984, 3, 8)
AMOUNTS = {
    "yearly_income": "318000",
    "yearly_spending": "176000",
    "liquid_assets": "460000",
    "other_assets": "3200000",
    "total_debts": "640000",
}
WORDS = {
    "family_situation": "已婚，兩個孩子",
    "investment_goals": "五年內用不到的積蓄",
    "product_type_wanted": "債券為主",
    "investment_experience": "買過三年銀行理財",
}
ANSWERS = tuple(
    zip(
        "income share held years purpose horizon sudden hoped_return preference not_a_deposit"
        " more_return fall largest_loss".split(),
        "DCBCCCCBCCCCC",
        strict=True,
    )
)
SECTIONS = (
    ("yearly_income", "yearly_spending"),
    ("liquid_assets", "other_assets"),
    ("total_debts",),
    ("family_situation",),
    ("investment_goals", "product_type_wanted"),
    ("investment_experience",),
)


@pytest.fixture
def people(qtbot: QtBot, tmp_path: Path) -> Iterator[People]:
    assert qtbot
    with practice(tmp_path) as made:
        made.station.close()
        them = People(made.home, SetClock(TODAY))
        them.sign_in(ADVISER.staff_no)
        yield them
        them.close()
        require_genuine(made)


def require_genuine(made: Practice) -> None:
    """The forms that left the window are genuine, and the records are as they were written."""
    made.again()
    found = made.interviews.listed()
    assert [row["state"] for row in found] == ["closed"]
    forms = made.interviews.forms_of(str(found[0]["interview"]))
    assert sorted(str(row["form"]) for row in forms) == ["F1", "F2", "F3", "F7"]
    register = Register(made.home / "forms" / "register.jsonl")
    root = (made.home / "root.crt").read_bytes()
    for row in forms:
        paper = made.interviews.form_bytes(str(row["sha256"]))
        verdict = verify_pdf(paper, register=register, root=root).verdict
        assert verdict is Verdict.genuine, row
    assert made.desk.book.verify(deep=True) == ()


def receive_the_client(them: People) -> None:
    them.key(Qt.Key.Key_N)
    them.fill("client.document", resident_id(BORN))
    them.fill("client.born", str(BORN))
    them.fill("client.name", "何示例")
    them.fill("client.phone", "13900010417")
    them.fill("client.account_tail", "4821")
    them.go_on()


def begin(them: People, way: str) -> None:
    them.key(Qt.Key.Key_I)
    them.fill("begin.purpose", "定期到期，想了解別的選擇")
    them.press(f"begin.way.{way}")
    them.press("begin.now")
    assert them.stage() == "opening"


def open_the_interview(them: People) -> None:
    them.fill("opening.client.name", "何示例")
    them.fill("opening.client.number", resident_id(BORN))
    them.press("opening.client.seen")
    them.press("opening.client.check")
    them.fill("opening.recording.number", "REC-1123-07")
    with them.turned():
        them.touch("client.next")
        them.touch("client.understood")
    them.go_on()
    assert them.stage() == "needs"


def find_out_needs(them: People) -> None:
    for section in SECTIONS:
        for item in section:
            them.fill(f"needs.{item}", {**AMOUNTS, **WORDS}[item])
        them.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    them.press("needs.pot.first")
    them.fill("needs.pot.name", "儲蓄")
    them.fill("needs.pot.amount", "300000")
    them.press("needs.pot.purpose.ordinary")
    them.fill("needs.pot.source", "到期的定期存款")
    them.press("needs.pot.no_day")
    them.press("needs.pot.save")
    with them.turned():
        while them.client_page() == "client.needs":
            them.touch("client.next")
    assert them.stage() == "questionnaire"


def answer(them: People) -> None:
    with them.turned():
        them.touch("q.own_estimate.option.A2")
        them.touch("client.next")
        for item, letter in ANSWERS:
            them.touch(f"q.{item}.option.{letter}")
            them.touch("client.next")
        them.touch("client.next")  # these are my answers
    assert them.stage() == "result"


def agree(them: People) -> None:
    with them.turned():
        them.touch("client.agree")
    assert them.stage() == "portfolio"


def look_at_holdings(them: People) -> None:
    them.press("holding.more")
    them.fill("holding.0.name", "定期存款")
    them.fill("holding.0.amount", "300000")
    them.press("holding.record")
    them.pick("portfolio.taken_from", "held:定期存款")
    them.fill("portfolio.amount", "200000")
    them.pick("portfolio.into", "product:DEMO-R2-001")
    them.fill("portfolio.words", "三分之二轉入債券類產品")
    them.press("portfolio.reaction.accepted")
    them.press("portfolio.suggest")
    them.go_on()
    assert them.stage() == "products"


def choose(them: People) -> None:
    them.press("product.DEMO-R2-001.show")
    with them.turned():
        while not them.is_on_client_screen("product.DEMO-R2-001.choose"):
            them.touch("choose.after")
        them.touch("product.DEMO-R2-001.choose")
        for key in ("2", "0", "000"):
            them.touch(f"choose.key.{key}")
        them.touch("choose.next")
        them.touch("choose.confirm")
    them.go_on()
    assert them.stage() == "presentation"


def present(them: People) -> None:
    them.press("presentation.open")
    with them.turned():
        for _ in range(7):
            them.touch("element.read")
    for _ in range(3):
        them.fill("presentation.words", "可能變少，沒有保證")
        them.press("presentation.right")
    assert them.stage() == "review"


def review(them: People) -> None:
    them.settle()
    with them.turned():
        while not them.is_on_client_screen("client.right"):
            them.touch("client.next")
        pause(SETTLED_MS)  # a double tap is no confirmation
        them.touch("client.right")
    them.go_on()
    assert them.state == "ready_to_sign"
    assert them.stage() == "signing"


def sign_on_paper(them: People) -> None:
    them.go_on()
    assert them.state == "signing"
    them.press("signing.print.now")
    for mark in MARKS_OF_EVERY_SALE:
        them.press(f"signing.seen.{mark.name}")
    them.go_on()
    assert them.state == "signed"


def sign_on_screen(them: People) -> None:
    them.go_on()
    assert them.state == "signing"
    with them.turned():
        while them.is_on_client_screen("client.done"):
            them.draw(them.visible("client.pad"))
            them.touch("client.done")
    while them.is_shown("signing.pad"):
        them.draw(them.visible("signing.pad"))
        them.press("signing.done")
    them.go_on()
    assert them.state == "signed"
    them.press("handover.print.now")


def hand_over_and_close(them: People) -> None:
    assert them.stage() == "handover"
    them.fill("handover.pages", "3")
    for copy in COPIES:
        them.press(f"handover.copy.{copy}")
    them.go_on()
    assert them.stage() == "close"
    them.fill("close.unmet_needs", "無")
    them.fill("close.next_step", "到期前一個月聯絡")
    them.go_on()
    assert them.state == "closed"


@pytest.mark.parametrize("way", ["paper", "screen"])
def test_the_adviser_by_keyboard_and_the_client_by_touch(people: People, way: str) -> None:
    receive_the_client(people)
    begin(people, way)
    open_the_interview(people)
    find_out_needs(people)
    answer(people)
    agree(people)
    look_at_holdings(people)
    choose(people)
    present(people)
    review(people)
    (sign_on_paper if way == "paper" else sign_on_screen)(people)
    hand_over_and_close(people)
