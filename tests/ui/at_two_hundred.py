"""A window on a fine screen, 2560 x 1600 at 200 %: prints what is wrong, as JSON.

A program of its own: Qt reads the scale of the screen once, when it starts.
``python -m tests.ui.at_two_hundred WAITING.json FOLDER LANGUAGE THEME``
"""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication
from tests.ui.homes import INKED, Waiting
from tests.ui.measure import CLIENT_TEXT, blurred, misplaced, painted, pale
from tests.ui.window import Driven

from advisor_desk.domain.languages import Language

PLACES = ("today", "clients", "settings", "help")
PIXELS = (2560, 1600)


def wrong(desk: Driven, name: str, least: float = 4.5) -> Iterator[str]:
    """Yield what is wrong with the page that is shown."""
    picture = painted(desk.window)
    if picture.size().toTuple() != PIXELS:
        yield f"{name}: {picture.size().toTuple()} pixels"
    folder = os.environ.get("ADVISOR_DESK_PICTURES")
    if folder:
        path = Path(folder) / "200" / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        picture.save(str(path))
    window = desk.window
    for found in (misplaced(window), pale(window, picture, least), blurred(window, picture)):
        yield from (f"{name}: {one}" for one in found)


def every_page(desk: Driven, language: Language, theme: str) -> Iterator[str]:
    desk.prefer(language, theme)
    start = f"{language.name}-{theme}"
    for place in PLACES:
        desk.go(place)
        yield from wrong(desk, f"{start}-{place}")
    for known, at in desk.waiting.interviews:
        if known != language.name or at == INKED:
            continue
        desk.open(at, language)
        yield from wrong(desk, f"{start}-{at}")
        with desk.turned():
            yield from wrong(desk, f"{start}-client-{at}", CLIENT_TEXT)
    desk.put_away()


def main(written: str, folder: str, language: str, theme: str) -> None:
    application = QApplication([])
    waiting = Waiting.from_json(Path(written).read_text("utf-8"))
    desk = Driven(waiting, Path(folder))
    found = list(wrong(desk, "sign-in"))
    desk.sign_in()
    found += every_page(desk, Language[language], theme)
    desk.close()
    application.processEvents()
    sys.stdout.write(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
