"""The riskiest funds: one more talk, apart, before the client goes on; leaving stands beside it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice, Walk
from tests.ui.opening.pages import (
    cut_off,
    dress,
    look_of,
    opened,
    shown_client,
    shown_page,
    small_targets,
)

from advisor_desk.domain.interview import Stage
from advisor_desk.domain.languages import Language
from advisor_desk.ui.screens.presentation.client import PresentationClientPage
from advisor_desk.ui.screens.presentation.presenter import PresentationPresenter
from advisor_desk.ui.screens.presentation.view import PresentationView

ORDER = iter(range(100, 999))


def explained(at: Practice, product: str = "DEMO-R5-002") -> tuple[Walk, PresentationPresenter]:
    walk = Walk(at, order=next(ORDER), product=product, letter="B", words="我要這個。")
    walk.until("products")
    if product == "DEMO-R5-002":
        walk.do.over_risk.warn(walk.interview)
        for one in walk.do.over_risk.fitting(walk.interview)[:2]:
            walk.do.over_risk.decline_alternative(walk.interview, one.product.code, "不要。")
        walk.do.over_risk.declare(walk.interview, "我要。")
    presenter = PresentationPresenter(opened(walk))
    assert not presenter.speaks_apart()
    walk.presentation()
    return walk, presenter


@pytest.mark.parametrize("language", list(Language))
def test_the_client_takes_time_by_touch(qtbot: QtBot, at: Practice, language: Language) -> None:
    walk, presenter = explained(at)
    assert presenter.speaks_apart()
    assert presenter.reason()
    look = look_of().client(language)
    shown = shown_client(qtbot, PresentationClientPage(look, presenter), presenter.interview, look)
    assert cut_off(shown.window) == []
    assert small_targets(shown.window) == []
    assert shown.button("apart.leave").size() == shown.button("apart.taken").size()
    assert shown.button("apart.leave").hasFocus()
    qtbot.mouseClick(shown.button("apart.taken"), Qt.MouseButton.LeftButton)
    assert walk.do.position(walk.interview).stage is Stage.witness


def test_the_client_leaves_it(qtbot: QtBot, at: Practice) -> None:
    walk, presenter = explained(at)
    look = look_of().client(Language.zh_TW)
    shown = shown_client(qtbot, PresentationClientPage(look, presenter), presenter.interview, look)
    qtbot.mouseClick(shown.button("apart.leave"), Qt.MouseButton.LeftButton)
    assert walk.facts.chosen is None
    assert walk.do.position(walk.interview).stage is Stage.products


def test_the_adviser_reads_why_and_what_to_do(qtbot: QtBot, at: Practice) -> None:
    _, presenter = explained(at)
    look = look_of()
    dress(look)
    shown = shown_page(qtbot, PresentationView(look, presenter))
    assert "CNF-6" in shown.texts()
    assert [one for one in cut_off(shown.window) if "outside" not in one] == []


def test_a_calmer_product_is_not_spoken_of_apart(at: Practice) -> None:
    walk, presenter = explained(at, "DEMO-R2-001")
    assert not presenter.speaks_apart()
    assert walk.do.position(walk.interview).stage is Stage.review
