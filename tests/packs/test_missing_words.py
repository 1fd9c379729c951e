"""Whatever a pack may ask for has words for the list of what is missing."""

from datetime import date

import pytest

from advisor_desk.domain.language import Language
from advisor_desk.packs.rule_packs import pack_ids, packs_in_force
from advisor_desk.packs.wording import text_of


@pytest.mark.parametrize("language", list(Language))
def test_every_document_of_the_packs_can_be_named_as_missing(language: Language) -> None:
    packs = [pack for one in pack_ids() for pack in packs_in_force((one,), date(2026, 11, 23))]
    codes = {code for pack in packs for code in pack.documents}
    assert len(codes) > 10
    assert all(text_of(language, f"MISSING_{code}") for code in codes)
