"""Words on the screen in one language: the program's texts, days, amounts and grades.

Buttons and labels stand in ``resources/i18n`` beside the words of troubles and forms, so that one
gate holds all of them complete in three languages and presenters need no Qt to speak. A change of
language rebuilds the views with other words; nothing translates itself in place.
"""

from typing import TYPE_CHECKING, NamedTuple

from advisor_desk.domain.language import Language
from advisor_desk.domain.trouble import Trouble
from advisor_desk.packs.wording import text_of, trouble_text

if TYPE_CHECKING:  # the sign-in is painted before these are loaded
    from datetime import date, datetime

    from advisor_desk.domain.grades import RiskTolerance
    from advisor_desk.domain.languages import Words
    from advisor_desk.domain.money import Money

YUAN = "CNY"


class Wording(NamedTuple):
    """The words of one language."""

    language: Language

    def say(self, code: str, /, **facts: object) -> str:
        """Return a text with its facts filled in.

        Raises:
            KeyError: no such text, or a fact it needs is missing: a bug.
        """
        text = text_of(self.language, code)
        return text.format(**facts) if facts else text

    def trouble(self, trouble: Trouble) -> str:
        """Say what happened, where, and what to do."""
        return trouble_text(trouble, self.language)

    def of(self, words: "Words") -> str:
        """Return what a pack, a questionnaire or the catalogue says in this language."""
        return words.in_language(self.language)

    def day(self, day: "date") -> str:
        """Return ``2026-11-23``."""
        return day.isoformat()

    def long_day(self, day: "date") -> str:
        """Return the day as it is spoken, with its weekday, without the year."""
        weekday = self.say(f"WEEKDAY_{day.isoweekday()}")
        month = self.say(f"MONTH_{day.month}")
        return self.say("DAY_SPOKEN", month=month, day=day.day, weekday=weekday)

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

    def grade(self, grade: "RiskTolerance") -> str:
        """Return the name of a client's grade: balanced, growth and so on."""
        return self.say(f"TOLERANCE_{grade.name}")
