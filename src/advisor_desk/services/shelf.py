"""What this client may buy today: the card of the client's file, and the shelf of an interview.

The packs answer; nothing is decided here. A witness is taken as invited, so that an answer says
what a sale needs, not who happens to be in the room. Clauses: S55, S56, S62-S65, S67.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from advisor_desk.domain.allowed_today import Explained, ProductAnswer, allowed_today, purchase_of
from advisor_desk.domain.client import ClientId
from advisor_desk.domain.facts import Facts, Opened
from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.domain.interview import InterviewId
from advisor_desk.domain.languages import Language, Words
from advisor_desk.domain.needs import Pot
from advisor_desk.domain.product import Product
from advisor_desk.domain.suitability import (
    AskedBy,
    Assessment,
    AssessmentState,
    Effect,
    Purchase,
    Reason,
)
from advisor_desk.domain.text import as_kept
from advisor_desk.domain.trouble import BadInput, Trouble
from advisor_desk.domain.what_would_help import Change, Help, Helps, smallest, what_would_help
from advisor_desk.packs.catalogue import Listed
from advisor_desk.services.assessment_history import AssessmentHistory
from advisor_desk.services.guards import require_receiving
from advisor_desk.services.interview_room import DayData, InterviewRoom
from advisor_desk.services.judging import (
    any_purchase,
    guardian_of,
    require_offered,
    safest_purchases,
)
from advisor_desk.services.last_needs import last_pots
from advisor_desk.services.other_interviews import was_proposed

BUYING_LATER = frozenset({Change.older, Change.on_sale})  # their day is the first to buy on


@dataclass(frozen=True, slots=True)
class GradeAnswer:
    """The answer for all products of one grade that are on sale: the mildest of theirs.

    ``count`` is how many may be bought, or where none may, how many are refused; ``reasons`` say
    why (why not, or why each document), with their clauses. Without a product on sale the outcome
    is a refusal that gives no reason.
    """

    risk: ProductRisk
    outcome: Effect
    count: int
    reasons: tuple[Reason, ...]
    documents: tuple[str, ...]
    for_adviser: tuple[Words, ...]
    for_client: tuple[Words, ...]
    would_change_it: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class PotAnswers:
    """The answers for one pot of money, R1 to R5."""

    pot: Pot
    grades: tuple[GradeAnswer, ...]


@dataclass(frozen=True, slots=True)
class AllowedCard:
    """What may be recommended to a client today, as things stand.

    ``grades`` are for money without a purpose of its own; ``pots`` are those of the last interview
    that recorded any. ``rules_asked`` counts the rules of all packs in force.
    """

    client: ClientId
    day: date
    grade: RiskTolerance | None
    state: AssessmentState
    valid_until: date | None
    grades: tuple[GradeAnswer, ...]
    pots: tuple[PotAnswers, ...]
    rules_asked: int


@dataclass(frozen=True, slots=True)
class ShelfAnswer:
    """A product of the shelf and its answer for one pot of money.

    ``recommended`` is the answer to the adviser's proposal, ``as_asked`` that to the client's own
    request, where the records show one. ``why_not_sold`` is a trouble code, or nothing.
    """

    listed: Listed
    product: Product
    recommended: Explained
    as_asked: Explained | None
    opened: tuple[Opened, ...]
    why_not_sold: str

    @property
    def is_closed(self) -> bool:
        """Say whether it is subscribed to in a period, not bought any day."""
        return self.listed.is_closed

    @property
    def answer(self) -> Explained:
        """Return what choosing it now would be answered."""
        return self.as_asked or self.recommended

    @property
    def may_be_recommended(self) -> bool:
        """Say whether the adviser may put it forward now. Clause: S56."""
        return not self.why_not_sold and not self.recommended.decision.is_refused


class Shelf:
    """The shelf as one client may use it today."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room
        self._history = AssessmentHistory(room)

    def read_materials(self) -> None:
        """Read the material of every product once, so that looking at the shelf later is quick."""
        data = self._room.today()
        for one in data.catalogue.products():
            for language in Language:
                _why_not_sold(data, one, language)

    def card(self, client: ClientId, interview: InterviewId | None = None) -> AllowedCard:
        """Return the card of a client's file; who sees it opened the file before.

        In an ``interview`` the guardian counts who is here.

        Raises:
            BadInput: ``CLIENT_UNKNOWN``.
        """
        require_receiving(self._room.me())
        record = self._room.client(client)
        data = self._room.today()
        standing = self._history.standing(client)
        latest = standing.latest
        assessment = Assessment(latest.taken, latest.grade) if latest else None
        products = data.catalogue.products()
        sold = [one for one in products if not _why_not_sold(data, one, record.language)]
        guardian = guardian_of(self._room.facts(interview)) if interview else None

        def grades(pot: Pot | None) -> tuple[GradeAnswer, ...]:
            purchase = any_purchase(data, record, self._room.me(), assessment, pot)
            purchase = replace(purchase, guardian=guardian)
            answers = allowed_today(data.packs, purchase, sold)
            return tuple(_grade_answer(risk, answers) for risk in ProductRisk)

        return AllowedCard(
            client,
            data.day,
            latest.grade if latest else None,
            standing.state,
            standing.valid_until,
            grades(None),
            tuple(PotAnswers(pot, grades(pot)) for pot in last_pots(self._room, client)),
            sum(len(pack.rules) for pack in data.packs),
        )

    def answers(self, interview: InterviewId, pot: str | None) -> tuple[ShelfAnswer, ...]:
        """Return every product with its answer; None: for money of no pot yet.

        By grade, then by code, in every language alike; for money with a purpose those that
        protect the capital come first. Clause: S64.

        Raises:
            BadInput: ``POT_UNKNOWN``.
        """
        require_receiving(self._room.me())
        facts = self._room.facts(interview)
        data = self._room.today()
        money = _pot(facts, pot)
        products = data.catalogue.products(facts.language)
        proposal = self._purchase(data, facts, money)
        recommended = allowed_today(data.packs, proposal, products)
        asked = replace(proposal, asked_by=AskedBy.client)
        found = [_shelf_answer(data, facts, one, asked) for one in recommended]
        protects_first = money is not None and money.purpose.is_earmarked
        return tuple(sorted(found, key=lambda one: _place(one.product, protects_first)))

    def alternatives(self, interview: InterviewId, pot: str | None) -> tuple[ShelfAnswer, ...]:
        """Return those that may be recommended for this money, in the order of ``answers``."""
        return tuple(one for one in self.answers(interview, pot) if one.may_be_recommended)

    def what_would_help(
        self, interview: InterviewId, product: Product, pot: str | None, asked_by: AskedBy
    ) -> Helps:
        """Return what would honestly let this money buy a product, every way to it.

        Empty where nothing would; one empty way where nothing stands against it. What the adviser
        brought up first, here or in another interview, is no wish of the client's any more; what
        is sold no longer by then is no way.
        """
        facts, data = self._room.facts(interview), self._room.today()
        here = self._purchase(data, facts, _pot(facts, pot))
        purchase = purchase_of(replace(here, asked_by=asked_by), product)
        too_late = frozenset({Change.own_request} if self._is_ours(facts, product.code) else ())
        ways = what_would_help(data.packs, purchase, too_late=too_late)
        not_sold = _why_not_sold(data, product, facts.language)
        if not_sold:
            sold = _sold_when(data, product, not_sold)
            ways = tuple((sold, *one) for one in ways) if sold else ()
        return tuple(way for way in ways if _can_be_bought_then(product, way))

    def what_would_help_person(self, interview: InterviewId) -> Helps:
        """Return what would honestly let this person buy anything at all; empty: nothing would."""
        facts, data = self._room.facts(interview), self._room.today()
        client = self._room.client(facts.client)
        safest = safest_purchases(data, facts, client, self._room.me())
        return smallest(way for one in safest for way in what_would_help(data.packs, one))

    def _is_ours(self, facts: Facts, product: str) -> bool:
        """Say whether the adviser brought a product up first. Clause: S57."""
        first = next((one for one in facts.opened if one.product == product), None)
        if first is not None:
            return not first.is_client
        return was_proposed(self._room, facts.interview, product)

    def _purchase(self, data: DayData, facts: Facts, pot: Pot | None) -> Purchase:
        made = facts.assessment
        assessment = Assessment(made.taken, made.grade) if made else None
        client = self._room.client(facts.client)
        purchase = any_purchase(data, client, self._room.me(), assessment, pot)
        return replace(purchase, guardian=guardian_of(facts))


def _shelf_answer(data: DayData, facts: Facts, one: ProductAnswer, asked: Purchase) -> ShelfAnswer:
    product = one.product
    as_asked = None
    if facts.asked_by(product.code) is AskedBy.client:
        as_asked = allowed_today(data.packs, asked, (product,))[0].answer
    return ShelfAnswer(
        data.catalogue.find(product.code),
        product,
        one.answer,
        as_asked,
        tuple(opened for opened in facts.opened if opened.product == product.code),
        _why_not_sold(data, product, facts.language),
    )


def _grade_answer(risk: ProductRisk, answers: Iterable[ProductAnswer]) -> GradeAnswer:
    of_grade = [one.answer for one in answers if one.product.risk is risk]
    mildest = min((one.decision.outcome.value for one in of_grade), default=Effect.REFUSE.value)
    same = [one for one in of_grade if one.decision.outcome.value == mildest]
    allowed = [one for one in of_grade if not one.decision.is_refused]
    reasons = [r for one in same for r in one.decision.reasons or one.decision.duties]
    return GradeAnswer(
        risk,
        Effect(mildest),
        len(allowed) or len(of_grade),
        tuple({(reason.pack, reason.code): reason for reason in reasons}.values()),
        tuple(sorted({document for one in same for document in one.decision.documents})),
        _once(words for one in same for words in one.for_adviser),
        _once(words for one in same for words in one.for_client),
        _once(words for one in same for words in one.would_change_it),
    )


def _once(words: Iterable[Words]) -> tuple[Words, ...]:
    return tuple(dict.fromkeys(words))


def _why_not_sold(data: DayData, product: Product, language: Language) -> str:
    """Return the code, also where its material is not registered or not as approved."""
    try:
        require_offered(data, product, language)
    except Trouble as trouble:
        return trouble.code
    return ""


def _sold_when(data: DayData, product: Product, why_not: str) -> Help | None:
    """Return what would bring a product onto the shelf; None where nobody here can know."""
    if why_not == "PRODUCT_NOT_ON_SALE":
        begins = product.on_sale and data.day < product.sale_from
        return Help(Change.on_sale, product.sale_from) if begins else None
    if why_not == "MATERIAL_NOT_YET_VALID":
        material = data.materials.material(product.code, product.material_version)
        return Help(Change.on_sale, material.valid_from)
    return Help(Change.new_material)


def _can_be_bought_then(product: Product, way: tuple[Help, ...]) -> bool:
    """Say whether a product is still sold when a way to it opens; the last day is included."""
    days = (one.day for one in way if one.change in BUYING_LATER)
    return all(day is None or day <= product.sale_to for day in days)


def _pot(facts: Facts, name: str | None) -> Pot | None:
    if name is None:
        return None
    kept = as_kept(name)
    if kept not in facts.pots:
        raise BadInput("POT_UNKNOWN", pot=kept)
    return facts.pots[kept]


def _place(product: Product, protects_first: bool) -> tuple[bool, int, str]:
    return (protects_first and not product.capital_protecting, product.risk.level, product.code)
