"""Marks of this home on a file: found where they can be read, and reading stays small."""

import zlib
from collections.abc import Callable

import pypdfium2
import pytest
from tests.forms.bombs import bomb
from tests.forms.signed_forms import (
    OTHER_ROOT,
    PAPER_NUMBER,
    ROOT,
    laid_out,
    paper_form,
    screen_form,
)

from advisor_desk.forms.library_check import can_be_unpacked
from advisor_desk.forms.marks import LARGEST_UNPACKED, Mark, marks


def ours(number: str) -> bool:
    return number == PAPER_NUMBER


def found_in(content: bytes) -> tuple[tuple[Mark, ...], str | None]:
    return marks(content, ours, ROOT.certificate)


def test_a_signed_form_bears_both_marks() -> None:
    assert found_in(paper_form()) == ((Mark.number, Mark.certificate), PAPER_NUMBER)


def test_a_root_sees_only_its_own_certificates() -> None:
    assert marks(paper_form(), lambda _: False, OTHER_ROOT.certificate) == ((), None)


@pytest.mark.parametrize(
    "around",
    [
        lambda text: b"(%s)" % text,
        lambda text: b"F1 %s-F1 p.1" % text,
        lambda text: b"\xff%s\n" % text,
        lambda text: b"stream\n" + zlib.compress(b"x" * 999 + b" %s " % text) + b"\nendstream",
        lambda text: b"stream\r\n" + zlib.compress(text) + b"endstream",
    ],
    ids=["literal", "page code", "amid bytes", "packed", "packed, other line end"],
)
def test_a_number_is_read_from_a_file_no_parser_opens(around: Callable[[bytes], bytes]) -> None:
    content = b"broken " + around(PAPER_NUMBER.encode())
    assert found_in(content) == ((Mark.number,), PAPER_NUMBER)


@pytest.mark.parametrize("text", ["X{}", "{}1", "-{}", "{}"[:-1]])
def test_a_longer_number_is_another_number(text: str) -> None:
    content = text.format(PAPER_NUMBER).encode() if "{}" in text else PAPER_NUMBER[:-1].encode()
    assert found_in(content) == ((), None)


def test_a_number_in_the_words_of_a_page_is_read() -> None:
    assert found_in(laid_out(PAPER_NUMBER)) == ((Mark.number,), PAPER_NUMBER)


def test_our_forms_can_be_unpacked_and_a_bomb_cannot() -> None:
    assert can_be_unpacked(paper_form())
    assert can_be_unpacked(screen_form())
    assert not can_be_unpacked(bomb())
    assert not can_be_unpacked(b"")


def test_a_bomb_is_never_given_to_a_reader_without_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("opened")

    monkeypatch.setattr(pypdfium2, "PdfDocument", refuse)
    assert found_in(bomb()) == ((), None)
    with pytest.raises(AssertionError, match="opened"):
        found_in(laid_out("ZZ09-2026-01-00001"))


def test_unpacking_stops_at_its_limit() -> None:
    full = b"stream\n" + zlib.compress(bytes(LARGEST_UNPACKED), 9) + b"\nendstream\n"
    number = b"stream\n" + zlib.compress(PAPER_NUMBER.encode()) + b"\nendstream\n"
    assert found_in(number + full) == ((Mark.number,), PAPER_NUMBER)
    assert found_in(full + number) == ((), None)
