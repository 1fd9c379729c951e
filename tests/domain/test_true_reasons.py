"""For every product a client may not have: each reason is true, said, and what would change it.

The bar of the issue, over every product of the shelf and clients of every kind.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import combinations
from itertools import product as every

import pytest
from tests.domain.every_case import (
    CLAIMED,
    DAYS,
    HERE,
    TODAY,
    TRUE,
    age,
    clients,
    unlike,
)

from advisor_desk.domain import what_would_help as helping
from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.domain.languages import Language
from advisor_desk.domain.people import WitnessRank
from advisor_desk.domain.product import Purpose, Regime
from advisor_desk.domain.suitability import (
    AskedBy,
    Assessment,
    Decision,
    Purchase,
    RulePack,
    judge,
)
from advisor_desk.domain.what_would_help import Change, Help, Helps, what_would_help
from advisor_desk.packs.rule_packs import pack_ids, packs_in_force

ALL = packs_in_force(pack_ids(), TODAY)
BANK_ALONE = tuple(pack for pack in ALL if pack.id == "bank-procedure")
PACKS = {"every pack": ALL, "the bank's alone": BANK_ALONE}
MONEY = (Purpose.ordinary, Purpose.pension)
Told = tuple[Purchase, Decision, Helps]


def judged(
    packs: tuple[RulePack, ...], purposes: tuple[Purpose, ...] = tuple(Purpose)
) -> Iterator[tuple[Purchase, Decision]]:
    for client in clients(purposes):
        for _, case in unlike(client):
            yield case, judge(packs, case)


@pytest.fixture(scope="module")
def told() -> list[Told]:
    """Every case with its answer and what would help; asked once.

    The ways out of one case lead to purchases that another was led to: each is judged once.
    """
    answer = cache(lambda case: judge(ALL, case))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(helping, "judge", lambda _, case: answer(case))
        return [(case, found, what_would_help(ALL, case)) for case, found in judged(ALL, MONEY)]


@pytest.mark.parametrize("packs", PACKS.values(), ids=PACKS)
def test_every_reason_is_true_and_none_that_is_true_is_left_out(
    packs: tuple[RulePack, ...],
) -> None:
    covering = {pack.id: pack.regimes for pack in packs}
    wrong, met = [], set()
    for case, decision in judged(packs):
        told = {(one.pack, one.code) for one in decision.reasons}
        holds = {
            (pack, code)
            for pack, states in TRUE.items()
            if pack in covering and case.regime in covering[pack]
            for code, state in states.items()
            if state(case)
        }
        met |= told
        if told != holds:
            wrong.append((case, told ^ holds))
    assert wrong == []
    written = {(pack, code) for pack in covering for code in TRUE[pack]}
    assert met == written  # every reason was met: none was held true by being left out


@pytest.mark.parametrize("packs", PACKS.values(), ids=PACKS)
def test_every_reason_is_said_to_both_in_every_language(packs: tuple[RulePack, ...]) -> None:
    reasons = {one for _, decision in judged(packs, MONEY) for one in decision.reasons}
    for one in reasons:
        for language in Language:
            adviser, client = one.say.in_language(language), one.client.in_language(language)
            assert adviser.strip(), (one.code, language)
            assert client.strip(), (one.code, language)
            assert adviser != client, (one.code, language)
            assert one.code not in client, (one.code, language)


def test_what_a_reason_says_would_change_it_does() -> None:
    wrong = []
    for case, decision in judged(ALL):
        for one in decision.reasons:
            claimed = CLAIMED[one.code]
            assert (one.change is None) == (claimed is None), one.code
            if claimed is None:
                continue
            after = judge(ALL, claimed(case))
            if (one.pack, one.code) in {(left.pack, left.code) for left in after.reasons}:
                wrong.append((one.pack, one.code, case))
    assert wrong == []


def _older(case: Purchase, day: date | None) -> Purchase:
    assert case.client_born is not None
    assert day is not None
    years = day.year - case.client_born.year
    back = case.pays_back_days + (day - TODAY).days  # bought on that day
    return replace(case, client_born=date(TODAY.year - years, 1, 1), pays_back_days=back)


def _any_result(case: Purchase, _: date | None) -> list[Purchase]:
    return [replace(case, assessment=Assessment(TODAY, grade)) for grade in RiskTolerance]


# Each change made true, a second time and by hand.
MADE: Mapping[Change, Callable[[Purchase, date | None], list[Purchase]]] = {
    Change.guardian: lambda case, _: [replace(case, guardian=HERE)],
    Change.own_request: lambda case, _: [replace(case, asked_by=AskedBy.client)],
    Change.later_day: lambda case, day: [replace(case, needed_by=day)],
    Change.other_money: lambda case, _: [replace(case, purpose=Purpose.ordinary, needed_by=None)],
    Change.birth_date: lambda case, _: [replace(case, client_born=date(1981, 5, 9))],
    Change.older: lambda case, day: [_older(case, day)],
    Change.assessment: _any_result,
    Change.changed_circumstances: _any_result,
    Change.later_circumstances: _any_result,
    Change.above_grade: lambda case, _: [case],
    Change.second_warning: lambda case, _: [case],
}
STILL_ASKED = {
    Change.above_grade: "SPECIAL_DECLARATION",
    Change.second_warning: "SECOND_RISK_WARNING",
}


def all_together(case: Purchase, way: tuple[Help, ...]) -> list[Purchase]:
    found = [case]
    for one in way:
        found = [changed for before in found for changed in MADE[one.change](before, one.day)]
    return found


def test_every_way_out_leads_out_and_nothing_less_does(told: list[Told]) -> None:
    for case, decision, ways in told:
        assert (ways == ((),)) is not decision.is_refused
        for way in ways:
            answers = [judge(ALL, one) for one in all_together(case, way)]
            allowed = [set(one.documents) for one in answers if not one.is_refused]
            assert allowed, way
            changes = {one.change for one in way}
            for change, document in STILL_ASKED.items():
                assert (change in changes) is (
                    bool(way) and all(document in one for one in allowed)
                )
            made = [one for one in way if one.change not in STILL_ASKED]
            for left_out in made:
                fewer = tuple(one for one in made if one is not left_out)
                assert all(judge(ALL, one).is_refused for one in all_together(case, fewer)), way


def every_honest_case(case: Purchase) -> Iterator[Purchase]:
    """Give the purchase under every set of facts that could honestly be true of it."""
    grades: list[Assessment | None] = [case.assessment]
    grades += [Assessment(TODAY, grade) for grade in RiskTolerance]
    born = [case.client_born]
    if case.client_born is None or age(case.client_born) < 18:
        born += [date(TODAY.year - years, 1, 1) for years in (8, 18)]
    money = [(case.purpose, case.needed_by), (case.purpose, None), (Purpose.ordinary, None)]
    for grade, day, (purpose, needed), asked in every(grades, born, money, AskedBy):
        yield replace(
            case,
            assessment=grade,
            client_born=day,
            guardian=HERE,
            purpose=purpose,
            needed_by=needed,
            asked_by=asked,
            witness=WitnessRank.head_office_retail,
        )


def test_where_nothing_would_help_nothing_honest_does(told: list[Told]) -> None:
    found = 0
    for case, _, ways in told:
        if ways == ():
            found += 1
            assert all(judge(ALL, one).is_refused for one in every_honest_case(case)), case
    assert found > 100


def ways_there_are(case: Purchase) -> set[frozenset[Change]]:
    """Return every smallest set of changes that ends the refusal, found by trying them all."""
    back = TODAY + timedelta(days=case.pays_back_days)
    may = {
        Change.own_request: case.asked_by is AskedBy.adviser,
        Change.later_day: case.needed_by is not None and case.needed_by < back,
        Change.other_money: case.purpose is not Purpose.ordinary or case.needed_by is not None,
        Change.later_circumstances: True,
    }
    open_to = [change for change, is_open in may.items() if is_open]
    found: set[frozenset[Change]] = set()
    for count in range(1, len(open_to) + 1):
        for some in combinations(open_to, count):
            way = tuple(Help(change, back) for change in some)
            ends = any(not judge(ALL, one).is_refused for one in all_together(case, way))
            if ends and not any(less <= set(some) for less in found):
                found.add(frozenset(some))
    return found


def test_every_way_out_of_a_grown_assessed_client_is_told(told: list[Told]) -> None:
    tried = 0
    for case, decision, ways in told:
        grown = case.client_born is not None and age(case.client_born) >= 18
        if decision.is_refused and grown and case.grade(12) is not None:
            tried += 1
            named = {frozenset(one.change for one in way) - set(STILL_ASKED) for way in ways}
            assert named == ways_there_are(case), case
    assert tried > 100


FUND_R4 = {"regime": Regime.securities_fund, "product_risk": ProductRisk.R4, "pays_back_days": 3}
AT_42 = next(one for one in clients() if one.client_born == date(1981, 5, 9))
A3_AT_42 = replace(AT_42, assessment=Assessment(date(2026, 5, 1), RiskTolerance.A3))
LATER = Change.later_circumstances


@pytest.mark.parametrize(
    ("facts", "ways"),
    [
        (  # R3, money for school needed too early, shown by the adviser
            {"product_risk": ProductRisk.R3, "pays_back_days": 180, "needed_by": DAYS[1]},
            [{Change.other_money}, {Change.own_request, Change.later_day}],
        ),
        (  # a fund of R4, asked for by the client
            {**FUND_R4, "asked_by": AskedBy.client},
            [{Change.other_money, Change.above_grade}],
        ),
        (  # bank wealth of R5
            {"product_risk": ProductRisk.R5, "purpose": Purpose.ordinary},
            [{LATER}],
        ),
    ],
)
def test_what_is_said_of_each_reason_that_stands(
    facts: Mapping[str, object], ways: list[set[Change]]
) -> None:
    given = {
        "purpose": Purpose.education,
        "capital_protecting": False,
        "needed_by": None,
        "asked_by": AskedBy.adviser,
    }
    case = replace(A3_AT_42, **{**given, **facts})  # type: ignore[arg-type]
    told = {frozenset(one.change for one in way) for way in what_would_help(ALL, case)}
    assert told == set(map(frozenset, ways))


def test_nobody_is_told_to_answer_again_while_an_assessment_counts(told: list[Told]) -> None:
    answering = {Change.assessment, Change.changed_circumstances}
    for case, _, ways in told:
        if case.grade(12) is not None:
            assert not answering & {one.change for way in ways for one in way}


def test_for_an_elder_nothing_opens_r4_and_only_a_changed_life_what_is_above(
    told: list[Told],
) -> None:
    for _, decision, ways in told:
        reasons = {one.code for one in decision.reasons}
        if "ELDER_R4_BAN" in reasons:
            assert ways == ()
        elif "ELDER_OVER_RISK" in reasons:
            assert all(LATER in {one.change for one in way} for way in ways)


def test_a_birthday_is_named_only_where_it_opens_something(told: list[Told]) -> None:
    named = 0
    for case, _, ways in told:
        for way in ways:
            for one in way:
                if one.change is Change.older:
                    named += 1
                    assert case.client_born is not None
                    assert one.day is not None
                    assert one.day > TODAY
                    years = one.day.year - case.client_born.year
                    assert years in {8, 18}
                    assert age(case.client_born) < years
    assert named > 0


def test_money_needed_before_the_birthday_waits_for_no_birthday() -> None:
    at_16 = replace(
        next(one for one in clients() if one.client_born and age(one.client_born) == 16),
        guardian=HERE,
        assessment=Assessment(TODAY, RiskTolerance.A3),
        regime=Regime.securities_fund,
        product_risk=ProductRisk.R2,
        pays_back_days=7,
        asked_by=AskedBy.client,
        purpose=Purpose.education,
    )
    assert at_16.client_born
    of_age = at_16.client_born.replace(year=at_16.client_born.year + 18)
    older, back = Help(Change.older, of_age), of_age + timedelta(days=7)
    later, other = Help(Change.later_day, back), Help(Change.other_money)
    for needed, wanted in (
        (None, {(older,)}),
        (back, {(older,)}),
        (back - timedelta(days=1), {(older, later), (older, other)}),
    ):
        assert set(what_would_help(ALL, replace(at_16, needed_by=needed))) == wanted


def test_what_was_shown_first_is_never_told_to_be_asked_for(told: list[Told]) -> None:
    too_late = frozenset({Change.own_request})
    for case in [case for case, _, ways in told if (Help(Change.own_request),) in ways]:
        ways = what_would_help(ALL, case, too_late=too_late)
        assert Change.own_request not in {one.change for way in ways for one in way}
