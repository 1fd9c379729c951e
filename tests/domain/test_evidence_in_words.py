"""A dot is no evidence of what somebody said."""

import pytest

from advisor_desk.domain.text import in_words
from advisor_desk.domain.trouble import BadInput


@pytest.mark.parametrize("said", [".", "。", "…", "— —", "!?", "·"])
def test_signs_alone_say_nothing(said: str) -> None:
    with pytest.raises(BadInput, match="TEXT_WITHOUT_WORDS"):
        in_words(said, "words")


@pytest.mark.parametrize("said", ["是", "no", "8", "不。"])
def test_one_word_or_figure_is_enough(said: str) -> None:
    assert in_words(said, "words") == said
