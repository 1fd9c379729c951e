"""Every page in every language and theme: nothing cut off, nothing pale, nothing without a name.

The run of every day takes each language and each theme once, and large type; the rest is ``long``.
``ADVISOR_DESK_PICTURES`` names a folder for a picture of every page.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from tests.ui.homes import CUTS, INKED, Waiting
from tests.ui.measure import (
    CLIENT_TEXT,
    TEXT,
    misplaced,
    nameless,
    painted,
    pale,
    too_small_for_the_client,
    visible,
)
from tests.ui.window import Driven

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.languages import Language
from advisor_desk.ui.client.screen import ClientScreen
from advisor_desk.ui.widgets import LargeAnswer

EVERY_DAY = [
    (Language.zh_TW, "light", 1.0),
    (Language.zh_CN, "dark", 1.0),
    (Language.en, "high_contrast", 1.0),
    (Language.en, "light", 1.3),
]
THEMES = ("light", "dark", "high_contrast")
ALL = [(language, theme, 1.0) for language in Language for theme in THEMES]
LARGE = [(language, "light", scale) for language in Language for scale in (1.15, 1.3)]
REST = [look for look in ALL + LARGE if look not in EVERY_DAY]
LOOKS = [*EVERY_DAY, *(pytest.param(look, marks=pytest.mark.long) for look in REST)]

# What leads the client on, first come first.
ONWARD = (
    "client.next",
    "client.understood",
    "client.agree",
    "client.gone_through",
    "client.guided",
    "client.right",
    "element.read",
    "choose.next",
    "choose.confirm",
    "wish.still",
)
MOST_PAGES = 40
CLIENT_LIST = data_folder("resources") / "examples" / "client-list.csv"
HELD_LIST = data_folder("resources") / "examples" / "holdings.csv"


@pytest.fixture(scope="module")
def look(request: pytest.FixtureRequest) -> tuple[Language, str, float]:
    found: tuple[Language, str, float] = request.param
    return found


@pytest.fixture(scope="module")
def desk(
    qapp: QApplication,
    look: tuple[Language, str, float],
    waiting: Waiting,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Driven]:
    assert qapp
    driven = Driven(waiting, tmp_path_factory.mktemp("desk"))
    driven.prefer(*look)
    yield driven
    driven.close()


@pytest.fixture
def seated(desk: Driven) -> Driven:
    if desk.find("login.submit") is not None:
        desk.sign_in()
    return desk


def keep_picture(desk: Driven, look: tuple[Language, str, float], name: str) -> None:
    folder = os.environ.get("ADVISOR_DESK_PICTURES")
    if folder:
        language, theme, scale = look
        size = "" if scale == 1.0 else f"-{scale:.0%}".rstrip("%")
        path = Path(folder) / f"{language.name}-{theme}{size}" / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        desk.window.grab().save(str(path))


def wrong_for_the_adviser(desk: Driven) -> list[str]:
    window = desk.window
    return misplaced(window) + pale(window, painted(window), TEXT) + nameless(window)


def wrong_for_the_client(desk: Driven) -> list[str]:
    window = desk.window
    found = misplaced(window) + pale(window, painted(window), CLIENT_TEXT) + nameless(window)
    return found + too_small_for_the_client(window)


# Places.


def open_file(desk: Driven, language: Language) -> None:
    facts = desk.services.facts(desk.waiting.at("products", language))
    desk.shell.open_client(facts.client)


def search(desk: Driven, _language: Language) -> None:
    desk.go("clients")
    QTest.keyClicks(desk.line("clients.find"), "4821")


def refuse_new_client(desk: Driven, _language: Language) -> None:
    desk.shell.new_client()
    QTest.keyClicks(desk.line("client.document"), "990101198403081220")
    QTest.keyClicks(desk.line("client.born"), "1984-13-08")
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(desk.line("client.born"), Qt.Key.Key_Return, control)


def open_material(product: str) -> Callable[[Driven, Language], None]:
    def opened(desk: Driven, _language: Language) -> None:
        desk.go("materials")
        desk.press(f"material.{product}")

    return opened


def import_list(desk: Driven, _language: Language) -> None:
    desk.go("clients")
    desk.shell._clients.search()
    desk.settle()
    desk.press("clients.import")


def import_list_read(desk: Driven, language: Language) -> None:
    import_list(desk, language)
    desk.line("import.path").setFocus()
    QTest.keyClicks(desk.line("import.path"), str(CLIENT_LIST))
    QTest.keyClick(desk.line("import.path"), Qt.Key.Key_Return)


PLACES: Mapping[str, Callable[[Driven, Language], None]] = {
    "today": lambda desk, _: desk.go("today"),
    "finder": lambda desk, _: desk.go("clients"),
    "found": search,
    "new_client": lambda desk, _: desk.shell.new_client(),
    "new_client_refused": refuse_new_client,
    "file": open_file,
    "import": import_list,
    "import_read": import_list_read,
    "settings": lambda desk, _: desk.go("settings"),
    "help": lambda desk, _: desk.go("help"),
    "materials": open_material("DEMO-R3-002"),
    "material_refused": open_material("DEMO-R2-003"),
    "no_interview": lambda desk, _: desk.go("interview"),
}


@pytest.mark.parametrize("look", LOOKS, indirect=True)
def test_the_sign_in(desk: Driven, look: tuple[Language, str, float]) -> None:
    keep_picture(desk, look, "sign-in")
    assert wrong_for_the_adviser(desk) == []


@pytest.mark.parametrize("look", LOOKS, indirect=True)
@pytest.mark.parametrize("place", PLACES)
def test_a_place(seated: Driven, look: tuple[Language, str, float], place: str) -> None:
    PLACES[place](seated, look[0])
    seated.settle()
    keep_picture(seated, look, place)
    assert wrong_for_the_adviser(seated) == []


@pytest.mark.parametrize("look", LOOKS, indirect=True)
@pytest.mark.parametrize("at", CUTS)
def test_a_step_on_the_advisers_screen(
    seated: Driven, look: tuple[Language, str, float], at: str
) -> None:
    if at == INKED and look[0] is not Language.zh_CN:
        pytest.skip("its ink is written in one language alone")
    seated.open(at, look[0])
    keep_picture(seated, look, f"adviser-{at}")
    assert wrong_for_the_adviser(seated) == []


@pytest.mark.parametrize("look", LOOKS, indirect=True)
def test_the_form_of_a_pot_and_the_reasons(
    seated: Driven, look: tuple[Language, str, float]
) -> None:
    seated.open("pots", look[0])
    seated.press("needs.section.pots")
    seated.press("needs.pot.new")
    keep_picture(seated, look, "adviser-pot-form")
    found = wrong_for_the_adviser(seated)
    seated.press("needs.pot.leave")
    seated.open("products", look[0])
    QTest.keyClick(seated.window, Qt.Key.Key_F4)
    seated.settle()
    keep_picture(seated, look, "adviser-why")
    found += wrong_for_the_adviser(seated)
    seated.press("why.close")
    assert found == []


@pytest.mark.parametrize("look", LOOKS, indirect=True)
def test_the_picture_of_what_is_held_and_one_more_suggestion(
    seated: Driven, look: tuple[Language, str, float]
) -> None:
    seated.open("products", look[0])
    seated.press("nav.back")
    found: list[str] = []
    for press in ("look.terms", "look.past", "look.classes", "more", "section.holdings"):
        seated.press(f"portfolio.{press}")
        keep_picture(seated, look, f"adviser-portfolio-{press}")
        found += wrong_for_the_adviser(seated)
    seated.press("portfolio.section.picture")
    with seated.turned():
        keep_picture(seated, look, "client-portfolio-after")
        found += wrong_for_the_client(seated)
    seated.put_away()
    assert found == []


@pytest.mark.parametrize("look", LOOKS, indirect=True)
def test_holdings_from_a_file(seated: Driven, look: tuple[Language, str, float]) -> None:
    seated.open("portfolio", look[0])
    seated.press("holding.file")
    seated.line("import.path").setFocus()
    QTest.keyClicks(seated.line("import.path"), str(HELD_LIST))
    QTest.keyClick(seated.line("import.path"), Qt.Key.Key_Return)
    seated.settle()
    keep_picture(seated, look, "adviser-holdings-file")
    found = wrong_for_the_adviser(seated)
    seated.press("import.leave")
    assert found == []


@pytest.mark.parametrize("look", LOOKS, indirect=True)
def test_pausing_and_the_end_without_a_sale(
    seated: Driven, look: tuple[Language, str, float]
) -> None:
    seated.open("products", look[0])
    seated.press("rail.pause")
    keep_picture(seated, look, "adviser-pausing")
    found = wrong_for_the_adviser(seated)
    seated.press("pause.confirm")
    keep_picture(seated, look, "adviser-pausing-refused")
    found += wrong_for_the_adviser(seated)
    seated.press("pause.cancel")
    seated.press("products.nothing")
    keep_picture(seated, look, "adviser-ending")
    found += wrong_for_the_adviser(seated)
    seated.press("nav.back")
    assert found == []


@pytest.mark.parametrize("look", LOOKS, indirect=True)
def test_the_lock_and_the_way_back_from_the_client(
    seated: Driven, look: tuple[Language, str, float]
) -> None:
    seated.open("products", look[0])
    seated.window.lock()
    keep_picture(seated, look, "lock")
    found = wrong_for_the_adviser(seated)
    unlock(seated, "lock.overlay")
    seated.window.ask_to_return(seated.settle)
    keep_picture(seated, look, "return")
    found += wrong_for_the_adviser(seated)
    seated.press("return.leave")
    assert found == []


def unlock(desk: Driven, name: str) -> None:
    QTest.keyClicks(desk.line(f"{name}.password"), "practise-here")
    desk.press(f"{name}.submit")


# The client's screen: every page the client comes to by touching on.


@pytest.mark.parametrize("look", LOOKS, indirect=True)
@pytest.mark.parametrize("at", CUTS)
def test_a_step_on_the_clients_screen(
    seated: Driven, look: tuple[Language, str, float], at: str
) -> None:
    if at == INKED or (look[1] != "light" and look not in EVERY_DAY):
        pytest.skip("the client's screen is the same in every theme")
    seated.open(at, look[0])
    found: list[str] = []
    for number in pages_touched(seated):
        keep_picture(seated, look, f"client-{at}-{number}")
        found += wrong_for_the_client(seated)
    seated.put_away()
    assert found == []


def pages_touched(desk: Driven) -> Iterator[int]:
    """Turn the screen and give each page the client comes to by touching what leads on.

    With the first page of a later step it ends: there an interview of its own waits.
    """
    begun = desk.stage
    with desk.turned() as screen:
        for number in range(MOST_PAGES):
            yield number
            if desk.stage.is_after(begun) or not touch_on(desk, screen):
                break


def touch_on(desk: Driven, screen: ClientScreen) -> bool:
    """Touch what leads on; say whether anything changed."""
    before = open_buttons(screen)
    names = before[0]
    if desk.find("choose.error") is not None and texts_of(desk, "choose.error"):
        for key in ("2", "0", "000"):  # nothing was asked for at first
            desk.press(f"choose.key.{key}")
    wanted = unanswered(screen) or next((name for name in ONWARD if name in names), "")
    wanted = wanted or next((name for name in names if is_offered(name)), "")
    wanted = wanted or next((name for name in names if name == "client.stop"), "")
    if not wanted:
        return False
    desk.press(wanted)
    return before != open_buttons(screen)


def unanswered(screen: ClientScreen) -> str:
    """Give the last answer of a question that has none yet."""
    answers = [one for one in visible(screen, LargeAnswer) if isinstance(one, LargeAnswer)]
    options = [one for one in answers if ".option." in one.objectName()]
    if not options or any(one.is_chosen for one in options):
        return ""
    return options[-1].objectName()


def is_offered(name: str) -> bool:
    starts = ("choose.pot.", "wish.no.")
    return ".option." in name or name.endswith(".choose") or name.startswith(starts)


def open_buttons(screen: ClientScreen) -> tuple[list[str], list[str]]:
    """Give what can be touched, and what is said."""
    buttons = visible(screen, QAbstractButton)
    labels = [one.text() for one in visible(screen, QLabel) if isinstance(one, QLabel)]
    said = [one.accessibleName() for one in visible(screen, LargeAnswer)]  # chosen or not
    return [one.objectName() for one in buttons if one.isEnabled()], labels + said


def texts_of(desk: Driven, name: str) -> str:
    label = desk.widget(name)
    assert isinstance(label, QLabel), name
    return label.text()
