"""Random walks through interviews by random people, for what a rule would let through wrongly.

Each walk is one client of a random kind before one adviser. Mostly the next right thing is done,
as a guided adviser would; between that anything else, by anybody, in any order, on any day. What
the services refuse is no fault; what was signed in the end is looked at by ``signed_sale``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from random import Random

from tests.services.branch import ADVISER, POT, RECORD, Practice, Walk
from tests.services.guided import (
    HEAD,
    RIGHT,
    RIGHT_THINGS,
    STAFF,
    Guided,
)
from tests.services.signed_sale import Case, hidden_reasons, wrong_with

from advisor_desk.domain.events import Recorded
from advisor_desk.domain.fold import SUBJECT
from advisor_desk.domain.interview import (
    Mark,
    PartyRole,
    SigningWay,
)
from advisor_desk.domain.money import Money
from advisor_desk.domain.people import Certificate, Role, StaffMember
from advisor_desk.domain.product import Purpose
from advisor_desk.domain.trouble import Trouble
from advisor_desk.store.keys import PUBLISHED_PASSWORD

START = date(2026, 11, 23)
MOST_ACTS = 150
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


class RandomWalk(Guided):
    """One interview, led at random."""

    def __init__(
        self, at: Practice, seed: int, often: tuple[str, ...] = (), births: Births = BIRTHS
    ) -> None:
        random = Random(seed)  # noqa: S311 - the same again for the same seed
        self.others = (*ANYTHING, *often * OFTEN)
        self.at = at
        self.staff = {one.staff_no: one for one in STAFF}
        self.history: list[tuple[datetime, Mapping[str, StaffMember]]] = []
        walk = Walk(
            at,
            born=random.choice(births),
            signing_way=random.choice(list(SigningWay)),
            letter=random.choice("BCDDE"),
            order=100 + seed % 900,
            purpose=random.choice((Purpose.ordinary, Purpose.ordinary, Purpose.pension)),
            needed_by=random.choice((None, None, date(2027, 3, 1), date(2030, 1, 1))),
        )
        super().__init__(walk, random)
        self.told: list[str] = []

    def go(self) -> tuple[Recorded, ...]:
        """Lead it until it is over or long enough; return its events."""
        self.at.on(START)
        for person in STAFF:
            self._enrol(person)
        self._do("begin", self.begin)
        for _ in range(MOST_ACTS):
            if not self.walk.interview or self.walk.facts.state.is_over:
                break
            if self.random.random() < RIGHT:
                self._do("right", self.right)
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
        self.random.choice(list(RIGHT_THINGS.values()))(self)

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
