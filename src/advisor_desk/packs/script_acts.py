"""The acts an interview script may hold: one small model each, one durable step each.

The fields of an act are those of the service method it stands for, under the same names; the words
are the ones the domain uses. What may come after what is not known here: the interview itself
decides that while the script runs.
"""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from advisor_desk.domain.client import DocumentKind
from advisor_desk.domain.interview import (
    Channel,
    EnteredBy,
    PartyRole,
    Reaction,
    SigningWay,
)
from advisor_desk.domain.languages import Language
from advisor_desk.domain.money import Money
from advisor_desk.domain.needs import Block, Known
from advisor_desk.domain.product import AssetClass, Purpose
from advisor_desk.domain.suitability import GuardianProof
from advisor_desk.domain.trouble import Trouble
from advisor_desk.packs.reading import Strict

_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?", re.ASCII)


def _time(text: str) -> str:
    if not _TIME.fullmatch(text):
        raise ValueError("a time of day, like 09:30 or 09:30:15")
    return text


def _amount(text: str) -> str:
    """Let 0 through: whether nothing is an amount, the act says in words."""
    try:
        Money.parse(text)
    except Trouble as trouble:
        if trouble.code != "AMOUNT_NOT_POSITIVE":
            raise ValueError("an amount as text, like 100000.00") from trouble
    return text


TimeOfDay = Annotated[str, AfterValidator(_time)]
Amount = Annotated[str, AfterValidator(_amount)]
Grade = Literal["A1", "A2", "A3", "A4", "A5"]
Risk = Literal["R1", "R2", "R3", "R4", "R5"]


class DocumentRow(Strict):
    """A paper a person is identified by."""

    kind: DocumentKind
    number: str


class ClientRow(Strict):
    """The client's record; ``born`` null only where no paper says it."""

    name: str
    document: DocumentRow
    born: date | None
    phone: str
    account_tail: str
    language: Language


class StepRow(Strict):
    """What every step may say: its time of day, and the day where it is not the script's."""

    at: TimeOfDay | None = None
    day: date | None = None


class ReceiveClient(StepRow):
    """The script's client is recorded in the adviser's book, each replay as a new one."""

    act: Literal["receive_client"]


class OpenInterview(StepRow):
    """The interview begins; ``language`` is the client's where it is not said."""

    act: Literal["open_interview"]
    purpose: str
    language: Language | None = None
    signing: SigningWay
    channel: Channel = Channel.branch


class EnterOtherAssessment(StepRow):
    """An assessment of another channel is entered from its paper."""

    act: Literal["enter_other_assessment"]
    number: str
    taken: date
    channel: Channel
    questionnaire: str
    grade: Grade | None
    paper_seen: str
    reason: str | None = None


class IdentifyParty(StepRow):
    """A person's document and face were seen; all after the document is a guardian's."""

    act: Literal["identify_party"]
    role: PartyRole
    name: str
    document: DocumentRow | None
    relation: str | None = None
    proof: GuardianProof | None = None
    proof_number: str = ""
    copy_folder: str = ""


class DismissParty(StepRow):
    """Somebody beside the client has gone; a minor's guardian leaves the interview resting."""

    act: Literal["dismiss_party"]
    role: PartyRole
    pages_returned: int | None = None


class ConfirmGuidance(StepRow):
    """The guardian guided the minor through the questions and agrees."""

    act: Literal["confirm_guidance"]


class UnderstandDataNotice(StepRow):
    """The client read the data notice."""

    act: Literal["understand_data_notice"]


class StateRecording(StepRow):
    """The number of the recording, or why there is none: one of the two."""

    act: Literal["state_recording"]
    number: str | None = None
    reason_none: str | None = None


class ConfirmOpening(StepRow):
    """Everybody needed is here."""

    act: Literal["confirm_opening"]


class NeedsAnswerRow(Strict):
    """One answer of the fact-find: amount or words where answered, else the reason."""

    item: str
    known: Known = Known.answered
    amount: Amount | None = None
    words: str | None = None
    reason: str | None = None


class RecordNeeds(StepRow):
    """A block of the fact-find, all of its answers."""

    act: Literal["record_needs"]
    block: Block
    answers: tuple[NeedsAnswerRow, ...]


class RecordPot(StepRow):
    """A pot of money."""

    act: Literal["record_pot"]
    name: str
    amount: Amount
    purpose: Purpose
    source: str
    needed_by: date | None


class RemovePot(StepRow):
    """A pot was a mistake."""

    act: Literal["remove_pot"]
    name: str


class ConfirmNeeds(StepRow):
    """The client checked the summary."""

    act: Literal["confirm_needs"]


class GiveOwnEstimate(StepRow):
    """What the client expects as the result."""

    act: Literal["give_own_estimate"]
    grade: Grade


class GiveAnswer(StepRow):
    """An answer to one item; ``reason`` where the client did not enter it."""

    act: Literal["give_answer"]
    item: str
    letter: Annotated[str, Field(pattern=r"^[A-Z]$")]
    entered_by: EnteredBy = EnteredBy.client
    reason: str | None = None


class ConfirmAnswers(StepRow):
    """The client said that these are the own answers; ``repeat_reason`` where one counts still."""

    act: Literal["confirm_answers"]
    repeat_reason: str | None = None


class KeepAssessment(StepRow):
    """An assessment still valid serves."""

    act: Literal["keep_assessment"]


class BeginRetake(StepRow):
    """A new assessment is made, with the reason."""

    act: Literal["begin_retake"]
    reason: str


class DiscussResult(StepRow):
    """The client wanted to talk about the result."""

    act: Literal["discuss_result"]
    words: str


class AcceptResult(StepRow):
    """The client agreed to the grade; ``change_confirmed`` where it is a new one."""

    act: Literal["accept_result"]
    change_confirmed: bool = False


class HoldingRow(Strict):
    """Something the client owns; ``risk`` null where it has no grade.

    The class is a deposit where there is no grade, that of the catalogue where there is a
    product, and else unknown, unless the script says it.
    """

    name: str
    amount: Amount
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "CNY"
    risk: Risk | None
    as_of: date
    asset_class: AssetClass | None = None
    product: str | None = None
    matures_on: date | None = None


class RecordHoldings(StepRow):
    """Everything the client holds; empty for a first investment."""

    act: Literal["record_holdings"]
    holdings: tuple[HoldingRow, ...]


class ChangeRow(Strict):
    """What a suggestion would move; ``taken_from`` the name of a holding, null for new money."""

    amount: Amount
    taken_from: str | None
    into: AssetClass
    product: str | None = None


class MakeSuggestion(StepRow):
    """An improvement, and what the client said to it; without ``change`` in words alone."""

    act: Literal["make_suggestion"]
    words: str
    change: ChangeRow | None = None
    reaction: Reaction


class KeepPortfolio(StepRow):
    """Nothing is changed about the holdings, and what the client said to that."""

    act: Literal["keep_portfolio"]
    reason: str
    reaction: Reaction = Reaction.accepted
