"""Words on the screen in one language: the program's texts, days, amounts and grades.

Buttons and labels stand in ``resources/i18n`` beside the words of troubles and forms, so that one
gate holds all of them complete in three languages and presenters need no Qt to speak. A change of
language rebuilds the views with other words; nothing translates itself in place.
"""

from typing import TYPE_CHECKING, NamedTuple

from advisor_desk.domain.language import Language
from advisor_desk.domain.trouble import Trouble
from advisor_desk.packs.wording import day_text, text_of, trouble_text, unbroken

if TYPE_CHECKING:  # the sign-in is painted before these are loaded
    from datetime import date, datetime

    from advisor_desk.domain.grades import RiskTolerance
    from advisor_desk.domain.languages import Words
    from advisor_desk.domain.money import Money
    from advisor_desk.domain.people import Role

YUAN = "CNY"


class Count(int):
    """A number in a text: ``{left:item|items}`` writes the word that goes with it."""

    def __format__(self, form: str, /) -> str:
        """Return the first word of ``one|many`` for 1 and the second for any other number."""
        one, bar, many = form.partition("|")
        return (one if self == 1 else many) if bar else super().__format__(form)


class Wording(NamedTuple):
    """The words of one language."""

    language: Language

    def say(self, code: str, /, **facts: object) -> str:
        """Return a text with its facts filled in.

        Raises:
            KeyError: no such text, or a fact it needs is missing: a bug.
        """
        text = text_of(self.language, code)
        counted = {name: Count(one) if type(one) is int else one for name, one in facts.items()}
        return text.format(**counted) if facts else text

    def label(self, code: str) -> str:
        """Return what a field is called: with a capital where there are any."""
        named = self.say(code)
        return f"{named[:1].upper()}{named[1:]}"

    def trouble(self, trouble: Trouble, *, code: str = "", field: str = "") -> str:
        """Say what happened, where, and what to do; ``field`` as it is called on the page."""
        return trouble_text(trouble, self.language, code=code, field=field, days_in_full=True)

    def of(self, words: "Words") -> str:
        """Return what a pack, a questionnaire or the catalogue says in this language."""
        return words.in_language(self.language)

    def day(self, day: "date") -> str:
        """Return the day with its year, as it is written here."""
        return unbroken(day_text(day, self.language))

    def month(self, day: "date") -> str:
        """Return the month with its year."""
        month = self.say(f"MONTH_{day.month}")
        return unbroken(self.say("MONTH_OF_YEAR", year=day.year, month=month).strip())

    def long_day(self, day: "date") -> str:
        """Return the day as it is spoken, with its weekday, without the year."""
        weekday = self.say(f"WEEKDAY_{day.isoweekday()}")
        month = self.say(f"MONTH_{day.month}")
        return unbroken(self.say("DAY_SPOKEN", month=month, day=day.day, weekday=weekday))

    def clock(self, moment: "datetime") -> str:
        """Return ``14:41``."""
        return moment.strftime("%H:%M")

    def money(self, amount: "Money") -> str:
        """Return an amount with two decimals and its currency as it is read here."""
        if amount.currency != YUAN:
            return f"{amount.currency} {amount.figures()}"
        return self.say("AMOUNT_YUAN", figures=amount.figures())

    def whole_yuan(self, yuan: int) -> str:
        """Return ``92,000`` with its unit: examples are told in whole yuan."""
        return self.say("AMOUNT_YUAN", figures=f"{yuan:,}")

    def role(self, role: "Role") -> str:
        """Return what a person of the bank is here; posts stand in the bank's own language."""
        return self.say(f"ROLE_{role.value}")

    def grade(self, grade: "RiskTolerance") -> str:
        """Return the name of a client's grade: balanced, growth and so on."""
        return self.say(f"TOLERANCE_{grade.name}")
