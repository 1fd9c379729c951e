"""Steps over facts alone: folded from events as a book would give them, without a book."""

from datetime import UTC, date, datetime, timedelta

import pytest

from advisor_desk.domain.assessment_events import (
    AnswersConfirmed,
    AssessmentRecord,
    HoldingsRecorded,
    PortfolioKept,
    ResultAccepted,
    RetakeBegun,
)
from advisor_desk.domain.client import DocumentKind, IdentityDocument
from advisor_desk.domain.duties import beyond_reach, unmet_duties
from advisor_desk.domain.events import Event, Recorded, event_body, event_from, kinds
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.fold import FOLDS, apply, fold
from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.domain.interview import (
    Channel,
    OpenedBy,
    PartyRole,
    Reaction,
    SigningWay,
    Stage,
    State,
)
from advisor_desk.domain.interview_events import (
    DataNoticeUnderstood,
    InterviewEvent,
    InterviewOpened,
    NeedsBlockRecorded,
    NeedsConfirmed,
    NoteTaken,
    OpeningConfirmed,
    Party,
    PartyIdentified,
    Paused,
    PotRecorded,
    RecordingStated,
    Resumed,
    Undone,
)
from advisor_desk.domain.languages import Language, Words
from advisor_desk.domain.money import Money
from advisor_desk.domain.needs import MINIMUM_SET, Block, Known, NeedsAnswer, Pot
from advisor_desk.domain.product import AssetClass, Fees, Product, Purpose, Regime
from advisor_desk.domain.purchase_events import (
    Choice,
    ChoiceConfirmed,
    ProductChosen,
    ProductOpened,
)
from advisor_desk.domain.steps import STEPS, open_step, step_of
from advisor_desk.domain.suitability import AskedBy, Decision, Effect

ALLOWED = Decision(Effect.ALLOW, (), (), ())
REFUSED = Decision(Effect.REFUSE, (), (), ())
POT = Pot("存款", Money.parse("100000.00"), Purpose.ordinary, "工資", None)
PRODUCT = Product(
    code="EX-R2",
    name="示例穩健",
    regime=Regime.bank_wealth,
    asset_class=AssetClass.fixed_income,
    issuer="示例理財",
    risk=ProductRisk.R2,
    capital_protecting=False,
    term_days=0,
    holding_days=30,
    pays_back_days=32,
    minimum=Money.parse("1.00"),
    step=Money.parse("1.00"),
    fees=Fees(0, 20, 2),
    benchmark="",
    on_sale=True,
    sale_from=date(2026, 1, 1),
    sale_to=date(2027, 12, 31),
    material_version="1",
    material_approved_by="HQ",
)


class Book:
    """Events of one interview, as a book would number them."""

    def __init__(self) -> None:
        self.events: list[Recorded] = []

    def add(self, event: Event) -> int:
        seq = len(self.events) + 1
        at = datetime(2026, 11, 23, 9, tzinfo=UTC) + timedelta(seconds=seq)
        self.events.append(Recorded(seq, at, 0.0, "20417", "interview:I1", event, ""))
        return seq

    @property
    def facts(self) -> Facts:
        facts = fold(self.events)
        assert facts is not None
        return facts

    @property
    def open(self) -> str:
        step = open_step(self.facts)
        return step.stage.name if step else ""

    def opening(self) -> "Book":
        self.add(
            InterviewOpened(
                "C1", "f", "20417", "開戶", Language.zh_TW, SigningWay.paper, Channel.branch
            )
        )
        self.identify()
        self.add(DataNoticeUnderstood())
        self.add(RecordingStated("REC-1", None))
        self.add(OpeningConfirmed(self.facts.parties_seen(), ALLOWED, ()))
        return self

    def identify(self) -> None:
        document = IdentityDocument(DocumentKind.passport, "E12345678")
        self.add(PartyIdentified(Party(PartyRole.client, "陳示例", document)))

    def needs(self) -> "Book":
        for block in Block:
            items = [item for item in MINIMUM_SET if item.block is block]
            answers = tuple(NeedsAnswer(i.id, Known.unknown, reason="不清楚") for i in items)
            self.add(NeedsBlockRecorded(block, answers))
        self.add(PotRecorded(POT, ()))
        self.add(NeedsConfirmed(self.facts.needs_seen()))
        return self

    def result(self, number: str = "RA-1") -> "Book":
        self.add(AnswersConfirmed("C1", record(number), ()))
        self.add(ResultAccepted(number, change_confirmed=False))
        return self

    def portfolio(self) -> "Book":
        self.add(HoldingsRecorded(()))
        self.add(PortfolioKept("先不動", Reaction.accepted, self.facts.advice_rests_on()))
        return self

    def choice(self, decision: Decision = ALLOWED) -> "Book":
        choice = Choice(
            PRODUCT, False, "存款", POT.amount, AskedBy.client, self.facts.purchase_rests_on()
        )
        self.add(ProductChosen(choice, decision))
        seen = self.facts.choice_seen()
        if seen is not None:
            self.add(ChoiceConfirmed(seen))
        return self


def record(number: str) -> AssessmentRecord:
    return AssessmentRecord(
        number=number,
        questionnaire="q",
        edition=date(2026, 1, 1),
        sha256="",
        answers={},
        score=50,
        grade=RiskTolerance.A3,
        label=Words("Balanced", "平衡", "平衡"),
        overrides=(),
        inconsistencies=(),
        taken=date(2026, 11, 23),
        count_today=1,
        count_12_months=1,
        previous=None,
        previous_taken=None,
        repeat_reason=None,
        own_estimate=None,
    )


def test_the_thirteen_steps_stand_in_the_order_of_the_stages() -> None:
    assert [step.stage for step in STEPS] == list(Stage)
    assert all(step_of(stage).stage is stage for stage in Stage)


def test_the_open_step_is_the_first_that_applies_and_is_not_done() -> None:
    book = Book().opening()
    assert book.open == "needs"
    assert book.needs().open == "questionnaire"
    assert book.result().open == "portfolio"
    assert book.portfolio().open == "products"
    assert book.choice().open == "presentation"


@pytest.mark.parametrize(
    ("documents", "wanted"),
    [
        ((), "presentation"),
        (("SPECIAL_DECLARATION", "WITNESS_SIGNATURE"), "over_risk"),
        (("SPECIAL_WRITTEN_WARNING",), "over_risk"),
    ],
)
def test_the_documents_of_the_decision_bring_the_step_above_grade(
    documents: tuple[str, ...], wanted: str
) -> None:
    book = Book().opening().needs().result().portfolio()
    assert book.choice(Decision(Effect.ALLOW_WITH, (), documents, ())).open == wanted


def test_a_witness_step_applies_where_the_decision_asks_for_one() -> None:
    book = Book().opening().needs().result().portfolio()
    assert not step_of(Stage.witness).applies(book.facts)
    asks = Decision(Effect.ALLOW_WITH, (), ("SECOND_RISK_WARNING", "WITNESS_SIGNATURE"), ())
    book.choice(asks)
    assert step_of(Stage.witness).applies(book.facts)
    assert not step_of(Stage.witness).done(book.facts)


def test_a_refused_choice_is_no_choice() -> None:
    book = Book().opening().needs().result().portfolio().choice().choice(REFUSED)
    assert book.facts.chosen is None
    assert len(book.facts.judged) == 2
    assert book.open == "products"


def test_each_need_missing_is_named() -> None:
    book = Book().opening()
    missing = step_of(Stage.needs).missing(book.facts)
    assert len(missing) == len(MINIMUM_SET) + 2
    assert "NEEDS_FAMILY_SITUATION" in missing


def test_a_new_assessment_undoes_result_portfolio_and_choice() -> None:
    book = Book().opening().needs().result().portfolio().choice()
    book.add(RetakeBegun("情況有變"))
    assert book.open == "questionnaire"
    assert book.result("RA-2").open == "portfolio"
    assert step_of(Stage.products).missing(book.facts) == ("CHOICE_NO_LONGER_HOLDS",)


def test_a_new_visit_asks_who_is_here() -> None:
    book = Book().opening().needs()
    book.add(Paused("改日", (), None))
    assert book.facts.state is State.paused
    book.add(Resumed(()))
    assert book.facts.visit == 2
    assert book.open == "opening"
    book.identify()
    assert step_of(Stage.opening).missing(book.facts) == ("OPENING_NOT_CONFIRMED",)


def test_an_act_taken_back_is_as_if_it_had_not_been() -> None:
    book = Book().opening()
    before = book.facts
    seq = book.add(PotRecorded(POT, ()))
    assert book.facts != before
    book.add(Undone(seq))
    assert book.facts == before


def test_a_note_changes_no_fact() -> None:
    book = Book().opening()
    before = book.facts
    book.add(NoteTaken("客戶問了費用"))
    assert book.facts == before


@pytest.mark.parametrize(
    ("openings", "wanted"),
    [
        ([(OpenedBy.typed_by_client, "我要這個")], AskedBy.client),
        ([(OpenedBy.picked_by_client, None)], AskedBy.adviser),
        ([(OpenedBy.shown_by_adviser, None)], AskedBy.adviser),
        (
            [(OpenedBy.shown_by_adviser, None), (OpenedBy.typed_by_client, "我要這個")],
            AskedBy.adviser,
        ),
        (
            [(OpenedBy.picked_by_client, None), (OpenedBy.picked_by_client, "我要這個")],
            AskedBy.client,
        ),
        ([], AskedBy.adviser),
    ],
)
def test_who_asked_follows_from_how_the_product_came_to_the_table(
    openings: list[tuple[OpenedBy, str | None]], wanted: AskedBy
) -> None:
    book = Book().opening()
    for how, words in openings:
        book.add(ProductOpened("EX-R2", ProductRisk.R2, how, words))
    assert book.facts.asked_by("EX-R2") is wanted


def test_a_document_nobody_can_bring_about_is_an_unmet_duty() -> None:
    book = Book().opening().needs().result().portfolio()
    book.choice(Decision(Effect.ALLOW_WITH, (), ("FUND_PURPOSE_NOTE", "NEW_DUTY"), ()))
    assert beyond_reach(("FUND_PURPOSE_NOTE", "NEW_DUTY")) == ("NEW_DUTY",)
    assert "NEW_DUTY" in unmet_duties(book.facts)
    assert "PRESENTATION_ACKNOWLEDGED" in unmet_duties(book.facts)


def test_an_ordinary_pot_does_not_meet_the_duty_of_a_purpose_note() -> None:
    book = Book().opening().needs().result().portfolio()
    book.choice(Decision(Effect.ALLOW_WITH, (), ("FUND_PURPOSE_NOTE",), ()))
    assert "FUND_PURPOSE_NOTE" in unmet_duties(book.facts)


def test_every_kind_of_interview_event_folds() -> None:
    of_interviews = {kind for kind in kinds().values() if issubclass(kind, InterviewEvent)}
    assert of_interviews - set(FOLDS) == {InterviewOpened}


def test_an_event_without_its_interview_is_refused() -> None:
    book = Book()
    book.add(DataNoticeUnderstood())
    with pytest.raises(ValueError, match="interview:I1"):
        apply(None, book.events[0])


def test_events_come_back_from_their_text_as_they_were() -> None:
    book = Book().opening().needs().result().portfolio().choice()
    for recorded in book.events:
        event = recorded.event
        assert event_from(event.kind, event.version, event_body(event)) == event
