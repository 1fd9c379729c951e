"""Today without its widgets: the board as it stands, in the words of one language."""

from datetime import date

from advisor_desk.domain.people import StaffMember
from advisor_desk.domain.suitability import RulePack
from advisor_desk.domain.trouble import Trouble
from advisor_desk.packs.catalogue import Catalogue, catalogue_on
from advisor_desk.packs.rule_packs import packs_in_force
from advisor_desk.services.above_grade import AboveGrade
from advisor_desk.services.agenda import TodayBoard
from advisor_desk.services.desk import Desk
from advisor_desk.services.interviews import Interviews
from advisor_desk.ui.screens.today.board_words import (
    cases_of,
    contacts_of,
    due_of,
    printing_of,
    referred_of,
)
from advisor_desk.ui.screens.today.limits import is_certified, limits_of
from advisor_desk.ui.screens.today.state import Fact, Offered, TodayState
from advisor_desk.ui.words import Wording

SOON_DAYS = 30


class TodayPresenter:
    """One person's day. ``refresh`` reads the book again; ``state`` says what was read."""

    def __init__(self, desk: Desk, services: Interviews | None) -> None:
        self._desk = desk
        self._services = services
        self._board: TodayBoard | None = None
        self._trouble: Trouble | None = None
        self._above = AboveGrade(0, 0)
        self._data: tuple[date, tuple[RulePack, ...], Catalogue] | None = None
        self._me = desk.me
        self._everyone: tuple[StaffMember, ...] = ()

    @property
    def serves(self) -> bool:
        """Say whether this person's role serves clients."""
        return self._services is not None

    def refresh(self) -> None:
        """Read again what waits. What cannot be read is said on the page."""
        self._trouble = None
        try:
            if self._services is not None:
                self._board = self._services.agenda.today()
                self._above = self._services.over_risk.count()
            self._me = self._desk.staff(self._me.staff_no)
            self._everyone = self._desk.everyone()
            self._data = self._data_of_day()
        except Trouble as trouble:
            self._trouble = trouble

    def state(self, words: Wording) -> TodayState:
        """Return the page in one language."""
        board = self._board or TodayBoard(self._today, (), (), (), (), None, (), (), 0)
        limits = limits_of(self._me, board.day, self._everyone, words)
        return TodayState(
            title=self._title(board, words),
            subtitle=self._subtitle(board, words),
            refers=self.serves and limits is not None,
            limits=limits,
            cases=cases_of(board, words, self._papers(words)),
            printing=printing_of(board, words),
            contacts=contacts_of(board, words),
            due=due_of(board, words),
            referred=referred_of(board, words),
            facts=self._facts(board, words),
            serves=self.serves,
            offered=self._offered(words) if limits else None,
            trouble=words.trouble(self._trouble) if self._trouble else "",
        )

    @property
    def _today(self) -> date:
        now = self._services.now() if self._services else self._desk.clock.now()
        return now.date()

    def _data_of_day(self) -> tuple[date, tuple[RulePack, ...], Catalogue]:
        if self._services is not None:
            data = self._services.today()
            return data.day, data.packs, data.catalogue
        today = self._today
        if self._data is not None and self._data[0] == today:
            return self._data
        return today, packs_in_force(self._desk.packs, today), catalogue_on(today)

    def _papers(self, words: Wording) -> dict[str, str]:
        packs = self._data[1] if self._data else ()
        return {
            code: words.of(document.name)
            for pack in packs
            for code, document in pack.documents.items()
        }

    def _offered(self, words: Wording) -> Offered | None:
        """Return what may be told about, where whoever is here may tell nothing else."""
        if self._services is None:
            return None
        catalogue = self._services.today().catalogue
        found = (
            catalogue.product(one.code, words.language)
            for one in self._services.referrals.offered()
        )
        return Offered(
            catalogue,
            tuple(
                (one.code, words.say("REFER_PRODUCT", risk=one.risk.name, name=one.name))
                for one in found
            ),
        )

    def _title(self, board: TodayBoard, words: Wording) -> str:
        count = len(board.unfinished)  # what waits for the printer is among them
        if self._services is None:
            return words.say("TODAY_TITLE_GREETING", name=self._me.name)
        if count == 0:
            return words.say("TODAY_TITLE_NONE")
        if count == 1:
            return words.say("TODAY_TITLE_ONE")
        return words.say("TODAY_TITLE_MANY", count=count)

    def _subtitle(self, board: TodayBoard, words: Wording) -> str:
        if self._services is None:
            return words.say("TODAY_SUB_ROLE", post=words.role(self._me.role))
        printing = len(board.waiting_for_print)
        unfinished = "TODAY_SUB_UNFINISHED_PRINT" if printing else "TODAY_SUB_UNFINISHED"
        parts = [
            words.say(code, count=count, printing=printing)
            for code, count in (
                (unfinished, len(board.unfinished)),
                ("TODAY_SUB_CLOSED", board.closed_today),
            )
            if count
        ]
        may = is_certified(self._me, board.day)
        nothing = words.say("TODAY_SUB_NOTHING" if may else "TODAY_SUB_LOOK_UP")
        return words.say("LIST_COMMA").join(parts) or nothing

    def _facts(self, board: TodayBoard, words: Wording) -> tuple[Fact, ...]:
        tells = self.serves or self._me.certificate is not None
        found = [self._certificate(board.day, words)] if tells else []
        if self._data is not None:
            _, packs, catalogue = self._data
            since = words.day(max(pack.effective for pack in packs)) if packs else ""
            found = [
                Fact(
                    "books",
                    "ok" if packs else "warn",
                    words.say("TODAY_PACKS", count=len(packs)),
                    words.say("TODAY_PACKS_SINCE", day=since) if packs else "",
                ),
                Fact(
                    "report-money",
                    "ok",
                    words.say("TODAY_CATALOGUE", count=len(catalogue.listed)),
                    words.say("TODAY_CATALOGUE_OF", day=words.day(catalogue.edition)),
                ),
                *found,
            ]
        if self._services is not None:
            done = words.say("TODAY_DONE", count=board.closed_today)
            found.append(Fact("circle-check", "ok", done, self._above_grade(words)))
        kept = words.say("TODAY_KEPT")
        return (*found, Fact("database", "ok", kept, words.say("TODAY_KEPT_TEXT")))

    def _above_grade(self, words: Wording) -> str:
        """Say how often the procedure above the grade was begun and signed, without a judgement."""
        found = self._above
        return words.say("TODAY_ABOVE_GRADE", begun=found.begun, signed=found.signed)

    def _certificate(self, day: date, words: Wording) -> Fact:
        held = self._me.certificate
        if held is None or not is_certified(self._me, day):
            said = words.say("TODAY_CERTIFICATE_NONE")
            return Fact("certificate", "warn", said, words.say("TODAY_CERTIFICATE_NONE_TEXT"))
        left = (held.valid_until - day).days
        until = words.say("TODAY_CERTIFICATE_UNTIL", day=words.day(held.valid_until))
        if left <= SOON_DAYS:
            said = words.say("TODAY_CERTIFICATE_SOON", days=left)
            return Fact("certificate", "warn", said, until)
        return Fact("certificate", "ok", words.say("TODAY_CERTIFICATE"), until)
