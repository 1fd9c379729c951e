"""What a person can do something about: a code and facts, never a sentence.

The words for a code stand in ``resources/i18n`` in each language; a refusal by the rules is a
decision, not a trouble, and a bug is neither. Each kind has the exit code of the command line.
"""


class Trouble(Exception):  # noqa: N818 - a trouble is not a programming error
    """Something went wrong that a person can mend. ``facts`` fill the words of ``code``."""

    exit_code = 2

    def __init__(self, code: str, /, *, clause: str = "", **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.clause = clause
        self.facts = {name: str(value) for name, value in facts.items()}

    def __str__(self) -> str:
        """Give the code and facts, for a log without personal data use ``code`` alone."""
        return f"{self.code} {self.facts}" if self.facts else self.code


class BadInput(Trouble):
    """What was given cannot be read or does not fit; nothing was recorded."""

    exit_code = 2


class NotPermitted(Trouble):
    """Nobody is signed in, or the person signed in may not do this."""

    exit_code = 3


class LockedOut(Trouble):
    """Too many failed sign-ins; the fact ``retry_after_s`` says how many seconds to wait."""

    exit_code = 4


class Tampered(Trouble):
    """Stored data is not what was recorded. Nothing is deleted or repaired unasked."""

    exit_code = 5


class Unavailable(Trouble):
    """A file, disk or printer cannot be used now."""

    exit_code = 6


class NotSupported(Trouble):
    """The data was written by a newer program, or by something else."""

    exit_code = 7


class ClockRefused(Trouble):
    """The clock stands before the newest recorded time."""

    exit_code = 8


class HomeBusy(Trouble):
    """Another instance of the program holds this home."""

    exit_code = 9


class BadData(BadInput):
    """A data file has mistakes; all of them are listed, in the order of the file."""

    def __init__(self, mistakes: "tuple[Mistake, ...]") -> None:
        super().__init__("BAD_DATA", count=len(mistakes))
        self.mistakes = mistakes


class Mistake(BadInput):
    """One mistake in a file: its place (``rule[3].from_age``), line (from 1; 0 unknown)."""

    def __init__(self, code: str, *, file: str, line: int, place: str, **facts: str) -> None:
        super().__init__(code, clause="", file=file, line=line, place=place, **facts)
        self.line = line
        self.place = place
