"""Every refused product on both screens, in every language: what is said, and that it fits."""

import os
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice, Walk
from tests.ui.opening.pages import cut_off, dress, look_of, opened, shown_client

from advisor_desk.domain.interview import SigningWay
from advisor_desk.domain.languages import Language
from advisor_desk.domain.product import Purpose
from advisor_desk.services.opening import Visit
from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.interview.stopped import refused_reasons, refused_words
from advisor_desk.ui.interview.what_helps import help_for_adviser, helps_of
from advisor_desk.ui.screens.products.client import ProductsClientPage
from advisor_desk.ui.screens.products.presenter import ProductsPresenter
from advisor_desk.ui.screens.products.shelf import is_refused

ORDER = iter(range(100, 999))
SOON = date(2026, 12, 24)
CLIENTS = {
    "elder": {"born": date(1955, 3, 1), "purpose": Purpose.pension, "needed_by": SOON},
    "careful": {"letter": "A", "purpose": Purpose.education, "needed_by": SOON},
    "middling": {"purpose": Purpose.ordinary, "needed_by": SOON},
}


def begun(at: Practice, language: Language, **differs: object) -> ProductsPresenter:
    walk = Walk(at, order=next(ORDER), **differs).begin()  # type: ignore[arg-type]
    walk.do.flow.abandon(walk.interview, "換語言")
    visit = Visit("到期資金再投資", language, SigningWay.paper)
    walk.interview = walk.do.opening.open_interview(walk.client, visit)
    for step in ("opening", "needs", "questionnaire", "result", "portfolio"):
        getattr(walk, step)()
    return ProductsPresenter(opened(walk, language))


def refused(presenter: ProductsPresenter) -> list[ShelfAnswer]:
    return [one for one in presenter.answers() if is_refused(one)]


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("language", list(Language))
def test_every_refusal_is_told_to_both_and_stands_whole_on_the_clients_screen(
    qtbot: QtBot, at: Practice, language: Language, client: str
) -> None:
    presenter = begun(at, language, **CLIENTS[client])
    interview, words = presenter.interview, presenter.interview.words
    look = look_of(language)
    dress(look)
    page = ProductsClientPage(look.client(language), presenter)
    shown = shown_client(qtbot, page, interview, look.client(language))
    pot = presenter.pot()
    assert pot is not None
    assert len(refused(presenter)) > 5
    for one in refused(presenter):
        code = one.product.code
        assert refused_reasons(interview, one), code
        assert help_for_adviser(words, helps_of(interview, one, pot.name)), code
        presenter.read_why(code, pot.name)
        qtbot.wait(1)
        told = refused_words(interview, one, pot.name)
        assert len(told) > 1, code
        assert set(told) <= set(shown.texts()), code
        assert cut_off(shown.window) == [], code
        keep_picture(shown.window, f"{client}-{language.name}-{code}")
        presenter.look_again()


def keep_picture(window: object, name: str) -> None:
    folder = os.environ.get("ADVISOR_DESK_PICTURES")
    if folder:
        window.grab().save(str(Path(folder) / f"refused-{name}.png"))  # type: ignore[attr-defined]
