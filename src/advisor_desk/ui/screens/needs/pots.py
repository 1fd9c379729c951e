"""Pots of money: what each is for, where it comes from, when it is needed. Clauses: S62, S63."""

from datetime import date

from advisor_desk.domain.money import Money
from advisor_desk.domain.needs import Pot
from advisor_desk.domain.product import Purpose
from advisor_desk.domain.text import as_kept
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.typed_days import day_as_typed
from advisor_desk.ui.interview.field_errors import FieldErrors, Wrong
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.typed import Typed

NEW = "+"
YES = "yes"
LABELS = {
    "name": "NEEDS_POT_NAME",
    "amount": "NEEDS_POT_AMOUNT",
    "source": "NEEDS_POT_SOURCE",
    "needed_by": "NEEDS_POT_NEEDED_BY",
}
SHORTER = {"TEXT_EMPTY": "NEEDS_POT_EMPTY", "DATE_PAST": "NEEDS_POT_DAY_PAST"}


class Pots:
    """The list of pots, and the one form by which a pot is written or changed."""

    def __init__(self, interview: OpenInterview) -> None:
        self._interview = interview
        self.typed = Typed(interview, "needs.pot")
        self.errors = FieldErrors(interview)

    def all(self) -> tuple[Pot, ...]:
        """Return the pots in the order in which they were written down."""
        return tuple(self._interview.facts.pots.values())

    def flags(self, pot: str) -> str:
        """Say what was recorded by itself when a pot was written as it stands."""
        found = self._interview.services.needs.flags(self._interview.id, pot)
        return " ".join(self._interview.words.say(f"POT_FLAG_{flag}") for flag in found)

    @property
    def is_open(self) -> bool:
        """Say whether a pot is being written."""
        return bool(self.typed.of("open"))

    @property
    def is_new(self) -> bool:
        """Say whether it is a new one."""
        return self.typed.of("open") == NEW

    def purpose_words(self, purpose: Purpose) -> str:
        """Return what a purpose is called."""
        return self._interview.words.say(f"PAPER_PURPOSE_{purpose.value}")

    def begin(self) -> None:
        """Begin a new pot."""
        self.typed.keep(open=NEW, purpose=Purpose.ordinary.value)
        self._show()

    def edit(self, name: str) -> None:
        """Change a pot that stands in the list."""
        pot = self._interview.facts.pots[name]
        day = pot.needed_by
        self.typed.keep(
            open=pot.name,
            name=pot.name,
            amount=pot.amount.plain(),
            purpose=pot.purpose.value,
            source=pot.source,
            needed_by=day.isoformat() if day else "",
            no_day="" if day else YES,
        )
        self._show()

    def give_up(self) -> None:
        """Leave the form; the pot stays as it was."""
        self.typed.forget()
        self._interview.clear_problem()
        self._show()

    def choose_purpose(self, purpose: str) -> None:
        """Say what the money is for."""
        self.typed.keep(purpose=purpose)
        self._interview.changed()

    def choose_no_day(self, *, has_none: bool) -> None:
        """Say that there is no day on which the money is needed."""
        self.typed.keep(no_day=YES if has_none else "")
        self.errors.clear("needed_by")
        self._interview.changed()

    def save(self, name: str, amount: str, source: str, needed_by: str) -> bool:
        """Record the pot as written; what is wrong is said at its field."""
        self.errors.clear()
        self.typed.keep(name=name, amount=amount, source=source, needed_by=needed_by)
        money, day = self._amount(amount), self._day(needed_by)
        self._require_own_name(name)
        if money is None or self.errors.any():
            self._interview.changed()
            return False
        before = self.typed.of("open")
        purpose = Purpose(self.typed.of("purpose"))
        interview = self._interview
        needs = interview.services.needs
        done = self.errors.attempt(
            lambda: needs.record_pot(
                interview.id, name=name, amount=money, purpose=purpose, source=source, needed_by=day
            ),
            LABELS,
            SHORTER,
        )
        if not done:
            return False
        if before not in (NEW, as_kept(name)):
            interview.act(lambda: needs.remove_pot(interview.id, before))
        self.typed.forget()
        self._show()
        return True

    def remove(self, name: str) -> None:
        """Take a pot away that was a mistake."""
        interview = self._interview
        interview.act(lambda: interview.services.needs.remove_pot(interview.id, name))

    def _amount(self, text: str) -> Money | None:
        try:
            return Money.parse(as_kept(text))
        except BadInput as trouble:
            self.errors.say("amount", Wrong(f"NEEDS_POT_{trouble.code}", trouble))
            return None

    def _day(self, text: str) -> date | None:
        if self.typed.of("no_day") == YES:
            return None
        day = day_as_typed(text)
        if day is None:
            code = "NEEDS_POT_DAY_UNREADABLE" if as_kept(text) else "NEEDS_POT_DAY_MISSING"
            self.errors.say("needed_by", Wrong(code))
        return day

    def _require_own_name(self, name: str) -> None:
        kept = as_kept(name)
        if kept in self._interview.facts.pots and kept != self.typed.of("open"):
            self.errors.say("name", Wrong("NEEDS_POT_NAME_TAKEN"))

    def _show(self) -> None:
        self.errors.clear()
        self._interview.changed()
