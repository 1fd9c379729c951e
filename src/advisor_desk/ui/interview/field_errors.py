"""What is wrong with the fields of a page, each said at its field in the adviser's words."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from advisor_desk.ui.interview.open_interview import OpenInterview


class FieldErrors:
    """Errors by field, until the field is mended or the act is done."""

    def __init__(self, interview: OpenInterview) -> None:
        self._interview = interview
        self._said: dict[str, str] = {}

    def of(self, field: str) -> str:
        """Return what is wrong with a field; empty where nothing is."""
        return self._said.get(field, "")

    def any(self) -> bool:
        """Say whether anything is wrong."""
        return bool(self._said)

    def say(self, field: str, text: str) -> None:
        """Say what is wrong with a field."""
        self._said[field] = text

    def clear(self, *fields: str) -> None:
        """Forget what was wrong with these fields; without names, with all."""
        for field in fields or tuple(self._said):
            self._said.pop(field, None)

    def attempt(
        self,
        do: Callable[[], object],
        labels: Mapping[str, str],
        shorter: Mapping[str, str] = MappingProxyType({}),
    ) -> bool:
        """Do an act; say whether it was done. A trouble of a labelled field is said there.

        ``labels`` name the fields in words; ``shorter`` gives, by the trouble's code, that of words
        short enough for a narrow field.
        """
        interview = self._interview
        if interview.is_busy:
            return False
        self.clear(*labels)
        done = interview.act(do)
        problem = interview.problem
        if not done and problem is not None and problem.field in labels:
            self._said[problem.field] = interview.words.trouble(
                problem.trouble,
                code=shorter.get(problem.code, problem.code),
                field=labels[problem.field],
            )
            interview.changed()
        return done
