"""The style sheet, made from the tokens. It speaks of properties of our own widgets alone."""

from collections.abc import Iterator

from advisor_desk.ui.theme.theme import Theme

TONES = (
    "ink", "ink_2", "ink_3", "primary", "on_primary", "ok", "warn", "stop", "on_rail", "on_rail_2",
    "disabled_ink", "chosen_ink",
)  # fmt: skip


def style_sheet(theme: Theme) -> str:
    """Return the sheet of the whole program."""
    parts = (_frames, _scroll_bars, _labels, _buttons, _editors)
    return "\n".join(line for part in parts for line in part(theme))


def client_style_sheet(theme: Theme) -> str:
    """Return the sheet of the client's screen, set on its root: light inside any theme."""
    ground = f'QFrame[audience="client"] {{ background: {theme.hex("ground")}; border: none; }}'
    return "\n".join((style_sheet(theme), ground))


def _frames(theme: Theme) -> Iterator[str]:
    line, radius = theme.hex("line"), theme.radius("card")

    def box(name: str, ground: str, border: str) -> str:
        return f'QFrame[box="{name}"] {{ background: {theme.hex(ground)}; {border} }}'

    def edge(sides: str) -> str:
        return "border: none;" + "".join(
            f" border-{one}: 1px solid {line};" for one in sides.split()
        )

    around = f"border: 1px solid {line}; border-radius: {radius}px;"
    yield f"QMainWindow, QWidget#shell {{ background: {theme.hex('canvas')}; }}"
    yield box("card", "surface", around)
    yield box("sunken", "sunken", around)
    yield box("canvas", "canvas", "border: none;")
    yield box("side", "surface", edge("left"))
    yield box("step_rail", "surface", edge("right"))
    yield box("footer", "surface", edge("top"))
    yield box("top_bar", "surface", edge("bottom"))
    yield box("status", "sunken", edge("top"))
    yield box("rail", "rail", "border: none;")
    yield box("client_foot", "canvas" if theme.name != "client" else "foot", "border: none;")
    yield f'QLabel[box="mirror"] {{ border: 1px solid {theme.hex("line_strong")}; }}'
    for tone in ("ok", "warn", "stop"):
        tinted = f"border: 1px solid {theme.hex(f'{tone}_line')}; border-radius: {radius}px;"
        yield box(tone, f"{tone}_tint", tinted)
    tinted = f"border: 1px solid {theme.hex('primary_line')}; border-radius: {radius}px;"
    yield box("info", "primary_tint", tinted)
    yield "QScrollArea { background: transparent; border: none; }"
    yield "QScrollArea > QWidget > QWidget { background: transparent; }"


def _scroll_bars(theme: Theme) -> Iterator[str]:
    handle, ground = theme.hex("line_strong"), theme.hex("canvas")
    yield f"QScrollBar {{ background: {ground}; border: none; margin: 0; }}"
    yield "QScrollBar:vertical { width: 10px; } QScrollBar:horizontal { height: 10px; }"
    yield (
        f"QScrollBar::handle {{ background: {handle}; border-radius: 3px; margin: 2px;"
        " min-height: 32px; min-width: 32px; }"
    )
    yield "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }"
    yield "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }"


def _labels(theme: Theme) -> Iterator[str]:
    for tone in TONES:
        if tone == "chosen_ink" and theme.name != "client":
            continue
        yield f'QLabel[tone="{tone}"] {{ color: {theme.hex(tone)}; background: transparent; }}'


def _buttons(theme: Theme) -> Iterator[str]:
    radius = theme.radius("control")
    frame = theme.hex("disabled_ink" if theme.is_high_contrast else "line")
    off = (
        f"background: {theme.hex('disabled_bg')}; color: {theme.hex('disabled_ink')};"
        f" border: 1px solid {frame};"
    )

    def kind(name: str, plain: str, hover: str, press: str, corner: int = radius) -> Iterator[str]:
        one = f'QPushButton[kind="{name}"]'
        yield f"{one} {{ {plain} border-radius: {corner}px; }}"
        yield f"{one}:hover {{ {hover} }}"
        yield f"{one}:pressed {{ {press} }}"
        yield f"{one}:disabled {{ {off} }}"

    color = theme.hex
    over = f" border: 2px solid {color('primary')};" if theme.is_high_contrast else ""
    filled = f"color: {color('on_primary')}; border: 1px solid"
    yield from kind(
        "primary",
        f"background: {color('primary')}; {filled} {color('primary')};",
        f"background: {color('primary_hover')};",
        f"background: {color('primary_press')};",
    )
    lined = f"color: {color('ink')}; border: 1px solid {color('line_strong')};"
    yield from kind(
        "secondary",
        f"background: {color('surface')}; {lined}",
        f"background: {color('primary_tint')};{over}",
        f"background: {color('primary_line')};",
    )
    yield from kind(
        "quiet",
        f"background: transparent; color: {color('primary')}; border: 1px solid transparent;",
        f"background: {color('primary_tint')};{over}",
        f"background: {color('primary_line')};",
    )
    yield from _client_buttons(theme, kind)


def _client_buttons(theme: Theme, kind: object) -> Iterator[str]:
    if theme.name != "client" or not callable(kind):
        return
    color, corner = theme.hex, theme.radius("answer")
    lined = f"border: 2px solid {color('button_line')};"
    yield from kind(
        "client_primary",
        f"background: {color('chosen_fill')}; color: {color('chosen_ink')};"
        f" border: 2px solid {color('chosen_fill')};",
        f"background: {color('primary_hover')};",
        f"background: {color('primary_press')};",
        corner,
    )
    for name in ("client", "client_plain"):
        yield from kind(
            name,
            f"background: {color('ground')}; color: {color('ink')}; {lined}",
            f"background: {color('primary_tint')};",
            f"background: {color('primary_line')};",
            corner,
        )
    yield from kind(
        "client_link",
        f"background: transparent; color: {color('chosen_fill')}; border: none;",
        f"background: {color('ground')};",
        f"background: {color('primary_line')};",
        corner,
    )


def _editors(theme: Theme) -> Iterator[str]:
    color, radius = theme.hex, theme.radius("control")
    one = "QLineEdit, QPlainTextEdit, QComboBox"
    yield (
        f"{one} {{ background: {color('surface')}; color: {color('ink')};"
        f" border: 1px solid {color('line_strong')}; border-radius: {radius}px;"
        f" padding: 0 {theme.size('s')}px; placeholder-text-color: {color('ink_3')};"
        f" selection-background-color: {color('primary')};"
        f" selection-color: {color('on_primary')}; }}"
    )
    yield f"QPlainTextEdit {{ padding: {theme.size('xs')}px; }}"
    wrong = f"border: 2px solid {color('stop')};"
    for editor in ("QLineEdit", "QPlainTextEdit", "QComboBox"):
        yield f'{editor}[wrong="true"] {{ {wrong} }}'
    off = f"background: {color('disabled_bg')}; color: {color('ink_3')};"
    yield f"QLineEdit:disabled, QComboBox:disabled {{ {off} }}"
    yield "QComboBox::drop-down { border: none; width: 28px; }"
    yield "QComboBox::down-arrow { image: none; }"
    chosen, on_chosen = (
        ("primary", "on_primary") if theme.is_high_contrast else ("primary_tint", "ink")
    )
    yield (
        f"QComboBox QAbstractItemView {{ background: {color('surface')}; color: {color('ink')};"
        f" selection-background-color: {color(chosen)};"
        f" selection-color: {color(on_chosen)}; outline: none;"
        f" border: 1px solid {color('line_strong')}; }}"
    )
    entry = "QComboBox QAbstractItemView::item"
    yield f"{entry} {{ min-height: {theme.size('row_dense')}px; padding: 0 8px; }}"
    yield (
        f"{entry}:selected {{ background: {color(chosen)}; color: {color(on_chosen)};"
        " border: none; }"
    )
    yield (
        f"QToolTip {{ background: {color('surface')}; color: {color('ink')};"
        f" border: 1px solid {color('line_strong')}; padding: 4px; }}"
    )
