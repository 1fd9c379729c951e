"""What the client reads while the step waits."""

from advisor_desk.ui.interview.duties_page import DutiesClientPage


class WitnessClientPage(DutiesClientPage):
    """See ``DutiesClientPage``."""
