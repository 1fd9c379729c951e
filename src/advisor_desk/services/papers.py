"""From facts to the values of the forms: what is printed, and nothing that happens later.

What the client writes in person has no value here, and the form engine has no slot for it (S28).
A form speaks the client's language; the sentence to copy is the pack's own. Here stands what
several forms share.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from advisor_desk.domain.assessment_events import AssessmentRecord
from advisor_desk.domain.calendar import age_on, assessment_valid_until
from advisor_desk.domain.client import Client
from advisor_desk.domain.duties import is_attended_to, witness_now
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.interview import Mark
from advisor_desk.domain.interview_events import PaperCopy
from advisor_desk.domain.languages import Language
from advisor_desk.domain.over_risk_events import SpecialAttentionGiven
from advisor_desk.domain.people import StaffMember
from advisor_desk.domain.purchase_events import Choice
from advisor_desk.domain.steps import marks_needed
from advisor_desk.domain.suitability import RulePack
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.wording import wording
from advisor_desk.services.act_times import ActTimes
from advisor_desk.services.attempts import Attempt
from advisor_desk.services.interview_room import DayData
from advisor_desk.services.paper_words import PaperWords
from advisor_desk.services.presence import Stay

DIGEST_SHOWN = 16
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class PaperCase:
    """Everything a set of forms is printed from. ``at`` is when the forms are made.

    ``attempts`` are all assessments of the client, of every channel, the oldest first; ``stays``
    who was here when.
    """

    facts: Facts
    client: Client
    adviser: StaffMember
    data: DayData
    branch: str
    station: str
    at: datetime
    times: ActTimes
    attempts: tuple[Attempt, ...]
    stays: tuple[Stay, ...]

    def assessed(self) -> AssessmentRecord:
        """Return the assessment of the sale; its duties were asked before."""
        record = self.facts.assessment
        assert record, "a sale without an assessment"  # noqa: S101 - see above
        return record

    def flags_of(self, assessment: str) -> tuple[str, ...]:
        """Return what was flagged with an assessment by its number, whatever its interview."""
        return next((one.flags for one in self.attempts if one.number == assessment), ())

    @property
    def words(self) -> PaperWords:
        """Return the words of the client's language."""
        return PaperWords(self.facts.language)


def flags_in_words(case: PaperCase, flags: Iterable[str]) -> str:
    """Return what was flagged by itself, each once; empty where nothing was. Clauses: S49, S62."""
    texts = wording(case.words.language)
    said = dict.fromkeys(texts[f"FLAG_{flag}"] for flag in flags)
    return case.words.say("BETWEEN_NAMES").join(said)


def attention_in_words(case: PaperCase) -> tuple[str, ...]:
    """Return that the client was told apart how risky the product is, and when; else nothing."""
    told_at = case.times.of(SpecialAttentionGiven)
    if told_at is None or not is_attended_to(case.facts):
        return ()
    return (case.words.say("ATTENDED", at=case.words.moment(told_at)),)


def statement(case: PaperCase) -> str:
    """Return the sentence the client copies by hand; see ``statement_to_copy``."""
    return statement_to_copy(case.data.packs, case.words.language)


def statement_to_copy(packs: Iterable[RulePack], language: Language) -> str:
    """Return the sentence the client copies by hand, in the pack's own words and script.

    The bank's sentence is in Simplified characters; it is copied as it stands, also on a form in
    Traditional ones.

    Raises:
        BadInput: ``NO_SENTENCE_TO_COPY``: no pack of this home has one.
    """
    found = next((pack.statement for pack in packs if pack.statement), None)
    if found is None:
        raise BadInput("NO_SENTENCE_TO_COPY", clause="S28")
    return found.en if language is Language.en else found.zh_CN


def client_values(case: PaperCase) -> Mapping[str, str]:
    """Return name, document, birth date and age."""
    born = case.client.born
    return {
        "client_name": case.client.name,
        "client_document": case.words.document(case.client.document),
        "client_born": case.words.day(born),
        "client_age": case.words.say("AGE", years=age_on(born, case.at.date())) if born else "",
    }


def assessed_values(case: PaperCase) -> Mapping[str, str]:
    """Return number, day, grade and validity of the assessment."""
    record = case.assessed()
    return {
        "assessment_number": record.number,
        "assessment_date": record.taken.isoformat(),
        "client_grade": grade_text(record, case.words),
        "assessment_valid_until": valid_until(case, record),
    }


def grade_text(record: AssessmentRecord, words: PaperWords) -> str:
    """Return ``A3 Balanced``; the letter alone where another channel gave no name."""
    letter = record.grade.name if record.grade else ""
    name = record.label.in_language(words.language)
    return f"{letter} {name}" if name and name != letter else letter


def valid_until(case: PaperCase, record: AssessmentRecord) -> str:
    """Return the last day on which the assessment counts; the strictest pack decides."""
    months = min(pack.parameters.assessment_valid_months for pack in case.data.packs)
    return assessment_valid_until(record.taken, months).isoformat()


def worst_case(case: PaperCase, choice: Choice) -> str:
    """Return the worst case of a product by example, from its approved material. Clause: S66."""
    product = choice.product
    material = case.data.materials.material(product.code, product.material_version)
    return material.worst_case.in_language(case.words.language)


def adviser_values(case: PaperCase) -> Mapping[str, str]:
    """Return who serves the client, with the certificate."""
    certificate = case.adviser.certificate
    return {
        "adviser_name": case.adviser.name,
        "adviser_staff_no": case.adviser.staff_no,
        "adviser_certificate": certificate.number if certificate else "",
    }


def witness_values(case: PaperCase) -> Mapping[str, str]:
    """Return who witnesses the sale; nothing where nobody has to. Clauses: S43, S60."""
    witness = witness_now(case.facts)
    if witness is None or Mark.witness_signature not in marks_needed(case.facts):
        return {}
    return {
        "witness_name": witness.name,
        "witness_post": witness.post,
        "witness_staff_no": witness.staff_no,
    }


def copy_kept(case: PaperCase, copy: PaperCopy) -> str:
    """Return where the copy of a paper is kept: in the book by its digest, or in a folder."""
    if copy.sha256:
        return case.words.say("COPY_SCANNED", digest=copy.sha256[:DIGEST_SHOWN])
    return case.words.say("COPY_IN_FOLDER", folder=copy.folder)


def switches(case: PaperCase, *marks: Mark) -> Mapping[str, str]:
    """Return switches of a form: each on where the sale asks for the mark it stands for."""
    needed = marks_needed(case.facts)
    return {_SWITCH[mark]: "yes" if mark in needed else "no" for mark in marks}


_SWITCH = {
    Mark.guardian_signature: "guardian",
    Mark.declaration_signature: "special_declaration",
    Mark.witness_signature: "witness",
}


def present(case: PaperCase) -> tuple[tuple[str, str, str], ...]:
    """Return who was in the room, in which capacity, from when to when, also who left. S31."""
    adviser = Stay("adviser", case.adviser.name, "", case.facts.opened_at, case.at)
    return tuple(
        (one.name, case.words.say(f"ROLE_{one.role}"), from_to(case, one))
        for one in (adviser, *case.stays)
    )


def from_to(case: PaperCase, stay: Stay) -> str:
    """Return ``2026-11-23 14:02–14:38``."""
    is_one_day = stay.since.date() == stay.until.date()
    until = stay.until.strftime("%H:%M") if is_one_day else case.words.moment(stay.until)
    return f"{case.words.moment(stay.since)}–{until}"
