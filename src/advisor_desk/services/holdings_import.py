"""What a client holds elsewhere, out of a file: added to what is recorded of the portfolio.

Taken in with one act of the interview, which can be undone like any other. Every currency that is
one may be held; amounts of different currencies are never added up.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from advisor_desk.domain.assessment_events import Holding
from advisor_desk.domain.currencies import CURRENCIES
from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.interview import InterviewId
from advisor_desk.domain.money import Money
from advisor_desk.domain.product import AssetClass
from advisor_desk.domain.text import half_wide
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.catalogue import Catalogue
from advisor_desk.packs.columns import known_columns, meant
from advisor_desk.packs.delimited import Delimited, Row
from advisor_desk.packs.typed_amounts import amount_as_typed
from advisor_desk.packs.typed_days import day_as_typed
from advisor_desk.services.importing import (
    Columns,
    Fault,
    Fits,
    Outcome,
    Preview,
    SeenRow,
    fault_of,
    guessed_columns,
    keep_columns,
    kept_columns,
    passes,
    require_columns,
    spoiled,
    values_of,
    without_midnight,
)
from advisor_desk.services.interview_room import InterviewRoom
from advisor_desk.services.portfolio import Portfolio, checked_holding

HOLDINGS = "holdings"
FIELDS = ("name", "product", "amount", "currency", "risk", "asset_class", "as_of", "matures_on")
NEEDED = ("name", "amount")
YUAN = "CNY"
_SYMBOLS = {"¥": YUAN, "€": "EUR", "£": "GBP", "HK$": "HKD", "US$": "USD", "NT$": "TWD"}
_WORDS = r"[^\d.,()\-+万萬亿億]*"  # beside the figures, but no sign and no multiple of them
_AMOUNT = re.compile(rf"(?P<before>{_WORDS})(?P<figures>[\d.,]*\d)(?P<after>{_WORDS})", re.ASCII)
_NONE = frozenset({"", "-", "--", "/", "无", "無", "none", "n/a"})  # a grade that is none


class HoldingsImport:
    """Holdings of one client read from a file, in the portfolio's step."""

    def __init__(self, room: InterviewRoom, portfolio: Portfolio) -> None:
        self._room = room
        self._portfolio = portfolio

    def columns(self, table: Delimited) -> dict[str, int]:
        """Return which column holds which field: as kept, else as headings and content say."""
        kept = kept_columns(self._room, HOLDINGS, table)
        if kept is not None:
            return kept
        return guessed_columns(table, known_columns().holding, _FITTING)

    def preview(
        self, interview: InterviewId, table: Delimited, columns: Columns
    ) -> Preview[Holding]:
        """Return what would become of each row; what is recorded already is known."""
        missing = tuple(field for field in NEEDED if field not in columns)
        if missing:
            rows: tuple[SeenRow[Holding], ...] = tuple(
                SeenRow(row.line, values_of(row, columns), Outcome.open) for row in table.rows
            )
            return Preview(rows, missing)
        held = self._room.facts(interview).holdings or ()
        day = self._room.today()
        lines: dict[Holding, int] = dict.fromkeys(held, 0)
        return Preview(
            tuple(_seen(row, columns, day.day, day.catalogue, lines) for row in table.rows), ()
        )

    def take(self, interview: InterviewId, table: Delimited, columns: Columns) -> int:
        """Record what is held, these rows added; return how many they are.

        Raises:
            BadInput: ``COLUMN_MISSING``, ``LIST_NOTHING_NEW``, or as ``record_holdings``.
        """
        require_columns(columns, NEEDED)
        found = self.preview(interview, table, columns).items()
        if not found:
            raise BadInput("LIST_NOTHING_NEW", file=table.file)
        is_changed = self.columns(table) != columns
        held = self._room.facts(interview).holdings or ()
        self._portfolio.record_holdings(interview, (*held, *found))
        if is_changed:
            with self._room.desk.book.work(self._room.desk.me.staff_no) as work:
                keep_columns(work, HOLDINGS, table, columns)
        return len(found)


def _seen(
    row: Row, columns: Columns, today: date, catalogue: Catalogue, lines: dict[Holding, int]
) -> SeenRow[Holding]:
    values = values_of(row, columns)
    unusable = fault_of(row, columns)
    if unusable is not None:
        return SeenRow(row.line, values, Outcome.refused, (unusable,))
    wrong: dict[str, Fault] = {}
    holding = _checked(_read(values, today, catalogue, wrong), today, catalogue, wrong)
    if "currency" in wrong and not values.get("currency"):  # it stands beside the amount
        wrong.setdefault("amount", replace(wrong.pop("currency"), field="amount"))
    if not wrong:
        before = lines.setdefault(holding, row.line)
        if before == 0:
            return SeenRow(row.line, values, Outcome.known)
        if before != row.line:
            wrong[""] = Fault("", BadInput("ROW_AGAIN", line=before))
    if wrong:
        ordered = (*(wrong[one] for one in ("", *FIELDS) if one in wrong),)
        return SeenRow(row.line, values, Outcome.refused, ordered)
    return SeenRow(row.line, values, Outcome.new, (), holding)


def _read(
    values: Mapping[str, str], today: date, catalogue: Catalogue, wrong: dict[str, Fault]
) -> Holding:
    """Return a row as a holding, and put down what its cells do not say."""
    for field, text in values.items():
        spoils = spoiled(field, text, is_words=field == "name")
        if spoils is not None:
            wrong[field] = spoils
    words = known_columns()
    risk = _word(values, "risk", words.risk, wrong)
    kind = _word(values, "asset_class", words.asset_class, wrong)
    product = _ours(catalogue, values.get("product", ""), values["name"])
    if product is not None:
        ours = catalogue.product(product)
        _agrees(values, "risk", risk, ours.risk.name, product, wrong)
        _agrees(values, "asset_class", kind, ours.asset_class.name, product, wrong)
    return Holding(
        name=values["name"],
        amount=_amount(values["amount"], values.get("currency", ""), wrong),
        risk=ProductRisk[risk] if risk else None,
        as_of=_day(values, "as_of", wrong) or today,
        asset_class=AssetClass[kind] if kind else AssetClass.other,
        product=product,
        matures_on=_day(values, "matures_on", wrong),
    )


def _checked(read: Holding, today: date, catalogue: Catalogue, wrong: dict[str, Fault]) -> Holding:
    """Return the holding as it would be recorded; the checks are asked until none refuses."""
    sound: dict[str, dict[str, object]] = {
        "name": {"name": "x"},
        "amount": {"amount": Money(1)},
        "as_of": {"as_of": min(today, read.matures_on or today)},
        "matures_on": {"matures_on": None},
        "currency": {"product": None},
        "risk": {"risk": None},
    }
    for _ in range(len(sound) + 1):
        try:
            return checked_holding(read, today, catalogue)
        except BadInput as refused:
            field = refused.facts["field"]
            wrong.setdefault(field, Fault(field, refused))
            read = replace(read, **sound[field])  # type: ignore[arg-type]
    return read


def _agrees(
    values: Mapping[str, str],
    field: str,
    said: str | None,
    ours: str,
    product: str,
    wrong: dict[str, Fault],
) -> None:
    """Let no cell say of a product of ours what it is not: perhaps its code is wrong."""
    if said not in {None, ours, AssetClass.other.name}:
        differs = BadInput("CELL_NOT_OURS", text=values[field], product=product)
        wrong.setdefault(field, Fault(field, differs))


def _ours(catalogue: Catalogue, code: str, name: str) -> str | None:
    """Return the code of a product of ours, by code or by its name in any language."""
    wanted, named = code.casefold(), name.strip().casefold()
    for ours, listed in catalogue.listed.items():
        names = {one.name.casefold() for one in listed.by_language.values()}
        if wanted == ours.casefold() or (not wanted and named in names):
            return ours
    return None


def _word(
    values: Mapping[str, str],
    field: str,
    names: Mapping[str, tuple[str, ...]],
    wrong: dict[str, Fault],
) -> str | None:
    text = values.get(field, "")
    if text.casefold() in _NONE:
        return None
    key = meant(text, names)
    if key is None:
        known = ", ".join(one[0] for one in names.values())
        wrong.setdefault(field, Fault(field, BadInput("CELL_WORD", text=text, known=known)))
    return key


def _day(values: Mapping[str, str], field: str, wrong: dict[str, Fault]) -> date | None:
    text = values.get(field, "")
    day = day_as_typed(without_midnight(text)) if text else None
    if text and day is None:
        wrong.setdefault(field, Fault(field, BadInput("CELL_DAY", text=text)))
    return day


def _amount(text: str, named: str, wrong: dict[str, Fault]) -> Money:
    """Return an amount; its currency may stand beside it, in a column of its own, or nowhere."""
    found = _AMOUNT.fullmatch(half_wide(text).replace("。", "."))
    figures = amount_as_typed(found["figures"]) if found else text
    beside = [one for one in (found["before"], found["after"]) if one.strip()] if found else []
    said = {one: _currency(one) for one in (*beside, *([named] if named else []))}
    for word, currency in said.items():
        if currency is None:
            field = "currency" if word == named else "amount"
            wrong.setdefault(field, Fault(field, BadInput("CELL_CURRENCY", text=word.strip())))
    currencies = {one for one in said.values() if one is not None}
    if len(currencies) > 1:
        wrong.setdefault("currency", Fault("currency", BadInput("CELL_CURRENCIES", text=text)))
    try:
        return Money.parse(figures, min(currencies, default=YUAN))
    except BadInput as refused:
        wrong.setdefault("amount", Fault("amount", refused))
        return Money(1)


def _currency(word: str) -> str | None:
    plain = half_wide(word).upper()
    if plain in CURRENCIES:
        return plain
    return _SYMBOLS.get(plain) or meant(plain, known_columns().currency)


def _reads_as_money(cell: str) -> bool:
    wrong: dict[str, Fault] = {}
    _amount(cell, "", wrong)
    return not wrong


# The narrowest first. Of two columns of days the first is that of the amounts.
_FITTING: Mapping[str, Fits] = {
    "currency": passes(_currency),
    "risk": lambda cell: meant(cell, known_columns().risk) is not None,
    "asset_class": lambda cell: meant(cell, known_columns().asset_class) is not None,
    "as_of": lambda cell: day_as_typed(without_midnight(cell)) is not None,
    "matures_on": lambda cell: day_as_typed(without_midnight(cell)) is not None,
    "amount": _reads_as_money,
    "name": lambda cell: len(cell) > 1 and not cell.isdigit(),
}
