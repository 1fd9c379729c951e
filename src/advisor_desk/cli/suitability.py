"""``suitability evaluate``: decides cases; needs no home and no sign-in."""

import errno
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from advisor_desk.cli.days import given_day
from advisor_desk.cli.output import Answer, error_objects, language_of_machine, verb
from advisor_desk.domain.languages import Language
from advisor_desk.domain.suitability import Decision, RulePack, document_named, judge
from advisor_desk.domain.trouble import BadInput, Unavailable
from advisor_desk.packs.case_batch import CaseBatch
from advisor_desk.packs.case_file import read_case
from advisor_desk.packs.reading import LARGEST_FILE
from advisor_desk.packs.rule_packs import BANK_PROCEDURE, checked_ids, packs_in_force
from advisor_desk.packs.wording import wording

STANDARD_INPUT = "-"

app = typer.Typer(no_args_is_help=True, help="May this client buy this product?")


@app.callback()
def suitability() -> None:
    """May this client buy this product? Decided by the rule packs."""


@app.command("evaluate")
@verb("suitability evaluate")
def evaluate(
    context: typer.Context,
    file: Annotated[str, typer.Argument(help="A case (JSON), or - for standard input.")],
    *,
    batch: Annotated[bool, typer.Option("--batch", help="One case a line.")] = False,
    packs: Annotated[str, typer.Option(help="Rule packs to ask: a,b.")] = BANK_PROCEDURE,
    on: Annotated[str | None, typer.Option(help="Day of cases that name none.")] = None,
) -> Answer:
    """Decide cases: allowed, allowed with documents, or refused with every reason."""
    del context
    ids = checked_ids([word.strip() for word in packs.split(",")])
    day = None if on is None else given_day(on, "--on")
    if batch:
        return _evaluate_batch(file, ids, day)
    with _opened(file) as source:
        content = source.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise BadInput("FILE_TOO_LARGE", file=file, largest=LARGEST_FILE)
    purchase = read_case(content, file, on=day)
    asked = packs_in_force(ids, purchase.on)
    decision = judge(asked, purchase)
    text = _text(decision, asked, language_of_machine())
    return Answer(decision.result(), text, exit_code=int(decision.is_refused))


def _evaluate_batch(file: str, ids: Sequence[str], day: date | None) -> Answer:
    work = CaseBatch(file, ids, day, error_objects)
    unanswered = 0
    if sys.stdout is None:
        raise Unavailable("ANSWER_NOT_WRITTEN", cause=os.strerror(errno.EBADF))
    output = typer.get_binary_stream("stdout")
    with _opened(file) as lines:
        for answered in work.answers(lines):
            output.write(answered.text)
            unanswered += not answered.is_decision
    output.flush()
    return Answer(None, "", exit_code=2 if unanswered else 0, bare=True)


@contextmanager
def _opened(file: str) -> Iterator[BinaryIO]:
    if file == STANDARD_INPUT:
        if sys.stdin is None:
            raise Unavailable("INPUT_CLOSED")
        yield sys.stdin.buffer
        return
    try:
        opened = Path(file).open("rb")  # noqa: SIM115 - what fails later is not its opening
    except OSError as error:
        raise Unavailable("FILE_UNREADABLE", file=file, cause=error.strerror or "") from error
    with opened:
        yield opened


def _text(decision: Decision, packs: Sequence[RulePack], language: Language) -> str:
    words = wording(language)
    lines = [words[f"OUTCOME_{decision.outcome.name}"]]
    lines += [
        f"- {reason.say.in_language(language)} ({reason.code}, {reason.clause}, {reason.pack})"
        for reason in decision.reasons
    ]
    lines += [
        f"- {document_named(packs, code).name.in_language(language)} ({code})"
        for code in decision.documents
    ]
    lines += [f"{pack.id} sha256 {pack.sha256}" for pack in decision.packs]
    return "\n".join(lines)
