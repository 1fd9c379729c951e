"""``questionnaire score`` and ``questionnaire check``: no home, no sign-in.

The letters may begin with ``-`` (the age item left to the birth date), which a command line takes
for an option: therefore unknown options of ``score`` are read as its letters.
"""

from pathlib import Path
from typing import Annotated

import typer

from advisor_desk.cli.days import given_day
from advisor_desk.cli.output import Answer, language_of_machine, verb
from advisor_desk.domain.codec import plain
from advisor_desk.domain.questionnaire import Questionnaire
from advisor_desk.domain.scoring import Score, answers_of, score, with_age
from advisor_desk.packs.questionnaires import load_questionnaire, read_questionnaire
from advisor_desk.packs.reading import read_bytes
from advisor_desk.packs.wording import wording
from advisor_desk.services.machine_clock import MachineClock

app = typer.Typer(
    no_args_is_help=True, add_completion=False, help="Score and check risk questionnaires."
)


@app.command("score", context_settings={"ignore_unknown_options": True})
@verb("questionnaire score")
def score_letters(
    context: typer.Context,
    questionnaire: Annotated[str, typer.Argument(metavar="ID", help="Its id, like ten-item.")],
    answers: Annotated[
        str, typer.Argument(help="One capital letter an item; - for the age item with --born.")
    ],
    born: Annotated[str | None, typer.Option(help="Birth date, YYYY-MM-DD.")] = None,
    on: Annotated[str | None, typer.Option(help="Day of the answers; today if left out.")] = None,
) -> Answer:
    """Score letters such as BEDDEDDDCE."""
    del context
    day = given_day(on, "--on") if on is not None else MachineClock().now().date()
    asked = load_questionnaire(questionnaire, day)
    given = answers_of(asked, answers)
    if born is not None:
        given = with_age(asked, given, born=given_day(born, "--born"), on=day)
    found = score(asked, given, on=day)
    return Answer(_result(found), _text(asked, found))


@app.command("check")
@verb("questionnaire check")
def check_file(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A questionnaire file (TOML).")],
) -> Answer:
    """Validate a questionnaire file: all mistakes at once, with their lines."""
    del context
    found = read_questionnaire(read_bytes(file, may_be_pipe=True), str(file))
    facts = {
        "questionnaire": found.id,
        "edition": found.edition.isoformat(),
        "items": len(found.items),
        "grades": [grade.code for grade in found.grades],
        "serves_sale": found.serves_sale,
        "sha256": found.sha256,
    }
    words = wording(language_of_machine())
    text = words["QUESTIONNAIRE_STANDS"].format(file=file, **facts)
    serves = "QUESTIONNAIRE_SERVES_SALE" if found.serves_sale else "QUESTIONNAIRE_COMPARES_ONLY"
    return Answer(facts, f"{text}\n{words[serves]}")


def _result(found: Score) -> dict[str, object]:
    return {
        "questionnaire": found.questionnaire,
        "score": plain(found.points),
        "grade": found.grade.code,
        "label": found.grade.label,
        "overrides": [override.id for override in found.overrides],
        "valid_until": found.valid_until.isoformat(),
        "sha256": found.sha256,
    }


def _text(asked: Questionnaire, found: Score) -> str:
    language = language_of_machine()
    words = wording(language)
    points = found.points
    if isinstance(points, int):
        said = words["SCORE_POINTS"].format(points=points)
    elif points.risk is None:
        said = words["SCORE_TIME_ALONE"].format(time=points.time)
    else:
        said = words["SCORE_TIME_AND_RISK"].format(time=points.time, risk=points.risk)
    lines = [
        f"{asked.title.in_language(language)} ({asked.id})",
        said,
        f"{found.grade.code} · {found.grade.label} · {found.grade.say.in_language(language)}",
        *(override.say.in_language(language) for override in found.overrides),
        *(
            words["ANSWERS_INCONSISTENT"].format(text=one.say.in_language(language))
            for one in found.inconsistencies
        ),
        words["SCORE_VALID_UNTIL"].format(day=found.valid_until.isoformat()),
    ]
    return "\n".join(lines)
