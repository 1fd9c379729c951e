"""What the procedure asks for at this step, on the adviser's page."""

from advisor_desk.ui.interview.duties_page import DutiesView


class OverRiskView(DutiesView):
    """See ``DutiesView``."""
