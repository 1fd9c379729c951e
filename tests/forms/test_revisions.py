"""The revisions of a signed form, from its bytes alone."""

import hashlib
from collections.abc import Callable

import pytest
from tests.forms.overlay import with_overlay
from tests.forms.signed_forms import (
    ADVISER,
    AT,
    INK,
    laid_out,
    paper_form,
    screen_form,
    screen_stages,
)

from advisor_desk.forms.revisions import NotOurRevisions, seals
from advisor_desk.forms.signing import sign_box


def test_each_signature_is_found_with_what_it_signs() -> None:
    content = screen_form()
    found = seals(content)
    assert [sum(seal.byte_range[2:]) for seal in found] == [len(one) for one in screen_stages()]
    for seal in found:
        _, gap, rest, length = seal.byte_range
        signed = content[:gap] + content[rest : rest + length]
        assert seal.digest == hashlib.sha256(signed).digest()
        assert content[gap + 1 : rest - 1].lower().startswith(seal.container.hex().encode())


def signed_over_an_overlay() -> bytes:
    """Every signature is true; between two of them stands a revision that nobody of us made."""
    over = with_overlay(screen_stages()[0])
    return sign_box(over, ADVISER, box="adviser", ink=INK, at=AT)


def certifying_twice() -> bytes:
    """The same length, and the last signature certifies too."""
    before, after = screen_form().rsplit(b"/SubFilter /ETSI.CAdES.detached", 1)
    return before + b"/TransformMethod /DocMDP".ljust(31) + after


def certifying_late() -> bytes:
    """The same length, and the seal's own certification gone."""
    return screen_form().replace(b"/TransformMethod /DocMDP", b"/TransformMethod /NoneMD")


def seal_moved_inwards() -> bytes:
    content = paper_form()
    _, gap, rest, length = seals(content)[0].byte_range
    was = b"/ByteRange [0 %d %d %d]" % (gap, rest, length)
    now = b"/ByteRange [0 %d %d %d]" % (gap - 2, rest, length)
    return content.replace(was, now)


@pytest.mark.parametrize(
    "made",
    [signed_over_an_overlay, certifying_twice, certifying_late, seal_moved_inwards],
)
def test_a_layout_that_is_not_ours_is_refused(made: Callable[[], bytes]) -> None:
    with pytest.raises(NotOurRevisions) as caught:
        seals(made())
    assert caught.value.cause == "LAYOUT_NOT_OURS"


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "SIGNATURE_MISSING"),
        (laid_out("HB011-2026-01-00001"), "SIGNATURE_MISSING"),
        (paper_form() + b"%", "ADDED_AFTER_SIGNING"),
        (paper_form()[:-1], "BYTES_MISSING"),
        (b"/ByteRange [0 1 2 3] /ByteRange [0 01 2 3]", "LAYOUT_NOT_OURS"),
    ],
)
def test_what_is_wrong_is_named(content: bytes, cause: str) -> None:
    with pytest.raises(NotOurRevisions) as caught:
        seals(content)
    assert caught.value.cause == cause
