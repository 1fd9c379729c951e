"""Copies of material on paper: approved only, numbered, marked, with a reason. S38, S67."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from tests.services.branch import Practice, practice
from tests.services.material_files import copied_material, use_material
from tests.services.test_library import WRONG

from advisor_desk.domain.languages import Language
from advisor_desk.domain.material_events import COPIES, MaterialCopyMade, MaterialCopyPrinted
from advisor_desk.domain.trouble import BadInput, Trouble

PRODUCT = "DEMO-R3-002"


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def print_one(
    at: Practice, reason: str = "客戶想帶回家看", to: str = "file"
) -> MaterialCopyPrinted:
    return at.interviews.material_copies.print_copy(PRODUCT, Language.zh_TW, to=to, reason=reason)


def test_each_copy_has_a_number_of_its_own_and_its_reason(at: Practice) -> None:
    first, second = print_one(at), print_one(at, "另一位客戶")
    assert first.came_out
    assert first.number != second.number
    made = at.interviews.material_copies.made()
    assert [(one.number, one.reason) for one in made] == [
        (first.number, "客戶想帶回家看"),
        (second.number, "另一位客戶"),
    ]
    pages = at.interviews.library.open(PRODUCT, Language.zh_TW)
    assert {one.pages_sha256 for one in made} == {pages.sha256}


@pytest.mark.parametrize("language", list(Language))
def test_every_page_of_a_copy_bears_its_number(at: Practice, language: Language) -> None:
    pages = at.interviews.library.open(PRODUCT, language)
    marked = at.interviews.material_copies._marked(pages, "CD3-01-M00007")
    document = pypdfium2.PdfDocument(marked)
    assert len(document) == 7
    for page in document:
        said = page.get_textpage().get_text_range()
        assert said.count("CD3-01-M00007") == 2
        assert "20417" in said
        assert PRODUCT in said
    document.close()
    assert hashlib.sha256(pages.content).hexdigest() == pages.sha256


def test_a_copy_without_a_reason_or_with_a_promise_is_not_made(at: Practice) -> None:
    for reason, code in ((" ", "TEXT_EMPTY"), ("這款保 本", "PHRASE_NOT_ALLOWED")):
        with pytest.raises(BadInput, match=code):
            print_one(at, reason)
    assert at.interviews.material_copies.made() == ()


@pytest.mark.parametrize(("wrong", "code"), WRONG, ids=[code for _, code in WRONG])
def test_what_may_not_be_shown_is_not_printed(
    at: Practice, tmp_path: Path, wrong: Callable[[Path], None], code: str
) -> None:
    place = copied_material(tmp_path)
    wrong(place)
    use_material(at.interviews, place)
    with pytest.raises(Trouble, match=code):
        print_one(at)
    assert at.interviews.material_copies.made() == ()


def test_a_printer_that_is_not_there_leaves_a_counted_copy(
    at: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    done = print_one(at, to="HP-2")
    assert not done.came_out
    assert done.cause == "PRINT_NO_QUEUE"
    kinds = [type(one.event) for one in at.desk.book.events(COPIES)]
    assert kinds == [MaterialCopyMade, MaterialCopyPrinted]
