"""A fund of the highest grade within the client's own: spoken of apart, and the papers say when.

The national pack for funds wants the special attention recorded (CNF-6).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.forms.paper import bare, text_of
from tests.services.branch import Practice, Walk, details_of, practice

from advisor_desk.domain.interview import Stage
from advisor_desk.domain.languages import Language
from advisor_desk.domain.over_risk_events import SpecialAttentionGiven
from advisor_desk.domain.steps import open_step
from advisor_desk.services.opening import Visit

RISKIEST = "DEMO-R5-002"
AFTER = ("review", "begin_signing", "marks", "sign", "handover", "close")
SAID = {
    Language.en: "Special attention: at {at} the worst case was said once more, apart, and the "
    "client took time.",
    Language.zh_CN: "特别注意：{at} 已单独再次说明最坏的情况，客户已慢慢考虑。",
    Language.zh_TW: "特別注意：{at} 已單獨再次說明最壞的情況，客戶已慢慢考慮。",
}
BEGUN = {Language.en: "Special attention", Language.zh_CN: "特别注意", Language.zh_TW: "特別注意"}


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


@dataclass
class InLanguage(Walk):
    """A walk of a bold client who reads ``language``."""

    language: Language = Language.zh_TW
    letter: str = "D"

    def begin(self) -> "InLanguage":
        self.client = self.do.clients.record(details_of(self.born, self.order))
        visit = Visit("到期資金再投資", self.language, self.signing_way)
        self.interview = self.do.opening.open_interview(self.client, visit)
        return self


def time_of(walk: Walk) -> str:
    found = walk.at.desk.book.events(f"interview:{walk.interview}", SpecialAttentionGiven)
    return found[-1].at.strftime("%Y-%m-%d %H:%M")


def forms(walk: Walk, folder: Path) -> dict[str, str]:
    return {
        str(row["form"]): bare(text_of(walk.do.form_bytes(str(row["sha256"])), folder))
        for row in walk.do.forms_of(walk.interview)
    }


@pytest.mark.parametrize("language", list(Language))
def test_the_application_and_the_record_say_that_it_was_spoken_of_apart_and_when(
    at: Practice, tmp_path: Path, language: Language
) -> None:
    walk = InLanguage(at, product=RISKIEST, language=language).until("presentation")
    assert walk.decision is not None
    assert walk.decision.documents == ("HIGH_RISK_SPECIAL_ATTENTION",)
    walk.do.presentations.attend(walk.interview)
    now = open_step(walk.facts)
    assert now is not None
    assert now.stage is Stage.review
    for step in AFTER:
        getattr(walk, step)()
    said = bare(SAID[language].format(at=time_of(walk)))
    found = forms(walk, tmp_path)
    assert [form for form, text in found.items() if said in text] == ["F1", "F7"]


def test_a_calmer_product_says_nothing_of_it(at: Practice, tmp_path: Path) -> None:
    found = forms(Walk(at).until("close"), tmp_path)
    assert not any(BEGUN[Language.zh_TW] in text for text in found.values())
