"""The mix as a bar, for both pages: a deposit is no product, so it has no grade."""

from advisor_desk.ui.screens.portfolio.presenter import Part
from advisor_desk.ui.widgets import Segment
from advisor_desk.ui.words import Wording


def segments(parts: tuple[Part, ...], words: Wording) -> tuple[Segment, ...]:
    """Return the parts as segments of a bar."""
    return tuple(
        Segment(words.say("PORTFOLIO_DEPOSIT"), one.share, "class_cash")
        if one.risk is None
        else Segment(
            one.risk.name, one.share, f"level_{one.risk.level}", f"on_level_{one.risk.level}"
        )
        for one in parts
    )


def named(one: Part, words: Wording) -> str:
    """Return what a part is."""
    return one.risk.name if one.risk else words.say("PORTFOLIO_DEPOSIT")
