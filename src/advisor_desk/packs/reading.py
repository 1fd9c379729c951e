"""Reading a data file strictly: one model, all mistakes at once, each with its line.

JSON and TOML go through the standard readers; duplicate keys, NaN and infinities are refused.
Lines are looked for only when something is wrong.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, NoReturn, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from advisor_desk.domain.plain_files import only_files
from advisor_desk.domain.trouble import BadData, BadInput, Mistake, Unavailable
from advisor_desk.packs.value_kinds import code_of, expected_of, guess_for

LARGEST_FILE = 16 * 1024 * 1024
Place = tuple[str | int, ...]


class Strict(BaseModel):
    """A table of a data file: unknown keys refused, no conversions, never changed."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


Model = TypeVar("Model", bound=BaseModel)


def read_bytes(path: Path, largest: int = LARGEST_FILE, *, may_be_pipe: bool = False) -> bytes:
    """Return a file's bytes; ``may_be_pipe`` where a person names it on the command line.

    Raises:
        Unavailable: ``FILE_UNREADABLE`` (missing, a folder, a pipe, no permission).
        BadInput: ``FILE_TOO_LARGE``.
    """
    try:
        with open(path, "rb", opener=None if may_be_pipe else only_files) as file:
            content = file.read(largest + 1)
    except OSError as error:
        raise Unavailable("FILE_UNREADABLE", file=path, cause=error.strerror or "") from error
    if len(content) > largest:
        raise BadInput("FILE_TOO_LARGE", file=path, largest=largest)
    return content


def read_toml(content: bytes, model: type[Model], file: str) -> Model:
    """Return the model a TOML file describes.

    Raises:
        BadData: every mistake of the file, in the order of its places.
    """
    text, table = _toml_table(content, file)
    return _validated(table, model, file, text, toml_line)


@dataclass(frozen=True, slots=True)
class Draft(Generic[Model]):
    """A file read as far as it goes, so that checks across its tables can still be made.

    ``model`` holds what was ``guessed``, by place; it is None where no guess would do.
    """

    model: Model | None
    mistakes: tuple[Mistake, ...]
    guessed: Mapping[Place, object]
    text: str


def draft_toml(content: bytes, model: type[Model], file: str) -> Draft[Model]:
    """Return what a TOML file describes, together with the mistakes of its shape.

    Raises:
        BadData: it is not TOML at all.
    """
    text, table = _toml_table(content, file)
    value = json.loads(json.dumps(table, default=_iso))
    mistakes: tuple[Mistake, ...] = ()
    guessed: dict[Place, object] = {}
    for attempt in range(_GUESSING_ROUNDS):
        try:
            made = model.model_validate_json(json.dumps(value))
        except ValidationError as error:
            if attempt == 0:
                bad = mistakes_of(error, file, lambda place: toml_line(text, place))
                mistakes = bad.mistakes
            if not all(_guess(value, item, guessed) for item in error.errors()):
                break
        else:
            return Draft(made, mistakes, guessed, text)
    return Draft(None, mistakes, guessed, text)


_GUESSING_ROUNDS = 8


def _guess(value: Any, item: Any, guessed: dict[Place, object]) -> bool:  # noqa: ANN401 - JSON
    if not item["loc"]:
        return False
    *parents, last = item["loc"]
    for part in parents:
        value = value[part]
    place = (*parents, last)
    if item["type"] == "extra_forbidden":
        del value[last]
        return True
    guess = guess_for(item, len(guessed) + 1)
    if guess is None or (place in guessed and guessed[place] == guess):
        return False
    value[last] = json.loads(json.dumps(guess))
    guessed[place] = guess
    return True


def read_json(content: bytes, model: type[Model], file: str) -> Model:
    """Return the model a JSON file describes; see ``read_toml``."""
    text = _decoded(content, file)
    return _validated(strict_json(text, file), model, file, text, json_line)


def strict_json(text: str, file: str, first_line: int = 1) -> Any:  # noqa: ANN401 - it is JSON
    """Return the JSON value of ``text``; NaN, infinities and repeated keys are refused.

    Raises:
        BadData: ``JSON_UNREADABLE``, ``NOT_A_NUMBER`` or ``KEY_REPEATED``.
    """
    try:
        return _STRICT.decode(text)
    except json.JSONDecodeError as error:
        line = first_line + error.lineno - 1
        raise _one(file, line, "", "JSON_UNREADABLE", cause=error.msg) from error
    except ValueError as error:  # a whole number of thousands of digits
        raise _one(file, first_line, "", "JSON_UNREADABLE", cause="number too long") from error
    except RecursionError as error:
        raise _one(file, first_line, "", "JSON_UNREADABLE", cause="nested too deep") from error
    except BadInput as error:
        key = next(iter(error.facts.values()))
        line = first_line + _line_of_key(text, key, last=error.code == "KEY_REPEATED") - 1
        facts = {name: shown(fact) for name, fact in error.facts.items()}
        raise _one(file, line, shown(key), error.code, **facts) from error


def mistakes_of(error: ValidationError, file: str, line_of: Any) -> BadData:  # noqa: ANN401
    """Return every mistake pydantic found, with the line ``line_of(place)`` gives."""
    found = [
        Mistake(
            code_of(item, whole_file=not place),
            file=file,
            line=line_of(place),
            place=place_text(place),
            expected=expected_of(item),
        )
        for item, place in _placed(error)
    ]
    return BadData(tuple(sorted(found, key=lambda mistake: mistake.line)))


def _placed(error: ValidationError) -> Iterator[tuple[Any, Place]]:
    for item in error.errors(include_url=False):
        missing = item["type"] == "union_tag_not_found"
        key = (item["ctx"]["discriminator"].strip("'"),) if missing else ()
        yield item, (*item["loc"], *key)


def touches(place: Place, guessed: Iterable[Place]) -> bool:
    """Say whether a place, or a table it stands in, was guessed."""
    return any(place[: len(one)] == one for one in guessed)


def place_text(place: Place) -> str:
    """Return ``rule[3].from_age``, counting from 1."""
    text = ""
    for part in place:
        if isinstance(part, int):
            text += f"[{part + 1}]"
        else:
            text += f".{shown(part)}" if text else shown(part)
    return text


def shown(word: str) -> str:
    """Return a word of a file as it may be printed: short, and nothing invisible in it."""
    short = word if len(word) <= _LONGEST_WORD else word[:_LONGEST_WORD] + "…"
    return short if short.isprintable() else short.encode("unicode_escape").decode("ascii")


_LONGEST_WORD = 60


def _decoded(content: bytes, file: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _one(file, line, "", "NOT_UTF8", position=str(error.start)) from error


def _toml_table(content: bytes, file: str) -> tuple[str, dict[str, Any]]:
    text = _decoded(content, file)
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found.group(1)) if found else text.count("\n") + 1
        raise _one(file, line, "", "TOML_UNREADABLE", cause=str(error)) from error
    except RecursionError as error:
        raise _one(file, 1, "", "TOML_UNREADABLE", cause="nested too deep") from error


def _validated(
    value: object,
    model: type[Model],
    file: str,
    text: str,
    line_of: Any,  # noqa: ANN401
) -> Model:
    try:
        # Through JSON: there strict mode reads dates from text, and nothing else is converted.
        return model.model_validate_json(json.dumps(value, default=_iso))
    except ValidationError as error:
        raise mistakes_of(error, file, lambda place: line_of(text, place)) from error


def _iso(value: Any) -> str:  # noqa: ANN401 - a TOML date
    return str(value.isoformat())


def _one(file: str, line: int, place: str, code: str, **facts: str) -> BadData:
    return BadData((Mistake(code, file=file, line=line, place=place, **facts),))


def _unique(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    if len(table) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise BadInput("KEY_REPEATED", key=key)
            seen.add(key)
    return table


def _not_a_number(word: str) -> NoReturn:
    raise BadInput("NOT_A_NUMBER", word=word)


_STRICT = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_not_a_number)


def _line_of_key(text: str, word: str, *, last: bool) -> int:
    at = text.rfind(f'"{word}"') if last else text.find(word)
    return text.count("\n", 0, max(at, 0)) + 1


def json_line(text: str, place: Place) -> int:
    """Return the line (from 1) on which the value at ``place`` starts, or its nearest parent."""
    decoder = json.JSONDecoder()
    at = _skip(text, 0)
    for part in place:
        try:
            at = _step(text, at, part, decoder)
        except LookupError:  # a missing key, or the kind of a row, which pydantic names as well
            continue
    return text.count("\n", 0, at) + 1


def _step(text: str, at: int, part: str | int, decoder: json.JSONDecoder) -> int:
    opening = text[at]
    at = _skip(text, at + 1)
    index = 0
    while text[at] not in "]}":
        key: str | int = index
        if opening == "{":
            key, at = decoder.raw_decode(text, at)
            at = _skip(text, _skip(text, at) + 1)
        if key == part:
            return at
        _, at = decoder.raw_decode(text, at)
        at = _skip(text, at)
        if text[at] == ",":
            at = _skip(text, at + 1)
        index += 1
    raise LookupError(part)


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    if at >= len(text):
        raise LookupError(at)
    return at


_HEADER = re.compile(r"^\s*\[(\[)?([^\[\]]+)\]")


def toml_line(text: str, place: Place) -> int:
    """Return the line (from 1) of the key at ``place``, or of what stands nearest to it.

    Nearest is what shares most of the place: for a text missing in one language, the line of the
    same text in another; for a key missing in a table, the table's heading.
    """
    best, best_depth = 1, 0
    current: Place = ()
    counts: dict[Place, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        header = _HEADER.match(line)
        if header:
            current = _table_place(header, counts)
            here = current
        elif "=" in line and not line.lstrip().startswith("#"):
            here = current + tuple(_key_parts(line.split("=", 1)[0]))
        else:
            continue
        depth = _shared(here, place)
        if depth > best_depth:
            best, best_depth = number, depth
    return best


def _table_place(header: re.Match[str], counts: dict[Place, int]) -> Place:
    place: Place = ()
    parts = _key_parts(header.group(2))
    for position, part in enumerate(parts):
        place = (*place, part)
        if header.group(1) and position == len(parts) - 1:
            counts[place] = counts.get(place, -1) + 1
        if place in counts:
            place = (*place, counts[place])
    return place


def _key_parts(key: str) -> list[str]:
    return [part.strip().strip("\"'") for part in key.strip().split(".")]


def _shared(here: Place, place: Place) -> int:
    return next(
        (n for n, (a, b) in enumerate(zip(here, place, strict=False)) if a != b),
        min(len(here), len(place)),
    )
