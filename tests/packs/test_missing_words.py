"""Whatever a pack may ask for has words for the list of what is missing."""

from datetime import date

import pytest

from advisor_desk.domain.interview import State
from advisor_desk.domain.language import Language
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.rule_packs import pack_ids, packs_in_force
from advisor_desk.packs.wording import text_of, trouble_text


@pytest.mark.parametrize("language", list(Language))
def test_every_document_of_the_packs_can_be_named_as_missing(language: Language) -> None:
    packs = [pack for one in pack_ids() for pack in packs_in_force((one,), date(2026, 11, 23))]
    codes = {code for pack in packs for code in pack.documents}
    assert len(codes) > 10
    assert all(text_of(language, f"MISSING_{code}") for code in codes)


@pytest.mark.parametrize("language", list(Language))
def test_a_state_is_said_in_words_and_an_act_not_by_its_code(language: Language) -> None:
    for state in State:
        trouble = BadInput("NOT_IN_THIS_STATE", act="guidance_confirmed", state=state.value)
        said = trouble_text(trouble, language)
        assert text_of(language, f"STATE_{state.name}") in said
        assert "guidance_confirmed" not in said
