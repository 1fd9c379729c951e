"""Values of invented people for every form, in three languages."""

# ruff: noqa: E501 - a Chinese character counts as two columns

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone

from tests.forms.protection_examples import PROTECTION_FORMS, PROTECTION_TEXTS

from advisor_desk.domain.languages import Language
from advisor_desk.forms.heading import Heading, PackMark
from advisor_desk.forms.values import Value, Values

BRANCH_ZONE = timezone(timedelta(hours=8))
AT = datetime(2026, 11, 23, 14, 38, tzinfo=BRANCH_ZONE)
STATEMENT = "本人已经阅读风险揭示，愿意承担投资风险"
LONG_NAME_ENGLISH = ("Maximiliana Theodora Constantia " * 4)[:100].strip().ljust(100, "x")
LONG_NAME_CHINESE = ("歐陽司馬諸葛上官皇甫" * 10)[:100]


def heading(language: Language = Language.zh_TW) -> Heading:
    outlet = {
        Language.en: "City East Outlet, desk 3",
        Language.zh_CN: "城东支行・台 3",
        Language.zh_TW: "城東支行・台 3",
    }
    return Heading(
        number="CD3-2026-01-00412",
        outlet=outlet[language],
        station={Language.en: "desk 3", Language.zh_CN: "台 3", Language.zh_TW: "台 3"}[language],
        packs=(
            PackMark("bank-procedure 2000-01-01", "3c9fa812" + "0" * 56),
            PackMark("cn-2026 2026-02-01", "a47b0011" + "0" * 56),
            PackMark("cn-funds 2017-07-01", "6e5335ee" + "0" * 56),
        ),
        chain_head="01-000051-2636-EA2B-0609-F840",
        made_at=AT,
    )


def _f1(t: Mapping[str, str]) -> Values:
    return {
        "guardian": "no",
        "screen": "no",
        "special_declaration": "no",
        "witness": "yes",
        "kind": "purchase",
        "outlet": t["outlet"],
        "applied_at": "2026-11-23 14:38",
        "client_name": t["name"],
        "client_document": t["document"],
        "client_born": "1955-03-08",
        "client_age": t["age"],
        "account": t["account"],
        "assessment_number": "RA-0317",
        "assessment_date": "2026-03-02",
        "client_grade": t["grade"],
        "assessment_valid_until": "2027-03-02",
        "product_code": "DEMO-R3-001",
        "product_name": t["product"],
        "product_grade": t["product_grade"],
        "product_term": t["term"],
        "product_issuer": t["issuer"],
        "currency": t["currency"],
        "fees": t["fees"],
        "amount_figures": "¥ 200,000.00",
        "amount_words": t["amount"],
        "match_opinion": t["opinion"],
        "fund_purpose": t["purpose"],
        "needed_by": t["needed"],
        "asked_by": "adviser",
        "recording": "REC-1123-07",
        "copied_statement": STATEMENT,
        "adviser_name": t["adviser"],
        "adviser_certificate": "GD-20417",
        "adviser_staff_no": "20417",
        "witness_name": t["witness"],
        "witness_post": t["post"],
        "witness_staff_no": "10066",
    }


def _f2(t: Mapping[str, str]) -> Values:
    answers = tuple(
        (str(number), t["question"], t["answer"], t["entered"]) for number in range(1, 11)
    )
    return {
        "guardian": "no",
        "screen": "no",
        "client_name": t["name"],
        "client_document": t["document"],
        "client_born": "1955-03-08",
        "client_age": t["age"],
        "assessment_number": "RA-0317",
        "taken_at": "2026-03-02 10:05",
        "channel": t["outlet"],
        "questionnaire": t["questionnaire"],
        "grade": t["grade"],
        "score": t["score"],
        "valid_until": "2027-03-02",
        "grade_words": t["meaning"],
        "change": t["change"],
        "count_today": "1",
        "count_12_months": "2",
        "last_assessment": "2025-02-20",
        "repeat_reason": t["repeat"],
        "answers": answers,
        "attempts": "yes",
        "earlier": (("RA-0298", "2026-02-20", t["outlet"], "A2", t["entered"], t["repeat"]),),
        "adviser_name": t["adviser"],
        "adviser_certificate": "GD-20417",
        "adviser_staff_no": "20417",
    }


def _f3(t: Mapping[str, str]) -> Values:
    return {
        "guardian": "no",
        "screen": "no",
        "client_name": t["name"],
        "client_document": t["document"],
        "product_name": t["product"],
        "product_code": "DEMO-R3-001",
        "product_grade": t["product_grade"],
        "product_type": t["product_type"],
        "product_term": t["term"],
        "product_issuer": t["issuer"],
        "worst_case": t["worst"],
        "elements": ("function", "return", "terms", "risk", "fees", "early_exit"),
        "material_version": t["material"],
        "material_approved_by": t["approved"],
        "material_digest": "9b1f 22c0 7e4d 5a10",
        "copied_statement": STATEMENT,
        "adviser_name": t["adviser"],
        "adviser_certificate": "GD-20417",
        "adviser_staff_no": "20417",
        "presented_at": "2026-11-23 14:12",
    }


def _f7(t: Mapping[str, str]) -> Values:
    return {
        "screen": "no",
        "client_name": t["name"],
        "interview_number": "IV-2026-0412",
        "started_at": "2026-11-23 13:50",
        "ended_at": "2026-11-23 14:52",
        "place": t["outlet"],
        "occasion": t["occasion"],
        "outcome": t["outcome"],
        "present": (
            (t["name"], t["client"], "2026-11-23 13:50–14:52"),
            (t["adviser"], t["manager"], "2026-11-23 13:50–14:52"),
            (t["witness"], t["witness_word"], "2026-11-23 14:20–14:40"),
        ),
        "finances": t["finances"],
        "goals": t["goals"],
        "product_type_wanted": t["wanted"],
        "reason_not_buying": t["reason"],
        "unmet_needs": t["unmet"],
        "family": t["family"],
        "holdings": (
            (t["deposit"], "–", "300,000.00", "60.0%"),
            (t["product"], "R3", "200,000.00", "40.0%"),
        ),
        "advice": t["advice"],
        "next_step": t["next"],
        "noted": t["noted"],
        "adviser_name": t["adviser"],
        "adviser_certificate": "GD-20417",
        "adviser_staff_no": "20417",
    }


_TW = {
    "outlet": "城東支行・台 3",
    "name": "陳淑芬",
    "document": "居民身份證 990101195503081222",
    "age": "71 歲",
    "account": "尾號 4821（本人名下）",
    "grade": "A3 平衡",
    "product": "示例平衡 180 天",
    "product_grade": "R3 中等",
    "product_type": "銀行理財，非保本浮動收益",
    "term": "180 天",
    "issuer": "示例理財公司",
    "currency": "人民幣",
    "fees": "申購 0.30%　管理 0.50%　託管 0.03%",
    "amount": "人民幣貳拾萬元整",
    "opinion": "客戶 A3 與產品 R3 相符。客戶年滿 65 歲：已作第二次風險提示，並須分行零售銀行部負責人"
    "見證簽署。",
    "purpose": "儲蓄，無指定用途",
    "needed": "2028-01 以後",
    "adviser": "王敏",
    "witness": "林國華",
    "post": "分行零售銀行部總經理",
    "questionnaire": "示例問卷，2026-01-01 版",
    "score": "52 分（滿分 100）",
    "meaning": "您願意承受一定的波動，以換取高於存款的回報，但不希望損失大部分本金。可以購買 R1 至 R3 "
    "的產品。",
    "change": "上次 A2 穩健，本次 A3 平衡；差異已向客戶說明並由客戶確認。",
    "repeat": "客戶退休金到帳，財務狀況改變。",
    "question": "如果投資在一年內下跌 10%，您會怎樣做？（示例題目，共十題，用語為自擬）",
    "answer": "B　先觀察，不馬上賣出，再與客戶經理商量",
    "entered": "客戶本人",
    "worst": "例：投資 200,000 元，在最不利的一年可能損失 24,000 元（12%），到期只取回 176,000 元；"
    "發行資產違約時損失可能更多，直至全部本金。",
    "material": "示例平衡 180 天 產品說明書 v3.2",
    "approved": "總行零售銀行部 2026-10-08",
    "occasion": "客戶預約，存款到期",
    "outcome": "申購一項產品",
    "client": "客戶",
    "manager": "客戶經理",
    "witness_word": "見證人",
    "finances": "退休金每月 6,500 元，存款 500,000 元，無負債，自有住房一套。每年可投資約 30,000 元。",
    "goals": "保持購買力，兩年內不動用；不追求高收益。",
    "wanted": "中低風險、期限半年左右的銀行理財產品。",
    "reason": "不適用，已申購。",
    "unmet": "希望有按月派息的產品，目前貨架上沒有。",
    "family": "喪偶，與女兒一家同住；孫子在讀中學。",
    "deposit": "定期存款",
    "advice": "存款到期金額分兩部分：60% 續存，40% 投入中等風險產品；不建議集中於單一產品。",
    "next": "2027-05-22 產品開放日前一週電話聯繫；寄送月度報告。",
    "noted": "被拒後改動了資金用款日",
}
_CN = {
    "outlet": "城东支行・台 3",
    "name": "陈淑芬",
    "document": "居民身份证 990101195503081222",
    "age": "71 岁",
    "account": "尾号 4821（本人名下）",
    "grade": "A3 平衡",
    "product": "示例平衡 180 天",
    "product_grade": "R3 中等",
    "product_type": "银行理财，非保本浮动收益",
    "term": "180 天",
    "issuer": "示例理财公司",
    "currency": "人民币",
    "fees": "申购 0.30%　管理 0.50%　托管 0.03%",
    "amount": "人民币贰拾万元整",
    "opinion": "客户 A3 与产品 R3 相符。客户年满 65 岁：已作第二次风险提示，并须分行零售银行部负责人"
    "见证签署。",
    "purpose": "储蓄，无指定用途",
    "needed": "2028-01 以后",
    "adviser": "王敏",
    "witness": "林国华",
    "post": "分行零售银行部总经理",
    "questionnaire": "示例问卷，2026-01-01 版",
    "score": "52 分（满分 100）",
    "meaning": "您愿意承受一定的波动，以换取高于存款的回报，但不希望损失大部分本金。可以购买 R1 至 R3 "
    "的产品。",
    "change": "上次 A2 稳健，本次 A3 平衡；差异已向客户说明并由客户确认。",
    "repeat": "客户退休金到账，财务状况改变。",
    "question": "如果投资在一年内下跌 10%，您会怎样做？（示例题目，共十题，用语为自拟）",
    "answer": "B　先观察，不马上卖出，再与客户经理商量",
    "entered": "客户本人",
    "worst": "例：投资 200,000 元，在最不利的一年可能损失 24,000 元（12%），到期只取回 176,000 元；"
    "发行资产违约时损失可能更多，直至全部本金。",
    "material": "示例平衡 180 天 产品说明书 v3.2",
    "approved": "总行零售银行部 2026-10-08",
    "occasion": "客户预约，存款到期",
    "outcome": "申购一项产品",
    "client": "客户",
    "manager": "客户经理",
    "witness_word": "见证人",
    "finances": "退休金每月 6,500 元，存款 500,000 元，无负债，自有住房一套。每年可投资约 30,000 元。",
    "goals": "保持购买力，两年内不动用；不追求高收益。",
    "wanted": "中低风险、期限半年左右的银行理财产品。",
    "reason": "不适用，已申购。",
    "unmet": "希望有按月派息的产品，目前货架上没有。",
    "family": "丧偶，与女儿一家同住；孙子在读中学。",
    "deposit": "定期存款",
    "advice": "存款到期金额分两部分：60% 续存，40% 投入中等风险产品；不建议集中于单一产品。",
    "next": "2027-05-22 产品开放日前一周电话联系；寄送月度报告。",
    "noted": "被拒后改动了资金用款日",
}
_EN = {
    "outlet": "City East Outlet, desk 3",
    "name": "Chan Suk Fan (example)",
    "document": "Identity card 990101195503081222",
    "age": "71",
    "account": "ending 4821, own name",
    "grade": "A3 Balanced",
    "product": "Example Balanced 180 days",
    "product_grade": "R3 medium",
    "product_type": "Bank wealth, floating return, capital not guaranteed",
    "term": "180 days",
    "issuer": "Example Wealth Company",
    "currency": "CNY",
    "fees": "subscription 0.30%, management 0.50% a year, custody 0.03% a year",
    "amount": "Two hundred thousand yuan only (CNY)",
    "opinion": "Client A3 and product R3 match. The client is 65 or older: the second risk warning "
    "was given, and the head of retail banking of the branch witnesses and signs.",
    "purpose": "Savings, no set purpose",
    "needed": "after 2028-01",
    "adviser": "Wang Min (example)",
    "witness": "Lam Kwok Wah",
    "post": "Head of retail banking, branch",
    "questionnaire": "Example questionnaire, edition 2026-01-01",
    "score": "52 of 100",
    "meaning": "You accept some ups and downs for a return above a deposit's, and do not want to "
    "lose most of your capital. Products of R1 to R3 match.",
    "change": "Last A2 Steady, now A3 Balanced; the difference was explained and confirmed.",
    "repeat": "Pension paid out; the client's finances have changed.",
    "question": "If an investment fell by 10% within a year, what would you do? (Example question; "
    "the wording is our own.)",
    "answer": "B  Watch it first, not sell at once, and talk to the client manager",
    "entered": "The client",
    "worst": "Example: of 200,000 yuan invested, 24,000 (12%) may be lost in the worst year and "
    "176,000 be paid back at the end; if an issuer defaults the loss may be larger, up to the "
    "whole capital.",
    "material": "Example Balanced 180 days, prospectus v3.2",
    "approved": "Head office, retail banking, 2026-10-08",
    "occasion": "Appointment; a deposit matures",
    "outcome": "Bought one product",
    "client": "Client",
    "manager": "Client manager",
    "witness_word": "Witness",
    "finances": "Pension 6,500 yuan a month, deposits 500,000, no debts, owns a flat. Can invest "
    "about 30,000 a year.",
    "goals": "Keep purchasing power; not needed for two years; no high return sought.",
    "wanted": "Bank wealth product of low to medium risk for about half a year.",
    "reason": "Not applicable, bought.",
    "unmet": "Would like a product paying monthly; none is on the shelf.",
    "family": "Widowed, lives with her daughter's family; a grandson at school.",
    "deposit": "Time deposit",
    "advice": "Split the maturing deposit: 60% renewed, 40% into a medium-risk product; not all "
    "in one product.",
    "next": "Call a week before 2027-05-22; send the monthly report.",
    "noted": "the day money is needed was changed after a refusal",
}
_TEXTS = {Language.zh_TW: _TW, Language.zh_CN: _CN, Language.en: _EN}
_FORMS = {"F1": _f1, "F2": _f2, "F3": _f3, "F7": _f7, **PROTECTION_FORMS}
FORMS = tuple(_FORMS)


def example(form: str, language: Language, **changed: Value) -> Values:
    """Return the values of an invented sale; ``changed`` replaces some, "" leaves one out."""
    values = dict(_FORMS[form]({**_TEXTS[language], **PROTECTION_TEXTS[language]})) | changed
    return {name: value for name, value in values.items() if value != ""}
