"""What stands in the side panel beside a step, and the note that is written there."""

from functools import partial

from advisor_desk.ui.interview.presenter import InterviewPresenter
from advisor_desk.ui.interview.rules_now import RuleNow, RulesNow
from advisor_desk.ui.interview.side_panel import NOTE, SidePanel
from advisor_desk.ui.look import Look


class Beside:
    """Fills the panel only while it is seen, and as soon as it is."""

    def __init__(self, look: Look, presenter: InterviewPresenter, panel: SidePanel) -> None:
        self._words = look.words
        self._presenter = presenter
        self._interview = presenter.interview
        self._panel = panel
        self._rules = RulesNow(self._interview)
        panel.came.connect(self.show_state)
        panel.note_kept.connect(self._keep_note)
        panel.note_typed.connect(partial(self._interview.keep_draft, NOTE))

    def rules(self) -> tuple[RuleNow, ...]:
        """Return the rules that speak at this moment."""
        return self._rules.said()

    def show_state(self) -> None:
        """Show the rules of the moment, who is here, and what the step still lacks."""
        if not self._panel.isVisible():
            return
        words, presenter = self._words, self._presenter
        self._panel.show_rules(self.rules())
        parties = self._interview.facts.parties.values()
        people = tuple((one.name, words.say(f"PRESENT_{one.role.name}")) for one in parties)
        self._panel.show_people(people)
        missing = () if presenter.is_resting else presenter.lacking()
        self._panel.show_left(tuple(words.say(f"MISSING_{code}") for code in missing))

    def _keep_note(self, text: str) -> None:
        interview, panel = self._interview, self._panel
        if interview.act(lambda: interview.services.flow.note(interview.id, text)):
            panel.note.set_text("")
            interview.keep_draft(NOTE, "")
        panel.show_note_error(interview.error_of("words", "SIDE_NOTE"))
