"""The card of the recording: its number, or why there is none."""

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.opening.recording import RecordingMode, StatedRecording
from advisor_desk.ui.widgets import Card, Chip, Field, LineEditor, SwitchChips
from advisor_desk.ui.widgets.leaving import Leaving


class RecordingCard(Card):
    """One of two is stated; it is kept as soon as it is typed."""

    def __init__(self, look: Look, recording: StatedRecording) -> None:
        words = look.words
        self._chip = Chip(look, words.say("OPENING_NOT_STATED"), "plain")
        super().__init__(look, words.say("OPENING_RECORDING"), "speakerphone", self._chip)
        self._look = look
        self._recording = recording
        choices = [
            (mode.value, words.say(f"OPENING_RECORDED_{mode.value}")) for mode in RecordingMode
        ]
        self._switch = SwitchChips(look, choices, "opening.recording.mode")
        self._switch.chosen.connect(recording.choose)
        self.body.addWidget(self._switch)
        self._editors: dict[RecordingMode, LineEditor] = {}
        self._fields: dict[RecordingMode, Field] = {}
        for mode in RecordingMode:
            editor = LineEditor(look, f"opening.recording.{mode.value}")
            field = Field(
                look,
                words.say(f"OPENING_RECORDING_{mode.value}"),
                editor,
                words.say(f"OPENING_RECORDING_HELP_{mode.value}"),
            )
            editor.finished.connect(recording.state)
            Leaving(editor).left.connect(self._left)
            self._editors[mode] = editor
            self._fields[mode] = field
            self.body.addWidget(field)
        self.body.addStretch(1)

    def show_state(self) -> None:
        """Show what was stated or typed."""
        recording, words = self._recording, self._look.words
        mode = recording.mode
        self._switch.show_choice(mode.value)
        for one, field in self._fields.items():
            field.setVisible(one is mode)
        editor = self._editors[mode]
        if not editor.hasFocus():
            editor.set_text(recording.text())
        self._fields[mode].set_error(recording.error())
        if recording.is_stated():
            self._chip.show_chip(words.say("OPENING_STATED"), "ok", "circle-check")
        else:
            self._chip.show_chip(words.say("OPENING_NOT_STATED"), "plain")

    def _left(self) -> None:
        self._recording.state(self._editors[self._recording.mode].text())
