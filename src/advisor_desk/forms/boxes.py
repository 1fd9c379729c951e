"""Where on a form somebody signs: a rectangle, named after the person who signs in it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """A signature's place: ``page`` from 0, lengths in points from the page's lower left."""

    name: str
    page: int
    left: float
    bottom: float
    width: float
    height: float
