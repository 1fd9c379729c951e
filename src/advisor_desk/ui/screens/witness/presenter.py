"""What the procedure asks for at this step."""

from typing import ClassVar

from advisor_desk.domain.interview import Stage
from advisor_desk.ui.interview.duties_presenter import DutiesPresenter


class WitnessPresenter(DutiesPresenter):
    """See ``DutiesPresenter``."""

    stage: ClassVar[Stage] = Stage.witness
    title: ClassVar[str] = "WITNESS_TITLE"
