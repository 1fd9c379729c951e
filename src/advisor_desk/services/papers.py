"""From facts to the values of the forms: what is printed, and nothing that happens later.

What the client writes in person has no value here, and the form engine has no slot for it (S28).
Product, pot and amount are those the client chose and confirmed. A form speaks the client's
language; the sentence to copy is the pack's own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from advisor_desk.domain.assessment_events import AssessmentRecord
from advisor_desk.domain.calendar import age_on, assessment_valid_until
from advisor_desk.domain.capital import amount_in_figures
from advisor_desk.domain.client import Client
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.interview import PartyRole, SigningWay
from advisor_desk.domain.languages import Language
from advisor_desk.domain.people import StaffMember
from advisor_desk.domain.purchase_events import Choice
from advisor_desk.domain.suitability import RulePack
from advisor_desk.forms.values import Values
from advisor_desk.packs.materials import ELEMENTS
from advisor_desk.services.interview_room import DayData
from advisor_desk.services.paper_words import PaperWords

DIGEST_SHOWN = 16


@dataclass(frozen=True, slots=True)
class PaperCase:
    """Everything a set of forms is printed from. ``at`` is when the forms are made."""

    facts: Facts
    client: Client
    adviser: StaffMember
    data: DayData
    branch: str
    station: str
    at: datetime

    @property
    def words(self) -> PaperWords:
        """Return the words of the client's language."""
        return PaperWords(self.facts.language)


def application(case: PaperCase, choice: Choice) -> Values:
    """Return the values of F1, the transaction application."""
    words, product = case.words, choice.product
    pot = case.facts.pots[choice.pot]
    return {
        **_switches("guardian", "special_declaration"),
        # On paper the witness's box stays open for a pen; on the screen none will reach it.
        "witness": "yes" if case.facts.signing_way is SigningWay.paper else "no",
        **_client(case),
        **_assessed(case),
        "kind": "subscription" if choice.is_closed else "purchase",
        "outlet": words.say("OUTLET", branch=case.branch, station=case.station),
        "applied_at": words.moment(case.at),
        "account": words.say("ACCOUNT", tail=case.client.account_tail),
        "product_code": product.code,
        "product_name": product.name,
        "product_grade": words.risk(product.risk),
        "product_term": words.term(product),
        "product_issuer": product.issuer,
        "currency": words.currency(choice.amount.currency),
        "fees": words.fees(product.fees),
        "amount_figures": amount_in_figures(choice.amount),
        "amount_words": words.amount(choice.amount),
        "match_opinion": _opinion(case, choice),
        "fund_purpose": words.purpose(pot),
        "needed_by": words.day(pot.needed_by),
        "asked_by": choice.asked_by.name,
        "recording_number": _recording(case.facts),
        "copied_statement": statement(case),
        **_adviser(case),
    }


def disclosure(case: PaperCase, choice: Choice) -> Values:
    """Return the values of F3, risk disclosure and acknowledgement of the presentation."""
    words, product = case.words, choice.product
    material = case.data.materials.material(product.code, product.material_version)
    shown = case.facts.presentation
    explained = shown.explained if shown else ()
    return {
        **_switches("guardian"),
        "client_name": case.client.name,
        "client_document": words.document(case.client.document),
        "product_name": product.name,
        "product_code": product.code,
        "product_grade": words.risk(product.risk),
        "product_type": words.say(f"REGIME_{product.regime.name}"),
        "product_term": words.term(product),
        "product_issuer": product.issuer,
        "worst_case": material.worst_case.in_language(words.language),
        "elements": tuple(one for one in ELEMENTS[1:] if one in explained),
        "material_version": words.say("MATERIAL", product=product.code, version=material.version),
        "material_approved_by": material.approver.in_language(words.language),
        "material_digest": material.sha256[:DIGEST_SHOWN],
        "copied_statement": statement(case),
        "presented_at": words.moment(case.at),
        **_adviser(case),
    }


def statement(case: PaperCase) -> str:
    """Return the sentence the client copies by hand; see ``statement_to_copy``."""
    return statement_to_copy(case.data.packs, case.words.language)


def statement_to_copy(packs: Iterable[RulePack], language: Language) -> str:
    """Return the sentence the client copies by hand, in the pack's own words and script.

    The bank's sentence is in Simplified characters; it is copied as it stands, also on a form in
    Traditional ones.
    """
    found = next(pack.statement for pack in packs if pack.statement)
    return found.en if language is Language.en else found.zh_CN


def _client(case: PaperCase) -> Mapping[str, str]:
    born = case.client.born
    return {
        "client_name": case.client.name,
        "client_document": case.words.document(case.client.document),
        "client_born": case.words.day(born),
        "client_age": case.words.say("AGE", years=age_on(born, case.at.date())) if born else "",
    }


def _assessed(case: PaperCase) -> Mapping[str, str]:
    record = case.facts.assessment
    if record is None:
        return {}
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


def _opinion(case: PaperCase, choice: Choice) -> str:
    record, chosen = case.facts.assessment, case.facts.chosen
    grade = record.grade.name if record and record.grade else ""
    opinion = case.words.say("MATCH", grade=grade, risk=choice.product.risk.name)
    noted = chosen is not None and "FUND_PURPOSE_NOTE" in chosen.decision.documents
    return opinion + (f" {case.words.say('PURPOSE_NOTED')}" if noted else "")


def _recording(facts: Facts) -> str:
    return (facts.recording.number or "") if facts.recording else ""


def _adviser(case: PaperCase) -> Mapping[str, str]:
    certificate = case.adviser.certificate
    return {
        "adviser_name": case.adviser.name,
        "adviser_staff_no": case.adviser.staff_no,
        "adviser_certificate": certificate.number if certificate else "",
    }


def _switches(*names: str) -> Mapping[str, str]:
    """Return every switch off: guardian and declaration have no procedure here yet."""
    return dict.fromkeys(names, "no")


def present(case: PaperCase) -> tuple[tuple[str, str, str], ...]:
    """Return who was in the room, in which capacity, from when."""
    since = case.facts.opened_at.strftime("%H:%M")
    rows = [
        (party.name, case.words.say(f"ROLE_{role.name}"), since)
        for role in PartyRole
        if (party := case.facts.parties.get(role))
    ]
    return (*rows, (case.adviser.name, case.words.say("ROLE_adviser"), since))
