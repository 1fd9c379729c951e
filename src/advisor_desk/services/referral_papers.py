"""Values of F8, the referral slip (轉介單); see ``papers``. Clauses: S24, S25."""

from collections.abc import Iterator

from advisor_desk.domain.people import StaffMember
from advisor_desk.forms.values import Values
from advisor_desk.services.papers import DIGEST_SHOWN, PaperCase


def referral_form(case: PaperCase, colleague: StaffMember, topic: str) -> Values:
    """Return who introduces whom to whom about what, and what the client was given."""
    words, certificate = case.words, colleague.certificate
    meeting = case.facts.referral.meeting
    was_certified = case.facts.opening_decision is not None  # nobody else goes past the opening
    return {
        "begun_certified": "yes" if was_certified else "no",
        "client_name": case.client.name,
        "client_contact": case.client.phone,
        "referred_at": words.moment(case.at),
        "referrer_name": case.adviser.name,
        "referrer_staff_no": case.adviser.staff_no,
        "receiver_name": colleague.name,
        "receiver_staff_no": colleague.staff_no,
        "receiver_certificate": certificate.number if certificate else "",
        "outlet": words.say("OUTLET", branch=case.branch, station=case.station),
        "meeting": words.moment(meeting) if meeting else words.say("MEETING_NOT_AGREED"),
        "topic": topic,
        "material": tuple(_given(case)),
        "client_agreed": words.say("REFERRAL_AGREED"),
    }


def _given(case: PaperCase) -> Iterator[tuple[str, str, str]]:
    words, referral = case.words, case.facts.referral
    for material in referral.handed_out:
        title = words.say("REFERRAL_MATERIAL", product=_name(case, material.product))
        yield (
            title,
            f"{material.product} {material.material_version}",
            material.sha256[:DIGEST_SHOWN],
        )
    for told in referral.passed_on:
        title = words.say("REFERRAL_FACTS", product=_name(case, told.product))
        yield title, told.edition.isoformat(), ""


def _name(case: PaperCase, code: str) -> str:
    """Return a product's name; its code alone where the catalogue of today has it no more."""
    listed = case.data.catalogue.listed.get(code)
    return listed.in_language(case.words.language).name if listed else code
