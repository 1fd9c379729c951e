"""Frozen dataclasses to canonical JSON and back, by their type hints.

Canonical means: one text for one value (sorted keys, no spaces, UTF-8 as it is), so that a digest
over it is a digest over the value. Reading is strict: a missing or unknown key is an error.
"""

import dataclasses
import json
import types
import typing
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast

T = TypeVar("T")


def canonical_json(value: object) -> str:
    """Return the one JSON text of ``value``: dataclasses, enums, dates, tuples, mappings."""
    return json.dumps(plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def plain(value: object) -> object:
    """Return ``value`` as JSON knows it; dates in ISO 8601, enums by their name."""
    match value:
        case None | bool() | int() | str():
            return value
        case Enum():
            return value.name
        case date():
            return value.isoformat()
        case tuple() | list():
            return [plain(item) for item in value]
        case Mapping():
            return {_key(key): plain(item) for key, item in value.items()}
    if dataclasses.is_dataclass(value):
        return {name: plain(getattr(value, name)) for name in _hints(cast("Any", type(value)))}
    raise TypeError(type(value))


def restored(wanted: type[T], value: object) -> T:
    """Return the ``wanted`` dataclass that ``plain`` made ``value`` from.

    Raises:
        ValueError: ``value`` does not have that shape.
    """
    return cast("T", _restore(wanted, value))


def prepare(wanted: type[object]) -> None:
    """Look at the type hints of a dataclass and of all it is made of, before they are needed."""
    for hint in _hints(cast("Any", wanted)).values():
        for part in _parts(hint):
            if dataclasses.is_dataclass(part):
                prepare(cast("type", part))


def _parts(hint: Any) -> Iterator[Any]:  # noqa: ANN401 - a type hint
    yield hint
    for part in typing.get_args(hint):
        yield from _parts(part)


def _key(key: object) -> str:
    return key.name if isinstance(key, Enum) else str(key)


@cache
def _hints(wanted: Any) -> dict[str, Any]:  # noqa: ANN401 - any dataclass
    hints = typing.get_type_hints(wanted)
    return {field.name: hints[field.name] for field in dataclasses.fields(wanted)}


def _restore(wanted: Any, value: Any) -> object:  # noqa: ANN401 - a type hint, and JSON
    if isinstance(wanted, types.UnionType):
        options = typing.get_args(wanted)
        if value is None and type(None) in options:
            return None
        return _restore_one_of([option for option in options if option is not type(None)], value)
    origin = typing.get_origin(wanted)
    if origin is tuple:
        return tuple(_restore(typing.get_args(wanted)[0], item) for item in value)
    if origin is not None and issubclass(origin, Mapping):
        key_type, item_type = typing.get_args(wanted)
        return {_restore(key_type, key): _restore(item_type, item) for key, item in value.items()}
    return _restore_plain(wanted, value)


def _restore_one_of(options: list[Any], value: object) -> object:
    for option in options:
        try:
            return _restore(option, value)
        except (ValueError, KeyError, TypeError):
            continue
    raise ValueError(value)


def _restore_plain(wanted: Any, value: Any) -> object:  # noqa: ANN401 - a type hint, and JSON
    if dataclasses.is_dataclass(wanted):
        hints = _hints(cast("type", wanted))
        if not isinstance(value, dict) or value.keys() != hints.keys():
            raise ValueError(wanted)
        return cast("Any", wanted)(**{name: _restore(hints[name], value[name]) for name in hints})
    if issubclass(wanted, Enum):
        return wanted[value]
    if wanted in (date, datetime):
        return wanted.fromisoformat(value)
    if type(value) is not wanted:
        raise ValueError(wanted)
    return cast("object", value)
