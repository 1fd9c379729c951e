"""No promise beyond the terms is written down; honest warnings stay writable. Clause: S29."""

import pytest

from advisor_desk.domain.languages import Language
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.phrase_guard import advice_free, guarded_text
from advisor_desk.packs.wording import trouble_text

PROMISES = [
    "這個保本的",
    "保證收益 4%",
    "保证收益 4%",
    "稳赚",
    "穩賺不賠",
    "只賺不賠",
    "絕對不會虧",
    "沒有風險",
    "零风险",
    "一定賺錢",
    "保證本金安全",
    "承諾收益五個點",
    "跟存款一樣",
    "和存款一样安全",
    "剛性兌付",
    "returns are GUARANTEED",
    "we guarantee your money",
    "risk free",
    "There is no risk at all",
    "you cannot lose",
    "You can't lose",
    "It is as safe as a deposit",
    "the same as a deposit",
    "本產品保證年化4%，本金有保證，到期一定還本",
    "本产品保证年化4%",
    "本金有保证",
    "到期一定还本",
    "保證4%",
    "保证3.5%收益",
    "本金絕對不會少",
    "本金绝对不会少",
    "收益有保證",
    "收益有保证",
    "我擔保本金",
    "我担保本金不会少",
    "這是保本型產品",
    "这是保本型产品",
    "不可能虧",
    "不可能亏",
    "必漲",
    "必涨",
    "剛兌",
    "刚兑",
    "保底收益",
    "0風險",
    "0风险",
    "毫無風險",
    "百分之百安全",
    "I guarantee you 4 percent",
    "we promise 4%",
    "You will not lose",
    "you won’t lose",
    "It is just like a deposit",
    "you can’t lose",
    "This is 100% safe",
    "Your principal is safe",
    "an assured return",
    "assured returns",
    "It is riskless",
    "without risk",
]
DRESSED_UP = [
    "保 本",
    "保　本",
    "保-本",
    "保·本",
    "保「本」",
    "保*本",
    "保、本",
    "保1本",
    "稳賺",
    "保證 收 益",
    "ｇｕａｒａｎｔｅｅｄ",
    "guaran teed",
    "guaran-teed",
    "g u a r a n t e e d",
    "g.u.a.r.a.n.t.e.e.d",
    "guáranteed",
    "guаrаnteed",
    "RISK-FREE",
    "risk  free",
    "這是非保本的，但其實保本",
    "not guaranteed by them, guaranteed by me",
]
HONEST = [
    "We promise nothing",
    "It is not like a deposit",
    "這是非保本產品",
    "产品不保本",
    "非 保本",
    "保本型存款到期",
    "收益並非保證",
    "不保證收益，也不保證本金",
    "由第三方擔保，本行不承擔",
    "not guaranteed",
    "The return is not a guaranteed one",
    "並非絕對安全",
    "不一定賺",
    "說明了會不會虧",
    "問：有沒有風險？答：有。",
    "比較基準只是衡量尺度",
    "the risk-free rate fell",
    "The answer was no. Risk was explained next.",
    "a volcano risk",
    "It is not the same as a deposit",
    "客戶說：沒有。風險已說明。",
    "沒有風險的產品不存在",
    "没有风险的产品不存在",
    "零風險是誤解",
    "零风险是误解",
    "客戶以為沒有風險，已更正",
    "客户以为没有风险，已更正",
    "不會虧待",
    "不会亏待客户",
    "不能保證4%",
    "存款2026-11-20風險揭示已讀",
    "等级10风险已说明",
    "由第三方擔保本行不承擔",
    "客户希望保本，已说明没有这种产品",
    "There is no such thing as no risk",
    "Nothing is guaranteed",
    "The return isn’t guaranteed",
    "I cannot guarantee anything",
    "No product is without risk",
    "no risky products wanted",
]


@pytest.mark.parametrize("text", PROMISES + DRESSED_UP)
def test_a_promise_is_refused_however_it_is_dressed(text: str) -> None:
    with pytest.raises(BadInput, match="PHRASE_NOT_ALLOWED") as refusal:
        guarded_text(text, "words")
    assert refusal.value.clause == "S29"
    assert refusal.value.facts["field"] == "words"
    for language in Language:
        assert refusal.value.facts["phrase"] in trouble_text(refusal.value, language)


@pytest.mark.parametrize("text", HONEST)
def test_an_honest_warning_is_let_through(text: str) -> None:
    assert guarded_text(text, "words") == text


@pytest.mark.parametrize(
    "text",
    ["推薦穩健 30 天", "这款最适合他", "建議購買基金", "I recommend the fund", "She should buy R2"],
)
def test_an_introduction_gives_no_advice(text: str) -> None:
    with pytest.raises(BadInput, match="ADVICE_NOT_ALLOWED") as refusal:
        advice_free(text, "topic", longest=200)
    assert refusal.value.clause == "S24"
    for language in Language:
        assert str(refusal.value.facts["phrase"]) in trouble_text(refusal.value, language)
    assert guarded_text(text, "words") == text  # who may advise writes it


@pytest.mark.parametrize("text", ["未推薦任何產品", "想談到期的存款", "hopes to hear about funds"])
def test_what_the_client_would_like_to_talk_about_is_no_advice(text: str) -> None:
    assert advice_free(text, "topic", longest=200) == text
