"""What Today shows, in words: no Qt, nothing left to decide."""

from dataclasses import dataclass

from advisor_desk.domain.client import ClientId
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import InterviewId
from advisor_desk.packs.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Mark:
    """A chip: its words and its tone."""

    text: str
    tone: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """An unfinished interview. ``where``: its step and since when; ``next``: what comes first."""

    interview: InterviewId
    name: str
    age: str
    grade: RiskTolerance | None
    marks: tuple[Mark, ...]
    where: str
    next: str
    spoken: str  # the name of its button for who cannot see the card


@dataclass(frozen=True, slots=True)
class Line:
    """A row that opens an interview, or a client's file where no interview is named."""

    icon: str
    tone: str
    lead: str  # a day at the left in place of the icon
    first: str
    second: str
    client: ClientId = ""
    interview: InterviewId = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact about the station: icon, its tone, two lines."""

    icon: str
    tone: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Permission:
    """Something a person may or may not do here, with its clause."""

    may: bool
    text: str
    clause: str


@dataclass(frozen=True, slots=True)
class Limits:
    """What holds for a person who may not advise: why, what is open, who may."""

    title: str
    why: str
    permissions: tuple[Permission, ...]
    colleagues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """Code and name of the products that may be told about today."""

    catalogue: Catalogue
    products: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TodayState:
    """The whole page. ``refers``: whoever is received here is introduced to a colleague."""

    title: str
    subtitle: str
    refers: bool
    limits: Limits | None
    cases: tuple[Case, ...]
    printing: tuple[Line, ...]
    contacts: tuple[Line, ...]
    due: tuple[Line, ...]
    referred: tuple[Line, ...]
    facts: tuple[Fact, ...]
    serves: bool
    offered: Offered | None = None
    trouble: str = ""
