"""A screen that is wrong: it offers any act at any time, with anything in it.

What keeps such an act from being done is the services alone.
"""

from contextlib import suppress
from dataclasses import dataclass, replace
from random import Random

from tests.services.branch import INK, RECORD
from tests.ui.window import Driven

from advisor_desk.domain.facts import Facts
from advisor_desk.domain.interview import Confirmer, Mark, OpenedBy
from advisor_desk.domain.interview_events import InterviewRecord
from advisor_desk.domain.money import Money
from advisor_desk.domain.paper_events import InkStrokes
from advisor_desk.domain.steps import missing_marks
from advisor_desk.domain.trouble import Trouble
from advisor_desk.packs.materials import ELEMENTS
from advisor_desk.services.closing import COPIES
from advisor_desk.services.interviews import Interviews
from advisor_desk.services.printing import TO_FILE


@dataclass(frozen=True)
class Wrong:
    """One such screen of an interview; the methods are the acts it offers."""

    do: Interviews
    interview: str
    random: Random

    @property
    def facts(self) -> Facts:
        return self.do.facts(self.interview)

    def confirm_opening(self) -> None:
        self.do.opening.confirm_opening(self.interview)

    def confirm_needs(self) -> None:
        self.do.needs.confirm_needs(self.interview)

    def confirm_answers(self) -> None:
        self.do.assessments.confirm_answers(self.interview)

    def accept_result(self) -> None:
        self.do.assessments.accept_result(self.interview, change_confirmed=True)

    def keep_portfolio(self) -> None:
        self.do.portfolio.keep_portfolio(self.interview, "先不動")

    def open_product(self) -> None:
        how = self.random.choice(tuple(OpenedBy))
        self.do.purchases.open_product(self.interview, self._product(), how)

    def choose_product(self) -> None:
        pot = self.random.choice(tuple(self.facts.pots) or ("-",))
        amount = Money(self.random.choice((1, 5_000_000, 20_000_000)))
        self.do.purchases.choose_product(self.interview, self._product(), pot=pot, amount=amount)

    def confirm_choice(self) -> None:
        self.do.purchases.confirm_choice(self.interview)

    def drop_choice(self) -> None:
        self.do.purchases.drop_choice(self.interview)

    def open_presentation(self) -> None:
        self.do.presentations.open_presentation(self.interview)

    def explain_element(self) -> None:
        now = self.facts.presentation
        due = now.left[0] if now is not None and now.left else ELEMENTS[0]
        element = self.random.choice((due, self.random.choice(ELEMENTS)))
        self.do.presentations.show_element(self.interview, element)
        self.do.presentations.explain_element(self.interview, element)

    def put_off_element(self) -> None:
        element = self.random.choice(ELEMENTS)
        self.do.presentations.put_off_element(self.interview, element, "客戶想先看費用")

    def say_back(self) -> None:
        question, is_right = self.random.choice(ELEMENTS), self.random.random() < 0.8
        self.do.presentations.say_back(
            self.interview, question, was_right=is_right, words="明白，可能會少。"
        )

    def open_review(self) -> None:
        self.do.reviews.open_review(self.interview)

    def confirm_review(self) -> None:
        by = self.random.choice((Confirmer.client, Confirmer.adviser, Confirmer.adviser))
        self.do.reviews.confirm_review(self.interview, by)

    def begin_signing(self) -> None:
        self.do.signing.begin_signing(self.interview)

    def print_forms(self) -> None:
        self.do.printing.print_forms(self.interview, TO_FILE)

    def see_mark(self) -> None:
        self.do.signing.see_mark(self.interview, self._mark())

    def give_ink(self) -> None:
        mark = self._mark()
        boxes = self.do.signing.boxes_for(self.interview, mark)
        ink = tuple(InkStrokes(box, INK) for box in boxes)
        self.do.signing.give_ink(self.interview, mark, ink)

    def sign_set(self) -> None:
        self.do.signing.sign_set(self.interview)

    def hand_over(self) -> None:
        copies = self.random.choice((COPIES, COPIES, COPIES, COPIES[1:]))
        self.do.closing.hand_over(self.interview, copies)

    def make_record(self) -> None:
        self.do.closing.make_record(self.interview, self._record())

    def close_interview(self) -> None:
        self.do.closing.close_interview(self.interview, None)

    def end_without_sale(self) -> None:
        self.do.closing.end_without_sale(self.interview, self._record(), self._pages())

    def abandon(self) -> None:
        self.do.flow.abandon(self.interview, "客戶離開", self._pages())

    def count_pages_back(self) -> None:
        self.do.signing.count_pages_back(self.interview, self._pages())

    def note(self) -> None:
        self.do.flow.note(self.interview, "客戶問了到帳時間")

    def pause(self) -> None:
        self.do.flow.pause(self.interview, "客戶去接孩子")

    def resume(self) -> None:
        self.do.flow.resume(self.interview)

    def undo(self) -> None:
        self.do.flow.undo(self.interview)

    def _product(self) -> str:
        opened = tuple(one.product for one in self.facts.opened)
        known = tuple(one.code for one in self.do.today().catalogue.products())
        return self.random.choice((*opened, *opened, *known))

    def _mark(self) -> Mark:
        following = missing_marks(self.facts)[:1]
        return self.random.choice((*following * 4, *Mark))

    def _record(self) -> InterviewRecord:
        return self.random.choice((RECORD, replace(RECORD, unmet_needs=" ")))

    def _pages(self) -> int:
        return self.random.choice((0, 7))


ACTS: tuple[str, ...] = tuple(
    name for name, one in vars(Wrong).items() if callable(one) and not name.startswith("_")
)
RARE = ("abandon", "end_without_sale", "pause", "drop_choice", "undo")


def offer_everything(desk: Driven, random: Random) -> str:
    """Hand in every act for the interview on the table, the latest stage first, then in any order.

    Most are refused; those that are not lead it on.
    """
    opened = desk.place.interview if desk.is_own_adviser else None
    if opened is None or opened.is_busy or desk.find("lock.overlay") is not None:
        return "nothing to do wrongly"
    common = [name for name in ACTS if name not in RARE]
    some = [name for name in RARE if random.random() < 0.1]
    names = [*reversed(common), *random.sample([*common, *some], len(common) + len(some))]
    wrong = Wrong(opened.services, opened.id, random)
    opened.long_act(lambda: _hand_in(wrong, names))
    return f"a wrong screen of {opened.id}: {' '.join(names)}"


def _hand_in(wrong: Wrong, names: list[str]) -> None:
    for name in names:
        with suppress(Trouble):
            getattr(wrong, name)()
