"""The questionnaires that are shipped: their facts, their words, their digests."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.languages import Words
from advisor_desk.domain.questionnaire import Questionnaire
from advisor_desk.domain.scoring import answers_of, score
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.questionnaires import (
    SALE_QUESTIONNAIRE,
    load_questionnaire,
    questionnaire_ids,
)

TODAY = date(2026, 11, 23)
ALL = [load_questionnaire(one, TODAY) for one in questionnaire_ids()]
OWN = load_questionnaire(SALE_QUESTIONNAIRE, TODAY)
FACTORS = {
    "age",
    "finances",
    "experience",
    "purpose",
    "expected_return",
    "preference",
    "liquidity",
    "risk_awareness",
    "loss_tolerance",
}


def texts(questionnaire: Questionnaire) -> Iterator[Words]:
    yield from (questionnaire.title, questionnaire.source)
    for item in questionnaire.items:
        yield from (item.ask, item.help, *(option.say for option in item.options))
    for grade in questionnaire.grades:
        yield from (grade.name, grade.say, *([grade.in_money] if grade.in_money else []))
    yield from (one.say for one in questionnaire.overrides)
    yield from (one.say for one in questionnaire.inconsistencies)


def test_five_questionnaires_are_shipped() -> None:
    assert questionnaire_ids() == (
        "bank-nine-factor",
        "eleven-item",
        "ten-item",
        "thirteen-item",
        "time-risk-matrix",
    )


@pytest.mark.parametrize("questionnaire", ALL, ids=lambda one: one.id)
def test_each_script_is_written_in_its_own_characters(questionnaire: Questionnaire) -> None:
    for words in texts(questionnaire):
        assert fits(words.en, "cp1252"), words.en
        assert fits(words.zh_CN, "gb2312"), words.zh_CN
        assert fits(words.zh_TW, "big5"), words.zh_TW


def fits(text: str, characters: str) -> bool:
    return text.encode(characters, errors="ignore").decode(characters) == text


@pytest.mark.parametrize("questionnaire", ALL, ids=lambda one: one.id)
def test_nothing_in_a_questionnaire_promises_anything(questionnaire: Questionnaire) -> None:
    phrases = (
        "保證收益",
        "保证收益",
        "穩賺",
        "稳赚",
        "guaranteed",
        "risk-free",
        "無風險",
        "无风险",
    )
    for words in texts(questionnaire):
        assert not any(phrase in text for text in words.all().values() for phrase in phrases)


@pytest.mark.parametrize("questionnaire", ALL, ids=lambda one: one.id)
def test_the_digest_is_that_of_the_file(questionnaire: Questionnaire) -> None:
    folder = data_folder("resources") / "questionnaires" / questionnaire.id
    content = (folder / f"{questionnaire.edition}.toml").read_bytes()

    assert questionnaire.sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("questionnaire", ALL, ids=lambda one: one.id)
def test_options_of_an_item_differ_in_every_language(questionnaire: Questionnaire) -> None:
    for item in questionnaire.items:
        for texts_of in zip(*(option.say.all().values() for option in item.options), strict=True):
            assert len(set(texts_of)) == len(texts_of)


def test_our_own_questionnaire_asks_all_nine_factors() -> None:
    assert {item.factor for item in OWN.items} == FACTORS
    assert len(OWN.items) == 14
    assert [(grade.code, grade.label) for grade in OWN.grades] == [
        ("A1", "保守"),
        ("A2", "穩健"),
        ("A3", "平衡"),
        ("A4", "成長"),
        ("A5", "進取"),
    ]


def test_an_item_of_our_own_fits_the_clients_screen_without_scrolling() -> None:
    for item in OWN.items:
        if not item.is_age:
            assert len(item.options) <= 5
            assert all(len(option.say.zh_TW) <= 30 for option in item.options)


def test_our_own_points_run_from_minus_4_to_96() -> None:
    fewest = sum(min(option.points for option in item.options) for item in OWN.items)
    most = sum(max(option.points for option in item.options) for item in OWN.items)

    assert (fewest, most) == (-4, 96)


@pytest.mark.parametrize("questionnaire", [one for one in ALL if one.serves_sale])
def test_each_grade_of_a_sale_says_what_it_means_in_money(questionnaire: Questionnaire) -> None:
    for grade in questionnaire.grades:
        assert grade.example is not None
        assert grade.in_money is not None
        for text in grade.in_money.all().values():
            assert f"{grade.example.bad:,}" in text
            assert f"{10_000 - grade.example.bad:,}" in text


def test_every_answer_to_the_matrix_questionnaire_has_a_grade() -> None:
    matrix = load_questionnaire("time-risk-matrix", TODAY)
    letters = ["".join(option.letter for option in item.options) for item in matrix.items]

    found = {
        score(matrix, answers_of(matrix, "".join(one)), on=TODAY).grade.code
        for one in product(*letters)
    }

    assert found == {grade.code for grade in matrix.grades}


def test_the_edition_in_force_is_the_latest_that_has_started() -> None:
    assert load_questionnaire("ten-item", date(2000, 1, 1)).edition == date(2000, 1, 1)
    with pytest.raises(BadInput, match="QUESTIONNAIRE_NOT_IN_FORCE"):
        load_questionnaire("ten-item", date(1999, 12, 31))


@pytest.mark.parametrize("name", ["", ".", "..", "nine", "TEN-ITEM", "../questionnaires/ten-item"])
def test_an_unknown_questionnaire_is_refused_with_the_known_ones(name: str) -> None:
    with pytest.raises(BadInput, match="QUESTIONNAIRE_UNKNOWN") as refused:
        load_questionnaire(name, TODAY)
    assert "ten-item" in refused.value.facts["known"]


POINTS = json.loads("""{
 "ten-item": [[-2,0,-4,-10],[0,2,6,8,10],[2,4,8,10],[0,2,6,10],[0,2,6,8,10],[0,4,8,10],
   [0,4,6,10],[4,6,8,10],[2,6,10],[-5,5,10,15,20]],
 "eleven-item": [[-2,0,-2,-3,-10],[0,2,6,8,10],[2,4,8,10],[0,2,6,10],[0,2,6,8,10],[0,4,8,10],
   [0,4,6,10],[4,6,8,10],[2,6,10],[-5,0,5,10,15],[-2,0,2,4,5]],
 "thirteen-item": [[4,3,2,1],[1,2,3,4],[1,2,3,4],[1,2,3],[1,2,3],[1,2,3,4],[1,2,3,4],[1,2,3,4],
   [1,3],[1,3],[1,2,3,4],[1,2,3],[1,2,3,4]],
 "time-risk-matrix": [[1,3,7,10],[0,1,4,8],[1,3,7,10],[0,4,8],[3,6,8],[0,2,5,8],[0,3,6,8,10]]
}""")


@pytest.mark.parametrize("name", POINTS)
def test_the_points_of_a_published_instrument_are_the_published_ones(name: str) -> None:
    found = load_questionnaire(name, TODAY)

    assert [[option.points for option in item.options] for item in found.items] == POINTS[name]
