"""Hearing the desktop on a machine without eyes: screen, buses, and the person who listens.

``screen_reader.py`` does the listening, under the system's own Python.
"""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from advisor_desk.domain.language import Language
from advisor_desk.store.keys import PUBLISHED_PASSWORD
from advisor_desk.ui.words import Wording

SYSTEM_PYTHON = "/usr/bin/python3"
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
DRIVER = Path(__file__).with_name("screen_reader.py")
PATIENCE_S = 30
WORDS = Wording(Language.zh_TW)
say = WORDS.say
BUTTONS = ("push button", "check box", "radio button", "toggle button")
FIELDS = ("text", "password text")
LISTS, ENTRIES = ("combo box",), ("list item",)
STAGES = (
    "opening needs questionnaire result portfolio products presentation review signing handover"
    " close"
).split()
ADVISERS_OWN = (
    "PLACE_today PLACE_settings TOP_LEAVE TOP_SEARCH RAIL_STEPS RAIL_PAUSE SIDE_NOTE SIDE_KEEP_NOTE"
    " SIDE_RULES SIDE_TURN SIDE_BEFORE_LEAVING SIDE_PRESENT NAV_BACK NAV_CONFIRM"
).split()


def missing() -> list[str]:
    """Name what this machine lacks for hearing a program."""
    lacks = [one for one in ("Xvfb", "xdotool", "dbus-daemon") if shutil.which(one) is None]
    if not any(Path(one).exists() for one in LAUNCHERS):
        lacks.append("at-spi2-core")
    if not _imports_pyatspi():
        lacks.append("python3-pyatspi")
    return lacks


def _imports_pyatspi() -> bool:
    if not Path(SYSTEM_PYTHON).exists():
        return False
    asked = subprocess.run(
        [SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False
    )
    return asked.returncode == 0


def step_shown(stage: str) -> str:
    """Say as the rail does that a step is the one on the screen."""
    number = STAGES.index(stage) + 1
    return say("RAIL_STEP_now", number=number, name=say(f"STAGE_{stage}"))


class Person:
    """Somebody who hears the screen and types. ``nameless``: what was met without a name."""

    def __init__(self, desktop: "subprocess.Popen[str]", driver: "subprocess.Popen[str]") -> None:
        self._desktop = desktop
        self._driver = driver
        self.nameless: list[str] = []

    def _order(self, do: str, name: str = "", **more: Any) -> Any:
        assert self._driver.stdin is not None
        assert self._driver.stdout is not None
        self._driver.stdin.write(f"{json.dumps({'do': do, 'name': name} | more)}\n")
        self._driver.stdin.flush()
        line = self._driver.stdout.readline()
        while line and not line.startswith("{"):  # the registry says that it runs
            line = self._driver.stdout.readline()
        assert line, "the screen reader ended"
        answer = json.loads(line)
        assert "wrong" not in answer, answer["wrong"]
        return answer["said"]

    def press(self, name: str, *, part: bool = False) -> None:
        self._order("press", name, roles=BUTTONS, part=part)

    def pick(self, name: str, entry: str) -> None:
        """Open a list, go down it until the entry is heard, and take it."""
        self._order("press", name, roles=LISTS)
        self.wait(entry, part=True)
        self.keys("key", "Home")
        for _ in [one for one in self.hears() if one["role"] in ENTRIES]:
            if any(entry in one["name"] for one in self.hears() if one["focused"]):
                break
            self.keys("key", "Down")
        self.keys("key", "Return")
        self._order("hear", entry, roles=LISTS, part=True)

    def write(self, name: str, text: str) -> None:
        """Fill a field in, as dictation and the input method of a braille display do."""
        shown = self._order("write", name, roles=FIELDS, text=text)
        assert shown in (text, "●" * len(text)), f"{name} holds {shown}"

    def keys(self, *keys: str) -> None:
        self._order("keys", keys=keys)

    def wait(self, name: str, *, part: bool = False) -> None:
        self._order("hear", name, part=part)

    def hears(self) -> list[dict[str, Any]]:
        """Go over the whole page; everything the keyboard can reach must say what it is."""
        heard: list[dict[str, Any]] = self._order("see")
        nameless = [one for one in heard if one["focusable"] and not one["name"].strip()]
        self.nameless += [f"{one['role']} in {one['in']}" for one in nameless]
        return heard

    def listens(self, ms: int) -> None:
        """Go over the page until so much time has passed."""
        until = time.monotonic() + ms / 1000
        while time.monotonic() < until:
            self.hears()

    def names(self) -> list[str]:
        return [one["name"] for one in self.hears() if one["name"]]

    def stage(self, stage: str) -> None:
        """Wait for the page of a step, and go over it."""
        self.wait(step_shown(stage))
        self.hears()

    @contextmanager
    def turned(self) -> Iterator[None]:
        """Turn the screen to the client, and back by holding Esc and the adviser's password."""
        self.keys("key", "F8")
        self.wait(say("CLIENT_QUESTION"))
        self.hears_nothing_of_the_advisers()
        yield
        self.hears_nothing_of_the_advisers()
        self.keys("keydown", "Escape")
        self.wait(say("RETURN_TITLE"))
        self.keys("keyup", "Escape")
        assert self.hears_nothing_of_the_advisers()
        self.write(say("LOGIN_PASSWORD"), PUBLISHED_PASSWORD)
        self.press(say("LOCK_OPEN"))
        self.wait(say("RAIL_PAUSE"))

    def hears_nothing_of_the_advisers(self) -> list[str]:
        names = self.names()
        own = {say(code) for code in ADVISERS_OWN} - {say("NEEDS_CLIENT_BACK")}
        own |= {step_shown(stage) for stage in STAGES}
        assert not own & set(names), f"the client hears {own & set(names)}"
        return names

    def leave(self) -> None:
        """End the desktop by its key."""
        self.keys("key", "ctrl+q")
        assert self._desktop.wait(timeout=PATIENCE_S) == 0

    def leaf_until(self, on: str, last: str) -> None:
        """Go on page by page until there is the button that ends it."""
        names = self.names()
        while last not in names:
            if on in names:
                self.press(on)
            names = self.names()


@contextmanager
def running(command: Sequence[object], **more: Any) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen([str(one) for one in command], text=True, **more)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()


def first_word_of(stack: ExitStack, command: Sequence[object], **more: Any) -> str:
    """Start what says on one line where it can be reached."""
    reader, writer = os.pipe()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    filled = [str(one).format(writer) for one in command]
    stack.enter_context(running(filled, pass_fds=[writer], **quiet, **more))
    os.close(writer)
    with os.fdopen(reader) as said:
        return said.readline().strip()


def own_screen(stack: ExitStack) -> str:
    """Start a screen and name it; the number is of this process alone, so that none is met."""
    number = f":{os.getpid() % 30000 + 100}"
    size = ("-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset")
    shown = first_word_of(stack, ["Xvfb", number, "-displayfd", "{}", *size])
    assert shown, "the X server did not start"
    return f":{shown}"


def heard_environment(stack: ExitStack) -> dict[str, str]:
    """Start a screen, a session bus and the accessibility bus, all of this test alone."""
    kept = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    kept |= {"DISPLAY": own_screen(stack), "LC_ALL": "C.UTF-8", "XDG_RUNTIME_DIR": ""}
    kept |= {"QT_ACCESSIBILITY": "1", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address={}"]
    kept["DBUS_SESSION_BUS_ADDRESS"] = first_word_of(stack, bus, env=kept)
    launcher = next(one for one in LAUNCHERS if Path(one).exists())
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    stack.enter_context(running([launcher, "--launch-immediately"], env=kept, **quiet))
    return kept
