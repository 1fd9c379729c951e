"""What is wrong with the fields of a page, each said at its field in the adviser's words.

The words are made when they are read: the language may change while something is wrong.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from advisor_desk.domain.trouble import Trouble
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.words import Wording


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong: the code of its words, and what filled them.

    ``field``: the code of what the field is called.
    """

    code: str
    trouble: Trouble | None = None
    field: str = ""

    def text(self, words: Wording) -> str:
        """Say it."""
        if self.trouble is None:
            return words.say(self.code)
        named = words.label(self.field) if self.field else ""
        return words.trouble(self.trouble, code=self.code, field=named)


class FieldErrors:
    """Errors by field, until the field is mended or the act is done."""

    def __init__(self, interview: OpenInterview) -> None:
        self._interview = interview
        self._wrong: dict[str, Wrong] = {}

    def of(self, field: str) -> str:
        """Return what is wrong with a field; empty where nothing is."""
        wrong = self._wrong.get(field)
        return wrong.text(self._interview.words) if wrong else ""

    def any(self) -> bool:
        """Say whether anything is wrong."""
        return bool(self._wrong)

    def say(self, field: str, wrong: Wrong) -> None:
        """Say what is wrong with a field."""
        self._wrong[field] = wrong

    def clear(self, *fields: str) -> None:
        """Forget what was wrong with these fields; without names, with all."""
        for field in fields or tuple(self._wrong):
            self._wrong.pop(field, None)

    def attempt(
        self,
        do: Callable[[], object],
        labels: Mapping[str, str],
        shorter: Mapping[str, str] = MappingProxyType({}),
    ) -> bool:
        """Do an act; say whether it was done. A trouble of a labelled field is said there.

        ``labels`` give the code of what each field is called; ``shorter``, by the trouble's code,
        that of words short enough for a narrow field.
        """
        interview = self._interview
        if interview.is_busy:
            return False
        self.clear(*labels)
        done = interview.act(do)
        problem = interview.problem
        if not done and problem is not None and problem.field in labels:
            code = shorter.get(problem.code, problem.code)
            self.say(problem.field, Wrong(code, problem.trouble, labels[problem.field]))
            interview.changed()
        return done
