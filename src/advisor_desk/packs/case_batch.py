"""Many cases, one a line: each line is answered in its place, whatever is in it.

Answers are bytes ready to be written. The same decision is written again and again in a batch, so
its text is made once.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO

from advisor_desk.domain.suitability import Decision, judge
from advisor_desk.domain.trouble import BadData, Mistake, Trouble
from advisor_desk.packs.case_file import read_case
from advisor_desk.packs.rule_packs import packs_in_force

LONGEST_LINE = 1024 * 1024
_BLANK = b" \t\r\n"  # what JSON takes for space


@dataclass(frozen=True, slots=True)
class AnsweredLine:
    """One line of output with its line break, and whether a decision stands in it."""

    text: bytes
    is_decision: bool


@dataclass(frozen=True, slots=True)
class CaseBatch:
    """Decides cases by the packs ``ids``; ``errors_of`` puts a trouble into words."""

    file: str
    ids: Sequence[str]
    on: date | None
    errors_of: Callable[[Trouble], list[dict[str, object]]]
    written: dict[object, AnsweredLine] = field(default_factory=dict)

    def answers(self, lines: BinaryIO) -> Iterator[AnsweredLine]:
        """Answer every line, in order; a line too long is not held in memory."""
        number = 0
        while line := lines.readline(LONGEST_LINE + 1):
            number += 1
            if len(line) > LONGEST_LINE and not line.endswith(b"\n"):
                _skip_rest(lines)
                facts = {"longest": str(LONGEST_LINE)}
                yield self._errors(number, self._mistake("LINE_TOO_LONG", number, **facts))
            else:
                yield self._answer(line.strip(_BLANK), number)

    def _answer(self, line: bytes, number: int) -> AnsweredLine:
        try:
            if not line:
                return self._errors(number, self._mistake("LINE_EMPTY", number))
            purchase = read_case(line, self.file, on=self.on, first_line=number)
            return self._decision(judge(packs_in_force(self.ids, purchase.on), purchase))
        except Trouble as trouble:
            return self._errors(number, trouble)

    def _decision(self, decision: Decision) -> AnsweredLine:
        codes = tuple([(reason.pack, reason.code, reason.clause) for reason in decision.reasons])
        packs = tuple([pack.sha256 for pack in decision.packs])
        key = (decision.outcome, codes, decision.documents, packs)
        found = self.written.get(key)
        if found is None:
            found = AnsweredLine(_line(decision.result()), is_decision=True)
            self.written[key] = found
        return found

    def _errors(self, number: int, trouble: Trouble) -> AnsweredLine:
        answer = {"line": number, "errors": self.errors_of(trouble)}
        return AnsweredLine(_line(answer), is_decision=False)

    def _mistake(self, code: str, number: int, **facts: str) -> BadData:
        return BadData((Mistake(code, file=self.file, line=number, place="", **facts),))


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode() + b"\n"


def _skip_rest(lines: BinaryIO) -> None:
    while (part := lines.readline(LONGEST_LINE)) and not part.endswith(b"\n"):
        continue
