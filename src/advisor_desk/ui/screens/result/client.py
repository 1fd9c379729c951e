"""The client's pages of the result: the level in words and in money, and two equal buttons."""

from collections.abc import Iterable

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.result.presenter import ResultPresenter, Shown
from advisor_desk.ui.widgets import Button, GradeBadge, Icon, Label, MoneyBar, clear

EXAMPLE = 10_000  # yuan the questionnaire's examples are told for
SHOWN = 100_000  # yuan they are shown for here
CARD = 352  # of a money card, inside its line
WIDEST, NARROWEST = 26, 4  # of what stays free at the sides of its texts
YEARS = ("bad", "usual", "good")


class MoneyCard(QFrame):
    """What the sum may be after one kind of year; the bad one stands first and stands out."""

    def __init__(self, look: Look, year: str, yuan: int, most: float, free: QMargins) -> None:
        super().__init__()
        words, theme = look.words, look.theme
        emphasis = year == "bad"
        line = theme.hex("chosen_fill" if emphasis else "quiet_line")
        self.setObjectName(f"money.{year}")
        self.setStyleSheet(
            f"QFrame#{self.objectName().replace('.', chr(92) + '.')} {{"
            f" border: {3 if emphasis else 2}px solid {line};"
            f" border-radius: {theme.radius('answer')}px; }}"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(free)
        column.setSpacing(0)
        column.addWidget(Label(look, words.say(f"RESULT_YEAR_{year}"), "client_body"))
        column.addWidget(Label(look, words.whole_yuan(yuan), "client_figure", wrap=False))
        away = words.whole_yuan(abs(yuan - SHOWN))
        code = "RESULT_LESS" if yuan < SHOWN else "RESULT_MORE"
        column.addWidget(Label(look, words.say(code, amount=away), "client_body", "ink_2"))
        column.addWidget(MoneyBar(look, yuan / SHOWN, most=most))


def _free(look: Look, sums: Iterable[int]) -> QMargins:
    """Return what stays free around the texts of all cards alike: a wide figure takes of it."""
    metrics = QFontMetrics(look.theme.font("client_figure"))
    wide = max(metrics.horizontalAdvance(look.words.whole_yuan(one)) for one in sums)
    side = max(NARROWEST, min(WIDEST, (CARD - wide) // 2))
    high = 14 if side > WIDEST // 2 else 2
    return QMargins(side, high, side, high)


class ResultClientPage(ClientPage[ResultPresenter]):
    """Level, worst year first, and the choice between talking and agreeing."""

    def __init__(self, look: Look, presenter: ResultPresenter) -> None:
        super().__init__(look, presenter)
        self._stack = QStackedWidget()
        self._built_for: RiskTolerance | None = None
        self._title = Label(look, "", "client_question", wrap=False)
        self._badge = GradeBadge(look, RiskTolerance.A1, "l")
        self._say = Label(look, "", "client_lead")
        self._money = QHBoxLayout()
        self._money.setSpacing(look.theme.size("m"))
        self._own = Label(look, "", "client_body")
        self._result = self._result_page()
        self._change_text = Label(look, "", "client_lead")
        self._change_say = Label(look, "", "client_body", "ink_2")
        self._before = GradeBadge(look, RiskTolerance.A1, "l")
        self._now = GradeBadge(look, RiskTolerance.A1, "l")
        self._change = self._change_page()
        self._points = QVBoxLayout()
        self._talk = self._talk_page()
        self._agreed = self._plain("RESULT_AGREED", "RESULT_AGREED_TEXT")
        for page in (self._result, self._change, self._talk, self._agreed):
            self._stack.addWidget(page)
        self.column.addWidget(self._stack)

    def header(self) -> str:
        """Return the name of the page."""
        return self.look.words.say("RESULT_HEADER")

    def first_focus(self) -> QWidget | None:
        """Return the button that decides nothing yet."""
        shown = self.presenter.shown_to_client()
        found = {Shown.result: self._discuss, Shown.change: self._look_again}
        return found.get(shown)

    def show_state(self) -> None:
        """Show the page the client is on."""
        shown = self.presenter.shown_to_client()
        page = {
            Shown.result: self._result,
            Shown.change: self._change,
            Shown.talk: self._talk,
            Shown.agreed: self._agreed,
        }[shown]
        self._show_result()
        if page is not self._stack.currentWidget():
            had_focus = self.isAncestorOf(self.focusWidget() or self)
            self._stack.setCurrentWidget(page)
            first = self.first_focus()
            if had_focus and first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_result(self) -> None:
        presenter, words = self.presenter, self.look.words
        grade, about, example = presenter.grade(), presenter.about_grade(), presenter.example()
        if grade is None or about is None or example is None:
            return
        if grade is not self._built_for:
            self._built_for = grade
            self._title.say(words.say("RESULT_YOURS", name=words.grade(grade)))
            self._badge.show_grade(grade)
            self._say.say(words.of(about.say))
            clear(self._money)
            most = max(1.1, example.good / EXAMPLE * 1.02)
            sums = {year: getattr(example, year) * SHOWN // EXAMPLE for year in YEARS}
            free = _free(self.look, sums.values())
            for year, yuan in sums.items():
                self._money.addWidget(MoneyCard(self.look, year, yuan, most, free), 1)
        record = presenter.record
        self._now.show_grade(grade)
        if record is not None and record.previous is not None:
            self._before.show_grade(record.previous)
        self._own.say(self._about_own())
        self._change_text.say(presenter.change_words(words))
        self._change_say.say(words.of(about.say))
        clear(self._points)
        for text in presenter.differing_for_client():
            row = QHBoxLayout()
            row.setSpacing(self.look.theme.size("m"))
            row.addWidget(Icon(self.look, "messages", "chosen_fill", 28))
            row.addWidget(Label(self.look, text, "client_body"), 1)
            self._points.addLayout(row)

    def _about_own(self) -> str:
        """Say how the own estimate lies, and how many pairs of answers are to be talked about."""
        presenter, words = self.presenter, self.look.words
        own = presenter.own_words(words)
        count = len(presenter.differing())
        differing = words.say("RESULT_TALK_ABOUT", count=count) if count else ""
        if own and differing:
            return words.say("RESULT_OWN_AND_TALK", own=own, talk=differing)
        return own or differing

    def _result_page(self) -> QWidget:
        look, words = self.look, self.look.words
        page, column = self._page()
        head = QHBoxLayout()
        head.setSpacing(look.theme.size("m"))
        head.addWidget(self._title)
        head.addWidget(self._badge)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self._say)
        sum_words = words.say("RESULT_IF_YOU_PUT", amount=words.whole_yuan(SHOWN))
        column.addWidget(Label(look, sum_words, "client_body", "ink_2"))
        column.addLayout(self._money)
        line = words.say("RESULT_LINE", amount=words.whole_yuan(SHOWN))
        column.addWidget(Label(look, line, "client_body", "ink_2"))
        column.addWidget(self._own)
        column.addStretch(1)
        self._discuss = self._button("RESULT_DISCUSS", "messages", "client.discuss")
        self._agree = self._button("RESULT_AGREE", "check", "client.agree")
        self._discuss.clicked.connect(self.presenter.client_discusses)
        self._agree.clicked.connect(self.presenter.client_agrees)
        column.addLayout(self._equal(self._discuss, self._agree))
        return page

    def _change_page(self) -> QWidget:
        look, words = self.look, self.look.words
        page, column = self._page()
        column.addWidget(Label(look, words.say("RESULT_CHANGE_TITLE"), "client_question"))
        column.addSpacing(look.theme.size("l"))
        badges = QHBoxLayout()
        badges.setSpacing(look.theme.size("m"))
        badges.addWidget(self._before)
        badges.addWidget(Icon(look, "arrow-right", "ink_2", 32))
        badges.addWidget(self._now)
        badges.addStretch(1)
        column.addLayout(badges)
        column.addSpacing(look.theme.size("m"))
        column.addWidget(self._change_text)
        column.addWidget(self._change_say)
        column.addStretch(1)
        self._look_again = self._button("RESULT_LOOK_AGAIN", "arrow-left", "client.look_again")
        self._confirm_change = self._button("RESULT_CONFIRM_CHANGE", "check", "client.change")
        self._look_again.clicked.connect(self.presenter.client_looks_again)
        self._confirm_change.clicked.connect(self.presenter.client_agrees)
        column.addLayout(self._equal(self._look_again, self._confirm_change))
        return page

    def _talk_page(self) -> QWidget:
        look, words = self.look, self.look.words
        page, column = self._page()
        column.addStretch(1)
        column.addWidget(Label(look, words.say("RESULT_TALKING"), "client_question"))
        column.addWidget(Label(look, words.say("RESULT_TALKING_TEXT"), "client_body", "ink_2"))
        column.addSpacing(look.theme.size("m"))
        column.addLayout(self._points)
        column.addStretch(2)
        return page

    def _plain(self, title: str, text: str) -> QWidget:
        page, column = self._page()
        column.addStretch(1)
        for code, kind, tone in ((title, "client_question", "ink"), (text, "client_body", "ink_2")):
            label = Label(self.look, self.look.words.say(code), kind, tone)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(1)
        return page

    def _page(self) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.theme.size("s"))
        return page, column

    def _button(self, code: str, icon: str, name: str) -> Button:
        text = self.look.words.say(code)
        return Button(self.look, text, kind="client", icon=icon, name=name)

    def _equal(self, left: Button, right: Button) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.look.theme.size("l"))
        row.addWidget(left, 1)
        row.addWidget(right, 1)
        return row
