"""Values of F1, the application, and F3, the risk disclosure; see ``papers``.

Product, pot and amount are those the client chose and confirmed (S28).
"""

from advisor_desk.domain.capital import amount_in_figures
from advisor_desk.domain.duties import documents_of
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.interview import Mark, Protection
from advisor_desk.domain.purchase_events import Choice, ElementExplained
from advisor_desk.forms.values import Values
from advisor_desk.packs.materials import ELEMENTS
from advisor_desk.services.attempts import LOOKED_ABOVE
from advisor_desk.services.papers import (
    DIGEST_SHOWN,
    PaperCase,
    adviser_values,
    assessed_values,
    attention_in_words,
    client_values,
    flags_in_words,
    statement,
    switches,
    witness_values,
    worst_case,
)


def application(case: PaperCase, choice: Choice) -> Values:
    """Return the values of F1, the transaction application."""
    words, product = case.words, choice.product
    pot = case.facts.pots[choice.pot]
    return {
        **switches(case, Mark.guardian_signature, Mark.declaration_signature),
        **switches(case, Mark.witness_signature),
        **client_values(case),
        **assessed_values(case),
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
        "recording": _recording(case.facts),
        "copied_statement": statement(case),
        **adviser_values(case),
        **witness_values(case),
    }


def disclosure(case: PaperCase, choice: Choice) -> Values:
    """Return the values of F3, risk disclosure and acknowledgement of the presentation."""
    words, product = case.words, choice.product
    material = case.data.materials.material(product.code, product.material_version)
    shown = case.facts.presentation
    explained = shown.explained if shown else ()
    return {
        **switches(case, Mark.guardian_signature),
        "client_name": case.client.name,
        "client_document": words.document(case.client.document),
        "product_name": product.name,
        "product_code": product.code,
        "product_grade": words.risk(product.risk),
        "product_type": words.say(f"REGIME_{product.regime.name}"),
        "product_term": words.term(product),
        "product_issuer": product.issuer,
        "worst_case": worst_case(case, choice),
        "elements": tuple(one for one in ELEMENTS[1:] if one in explained),
        "material_version": words.say("MATERIAL", product=product.code, version=material.version),
        "material_approved_by": material.approver.in_language(words.language),
        "material_digest": material.sha256[:DIGEST_SHOWN],
        "copied_statement": statement(case),
        "presented_at": words.moment(case.times.of(ElementExplained) or case.at),
        **adviser_values(case),
    }


def _opinion(case: PaperCase, choice: Choice) -> str:
    """Return what the packs found, and which annexes go with it."""
    words, record = case.words, case.assessed()
    grade, risk = record.grade, choice.product.risk
    code = "MATCH" if grade is not None and grade.covers(risk) else "ABOVE"
    said = [words.say(code, grade=grade.name if grade else "", risk=risk.name)]
    asked_for = documents_of(case.facts)
    if "SECOND_RISK_WARNING" in asked_for:
        said.append(words.say("WARNED_TWICE"))
    if case.facts.is_protected(Protection.minor):
        said.append(words.say("GUARDIAN_AGREES"))
    if "FUND_PURPOSE_NOTE" in asked_for:
        said.append(words.say("PURPOSE_NOTED"))
    if LOOKED_ABOVE in case.flags_of(record.number):
        flagged = flags_in_words(case, (LOOKED_ABOVE,))
        said.append(words.say("FLAGGED", flags=flagged))
    return " ".join((*said, *attention_in_words(case)))


def _recording(facts: Facts) -> str:
    """Return the recording's number, or why there is none."""
    stated = facts.recording
    return (stated.number or stated.reason_none or "") if stated else ""
