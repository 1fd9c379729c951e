"""The card for introducing: the topic, the colleague, and what the client said to it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.referral.presenter import COLLEAGUE, MEETING, TOPIC, ReferralPresenter
from advisor_desk.ui.widgets import Button, Card, Chip, ChoiceBox, Field, LineEditor

TYPED_AT_MOST = 400  # more than fits, so that too long a text is said to be so, not cut


class IntroduceCard(Card):
    """The slip's own fields. The client answers on the client's screen."""

    def __init__(self, look: Look, presenter: ReferralPresenter) -> None:
        words = look.words
        self._chip = Chip(look, words.say("REFER_NOT_ASKED"), "plain")
        super().__init__(look, words.say("REFER_INTRODUCE"), "users", self._chip)
        self._look = look
        self._presenter = presenter
        self._topic = LineEditor(look, "referral.topic", longest=TYPED_AT_MOST)
        self._topic.finished.connect(presenter.keep_topic)
        self._topic.edited.connect(presenter.keep_topic)
        self._topic_field = Field(
            look, words.say("REFER_TOPIC"), self._topic, words.say("REFER_TOPIC_HELP")
        )
        self._colleague = self._colleagues()
        self._colleague.chosen.connect(presenter.choose)
        self._colleague_field = Field(look, words.say("REFER_COLLEAGUE"), self._colleague)
        self._meeting = LineEditor(look, "referral.meeting", longest=40)
        self._meeting.finished.connect(presenter.agree_meeting)
        self._meeting.edited.connect(presenter.keep_meeting)
        self._meeting_field = Field(
            look, words.say("REFER_MEETING"), self._meeting, words.say("REFER_MEETING_HELP")
        )
        self._ask = Button(
            look, words.say("REFER_ASK"), icon="device-desktop", name="referral.consent"
        )
        self._ask.clicked.connect(presenter.ask)
        fields = QHBoxLayout()
        fields.setSpacing(look.theme.size("m"))
        fields.addWidget(self._colleague_field, 3)
        fields.addWidget(self._meeting_field, 2)
        end = Button(look, words.say("REFER_END"), "quiet", "flag", name="referral.end")
        end.clicked.connect(presenter.end)
        row = QHBoxLayout()
        row.addWidget(self._ask)
        row.addStretch(1)
        row.addWidget(end)
        self.body.addWidget(self._topic_field)
        self.body.addLayout(fields)
        self.body.addLayout(row)

    def _colleagues(self) -> ChoiceBox:
        words = self._look.words
        people = [
            (one.staff_no, words.say("TODAY_COLLEAGUE", name=one.name, post=words.role(one.role)))
            for one in self._presenter.colleagues()
        ]
        none = ("", words.say("REFER_CHOOSE"))
        return ChoiceBox(self._look, "referral.colleague", (none, *people))

    def first_focus(self) -> QWidget:
        """Return the topic."""
        return self._topic

    def show_state(self) -> None:
        """Show what is typed and chosen, what is wrong with it, and what the client said."""
        presenter, words = self._presenter, self._look.words
        if not self._topic.hasFocus():
            self._topic.set_text(presenter.topic())
        if not self._meeting.hasFocus():
            self._meeting.set_text(presenter.meeting())
        self._meeting_field.set_error(presenter.error_of(MEETING))
        colleague = presenter.colleague()
        self._colleague.show_choice(colleague.staff_no if colleague else "")
        self._topic_field.set_error(presenter.error_of(TOPIC))
        self._colleague_field.set_error(presenter.error_of(COLLEAGUE))
        answer = presenter.answer()
        self._ask.setEnabled(colleague is not None and not (answer and answer.agrees))
        if answer is not None and answer.agrees:
            self._chip.show_chip(words.say("REFER_AGREED"), "ok", "circle-check")
        elif answer is not None:
            self._chip.show_chip(words.say("REFER_DECLINED"), "plain", "hand-stop")
        elif presenter.is_asking():
            self._chip.show_chip(words.say("REFER_ASKING"), "info", "device-desktop")
        else:
            self._chip.show_chip(words.say("REFER_NOT_ASKED"), "plain")
