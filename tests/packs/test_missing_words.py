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


WAYS_ON = {
    State.signing: ("放弃签署", "放棄簽署", "give the signing up"),
    State.signed: ("作废", "作廢", "made void if the client withdraws"),
    State.handed_over: ("补记", "補記", "can be added to"),
    State.closed: ("补记", "補記", "can be added to"),
}


@pytest.mark.parametrize("state", WAYS_ON)
def test_what_can_be_done_instead_is_said_while_signing_and_after(state: State) -> None:
    trouble = BadInput("NOT_IN_THIS_STATE", act="undone", state=state.value)
    said = [trouble_text(trouble, one) for one in (Language.zh_CN, Language.zh_TW, Language.en)]
    assert all(way in text for way, text in zip(WAYS_ON[state], said, strict=True))
    assert "undone" not in "".join(said)
