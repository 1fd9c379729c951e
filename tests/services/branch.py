"""An invented training branch for the tests of services, and the acts of a whole interview.

``Practice`` holds a real home in a temporary folder under a clock that a test sets. Each method of
``Walk`` does one step of the interview as a matching adult would; a test changes what it needs.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from stdnum.cn import ric

from advisor_desk.domain.client import DocumentKind, IdentityDocument
from advisor_desk.domain.duties import WITNESS_DOCUMENTS, documents_of
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import (
    Confirmer,
    EnteredBy,
    OpenedBy,
    PartyRole,
    Protection,
    SigningWay,
)
from advisor_desk.domain.interview_events import InterviewRecord, Party
from advisor_desk.domain.languages import Language
from advisor_desk.domain.money import Money
from advisor_desk.domain.needs import MINIMUM_SET, Block, Known, NeedsAnswer
from advisor_desk.domain.paper_events import InkStrokes
from advisor_desk.domain.people import Certificate, Role, StaffMember
from advisor_desk.domain.product import Purpose
from advisor_desk.domain.steps import marks_needed
from advisor_desk.domain.suitability import Decision
from advisor_desk.services.clients import ClientDetails
from advisor_desk.services.desk import Desk
from advisor_desk.services.homes import HomePlan, make_home
from advisor_desk.services.interviews import Interviews
from advisor_desk.services.opening import Visit
from advisor_desk.services.station import Station
from advisor_desk.store.keys import PUBLISHED_PASSWORD

CHINA = timezone(timedelta(hours=8))
TODAY = datetime(2026, 11, 23, 9, 0, tzinfo=CHINA)
CERTIFICATE = Certificate(date(2025, 1, 1), date(2027, 3, 31), "EX-20417")
ADVISER = StaffMember("20417", "王敏（虛構）", Role.adviser, "客戶經理", CERTIFICATE)
ADMINISTRATOR = StaffMember("10001", "系統管理員（虛構）", Role.administrator, "系統管理", None)
WITNESS = StaffMember("10066", "林國華（虛構）", Role.branch_retail_head, "零售銀行部總經理", None)
POT = "閒置資金"
RECORD = InterviewRecord(
    finances="年收入 40 萬元，流動資產 150 萬元。",
    investment_goals="三年內穩步增值。",
    product_type_wanted="一年以內的固定收益類產品。",
    reason_not_bought="已購買，無。",
    unmet_needs="無。",
    family_situation="已婚，一子。",
    advice="先留足六個月開支。",
    next_step="到期前一個月聯絡。",
)
INK = ((1000, 2000, 500, 0, 6000, 5000, 600, 120),)


class SetClock:
    """A clock that stands where a test puts it, a little later at each look."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        self.at += timedelta(milliseconds=20)
        return self.at

    def since_boot(self) -> float:
        return self.at.timestamp()


def resident_id(born: date, order: int = 123) -> str:
    """Return an invented ID number of the region 990101, its check digit right."""
    start = f"990101{born:%Y%m%d}{order:03d}"
    return start + ric.calc_check_digit(start + "0")


def details_of(born: date, order: int = 123, name: str = "陳示例") -> ClientDetails:
    return ClientDetails(
        name=name,
        document_kind=DocumentKind.resident_id,
        document_number=resident_id(born, order),
        born=born,
        phone="13900000000",
        account_tail="4821",
        language=Language.zh_TW,
    )


@dataclass
class Practice:
    """A training home with one adviser at the desk."""

    home: Path
    clock: SetClock
    station: Station
    desk: Desk
    interviews: Interviews

    def on(self, day: date) -> None:
        self.clock.at = datetime.combine(day, TODAY.timetz())

    def again(self) -> None:
        """Sign the adviser in anew, as after closing the program."""
        self.station.close()
        self.station = Station.open(self.home, self.clock, source="script")
        self.desk = self.station.training_desk(ADVISER.staff_no)
        self.interviews = Interviews(self.desk)

    def certificate(self, certificate: Certificate | None) -> None:
        self.station.training_desk().enrol_for_training(replace(ADVISER, certificate=certificate))


@contextmanager
def practice(folder: Path, packs: tuple[str, ...] = ()) -> Iterator[Practice]:
    clock = SetClock(TODAY)
    home = folder / "home"
    make_home(
        HomePlan(
            home,
            "CD",
            ADMINISTRATOR,
            PUBLISHED_PASSWORD,
            "城東支行（虛構）",
            "3",
            is_training=True,
            packs=packs,
        ),
        clock,
    )
    station = Station.open(home, clock, source="script")
    for person in (ADVISER, WITNESS):
        station.training_desk().enrol_for_training(person)
    desk = station.training_desk(ADVISER.staff_no)
    made = Practice(home, clock, station, desk, Interviews(desk))
    try:
        yield made
    finally:
        made.station.close()


# Letters by item of the questionnaire for a middling client; a test may give others.
ANSWERS: dict[str, str] = {}


@dataclass
class Walk:
    """One client's interview, step by step."""

    at: Practice
    born: date = date(1985, 5, 20)
    signing_way: SigningWay = SigningWay.paper
    product: str = "DEMO-R2-001"
    amount: str = "100000.00"
    purpose: Purpose = Purpose.ordinary
    needed_by: date | None = None
    how: OpenedBy = OpenedBy.picked_by_client
    words: str | None = "我想看看這個三十天的。"
    letter: str = "C"
    guardian: Party | None = None
    order: int = 123
    client: str = ""
    interview: str = ""
    decision: Decision | None = field(default=None)

    @property
    def do(self) -> Interviews:
        return self.at.interviews

    @property
    def facts(self) -> Facts:
        return self.do.facts(self.interview)

    def begin(self) -> "Walk":
        self.client = self.client or self.do.clients.record(details_of(self.born, self.order))
        visit = Visit("到期資金再投資", Language.zh_TW, self.signing_way)
        self.interview = self.do.opening.open_interview(self.client, visit)
        return self

    def opening(self) -> "Walk":
        if self.guardian:
            self.do.opening.identify_party(self.interview, self.guardian)
        self.identify()
        self.do.opening.understand_data_notice(self.interview)
        self.do.opening.state_recording(self.interview, number="REC-1123-07")
        self.decision = self.do.opening.confirm_opening(self.interview)
        return self

    def identify(self) -> None:
        document = IdentityDocument(DocumentKind.resident_id, resident_id(self.born, self.order))
        party = Party(PartyRole.client, "陳示例", document)
        self.do.opening.identify_party(self.interview, party)

    def needs(self) -> "Walk":
        for block in Block:
            answers = tuple(
                NeedsAnswer(item.id, Known.answered, amount=Money(50_000_000))
                if item.is_amount
                else NeedsAnswer(item.id, Known.answered, words="一般")
                for item in MINIMUM_SET
                if item.block is block
            )
            self.do.needs.record_needs(self.interview, block, answers)
        self.record_pot()
        self.do.needs.confirm_needs(self.interview)
        return self

    def record_pot(self, amount: str = "500000.00") -> None:
        self.do.needs.record_pot(
            self.interview,
            name=POT,
            amount=Money.parse(amount),
            purpose=self.purpose,
            source="到期存款",
            needed_by=self.needed_by,
        )

    def answer(self) -> None:
        questionnaire = self.at.interviews._room.today().questionnaire
        for item in questionnaire.items:
            if not item.is_age:
                letters = [option.letter for option in item.options]
                letter = min(self.letter, letters[-1])
                self.do.assessments.give_answer(
                    self.interview, item.id, letter, entered_by=EnteredBy.client
                )

    def questionnaire(self) -> "Walk":
        self.do.assessments.give_own_estimate(self.interview, RiskTolerance.A3)
        self.answer()
        self.do.assessments.confirm_answers(self.interview)
        if self.facts.is_protected(Protection.minor):
            self.do.assessments.confirm_guidance(self.interview)
        return self

    def result(self) -> "Walk":
        self.do.assessments.accept_result(self.interview, change_confirmed=True)
        return self

    def portfolio(self) -> "Walk":
        self.do.portfolio.record_holdings(self.interview, ())
        self.do.portfolio.keep_portfolio(self.interview, "首次投資，先看一個月。")
        return self

    def choose(self) -> Decision:
        self.do.purchases.open_product(self.interview, self.product, self.how, self.words)
        self.decision = self.do.purchases.choose_product(
            self.interview, self.product, pot=POT, amount=Money.parse(self.amount)
        )
        return self.decision

    def products(self) -> "Walk":
        self.choose()
        self.do.purchases.confirm_choice(self.interview)
        return self

    def presentation(self) -> "Walk":
        material = self.do.presentations.open_presentation(self.interview)
        for element in material.elements:
            self.do.presentations.show_element(self.interview, element.id)
            self.do.presentations.explain_element(self.interview, element.id)
        for question in material.questions:
            self.do.presentations.say_back(
                self.interview, question.id, was_right=True, words="明白，可能會少。"
            )
        return self

    def witness(self) -> "Walk":
        """The witness comes where one is needed, hears, warns, asks and lets it go on."""
        if not documents_of(self.facts) & WITNESS_DOCUMENTS:
            return self
        steps = self.do.witnessing
        steps.come(self.interview, WITNESS.staff_no, PUBLISHED_PASSWORD)
        steps.hear_recap(self.interview)
        steps.give_second_warning(self.interview)
        for question in steps.asked(self.interview):
            steps.hear(self.interview, question.id, "可能少一萬六，我自己想買。")
        steps.client_decides(self.interview, goes_on=True)
        steps.decide(self.interview, proceeds=True)
        return self

    def review(self) -> "Walk":
        self.do.reviews.open_review(self.interview)
        self.do.reviews.confirm_review(self.interview, Confirmer.client)
        self.do.reviews.confirm_review(self.interview, Confirmer.adviser)
        return self

    def begin_signing(self) -> "Walk":
        self.do.signing.begin_signing(self.interview)
        return self

    def marks(self) -> "Walk":
        if self.signing_way is SigningWay.paper:
            self.do.printing.print_forms(self.interview, "file")
        for mark in marks_needed(self.facts):
            if self.signing_way is SigningWay.paper:
                self.do.signing.see_mark(self.interview, mark)
            else:
                boxes = self.do.signing.boxes_for(self.interview, mark)
                ink = tuple(InkStrokes(box, INK) for box in boxes)
                self.do.signing.give_ink(self.interview, mark, ink)
        return self

    def sign(self) -> "Walk":
        self.do.signing.sign_set(self.interview)
        return self

    def handover(self) -> "Walk":
        if self.signing_way is SigningWay.screen:
            self.do.printing.print_forms(self.interview, "file")
        self.do.closing.hand_over(self.interview, ("client", "bank", "branch_file"))
        return self

    def close(self) -> "Walk":
        self.do.closing.make_record(self.interview, RECORD)
        self.do.closing.close_interview(self.interview, date(2027, 1, 10))
        return self

    def until(self, step: str) -> "Walk":
        """Do every step in order, ``step`` included."""
        for name in STEPS:
            getattr(self, name)()
            if name == step:
                return self
        raise LookupError(step)


STEPS = (
    "begin",
    "opening",
    "needs",
    "questionnaire",
    "result",
    "portfolio",
    "products",
    "presentation",
    "witness",
    "review",
    "begin_signing",
    "marks",
    "sign",
    "handover",
    "close",
)
