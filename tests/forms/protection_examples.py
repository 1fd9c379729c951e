"""Values of the forms of protected clients, of referral, file cover and appointment slip."""

# ruff: noqa: E501 - a Chinese character counts as two columns

from collections.abc import Callable, Mapping

from advisor_desk.domain.languages import Language
from advisor_desk.forms.values import Values

Texts = Mapping[str, str]


def _adviser(t: Texts) -> dict[str, str]:
    return {
        "adviser_name": t["adviser"],
        "adviser_certificate": "GD-20417",
        "adviser_staff_no": "20417",
    }


def _witness(t: Texts) -> dict[str, str]:
    return {
        "witness_name": t["witness"],
        "witness_post": t["post"],
        "witness_staff_no": "10066",
    }


def _f4(t: Texts) -> Values:
    return {
        "screen": "no",
        "client_name": t["name"],
        "client_document": t["document"],
        "assessment_number": "RA-0317",
        "product_name": t["product"],
        "product_code": "DEMO-R3-001",
        "amount_figures": "¥ 200,000.00",
        "client_grade": t["low_grade"],
        "product_grade": t["product_grade"],
        "gap": t["gap"],
        "brought_up": t["brought_up"],
        "warnings": (
            (t["warning_1"], t["adviser"], "2026-11-23 14:07"),
            (t["warning_2"], t["adviser"], "2026-11-23 14:09"),
            (t["warning_3"], t["witness"], "2026-11-23 14:31"),
        ),
        "alternatives": (
            (t["other_1"], "R2", t["answer_1"]),
            (t["other_2"], "R1", t["answer_2"]),
        ),
        "own_words": t["own_words"],
        **_adviser(t),
        **_witness(t),
    }


def _f5(t: Texts) -> Values:
    return {
        "screen": "no",
        "client_name": t["name"],
        "client_document": t["document"],
        "client_born": "1955-03-08",
        "client_age": t["age"],
        "client_grade": t["grade"],
        "product_name": t["product"],
        "product_grade": t["product_grade"],
        "amount_figures": "¥ 200,000.00",
        **_witness(t),
        "witness_in": "2026-11-23 14:20",
        "recap_at": "14:24",
        "warned_at": "14:28",
        "worst_case": t["worst"],
        "questions": (
            (t["asked_1"], t["heard_1"], "14:30"),
            (t["asked_2"], t["heard_2"], "14:31"),
            (t["asked_3"], t["heard_3"], "14:33"),
        ),
        "client_decision": "go_on",
        "client_decided_at": "14:34",
        "witness_decision": "proceed",
        "witness_decided_at": "14:36",
        "witness_words": t["witness_words"],
        **_adviser(t),
    }


def _f6(t: Texts) -> Values:
    return {
        "screen": "no",
        "client_name": t["minor"],
        "client_document": t["minor_document"],
        "client_born": "2011-05-20",
        "client_age": t["minor_age"],
        "guardian_name": t["guardian"],
        "guardian_document": t["guardian_document"],
        "relation": t["relation"],
        "proof_kind": t["proof"],
        "proof_number": "990101-0042-7",
        "proof_copy": t["copy"],
        "product_name": t["safe_product"],
        "product_code": "DEMO-R1-001",
        "product_grade": t["safe_grade"],
        "client_grade": t["low_grade"],
        "amount_figures": "¥ 20,000.00",
        "amount_words": t["small_amount"],
        "assessment_number": "RA-0412",
        "guided_at": "2026-11-23 14:02",
        "present_at": "2026-11-23 13:50–14:20",
        "worst_case": t["safe_worst"],
        **_adviser(t),
    }


def _f8(t: Texts) -> Values:
    return {
        "screen": "no",
        "begun_certified": "no",
        "client_name": t["name"],
        "client_contact": "+86 138 0000 0000",
        "referred_at": "2026-11-23 10:12",
        "referrer_name": t["referrer"],
        "referrer_staff_no": "30219",
        "outlet": t["outlet"],
        "receiver_name": t["adviser"],
        "receiver_staff_no": "20417",
        "receiver_certificate": "GD-20417",
        "meeting": "2026-11-24 10:00",
        "topic": t["topic"],
        "material": ((t["material"], "v3.2", "9b1f22c07e4d5a10"),),
        "client_agreed": t["agreed"],
    }


def _f10(t: Texts) -> Values:
    digest = "9b1f22c07e4d5a10"
    return {
        "screen": "no",
        "client_name": t["name"],
        "interview_number": "IV-2026-0412",
        "listed_at": "2026-11-23 15:02",
        "outlet": t["outlet"],
        "outcome": t["outcome"],
        "papers_count": "6",
        "pages_count": "9",
        "papers": (
            ("F1", t["f1"], "1", digest, t["three_copies"]),
            ("F2", t["f2"], "3", digest, t["three_copies"]),
            ("F3", t["f3"], "1", digest, t["three_copies"]),
            ("F5", t["f5"], "2", digest, t["three_copies"]),
            ("F7", t["f7"], "1", digest, t["bank_copy"]),
            ("–", t["copy_of_paper"], "1", digest, t["copy"]),
        ),
        **_adviser(t),
    }


def _slip(t: Texts) -> Values:
    return {
        "addressed_to": t["address"],
        "agreed_day": "2026-11-25",
        "adviser_name": t["adviser"],
        "outlet": t["outlet"],
        "about": t["about"],
        "bring": ("document", "glasses"),
    }


PROTECTION_FORMS: Mapping[str, Callable[[Texts], Values]] = {
    "F4": _f4,
    "F5": _f5,
    "F6": _f6,
    "F8": _f8,
    "F10": _f10,
    "slip": _slip,
}

_TW = {
    "low_grade": "A1 保守",
    "gap": "您的評估等級是 A1，這個產品是 R3，高出兩級。按您自己的評估，這樣的風險超出您能承受的程度，銀行不建議您購買。",
    "brought_up": "客戶在自己的螢幕上選出，客戶經理未介紹過",
    "warning_1": "重述風險：一年內最壞可能損失本金的 12%，發行資產違約時可能更多，直至全部。",
    "warning_2": "明確說明：產品 R3 高於評估等級 A1，超出客戶的承受能力。",
    "warning_3": "見證人重述最不利的情況，並告知現在不買沒有任何不利。",
    "other_1": "示例穩健 90 天",
    "answer_1": "收益太低，不想要。",
    "other_2": "示例存款增益",
    "answer_2": "已經有了，不再加。",
    "own_words": "這筆錢我可以不要。孩子都工作了，我想試一次，跌了我認。",
    "asked_1": "這個產品最壞會怎樣，請您說給我聽。",
    "heard_1": "十萬可能只剩八萬八，出了事可能全沒了。",
    "asked_2": "這筆錢半年內用得著嗎？",
    "heard_2": "用不著，看病和生活的錢在另一張存摺。",
    "asked_3": "是您自己要買，還是別人要您買？",
    "heard_3": "我自己要買，女兒也知道。",
    "witness_words": "客戶自己說清了最壞的情況，另有備用金，神志清楚，沒有人催促。同意繼續。",
    "minor": "周小雨",
    "minor_document": "居民身份證 990101201105200021",
    "minor_age": "15 歲",
    "guardian": "周建國",
    "guardian_document": "居民身份證 990101197804120031",
    "relation": "父親",
    "proof": "戶口簿",
    "copy": "掃描件已存，摘要 9b1f22c07e4d5a10",
    "safe_product": "示例存款增益 90 天",
    "safe_grade": "R1 低",
    "small_amount": "人民幣貳萬元整",
    "safe_worst": "例：投資 20,000 元，最不利時到期少拿回 100 元。",
    "referrer": "趙一鳴",
    "topic": "有一筆存款下月到期，想知道除了續存還有什麼，孩子三年後上大學。",
    "agreed": "同意，2026-11-23 10:10",
    "f1": "委託理財產品交易申請表",
    "f2": "個人投資風險承受能力評估表",
    "f3": "風險揭示書及產品介紹確認",
    "f5": "二次風險提示",
    "f7": "面談記錄",
    "copy_of_paper": "證明文件影本",
    "three_copies": "客戶、銀行、支行檔案",
    "bank_copy": "銀行檔案",
    "address": "陳女士",
    "about": "繼續上次的面談",
}
_CN = {
    "low_grade": "A1 保守",
    "gap": "您的评估等级是 A1，这个产品是 R3，高出两级。按您自己的评估，这样的风险超出您能承受的程度，银行不建议您购买。",
    "brought_up": "客户在自己的屏幕上选出，客户经理未介绍过",
    "warning_1": "重述风险：一年内最坏可能损失本金的 12%，发行资产违约时可能更多，直至全部。",
    "warning_2": "明确说明：产品 R3 高于评估等级 A1，超出客户的承受能力。",
    "warning_3": "见证人重述最不利的情况，并告知现在不买没有任何不利。",
    "other_1": "示例稳健 90 天",
    "answer_1": "收益太低，不想要。",
    "other_2": "示例存款增益",
    "answer_2": "已经有了，不再加。",
    "own_words": "这笔钱我可以不要。孩子都工作了，我想试一次，跌了我认。",
    "asked_1": "这个产品最坏会怎样，请您说给我听。",
    "heard_1": "十万可能只剩八万八，出了事可能全没了。",
    "asked_2": "这笔钱半年内用得着吗？",
    "heard_2": "用不着，看病和生活的钱在另一张存折。",
    "asked_3": "是您自己要买，还是别人要您买？",
    "heard_3": "我自己要买，女儿也知道。",
    "witness_words": "客户自己说清了最坏的情况，另有备用金，神志清楚，没有人催促。同意继续。",
    "minor": "周小雨",
    "minor_document": "居民身份证 990101201105200021",
    "minor_age": "15 岁",
    "guardian": "周建国",
    "guardian_document": "居民身份证 990101197804120031",
    "relation": "父亲",
    "proof": "户口簿",
    "copy": "扫描件已存，摘要 9b1f22c07e4d5a10",
    "safe_product": "示例存款增益 90 天",
    "safe_grade": "R1 低",
    "small_amount": "人民币贰万元整",
    "safe_worst": "例：投资 20,000 元，最不利时到期少拿回 100 元。",
    "referrer": "赵一鸣",
    "topic": "有一笔存款下月到期，想知道除了续存还有什么，孩子三年后上大学。",
    "agreed": "同意，2026-11-23 10:10",
    "f1": "委托理财产品交易申请表",
    "f2": "个人投资风险承受能力评估表",
    "f3": "风险揭示书及产品介绍确认",
    "f5": "二次风险提示",
    "f7": "面谈记录",
    "copy_of_paper": "证明文件复印件",
    "three_copies": "客户、银行、支行档案",
    "bank_copy": "银行档案",
    "address": "陈女士",
    "about": "继续上次的面谈",
}
_EN = {
    "low_grade": "A1 Cautious",
    "gap": "Your assessed grade is A1 and this product is R3: two grades above. By your own assessment this is more risk than you can bear, and the bank advises you not to buy it.",
    "brought_up": "Picked by the client on the client's own screen; not shown by the client manager before",
    "warning_1": "Risk restated: in a bad year up to 12% of the capital may be lost, and if an issuer defaults more, up to all of it.",
    "warning_2": "Said plainly: product grade R3 is above the assessed grade A1 and more than the client can bear.",
    "warning_3": "The witness put the worst case again and said that not buying costs nothing.",
    "other_1": "Example Steady 90 days",
    "answer_1": "The return is too low for me.",
    "other_2": "Example Deposit Plus",
    "answer_2": "I have that already.",
    "own_words": "I can do without this money. My children earn their own living, I want to try it once, and if it falls I will not complain.",
    "asked_1": "Please tell me in your own words the worst that can happen.",
    "heard_1": "Of a hundred thousand only 88 may be left, and if it goes wrong nothing.",
    "asked_2": "Will you need this money within half a year?",
    "heard_2": "No. For the doctor and for living I have another account.",
    "asked_3": "Is it your own wish, or somebody else's?",
    "heard_3": "My own. My daughter knows about it.",
    "witness_words": "The client put the worst case in her own words, has a reserve, is clear and was not hurried. May go on.",
    "minor": "Chow Siu Yu (example)",
    "minor_document": "Identity card 990101201105200021",
    "minor_age": "15",
    "guardian": "Chow Kin Kwok (example)",
    "guardian_document": "Identity card 990101197804120031",
    "relation": "Father",
    "proof": "Household register",
    "copy": "Scan kept, digest 9b1f22c07e4d5a10",
    "safe_product": "Example Deposit Plus 90 days",
    "safe_grade": "R1 low",
    "small_amount": "Twenty thousand yuan only (CNY)",
    "safe_worst": "Example: of 20,000 yuan, 100 less may be paid back at the end in the worst case.",
    "referrer": "Chiu Yat Ming (example)",
    "topic": "A deposit matures next month. What is there beside renewing it? A child goes to university in three years.",
    "agreed": "Agreed, 2026-11-23 10:10",
    "f1": "Wealth product transaction application",
    "f2": "Investment risk tolerance assessment",
    "f3": "Risk disclosure and product presentation",
    "f5": "Second risk warning",
    "f7": "Interview record",
    "copy_of_paper": "Copy of a legal paper",
    "three_copies": "client, bank, branch file",
    "bank_copy": "bank file",
    "address": "Ms Chan",
    "about": "To go on with our last talk",
}
PROTECTION_TEXTS: Mapping[Language, Texts] = {
    Language.zh_TW: _TW,
    Language.zh_CN: _CN,
    Language.en: _EN,
}
