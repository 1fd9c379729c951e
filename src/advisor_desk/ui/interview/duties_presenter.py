"""A step that the procedure asks for and that this version does not lead yet. No Qt."""

from typing import ClassVar

from advisor_desk.ui.interview.stage import StagePresenter
from advisor_desk.ui.interview.what_is_needed import document_names


class DutiesPresenter(StagePresenter):
    """What the decision asks for; the choice may be given up."""

    title: ClassVar[str]

    def confirm(self) -> None:
        """Do nothing: what is lacking is brought about elsewhere."""

    def papers(self) -> tuple[str, ...]:
        """Return the names of the documents the step waits for."""
        return document_names(self.interview, self.missing())

    def reason(self) -> str:
        """Say why Next is closed."""
        return self.interview.words.say("DUTIES_CLOSED")

    def choose_another(self) -> None:
        """Give the choice up: the client takes something else."""
        interview = self.interview
        interview.act(lambda: interview.services.purchases.drop_choice(interview.id))
