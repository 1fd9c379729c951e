"""Values of the appointment slip: nothing on it that others should not read; see ``papers``.

No amount, no grade, no product, and of the client only how he or she is addressed. Clause: S37.
"""

from datetime import date

from advisor_desk.domain.duties import WITNESS_DOCUMENTS
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.interview import Protection
from advisor_desk.forms.values import Values
from advisor_desk.services.paper_words import PaperWords
from advisor_desk.services.papers import PaperCase

# Surnames of two characters (複姓) that are met in a branch.
_TWO_CHARACTERS = (
    *("歐陽", "欧阳", "司馬", "司马", "諸葛", "诸葛", "上官", "司徒", "東方", "东方", "夏侯"),
    *("皇甫", "尉遲", "尉迟", "公孫", "公孙", "慕容", "令狐", "宇文", "長孫", "长孙"),
)
_WITH_A_GIVEN_NAME = 3


def slip(case: PaperCase, agreed: date | None) -> Values:
    """Return the values of the slip; a day not agreed yet is left for the pen."""
    words, facts = case.words, case.facts
    is_minor = facts.is_protected(Protection.minor)
    bring = ("document", "guardian", "guardian_paper") if is_minor else ("document",)
    return {
        "addressed_to": form_of_address(case.client.name, words),
        "agreed_day": words.day(agreed) if agreed else "",
        "adviser_name": case.adviser.name,
        "outlet": words.say("OUTLET", branch=case.branch, station=case.station),
        "about": words.say(f"ABOUT_{_about(facts, is_minor=is_minor)}"),
        "bring": (*bring, "glasses"),
    }


def _about(facts: Facts, *, is_minor: bool) -> str:
    if WITNESS_DOCUMENTS & set(facts.pause_documents):
        return "with_colleague"
    return "with_guardian" if is_minor else "go_on"


def form_of_address(name: str, words: PaperWords) -> str:
    """Return a Chinese name's surname as it is addressed; any other name as it stands."""
    if not "\u4e00" <= name[:1] <= "\u9fff":
        return name
    length = 2 if name.startswith(_TWO_CHARACTERS) and len(name) >= _WITH_A_GIVEN_NAME else 1
    return words.say("ADDRESS", surname=name[:length])
