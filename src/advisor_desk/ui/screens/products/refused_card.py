"""A product that was asked for and may not be bought with this money: every reason, and words."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.what_is_needed import client_words, reasons_of
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.products.words import name_of
from advisor_desk.ui.widgets import Card, GradeBadge, Icon, Label, ReasonRow


class RefusedCard(Card):
    """Brick only here; the client reads the calm words."""

    def __init__(self, look: Look, interview: OpenInterview, one: ShelfAnswer) -> None:
        super().__init__(look, tone="stop")
        words = look.words
        head = QHBoxLayout()
        head.setSpacing(look.theme.size("s"))
        head.addWidget(Icon(look, "ban", "stop", 20))
        head.addWidget(GradeBadge(look, one.product.risk))
        head.addWidget(Label(look, name_of(one, words), "strong"), 1)
        asked = one.as_asked is not None
        how = words.say("REFUSED_ASKED" if asked else "REFUSED_SHOWN")
        head.addWidget(Label(look, how, "caption", "ink_2", wrap=False))
        verdict = Label(look, words.say("PRODUCT_MAY_NOT"), "strong", "stop", wrap=False)
        verdict.setObjectName(f"product.{one.product.code}.verdict")
        head.addWidget(verdict)
        self.body.addLayout(head)
        decision = one.answer.decision
        if one.why_not_sold:
            self.body.addWidget(ReasonRow(look, "stop", words.say("PRODUCT_NOT_SOLD_TODAY"), "S67"))
        for reason in reasons_of(interview, decision if decision.is_refused else None):
            self.body.addWidget(ReasonRow(look, "stop", reason.text, reason.clause))
        change = [words.of(text) for text in one.answer.would_change_it]
        said = " ".join(change) if change else words.say("REFUSED_NOTHING_CHANGES")
        if decision.is_refused:
            self.body.addWidget(Label(look, said, "caption", "ink_2"))
        spoken = client_words(interview, decision if decision.is_refused else None)
        if spoken:
            self.body.addWidget(self._quotation(look, spoken))

    def _quotation(self, look: Look, spoken: tuple[str, ...]) -> QFrame:
        box = QFrame()
        box.setProperty("box", "card")
        column = QVBoxLayout(box)
        column.addWidget(Label(look, look.words.say("STOP_TO_CLIENT"), "caption", "ink_2"))
        column.addWidget(Label(look, " ".join(spoken)))
        return box
