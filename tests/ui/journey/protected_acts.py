"""The acts of those who protect a client: the witness, the guardian, and the client's own wish."""

from datetime import date

from PySide6.QtCore import Qt
from tests.services.branch import WITNESS, resident_id
from tests.ui.people import PASSWORD, People

QUESTIONS = ("worst_loss", "needed_when", "whose_idea")
GUARDIAN, GUARDIAN_ID = "周父示例", resident_id(date(1978, 4, 12), 501)


def witness(them: People) -> None:
    """Witness the sale: sign in, hear, warn, ask; both decide."""
    assert them.stage() == "witness"
    them.fill("witness.user", WITNESS.staff_no)
    them.fill("witness.password", PASSWORD)
    them.press("witness.confirm")
    them.press("witness.heard")
    them.press("witness.warned")
    for question in QUESTIONS:
        them.fill(f"witness.answer.{question}", "可能少一萬六，我自己想買")
        them.key(Qt.Key.Key_Return)
    with them.turned():
        them.touch("client.go_on")
    them.press("witness.proceed")
    them.fill("witness.words", "客戶說得清楚，沒有人催")
    them.go_on()
    assert them.stage() == "review"


def witness_signs(them: People) -> None:
    """Put the witness's own mark: the keyboard already stands at the number."""
    assert them.focused().objectName() == "witness.user"
    them.fill("witness.user", WITNESS.staff_no)
    them.fill("witness.password", PASSWORD)
    them.press("witness.confirm")


def identify_guardian(them: People) -> None:
    """Identify the guardian, with the paper that says so and where its copy lies."""
    them.press("opening.guardian.open")
    them.fill("opening.guardian.name", GUARDIAN)
    them.fill("opening.guardian.number", GUARDIAN_ID)
    them.fill("opening.guardian.relation", "父親")
    them.pick("opening.guardian.proof", "household_register")
    them.fill("opening.guardian.proof_number", "HR-0417")
    them.press("opening.guardian.copy.folder")
    them.fill("opening.guardian.copy_folder", "M-2026-0417")
    them.press("opening.guardian.add")


def ask_for(them: People, product: str) -> None:
    """Put on the table what the client asked for, in the client's words."""
    them.fill("products.asked_words", "朋友買了，我也要。")
    them.fill("products.asked", product)
    them.press(f"asked.{product}")


def insist(them: People) -> None:
    """Warned, two others declined, and the own words on the second page."""
    assert them.stage() == "over_risk"
    with them.turned():
        them.touch("wish.still")
        for _ in range(2):
            them.touch(next(one for one in them.on_client_screen() if one.startswith("wish.no.")))
    them.fill("wish.words", "這是閒錢，虧了也不影響生活。")
    with them.turned():
        them.touch("wish.declare")
    assert them.stage() == "presentation"
