"""The thirteen stages with the screens that belong to them: adviser's page and client's page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from advisor_desk.domain.interview import Stage
from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.stage import StagePresenter
from advisor_desk.ui.interview.stage_view import StageView
from advisor_desk.ui.screens.close.client import CloseClientPage
from advisor_desk.ui.screens.close.presenter import ClosePresenter
from advisor_desk.ui.screens.close.view import CloseView
from advisor_desk.ui.screens.handover.client import HandoverClientPage
from advisor_desk.ui.screens.handover.presenter import HandoverPresenter
from advisor_desk.ui.screens.handover.view import HandoverView
from advisor_desk.ui.screens.needs.client import NeedsClientPage
from advisor_desk.ui.screens.needs.presenter import NeedsPresenter
from advisor_desk.ui.screens.needs.view import NeedsView
from advisor_desk.ui.screens.opening.client import OpeningClientPage
from advisor_desk.ui.screens.opening.presenter import OpeningPresenter
from advisor_desk.ui.screens.opening.view import OpeningView
from advisor_desk.ui.screens.over_risk.client import OverRiskClientPage
from advisor_desk.ui.screens.over_risk.presenter import OverRiskPresenter
from advisor_desk.ui.screens.over_risk.view import OverRiskView
from advisor_desk.ui.screens.portfolio.client import PortfolioClientPage
from advisor_desk.ui.screens.portfolio.presenter import PortfolioPresenter
from advisor_desk.ui.screens.portfolio.view import PortfolioView
from advisor_desk.ui.screens.presentation.client import PresentationClientPage
from advisor_desk.ui.screens.presentation.presenter import PresentationPresenter
from advisor_desk.ui.screens.presentation.view import PresentationView
from advisor_desk.ui.screens.products.client import ProductsClientPage
from advisor_desk.ui.screens.products.presenter import ProductsPresenter
from advisor_desk.ui.screens.products.view import ProductsView
from advisor_desk.ui.screens.questionnaire.client import QuestionnaireClientPage
from advisor_desk.ui.screens.questionnaire.presenter import QuestionnairePresenter
from advisor_desk.ui.screens.questionnaire.view import QuestionnaireView
from advisor_desk.ui.screens.result.client import ResultClientPage
from advisor_desk.ui.screens.result.presenter import ResultPresenter
from advisor_desk.ui.screens.result.view import ResultView
from advisor_desk.ui.screens.review.client import ReviewClientPage
from advisor_desk.ui.screens.review.presenter import ReviewPresenter
from advisor_desk.ui.screens.review.view import ReviewView
from advisor_desk.ui.screens.signing.client import SigningClientPage
from advisor_desk.ui.screens.signing.presenter import SigningPresenter
from advisor_desk.ui.screens.signing.view import SigningView
from advisor_desk.ui.screens.witness.client import WitnessClientPage
from advisor_desk.ui.screens.witness.presenter import WitnessPresenter
from advisor_desk.ui.screens.witness.view import WitnessView


@dataclass(frozen=True, slots=True)
class Screens:
    """A stage's presenter and the classes of its two pages.

    ``Any``: each view takes its own presenter; the rows of the table below pair them.
    """

    presenter: type[StagePresenter]
    view: type[StageView[Any]]
    client: type[ClientPage[Any]]


SCREENS: Mapping[Stage, Screens] = {
    Stage.opening: Screens(OpeningPresenter, OpeningView, OpeningClientPage),
    Stage.needs: Screens(NeedsPresenter, NeedsView, NeedsClientPage),
    Stage.questionnaire: Screens(
        QuestionnairePresenter, QuestionnaireView, QuestionnaireClientPage
    ),
    Stage.result: Screens(ResultPresenter, ResultView, ResultClientPage),
    Stage.portfolio: Screens(PortfolioPresenter, PortfolioView, PortfolioClientPage),
    Stage.products: Screens(ProductsPresenter, ProductsView, ProductsClientPage),
    Stage.over_risk: Screens(OverRiskPresenter, OverRiskView, OverRiskClientPage),
    Stage.presentation: Screens(PresentationPresenter, PresentationView, PresentationClientPage),
    Stage.witness: Screens(WitnessPresenter, WitnessView, WitnessClientPage),
    Stage.review: Screens(ReviewPresenter, ReviewView, ReviewClientPage),
    Stage.signing: Screens(SigningPresenter, SigningView, SigningClientPage),
    Stage.handover: Screens(HandoverPresenter, HandoverView, HandoverClientPage),
    Stage.close: Screens(ClosePresenter, CloseView, CloseClientPage),
}


def presenters_of(interview: OpenInterview) -> dict[Stage, StagePresenter]:
    """Return a presenter for every stage of one interview."""
    return {stage: screens.presenter(interview) for stage, screens in SCREENS.items()}
