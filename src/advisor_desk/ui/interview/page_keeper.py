"""The pages of one interview, built when first needed: adviser's and client's side by side."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from advisor_desk.domain.interview import Stage
from advisor_desk.ui.interview.presenter import InterviewPresenter
from advisor_desk.ui.interview.stage_view import StageView
from advisor_desk.ui.interview.stages import SCREENS
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.stop.presenter import StopPresenter
from advisor_desk.ui.screens.stop.view import StopView


class PageKeeper:
    """Keeps the adviser's pages of one look."""

    def __init__(
        self, look: Look, presenter: InterviewPresenter, leave: Callable[[], None]
    ) -> None:
        self._look = look
        self._leave = leave
        self._presenter = presenter
        self._pages: dict[Stage, StageView[Any]] = {}
        self._stop: StopView | None = None

    def current(self) -> QWidget:
        """Return the page that is to be shown now, showing how things stand."""
        if self._presenter.is_paused and not self._presenter.interview.is_ending:
            return self._stop_page()
        stage = self._presenter.shown_stage()
        page = self._pages.get(stage)
        if page is None:
            page = SCREENS[stage].view(self._look, self._presenter.stage())
            page.setObjectName(f"stage.{stage.name}")
            page.on_leave(self._leave)
            self._pages[stage] = page
        page.show_state()
        return page

    def _stop_page(self) -> StopView:
        if self._stop is None:
            self._stop = StopView(self._look, StopPresenter(self._presenter))
        self._stop.show_state()
        return self._stop
