"""A practice branch with a real window before it, and what must hold when it was closed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.services.branch import ADVISER, Practice, practice
from tests.ui.people import People

from advisor_desk.forms.register import Register
from advisor_desk.forms.verification import Verdict, verify_pdf


@dataclass
class Branch:
    """The window with its people, over a home that can be opened again without it."""

    at: Practice
    them: People
    is_open: bool = True

    def close(self) -> None:
        if self.is_open:
            self.them.close()
        self.is_open = False

    def next_morning(self, at: datetime) -> None:
        """Close the window; on another day it is opened again."""
        self.close()
        self.at.clock.at = at
        self.them, self.is_open = seated(self.at), True

    def require_closed(self, *forms: str) -> None:
        """Close the window: one interview is closed, its forms genuine, the records as written."""
        self.close()
        self.at.again()
        (found,) = self.at.interviews.listed()
        assert found["state"] == "closed"
        rows = self.at.interviews.forms_of(str(found["interview"]))
        register = Register(self.at.home / "forms" / "register.jsonl")
        root = (self.at.home / "root.crt").read_bytes()
        for row in rows:
            paper = self.at.interviews.form_bytes(str(row["sha256"]))
            verdict = verify_pdf(paper, register=register, root=root).verdict
            assert verdict is Verdict.genuine, row
        assert {str(row["form"]) for row in rows} == set(forms)
        assert self.at.desk.book.verify(deep=True) == ()


@pytest.fixture
def branch(qtbot: QtBot, tmp_path: Path) -> Iterator[Branch]:
    assert qtbot
    with practice(tmp_path) as made:
        made.station.close()
        here = Branch(made, seated(made))
        yield here
        here.close()


def seated(made: Practice) -> People:
    them = People(made.home, made.clock)
    them.sign_in(ADVISER.staff_no)
    return them
