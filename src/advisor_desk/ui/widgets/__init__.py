"""The pieces every page is made of. Each takes the look of its reader first."""

from advisor_desk.ui.widgets.badge import GradeBadge
from advisor_desk.ui.widgets.bank_mark import BankMark
from advisor_desk.ui.widgets.banner import Banner
from advisor_desk.ui.widgets.bars import MixBar, MoneyBar, Point, RiskHistory, Segment
from advisor_desk.ui.widgets.button import Button
from advisor_desk.ui.widgets.card import Card, clear
from advisor_desk.ui.widgets.chip import Chip, ChoiceChip, SwitchChips
from advisor_desk.ui.widgets.choices import ChoiceBox, TickBox
from advisor_desk.ui.widgets.editors import AmountEditor, DayEditor, LineEditor, TextEditor
from advisor_desk.ui.widgets.field import Field
from advisor_desk.ui.widgets.focus_ring import FocusRing
from advisor_desk.ui.widgets.label import Icon, Label, restyle
from advisor_desk.ui.widgets.large_answer import LargeAnswer
from advisor_desk.ui.widgets.rows import EmptyState, Hairline, ReasonRow, RowButton

__all__ = [
    "AmountEditor",
    "BankMark",
    "Banner",
    "Button",
    "Card",
    "Chip",
    "ChoiceBox",
    "ChoiceChip",
    "DayEditor",
    "EmptyState",
    "Field",
    "FocusRing",
    "GradeBadge",
    "Hairline",
    "Icon",
    "Label",
    "LargeAnswer",
    "LineEditor",
    "MixBar",
    "MoneyBar",
    "Point",
    "ReasonRow",
    "RiskHistory",
    "RowButton",
    "Segment",
    "SwitchChips",
    "TextEditor",
    "TickBox",
    "clear",
    "restyle",
]
