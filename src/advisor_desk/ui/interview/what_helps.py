"""What would honestly change a refusal, in the words of the adviser or of the client. No Qt."""

from functools import reduce
from typing import Protocol

from advisor_desk.domain.suitability import AskedBy
from advisor_desk.domain.what_would_help import Help, Helps
from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.words import Wording


class _Say(Protocol):
    """Says a code with its facts."""

    def __call__(self, code: str, **facts: object) -> str:
        """Return the text."""
        ...


def helps_of(interview: OpenInterview, one: ShelfAnswer, pot: str | None) -> Helps:
    """Return what would let a pot of money buy a product of the shelf."""
    asked_by = AskedBy.client if one.as_asked is not None else AskedBy.adviser
    shelf = interview.services.shelf
    return shelf.what_would_help(interview.id, one.product, pot, asked_by)


def help_for_adviser(words: Wording, helps: Helps) -> str:
    """Say what would, every way to it, or that nothing would."""
    return _told(lambda code, **facts: words.say(f"HELP_{code}", **facts), words, helps)


def help_for_client(words: Wording, helps: Helps) -> str:
    """Say the same to the client."""
    return _told(lambda code, **facts: words.say(f"HELP_CLIENT_{code}", **facts), words, helps)


def _told(say: _Say, words: Wording, helps: Helps) -> str:
    if not helps:
        return say("NOTHING")
    if () in helps:
        return say("NOW")
    ways = [_joined(say, "AND", [_said(say, words, one) for one in way]) for way in helps]
    return say("WOULD", conditions=_joined(say, "OR", ways))


def _joined(say: _Say, code: str, texts: list[str]) -> str:
    return reduce(lambda first, more: say(code, first=first, more=more), texts)


def _said(say: _Say, words: Wording, one: Help) -> str:
    return say(one.change.value, day=words.day(one.day) if one.day else "")
