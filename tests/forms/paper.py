"""Reading a printed form with poppler, which had no hand in writing or checking it."""

import subprocess
from pathlib import Path


def text_of(content: bytes, folder: Path, *options: str) -> str:
    """Return the text of a form in the order it was drawn."""
    path = folder / "form.pdf"
    path.write_bytes(content)
    run = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", *options, path, "-"], capture_output=True, check=True
    )
    return run.stdout.decode("utf-8")


def fonts_of(content: bytes, folder: Path) -> list[tuple[str, str, str, str, str]]:
    """Return name, type, and embedded, subset, unicode (``yes`` or ``no``) of each font."""
    path = folder / "form.pdf"
    path.write_bytes(content)
    run = subprocess.run(["pdffonts", path], capture_output=True, check=True, text=True)
    rows = [line.split() for line in run.stdout.splitlines()[2:]]
    return [(row[0], row[1], row[-5], row[-4], row[-3]) for row in rows]


def bare(text: str) -> str:
    """Return a text without any space."""
    return "".join(text.split())
