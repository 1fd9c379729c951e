"""Values of F2, the risk assessment; see ``papers``. Every attempt before stands on it too."""

from collections.abc import Iterator
from itertools import takewhile

from advisor_desk.domain.assessment_events import AssessmentRecord, GivenAnswer
from advisor_desk.domain.calendar import age_on
from advisor_desk.domain.interview import EnteredBy, Mark, PartyRole, Protection
from advisor_desk.domain.questionnaire import Item, Questionnaire
from advisor_desk.domain.scoring import with_age
from advisor_desk.domain.steps import marks_needed
from advisor_desk.forms.values import Values
from advisor_desk.packs.questionnaires import load_questionnaire
from advisor_desk.services.attempts import HIGHER, Attempt
from advisor_desk.services.papers import (
    NOTHING,
    PaperCase,
    adviser_values,
    client_values,
    flags_in_words,
    grade_text,
    valid_until,
)


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
        "earlier_answers": tuple(_earlier_answers(case, record)),
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
        "noted": flags_in_words(case, _flags(case, record)),
        "answers": tuple(_answers(case, questionnaire, record)),
        **adviser_values(case),
    }


def _is_signed_by_guardian(case: PaperCase) -> bool:
    """In a set the decision says so; alone, the protections of the visit."""
    if case.facts.chosen is not None:
        return Mark.guardian_signature in marks_needed(case.facts)
    return case.facts.is_protected(Protection.minor)


def _flags(case: PaperCase, record: AssessmentRecord) -> Iterator[str]:
    """Yield what was flagged; how the grade changed stands in its own words already."""
    return (one for one in case.flags_of(record.number) if one != HIGHER)


def _earlier(case: PaperCase, record: AssessmentRecord) -> Iterator[tuple[str, ...]]:
    """Yield every attempt before this one, of every channel: none is left out. Clause: S49."""
    words = case.words
    for one in _attempts_before(case, record):
        entered = words.say("BETWEEN_NAMES").join(
            words.say(f"BY_{by.name}") for by in one.entered_by
        )
        noted = [one.reason] if one.reason else []
        noted += [flags_in_words(case, one.flags)] if one.flags else []
        yield (
            one.number,
            one.taken.isoformat(),
            words.say(f"CHANNEL_{one.channel.name}"),
            one.grade.name if one.grade else words.say("NOT_PASSED"),
            entered,
            words.say("BETWEEN_GROUPS").join(noted) or NOTHING,
        )


def _earlier_answers(case: PaperCase, record: AssessmentRecord) -> Iterator[tuple[str, str, str]]:
    """Yield every answer of the attempts before, by who entered it; on a paper they stand there.

    An answer is its letter where the table of this attempt says it in words, else in words too.
    """
    between = case.words.say("BETWEEN_GROUPS")
    for one in _attempts_before(case, record):
        if one.made is not None:
            ways = dict.fromkeys((one.entered_by, one.reason) for one in _by_who(one.made))
            entered = (_entered_so(case, one.made, *way) for way in ways)
            otherwise = _otherwise(case, one.made, record)
            yield one.number, between.join(entered), between.join(otherwise) or NOTHING


def _by_who(made: AssessmentRecord) -> list[GivenAnswer]:
    """Return the answers, the client's own first."""
    given = [made.answers[item.id] for _, item in _numbered(made)]
    return sorted(given, key=lambda answer: list(EnteredBy).index(answer.entered_by))


def _entered_so(case: PaperCase, made: AssessmentRecord, who: EnteredBy, reason: str | None) -> str:
    words = case.words
    answers = [
        f"{number}{answer.letter}"
        for number, item in _numbered(made)
        if ((answer := made.answers[item.id]).entered_by, answer.reason) == (who, reason)
    ]
    entered = words.say("BETWEEN_NAMES").join(answers)
    return words.say("ANSWERS_BY", by=_by(case, who, reason), answers=entered)


def _otherwise(case: PaperCase, made: AssessmentRecord, record: AssessmentRecord) -> Iterator[str]:
    is_same = record.sha256 == made.sha256
    for number, item in _numbered(made):
        now, letter = record.answers.get(item.id), made.answers[item.id].letter
        if not is_same or now is None or now.letter != letter:
            _, said = _answer(case, item, letter)
            yield case.words.say("ANSWERED_OTHERWISE", number=number, answer=said)


def _numbered(made: AssessmentRecord) -> Iterator[tuple[int, Item]]:
    """Yield the items that were answered, with their numbers."""
    items = load_questionnaire(made.questionnaire, made.edition).items
    return (one for one in enumerate(items, start=1) if one[1].id in made.answers)


def _attempts_before(case: PaperCase, record: AssessmentRecord) -> Iterator[Attempt]:
    return takewhile(lambda each: each.number != record.number, case.attempts)


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
    if answer is None:
        return case.words.say("BY_birth_date")
    return _by(case, answer.entered_by, answer.reason)


def _by(case: PaperCase, who: EnteredBy, reason: str | None) -> str:
    """Say who entered an answer; of another than the client, why. Clause: S28."""
    by = case.words.say(f"BY_{who.name}")
    if who is EnteredBy.client or not reason:
        return by
    return case.words.say("BY_BECAUSE", by=by, reason=reason)
