"""How long the window is busy at a stretch: each key and touch of an interview, each letter typed.

Measured in the real window, drawn without a screen, over the books with years of work in them.
A stretch is the work of one key or touch until the next turn of the event loop, or the gap
between two turns after it.
"""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from tests.bench.bench_desk import BUSY, MANY_NAMES, at_the_desk, built
from tests.bench.figure import Figure
from tests.services.branch import ADVISER, TODAY, SetClock
from tests.ui.journey import acts
from tests.ui.journey.visitor import ADULT, Visitor
from tests.ui.people import NONE, People, until

from advisor_desk.domain.languages import Language
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.clients.finder import Finder
from advisor_desk.ui.screens.clients.finder_view import FinderView
from advisor_desk.ui.theme import apply, theme
from advisor_desk.ui.words import Wording

STEP_MS, KEYSTROKE_MS = 50.0, 16.0
TYPED = ("王", "chenj", "zhiqiang", "8", "4821", "不在這裡")
WHO = replace(ADULT, born=date(1984, 3, 9))  # nobody of the book
PAGES = 3
Step = Callable[[People, Visitor], None]
STEPS: Mapping[str, Step] = {
    "open the interview": acts.open_the_interview,
    "find out needs": acts.find_out_needs,
    "answer and agree": acts.answer_and_agree,
    "look at holdings": acts.look_at_holdings,
    "choose": acts.choose,
    "present": lambda them, _: acts.present(them),
    "review": lambda them, _: acts.review(them),
    "sign on paper": lambda them, _: acts.sign_on_paper(them),
    "complete": lambda them, _: acts.complete(them),
    "hand over and close": lambda them, _: acts.hand_over_and_close(them, PAGES),
}


def now() -> float:
    """Give this thread's own time: what the rest of the machine does meanwhile does not count."""
    return time.thread_time()


class Gaps(QObject):
    """Remembers the longest time between two turns of the event loop."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = now()
        self._timer = QTimer(self)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._turn)

    def watch(self, ms: int) -> None:
        """Let the loop turn for a while and see how long it was held up."""
        loop = QEventLoop()
        self._last = now()
        self._timer.start()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()
        self._timer.stop()

    def stretch(self, work: Callable[[], object]) -> None:
        """Do the work of one key or touch."""
        started = now()
        work()
        self._note(started)

    def _turn(self) -> None:
        self._note(self._last)
        self._last = now()

    def _note(self, started: float) -> None:
        self.longest = max(self.longest, (now() - started) * 1000)


class Watched(People):
    """People whose every key and touch is timed."""

    def __init__(self, home: object, clock: SetClock) -> None:
        self.gaps = Gaps()
        super().__init__(home, clock)  # type: ignore[arg-type]

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.gaps.stretch(lambda: QTest.keyClick(self.focused(), key, modifier))
        self.gaps.watch(30)

    def press(self, name: str) -> None:
        self.tab_to(name)
        self.key(Qt.Key.Key_Space)
        self.settle()

    def touch(self, name: str) -> None:
        self.ready_to_touch(name)
        button = self.visible_on_client_screen(name)
        assert isinstance(button, QAbstractButton)
        self.gaps.stretch(lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton))
        self.gaps.watch(30)
        self.settle()

    def settle(self) -> None:
        while self.window.tasks.busy:
            self.gaps.watch(10)
        self.gaps.watch(20)


def application() -> QApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = QApplication.instance() or QApplication([])
    assert isinstance(found, QApplication)
    return found


@contextmanager
def at_the_window() -> Iterator[Watched]:
    assert application()
    home = built(BUSY)[0].home
    people = Watched(home, SetClock(TODAY + timedelta(hours=5)))
    people.sign_in(ADVISER.staff_no)
    yield people
    people.close()


def bench_every_step_of_an_interview() -> tuple[Figure, ...]:
    note = "longest stretch on the window's thread; 1,000 clients, 5,000 interviews in the book"
    figures = []
    with at_the_window() as people:
        people.gaps.longest = 0.0
        acts.receive(people, WHO)
        acts.begin(people, "paper")
        figures.append(Figure("receiving a client", people.gaps.longest, STEP_MS, "ms", note))
        for name, step in STEPS.items():
            people.gaps.longest = 0.0
            step(people, WHO)
            figures.append(Figure(f"step: {name}", people.gaps.longest, STEP_MS, "ms", note))
    return tuple(figures)


def bench_a_letter_in_the_finder() -> Figure:
    """From the key to the painted list, at 100,000 names: the slowest of all letters typed."""
    app = application()
    look = Look(Wording(Language.zh_TW), theme("light", 1.0, Language.zh_TW))
    apply(app, look.theme)
    slowest = 0.0
    with at_the_desk(MANY_NAMES) as at:
        view = FinderView(look, Finder(at.interviews), list, list)
        view.resize(1208, 712)
        view.show()
        until(view.isVisible, "the finder")
        box = view.first_focus()
        box.setFocus()
        app.processEvents()
        for text in TYPED:
            box.clear()  # type: ignore[attr-defined]
            app.processEvents()
            for letter in text:
                started = now()
                if letter.isascii():
                    QTest.keyClick(box, letter)
                else:
                    box.setText(box.text() + letter)  # type: ignore[attr-defined]
                view.repaint()
                app.processEvents()
                slowest = max(slowest, (now() - started) * 1000)
        view.close()
        view.deleteLater()
    note = f"key to painted list, slowest of {sum(map(len, TYPED))} letters at 100,000 names"
    return Figure("finder: a letter typed", slowest, KEYSTROKE_MS, "ms", note)
