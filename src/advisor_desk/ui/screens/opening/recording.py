"""The recording: its number, or why there is none."""

from enum import Enum

from advisor_desk.domain.text import as_kept
from advisor_desk.ui.interview.field_errors import FieldErrors
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.typed import Typed

MODE = "mode"


class RecordingMode(Enum):
    """Whether the talk is recorded."""

    number = "number"
    reason_none = "reason_none"


class StatedRecording:
    """Number or reason, as stated or as typed so far."""

    def __init__(self, interview: OpenInterview) -> None:
        self._interview = interview
        self._typed = Typed(interview, "opening.recording")
        self._errors = FieldErrors(interview)

    @property
    def mode(self) -> RecordingMode:
        """Return whether a number or a reason is being stated."""
        typed = self._typed.of(MODE)
        if typed:
            return RecordingMode(typed)
        stated = self._interview.facts.recording
        is_none = stated is not None and stated.number is None
        return RecordingMode.reason_none if is_none else RecordingMode.number

    def text(self) -> str:
        """Return what was typed or stated for the mode shown."""
        typed = self._typed.of(self.mode.value)
        return typed or self._stated() or ""

    def is_stated(self) -> bool:
        """Say whether what is shown is what the book has."""
        return bool(self._stated()) and not self._typed.of(self.mode.value)

    def choose(self, mode: str) -> None:
        """Choose number or reason."""
        self._typed.keep(mode=mode)
        self._errors.clear()
        self._interview.changed()

    def state(self, text: str) -> None:
        """State it; what cannot be stated stays a draft, and is said to be wrong."""
        interview, field = self._interview, self.mode.value
        plain = as_kept(text)
        if plain == (self._stated() or ""):
            self._errors.clear()
            self._typed.keep(**{field: ""})
            return
        self._typed.keep(**{field: text})
        if not plain:
            return
        given = {field: plain}
        label = f"OPENING_RECORDING_{field}"
        opening = interview.services.opening
        if self._errors.attempt(
            lambda: opening.state_recording(interview.id, **given), {field: label}
        ):
            self._typed.forget()
            interview.changed()

    def error(self) -> str:
        """Return what is wrong with number or reason."""
        return self._errors.of(self.mode.value)

    def _stated(self) -> str | None:
        stated = self._interview.facts.recording
        if stated is None:
            return None
        return stated.number if self.mode is RecordingMode.number else stated.reason_none
