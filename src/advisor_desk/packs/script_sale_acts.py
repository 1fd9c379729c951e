"""The acts of a script from the product to the end; see ``script_acts`` for those before.

Nothing here can stand for the client's own hand: marks on paper are seen by the adviser, and ink
is given as strokes, never as text. Clause: S28.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from advisor_desk.domain.interview import Confirmer, Mark, OpenedBy
from advisor_desk.packs.reading import Strict
from advisor_desk.packs.script_acts import Amount, StepRow

# x and y in ten-thousandths of the box, pressure in thousandths, milliseconds from pen down.
Coordinate = Annotated[int, Field(ge=0, le=10_000)]
Pressure = Annotated[int, Field(ge=0, le=1_000)]
Milliseconds = Annotated[int, Field(ge=0, le=3_600_000)]
Point = tuple[Coordinate, Coordinate, Pressure, Milliseconds]


class OpenProduct(StepRow):
    """A product comes onto the table; ``words`` are the client's own."""

    act: Literal["open_product"]
    product: str
    how: OpenedBy
    words: str | None = None


class ChooseProduct(StepRow):
    """The client chooses product, pot and amount; the rules answer."""

    act: Literal["choose_product"]
    product: str
    pot: str
    amount: Amount


class ConfirmChoice(StepRow):
    """The client confirms the choice on the client view."""

    act: Literal["confirm_choice"]


class DropChoice(StepRow):
    """The client does not want it after all."""

    act: Literal["drop_choice"]


class WarnOverRisk(StepRow):
    """The client read that the product is above the own level, and what may be lost."""

    act: Literal["warn_over_risk"]


class DeclineAlternative(StepRow):
    """A product that fits was offered, and not wanted; ``words`` are the client's own."""

    act: Literal["decline_alternative"]
    product: str
    words: str


class Declare(StepRow):
    """The client insists, in own words."""

    act: Literal["declare"]
    words: str


class OpenPresentation(StepRow):
    """The approved material lies on the table."""

    act: Literal["open_presentation"]


class ExplainElement(StepRow):
    """One element was explained and acknowledged."""

    act: Literal["explain_element"]
    element: str


class SayBack(StepRow):
    """The client said it back in own words."""

    act: Literal["say_back"]
    question: str
    right: bool
    words: str


class GiveSpecialAttention(StepRow):
    """The client was told apart how risky the product is, and took time to think."""

    act: Literal["give_special_attention"]


class WitnessComes(StepRow):
    """Somebody of sufficient rank signs in as witness; one of the script's people."""

    act: Literal["witness_comes"]
    staff_no: str


class HearRecap(StepRow):
    """The witness heard the recap and the worst case put to the client."""

    act: Literal["hear_recap"]


class GiveSecondWarning(StepRow):
    """The witness gave the warning in person."""

    act: Literal["give_second_warning"]


class WitnessHears(StepRow):
    """What the client said to a question of the witness, by its id in the pack."""

    act: Literal["witness_hears"]
    question: str
    words: str


class ClientDecides(StepRow):
    """The client goes on, or stops, before the witness."""

    act: Literal["client_decides"]
    goes_on: bool


class WitnessDecides(StepRow):
    """The witness lets the sale go on or stops it; to stop needs words."""

    act: Literal["witness_decides"]
    proceeds: bool
    words: str = ""


class OpenReview(StepRow):
    """A number is reserved and the forms are made."""

    act: Literal["open_review"]


class ConfirmReview(StepRow):
    """The client, then the adviser, found the forms right."""

    act: Literal["confirm_review"]
    by: Confirmer


class BeginSigning(StepRow):
    """Everything is judged again; on paper the station seals the set."""

    act: Literal["begin_signing"]


class PrintForms(StepRow):
    """The set is printed: to a queue by name, or ``file`` (training: the copy is the print)."""

    act: Literal["print_forms"]
    to: str


class SeeMark(StepRow):
    """A mark stands on the printed set; seen by a member of staff (the adviser if unsaid)."""

    act: Literal["see_mark"]
    mark: Mark


class InkRow(Strict):
    """Ink in one box of the set."""

    box: str
    strokes: tuple[tuple[Point, ...], ...]


class GiveInk(StepRow):
    """Somebody wrote on the screen, in the boxes of one mark."""

    act: Literal["give_ink"]
    mark: Mark
    ink: tuple[InkRow, ...]


class SignSet(StepRow):
    """The set is completed and registered."""

    act: Literal["sign_set"]


class HandOver(StepRow):
    """The right paper goes to the right person."""

    act: Literal["hand_over"]
    copies: tuple[str, ...]


class RecordRow(Strict):
    """What is kept of every interview."""

    finances: str
    investment_goals: str
    product_type_wanted: str
    reason_not_bought: str
    unmet_needs: str
    family_situation: str
    advice: str
    next_step: str


class MakeRecord(StepRow):
    """The interview record of a sale."""

    act: Literal["make_record"]
    record: RecordRow


class CloseInterview(StepRow):
    """The interview is over."""

    act: Literal["close_interview"]
    next_contact: date | None


class EndWithoutSale(StepRow):
    """The client bought nothing."""

    act: Literal["end_without_sale"]
    record: RecordRow
    pages_returned: Annotated[int, Field(ge=0, le=1000)] | None = None


class StopByRule(StepRow):
    """The rules refused, and the client chose nothing else."""

    act: Literal["stop_by_rule"]
    record: RecordRow
    pages_returned: Annotated[int, Field(ge=0, le=1000)] | None = None


class AbandonInterview(StepRow):
    """The interview is given up."""

    act: Literal["abandon_interview"]
    reason: str
    pages_returned: Annotated[int, Field(ge=0, le=1000)] | None = None


class PauseInterview(StepRow):
    """The interview rests."""

    act: Literal["pause_interview"]
    reason: str
    next_date: date | None = None


class WaitForWitness(StepRow):
    """Nobody of sufficient rank is at hand: the interview rests."""

    act: Literal["wait_for_witness"]
    next_date: date | None = None


class ResumeInterview(StepRow):
    """The client is back."""

    act: Literal["resume_interview"]
    said_again: tuple[str, ...] = ()


class TakeNote(StepRow):
    """A note of the adviser."""

    act: Literal["take_note"]
    words: str


class Undo(StepRow):
    """The last act that can be undone is taken back."""

    act: Literal["undo"]


class AddAddendum(StepRow):
    """Something is added to a signed interview; ``second`` agrees."""

    act: Literal["add_addendum"]
    words: str
    second: str


class VoidInterview(StepRow):
    """The signed set is made void; ``second`` agrees."""

    act: Literal["void_interview"]
    reason: str
    second: str


class VoidCeremony(StepRow):
    """The ceremony is void and starts again at the review."""

    act: Literal["void_set"]
    reason: str
    pages_returned: int | None = None
