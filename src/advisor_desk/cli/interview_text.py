"""Interviews told to people: states, decisions and open steps in the person's language."""

from collections.abc import Mapping

from advisor_desk.domain.facts import Facts
from advisor_desk.domain.interview import State
from advisor_desk.domain.languages import Language
from advisor_desk.domain.suitability import Decision, Reason, RulePack, document_named
from advisor_desk.packs.rule_packs import packs_in_force
from advisor_desk.packs.wording import wording
from advisor_desk.services.exporting import ExportedForm
from advisor_desk.services.interview_files import Shown
from advisor_desk.services.replay import Replayed


def state_word(row: Mapping[str, str | int | None], language: Language) -> str:
    """Return an interview's state in words."""
    return wording(language)[f"STATE_{row['state']}"]


def replayed_text(done: Replayed, forms: tuple[ExportedForm, ...], language: Language) -> str:
    """Return how a replay ended: its state, what the rules said, and the signed forms."""
    words, facts = wording(language), done.facts
    state = words[f"STATE_{facts.state.value}"]
    lines = [words["REPLAYED"].format(interview=facts.interview, state=state, steps=done.steps)]
    if done.decision and _is_told(done):
        lines += _decision_lines(done.decision, facts, done.duties, language)
    lines += [words["SIGNED_FORM"].format(form=one.form, file=one.file) for one in forms]
    return "\n".join(lines)


def _is_told(done: Replayed) -> bool:
    """Say whether the decision still means something: not where the choice was let go."""
    if done.stopped:
        return True
    let_go = done.facts.state in {State.abandoned, State.ended_no_sale}
    return done.facts.chosen is not None and not let_go


def _decision_lines(
    decision: Decision, facts: Facts, duties: tuple[Reason, ...], language: Language
) -> list[str]:
    """Return the packs' answer: every reason, and why each document is needed."""
    words = wording(language)
    packs = packs_in_force(tuple(one.id for one in decision.packs), facts.opened_at.date())
    reasons = _reason_lines(decision.reasons, language)
    if not facts.pause_documents:
        head = words[f"OUTCOME_{decision.outcome.name}"]
        needed = _document_lines(decision.documents, packs, language)
        return [head, *reasons, *_reason_lines(decision.duties, language), *needed]
    return [
        words["NOT_SOLD_AS_THINGS_STAND"],
        *reasons,
        words["PROCEDURE_NEEDS"].format(state=words[f"STATE_{facts.state.value}"]),
        *_reason_lines(duties, language),
        *_document_lines(facts.pause_documents, packs, language),
    ]


def _reason_lines(reasons: tuple[Reason, ...], language: Language) -> list[str]:
    return [
        f"- {reason.say.in_language(language)} ({reason.code}, {reason.clause}, {reason.pack})"
        for reason in reasons
    ]


def _document_lines(
    codes: tuple[str, ...], packs: tuple[RulePack, ...], language: Language
) -> list[str]:
    return [
        f"- {document_named(packs, code).name.in_language(language)} ({code})" for code in codes
    ]


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
        documents = _named(facts.pause_documents, language)
        lines.append(words["PAUSED_FOR"].format(documents=documents))
    if facts.flags:
        flags = words["LIST_COMMA"].join(
            dict.fromkeys(words[f"FLAG_{flag}"] for flag in facts.flags)
        )
        lines.append(words["FLAGS_LINE"].format(flags=flags))
    if stage:
        missing = _named(shown.missing, language)
        lines.append(words["OPEN_STEP"].format(step=words[f"STAGE_{stage}"], missing=missing))
    counted = shown.above_grade
    lines.append(words["ABOVE_GRADE_LINE"].format(begun=counted.begun, signed=counted.signed))
    return "\n".join(lines)


def _named(missing: tuple[str, ...], language: Language) -> str:
    words = wording(language)
    return words["LIST_COMMA"].join(words.get(f"MISSING_{code}", code) for code in missing)
