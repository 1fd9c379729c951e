"""Closing: the record of a sale and the next date, or one of the ends without a sale."""

from datetime import date
from enum import Enum
from typing import ClassVar

from advisor_desk.domain.interview import Stage, State
from advisor_desk.domain.pages_out import PagesOut, count_in
from advisor_desk.forms.box_words import form_title
from advisor_desk.packs.typed_days import day_as_typed
from advisor_desk.services.closing import was_refused
from advisor_desk.services.numbers import pages_to_return
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.stage import StagePresenter
from advisor_desk.ui.interview.typed import Typed
from advisor_desk.ui.papers.slip_desk import SlipDesk
from advisor_desk.ui.screens.close.record import RecordTexts

NEXT_CONTACT, PAGES, REASON, KIND = "next_contact", "pages", "reason", "kind"


class End(Enum):
    """How the interview ends."""

    sale = "sale"
    no_sale = "no_sale"
    by_rule = "by_rule"
    abandoned = "abandoned"
    referred = "referred"


class ClosePresenter(StagePresenter):
    """The last stage, and every end before it. All typed texts are kept as drafts."""

    stage: ClassVar[Stage] = Stage.close
    settled_by_confirm: ClassVar[frozenset[str]] = frozenset({"NO_INTERVIEW_RECORD", "NOT_CLOSED"})

    def __init__(self, interview: OpenInterview) -> None:
        super().__init__(interview)
        self.texts = RecordTexts(interview)
        self._typed = Typed(interview, "close")
        self.slip = SlipDesk(interview)

    @property
    def is_over(self) -> bool:
        """Say whether the interview has ended."""
        return self.interview.facts.state.is_over

    def ends(self) -> tuple[End, ...]:
        """Return how the interview may end now, the likeliest first."""
        facts = self.interview.facts
        if facts.state in (State.signed, State.handed_over, State.closed):
            return (End.sale,)
        if facts.opening_decision is None:
            return (End.abandoned,)
        if was_refused(facts):
            return (End.by_rule, End.no_sale, End.abandoned)
        return (End.no_sale, End.abandoned)

    def end(self) -> End:
        """Return how it ends: as chosen, else the likeliest."""
        ends, chosen = self.ends(), self._typed.of(KIND)
        return next((end for end in ends if end.value == chosen), ends[0])

    def choose(self, end: str) -> None:
        """End it so."""
        self._typed.keep(**{KIND: end})
        self.interview.clear_problem()
        self.interview.changed()

    def typed(self, name: str) -> str:
        """Return what was typed into next contact, pages or reason."""
        return self._typed.of(name)

    def keep(self, name: str, text: str) -> None:
        """Keep what was typed into one of them."""
        self._typed.keep(**{name: text.strip()})
        self.interview.changed()

    def keep_item(self, item: str, text: str) -> None:
        """Keep a text of the record."""
        self.texts.keep(item, text)
        self.interview.changed()

    def pages_printed(self) -> PagesOut:
        """Return how many printed pages must come back."""
        return pages_to_return(self.interview.facts)

    def error_of(self, field: str) -> str:
        """Return what is wrong with a field; empty where nothing is."""
        if field == NEXT_CONTACT and self._day_error():
            return self._day_error()
        if field == PAGES and self._pages_error():
            return self._pages_error()
        return self.interview.error_of(field, f"CLOSE_ITEM_{field}")

    def reason(self) -> str:
        """Say what is still to be written."""
        words, end = self.interview.words, self.end()
        if self.is_over:
            return ""
        if end is End.abandoned and not self.typed(REASON):
            return words.say("CLOSE_REASON_FIRST")
        if end is not End.abandoned and self.texts.left():
            return words.say("CLOSE_ITEMS_LEFT", left=self.texts.left())
        if end is End.sale and self._day_error():
            return self._day_error()
        if self.pages_printed() and not self.pages_printed().holds(self.typed(PAGES)):
            return words.say("CLOSE_PAGES_FIRST", pages=self.pages_printed())
        return ""

    def next_code(self) -> str:
        """Return the words of the button."""
        return f"CLOSE_CONFIRM_{self.end().value}"

    def confirm(self) -> None:
        """End the interview as it stands on the page."""
        end = self.end()
        interview, closing = self.interview, self.interview.services.closing
        record, pages = self.texts.record(), self._pages()
        if end is End.sale:
            self._close_sale()
        elif end is End.no_sale:
            interview.long_act(
                lambda: closing.end_without_sale(interview.id, record, pages), self._ended
            )
        elif end is End.by_rule:
            interview.long_act(
                lambda: closing.stop_by_rule(interview.id, record, pages), self._ended
            )
        else:
            reason, flow = self.typed(REASON), interview.services.flow
            interview.long_act(lambda: flow.abandon(interview.id, reason, pages), self._ended)

    def end_shown(self) -> End:
        """Return how it ends, or how it ended."""
        ended = {
            State.ended_no_sale: End.no_sale,
            State.stopped_by_rule: End.by_rule,
            State.abandoned: End.abandoned,
            State.ended_referred: End.referred,
        }
        return ended.get(self.interview.facts.state) or self.end()

    def papers(self) -> tuple[tuple[str, str, str], ...]:
        """Return title, number and state of every paper of the interview, void ones too."""
        interview = self.interview
        rows = interview.services.forms_of(interview.id)
        language = interview.words.language
        return tuple(
            (
                interview.words.say(
                    "SET_FORM",
                    form=row["form"],
                    title=form_title(str(row["form"]), interview.today, language),
                ),
                str(row["number"]),
                str(row["state"]),
            )
            for row in rows
        )

    @property
    def has_slip(self) -> bool:
        """Say whether the interview ended with a referral slip."""
        return self.interview.facts.referral.end is not None

    def after_referral(self) -> str:
        """Say what follows a referral; empty where there was none."""
        interview, end = self.interview, self.interview.facts.referral.end
        if end is None:
            return ""
        name = interview.services.name_of(end.colleague)
        return interview.words.say("REFER_AFTER", name=name)

    def next_contact(self) -> date | None:
        """Return the day agreed; None where there is none, or it cannot be read."""
        return day_as_typed(self.typed(NEXT_CONTACT))

    def _close_sale(self) -> None:
        interview, closing = self.interview, self.interview.services.closing
        record, day = self.texts.record(), self.next_contact()
        has_record = interview.facts.record is not None

        def close() -> None:
            if not has_record:
                closing.make_record(interview.id, record)
            closing.close_interview(interview.id, day)

        interview.long_act(close)

    def _ended(self) -> None:
        self.interview.is_ending = False

    def _pages(self) -> int | None:
        return count_in(self.typed(PAGES)) if self.pages_printed() else None

    def _day_error(self) -> str:
        words, typed, day = self.interview.words, self.typed(NEXT_CONTACT), self.next_contact()
        if not typed:
            return ""
        if day is None:
            return words.say("CLOSE_DAY_UNREADABLE")
        return words.say("CLOSE_DAY_PAST") if day < self.interview.today else ""

    def _pages_error(self) -> str:
        typed, printed = self.typed(PAGES), self.pages_printed()
        if not typed or printed.holds(typed):
            return ""
        return self.interview.words.say("CLOSE_PAGES_DIFFER", pages=printed)
