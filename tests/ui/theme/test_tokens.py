"""Every pair of colours that meet on a screen, computed again by the formula of WCAG 2.2."""

from collections.abc import Iterator

import pytest

from advisor_desk.ui.theme import tokens

ADVISER = tokens.THEMES
GROUNDS = ("canvas", "surface", "sunken")
TONES = ("ok", "warn", "stop")
BODY, TEXT, CONTROL = 7.0, 4.5, 3.0
CLIENT_TEXT = 7.0
CLASSES = tuple(
    name.removeprefix("class_") for name in tokens.colors("light") if name.startswith("class_")
)


def luminance(color: str) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(color[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def too_weak(name: str, pairs: Iterator[tuple[str, str, float]]) -> list[str]:
    colors = tokens.colors(name)
    found = []
    for ink, ground, least in pairs:
        has = contrast(colors[ink], colors[ground])
        if has < least:
            found.append(f"{ink} on {ground}: {has:.2f} < {least}")
    return found


def body_text() -> Iterator[tuple[str, str, float]]:
    """What is read at length."""
    for ground in GROUNDS:
        yield "ink", ground, BODY
        yield "ink_2", ground, BODY
    for tone in TONES:
        yield "ink", f"{tone}_tint", BODY
    yield "ink", "primary_tint", BODY
    yield "on_rail", "rail", BODY


def other_text() -> Iterator[tuple[str, str, float]]:
    for ground in GROUNDS:
        for ink in ("ink_3", "primary", *TONES):
            yield ink, ground, TEXT
    for tone in TONES:
        yield tone, f"{tone}_tint", TEXT
        yield "ink_2", f"{tone}_tint", TEXT
    for ink in ("primary", "ink_2", "ink_3"):
        yield ink, "primary_tint", TEXT
    for ground in ("primary", "primary_hover", "primary_press"):
        yield "on_primary", ground, TEXT
    yield "ink", "disabled_bg", TEXT
    yield "ink_3", "disabled_bg", TEXT  # a field fixed by head office is read
    yield "on_rail_2", "rail", TEXT
    yield "on_rail", "rail_active", TEXT


def pictures() -> Iterator[tuple[str, str, float]]:
    for level in range(1, 6):
        yield f"on_level_{level}", f"level_{level}", TEXT
    for part in CLASSES:
        yield "on_class", f"class_{part}", TEXT


def controls() -> Iterator[tuple[str, str, float]]:
    for ground in GROUNDS:
        for line in ("line_strong", "focus", "primary", "stop"):
            yield line, ground, CONTROL
    yield "focus", "primary_tint", CONTROL
    yield "disabled_ink", "disabled_bg", CONTROL


@pytest.mark.parametrize("name", ADVISER)
def test_what_is_read_at_length_has_seven(name: str) -> None:
    assert too_weak(name, body_text()) == []


@pytest.mark.parametrize("name", ADVISER)
def test_every_other_text_has_four_and_a_half(name: str) -> None:
    assert too_weak(name, other_text()) == []


@pytest.mark.parametrize("name", ADVISER)
def test_the_words_in_badges_and_bars_have_four_and_a_half(name: str) -> None:
    assert too_weak(name, pictures()) == []


@pytest.mark.parametrize("name", ADVISER)
def test_edges_of_controls_and_the_focus_have_three(name: str) -> None:
    assert too_weak(name, controls()) == []


def test_the_client_reads_at_seven() -> None:
    inks = [("ink", "ground"), ("ink_2", "ground"), ("ink", "foot"), ("ink_2", "foot")]
    inks += [("chosen_ink", "chosen_fill"), ("chosen_fill", "ground"), ("chosen_fill", "foot")]
    inks += [("ink", "primary_tint"), ("chosen_fill", "ground"), ("stop", "ground")]
    inks += [("on_primary", "primary_hover"), ("on_primary", "primary_press")]
    inks += [("on_class", f"class_{part}") for part in CLASSES]
    inks += [("ink", "stop_tint"), ("ink", "warn_tint"), ("ink", "ok_tint")]
    pairs = ((ink, ground, CLIENT_TEXT) for ink, ground in inks)
    assert too_weak(tokens.CLIENT, pairs) == []


def test_what_the_client_touches_stands_out_from_its_ground() -> None:
    lines = ("button_line", "chosen_fill", "focus", "line_strong", "ink_stroke")
    assert too_weak(tokens.CLIENT, ((line, "ground", CONTROL) for line in lines)) == []


def test_high_contrast_reads_at_seven_everywhere() -> None:
    pairs = [*body_text(), *other_text(), *pictures()]
    stronger = ((ink, ground, BODY) for ink, ground, _ in pairs)
    assert too_weak("high_contrast", stronger) == []


def test_edges_and_icons_of_high_contrast_have_four_and_a_half() -> None:
    stronger = ((ink, ground, TEXT) for ink, ground, _ in controls())
    assert too_weak("high_contrast", stronger) == []


def test_the_numbers_of_marks_on_a_page_can_be_read() -> None:
    pairs = (("mark_number", "mark_fill", TEXT), ("on_mark_number", "mark_number", TEXT))
    assert too_weak("light", iter(pairs)) == []
    assert contrast(tokens.colors("light")["mark_line"], "#FFFFFF") >= CONTROL


@pytest.mark.parametrize("name", [*ADVISER, tokens.CLIENT])
def test_every_colour_is_six_hexadecimal_figures(name: str) -> None:
    for token, color in tokens.colors(name).items():
        assert len(color) == 7, token
        assert int(color[1:], 16) >= 0, token


def test_every_theme_has_the_same_colours() -> None:
    first, *others = (set(tokens.colors(name)) for name in ADVISER)
    assert all(other == first for other in others)
