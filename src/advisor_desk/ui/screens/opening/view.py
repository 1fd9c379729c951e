"""The adviser's page of the opening: the client's document, the others, the recording."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.interview.stage_view import StageView
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.opening.client_card import ClientCard
from advisor_desk.ui.screens.opening.guardian_card import GuardianCard
from advisor_desk.ui.screens.opening.guardian_form import GuardianForm
from advisor_desk.ui.screens.opening.people_card import PeopleCard, PersonForm
from advisor_desk.ui.screens.opening.presenter import OpeningPresenter, Turned
from advisor_desk.ui.screens.opening.recording_card import RecordingCard
from advisor_desk.ui.widgets import Button, Card, Chip, Icon, Label


class OpeningView(StageView[OpeningPresenter]):
    """Who is here, and may we proceed."""

    def __init__(self, look: Look, presenter: OpeningPresenter) -> None:
        super().__init__(look, presenter)
        words = look.words
        chip = None
        if presenter.is_minor:
            chip = Chip(look, words.say(presenter.protection()), "warn", "shield-half")
        self.heading(words.say("OPENING_TITLE"), words.say("OPENING_SUBTITLE"), chip)
        self._guardian = GuardianCard(look, presenter.guardian)
        self._guardian_form: GuardianForm | None = None
        self._guardian_place = QVBoxLayout()
        self._client = ClientCard(look, presenter)
        self._recording = RecordingCard(look, presenter.recording)
        self._people = PeopleCard(look, presenter)
        self._pair = QWidget()
        pair = QHBoxLayout(self._pair)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(look.theme.size("m"))
        pair.addWidget(self._recording, 1)
        pair.addWidget(self._people, 1)
        self._form: PersonForm | None = None
        self._form_place = QVBoxLayout()
        if presenter.is_elder:
            self.column.addWidget(_elder_banner(look))
        self.column.addWidget(self._guardian)
        self.column.addLayout(self._guardian_place)
        self.column.addWidget(self._client)
        self.column.addWidget(self._pair)
        self.column.addLayout(self._form_place)
        self._notice = Chip(look, words.say("OPENING_NOTICE_WAITS"), "plain")
        self._show_notice = Button(
            look, words.say("OPENING_NOTICE_SHOW"), kind="quiet", icon="device-desktop",
            name="opening.notice.show", small=True,
        )  # fmt: skip
        self._show_notice.clicked.connect(self._turn_to_notice)
        self._visit = self._visit_card()
        self.column.addWidget(self._visit)
        self.column.addStretch(1)

    def first_focus(self) -> QWidget | None:
        """Return the first field that is still empty."""
        guardian = self.presenter.guardian
        if self.presenter.is_minor and guardian.party is None:
            return self._guardian_form.first if self._guardian_form else self._guardian.first
        return self._client.first

    def show_state(self) -> None:
        """Show every card, and the form only while somebody is being added."""
        self._guardian.setVisible(self.presenter.is_minor)
        self._guardian.show_state()
        self._show_guardian_form()
        self._client.show_state()
        self._recording.show_state()
        self._people.show_state()
        self._show_form()
        words = self.look.words
        is_read = self.presenter.interview.facts.notice_understood
        self._show_notice.setVisible(not is_read)
        if is_read:
            self._notice.show_chip(words.say("OPENING_NOTICE_READ"), "ok", "circle-check")
        else:
            self._notice.show_chip(words.say("OPENING_NOTICE_WAITS"), "plain")

    def _show_form(self) -> None:
        is_adding = self.presenter.people.adding is not None
        is_guardian = self._guardian_form is not None
        self._client.setVisible(not is_guardian)
        self._pair.setVisible(not is_adding and not is_guardian)
        self._visit.setVisible(not is_adding and not is_guardian)
        if is_adding and self._form is None:
            self._form = PersonForm(self.look, self.presenter)
            self._form_place.addWidget(self._form)
            self._form.show_state()
            self._form.first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif is_adding and self._form is not None:
            self._form.show_state()
        elif self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None
            self._people.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_guardian_form(self) -> None:
        guardian = self.presenter.guardian
        is_open = self.presenter.is_minor and guardian.is_open
        if is_open and self._guardian_form is None:
            self._guardian_form = GuardianForm(self.look, guardian)
            self._guardian_place.addWidget(self._guardian_form)
            self._guardian_form.show_state()
            self._guardian_form.first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif is_open and self._guardian_form is not None:
            self._guardian_form.show_state()
        elif self._guardian_form is not None:
            form, self._guardian_form = self._guardian_form, None
            form.hide()
            form.deleteLater()
            first = self.first_focus() or self._guardian.first
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _visit_card(self) -> Card:
        look, words = self.look, self.look.words
        facts = self.presenter.interview.facts
        card = Card(look)
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("m"))
        lines = QVBoxLayout()
        lines.setSpacing(look.theme.size("xs"))
        lines.addWidget(Label(look, words.say("OPENING_PURPOSE", purpose=facts.visit_purpose)))
        about = words.say(
            "OPENING_ABOUT",
            language=words.say(f"OPENING_LANGUAGE_{facts.language.value}"),
            signing=words.say(f"OPENING_SIGNING_{facts.signing_way.value}"),
        )
        lines.addWidget(Label(look, about, "caption", "ink_2"))
        row.addLayout(lines, 1)
        row.addWidget(self._show_notice)
        row.addWidget(self._notice)
        card.body.addLayout(row)
        return card

    def _turn_to_notice(self) -> None:
        self.presenter.turn_client_to(Turned.notice)


def _elder_banner(look: Look) -> QFrame:
    banner = QFrame()
    banner.setProperty("box", "warn")
    row = QHBoxLayout(banner)
    row.setContentsMargins(look.theme.size("m"), look.theme.size("s"), look.theme.size("m"), 8)
    row.setSpacing(look.theme.size("s"))
    row.addWidget(Icon(look, "shield-half", "warn", 24))
    row.addWidget(Label(look, look.words.say("OPENING_ELDER_TEXT"), "strong"), 1)
    row.addWidget(Label(look, "S40-S43", "caption", "ink_2", wrap=False))
    return banner
