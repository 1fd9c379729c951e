"""Facts of an interview put to the rule packs of the home.

The witness comes to the table only after the presentation, so a choice is judged as if a witness
of the rank the packs ask for will come: the answer is then what the sale needs, not what happens
to be missing now. At signing the packs are asked again about the people who are really here.
"""

from collections.abc import Iterable
from dataclasses import replace

from advisor_desk.domain.allowed_today import purchase_of
from advisor_desk.domain.calendar import age_on
from advisor_desk.domain.client import Client
from advisor_desk.domain.duties import witness_now
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.domain.interview import PartyRole, Protection
from advisor_desk.domain.languages import Language
from advisor_desk.domain.money import Money
from advisor_desk.domain.needs import Pot
from advisor_desk.domain.people import StaffMember, WitnessRank
from advisor_desk.domain.product import Product, Purpose, Regime
from advisor_desk.domain.purchase_events import Choice
from advisor_desk.domain.suitability import (
    AskedBy,
    Assessment,
    Decision,
    Guardian,
    Purchase,
    RulePack,
    judge,
)
from advisor_desk.domain.trouble import BadInput
from advisor_desk.services.interview_room import DayData


def judge_choice(
    data: DayData,
    facts: Facts,
    client: Client,
    adviser: StaffMember,
    choice: Choice,
    *,
    with_witness: bool,
) -> Decision:
    """Return what the packs say to a choice today. ``with_witness``: one will come.

    Without it the witness counts who is here for this choice.
    """
    assessment = facts.assessment
    purchase = replace(
        any_purchase(
            data,
            client,
            adviser,
            Assessment(assessment.taken, assessment.grade) if assessment else None,
            facts.pots[choice.pot],
        ),
        guardian=guardian_of(facts),
        asked_by=choice.asked_by,
        amount=choice.amount,
        witness=rank_asked_for(data) if with_witness else _rank_here(facts),
    )
    return judge(data.packs, purchase_of(purchase, choice.product))


def any_purchase(
    data: DayData,
    client: Client,
    adviser: StaffMember,
    assessment: Assessment | None,
    pot: Pot | None,
) -> Purchase:
    """Return a purchase proposed by the adviser, a witness invited, its product still open.

    Without a ``pot`` the money has no purpose of its own and no day on which it is needed.
    """
    return Purchase(
        on=data.day,
        certificate=adviser.certificate,
        client_born=client.born,
        guardian=None,
        assessment=assessment,
        regime=Regime.bank_wealth,
        product_risk=ProductRisk.R1,
        capital_protecting=True,
        pays_back_days=0,
        asked_by=AskedBy.adviser,
        amount=pot.amount if pot else Money(1),
        purpose=pot.purpose if pot else Purpose.ordinary,
        needed_by=pot.needed_by if pot else None,
        witness=rank_asked_for(data),
    )


def judge_person(data: DayData, facts: Facts, client: Client, adviser: StaffMember) -> Decision:
    """Return what the packs say to the safest purchase of all for this client today.

    A refusal here is about the person (no guardian, no birth date …), so nothing else can be
    sold either. Of the kinds of product on the shelf the mildest answer counts; of refusals, the
    one with the fewest reasons that nothing would change.
    """
    answers = [judge(data.packs, one) for one in safest_purchases(data, facts, client, adviser)]
    return min(answers, key=_severity)


def _severity(decision: Decision) -> tuple[int, int]:
    lasting = [reason for reason in decision.reasons if reason.change is None]
    return decision.outcome.value, len(lasting)


def safest_purchases(
    data: DayData, facts: Facts, client: Client, adviser: StaffMember
) -> tuple[Purchase, ...]:
    """Return the safest purchase of each kind of product on the shelf."""
    regimes = {product.regime for product in data.catalogue.products()}
    assessed = Assessment(data.day, RiskTolerance.A5)
    safest = replace(
        any_purchase(data, client, adviser, assessed, None),
        guardian=guardian_of(facts),
        asked_by=AskedBy.client,
        witness=None,
    )
    by_name = sorted(regimes, key=lambda regime: regime.name)
    return tuple(replace(safest, regime=regime) for regime in by_name)


def protections_of(data: DayData, client: Client) -> tuple[Protection, ...]:
    """Return the protections a client's age brings today; the widest pack decides. S40-S44."""
    if client.born is None:
        return ()
    age = age_on(client.born, data.day)
    adult = adult_age(data.packs)
    elder = min(
        (pack.parameters.elder_age for pack in data.packs if pack.parameters.elder_age),
        default=None,
    )
    if age < adult:
        return (Protection.minor,)
    return (Protection.elder,) if elder is not None and age >= elder else ()


def adult_age(packs: Iterable[RulePack]) -> int:
    """Return the age, included, from which no pack asks for a guardian any more."""
    return max((pack.parameters.adult_age or 0 for pack in packs), default=0)


def _rank_here(facts: Facts) -> WitnessRank | None:
    witness = witness_now(facts)
    return witness.rank if witness is not None and witness.proceeds else None


def rank_asked_for(data: DayData) -> WitnessRank | None:
    """Return the highest of the lowest ranks the packs accept as a witness."""
    ranks = [pack.parameters.lowest_witness for pack in data.packs]
    return max((rank for rank in ranks if rank), key=lambda rank: rank.value, default=None)


def require_sold(data: DayData, product: Product) -> None:
    """Let only a product through that is on sale today and whose material may be used today.

    Raises:
        BadInput: ``PRODUCT_NOT_ON_SALE``, or as ``Material.require_usable``.
        Unavailable, Tampered: as ``MaterialRegister.material``.
    """
    _require_on_sale(data, product)
    material = data.materials.material(product.code, product.material_version)
    material.require_usable(data.day)


def require_offered(data: DayData, product: Product, language: Language) -> None:
    """Let only a product through whose pages in the client's language are here as approved, too.

    Raises:
        BadInput, Unavailable, Tampered: as ``require_sold`` and as ``MaterialRegister.pages``.
    """
    _require_on_sale(data, product)
    data.materials.pages(product.code, product.material_version, language, data.day)


def _require_on_sale(data: DayData, product: Product) -> None:
    if not product.sold_on(data.day):
        raise BadInput("PRODUCT_NOT_ON_SALE", clause="S67", product=product.code, day=data.day)


def guardian_of(facts: Facts) -> Guardian | None:
    """Return the guardian who is here, if one is. Clause: S45."""
    party = facts.parties.get(PartyRole.guardian)
    return Guardian(present=True, proof=party.proof, copied=party.proof_copied) if party else None
