"""Every piece of the screens with its states on one sheet, to be looked at and to be measured."""

from datetime import date

from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.domain.languages import Language
from advisor_desk.ui.look import Look
from advisor_desk.ui.theme import apply, client_style_sheet, theme
from advisor_desk.ui.widgets import (
    AmountEditor,
    Banner,
    Button,
    Card,
    Chip,
    ChoiceBox,
    ChoiceChip,
    DayEditor,
    EmptyState,
    Field,
    GradeBadge,
    Label,
    LargeAnswer,
    MixBar,
    MoneyBar,
    Point,
    ReasonRow,
    RiskHistory,
    RowButton,
    Segment,
    SwitchChips,
    TextEditor,
    TickBox,
)
from advisor_desk.ui.words import Wording

LONG = {
    Language.en: "Acknowledgement of the intergenerational counterparty responsibilities",
    Language.zh_CN: "本人已阅读并理解本产品的全部风险，愿意按照约定承担",
    Language.zh_TW: "本人已閱讀並理解本產品的全部風險，願意按照約定承擔",
}
SHORT = {Language.en: "Confirm", Language.zh_CN: "确认并继续", Language.zh_TW: "確認並繼續"}
DAY = date(2026, 11, 23)
STATES = ("ok", "warn", "stop", "info")


def look_of(language: Language = Language.en, name: str = "light", scale: float = 1.0) -> Look:
    """Return a look, given to the whole program."""
    look = Look(Wording(language), theme(name, scale, language))
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply(application, look.theme)
    return look


class Gallery(QWidget):
    """One sheet."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._short = SHORT[look.words.language]
        self._long = LONG[look.words.language]
        self.setObjectName("shell")
        self.setProperty("box", "canvas")
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        parts = (self._buttons, self._fields, self._choices, self._badges, self._chips)
        for part in (*parts, self._cards, self._pictures, self._client):
            column.addLayout(part())

    def _buttons(self) -> QBoxLayout:
        row, look, short = QHBoxLayout(), self._look, self._short
        for kind in ("primary", "secondary", "quiet"):
            for is_on in (True, False):
                button = Button(look, short, kind, name=f"button.{kind}.{is_on}")
                button.setEnabled(is_on)
                row.addWidget(button)
        row.addWidget(Button(look, short, "primary", "check", "Ctrl+Enter", "button.key"))
        row.addWidget(Button(look, short, "secondary", "printer", "F4", "button.small", small=True))
        row.addStretch(1)
        return row

    def _fields(self) -> QBoxLayout:
        row, look = QHBoxLayout(), self._look
        row.setSpacing(16)
        plain = TextEditor(look, "field.plain")
        plain.set_hint("990101")
        wrong = TextEditor(look, "field.wrong")
        wrong.set_text("990101195503081225")
        amount = AmountEditor(look, "field.amount")
        amount.set_text("200000.00")
        day = DayEditor(look, "field.day")
        fields = [Field(look, self._short, one, self._short) for one in (plain, wrong, amount, day)]
        fields[1].set_error(self._long)
        for field in fields:
            row.addWidget(field, 1)
        return row

    def _choices(self) -> QBoxLayout:
        row, look = QHBoxLayout(), self._look
        row.setSpacing(16)
        choices = (("a", self._short), ("b", "B"), ("c", "C"))
        box = ChoiceBox(look, "choice.box", choices)
        off = ChoiceBox(look, "choice.off", choices)
        off.setEnabled(False)
        row.addWidget(Field(look, self._short, box))
        row.addWidget(Field(look, self._short, off))
        chips = SwitchChips(look, choices, "choice.chips")
        chips.show_choice("b")
        row.addWidget(chips)
        for place in range(3):
            tick = TickBox(look, self._long, f"choice.tick.{place}")
            tick.setChecked(place == 1)
            tick.setEnabled(place < 2)
            row.addWidget(tick, 1)
        return row

    def _badges(self) -> QBoxLayout:
        column = QVBoxLayout()
        for size in ("s", "m", "l"):
            row = QHBoxLayout()
            for grade in (*ProductRisk, *RiskTolerance):
                row.addWidget(GradeBadge(self._look, grade, size))
            row.addStretch(1)
            column.addLayout(row)
        return column

    def _chips(self) -> QBoxLayout:
        row, look = QHBoxLayout(), self._look
        for tone, icon in (
            ("plain", ""),
            ("info", "info-circle"),
            ("ok", "circle-check"),
            ("warn", "shield-half"),
            ("stop", "ban"),
        ):
            row.addWidget(Chip(look, self._short, tone, icon))
        for place in range(4):
            chip = ChoiceChip(look, self._short, f"chip.{place}")
            chip.setChecked(place % 2 == 0)
            chip.setEnabled(place < 2)
            row.addWidget(chip)
        row.addStretch(1)
        return row

    def _cards(self) -> QBoxLayout:
        row, look = QHBoxLayout(), self._look
        row.setSpacing(16)
        banners = QVBoxLayout()
        for tone in STATES:
            banner = Banner(look)
            banner.setParent(self)
            button = self._short if tone == "warn" else ""
            banner.show_message(tone, self._short, self._long if tone == "stop" else "", button)
            banners.addWidget(banner)
        banners.addStretch(1)
        row.addLayout(banners, 2)
        reasons = Card(look, self._short, "shield-check", Chip(look, "S63"))
        for tone, second in (("ok", ""), ("duty", ""), ("stop", self._long), ("info", "")):
            reasons.body.addWidget(ReasonRow(look, tone, self._long, "S56", second))
        row.addWidget(reasons, 2)
        rows = Card(look)
        for place, second in enumerate(("", self._long, self._short)):
            pressed = RowButton(look, self._long, second, "14:03", f"row.{place}")
            pressed.is_current = place == 1
            rows.body.addWidget(pressed)
        row.addWidget(rows, 1)
        empty = EmptyState(look, "users", self._short, self._long, self._short, "empty.do")
        row.addWidget(empty, 1)
        return row

    def _pictures(self) -> QBoxLayout:
        row, look = QHBoxLayout(), self._look
        row.setSpacing(16)
        bars = QVBoxLayout()
        parts = (("cash", 0.39), ("bond", 0.5), ("mixed", 0.06), ("equity", 0.03), ("other", 0.02))
        mix = [Segment(self._short, share, f"class_{token}") for token, share in parts]
        bars.addWidget(MixBar(look, mix))
        grades = [
            Segment(f"R{level}", share, f"level_{level}", f"on_level_{level}")
            for level, share in ((1, 0.4), (2, 0.3), (3, 0.2), (4, 0.06), (5, 0.04))
        ]
        bars.addWidget(MixBar(look, grades))
        bars.addStretch(1)
        row.addLayout(bars, 2)
        points = [
            Point(date(2021 + place, 3, 2), RiskTolerance[f"A{level}"], place % 2 == 0)
            for place, level in enumerate((2, 2, 3, 1, 5, 4))
        ]
        row.addWidget(RiskHistory(look, points), 1)
        return row

    def _client(self) -> QBoxLayout:
        language = self._look.words.language
        look = self._look.client(language, larger=self._look.theme.scale > 1)
        column = QVBoxLayout()
        root = QFrame()
        root.setStyleSheet(client_style_sheet(look.theme))
        root.setProperty("audience", "client")
        grid = QGridLayout(root)
        for place in range(3):
            text = self._long if place == 1 else self._short
            answer = LargeAnswer(look, place + 1, text, f"answer.{place}")
            answer.set_chosen(place == 2)
            grid.addWidget(answer, 0, place)
        kinds = ("client", "client_primary", "client_link")
        for place, kind in enumerate(kinds):
            grid.addWidget(
                Button(look, self._short, kind, "check", name=f"client.{kind}"), 1, place
            )
        editor = TextEditor(look, "client.text")
        editor.setAccessibleName(self._short)
        editor.set_hint("990101")
        grid.addWidget(editor, 2, 0)
        grid.addWidget(MoneyBar(look, 0.92), 2, 1)
        grid.addWidget(Label(look, self._long, "client_body", "ink_2"), 2, 2)
        column.addWidget(root)
        return column
