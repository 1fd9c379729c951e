"""Every verdict and cause of ``pdf verify`` is said in words, in three languages."""

import re
from pathlib import Path

from advisor_desk.domain.languages import Language
from advisor_desk.forms import verification
from advisor_desk.forms.verification import Verdict
from advisor_desk.packs.wording import wording


def test_every_cause_has_words_in_three_languages() -> None:
    texts = "".join(
        (Path(verification.__file__).parent / f"{name}.py").read_text("utf-8")
        for name in ("verification", "revisions", "library_check", "marks")
    )
    codes = set(re.findall(r'"([A-Z]+(?:_[A-Z]+)+)"', texts))
    codes |= {f"VERDICT_{verdict.name.upper()}" for verdict in Verdict} | {"VOIDED", "REPLACED"}
    for language in Language:
        assert codes <= wording(language).keys()
