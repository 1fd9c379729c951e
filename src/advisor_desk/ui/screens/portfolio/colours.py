"""The colours and names of the parts of a mix. On the client's page every text is 7 : 1."""

from advisor_desk.domain.grades import ProductRisk
from advisor_desk.ui.screens.portfolio.structure import AssetClass, Part
from advisor_desk.ui.widgets import Segment
from advisor_desk.ui.words import Wording

TOKENS = {
    AssetClass.deposit: "class_cash",
    AssetClass.structured: "class_other",
    AssetClass.wealth: "class_bond",
    AssetClass.fund: "class_mixed",
    AssetClass.other: "class_equity",
}
CLIENT_TOKENS = {
    AssetClass.deposit: "class_cash",
    AssetClass.structured: "class_other",
    AssetClass.wealth: "level_2",
    AssetClass.fund: "level_3",
    AssetClass.other: "level_1",
}


def named(part: Part, words: Wording) -> str:
    """Return what a part is."""
    if part.key is None:
        return words.say("CLASS_deposit")
    if isinstance(part.key, ProductRisk):
        return part.key.name
    return words.say(f"CLASS_{part.key.value}")


def colours(part: Part, *, for_client: bool = False) -> tuple[str, str]:
    """Return the colour of a part and that of the words on it."""
    if part.key is None:
        return "class_cash", "on_class"
    if isinstance(part.key, ProductRisk):
        return f"level_{part.key.level}", f"on_level_{part.key.level}"
    return (CLIENT_TOKENS if for_client else TOKENS)[part.key], "on_class"


def segments(
    parts: tuple[Part, ...], words: Wording, *, for_client: bool = False
) -> tuple[Segment, ...]:
    """Return the parts as segments of a bar."""
    return tuple(
        Segment(named(one, words), one.share, *colours(one, for_client=for_client)) for one in parts
    )
