"""What would honestly change a refusal, in the words of the adviser or of the client. No Qt."""

from functools import reduce

from advisor_desk.domain.suitability import AskedBy
from advisor_desk.domain.what_would_help import Help, Helps
from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.words import Wording

FOR_ADVISER, FOR_CLIENT = "HELP", "HELP_CLIENT"


def helps_of(interview: OpenInterview, one: ShelfAnswer, pot: str | None) -> Helps:
    """Return what would let a pot of money buy a product of the shelf."""
    asked_by = AskedBy.client if one.as_asked is not None else AskedBy.adviser
    shelf = interview.services.shelf
    return shelf.what_would_help(interview.id, one.product, pot, asked_by)


def help_words(words: Wording, helps: Helps, reader: str) -> str:
    """Say what would, every way to it, or that nothing would."""
    if not helps:
        return words.say(f"{reader}_NOTHING")
    if () in helps:
        return words.say(f"{reader}_NOW")
    ways = [
        _joined(words, f"{reader}_AND", [_said(words, one, reader) for one in way]) for way in helps
    ]
    return words.say(f"{reader}_WOULD", conditions=_joined(words, f"{reader}_OR", ways))


def _joined(words: Wording, code: str, texts: list[str]) -> str:
    return reduce(lambda first, more: words.say(code, first=first, more=more), texts)


def _said(words: Wording, one: Help, reader: str) -> str:
    day = words.day(one.day) if one.day else ""
    return words.say(f"{reader}_{one.change.value}", day=day)
