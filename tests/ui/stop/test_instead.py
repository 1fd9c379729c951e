"""What is offered in place of a refused product: for money with a purpose, protected first. S64."""

from datetime import date

import pytest
from tests.services.branch import POT, Practice, Walk
from tests.ui.opening.pages import opened

from advisor_desk.domain.product import Purpose
from advisor_desk.ui.interview.stopped import INSTEAD, instead_of

ORDER = iter(range(100, 999))


@pytest.mark.parametrize("purpose", list(Purpose))
@pytest.mark.parametrize("needed_by", [None, date(2027, 12, 24)])
def test_two_are_named_and_for_a_purpose_both_protect_the_capital(
    at: Practice, purpose: Purpose, needed_by: date | None
) -> None:
    walk = Walk(at, order=next(ORDER), purpose=purpose, needed_by=needed_by).until("portfolio")
    found = instead_of(opened(walk), POT)
    products = [walk.do.today().catalogue.product(one.code) for one in found]
    assert len(products) == INSTEAD
    assert all(one.capital_protecting for one in products) is purpose.is_earmarked
