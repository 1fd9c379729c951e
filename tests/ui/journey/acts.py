"""The acts of a whole interview: the adviser by keyboard alone, the client by touch alone."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from tests.ui.journey.visitor import ITEMS, Visitor
from tests.ui.people import People, pause

from advisor_desk.domain.interview import Mark
from advisor_desk.domain.steps import MARKS_OF_EVERY_SALE
from advisor_desk.services.closing import COPIES
from advisor_desk.ui.screens.review.client import SETTLED_MS

SECTIONS = (
    ("yearly_income", "yearly_spending"),
    ("liquid_assets", "other_assets"),
    ("total_debts",),
    ("family_situation",),
    ("investment_goals", "product_type_wanted"),
    ("investment_experience",),
)


def receive(them: People, who: Visitor) -> None:
    """Receive a client with N."""
    them.key(Qt.Key.Key_N)
    them.fill("client.document", who.document)
    them.fill("client.born", str(who.born))
    them.fill("client.name", who.name)
    them.fill("client.phone", "13900010417")
    them.fill("client.account_tail", "4821")
    them.go_on()


def begin(them: People, way: str = "", purpose: str = "定期到期，想了解別的選擇") -> None:
    """Begin with I; ``way`` of signing, where one is asked for."""
    them.key(Qt.Key.Key_I)
    them.fill("begin.purpose", purpose)
    if way:
        them.press(f"begin.way.{way}")
    them.press("begin.now")
    assert them.stage() == "opening"


def check_papers(them: People, who: Visitor) -> None:
    """Compare the client's original document with what was recorded."""
    them.fill("opening.client.name", who.name)
    them.fill("opening.client.number", who.document)
    them.press("opening.client.seen")
    them.press("opening.client.check")


def explain_data(them: People) -> None:
    with them.turned():
        them.touch("client.next")
        them.touch("client.understood")


def open_the_interview(them: People, who: Visitor) -> None:
    check_papers(them, who)
    them.fill("opening.recording.number", "REC-1123-07")
    explain_data(them)
    them.go_on()
    assert them.stage() == "needs"


def find_out_needs(them: People, who: Visitor) -> None:
    for section in SECTIONS:
        for item in section:
            them.fill(f"needs.{item}", who.finances[item])
        them.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    them.press("needs.pot.first")
    them.fill("needs.pot.name", "儲蓄")
    them.fill("needs.pot.amount", who.pot)
    them.press("needs.pot.purpose.ordinary")
    them.fill("needs.pot.source", "到期的定期存款")
    them.press("needs.pot.no_day")
    them.press("needs.pot.save")
    with them.turned():
        while them.client_page() == "client.needs":
            them.touch("client.next")
    assert them.stage() == "questionnaire"


def answer(them: People, who: Visitor) -> None:
    """Estimate, answer and confirm; inside ``turned``."""
    them.touch(f"q.own_estimate.option.{who.own_estimate}")
    them.touch("client.next")
    for item, letter in zip(ITEMS, who.letters, strict=True):
        them.touch(f"q.{item}.option.{letter}")
        them.touch("client.next")
    them.touch("client.next")  # these are my answers


def answer_and_agree(them: People, who: Visitor) -> None:
    with them.turned():
        answer(them, who)
    assert them.stage() == "result"
    agree(them)


def agree(them: People) -> None:
    with them.turned():
        them.touch("client.agree")
    assert them.stage() == "portfolio"


def look_at_holdings(them: People, who: Visitor) -> None:
    them.press("holding.more")
    them.fill("holding.0.name", "定期存款")
    them.fill("holding.0.amount", "300000")
    them.press("holding.record")
    them.pick("portfolio.taken_from", "held:定期存款")
    them.fill("portfolio.amount", "200000")
    them.pick("portfolio.into", f"product:{who.suggested}")
    them.fill("portfolio.words", "三分之二轉入這個產品")
    them.press("portfolio.reaction.accepted")
    them.press("portfolio.suggest")
    them.go_on()
    assert them.stage() == "products"


def come_to_products(them: People, who: Visitor, way: str = "paper") -> None:
    """Everything before the products, for an adult."""
    receive(them, who)
    begin(them, way)
    open_the_interview(them, who)
    find_out_needs(them, who)
    answer_and_agree(them, who)
    look_at_holdings(them, who)


def choose(them: People, who: Visitor) -> None:
    """Show the product; the client takes it, and confirms product and amount."""
    them.press(f"product.{who.product}.show")
    take(them, who)
    them.go_on()
    assert them.stage() == "presentation"


def take(them: People, who: Visitor) -> None:
    with them.turned():
        while not them.is_on_client_screen(f"product.{who.product}.choose"):
            them.touch("choose.after")
        them.touch(f"product.{who.product}.choose")
        for key in who.amount:
            them.touch(f"choose.key.{key}")
        them.touch("choose.next")
        them.touch("choose.confirm")


def present(them: People) -> None:
    show_material(them)
    hear_it_back(them)


def show_material(them: People) -> None:
    them.press("presentation.open")
    with them.turned():
        while them.is_on_client_screen("element.read"):
            them.touch("element.read")


def hear_it_back(them: People) -> None:
    while them.stage() == "presentation":
        them.fill("presentation.words", "可能變少，沒有保證")
        them.press("presentation.right")


def review(them: People) -> None:
    assert them.stage() == "review"
    them.settle()
    with them.turned():
        while not them.is_on_client_screen("client.right"):
            them.touch("client.next")
        pause(SETTLED_MS)  # a double tap is no confirmation
        them.touch("client.right")
    them.go_on()
    assert them.state == "ready_to_sign"
    assert them.stage() == "signing"


def begin_signing(them: People) -> None:
    them.go_on()
    assert them.state == "signing"


def see_marks(them: People, marks: Iterable[Mark] = MARKS_OF_EVERY_SALE) -> None:
    for mark in marks:
        them.press(f"signing.seen.{mark.name}")


def sign_on_paper(them: People, marks: Iterable[Mark] = MARKS_OF_EVERY_SALE) -> None:
    begin_signing(them)
    them.press("signing.print.now")
    see_marks(them, marks)


def sign_on_screen(them: People) -> None:
    begin_signing(them)
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


def complete(them: People) -> None:
    """Seal what was signed on paper."""
    them.go_on()
    assert them.state == "signed"


def hand_over_and_close(them: People, pages: int) -> None:
    assert them.stage() == "handover"
    them.fill("handover.pages", str(pages))
    for copy in COPIES:
        them.press(f"handover.copy.{copy}")
    them.go_on()
    assert them.stage() == "close"
    them.fill("close.unmet_needs", "無")
    them.fill("close.next_step", "到期前一個月聯絡")
    them.go_on()
    assert them.state == "closed"
