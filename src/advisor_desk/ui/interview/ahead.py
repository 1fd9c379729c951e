"""Building ahead: what is shown next is built while the person reads what is shown now."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from advisor_desk.domain.interview import Stage
from advisor_desk.ui.interview.client_side import ClientSide
from advisor_desk.ui.interview.page_keeper import PageKeeper
from advisor_desk.ui.interview.presenter import InterviewPresenter

EVERY_MS = 60  # what was just shown is painted and mirrored first, and a key is never held up long


class Ahead(QObject):
    """Builds the pages of the following stage, adviser's and client's, a piece at a time."""

    def __init__(
        self, pages: PageKeeper, client: ClientSide, presenter: InterviewPresenter
    ) -> None:
        super().__init__(pages)
        self._presenter = presenter
        self._builders = (pages.prepare, pages.fill, pages.polish, client.prepare, client.polish)
        self._pieces: list[Callable[[], object]] = []
        self._begun_at: Stage | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._build_piece)

    def begin(self) -> None:
        """Begin, once for every stage that is shown."""
        shown, following = self._presenter.shown_stage(), self._presenter.following()
        if following is not None and self._begun_at is not shown:
            self._begun_at = shown
            self._pieces = [partial(build, following) for build in self._builders]
            self._timer.start()

    def stop(self) -> None:
        """Build nothing more: the pages are going."""
        self._timer.stop()

    def _build_piece(self) -> None:
        if self._pieces:
            self._pieces.pop(0)()
        else:
            self._timer.stop()
