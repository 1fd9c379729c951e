"""Reading a suitability case strictly: every key, every word, every date, or the place is named.

A case is checked by hand-written tables rather than by a model, because a batch reads ten thousand
a second; all mistakes of a case are still found at once, and none of its values is repeated in
them: a case holds personal data.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import lru_cache
from itertools import islice
from typing import Any

from advisor_desk.domain.currencies import CURRENCIES
from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.domain.money import Money
from advisor_desk.domain.people import Certificate, WitnessRank
from advisor_desk.domain.product import Purpose, Regime
from advisor_desk.domain.suitability import AskedBy, Assessment, Guardian, GuardianProof, Purchase
from advisor_desk.domain.trouble import BadData, BadInput, Mistake
from advisor_desk.packs.reading import Place, json_line, place_text, strict_json

Check = Callable[[Any], Any]
Fields = Mapping[str, Check | None]  # None: read by a table of its own
Line = Callable[[Place], int]
_MOST_UNKNOWN = 20  # unknown keys named in one object; each costs a walk through the text
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def read_case(
    content: bytes, file: str, *, on: date | None = None, first_line: int = 1
) -> Purchase:
    """Return the purchase a JSON case describes; ``on`` serves a case that names no day.

    Raises:
        BadData: every mistake of the case, with its line and place.
    """
    text = _text(content, file, first_line)
    if first_line == 1:
        text = text.removeprefix("\ufeff")
    value = strict_json(text, file, first_line)
    return purchase_of(value, file, lambda place: first_line - 1 + json_line(text, place), on=on)


def purchase_of(value: object, file: str, line_of: Line, *, on: date | None = None) -> Purchase:
    """Return the purchase of a case already parsed; ``line_of`` tells the line of a place.

    Raises:
        BadData: every mistake of the case.
    """
    wrong: list[_Wrong] = []
    purchase = _purchase(value, on, wrong)
    if purchase is not None:
        return purchase
    mistakes = [
        Mistake(
            one.code,
            file=file,
            line=line_of(one.place),
            place=place_text(one.place) or "case",
            **one.facts,
        )
        for one in wrong
    ]
    raise BadData(tuple(sorted(mistakes, key=lambda mistake: mistake.line)))


def _text(content: bytes, file: str, first_line: int) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = first_line + content[: error.start].count(b"\n")
        facts = {"position": str(error.start)}
        raise BadData((Mistake("NOT_UTF8", file=file, line=line, place="", **facts),)) from error


class _Wrong(Exception):  # noqa: N818 - a mistake in a case
    """What is wrong at a place of a case."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
        self.place: Place = ()


def _expected(what: str) -> _Wrong:
    return _Wrong("VALUE_UNEXPECTED", expected=what)


def _word(words: type[Enum], *, by_name: bool = False) -> Check:
    table = {(one.name if by_name else one.value): one for one in words}
    expected = " | ".join(f'"{word}"' for word in table)

    def check(value: object) -> Enum:
        found = table.get(value) if type(value) is str else None
        if found is None:
            raise _expected(expected)
        return found

    return check


def _or_null(check: Check, expected: str = "") -> Check:
    def checked(value: object) -> object:
        if value is None:
            return None
        try:
            return check(value)
        except _Wrong as wrong:
            if "expected" in wrong.facts:
                wrong.facts["expected"] = f"{expected or wrong.facts['expected']} | null"
            raise

    return checked


@lru_cache(maxsize=4096)
def _day(text: str) -> date | None:
    if _DATE.fullmatch(text) is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _date(value: object) -> date:
    day = _day(value) if type(value) is str else None
    if day is None:
        raise _Wrong("CASE_DATE_UNREADABLE")
    return day


def _yes_or_no(value: object) -> bool:
    if value is not True and value is not False:
        raise _expected("true | false")
    return value


def _days(value: object) -> int:
    if type(value) is not int or value < 0:  # exact: in JSON ``true`` must not pass for a day
        raise _expected("0, 1, 2 …")
    return value


def _minor_units(value: object) -> int:
    if type(value) is not str:
        raise _Wrong("CASE_AMOUNT_NOT_TEXT")
    try:
        return Money.parse(value).minor
    except BadInput as error:
        raise _Wrong(f"CASE_{error.code}") from None


def _currency(value: object) -> str:
    if type(value) is not str or value not in CURRENCIES:
        raise _expected('ISO 4217, "CNY" | "HKD" | "USD" …')
    return value


_grade = _word(RiskTolerance, by_name=True)
_CASE: Fields = {
    "on": _date,
    "adviser": None,
    "client": None,
    "product": None,
    "request": None,
    "witness": None,
}
_CASE_WITHOUT_DAY: Fields = {key: check for key, check in _CASE.items() if key != "on"}
_ADVISER: Fields = {"certificate": None}
_CERTIFICATE: Fields = {"valid_from": _date, "valid_until": _date}
_CLIENT: Fields = {"born": _or_null(_date), "guardian": None, "assessment": None}
_GUARDIAN: Fields = {
    "present": _yes_or_no,
    "proof": _or_null(_word(GuardianProof)),
    "copied": _yes_or_no,
}


class _State(Enum):
    passed = "passed"
    failed = "failed"


_PASSED: Fields = {"taken": _date, "state": _word(_State), "grade": _or_null(_grade)}
_FAILED: Fields = {"taken": _date, "state": _word(_State)}
_PRODUCT: Fields = {
    "regime": _word(Regime),
    "grade": _word(ProductRisk, by_name=True),
    "capital_protecting": _yes_or_no,
    "pays_back_days": _days,
}
_REQUEST: Fields = {
    "asked_by": _word(AskedBy),
    "amount": _minor_units,
    "currency": _currency,
    "funds": None,
}
_FUNDS: Fields = {"purpose": _word(Purpose), "needed_by": _or_null(_date)}
_WITNESS: Fields = {"role": _word(WitnessRank, by_name=True)}
_ABSENT: Mapping[str, Any] = {}


def _object(value: object, place: Place, fields: Fields, wrong: list[_Wrong]) -> Mapping[str, Any]:
    if value is _ABSENT:  # what it stands in is wrong or missing already
        return _ABSENT
    if type(value) is not dict:
        _note(wrong, _expected("{ … }"), place)
        return _ABSENT
    try:
        if len(value) == len(fields):
            return {
                key: check(value[key]) if check else value[key] for key, check in fields.items()
            }
    except (KeyError, _Wrong):
        pass  # told below, all of it
    return _object_with_mistakes(value, place, fields, wrong)


def _object_with_mistakes(
    value: dict[str, Any], place: Place, fields: Fields, wrong: list[_Wrong]
) -> Mapping[str, Any]:
    _note_keys(value, place, fields, wrong)
    read = {}
    for key, check in fields.items():
        if key in value:
            try:
                read[key] = check(value[key]) if check else value[key]
            except _Wrong as found:
                _note(wrong, found, (*place, key))
    return read


def _note(wrong: list[_Wrong], found: _Wrong, place: Place) -> None:
    found.place = place
    wrong.append(found)


def _note_keys(value: dict[str, Any], place: Place, fields: Fields, wrong: list[_Wrong]) -> None:
    for key in fields:
        if key not in value:
            _note(wrong, _Wrong("KEY_MISSING"), (*place, key))
    unknown = (key for key in value if key not in fields)
    for key in islice(unknown, _MOST_UNKNOWN):
        _note(wrong, _Wrong("KEY_UNKNOWN"), (*place, key))


def _nullable(
    value: object, place: Place, fields: Fields, wrong: list[_Wrong]
) -> Mapping[str, Any] | None:
    return None if value is None else _object(value, place, fields, wrong)


def _purchase(value: object, on: date | None, wrong: list[_Wrong]) -> Purchase | None:
    fields = _CASE
    if on is not None and type(value) is dict and "on" not in value:
        fields = _CASE_WITHOUT_DAY
    case = _object(value, (), fields, wrong)
    day = case.get("on", on)
    if on is not None and day != on and "on" in case:
        _note(wrong, _Wrong("CASE_DAY_DIFFERS", day=on.isoformat()), ("on",))
    certificate = _certificate(case.get("adviser", _ABSENT), wrong)
    born, guardian, assessment = _client(case.get("client", _ABSENT), day, wrong)
    product = _object(case.get("product", _ABSENT), ("product",), _PRODUCT, wrong)
    request = _object(case.get("request", _ABSENT), ("request",), _REQUEST, wrong)
    funds = _object(request.get("funds", _ABSENT), ("request", "funds"), _FUNDS, wrong)
    witness = _nullable(case.get("witness", _ABSENT), ("witness",), _WITNESS, wrong)
    if wrong:
        return None
    return Purchase(
        on=case.get("on", on),
        certificate=certificate,
        client_born=born,
        guardian=guardian,
        assessment=assessment,
        regime=product["regime"],
        product_risk=product["grade"],
        capital_protecting=product["capital_protecting"],
        pays_back_days=product["pays_back_days"],
        asked_by=request["asked_by"],
        amount=Money(request["amount"], request["currency"]),
        purpose=funds["purpose"],
        needed_by=funds["needed_by"],
        witness=None if witness is None else witness["role"],
    )


def _certificate(value: object, wrong: list[_Wrong]) -> Certificate | None:
    adviser = _object(value, ("adviser",), _ADVISER, wrong)
    place = ("adviser", "certificate")
    days = _nullable(adviser.get("certificate", _ABSENT), place, _CERTIFICATE, wrong)
    return Certificate(**days) if days and len(days) == len(_CERTIFICATE) else None


def _client(
    value: object, day: date | None, wrong: list[_Wrong]
) -> tuple[date | None, Guardian | None, Assessment | None]:
    client = _object(value, ("client",), _CLIENT, wrong)
    born = client.get("born")
    if born is not None and day is not None and born > day:
        _note(wrong, _Wrong("CASE_BORN_AFTER", day=day.isoformat()), ("client", "born"))
    place = ("client", "guardian")
    shown = _nullable(client.get("guardian", _ABSENT), place, _GUARDIAN, wrong)
    guardian = Guardian(**shown) if shown and len(shown) == len(_GUARDIAN) else None
    return born, guardian, _assessment(client.get("assessment", _ABSENT), day, wrong)


def _assessment(value: Any, day: date | None, wrong: list[_Wrong]) -> Assessment | None:  # noqa: ANN401 - JSON
    if value is None:
        return None
    place = ("client", "assessment")
    # a failed one has no grade: the key may be null or left out
    failed = type(value) is dict and value.get("state") == "failed" and "grade" not in value
    read = _object(value, place, _FAILED if failed else _PASSED, wrong)
    taken, state, grade = read.get("taken"), read.get("state"), read.get("grade")
    if taken is not None and day is not None and taken > day:
        _note(wrong, _Wrong("CASE_TAKEN_AFTER", day=day.isoformat()), (*place, "taken"))
    if state is _State.failed and grade is not None:
        _note(wrong, _Wrong("CASE_GRADE_OF_FAILED"), (*place, "grade"))
    if state is _State.passed and grade is None and "grade" in read:
        _note(wrong, _Wrong("CASE_GRADE_MISSING"), (*place, "grade"))
    return None if taken is None else Assessment(taken, grade)
