"""Two ways of writing one name are one; two names are two."""

import pytest

from advisor_desk.services.namesakes import is_namesake


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("林国华", "林國華"),
        ("钱锺书", "錢鍾書"),
        ("钱钟书", "錢鍾書"),
        ("范于余", "範於餘"),
        ("趙乾隆", "赵乾隆"),
        ("阿依古丽·买买提", "阿依古麗买买提"),
        ("阿依古丽・买买提", "阿依古丽‧買買提"),
        ("Ｃｈａｎ Tai-man", "CHAN Taiman"),
        ("金\u2f00", "金一"),
        ("葛\U000e0100城", "葛城"),
        (" 王 敏（虛構）", "王敏(虚构)"),
        ("王敏", "王敏（虚构）"),
        ("林國華 先生", "林国华"),
        ("林國華先生（代）", "林国华[虚构]"),
        ("王敏经理", "王敏女士"),
        ("Mr. Chan Tai Man", "CHAN Tai-man"),
        ("Chan Tai Man, Mr", "Ms Chan Tai Man"),
    ],
)
def test_one_name_in_two_ways_is_one(one: str, other: str) -> None:
    assert is_namesake(one, other)
    assert is_namesake(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("林国华", "林國花"),
        ("林國華", "林華國"),
        ("林國華", "林國"),
        ("張芸", "張藝"),
        ("王敏", "汪敏"),
        ("（王敏）", "（汪敏）"),
        ("先生", "女士"),
        ("Msimang", "Imang"),
        ("Chan Tai Man", "Chan Tai Ming"),
    ],
)
def test_other_names_stay_others(one: str, other: str) -> None:
    assert not is_namesake(one, other)
