"""An interview at its holdings, and a suggestion as it is filled in."""

from tests.services.branch import Practice, Walk
from tests.ui.opening.pages import (
    opened,
)

from advisor_desk.domain.languages import Language
from advisor_desk.ui.screens.portfolio.presenter import (
    PortfolioPresenter,
)
from advisor_desk.ui.screens.portfolio.rows import Row

ORDER = iter(range(100, 999))
ROWS = [
    Row("定期存款", "300000", "none", "2026-11-20"),
    Row("示例穩健 30 天", "100000", "R2", "2026-11-20"),
]


def begun(at: Practice, language: Language = Language.zh_TW) -> tuple[Walk, PortfolioPresenter]:
    walk = Walk(at, order=next(ORDER)).until("result")
    return walk, PortfolioPresenter(opened(walk, language))


def advise(presenter: PortfolioPresenter, words: str = "分散一些", **typed: str) -> None:
    """Fill the form in: a third of the deposit into a steady product, unless said otherwise."""
    usual = {"taken_from": "held:定期存款", "amount": "100000", "into": "product:DEMO-R2-001"}
    presenter.advising.keep_typed(**(usual | typed), words=words)
