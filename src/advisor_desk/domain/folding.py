"""What every fold is made of: one small function a kind of act, found by the act's class."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from advisor_desk.domain.events import Event
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.interview_events import VoidSet

Fold = TypeVar("Fold", bound=Callable[..., Facts])
Part = TypeVar("Part")


class Folds(dict[type[Event], Callable[[Facts, Any, Any], Facts]]):
    """The functions by the kind of act: facts, the event and its record in, facts out."""

    def of(self, *kinds: type[Event]) -> Callable[[Fold], Fold]:
        """Take a function as the fold of some kinds."""

        def remember(function: Fold) -> Fold:
            self.update(dict.fromkeys(kinds, function))
            return function

        return remember


def there(part: Part | None) -> Part:
    """Return a part that the order of acts promises; without it the book is not one of ours."""
    if part is None:
        raise ValueError(part)
    return part


def without_number(facts: Facts, voids: VoidSet | None) -> Facts:
    """Return the facts with a reserved number void; it is never used again."""
    if voids is None:
        return facts
    return replace(facts, review=None, numbers_void=(*facts.numbers_void, voids.number))
