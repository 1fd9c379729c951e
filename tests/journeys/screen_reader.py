"""A person who hears the desktop: it knows what the accessibility tree says, and nothing else.

Run by the system's own Python, whose pyatspi is a package of Debian. Each line on standard input is
an order as JSON, each line on standard output the answer to it.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pyatspi

PROGRAM = "advisor-desk"
PATIENCE_S = 20.0
STEP_S = 0.02
PRESSED_S = 0.15  # Qt shows a button pressed for a tenth of a second before it acts
STATES = {
    "focusable": pyatspi.STATE_FOCUSABLE,
    "focused": pyatspi.STATE_FOCUSED,
    "enabled": pyatspi.STATE_ENABLED,
    "checked": pyatspi.STATE_CHECKED,
}


def program() -> Any:
    """Give the desktop among the programs that can be heard."""
    every = list(pyatspi.Registry.getDesktop(0))
    for one in every:
        if one is not None and one.name == PROGRAM:
            return one
    raise LookupError(f"{PROGRAM} is not among {[one and one.name for one in every]}")


def showing(node: Any, inside: str = "") -> Iterator[tuple[Any, str]]:
    """Go through everything that shows, with the name of what it stands in."""
    node.clearCache()
    if node.getRole() != pyatspi.ROLE_APPLICATION:
        if not node.getState().contains(pyatspi.STATE_SHOWING):
            return
        yield node, inside
        inside = node.name or inside
    for child in list(node):
        if child is not None:
            yield from showing(child, inside)


def told(node: Any, inside: str) -> dict[str, Any]:
    """Say what a thing tells of itself."""
    states = node.getState()
    said = {name: states.contains(state) for name, state in STATES.items()}
    words = {"name": node.name, "more": node.description, "in": inside}
    return words | said | {"role": node.getRoleName()}


def whole(look: Callable[[], Any]) -> Any:
    """Look again where the page changed under the hand."""
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            return look()
        except Exception:  # a node that is gone says so in many ways
            if time.monotonic() > until:
                raise
            time.sleep(STEP_S)


def see(_: dict[str, Any]) -> list[dict[str, Any]]:
    return whole(lambda: [told(*one) for one in showing(program())])


def is_meant(node: Any, order: dict[str, Any]) -> bool:
    name = node.name
    if order["name"] not in name or (name != order["name"] and not order.get("part")):
        return False
    if order["roles"] and node.getRoleName() not in order["roles"]:
        return False
    return bool(node.getState().contains(pyatspi.STATE_ENABLED))


def found(order: dict[str, Any]) -> Any:
    """Wait for the thing of that role and name; it must be ready to be used."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        meant = whole(
            lambda: next((one for one, _ in showing(program()) if is_meant(one, order)), None)
        )
        if meant is not None:
            return meant
        time.sleep(STEP_S)
    heard = " | ".join(one["name"] for one in see({}) if one["name"])
    raise LookupError(f"{order['name']} was not heard, but: {heard}")


def hear(order: dict[str, Any]) -> None:
    """Wait until something of that name is there."""
    found({"roles": ()} | order)


def press(order: dict[str, Any]) -> None:
    """Do what the thing offers first: press it, or tick it."""
    found(order).queryAction().doAction(0)
    time.sleep(PRESSED_S)


def write(order: dict[str, Any]) -> str:
    """Put text in place of what stands in a field."""
    node = found(order)
    node.queryComponent().grabFocus()
    length = node.queryText().characterCount
    if length:
        node.queryEditableText().deleteText(0, length)
    node.queryEditableText().insertText(0, order["text"], len(order["text"]))
    return str(node.queryText().getText(0, -1))


def keys(order: dict[str, Any]) -> None:
    subprocess.run(["xdotool", *order["keys"]], check=True)


ORDERS: dict[str, Callable[[dict[str, Any]], object]] = {
    "see": see,
    "hear": hear,
    "press": press,
    "write": write,
    "keys": keys,
}


def main() -> None:
    for line in sys.stdin:
        order = json.loads(line)
        try:
            answer: dict[str, object] = {"said": ORDERS[order["do"]](order)}
        except Exception as wrong:  # noqa: BLE001 - told to whoever ordered it
            answer = {"wrong": f"{type(wrong).__name__}: {wrong}"}
        sys.stdout.write(f"{json.dumps(answer)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
