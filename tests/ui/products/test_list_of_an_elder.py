"""What is offered to a client of 65 and over: nothing of R4 and above, whatever the grade. S42."""

from datetime import date

import pytest
from tests.services.branch import TODAY, Practice, Walk
from tests.ui.opening.pages import opened

from advisor_desk.domain.grades import ProductRisk
from advisor_desk.ui.screens.products.presenter import ProductsPresenter

TURNS_65 = date(TODAY.year - 65, TODAY.month, TODAY.day)


@pytest.mark.parametrize(
    ("born", "boldest", "order"),
    [
        (TURNS_65.replace(day=TURNS_65.day + 1), ProductRisk.R5, 881),
        (TURNS_65, ProductRisk.R3, 882),
    ],
    ids=["the day before 65", "on the 65th birthday"],
)
def test_the_clients_list_ends_at_r3_from_the_birthday_on(
    at: Practice, born: date, boldest: ProductRisk, order: int
) -> None:
    walk = Walk(at, born=born, letter="E", order=order).until("portfolio")
    assert walk.facts.assessment is not None
    assert walk.facts.assessment.grade is not None
    presenter = ProductsPresenter(opened(walk))
    offered = {one.product.risk for one in presenter.client_list()}
    assert max(offered, key=lambda risk: risk.level) is boldest, walk.facts.assessment.grade
