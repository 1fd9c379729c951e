"""The key that calls the witness, from the presentation on. Clauses: S43, S60."""

from collections.abc import Callable

from advisor_desk.domain.interview import Stage
from advisor_desk.domain.steps import step_of
from advisor_desk.ui.interview.frame import InterviewFrame
from advisor_desk.ui.interview.presenter import InterviewPresenter


def call_witness(
    presenter: InterviewPresenter, frame: InterviewFrame, say: Callable[[str, str, str], None]
) -> None:
    """Show where the witness signs in; while the product is still explained, who may come."""
    interview = presenter.interview
    if presenter.is_resting or interview.is_busy:
        return
    if presenter.open_stage() is Stage.witness:
        presenter.go_to(Stage.witness)
        frame.focus_page()
    elif step_of(Stage.witness).applies(interview.facts):
        words = interview.words
        found = interview.services.witnessing.candidates(interview.id)
        names = words.say("LIST_COMMA").join(one.name for one in found)
        text = words.say("WITNESS_CALL_TEXT", names=names)
        say("info", words.say("WITNESS_CALL"), text)
