"""A piece that is painted and never pressed: announced as a text, by its accessible name."""

from PySide6.QtWidgets import QLabel


class Painted(QLabel):
    """A plain ``QWidget`` is announced as a filler, and its name is passed over."""
