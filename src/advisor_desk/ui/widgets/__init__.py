"""The pieces every page is made of. Each takes the look of its reader first.

A piece is loaded when it is first asked for: the first paint waits for two of them alone.
"""

from typing import TYPE_CHECKING

from advisor_desk.ui.late import late

if TYPE_CHECKING:
    from advisor_desk.ui.widgets.badge import GradeBadge
    from advisor_desk.ui.widgets.bank_mark import BankMark
    from advisor_desk.ui.widgets.banner import Banner
    from advisor_desk.ui.widgets.bars import (
        MixBar,
        MoneyBar,
        PartMark,
        Point,
        RiskHistory,
        Segment,
    )
    from advisor_desk.ui.widgets.button import Button
    from advisor_desk.ui.widgets.card import Card, clear, throw_away
    from advisor_desk.ui.widgets.chip import Chip, ChoiceChip, SwitchChips
    from advisor_desk.ui.widgets.choices import ChoiceBox, TickBox
    from advisor_desk.ui.widgets.editors import GrowingEditor, LineEditor, TextEditor
    from advisor_desk.ui.widgets.field import Field
    from advisor_desk.ui.widgets.focus_ring import FocusRing
    from advisor_desk.ui.widgets.icon import Icon
    from advisor_desk.ui.widgets.label import Label, restyle
    from advisor_desk.ui.widgets.large_answer import LargeAnswer
    from advisor_desk.ui.widgets.name_label import NameLabel
    from advisor_desk.ui.widgets.rows import EmptyState, Hairline, ReasonRow, RowButton
    from advisor_desk.ui.widgets.value_editors import AmountEditor, DayEditor

_WHERE = {
    "AmountEditor": "value_editors",
    "BankMark": "bank_mark",
    "Banner": "banner",
    "Button": "button",
    "Card": "card",
    "Chip": "chip",
    "ChoiceBox": "choices",
    "ChoiceChip": "chip",
    "DayEditor": "value_editors",
    "EmptyState": "rows",
    "Field": "field",
    "FocusRing": "focus_ring",
    "GradeBadge": "badge",
    "GrowingEditor": "editors",
    "Hairline": "rows",
    "Icon": "icon",
    "Label": "label",
    "LargeAnswer": "large_answer",
    "LineEditor": "editors",
    "MixBar": "bars",
    "MoneyBar": "bars",
    "NameLabel": "name_label",
    "PartMark": "bars",
    "Point": "bars",
    "ReasonRow": "rows",
    "RiskHistory": "bars",
    "RowButton": "rows",
    "Segment": "bars",
    "SwitchChips": "chip",
    "TextEditor": "editors",
    "TickBox": "choices",
    "clear": "card",
    "throw_away": "card",
    "restyle": "label",
}

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
    "GrowingEditor",
    "Hairline",
    "Icon",
    "Label",
    "LargeAnswer",
    "LineEditor",
    "MixBar",
    "MoneyBar",
    "NameLabel",
    "PartMark",
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
    "throw_away",
]

__getattr__ = late(__name__, _WHERE)
