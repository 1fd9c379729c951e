"""Values of F2, the risk assessment, and F7, the interview record; see ``papers``."""

from collections.abc import Iterator
from itertools import takewhile

from advisor_desk.domain.assessment_events import AssessmentRecord
from advisor_desk.domain.calendar import age_on
from advisor_desk.domain.interview import Mark, PartyRole, Protection
from advisor_desk.domain.interview_events import FormFile, InterviewRecord
from advisor_desk.domain.questionnaire import Item, Questionnaire
from advisor_desk.domain.scoring import with_age
from advisor_desk.domain.steps import marks_needed
from advisor_desk.domain.structure import YUAN, currencies, in_currency, shares
from advisor_desk.forms.template import load_template
from advisor_desk.forms.values import Values
from advisor_desk.packs.questionnaires import load_questionnaire
from advisor_desk.packs.wording import wording
from advisor_desk.services.papers import (
    DIGEST_SHOWN,
    PaperCase,
    adviser_values,
    client_values,
    copy_kept,
    grade_text,
    present,
    valid_until,
)

NOTHING = "–"


def assessment_form(case: PaperCase, record: AssessmentRecord) -> Values:
    """Return the values of F2: every answer and who entered it, the result in plain words."""
    words, language = case.words, case.words.language
    questionnaire = load_questionnaire(record.questionnaire, record.edition)
    grade = questionnaire.grade(record.grade.name if record.grade else "")
    overrides = [one.say for one in questionnaire.overrides if one.id in record.overrides]
    born, guardian = case.client.born, case.facts.parties.get(PartyRole.guardian)
    is_minor = _is_signed_by_guardian(case)
    earlier = tuple(_earlier(case, record))
    return {
        "guardian": "yes" if is_minor else "no",
        "attempts": "yes" if earlier else "no",
        "earlier": earlier,
        "guardian_name": guardian.name if is_minor and guardian else "",
        **client_values(case),
        "client_age": words.say("AGE", years=age_on(born, record.taken)) if born else "",
        "assessment_number": record.number,
        "taken_at": record.taken.isoformat(),
        "channel": words.say(f"CHANNEL_{case.facts.channel.name}"),
        "questionnaire": words.say(
            "QUESTIONNAIRE",
            title=questionnaire.title.in_language(language),
            edition=record.edition.isoformat(),
        ),
        "grade": grade_text(record, words),
        "score": words.say("POINTS", points=record.score),
        "valid_until": valid_until(case, record),
        "grade_words": grade.say.in_language(language),
        "change": _change(case, record),
        "count_today": str(record.count_today),
        "count_12_months": str(record.count_12_months),
        "last_assessment": record.previous_taken.isoformat() if record.previous_taken else "",
        "overrides": " ".join(one.in_language(language) for one in overrides),
        "repeat_reason": record.repeat_reason or "",
        "answers": tuple(_answers(case, questionnaire, record)),
        **adviser_values(case),
    }


def _is_signed_by_guardian(case: PaperCase) -> bool:
    """In a set the decision says so; alone, the protections of the visit."""
    if case.facts.chosen is not None:
        return Mark.guardian_signature in marks_needed(case.facts)
    return case.facts.is_protected(Protection.minor)


def record_form(case: PaperCase, record: InterviewRecord, outcome: str) -> Values:
    """Return the values of F7: the six items of S53, who was present, advice, next step."""
    words = case.words
    return {
        "client_name": case.client.name,
        "interview_number": case.facts.interview,
        "started_at": words.moment(case.facts.opened_at),
        "ended_at": words.moment(case.at),
        "place": words.say("OUTLET", branch=case.branch, station=case.station),
        "occasion": case.facts.visit_purpose,
        "outcome": outcome,
        "present": present(case),
        "finances": record.finances,
        "goals": record.investment_goals,
        "product_type_wanted": record.product_type_wanted,
        "reason_not_buying": record.reason_not_bought,
        "unmet_needs": record.unmet_needs,
        "family": record.family_situation,
        "holdings": tuple(_holdings(case)),
        "advice": record.advice,
        "next_step": record.next_step,
        "noted": _noted(case),
        **adviser_values(case),
    }


def _noted(case: PaperCase) -> str:
    """Say what was flagged by itself, each once; nothing is judged here. Clauses: S49, S62."""
    texts = wording(case.words.language)
    flags = dict.fromkeys(texts[f"FLAG_{flag}"] for flag in case.facts.flags)
    return case.words.say("BETWEEN_NAMES").join(flags) or case.words.say("NOTED_NONE")


def cover_list(case: PaperCase, papers: tuple[FormFile, ...], outcome: str) -> Values:
    """Return the values of F10: every paper in the file, with its digest and where it is kept."""
    words = case.words
    rows = (*(_paper(case, form) for form in papers), *_void_sets(case), *_copies_kept(case))
    pages = sum(form.pages for form in papers) + sum(one.pages_returned or 0 for one in case.voided)
    return {
        "client_name": case.client.name,
        "interview_number": case.facts.interview,
        "listed_at": words.moment(case.at),
        "outlet": words.say("OUTLET", branch=case.branch, station=case.station),
        "outcome": outcome,
        "papers_count": str(len(rows)),
        "pages_count": str(pages),
        "papers": rows,
        **adviser_values(case),
    }


def _paper(case: PaperCase, form: FormFile) -> tuple[str, ...]:
    language, template = case.words.language, load_template(form.form, case.at.date())
    title, copies = (template.text(name, language) for name in ("title", "copies"))
    return form.form, title, str(form.pages), form.sha256[:DIGEST_SHOWN], copies


def _void_sets(case: PaperCase) -> Iterator[tuple[str, ...]]:
    """Yield each printed set that was given up: its pages came back and stay in the file."""
    words = case.words
    for one in case.voided:
        forms = words.say("BETWEEN_NAMES").join(one.voids.forms)
        title = words.say("VOID_SET", number=one.voids.number, forms=forms)
        yield NOTHING, title, str(one.pages_returned), NOTHING, words.say("VOID_KEPT")


def _copies_kept(case: PaperCase) -> Iterator[tuple[str, ...]]:
    """Yield the copy of a guardian's paper: kept, but not a form of the set. Clause: S45."""
    guardian, words = case.facts.parties.get(PartyRole.guardian), case.words
    if guardian is None or guardian.copy is None or guardian.proof is None:
        return
    title = words.say("COPY_OF", paper=words.say(f"PROOF_{guardian.proof.name}"))
    yield (
        NOTHING,
        title,
        NOTHING,
        guardian.copy.sha256[:DIGEST_SHOWN],
        copy_kept(case, guardian.copy),
    )


def _earlier(case: PaperCase, record: AssessmentRecord) -> Iterator[tuple[str, ...]]:
    """Yield every attempt before this one, of every channel: none is left out. Clause: S49."""
    words = case.words
    for one in takewhile(lambda each: each.number != record.number, case.attempts):
        entered = words.say("BETWEEN_NAMES").join(
            words.say(f"BY_{by.name}") for by in one.entered_by
        )
        yield (
            one.number,
            one.taken.isoformat(),
            words.say(f"CHANNEL_{one.channel.name}"),
            one.grade.name if one.grade else words.say("NOT_PASSED"),
            entered,
            one.reason or NOTHING,
        )


def _change(case: PaperCase, record: AssessmentRecord) -> str:
    if record.previous is None or record.grade is None:
        return case.words.say("CHANGE_first")
    if record.previous is record.grade:
        return case.words.say("CHANGE_same", grade=record.grade.name)
    return case.words.say("CHANGE_other", before=record.previous.name, grade=record.grade.name)


def _answers(
    case: PaperCase, questionnaire: Questionnaire, record: AssessmentRecord
) -> Iterator[tuple[str, str, str, str]]:
    given = {item: answer.letter for item, answer in record.answers.items()}
    born = case.client.born
    letters = with_age(questionnaire, given, born=born, on=record.taken) if born else given
    for number, item in enumerate(questionnaire.items, start=1):
        if item.id in letters:
            yield (
                str(number),
                *_answer(case, item, letters[item.id]),
                _entered(case, record, item),
            )


def _answer(case: PaperCase, item: Item, letter: str) -> tuple[str, str]:
    language = case.words.language
    option = item.option(letter)
    said = option.say.in_language(language) if option else ""
    return item.ask.in_language(language), f"{letter} {said}"


def _entered(case: PaperCase, record: AssessmentRecord, item: Item) -> str:
    answer = record.answers.get(item.id)
    by = answer.entered_by.name if answer else "birth_date"
    return case.words.say(f"BY_{by}")


def _holdings(case: PaperCase) -> Iterator[tuple[str, str, str, str]]:
    holdings = case.facts.holdings or ()
    for currency in currencies(holdings):
        there = in_currency(holdings, currency)
        prefix = "" if currency == YUAN else f"{currency} "
        for one, share in zip(there, shares([o.amount.minor for o in there]), strict=True):
            figures = f"{prefix}{one.amount.figures()}"
            yield one.name, case.words.risk(one.risk), figures, f"{share / 10:.1f}%"
