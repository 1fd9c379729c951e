"""The next right thing of an interview, as a guided adviser, client and witness would do it."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from random import Random

from tests.services.branch import ADVISER, INK, POT, Walk, resident_id

from advisor_desk.domain.client import DocumentKind, IdentityDocument
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
from advisor_desk.domain.people import Role, StaffMember
from advisor_desk.domain.product import Product
from advisor_desk.domain.steps import missing_marks
from advisor_desk.domain.suitability import GuardianProof
from advisor_desk.domain.trouble import Trouble
from advisor_desk.store.keys import PUBLISHED_PASSWORD

HEAD = StaffMember("30003", "梁主管（虛構）", Role.branch_retail_head, "分行零售銀行部負責人", None)
SECOND_HEAD = StaffMember("30004", "許總（虛構）", Role.head_office_retail, "總行零售銀行部", None)
TOO_LOW = StaffMember("30005", "何主任（虛構）", Role.outlet_head, "支行行長", None)
STAFF = (ADVISER, HEAD, SECOND_HEAD, TOO_LOW)
WITNESSES = (*STAFF, HEAD, HEAD)
RIGHT = 0.86  # how often the next right thing is done


class Guided:
    """One interview; which of several right things is done is left to chance."""

    def __init__(self, walk: Walk, random: Random) -> None:
        self.walk = walk
        self.random = random

    def begin(self) -> None:
        document = IdentityDocument(
            DocumentKind.resident_id, resident_id(self.walk.born, self.walk.order)
        )
        known = self.walk.do.clients.with_document(document)
        self.walk.client = known if isinstance(known, str) else ""
        self.walk.begin()

    def right(self) -> None:
        facts = self.walk.facts
        if facts.state is State.paused:
            said = self.walk.do.resuming.say_again(self.walk.interview)
            self.walk.do.flow.resume(self.walk.interview, said)
            return
        stage = self.walk.do.position(self.walk.interview).stage
        if stage is not None:
            RIGHT_THINGS[stage](self)

    def opening(self) -> None:
        walk, facts = self.walk, self.walk.facts
        if PartyRole.client not in facts.parties:
            if self.is_young() and PartyRole.guardian not in facts.parties:
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
        wanted = 1 if self.is_young() else min(5, grade + self.random.choice((0, 0, 0, -1, 1)))
        if self.walk.facts.is_protected(Protection.elder):
            wanted = self.random.choice((3, 3, 3, wanted))
        found = self.walk.do.today().catalogue.products()
        near = [one for one in found if one.risk.value == max(1, wanted)]
        return self.random.choice(near or list(found))

    def is_young(self) -> bool:
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
        elif missing_marks(facts) and facts.is_visit_over(walk.do.today().day):
            pages = sum(form.pages for form in facts.ceremony.sealed)
            returned = pages if facts.ceremony.came_out else None
            walk.do.signing.void_set(walk.interview, "改天再簽", returned)
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


Step = Callable[[Guided], object]
RIGHT_THINGS: Mapping[Stage, Step] = {
    Stage.opening: Guided.opening,
    Stage.needs: Guided.needs,
    Stage.questionnaire: Guided.questionnaire,
    Stage.result: lambda on: on.walk.result(),
    Stage.portfolio: lambda on: on.walk.portfolio(),
    Stage.products: Guided.products,
    Stage.over_risk: Guided.over_risk,
    Stage.presentation: Guided.presentation,
    Stage.witness: Guided.witness,
    Stage.review: Guided.review,
    Stage.signing: Guided.signing,
    Stage.handover: Guided.handover,
    Stage.close: Guided.close,
}
