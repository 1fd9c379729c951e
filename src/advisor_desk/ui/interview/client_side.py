"""The client's half of an interview: which page the client sees, and where it is carried.

Whatever the adviser does, the client sees the page of the stage, the calm page of a pause or a
refusal, or the bank's name. Nothing else can be pushed.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from advisor_desk.domain.interview import Stage
from advisor_desk.ui.client.carrier import Carrier, Curtain
from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.client.screen import ClientScreen
from advisor_desk.ui.interview.open_interview import Problem
from advisor_desk.ui.interview.presenter import InterviewPresenter
from advisor_desk.ui.interview.side_panel import SidePanel
from advisor_desk.ui.interview.stages import SCREENS
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.referral.client import ReferralClientPage
from advisor_desk.ui.screens.referral.presenter import ReferralPresenter
from advisor_desk.ui.screens.stop.client import StopClientPage
from advisor_desk.ui.screens.stop.presenter import StopPresenter
from advisor_desk.ui.widgets.label import dress

MIRROR_AFTER_MS = 40  # several changes in a row are mirrored once


class ClientSide(QObject):
    """The client's screen of one interview."""

    def __init__(
        self, look: Look, presenter: InterviewPresenter, curtain: Curtain, own: QWidget, bank: str
    ) -> None:
        super().__init__(own)
        self._adviser_look = look
        self._presenter = presenter
        self._stop = StopPresenter(presenter)
        self._referral = ReferralPresenter(presenter)
        self._bank = bank
        self._is_larger = False
        self._is_blank = False
        self._known: Problem | None = None  # what the adviser had read when turning the screen
        self._pages: dict[Stage | str, ClientPage[Any]] = {}
        self._panel: SidePanel | None = None
        self._on_question: Callable[[], None] = lambda: None
        self.screen = self._made_screen()
        self.carrier = Carrier(self.screen, curtain, own)
        self.carrier.changed.connect(self.show_state)
        QShortcut(QKeySequence("F9"), self.screen).activated.connect(self.toggle_blank)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.show_state)
        self._mirror = QTimer(self)
        self._mirror.setSingleShot(True)
        self._mirror.setInterval(MIRROR_AFTER_MS)
        self._mirror.timeout.connect(self._paint_mirror)
        self.carrier.use_second_screen()

    def mirror_into(self, panel: SidePanel) -> None:
        """Show the client's screen in small in the adviser's panel."""
        self._panel = panel
        panel.came.connect(self._mirror.start)
        self._mirror.start()

    def on_question(self, told: Callable[[], None]) -> None:
        """Tell the adviser when the client says that there is a question."""
        self._on_question = told

    def show_soon(self) -> None:
        """Push the page at once where the client sees it, else with the next turn of the loop."""
        if self.carrier.is_seen:
            self.show_state()
        else:
            self._soon.start(0)

    def show_state(self) -> None:
        """Push the page that belongs to how the interview stands."""
        self._soon.stop()
        self.screen.show_certificate(self._presenter.interview.today)
        if self._is_blank:
            self.screen.show_blank()
        elif self._is_refused():
            self.screen.show_wait()
        else:
            self.screen.show_page(self._page())
        self._mirror.start()

    def set_blank(self, *, is_blank: bool) -> None:
        """Show the bank's name alone, or the page again."""
        self._is_blank = is_blank
        self.show_state()

    def toggle_blank(self) -> None:
        """Show the bank's name alone, or the page again."""
        self._is_blank = not self._is_blank
        self.show_state()

    def turn(self) -> None:
        """Turn this screen to the client, where the client has none."""
        self._is_blank = False
        self._known = self._presenter.interview.problem
        self.show_state()
        self.carrier.turn()

    def page_name(self) -> str:
        """Return what the client sees, in the adviser's words."""
        words = self._adviser_look.words
        if self._is_blank:
            return words.say("CLIENT_SCREEN_blank")
        if self._presenter.is_paused:
            return words.say("CLIENT_SCREEN_pause")
        if self._presenter.refer.covers:
            return words.say("REFER_CLIENT_HEADER")
        is_the_same = words.language is self._presenter.interview.facts.language
        heading = self.screen.heading() if is_the_same else ""  # what the client reads there
        return heading or words.say(f"STAGE_{self._presenter.shown_stage().name}")

    def let_go(self) -> None:
        """Take the client's screen away: the interview is left."""
        self.carrier.let_go()
        self._mirror.stop()  # after the last change that the carrier tells
        self._soon.stop()
        self._panel = None
        self.screen.deleteLater()

    def _is_refused(self) -> bool:
        """Say whether what the client wanted at the turned screen cannot be done, at no field."""
        problem = self._presenter.interview.problem
        is_new = problem is not None and problem is not self._known
        return self.carrier.is_turned and is_new and not (problem and problem.field)

    def prepare(self, stage: Stage) -> None:
        """Build the client's page of a stage before it is wanted."""
        self.screen.take_page(self._of(stage))

    def polish(self, stage: Stage) -> None:
        """Dress the client's page of a stage before it is wanted."""
        dress(self._of(stage))

    def _page(self) -> ClientPage[Any]:
        presenter = self._presenter
        if presenter.is_paused and not presenter.interview.is_ending:
            return self._kept("stop", lambda look: StopClientPage(look, self._stop))
        if presenter.refer.covers:
            return self._kept("referral", lambda look: ReferralClientPage(look, self._referral))
        return self._of(presenter.shown_stage())

    def _of(self, stage: Stage) -> ClientPage[Any]:
        presenter = self._presenter.of(stage)
        return self._kept(stage, lambda look: SCREENS[stage].client(look, presenter))

    def _kept(self, key: Stage | str, make: Callable[[Look], ClientPage[Any]]) -> ClientPage[Any]:
        page = self._pages.get(key)
        if page is None:
            page = make(self._client_look())
            page.setObjectName(f"client.{key if isinstance(key, str) else key.name}")
            self._pages[key] = page
        return page

    def _client_look(self) -> Look:
        language = self._presenter.facts.language
        return self._adviser_look.client(language, larger=self._is_larger)

    def _made_screen(self) -> ClientScreen:
        screen = ClientScreen(self._client_look(), self._bank, self._presenter.interview.adviser)
        screen.asked.connect(self._asked)
        screen.wants_larger.connect(self._toggle_larger)
        return screen

    def _toggle_larger(self) -> None:
        self._is_larger = not self._is_larger
        self._pages.clear()
        self.screen.take_look(self._client_look())
        self.show_state()

    def _asked(self) -> None:
        self._on_question()

    def _paint_mirror(self) -> None:
        if self._panel is not None and self._panel.isVisible():
            self._panel.show_mirror(self.screen.grab(), self.page_name())
