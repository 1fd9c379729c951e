"""The board of today in words: lists of the agenda turned into what the page shows."""

from collections.abc import Mapping
from datetime import date, datetime

from advisor_desk.domain.facts import VISIT_OVER
from advisor_desk.domain.interview import State
from advisor_desk.services.agenda import (
    Expiring,
    Maturing,
    NextContact,
    ReferredTo,
    TodayBoard,
    Unfinished,
    WaitingForPrint,
)
from advisor_desk.services.guardians import GUARDIAN_DISAGREES, GUARDIAN_LEFT
from advisor_desk.services.opening import RULES_REFUSE
from advisor_desk.services.purchase import PROCEDURE_NEEDS_MORE
from advisor_desk.ui.screens.today.state import Case, Line, Mark
from advisor_desk.ui.words import Wording

PROTECTED_FROM, OF_AGE = 65, 18
NAMED_MISSING = 2


def cases_of(board: TodayBoard, words: Wording, papers: Mapping[str, str]) -> tuple[Case, ...]:
    """Return the unfinished interviews: first what can go on now, the newest before the older.

    ``papers``: names of documents by code.
    """
    ordered = sorted(board.unfinished, key=lambda one: _urgency(one, board.day))
    return tuple(_case(one, board.day, words, papers) for one in ordered)


def _urgency(one: Unfinished, day: date) -> int:
    """Rank: under way, agreed for now, paused, waiting for what is not here."""
    if one.state is not State.paused:
        return 0
    if one.reason in {RULES_REFUSE, PROCEDURE_NEEDS_MORE, GUARDIAN_LEFT}:
        return 3
    return 1 if one.comes_back is not None and one.comes_back <= day else 2


def contacts_of(board: TodayBoard, words: Wording) -> tuple[Line, ...]:
    """Return the meetings agreed: those of interviews under way go on with them."""
    under_way = {one.interview for one in board.unfinished}
    return tuple(
        _contact(one, board.day, words, is_under_way=one.interview in under_way)
        for one in board.next_contacts
    )


def due_of(board: TodayBoard, words: Wording) -> tuple[Line, ...]:
    """Return what ends soon: the own certificate, assessments, what clients hold."""
    own = [_certificate(board, words)] if board.certificate_ends else []
    assessments = [_expiring(one, board.day, words) for one in board.expiring]
    return (*own, *assessments, *(_maturing(one, board.day, words) for one in board.maturing))


def printing_of(board: TodayBoard, words: Wording) -> tuple[Line, ...]:
    """Return the sets that have not come out of a printer."""
    return tuple(_waiting(one, words) for one in board.waiting_for_print)


def referred_of(board: TodayBoard, words: Wording) -> tuple[Line, ...]:
    """Return whom this person introduced to whom, the newest first."""
    return tuple(_referred(one, board.day, words) for one in board.referred)


def _referred(one: ReferredTo, day: date, words: Wording) -> Line:
    said = words.say("TODAY_REFERRED_TO", name=one.colleague, day=_spoken(one.on, day, words))
    return Line("users", "ok", "", one.name, said, interview=one.interview)


def _case(one: Unfinished, day: date, words: Wording, papers: Mapping[str, str]) -> Case:
    return Case(
        interview=one.interview,
        name=one.name,
        age=words.say("TOP_AGE", years=one.age) if one.age is not None else "",
        grade=one.grade,
        marks=tuple(_marks(one, day, words)),
        where=_where(one, day, words),
        next=_next(one, words, papers),
        spoken=words.say("TODAY_RESUME_NAMED", client=one.name),
    )


def _marks(one: Unfinished, day: date, words: Wording) -> list[Mark]:
    found = []
    if one.age is not None and one.age >= PROTECTED_FROM:
        found.append(Mark(words.say("TOP_PROTECTED"), "warn", "shield-half"))
    if one.age is not None and one.age < OF_AGE:
        found.append(Mark(words.say("TODAY_MINOR"), "warn", "shield-half"))
    back = one.comes_back
    if back is not None and back < day:
        found.append(Mark(words.say("TODAY_WAS_AGREED", day=_short(back, day, words)), "warn"))
    elif back is not None:
        found.append(Mark(words.say("TODAY_COMES_BACK", day=_spoken(back, day, words)), "info"))
    return found


def _where(one: Unfinished, day: date, words: Wording) -> str:
    facts = {
        "number": one.number,
        "stage": words.say(f"STAGE_{one.stage.name}"),
        "when": _moment(one.since, day, words),
    }
    if one.state is not State.paused:
        return words.say("TODAY_REFER_STANDS_AT" if one.refers else "TODAY_STANDS_AT", **facts)
    code = "TODAY_REFER_PAUSED_AT" if one.refers else "TODAY_PAUSED_AT"
    return words.say(code, **facts, reason=_reason(one, words))


def _reason(one: Unfinished, words: Wording) -> str:
    return words.say(_REASONS[one.reason]) if one.reason in _REASONS else one.reason


_REASONS = {
    VISIT_OVER: "TODAY_REASON_DAY",
    RULES_REFUSE: "TODAY_REASON_RULES",
    PROCEDURE_NEEDS_MORE: "TODAY_REASON_PROCEDURE",
    GUARDIAN_LEFT: "TODAY_REASON_GUARDIAN",
    GUARDIAN_DISAGREES: "TODAY_REASON_DISAGREES",
}
_NEXT_FOR = {RULES_REFUSE: "TODAY_NEXT_RULES", GUARDIAN_LEFT: "TODAY_NEXT_GUARDIAN"}


def _next(one: Unfinished, words: Wording, papers: Mapping[str, str]) -> str:
    """Say what comes first when the interview goes on."""
    if one.reason in _NEXT_FOR and not one.refers:
        return words.say(_NEXT_FOR[one.reason])
    if one.reason == PROCEDURE_NEEDS_MORE and not one.refers:
        needed = [papers.get(code, code) for code in one.documents]
        if not needed:
            return words.say("TODAY_NEXT_PROCEDURE")
        return words.say("TODAY_NEXT_PAPERS", papers=_listed(needed, words))
    if not one.missing:
        return words.say("TODAY_NEXT_NOTHING")
    missing = _listed([words.say(f"MISSING_{code}") for code in one.missing], words)
    if one.state is State.paused:
        return words.say("TODAY_NEXT_AGAIN", missing=missing)
    return words.say("NAV_STILL_MISSING", missing=missing)


def _listed(parts: list[str], words: Wording) -> str:
    named = words.say("LIST_COMMA").join(parts[:NAMED_MISSING])
    more = len(parts) - NAMED_MISSING
    return words.say("TODAY_AND_MORE", named=named, more=more) if more > 0 else named


def _contact(one: NextContact, day: date, words: Wording, *, is_under_way: bool) -> Line:
    late = one.on < day
    code = "TODAY_CONTACT_LATE" if late else "TODAY_CONTACT_AGREED"
    if is_under_way:
        code = "TODAY_CONTACT_GOES_ON"
    return Line(
        icon="",
        tone="warn" if late else "primary",
        lead=_spoken(one.on, day, words),
        first=one.name,
        second=words.say(code),
        client=one.client,
        interview=one.interview if is_under_way else "",
    )


def _expiring(one: Expiring, day: date, words: Wording) -> Line:
    left = (one.valid_until - day).days
    said = words.say("TODAY_ASSESSMENT_ENDS", day=words.day(one.valid_until), days=left)
    if left == 0:
        said = words.say("TODAY_ASSESSMENT_LAST_DAY")
    return Line("scale", "warn" if left <= 7 else "ink_2", "", one.name, said, one.client)


def _certificate(board: TodayBoard, words: Wording) -> Line:
    ends = board.certificate_ends or board.day
    said = words.say("TODAY_CERTIFICATE_ENDS", day=words.day(ends), days=(ends - board.day).days)
    return Line("certificate", "warn", "", words.say("TODAY_OWN_CERTIFICATE"), said)


def _maturing(one: Maturing, day: date, words: Wording) -> Line:
    said = words.say("TODAY_MATURES", product=one.product, day=_spoken(one.on, day, words))
    return Line("wallet", "ink_2", "", one.name, said, one.client)


def _waiting(one: WaitingForPrint, words: Wording) -> Line:
    code = f"TODAY_PRINT_{'STUCK' if one.cause else 'NOT_SENT'}"
    said = words.say(code, number=one.number, pages=one.pages)
    tone = "warn" if one.cause else "ink_2"
    return Line("printer", tone, "", one.name, said, interview=one.interview)


def _moment(moment: datetime, day: date, words: Wording) -> str:
    """Return the time of today, else the day with its time."""
    if moment.date() == day:
        return words.clock(moment)
    return f"{_short(moment.date(), day, words)} {words.clock(moment)}"


def _short(one: date, day: date, words: Wording) -> str:
    """Return the day as it is spoken; with its year where it is another one."""
    return words.long_day(one) if one.year == day.year else words.day(one)


def _spoken(one: date, day: date, words: Wording) -> str:
    away = (one - day).days
    if away == 0:
        return words.say("TODAY_IS_TODAY")
    return words.say("TODAY_IS_TOMORROW") if away == 1 else _short(one, day, words)
