"""The shipped packs: sound, in force from their day, and one place for each number."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.packs.cases import TODAY

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.languages import Language
from advisor_desk.domain.people import WitnessRank
from advisor_desk.domain.product import Regime
from advisor_desk.domain.suitability import document_named
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.clauses import clauses
from advisor_desk.packs.pack_cases import check_pack
from advisor_desk.packs.rule_packs import checked_ids, editions, pack_ids, packs_in_force

FILES = sorted((data_folder("resources") / "packs").glob("*/*.toml"))
ALL = packs_in_force(pack_ids(), TODAY)
BANK, CN_2026, CN_FUNDS = ALL
FIRST_DAYS = {"bank-procedure": "2000-01-01", "cn-2026": "2026-02-01", "cn-funds": "2017-07-01"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_a_shipped_pack_and_its_cases_hold(path: Path) -> None:
    sound = check_pack(path)
    assert sound.cases >= 15
    assert sound.pack == editions(path.parent.name)[0]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_each_rule_of_a_pack_decides_one_of_its_cases(path: Path) -> None:
    pack = check_pack(path).pack
    told = "\n".join(file.read_text() for file in (path.parent / "cases").glob("*.toml"))
    codes = {reason.code for reason in pack.reasons.values()} - pack.documents.keys()
    duties = {"ELDER_SECOND_WARNING", "OVER_RISK_ROUTE", "OVER_RISK_CONFIRMED"}
    assert {code for code in codes - duties if code not in told} == set()
    assert {code for code in pack.documents if code not in told} == set()


@pytest.mark.parametrize("pack", pack_ids())
def test_a_pack_is_in_force_from_its_first_day_on(pack: str) -> None:
    first = date.fromisoformat(FIRST_DAYS[pack])
    assert packs_in_force([pack], first)[0].effective == first
    with pytest.raises(BadInput, match="PACK_NOT_IN_FORCE") as refused:
        packs_in_force([pack], first - timedelta(days=1))
    assert refused.value.facts["first"] == FIRST_DAYS[pack]


def test_a_pack_nobody_knows_is_refused() -> None:
    with pytest.raises(BadInput, match="PACK_UNKNOWN"):
        checked_ids(["bank-procedure", "cn-2027"])


def test_the_bank_s_own_procedure_comes_first() -> None:
    assert pack_ids() == ("bank-procedure", "cn-2026", "cn-funds")


def test_the_packs_cover_the_regimes_of_their_measures() -> None:
    assert BANK.regimes == frozenset(Regime)
    assert CN_2026.regimes == frozenset(Regime) - {Regime.securities_fund}
    assert CN_FUNDS.regimes == {Regime.securities_fund}


def test_the_numbers_stand_in_the_packs() -> None:
    bank = BANK.parameters
    assert (bank.adult_age, bank.elder_age) == (18, 65)
    assert bank.high_risk_floor is ProductRisk.R4
    assert bank.lowest_witness is WitnessRank.branch_retail_head
    assert {pack.parameters.assessment_valid_months for pack in ALL} == {12}
    for pack in (BANK, CN_2026):
        limits = pack.parameters
        assert (limits.assessments_a_day, limits.assessments_in_window) == (2, 8)
        assert limits.assessment_window_months == 12
    assert CN_2026.parameters.civil_capacity_age == 8
    assert CN_2026.parameters.records_kept_years == 5


def test_the_copied_statement_is_the_notice_s_own_in_both_scripts() -> None:
    assert BANK.statement is not None
    assert BANK.statement.zh_CN == "本人已经阅读风险揭示，愿意承担投资风险"
    assert BANK.statement.zh_TW == "本人已經閱讀風險揭示，願意承擔投資風險"


@pytest.mark.parametrize("language", Language)
def test_every_reason_and_document_has_words(language: Language) -> None:
    for pack in ALL:
        for reason in pack.reasons.values():
            assert reason.say.in_language(language)
            assert reason.client.in_language(language)
            assert reason.clause in clauses()
        for code in pack.documents:
            assert document_named(ALL, code).name.in_language(language)


def test_client_words_are_calm() -> None:
    for pack in ALL:
        for reason in pack.reasons.values():
            for text in reason.client.all().values():
                assert "!" not in text
                assert "！" not in text
                assert not any(grade in text for grade in ("R1", "R3", "R4", "R5", "A1"))


SIMPLIFIED_ONLY = set(
    "这为个们产风险见证监护评级买卖说请让经过后还应该选择资金钱岁满发书写复签处动记录时间约适选样"
)
TRADITIONAL_ONLY = set(
    "這為個們產風險見證監護評級買賣說請讓經過後還應該選擇資金錢歲滿發書寫複簽處動記錄時間約適選樣"
)


def test_each_script_keeps_to_its_own_characters() -> None:
    simplified = SIMPLIFIED_ONLY - TRADITIONAL_ONLY
    traditional = TRADITIONAL_ONLY - SIMPLIFIED_ONLY
    for pack in ALL:
        words = [one.say for one in pack.reasons.values()]
        words += [one.client for one in pack.reasons.values()]
        words += [one.change for one in pack.reasons.values() if one.change]
        words += [one.name for one in pack.documents.values()]
        words += [pack.name, pack.issuer, pack.interpreter]
        for one in words:
            assert not set(one.zh_CN) & traditional, one.zh_CN
            assert not set(one.zh_TW) & simplified, one.zh_TW


def test_clauses_have_words_in_each_script() -> None:
    for one in clauses().values():
        assert all(one.text.all().values())
    assert {f"S{number}" for number in range(1, 68)} <= clauses().keys()
