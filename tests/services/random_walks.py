"""Random walks through interviews by random people, for what a rule would let through wrongly.

Each walk is one client of a random kind before one adviser. Mostly the next right thing is done,
as a guided adviser would; between that anything else, by anybody, in any order, on any day. What
the services refuse is no fault; what was signed in the end is looked at by ``signed_sale``.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from random import Random

from tests.services.branch import ADVISER, INK, POT, RECORD, Practice, Walk, resident_id
from tests.services.signed_sale import Case, hidden_reasons, wrong_with

from advisor_desk.domain.client import DocumentKind, IdentityDocument
from advisor_desk.domain.events import Recorded
from advisor_desk.domain.fold import SUBJECT
from advisor_desk.domain.interview import (
    Confirmer,
    Mark,
    OpenedBy,
    PartyRole,
    Protection,
    SigningWay,
    Stage,
    State,
)
from advisor_desk.domain.interview_events import PaperCopy, Party
from advisor_desk.domain.money import Money
from advisor_desk.domain.paper_events import InkStrokes
from advisor_desk.domain.people import Certificate, Role, StaffMember
from advisor_desk.domain.product import Product, Purpose
from advisor_desk.domain.steps import missing_marks
from advisor_desk.domain.suitability import GuardianProof
from advisor_desk.domain.trouble import Trouble
from advisor_desk.store.keys import PUBLISHED_PASSWORD

START = date(2026, 11, 23)
HEAD = StaffMember("30003", "梁主管（虛構）", Role.branch_retail_head, "分行零售銀行部負責人", None)
SECOND_HEAD = StaffMember("30004", "許總（虛構）", Role.head_office_retail, "總行零售銀行部", None)
TOO_LOW = StaffMember("30005", "何主任（虛構）", Role.outlet_head, "支行行長", None)
STAFF = (ADVISER, HEAD, SECOND_HEAD, TOO_LOW)
WITNESSES = (*STAFF, HEAD, HEAD)
MOST_ACTS = 150
RIGHT = 0.86  # how often the next right thing is done
OFTEN = 10  # times as likely as the others

Births = tuple[date, ...]
ELDERS: Births = (date(1955, 3, 2), date(1961, 11, 23))
BIRTHS: Births = (
    date(1955, 3, 2),  # 71
    date(1961, 11, 23),  # 65 on the day
    date(1961, 11, 24),  # 65 on the next
    date(1985, 5, 20),
    date(1990, 2, 28),
    date(2010, 6, 30),  # 16
    date(2008, 11, 24),  # 18 on the next
    date(2020, 1, 1),  # 6
)


@dataclass
class Met:
    """What a number of walks came to."""

    wrong: list[str] = field(default_factory=list)
    signed: list[frozenset[str]] = field(default_factory=list)
    refused: int = 0

    @property
    def kinds(self) -> frozenset[str]:
        """Return every paper asked for by what was signed."""
        return frozenset().union(*self.signed) if self.signed else frozenset()


class RandomWalk:
    """One interview, led at random."""

    def __init__(
        self, at: Practice, seed: int, often: tuple[str, ...] = (), births: Births = BIRTHS
    ) -> None:
        self.others = (*ANYTHING, *often * OFTEN)
        self.random = Random(seed)  # noqa: S311 - the same again for the same seed
        self.at = at
        self.staff = {one.staff_no: one for one in STAFF}
        self.history: list[tuple[datetime, Mapping[str, StaffMember]]] = []
        born = self.random.choice(births)
        self.walk = Walk(
            at,
            born=born,
            signing_way=self.random.choice(list(SigningWay)),
            letter=self.random.choice("BCDDE"),
            order=100 + seed % 900,
            purpose=self.random.choice((Purpose.ordinary, Purpose.ordinary, Purpose.pension)),
            needed_by=self.random.choice((None, None, date(2027, 3, 1), date(2030, 1, 1))),
        )
        self.told: list[str] = []

    def go(self) -> tuple[Recorded, ...]:
        """Lead it until it is over or long enough; return its events."""
        self.at.on(START)
        for person in STAFF:
            self._enrol(person)
        self._do("begin", self._begin)
        for _ in range(MOST_ACTS):
            if not self.walk.interview or self.walk.facts.state.is_over:
                break
            if self.random.random() < RIGHT:
                self._do("right", self._right)
            else:
                name = self.random.choice(self.others)
                self._do(name, lambda name=name: ANYTHING[name](self))
        if not self.walk.interview:
            return ()
        return self.at.desk.book.events(SUBJECT + self.walk.interview)

    @property
    def case(self) -> Case:
        return Case(self.walk.born, tuple(self.history))

    def _do(self, name: str, act: Callable[[], object]) -> None:
        try:
            act()
        except Trouble as trouble:
            self.told.append(f"{name}: {trouble.code}")
        else:
            self.told.append(name)

    def _enrol(self, person: StaffMember) -> None:
        self.staff[person.staff_no] = person
        self.at.station.training_desk().enrol_for_training(person)
        self.history.append((self.at.clock.at, dict(self.staff)))

    # The next right thing.

    def _begin(self) -> None:
        document = IdentityDocument(
            DocumentKind.resident_id, resident_id(self.walk.born, self.walk.order)
        )
        known = self.walk.do.clients.with_document(document)
        self.walk.client = known if isinstance(known, str) else ""
        self.walk.begin()

    def _right(self) -> None:
        facts = self.walk.facts
        if facts.state is State.paused:
            said = self.walk.do.resuming.say_again(self.walk.interview)
            self.walk.do.flow.resume(self.walk.interview, said)
            return
        stage = self.walk.do.position(self.walk.interview).stage
        if stage is not None:
            _RIGHT[stage](self)

    def opening(self) -> None:
        walk, facts = self.walk, self.walk.facts
        if PartyRole.client not in facts.parties:
            if self._is_young() and PartyRole.guardian not in facts.parties:
                walk.do.opening.identify_party(walk.interview, self.guardian())
            walk.identify()
        if not facts.notice_understood:
            walk.do.opening.understand_data_notice(walk.interview)
            walk.do.opening.state_recording(walk.interview, number="REC-7")
        walk.do.opening.confirm_opening(walk.interview)

    def guardian(self, **changed: object) -> Party:
        party = Party(
            PartyRole.guardian,
            "陳家長（虛構）",
            IdentityDocument(DocumentKind.resident_id, resident_id(date(1980, 1, 1), 77)),
            "父親",
            GuardianProof.household_register,
            "HR-0417",
            PaperCopy(folder="M-0417"),
        )
        return replace(party, **changed)  # type: ignore[arg-type]

    def needs(self) -> None:
        if self.walk.facts.pots and self.walk.facts.needs:
            self.walk.do.needs.confirm_needs(self.walk.interview)
        else:
            self.walk.needs()

    def questionnaire(self) -> None:
        walk, do = self.walk, self.walk.do.assessments
        if walk.facts.assessment is not None and walk.facts.is_protected(Protection.minor):
            do.confirm_guidance(walk.interview)
            return
        if walk.facts.own_estimate is None:
            with suppress(Trouble):
                do.keep_assessment(walk.interview)
                return
        walk.answer()
        do.confirm_answers(walk.interview, self.random.choice((None, "客戶情況有變")))

    def products(self) -> None:
        walk, facts = self.walk, self.walk.facts
        if facts.chosen is not None and facts.choice_confirmed != facts.choice_seen():
            with suppress(Trouble):
                walk.do.purchases.confirm_choice(walk.interview)
                return
        self.choose(self._likely())

    def choose(self, product: Product) -> None:
        walk = self.walk
        how = self.random.choice((OpenedBy.picked_by_client, *OpenedBy))
        words = "我想要這個" if how.is_client else None
        walk.do.purchases.open_product(walk.interview, product.code, how, words)
        amount = Money.parse(self.random.choice(("50000.00", "100000.00", "200000.00")))
        pot = self.random.choice(list(walk.facts.pots) or [POT])
        walk.do.purchases.choose_product(walk.interview, product.code, pot=pot, amount=amount)

    def _likely(self) -> Product:
        """Return a product near the client's grade, a fund above it now and then."""
        record = self.walk.facts.assessment
        grade = record.grade.value if record and record.grade else 1
        wanted = 1 if self._is_young() else min(5, grade + self.random.choice((0, 0, 0, -1, 1)))
        if self.walk.facts.is_protected(Protection.elder):
            wanted = self.random.choice((3, 3, 3, wanted))
        found = self.walk.do.today().catalogue.products()
        near = [one for one in found if one.risk.value == max(1, wanted)]
        return self.random.choice(near or list(found))

    def _is_young(self) -> bool:
        return self.walk.born > date(2008, 1, 1)

    def over_risk(self) -> None:
        walk, do = self.walk, self.walk.do.over_risk
        wish = walk.facts.over_risk
        if wish is None or wish.warned_at is None:
            do.warn(walk.interview)
        elif len(wish.declined) < 2:
            named = {one.product for one in wish.declined}
            fitting = [one.product.code for one in do.fitting(walk.interview)]
            left = [one for one in fitting if one not in named]
            if not left:
                walk.do.purchases.drop_choice(walk.interview)
                return
            do.decline_alternative(walk.interview, self.random.choice(left), "這個不要")
        else:
            do.declare(walk.interview, "我了解風險，還是想要")

    def presentation(self) -> None:
        if "SPECIAL_ATTENTION_NOT_GIVEN" in self.walk.do.position(self.walk.interview).missing:
            self.walk.do.presentations.attend(self.walk.interview)
        self.walk.presentation()

    def witness(self) -> None:
        walk, do = self.walk, self.walk.do.witnessing
        seated = do.seated(walk.interview)
        if seated is None:
            who = self.random.choice(WITNESSES)
            do.come(walk.interview, who.staff_no, PUBLISHED_PASSWORD)
        elif not seated.recap_heard:
            do.hear_recap(walk.interview)
        elif not seated.warned:
            do.give_second_warning(walk.interview)
        elif any(not one.heard for one in do.asked(walk.interview)):
            left = next(one for one in do.asked(walk.interview) if not one.heard)
            do.hear(walk.interview, left.id, "可能會少，我知道")
        elif seated.client_goes_on is None:
            do.client_decides(walk.interview, goes_on=self.random.random() < RIGHT)
        else:
            do.decide(walk.interview, proceeds=self.random.random() < RIGHT, words="已核實")

    def review(self) -> None:
        walk, facts = self.walk, self.walk.facts
        if facts.review is None or facts.review.relied_on != facts.forms_rest_on():
            walk.do.reviews.open_review(walk.interview)
        elif not facts.review.confirmed_by:
            walk.do.reviews.confirm_review(walk.interview, Confirmer.client)
        else:
            walk.do.reviews.confirm_review(walk.interview, Confirmer.adviser)

    def signing(self) -> None:
        walk, facts = self.walk, self.walk.facts
        if facts.ceremony is None:
            walk.do.signing.begin_signing(walk.interview)
        elif facts.signing_way is SigningWay.paper and not facts.ceremony.came_out:
            walk.do.printing.print_forms(walk.interview, "file")
        elif missing_marks(facts):
            self.mark(missing_marks(facts)[0])
        else:
            walk.do.signing.sign_set(walk.interview)

    def mark(self, mark: Mark) -> None:
        walk, do, way = self.walk, self.walk.do.signing, self.walk.facts.signing_way
        witness = walk.facts.witness
        who = witness.staff_no if witness else HEAD.staff_no
        boxes = do.boxes_for(walk.interview, mark) if way is SigningWay.screen else ()
        ink = tuple(InkStrokes(box, INK) for box in boxes)
        if mark is Mark.witness_signature and way is SigningWay.paper:
            do.see_witness_mark(walk.interview, who, PUBLISHED_PASSWORD)
        elif mark is Mark.witness_signature:
            do.give_witness_ink(walk.interview, who, PUBLISHED_PASSWORD, ink)
        elif way is SigningWay.paper:
            do.see_mark(walk.interview, mark)
        else:
            do.give_ink(walk.interview, mark, ink)

    def handover(self) -> None:
        self.walk.handover()

    def close(self) -> None:
        self.walk.close()

    # Anything else.

    def any_product(self) -> None:
        self.choose(self.random.choice(list(self.walk.do.today().catalogue.products())))

    def another_day(self) -> None:
        later = self.random.choice((1, 1, 1, 10, 365, 366))
        self.at.clock.at += timedelta(days=later)

    def another_pot(self) -> None:
        self.walk.do.needs.record_pot(
            self.walk.interview,
            name=self.random.choice((POT, "養老")),
            amount=Money.parse("500000.00"),
            purpose=self.random.choice(list(Purpose)),
            source="存款",
            needed_by=self.random.choice((None, date(2027, 1, 1), date(2028, 1, 1))),
        )

    def lose_certificate(self) -> None:
        ended = Certificate(date(2025, 1, 1), date(2026, 11, 23), "EX-20417")
        self._enrol(replace(ADVISER, certificate=self.random.choice((None, ended))))

    def regain_certificate(self) -> None:
        self._enrol(ADVISER)

    def lower_a_head(self) -> None:
        self._enrol(replace(HEAD, role=self.random.choice((Role.outlet_head, HEAD.role))))

    def bad_guardian(self) -> None:
        changed = self.random.choice(({"copy": None}, {"proof": None}, {"name": HEAD.name}))
        self.walk.do.opening.identify_party(self.walk.interview, self.guardian(**changed))

    def any_mark(self) -> None:
        self.mark(self.random.choice(list(Mark)))

    def any_stage(self) -> None:
        self.random.choice(list(_RIGHT.values()))(self)

    def retake(self) -> None:
        self.walk.letter = self.random.choice("ABCDE")
        self.walk.do.assessments.begin_retake(self.walk.interview, "客戶情況有變")

    def come_as_anybody(self) -> None:
        who = self.random.choice(STAFF).staff_no
        password = self.random.choice((PUBLISHED_PASSWORD, PUBLISHED_PASSWORD, "wrong"))
        self.walk.do.witnessing.come(self.walk.interview, who, password)

    def restart(self) -> None:
        self.at.again()


Act = Callable[[RandomWalk], object]
_RIGHT: Mapping[Stage, Act] = {
    Stage.opening: RandomWalk.opening,
    Stage.needs: RandomWalk.needs,
    Stage.questionnaire: RandomWalk.questionnaire,
    Stage.result: lambda on: on.walk.result(),
    Stage.portfolio: lambda on: on.walk.portfolio(),
    Stage.products: RandomWalk.products,
    Stage.over_risk: RandomWalk.over_risk,
    Stage.presentation: RandomWalk.presentation,
    Stage.witness: RandomWalk.witness,
    Stage.review: RandomWalk.review,
    Stage.signing: RandomWalk.signing,
    Stage.handover: RandomWalk.handover,
    Stage.close: RandomWalk.close,
}
ANYTHING: Mapping[str, Act] = {
    "any product": RandomWalk.any_product,
    "any stage": RandomWalk.any_stage,
    "sign": lambda on: on.walk.sign(),
    "begin signing": lambda on: on.walk.begin_signing(),
    "any mark": RandomWalk.any_mark,
    "another day": RandomWalk.another_day,
    "another pot": RandomWalk.another_pot,
    "lose certificate": RandomWalk.lose_certificate,
    "regain certificate": RandomWalk.regain_certificate,
    "lower a head": RandomWalk.lower_a_head,
    "bad guardian": RandomWalk.bad_guardian,
    "guardian gone": lambda on: on.walk.do.opening.dismiss_party(
        on.walk.interview, PartyRole.guardian
    ),
    "retake": RandomWalk.retake,
    "anybody as witness": RandomWalk.come_as_anybody,
    "witness agrees": lambda on: on.walk.do.witnessing.decide(on.walk.interview, proceeds=True),
    "client goes on": lambda on: on.walk.do.witnessing.client_decides(
        on.walk.interview, goes_on=True
    ),
    "witness leaves": lambda on: on.walk.do.witnessing.leave(),
    "declare": lambda on: on.walk.do.over_risk.declare(on.walk.interview, "我還是想要"),
    "drop": lambda on: on.walk.do.purchases.drop_choice(on.walk.interview),
    "pause": lambda on: on.walk.do.flow.pause(on.walk.interview, "客戶要接孩子"),
    "wait": lambda on: on.walk.do.flow.wait_for_witness(on.walk.interview),
    "undo": lambda on: on.walk.do.flow.undo(on.walk.interview),
    "void the set": lambda on: on.walk.do.signing.void_set(on.walk.interview, "簽錯", None),
    "restart": RandomWalk.restart,
    "end": lambda on: on.walk.do.closing.end_without_sale(on.walk.interview, RECORD, None),
}


def walks(at: Practice, seeds: range, often: tuple[str, ...] = (), births: Births = BIRTHS) -> Met:
    """Lead so many walks in one branch; what is wrong names its seed and what was done.

    What is done ``often`` beside the right things is named as in ``ANYTHING``.
    """
    met = Met()
    for seed in seeds:
        walk = RandomWalk(at, seed, often, births)
        events = walk.go()
        wrong = wrong_with(events, walk.case) + hidden_reasons(events, walk.case)
        met.wrong += [f"seed {seed}: {one}; after {walk.told[-12:]}" for one in wrong]
        facts = walk.walk.facts if events else None
        if facts is not None and facts.ceremony is not None and facts.ceremony.signed:
            documents = facts.chosen.decision.documents if facts.chosen else ()
            met.signed.append(frozenset(documents))
        met.refused += sum(line.count(":") for line in walk.told)
    return met
