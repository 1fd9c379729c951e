"""The acts of a script in refer mode; see ``script_acts``."""

from typing import Annotated, Literal

from pydantic import AfterValidator

from advisor_desk.packs.script_acts import StepRow
from advisor_desk.packs.typed_days import moment_as_typed


def _moment(text: str) -> str:
    if moment_as_typed(text) is None:
        raise ValueError("a day and an hour, like 2026-11-24 10:30")
    return text


Locked = Literal[
    "needs",
    "questionnaire",
    "result",
    "portfolio",
    "products",
    "over_risk",
    "presentation",
    "witness",
    "review",
    "signing",
    "handover",
    "close",
]


class HandOutMaterial(StepRow):
    """The client got the approved material of a product."""

    act: Literal["hand_out_material"]
    product: str


class PassOnFacts(StepRow):
    """The client was told what the catalogue says of a product."""

    act: Literal["pass_on_facts"]
    product: str


class TryStep(StepRow):
    """A locked step was tried; it stays locked."""

    act: Literal["try_step"]
    step: Locked


class ConsentToReferral(StepRow):
    """What the client said to being introduced to a colleague; ``colleague`` by staff number."""

    act: Literal["consent_to_referral"]
    colleague: str
    topic: str
    agrees: bool = True


class AgreeMeeting(StepRow):
    """When client and colleague meet, day and hour; null: not agreed yet."""

    act: Literal["agree_meeting"]
    meeting: Annotated[str, AfterValidator(_moment)] | None


class Refer(StepRow):
    """The client is introduced as agreed; the interview ends."""

    act: Literal["refer"]
