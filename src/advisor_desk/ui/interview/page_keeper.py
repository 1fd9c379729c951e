"""The adviser's pages of one interview, each built once, and the one that is shown now."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from advisor_desk.domain.interview import Stage
from advisor_desk.ui.interview.presenter import InterviewPresenter
from advisor_desk.ui.interview.stage_view import StageView
from advisor_desk.ui.interview.stages import SCREENS
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.referral.presenter import ReferralPresenter
from advisor_desk.ui.screens.referral.view import ReferralView
from advisor_desk.ui.screens.stop.presenter import StopPresenter
from advisor_desk.ui.screens.stop.view import StopView
from advisor_desk.ui.widgets.label import dress
from advisor_desk.ui.widgets.scrolled import ScrollArea


class PageKeeper(QStackedWidget):
    """Every page scrolls by itself: none widens or lengthens another."""

    def __init__(
        self, look: Look, presenter: InterviewPresenter, leave: Callable[[], None]
    ) -> None:
        super().__init__()
        self._look = look
        self._leave = leave
        self._presenter = presenter
        self._pages: dict[Stage, StageView[Any]] = {}
        self._places: dict[QWidget, ScrollArea] = {}
        self._stop: StopView | None = None
        self._referral: ReferralView | None = None
        self.addWidget(QWidget())  # else the first page built would be seen before it is filled

    @property
    def shown(self) -> QWidget | None:
        """Return the page that is shown now; none before the first."""
        place = self.currentWidget()
        return place.widget() if isinstance(place, ScrollArea) else None

    def show_page(self, page: QWidget) -> bool:
        """Show a page; say whether it is another one than before."""
        is_other = page is not self.shown
        self.take(page)
        self.setCurrentWidget(self._places[page])
        return is_other

    def current(self) -> QWidget:
        """Return the page that is to be shown now, showing how things stand."""
        if self._presenter.is_paused and not self._presenter.interview.is_ending:
            return self._stop_page()
        if self._presenter.refer.covers:
            return self._referral_page()
        page = self._page(self._presenter.shown_stage())
        page.show_state()
        return page

    def prepare(self, stage: Stage) -> bool:
        """Build the page of a stage before it is wanted; say whether it was not built yet."""
        if stage in self._pages:
            return False
        self._page(stage)
        return True

    def fill(self, stage: Stage) -> None:
        """Put the page of a stage in its place before it is wanted, filled as far as it can be."""
        self.take(self._pages[stage])
        self._pages[stage].fill_ahead()

    def polish(self, stage: Stage) -> None:
        """Dress the page of a stage before it is wanted."""
        dress(self._pages[stage])

    def take(self, page: QWidget) -> None:
        """Give a page its place."""
        if page in self._places:
            return
        place = ScrollArea()
        self.addWidget(place)
        place.setWidget(page)
        self._places[page] = place

    def _page(self, stage: Stage) -> StageView[Any]:
        page = self._pages.get(stage)
        if page is None:
            page = SCREENS[stage].view(self._look, self._presenter.of(stage))
            page.setObjectName(f"stage.{stage.name}")
            page.on_leave(self._leave)
            self._pages[stage] = page
        return page

    def _stop_page(self) -> StopView:
        if self._stop is None:
            self._stop = StopView(self._look, StopPresenter(self._presenter))
        self._stop.show_state()
        return self._stop

    def _referral_page(self) -> ReferralView:
        if self._referral is None:
            self._referral = ReferralView(self._look, ReferralPresenter(self._presenter))
        self._referral.show_state()
        return self._referral
