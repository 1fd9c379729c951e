"""What every fold is made of: one small function a kind of act, found by the act's class."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from advisor_desk.domain.events import Event
from advisor_desk.domain.facts import Facts, VoidPrint
from advisor_desk.domain.interview_events import VoidSet
from advisor_desk.domain.pages_out import PagesOut

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


def with_set_void(facts: Facts, voids: VoidSet | None, *, returned: int | None = None) -> Facts:
    """Return the facts without the set under review or being signed; its printed pages are kept.

    ``returned``: pages counted back in the same act; None: nobody counted yet.
    """
    out = facts.ceremony.pages_out if facts.ceremony else PagesOut()
    printed = (VoidPrint(voids, out, is_counted=False),) if voids and out else ()
    freed = without_number(facts, voids)
    void = replace(freed, ceremony=None, void_prints=(*facts.void_prints, *printed))
    return void if returned is None else counted_back(void, returned)


def counted_back(facts: Facts, pages: int) -> Facts:
    """Return the facts with the void print that was waited for counted; there is never another."""
    counted = tuple(
        one if one.is_counted else VoidPrint(one.voids, PagesOut(pages, pages), is_counted=True)
        for one in facts.void_prints
    )
    return replace(facts, void_prints=counted)
