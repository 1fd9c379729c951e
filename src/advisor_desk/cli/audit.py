"""``audit verify`` and ``audit head``: the chain of events, and the code of its end on paper.

Every form prints such a code. A chain that does not pass through a code printed before was cut
off or rolled back after that form was made.
"""

from dataclasses import replace
from typing import Annotated

import typer

from advisor_desk.cli.at_the_desk import desk_of
from advisor_desk.cli.db import closed_lines, report_answer
from advisor_desk.cli.output import Answer, language_of_machine, verb
from advisor_desk.domain.trouble import Tampered
from advisor_desk.packs.wording import wording
from advisor_desk.services.records import Records

app = typer.Typer(no_args_is_help=True, add_completion=False, help="The chain of events.")


@app.command("verify")
@verb("audit verify")
def verify(
    context: typer.Context,
    anchor: Annotated[
        list[str] | None, typer.Option(help="A head's code, as printed on a form. Repeatable.")
    ] = None,
) -> Answer:
    """Check that each chain is whole, and that it passes through the given codes."""
    with desk_of(context) as desk:
        records = Records(desk)
        passing = {code: records.passes(code) for code in anchor or []}
        answer = report_answer(records.check(deep=False), records.closed())
    found = [{"anchor": code, "passes": passes} for code, passes in passing.items()]
    missed = tuple(
        Tampered("ANCHOR_NOT_ON_CHAIN", anchor=code) for code, ok in passing.items() if not ok
    )
    words = wording(language_of_machine())
    lines = [words["ANCHOR_ON_CHAIN"].format(anchor=code) for code, ok in passing.items() if ok]
    assert isinstance(answer.result, dict)  # noqa: S101
    return replace(
        answer,
        result=answer.result | {"anchors": found},
        text="\n".join([answer.text, *lines]),
        exit_code=Tampered.exit_code if missed else answer.exit_code,
        troubles=answer.troubles + missed,
    )


@app.command("head")
@verb("audit head")
def head(context: typer.Context) -> Answer:
    """Say the code of each chain's last event, to be kept on paper."""
    with desk_of(context) as desk:
        records = Records(desk)
        heads, closed = records.heads(), records.closed()
    words = wording(language_of_machine())
    lines = [words["CHAIN_HEAD"].format(chain=h.chain, events=h.seq, code=h.code) for h in heads]
    result = [
        {"chain": one.chain, "seq": one.seq, "digest": one.digest, "code": one.code}
        for one in heads
    ]
    return Answer({"heads": result}, "\n".join(lines + closed_lines(closed)))
