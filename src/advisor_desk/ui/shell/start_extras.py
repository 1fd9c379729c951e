"""What the sign-in shows a moment after its first paint: icons, choices, what is known here."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.shell.preferences import SCALES, THEMES, Preferences
from advisor_desk.ui.shell.start_page import HIGH, StartPage
from advisor_desk.ui.widgets import BankMark, Button, Icon, Label, RowButton, clear
from advisor_desk.ui.widgets.neighbours import ENTER
from advisor_desk.ui.widgets.scrolled import ScrollArea

if TYPE_CHECKING:  # loaded behind the sign-in
    from advisor_desk.domain.people import Role

LANGUAGES = ("zh_TW", "zh_CN", "en")
PEOPLE_HIGH = 200


class Person(NamedTuple):
    """Somebody of a training home, printed on its sign-in page."""

    staff_no: str
    name: str
    role: "Role"


class StartExtras(QObject):
    """Fills the places that ``StartPage`` keeps free; lives and goes with it."""

    def __init__(
        self,
        page: StartPage,
        look: Look,
        now: datetime,
        preferences: Preferences,
        prefer: Callable[..., None],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._look = look
        self._preferences = preferences
        self._prefer = prefer
        page.links.addWidget(self._made_links())
        page.bank.addWidget(_made_bank(look))
        hint = look.words.say("LOGIN_PASSWORD_HINT")
        page.beside_label.addWidget(Label(look, hint, "caption", "ink_2", wrap=False))
        page.foot.addWidget(self._made_foot(now))
        self._capitals = self._made_capitals()
        page.below_password.addWidget(self._capitals)
        self._capitals.hide()
        page.password.installEventFilter(self)
        page.submit.installEventFilter(self)
        _add_key_cap(look, page)
        self.show_home([("wifi-off", look.words.say("LOGIN_OFFLINE"))])

    def show_home(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show what is known of the station: icon and words, a line each."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addStretch(1)
        for icon, text in lines:
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(Icon(self._look, icon, "on_rail_2", 20))
            row.addWidget(Label(self._look, text, "body", "on_rail_2"), 1)
            column.addLayout(row)
        _put(self._page.home_lines, holder)

    def show_people(self, people: Sequence[Person], password: str) -> None:
        """Print who can sign in here: training homes only. A press fills the number in."""
        look, words = self._look, self._look.words
        holder = QWidget()
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.theme.size("xs"))
        outer.addWidget(Label(look, words.say("LOGIN_TRAINING"), "strong"))
        said = words.say("LOGIN_TRAINING_TEXT", password=password)
        outer.addWidget(Label(look, said, "caption", "ink_2"))
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for one in people:
            name = f"login.person.{one.staff_no}"
            row = RowButton(look, f"{one.staff_no}   {one.name}", "", words.role(one.role), name)
            row.setFixedHeight(look.theme.size("row_dense"))
            row.clicked.connect(self._person_pressed)
            column.addWidget(row)
        area = ScrollArea()
        area.setMinimumHeight(0)  # under larger words it gives way, and scrolls
        area.setMaximumHeight(PEOPLE_HIGH)
        area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        area.setWidget(listed)
        outer.addWidget(area)
        _put(self._page.people, holder)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Say that capitals are locked, where the keys show it; let Enter press the button."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self._page.password:
                self._look_at_capitals(event)
            elif event.key() in ENTER:
                self._page.submit_typed()
                return True
        return super().eventFilter(watched, event)

    def _look_at_capitals(self, event: QKeyEvent) -> None:
        if event.text().isalpha() and event.text().isascii():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._capitals.setVisible(event.text().isupper() is not shift)

    def _made_links(self) -> QWidget:
        look, words, liked = self._look, self._look.words, self._preferences
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        for code, icon, name, slot in (
            (f"LANGUAGE_{liked.language}", "language", "login.language", self._speak),
            (f"THEME_{liked.theme}", "contrast", "login.theme", self._paint),
            (f"SCALE_{round(liked.scale * 100)}", "zoom-in", "login.scale", self._grow),
        ):
            button = Button(look, words.say(code), "quiet", icon, name=name)
            button.clicked.connect(slot)
            row.addWidget(button)
        return holder

    def _made_foot(self, now: datetime) -> QWidget:
        look, words = self._look, self._look.words
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Icon(look, "device-desktop", "ink_3", 16))
        row.addWidget(Label(look, words.say("LOGIN_CLIENT_SCREEN"), "caption", "ink_2"), 1)
        day = f"{words.long_day(now.date())}   {words.clock(now)}"
        row.addWidget(Label(look, day, "caption", "ink_2", wrap=False))
        return holder

    def _made_capitals(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Icon(self._look, "alert-triangle", "warn", 16))
        said = self._look.words.say("LOGIN_CAPITALS")
        row.addWidget(Label(self._look, said, "caption", "warn"), 1)
        return holder

    def _person_pressed(self) -> None:
        pressed = self.sender()
        if pressed is not None:
            self._page.choose(pressed.objectName().rpartition(".")[2])

    def _speak(self) -> None:
        self._prefer(language=_after(self._preferences.language, LANGUAGES))

    def _paint(self) -> None:
        self._prefer(theme=_after(self._preferences.theme, THEMES))

    def _grow(self) -> None:
        self._prefer(scale=_after(self._preferences.scale, SCALES))


def _made_bank(look: Look) -> QWidget:
    words = look.words
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.theme.size("m"))
    row.addWidget(BankMark(look, HIGH, on_rail=True))
    names = QVBoxLayout()
    names.setSpacing(0)
    names.addWidget(Label(look, words.say("LOGIN_BANK"), "section", "on_rail"))
    names.addWidget(Label(look, words.say("LOGIN_BANK_SECOND"), "body", "on_rail_2"))
    row.addLayout(names, 1)
    return holder


def _add_key_cap(look: Look, page: StartPage) -> None:
    """Paint the cap of the key that does the same at the right of the button's word."""
    cap = Label(look, "Enter", "caption", "on_primary", wrap=False)
    cap.setParent(page.submit)
    ink = look.theme.hex("on_primary")
    cap.setStyleSheet(f"border: 1px solid {ink}; border-radius: 4px; padding: 0 6px;")
    cap.adjustSize()
    word = page.submit.fontMetrics().horizontalAdvance(page.submit.text())
    left = (page.submit.width() + word) // 2 + 12
    cap.move(left, (page.submit.height() - cap.height()) // 2)
    cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    cap.show()


def _put(place: QVBoxLayout | QHBoxLayout, widget: QWidget) -> None:
    clear(place)
    place.addWidget(widget)


def _after(one: object, all_of_them: Sequence[object]) -> object:
    place = all_of_them.index(one)
    return all_of_them[(place + 1) % len(all_of_them)]
