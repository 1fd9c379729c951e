"""Questionnaires by id and day: ``resources/questionnaires/<id>/<first day>.toml``.

A file is used whole or not at all: every mistake is listed, with its line, before any answer is
scored with it. The digest is that of the file's bytes.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.questionnaire import (
    Band,
    Condition,
    Grade,
    Inconsistency,
    Item,
    MatrixRow,
    MatrixScale,
    MoneyExample,
    Option,
    Override,
    Questionnaire,
    SumScale,
)
from advisor_desk.domain.trouble import BadData, BadInput, Mistake
from advisor_desk.packs.questionnaire_bands import band_mistakes, edge_mistakes
from advisor_desk.packs.questionnaire_checks import Found, reference_mistakes, sums_can_be_made
from advisor_desk.packs.questionnaire_file import (
    GradeTable,
    ItemTable,
    MatrixTable,
    QuestionnaireFile,
)
from advisor_desk.packs.reading import (
    Draft,
    Place,
    draft_toml,
    place_text,
    read_bytes,
    toml_line,
    touches,
)

SALE_QUESTIONNAIRE = "bank-nine-factor"


def questionnaire_ids(folder: Path | None = None) -> tuple[str, ...]:
    """Return the ids of all questionnaires, by name; of those shipped where no folder is given."""
    return tuple(sorted(path.name for path in (folder or _shipped()).iterdir() if path.is_dir()))


def load_questionnaire(questionnaire: str, on: date, folder: Path | None = None) -> Questionnaire:
    """Return the edition in force on a day: the latest that started on or before it.

    Raises:
        BadInput: ``QUESTIONNAIRE_UNKNOWN``, ``QUESTIONNAIRE_NOT_IN_FORCE``.
        BadData: the file has mistakes.
    """
    ids = questionnaire_ids(folder)
    if questionnaire not in ids:
        known = ", ".join(ids)
        raise BadInput("QUESTIONNAIRE_UNKNOWN", questionnaire=questionnaire, known=known)
    editions = sorted(((folder or _shipped()) / questionnaire).glob("*.toml"))
    started = [path for path in editions if path.stem <= on.isoformat()]
    if not started:
        first = editions[0].stem if editions else "-"
        raise BadInput(
            "QUESTIONNAIRE_NOT_IN_FORCE", questionnaire=questionnaire, on=on, first=first
        )
    return _installed(started[-1])


def read_questionnaire(content: bytes, file: str) -> Questionnaire:
    """Return the questionnaire a file describes; ``file`` is its name for messages.

    Raises:
        BadData: every mistake, in the order of its lines.
    """
    draft = draft_toml(content, QuestionnaireFile, file)
    mistakes = [*draft.mistakes, *_fitting_mistakes(draft, file)]
    if mistakes or draft.model is None:
        raise BadData(tuple(sorted(mistakes, key=lambda mistake: mistake.line)))
    return _questionnaire(draft.model, hashlib.sha256(content).hexdigest())


def _shipped() -> Path:
    return data_folder("resources") / "questionnaires"


@cache
def _installed(path: Path) -> Questionnaire:
    content = read_bytes(path)
    made = read_questionnaire(content, str(path))
    named = {"id": (made.id, path.parent.name), "edition": (str(made.edition), path.stem)}
    mistakes = [
        _mistake(Found("NAME_DIFFERS", (key,), {"written": inside, "named": outside}), path, text)
        for text in (content.decode(),)
        for key, (inside, outside) in named.items()
        if inside != outside
    ]
    if mistakes:
        raise BadData(tuple(mistakes))
    return made


_ITEMS = (("item", "id"),)
_LETTERS = (("item", "id"), ("item", "option", "letter"))
_GRADES = (("grade", "code"),)
_PARTS = (*_ITEMS, ("matrix", "time_items"), ("matrix", "risk_items"))
_BANDS = (("grade", "from_points"), ("grade", "upto_points"))
_TIMES = (("matrix", "row", "from_time"), ("matrix", "row", "upto_time"), ("matrix", "short_below"))
_RESTS_ON: Mapping[str, tuple[Place, ...]] = {
    "WHEN_ITEM_UNKNOWN": _ITEMS,
    "WHEN_LETTER_UNKNOWN": _LETTERS,
    "MATRIX_ITEM_UNKNOWN": _ITEMS,
    "ITEM_NOT_COUNTED_ONCE": _PARTS,
    "TIME_ITEMS_NOT_FIRST": _PARTS,
    "QUESTIONNAIRE_GRADE_UNKNOWN": _GRADES,
    "AGES_OUT_OF_ORDER": (("item", "option", "from_age"),),
    "MONEY_EXAMPLE_MISSING": _GRADES,
    "MONEY_EXAMPLE_OUT_OF_ORDER": (("grade", "example"),),
    "BANDS_OVERLAP": _BANDS,
    "BANDS_GAP": _BANDS,
    "BAND_EMPTY": _BANDS,
    "ROW_EMPTY": _TIMES,
    "ROWS_OVERLAP": _TIMES,
    "ROW_LENGTHS_DIFFER": (("matrix", "row", "upto"), ("matrix", "row", "grades")),
    "BANDS_OUT_OF_ORDER": (("matrix", "row", "upto"),),
    "BAND_ABOVE_CAP": (("matrix", "row", "upto"), ("matrix", "risk_cap")),
}


def _fitting_mistakes(draft: Draft[QuestionnaireFile], file: str) -> Iterator[Mistake]:
    if draft.model is None:
        return
    model = _of_its_own_scale(draft.model, draft.guessed)
    found = list(reference_mistakes(model))
    if (model.scale == "matrix") == (model.matrix is not None):
        found += edge_mistakes(model)
        if not _points_guessed(draft) and sums_can_be_made(model):
            found += band_mistakes(model)
    for one in found:
        if not touches(one.place, draft.guessed) and not _follows(one, draft.guessed):
            yield _mistake(one, file, draft.text)


def _of_its_own_scale(file: QuestionnaireFile, guessed: Iterable[Place]) -> QuestionnaireFile:
    """Return the file with the scale its tables speak for, where its own word was no scale."""
    if ("scale",) not in guessed:
        return file
    return file.model_copy(update={"scale": "sum" if file.matrix is None else "matrix"})


def _follows(found: Found, guessed: Iterable[Place]) -> bool:
    """Say whether a mistake may only be there because of a value that was guessed."""
    named = [tuple(part for part in place if isinstance(part, str)) for place in guessed]
    return any(
        path[: len(one)] == one or one[: len(path)] == path
        for path in _RESTS_ON.get(found.code, ())
        for one in named
    )


def _points_guessed(draft: Draft[QuestionnaireFile]) -> bool:
    """Say whether bands judged now would be judged by values that are not in the file."""
    return any(
        place[0] in {"item", "grade", "matrix"} and not {"example", "from_age"} & set(place)
        for place, guess in draft.guessed.items()
        if not isinstance(guess, str | dict)
    )


def _mistake(found: Found, file: str | Path, text: str) -> Mistake:
    line = toml_line(text, found.place)
    place = place_text(found.place)
    return Mistake(found.code, file=str(file), line=line, place=place, **found.facts)


def _questionnaire(file: QuestionnaireFile, sha256: str) -> Questionnaire:
    return Questionnaire(
        id=file.id,
        edition=file.edition,
        title=file.title.words(),
        source=file.source.words(),
        valid_months=file.valid_months,
        items=tuple(_item(item) for item in file.item),
        grades=tuple(_grade(grade) for grade in file.grade),
        scale=_matrix(file.matrix) if file.matrix else _bands(file.grade),
        overrides=tuple(
            Override(one.id, _when(one.when), one.at_most, one.say.words()) for one in file.override
        ),
        inconsistencies=tuple(
            Inconsistency(one.id, _when(one.when), one.say.words()) for one in file.inconsistency
        ),
        sha256=sha256,
    )


def _item(item: ItemTable) -> Item:
    options = tuple(
        Option(option.letter, option.points, option.say.words(), option.from_age)
        for option in item.option
    )
    return Item(item.id, item.factor, item.ask.words(), item.help.words(), options)


def _grade(grade: GradeTable) -> Grade:
    example = grade.example
    return Grade(
        code=grade.code,
        label=grade.label,
        name=grade.name.words(),
        say=grade.say.words(),
        in_money=grade.in_money.words() if grade.in_money else None,
        example=MoneyExample(example.bad, example.usual, example.good) if example else None,
    )


def _bands(grades: tuple[GradeTable, ...]) -> SumScale:
    return SumScale(tuple(Band(one.code, one.from_points, one.upto_points) for one in grades))


def _matrix(matrix: MatrixTable) -> MatrixScale:
    rows = []
    for row in matrix.row:
        starts = [None, *(high + 1 for high in row.upto)]
        cells = zip(row.grades, starts, row.upto, strict=False)
        rows.append(MatrixRow(row.from_time, row.upto_time, tuple(Band(*cell) for cell in cells)))
    return MatrixScale(
        matrix.time_items,
        matrix.risk_items,
        matrix.risk_cap,
        matrix.short_below,
        matrix.short_grade,
        tuple(rows),
    )


def _when(when: Mapping[str, str]) -> tuple[Condition, ...]:
    return tuple(Condition(item, letters) for item, letters in when.items())
