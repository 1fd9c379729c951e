"""No promise beyond the terms is written down; honest warnings stay writable. Clause: S29."""

import pytest

from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.phrase_guard import guarded_text


@pytest.mark.parametrize(
    "text",
    [
        "這個保本的",
        "保 本",
        "保證收益 4%",
        "稳赚",
        "returns are GUARANTEED",
        "risk free",
        "這是非保本的，但其實保本",
        "一定賺錢",
    ],
)
def test_a_promise_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="PHRASE_NOT_ALLOWED") as refusal:
        guarded_text(text, "words")
    assert refusal.value.clause == "S29"
    assert refusal.value.facts["field"] == "words"


@pytest.mark.parametrize(
    "text",
    [
        "這是非保本產品",
        "产品不保本",
        "收益並非保證",
        "not guaranteed",
        "並非絕對安全",
        "不一定賺",
        "比較基準只是衡量尺度",
    ],
)
def test_an_honest_warning_is_let_through(text: str) -> None:
    assert guarded_text(text, "words") == text
