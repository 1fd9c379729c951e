"""May this client buy this product with this money, today? Facts in, a decision out.

A rule never blocks anything by itself: it returns a finding. ``judge`` asks every rule of every
pack that covers the product and adds the findings up so that more of them can only make the answer
stricter. That is what lets a bank add a rule without re-reading all the others.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Protocol

from advisor_desk.domain.calendar import age_on, assessment_valid_until
from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.domain.languages import Words
from advisor_desk.domain.money import Money
from advisor_desk.domain.people import Certificate, WitnessRank
from advisor_desk.domain.product import Purpose, Regime


class AskedBy(Enum):
    """Whose idea the purchase was; ``client`` only where the records show it. Clause: S57."""

    client = "client"
    adviser = "adviser"


class GuardianProof(Enum):
    """Paper that proves a guardian's standing. Clause: S45."""

    household_register = "household_register"  # 戶口簿
    birth_certificate = "birth_certificate"
    court_order = "court_order"
    other_legal = "other_legal"


@dataclass(frozen=True, slots=True)
class Guardian:
    """Legal guardian (監護人) of a minor: here in person, proved by a paper, the paper copied."""

    present: bool
    proof: GuardianProof | None
    copied: bool

    @property
    def is_verified(self) -> bool:
        """Say whether all three hold. Clauses: S44, S45."""
        return self.present and self.proof is not None and self.copied


@dataclass(frozen=True, slots=True)
class Assessment:
    """A risk assessment as a rule sees it: ``grade`` is None where it was not passed."""

    taken: date
    grade: RiskTolerance | None


class AssessmentState(Enum):
    """Whether an assessment counts on the day of the act. Clause: S50."""

    missing = "missing"
    failed = "failed"
    expired = "expired"
    valid = "valid"


_valid_until = lru_cache(maxsize=4096)(assessment_valid_until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase:
    """The facts of one purchase on one day. ``certificate`` is the adviser's.

    ``pays_back_days`` is the longer of term and holding period, plus settlement; ``witness`` is
    the rank of the person who witnesses in this visit. Whether that person is neither the adviser
    nor the guardian is for the caller to have checked: a rank does not show it.
    """

    on: date
    certificate: Certificate | None
    client_born: date | None
    guardian: Guardian | None
    assessment: Assessment | None
    regime: Regime
    product_risk: ProductRisk
    capital_protecting: bool
    pays_back_days: int
    asked_by: AskedBy
    amount: Money
    purpose: Purpose
    needed_by: date | None
    witness: WitnessRank | None

    @property
    def client_age(self) -> int | None:
        """Return whole years on the day of the act; None where the birth date is unknown."""
        return None if self.client_born is None else age_on(self.client_born, self.on)

    def assessment_state(self, valid_months: int) -> AssessmentState:
        """Return the state on the day of the act, its last valid day included."""
        if self.assessment is None:
            return AssessmentState.missing
        if self.assessment.grade is None:
            return AssessmentState.failed
        if _valid_until(self.assessment.taken, valid_months) < self.on:
            return AssessmentState.expired
        return AssessmentState.valid

    def grade(self, valid_months: int) -> RiskTolerance | None:
        """Return the assessed grade; a failed or expired assessment gives none."""
        assessment = self.assessment
        if assessment is None or _valid_until(assessment.taken, valid_months) < self.on:
            return None
        return assessment.grade

    @property
    def pays_back_in_time(self) -> bool:
        """Say whether the money is back on the day it is needed, that day included."""
        return self.needed_by is None or self.pays_back_days <= (self.needed_by - self.on).days


class Effect(Enum):
    """What a finding does; the strictest wins."""

    ALLOW = 0
    ALLOW_WITH = 1
    REFUSE = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule has to say: a refusal, or documents that this purchase needs."""

    rule: str
    clause: str
    effect: Effect
    documents: tuple[str, ...] = ()


class RuleKind(Protocol):
    """A rule of any kind in ``domain/rules.py``."""

    @property
    def rule(self) -> str:
        """Return the rule's id in its pack."""
        ...

    @property
    def clause(self) -> str:
        """Return the clause it carries out."""
        ...

    def __call__(self, purchase: Purchase) -> Finding | None:
        """Return a finding where the rule applies."""
        ...


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: the pack's words for the adviser, for the client, and what would honestly change it.

    Several rules of a pack may share a ``code``; ``change`` is None where nothing would.
    """

    code: str
    clause: str
    pack: str
    say: Words
    client: Words
    change: Words | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document a sale may need, by its code."""

    code: str
    clause: str
    name: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PackParameters:
    """The numbers of a pack; None where the pack says nothing of it. Ages in years, included."""

    assessment_valid_months: int
    adult_age: int | None = None
    elder_age: int | None = None
    civil_capacity_age: int | None = None
    high_risk_floor: ProductRisk | None = None
    lowest_witness: WitnessRank | None = None
    assessments_a_day: int | None = None
    assessments_in_window: int | None = None
    assessment_window_months: int | None = None
    records_kept_years: int | None = None


@dataclass(frozen=True, slots=True)
class PackUsed:
    """A pack that was asked; ``sha256`` is of the bytes of its file."""

    id: str
    sha256: str


@dataclass(frozen=True, slots=True)
class WitnessQuestion:
    """What a witness asks the client; the answer is written down as it was heard."""

    id: str
    ask: Words


@dataclass(frozen=True, slots=True)
class WitnessScript:
    """What a witness says and asks in person. Clauses: S43, S60.

    ``second_warning`` is said to protected clients, ``over_grade_warning`` where the client asked
    for more risk than the grade carries.
    """

    second_warning: Words
    over_grade_warning: Words
    questions: tuple[WitnessQuestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePack:
    """One dated edition of an issuer's rules. ``statement`` is what the client copies by hand.

    ``reasons`` are by rule id, ``documents`` by code; ``witness`` None: its witness has nothing of
    its own to say. Clauses: S12, S13.
    """

    id: str
    effective: date
    name: Words
    issuer: Words
    interpreter: Words
    regimes: frozenset[Regime]
    parameters: PackParameters
    rules: tuple[RuleKind, ...]
    reasons: Mapping[str, Reason]
    documents: Mapping[str, Document]
    statement: Words | None
    sha256: str
    witness: WitnessScript | None = None

    def covers(self, regime: Regime) -> bool:
        """Say whether the pack has rules for a kind of product."""
        return regime in self.regimes


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer. ``duties`` say why each document is needed; both are empty on a refusal."""

    outcome: Effect
    reasons: tuple[Reason, ...]
    documents: tuple[str, ...]
    packs: tuple[PackUsed, ...]
    duties: tuple[Reason, ...] = field(default=())

    @property
    def is_refused(self) -> bool:
        """Say whether the purchase may not be made as it stands."""
        return self.outcome is Effect.REFUSE

    def result(self) -> dict[str, object]:
        """Return the Result of the interface, ready for JSON."""
        return {
            "outcome": self.outcome.name,
            "reasons": [
                {"code": one.code, "clause": one.clause, "pack": one.pack, "say": one.say.all()}
                for one in self.reasons
            ],
            "documents": list(self.documents),
            "packs": [{"id": one.id, "sha256": one.sha256} for one in self.packs],
        }


NO_RULES = Reason(
    code="NO_RULES_FOR_REGIME",
    clause="S22",
    pack="",
    say=Words(
        en="None of the rule packs in use covers this kind of product, so it may not be sold.",
        zh_CN="正在使用的规则包都不包含这一类产品，因此不得销售。",
        zh_TW="正在使用的規則包都不包含這一類產品，因此不得銷售。",
    ),
    client=Words(
        en="We have no checked rules for this kind of product yet, so we do not sell it here.",
        zh_CN="这一类产品我们还没有经过审核的销售规则，所以现在不向您销售。",
        zh_TW="這一類產品我們還沒有經過審核的銷售規則，所以現在不向您銷售。",
    ),
)


def judge(packs: Sequence[RulePack], purchase: Purchase) -> Decision:
    """Ask every rule of every pack that covers the product, and add the findings up.

    Reasons stand in the order of the packs and of the rules in them, one a code and pack;
    documents are sorted, without repeats.
    """
    asked = [pack for pack in packs if purchase.regime in pack.regimes]
    if not asked:
        return Decision(Effect.REFUSE, (NO_RULES,), (), ())
    reasons: dict[tuple[str, str], Reason] = {}
    duties: list[Reason] = []
    documents: set[str] = set()
    for pack in asked:
        for finding in _findings(pack, purchase):
            reason = pack.reasons[finding.rule]
            if finding.effect is Effect.REFUSE:
                reasons.setdefault((pack.id, reason.code), reason)
            else:
                duties.append(reason)
                documents.update(finding.documents)
    used = tuple(PackUsed(pack.id, pack.sha256) for pack in asked)
    if reasons:
        return Decision(Effect.REFUSE, tuple(reasons.values()), (), used)
    outcome = Effect.ALLOW_WITH if documents else Effect.ALLOW
    return Decision(outcome, (), tuple(sorted(documents)), used, tuple(duties))


def _findings(pack: RulePack, purchase: Purchase) -> Iterable[Finding]:
    return [finding for rule in pack.rules if (finding := rule(purchase)) is not None]


def document_named(packs: Sequence[RulePack], code: str) -> Document:
    """Return a document by its code, in the words of the first pack that has it.

    Raises:
        LookupError: none of the packs has it.
    """
    for pack in packs:
        if code in pack.documents:
            return pack.documents[code]
    raise LookupError(code)
