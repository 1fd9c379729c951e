"""``db verify`` and ``db info``: are the records as they were written, and what are they."""

from typing import Annotated

import typer

from advisor_desk.cli.at_the_desk import desk_of
from advisor_desk.cli.output import Answer, language_of_machine, verb
from advisor_desk.domain.trouble import Tampered
from advisor_desk.packs.wording import wording
from advisor_desk.services.records import BookReport, Records

app = typer.Typer(no_args_is_help=True, add_completion=False, help="The encrypted records.")


@app.command("verify")
@verb("db verify")
def verify(
    context: typer.Context,
    deep: Annotated[
        bool, typer.Option("--deep", help="Also every page, and every list made again.")
    ] = False,
) -> Answer:
    """Check the branch's records, the client books of who asks, the register, stray files."""
    with desk_of(context) as desk:
        records = Records(desk)
        return report_answer(records.check(deep=deep), records.closed(), records.check_beside())


@app.command("info")
@verb("db info")
def info(context: typer.Context) -> Answer:
    """Say which records there are and what they are written with."""
    with desk_of(context) as desk:
        records = Records(desk)
        heads, closed = records.heads(), records.closed()
        written_with = records.written_with()
    words = wording(language_of_machine())
    lines = [
        words["DB_WRITTEN_WITH"].format(**written_with),
        *(words["CHAIN_HEAD"].format(chain=h.chain, events=h.seq, code=h.code) for h in heads),
    ]
    result = written_with | {
        "books": [{"chain": head.chain, "events": head.seq, "head": head.code} for head in heads],
        "closed": list(closed),
    }
    return Answer(result, "\n".join(lines + closed_lines(closed)))


def report_answer(
    reports: tuple[BookReport, ...], closed: tuple[int, ...], beside: tuple[Tampered, ...] = ()
) -> Answer:
    """Return what was found as an answer: exit 5 if anything is not as written.

    ``beside`` is what was found outside the books.
    """
    words = wording(language_of_machine())
    troubles = tuple(
        Tampered(one.code, file=report.file, seq=one.seq, place=one.place)
        for report in reports
        for one in report.broken
    )
    troubles += beside
    lines = [
        words["BOOK_AS_WRITTEN"].format(file=report.file, events=report.head.seq)
        for report in reports
        if report.head is not None and not report.broken
    ]
    return Answer(
        result={"books": [_for_programs(one) for one in reports], "closed": list(closed)},
        text="\n".join(lines + closed_lines(closed)),
        exit_code=Tampered.exit_code if troubles else 0,
        troubles=troubles,
    )


def closed_lines(closed: tuple[int, ...]) -> list[str]:
    """Return the words for books this person cannot open."""
    words = wording(language_of_machine())
    return [words["BOOK_CLOSED_TO_YOU"].format(chain=chain) for chain in closed]


def _for_programs(report: BookReport) -> dict[str, object]:
    return {
        "chain": report.chain,
        "file": report.file,
        "events": report.head.seq if report.head else None,
        "head": report.head.code if report.head else None,
        "broken": [
            {"code": one.code, "seq": one.seq or None, "place": one.place} for one in report.broken
        ],
    }
