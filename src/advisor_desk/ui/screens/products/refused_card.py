"""A product that was asked for and may not be bought with this money: every reason, and words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.product_words import name_of, verdict
from advisor_desk.ui.interview.stopped import refused_reasons, refused_words
from advisor_desk.ui.interview.what_helps import help_for_adviser, helps_of
from advisor_desk.ui.interview.what_is_needed import together
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import Button, Card, GradeBadge, Icon, Label, ReasonRow


class RefusedCard(Card):
    """Brick only here; the client reads the calm words. ``explained`` carries the code."""

    explained = Signal(str)

    def __init__(
        self, look: Look, interview: OpenInterview, one: ShelfAnswer, pot: str | None, time: str
    ) -> None:
        super().__init__(look, tone="stop")
        self._look = look
        self._code = one.product.code
        words = look.words
        self.body.addLayout(self._head(one, time))
        for reason in refused_reasons(interview, one):
            self.body.addWidget(ReasonRow(look, reason.tone, reason.text, reason.clause))
        helps = help_for_adviser(words, helps_of(interview, one, pot))
        self.body.addWidget(Label(look, helps, "caption", "ink_2"))
        self.body.addWidget(self._quotation(look, refused_words(interview, one, pot)))

    def _head(self, one: ShelfAnswer, time: str) -> QHBoxLayout:
        look, words = self._look, self._look.words
        head = QHBoxLayout()
        head.setSpacing(look.theme.size("s"))
        head.addWidget(Icon(look, "ban", "stop", 20))
        head.addWidget(GradeBadge(look, one.product.risk))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(Label(look, name_of(one, words), "strong"))
        how = words.say(f"REFUSED_BY_{one.opened[0].origin}", time=time)
        lines.addWidget(Label(look, how, "caption", "ink_2"))
        head.addLayout(lines, 1)
        answer = Label(look, verdict(one, words)[1], "strong", "stop", wrap=False)
        answer.setObjectName(f"product.{self._code}.verdict")
        head.addWidget(answer)
        return head

    def _quotation(self, look: Look, spoken: tuple[str, ...]) -> QFrame:
        words = look.words
        box = QFrame()
        box.setProperty("box", "card")
        column = QVBoxLayout(box)
        head = QHBoxLayout()
        head.addWidget(Label(look, words.say("STOP_TO_CLIENT"), "caption", "ink_2"), 1)
        explain = Button(
            look,
            words.say("REFUSED_EXPLAIN"),
            "quiet",
            "device-desktop",
            name=f"product.{self._code}.explain",
            small=True,
        )
        explain.clicked.connect(self._pressed)
        head.addWidget(explain)
        column.addLayout(head)
        column.addWidget(Label(look, words.say("STOP_QUOTED", words=together(spoken))))
        return box

    def _pressed(self) -> None:
        self.explained.emit(self._code)
