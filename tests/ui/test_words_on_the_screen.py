"""What people read on every page is words: no codes, digests, file names, nothing of "1 things"."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget
from tests.ui.homes import CUTS, INKED
from tests.ui.test_every_page import PLACES, pages_touched
from tests.ui.window import Driven, until

from advisor_desk.domain.languages import Language

RAW = {
    "a code of the program": r"\b[a-z]+_[a-z_]+\b|\b[A-Z]+_[A-Z_]+\b",
    "a digest": r"\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{12,}\b",
    "a pack by its name": r"\b(bank-procedure|cn-2026|cn-funds|ten-item|thirteen-item)\b|@20\d\d",
    "a file or a folder": r"\.(pdf|toml|json|db|key)\b|/(tmp|home|root|work)/",
    "a moment of the machine": r"\d{4}-\d\d-\d\dT|[+-]\d\d:\d\d\b",
    "one of many": r"\b1 (?!yuan)[a-z]+s\b",
    "a day as machines write it": r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])",
    "a day without its year": r"(?<![\d-])\d\d-\d\d(?![\d-])",
    "a text to be filled in": r"\{\w*\}",
}
CLAUSE = r"\bS\d\d?\b|\bCN26-\d"  # the adviser reads it beside a reason, the client never
CHINESE = r"[\u4e00-\u9fff]"
PAPER = "pages"  # of a form: what is printed there is the form's own
OF_A_FILE = "import.column."  # the headings of a list and what stands below them are its own


@pytest.fixture(scope="module")
def unseated(unseated: Driven) -> Driven:
    unseated.prefer(Language.en, "light")
    return unseated


def said(desk: Driven) -> Iterator[tuple[str, str]]:
    """Give name and words of all that can be read, heard or pointed at."""
    for one in desk.window.findChildren(QWidget):
        if not one.isVisible() or PAPER in one.objectName().split("."):
            continue
        texts = [one.toolTip(), one.accessibleName(), one.accessibleDescription()]
        if isinstance(one, QLineEdit):
            texts.append(one.placeholderText())  # what is typed is the person's own
        elif isinstance(one, QComboBox) and one.objectName().startswith(OF_A_FILE):
            texts.append(one.itemText(0))
        elif isinstance(one, QComboBox):
            texts += [one.itemText(at) for at in range(one.count())]
        else:
            texts += [str(one.property(name) or "") for name in ("text", "placeholderText")]
        yield from ((one.objectName(), text) for text in texts if text)


def raw(desk: Driven, *, for_client: bool = False) -> set[str]:
    kinds = RAW | ({"a clause": CLAUSE} if for_client else {})
    return {
        f"{kind}: {name} {text!r}"
        for name, text in said(desk)
        for kind, form in kinds.items()
        if re.search(form, text)
    }


def test_the_sign_in_is_in_words(unseated: Driven) -> None:
    assert raw(unseated) == set()
    people = [text for name, text in said(unseated) if name.startswith("login.person.")]
    assert any("client manager" in one for one in people), "posts stand there in words"


@pytest.mark.parametrize("place", PLACES)
def test_a_place_is_in_words(desk: Driven, place: str) -> None:
    PLACES[place](desk, Language.en)
    desk.settle()
    assert raw(desk) == set()


@pytest.mark.parametrize("at", [one for one in CUTS if one != INKED])
def test_a_step_is_in_words_on_both_screens(desk: Driven, at: str) -> None:
    desk.open(at, Language.en)
    found = raw(desk)
    for _ in pages_touched(desk):
        found |= raw(desk, for_client=True)
    desk.put_away()
    assert found == set()


def visible_labels(desk: Driven) -> list[str]:
    return [one.text() for one in desk.window.findChildren(QLabel) if one.isVisible()]


@pytest.mark.parametrize("at", ["opening", "needs", "questionnaire", "result"])
def test_the_page_of_a_chinese_client_is_named_in_the_advisers_words(desk: Driven, at: str) -> None:
    desk.open(at, Language.zh_TW)
    side = desk.place.client_side
    assert side is not None
    assert re.search(CHINESE, side.screen.heading()), "the client reads Chinese there"
    assert not re.search(CHINESE, side.page_name())
    until(lambda: side.page_name() in visible_labels(desk), "the name beside the mirror")
    desk.put_away()
