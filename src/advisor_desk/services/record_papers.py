"""Values of F7, the interview record, and F10, the cover list; see ``papers``."""

from collections.abc import Iterator

from advisor_desk.domain.assessment_events import Holding
from advisor_desk.domain.interview import PartyRole
from advisor_desk.domain.interview_events import FormFile, InterviewRecord
from advisor_desk.domain.product import AssetClass
from advisor_desk.domain.structure import YUAN, currencies, in_currency, shares
from advisor_desk.forms.template import load_template
from advisor_desk.forms.values import Values
from advisor_desk.services.papers import (
    DIGEST_SHOWN,
    NOTHING,
    PaperCase,
    adviser_values,
    attention_in_words,
    copy_kept,
    flags_in_words,
    present,
)


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
    """Say what was flagged here and with the assessment that served, and what was told apart."""
    served = case.facts.assessment
    flags = (*case.facts.flags, *(case.flags_of(served.number) if served else ()))
    flagged = flags_in_words(case, flags)
    noted = (*((flagged,) if flagged else ()), *attention_in_words(case))
    return case.words.say("BETWEEN_GROUPS").join(noted) or case.words.say("NOTED_NONE")


def cover_list(case: PaperCase, papers: tuple[FormFile, ...], outcome: str) -> Values:
    """Return the values of F10: every paper in the file, with its digest and where it is kept."""
    words = case.words
    rows = (*(_paper(case, form) for form in papers), *_void_sets(case), *_copies_kept(case))
    pages = sum(one.pages for one in papers)
    pages += sum(one.pages.least for one in case.facts.void_prints)
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
    for one in case.facts.void_prints:
        forms = words.say("BETWEEN_NAMES").join(one.voids.forms)
        title = words.say("VOID_SET", number=one.voids.number, forms=forms)
        yield NOTHING, title, str(one.pages), NOTHING, words.say("VOID_KEPT")


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


def _holdings(case: PaperCase) -> Iterator[tuple[str, str, str, str]]:
    holdings = case.facts.holdings or ()
    for currency in currencies(holdings):
        there = in_currency(holdings, currency)
        prefix = "" if currency == YUAN else f"{currency} "
        for one, share in zip(there, shares([o.amount.minor for o in there]), strict=True):
            figures = f"{prefix}{one.amount.figures()}"
            yield _told(case, one), case.words.risk(one.risk), figures, f"{share / 10:.1f}%"


def _told(case: PaperCase, one: Holding) -> str:
    """Return what is held, the day of its figure, and when it is due where it has such a day."""
    words, facts = case.words, {"held": one.name, "day": one.as_of.isoformat()}
    if one.matures_on is not None:
        return words.say("HOLDING_DUE", due=one.matures_on.isoformat(), **facts)
    is_deposit = one.asset_class is AssetClass.deposit
    return words.say("HOLDING_DUE_NOT_KNOWN" if is_deposit else "HOLDING", **facts)
