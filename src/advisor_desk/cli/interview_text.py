"""Interviews told to people: states, decisions and open steps in the person's language."""

from collections.abc import Mapping
from datetime import date

from advisor_desk.domain.languages import Language
from advisor_desk.domain.suitability import Decision, document_named
from advisor_desk.packs.rule_packs import packs_in_force
from advisor_desk.packs.wording import wording
from advisor_desk.services.interview_files import Shown


def state_word(row: Mapping[str, str | int | None], language: Language) -> str:
    """Return an interview's state in words."""
    return wording(language)[f"STATE_{row['state']}"]


def decision_lines(decision: Decision, day: date, language: Language) -> list[str]:
    """Return the packs' answer: every reason, and why each document is needed."""
    packs = packs_in_force(tuple(one.id for one in decision.packs), day)
    lines = [wording(language)[f"OUTCOME_{decision.outcome.name}"]]
    lines += [
        f"- {reason.say.in_language(language)} ({reason.code}, {reason.clause}, {reason.pack})"
        for reason in decision.reasons + decision.duties
    ]
    lines += [
        f"- {document_named(packs, code).name.in_language(language)} ({code})"
        for code in decision.documents
    ]
    return lines


def shown_text(shown: Shown, language: Language) -> str:
    """Return one interview in a few lines."""
    words = wording(language)
    facts = shown.facts
    stage = shown.open.stage.name if shown.open else ""
    lines = [
        words["INTERVIEW_LINE"].format(
            interview=facts.interview,
            day=facts.opened_at.date(),
            adviser=facts.adviser,
            state=words[f"STATE_{facts.state.value}"],
        )
    ]
    if facts.pause_documents:
        lines.append(words["PAUSED_FOR"].format(documents=", ".join(facts.pause_documents)))
    if stage:
        missing = ", ".join(shown.missing)
        lines.append(words["OPEN_STEP"].format(step=words[f"STAGE_{stage}"], missing=missing))
    return "\n".join(lines)
