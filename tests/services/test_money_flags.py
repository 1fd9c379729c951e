"""Money that was refused and then written down otherwise is flagged, whatever it is called."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from tests.services.branch import POT, RECORD, Practice, Walk, practice

from advisor_desk.domain.money import Money
from advisor_desk.domain.product import Purpose

CLOSED = "DEMO-R2-002"  # pays back after a year
DAY, PURPOSE = "NEEDED_BY_CHANGED_AFTER_REFUSAL", "PURPOSE_CHANGED_AFTER_REFUSAL"
SOON, LATER = date(2027, 1, 31), date(2028, 6, 30)


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def refused(at: Practice, product: str = CLOSED, **given: object) -> Walk:
    usual: dict[str, object] = {"product": product, "needed_by": SOON}
    walk = Walk(at, **(usual | given)).until("portfolio")  # type: ignore[arg-type]
    assert walk.choose().is_refused
    return walk


def write(walk: Walk, **given: object) -> None:
    usual: dict[str, object] = {
        "name": POT,
        "amount": Money.parse("500000.00"),
        "purpose": walk.purpose,
        "source": "到期存款",
        "needed_by": SOON,
    }
    walk.do.needs.record_pot(walk.interview, **(usual | given))  # type: ignore[arg-type]


@pytest.mark.parametrize("day", [LATER, None])
def test_another_day_after_a_refusal_is_flagged(at: Practice, day: date | None) -> None:
    walk = refused(at)
    write(walk, needed_by=day)
    assert walk.facts.flags == (DAY,)
    assert walk.do.needs.flags(walk.interview, POT) == (DAY,)


def test_the_same_money_under_another_name_is_flagged(at: Practice) -> None:
    walk = refused(at)
    write(walk, name="別的錢", needed_by=LATER)
    walk.do.needs.remove_pot(walk.interview, POT)
    assert walk.do.needs.flags(walk.interview, "別的錢") == (DAY,)


def test_taken_away_and_written_anew_is_flagged(at: Practice) -> None:
    walk = refused(at)
    walk.do.needs.remove_pot(walk.interview, POT)
    write(walk, needed_by=LATER)
    assert walk.facts.flags == (DAY,)


def test_another_purpose_after_a_refusal_is_flagged(at: Practice) -> None:
    walk = refused(at, "DEMO-R4-002", purpose=Purpose.pension, needed_by=None, letter="E")
    write(walk, purpose=Purpose.ordinary, needed_by=None)
    assert walk.facts.flags == (PURPOSE,)


def test_other_money_and_other_changes_are_not(at: Practice) -> None:
    walk = refused(at)
    write(walk, name="獎金", source="年終獎", amount=Money.parse("80000.00"), needed_by=LATER)
    write(walk, amount=Money.parse("400000.00"))
    assert walk.facts.flags == ()


def test_a_day_changed_before_any_refusal_is_not(at: Practice) -> None:
    walk = Walk(at, needed_by=SOON).until("needs")
    write(walk, needed_by=LATER)
    assert walk.facts.flags == ()


def test_the_record_of_the_interview_says_so_in_words(at: Practice) -> None:
    walk = refused(at)
    write(walk, needed_by=LATER)
    walk.do.closing.stop_by_rule(walk.interview, RECORD)
    (form,) = [one for one in walk.do.forms_of(walk.interview) if one["form"] == "F7"]
    paper = pypdfium2.PdfDocument(walk.do.form_bytes(str(form["sha256"])))
    said = "".join(page.get_textpage().get_text_range() for page in paper)
    assert "被拒後改動了資金用款日" in said
