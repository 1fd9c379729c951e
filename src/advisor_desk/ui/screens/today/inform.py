"""What staff without a certificate may tell and give, before anybody is received. Clause: S24."""

from PySide6.QtCore import Qt, Signal

from advisor_desk.packs.catalogue import Catalogue
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.referral.inform_card import FactGrid
from advisor_desk.ui.screens.referral.product_facts import product_facts
from advisor_desk.ui.screens.today.state import Offered
from advisor_desk.ui.widgets import Button, Card, ChoiceBox

COLUMNS = 2


class TodayInformCard(Card):
    """Facts of one product, and the way to the approved material. Nothing here is recorded."""

    to_materials = Signal()
    looked_at = Signal(str)

    def __init__(self, look: Look, offered: Offered, chosen: str) -> None:
        words = look.words
        super().__init__(look, words.say("REFER_INFORM"), "info-circle")
        self._look = look
        self._catalogue: Catalogue = offered.catalogue
        none = ("", words.say("REFER_CHOOSE"))
        self._product = ChoiceBox(look, "today.product", (none, *offered.products))
        self._product.chosen.connect(self._look_at)
        self._facts = FactGrid(look, "caption", "body", COLUMNS)
        materials = Button(
            look, words.say("TODAY_MATERIALS"), icon="books", key="Ctrl+6", name="today.materials"
        )
        materials.clicked.connect(self.to_materials)
        self._product.setAccessibleName(words.say("REFER_PRODUCT_FIELD"))
        self.body.addWidget(self._product)
        self.body.addWidget(self._facts)
        self.body.addWidget(materials, 0, Qt.AlignmentFlag.AlignLeft)
        self._show(chosen)

    def _look_at(self, code: str) -> None:
        self.looked_at.emit(code)
        self._show(code)

    def _show(self, code: str) -> None:
        self._product.show_choice(code)
        facts = product_facts(self._catalogue, code, self._look.words) if code else ()
        self._facts.show_facts(facts)
        self._facts.setVisible(bool(code))
