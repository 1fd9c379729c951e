import re
from pathlib import Path
from typing import get_args

from advisor_desk.packs import script, script_acts
from advisor_desk.services.script_acts import _ACTS

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "interview-script.md"
BEFORE_AN_INTERVIEW = {
    script_acts.ReceiveClient,
    script_acts.EnterOtherAssessment,
    script_acts.OpenInterview,
}


def every_act() -> set[type[script_acts.StepRow]]:
    union, *_ = get_args(script.Step)
    return set(get_args(union))


def test_every_act_of_a_script_has_its_service() -> None:
    assert set(_ACTS) == every_act() - BEFORE_AN_INTERVIEW


def test_the_guide_names_every_act_and_no_other() -> None:
    rows = [line.split("|")[1] for line in GUIDE.read_text("utf-8").splitlines() if "| `" in line]
    named = {word for row in rows for word in re.findall(r"`(\w+)`", row)}
    acts = {get_args(act.model_fields["act"].annotation)[0] for act in every_act()}
    assert named == acts


def test_the_guide_names_every_field_of_an_act() -> None:
    text = GUIDE.read_text("utf-8")
    for act in every_act():
        for field in act.model_fields.keys() - {"act"}:
            assert f"`{field}`" in text or f'"{field}"' in text, (act, field)
