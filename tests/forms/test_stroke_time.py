"""The time beside ink: inside its band, every figure different, no text operator."""

import re
import zlib
from datetime import datetime, timedelta

import pytest
from tests.forms.examples import AT, FORMS, example, heading
from tests.forms.signed_forms import ADVISER, INK, screen_stages

from advisor_desk.domain.languages import Language
from advisor_desk.forms.rendering import render
from advisor_desk.forms.signing import sign_box
from advisor_desk.forms.stroke_time import BAND, time_drawing
from advisor_desk.forms.template import load_template

PLACE = re.compile(r"(-?[\d.]+) (-?[\d.]+) (?:m|l)\b")


@pytest.mark.parametrize("width", [30.0, 100.0, 300.0])
def test_the_time_stays_in_the_band_at_the_foot(width: float) -> None:
    places = PLACE.findall(time_drawing(AT, width))
    assert places
    for x, y in places:
        assert 0 <= float(x) <= width
        assert 0 <= float(y) <= BAND


def test_every_minute_of_a_day_is_drawn_differently() -> None:
    day = datetime(2026, 11, 23, tzinfo=AT.tzinfo)
    drawn = {time_drawing(day + timedelta(minutes=each), 150) for each in range(1440)}
    assert len(drawn) == 1440


def test_a_dated_signature_carries_its_time_with_and_without_ink() -> None:
    for ink in (INK, None):
        signed = sign_box(screen_stages()[0], ADVISER, box="adviser", ink=ink, at=AT, dated=True)
        assert any(
            time_drawing(AT, 0).splitlines()[0].encode() in part for part in _streams(signed)
        )


def _streams(content: bytes) -> list[bytes]:
    found = []
    for part in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        try:
            found.append(zlib.decompress(part))
        except zlib.error:
            continue
    return found


@pytest.mark.parametrize("form", [form for form in FORMS if form != "slip"])
@pytest.mark.parametrize("language", list(Language))
def test_on_the_screen_no_date_waits_for_a_pen(form: str, language: Language) -> None:
    def waiting(screen: str) -> set[str]:
        values = example(form, language, screen=screen)
        template = load_template(form, AT.date())
        made = render(template, values, language=language, heading=heading(language))
        return {box.name for box in made.by_hand if box.name.endswith(("_date", "_time", "_out"))}

    assert waiting("no")
    assert not waiting("yes")
