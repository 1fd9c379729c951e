"""Today's page: unfinished interviews at the left, meetings and expiries at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.today.cards import (
    CaseCard,
    facts_strip,
    limits_cards,
    list_card,
    quiet_card,
    section,
)
from advisor_desk.ui.screens.today.inform import TodayInformCard
from advisor_desk.ui.screens.today.rows import LineRow
from advisor_desk.ui.screens.today.state import Case, Line, Offered, TodayState
from advisor_desk.ui.widgets import Button, Label, throw_away
from advisor_desk.ui.widgets.scrolled import ScrollArea


class TodayView(QWidget):
    """Shows a state; tells what was pressed. Built anew for another language or theme."""

    resumed = Signal(str)
    client_wanted = Signal(str)
    new_client_wanted = Signal()
    new_interview_wanted = Signal()
    materials_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[QWidget, ...] = ()
        self._looked_at = ""  # the product whose facts are read
        size = look.theme.size
        column = QVBoxLayout(self)
        column.setContentsMargins(size("l"), size("l"), size("l"), size("l"))
        column.setSpacing(size("m"))
        self._head = QVBoxLayout()
        column.addLayout(self._head)
        self._lists = ScrollArea()
        column.addWidget(self._lists, 1)
        self._foot = QVBoxLayout()
        column.addLayout(self._foot)

    def show_state(self, state: TodayState) -> None:
        """Show the page anew; what had the keyboard keeps it."""
        focused = self._focused_name()
        for part in (*self._shown, self._lists.takeWidget()):
            if part is not None:
                throw_away(part)
        self._shown = (self._made_head(state), facts_strip(self._look, state.facts))
        self._head.addWidget(self._shown[0])
        self._lists.setWidget(self._made_lists(state))
        self._foot.addWidget(self._shown[1])
        if focused:
            self._focus(focused)

    def first_focus(self) -> QWidget | None:
        """Return what to begin with: the first interview to resume, else a new one."""
        return next((one for one in self._stops() if one.isEnabled()), None)

    def step_focus(self, step: int) -> None:
        """Go to the next thing that can be opened, or to the one before."""
        stops = [one for one in self._stops() if one.isEnabled()]
        now = next((place for place, one in enumerate(stops) if one.hasFocus()), None)
        if now is not None and 0 <= now + step < len(stops):
            stops[now + step].setFocus(Qt.FocusReason.TabFocusReason)
            self._lists.ensureWidgetVisible(stops[now + step])

    def _made_head(self, state: TodayState) -> QWidget:
        look, words = self._look, self._look.words
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.size("s"))
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(Label(look, state.title, "title"))
        lines.addWidget(Label(look, state.trouble or state.subtitle, "body", "ink_2"))
        row.addLayout(lines, 1)
        if not state.serves:
            return head
        client = Button(
            look, words.say("KEY_NEW_CLIENT"), icon="plus", key="N", name="today.new_client"
        )
        client.clicked.connect(self.new_client_wanted)
        kind = "secondary" if state.cases else "primary"
        code = "TODAY_NEW_REFERRAL" if state.refers else "TODAY_NEW_INTERVIEW"
        icon = "users" if state.refers else "messages"
        interview = Button(look, words.say(code), kind, icon, "I", "today.new_interview")
        interview.clicked.connect(self.new_interview_wanted)
        row.addWidget(client, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(interview, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _made_lists(self, state: TodayState) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.theme.size("m"))
        below = QHBoxLayout()
        below.setSpacing(self._look.theme.size("l"))
        left, right = self._column(), self._column()
        if state.limits is not None:
            why, may, who = limits_cards(self._look, state.limits)
            column.addWidget(why)
            left.addWidget(may)
            right.addWidget(who)
            if state.offered is not None:
                right.addWidget(self._inform_card(state.offered))
        if state.serves:
            self._fill_left(left, state)
            self._fill_right(right, state)
        for side in (left, right):
            side.addStretch(1)
            below.addLayout(side, 1)
        column.addLayout(below, 1)
        return inner

    def _inform_card(self, offered: Offered) -> TodayInformCard:
        card = TodayInformCard(self._look, offered, self._looked_at)
        card.to_materials.connect(self.materials_wanted)
        card.looked_at.connect(self._keep_looked_at)
        return card

    def _keep_looked_at(self, product: str) -> None:
        self._looked_at = product

    def _column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        return column

    def _fill_left(self, column: QVBoxLayout, state: TodayState) -> None:
        look, words = self._look, self._look.words
        if state.cases or state.limits is None:
            column.addWidget(section(look, words.say("TODAY_UNFINISHED"), len(state.cases)))
        for place, case in enumerate(state.cases, start=1):
            name = "today.resume" if place == 1 else f"today.resume.{place}"
            card = CaseCard(look, case, name, self._resume, is_first=place == 1)
            column.addWidget(card)
        if not state.cases and state.limits is None:
            column.addWidget(quiet_card(look, "messages", words.say("TODAY_UNFINISHED_NONE_TEXT")))
        if state.printing:
            column.addSpacing(look.theme.size("s"))
            column.addWidget(section(look, words.say("TODAY_PRINTING"), len(state.printing)))
            self._add_list(column, state.printing, "today.print")

    def _fill_right(self, column: QVBoxLayout, state: TodayState) -> None:
        look, words = self._look, self._look.words
        for title, none, icon, lines, name in (
            ("TODAY_CONTACTS", "TODAY_CONTACTS_NONE", "calendar", state.contacts, "contact"),
            ("TODAY_DUE", "TODAY_DUE_NONE", "hourglass", state.due, "due"),
            ("TODAY_REFERRED", "", "users", state.referred, "referred"),
        ):
            if not lines and (state.limits is not None or not none):
                continue
            column.addWidget(section(look, words.say(title), len(lines)))
            if lines:
                self._add_list(column, lines, f"today.{name}")
            else:
                column.addWidget(quiet_card(look, icon, words.say(none)))
            column.addSpacing(look.theme.size("s"))

    def _add_list(self, column: QVBoxLayout, lines: Sequence[Line], name: str) -> None:
        column.addWidget(list_card(self._look, lines, name, self._line_pressed))

    def _resume(self, case: Case) -> None:
        self.resumed.emit(case.interview)

    def _line_pressed(self) -> None:
        row = self.sender()
        if not isinstance(row, LineRow):
            return
        if row.line.interview:
            self.resumed.emit(row.line.interview)
        elif row.line.client:
            self.client_wanted.emit(row.line.client)

    def _stops(self) -> list[QAbstractButton]:
        """Return what the arrows go through: the lists first, then the buttons above them."""
        inner = self._lists.widget()
        listed = inner.findChildren(QAbstractButton) if inner is not None else []
        above = [
            one
            for one in self.findChildren(QAbstractButton)
            if one.objectName() in {"today.new_interview", "today.new_client"}
        ]
        return [*listed, *reversed(above)]

    def _focused_name(self) -> str:
        return next((one.objectName() for one in self._stops() if one.hasFocus()), "")

    def _focus(self, name: str) -> None:
        found = next((one for one in self._stops() if one.objectName() == name), None)
        wanted = found if found is not None and found.isEnabled() else self.first_focus()
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)
