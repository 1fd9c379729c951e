"""The words of an interview: its states, its thirteen stages, who takes part, how it is signed."""

from enum import Enum

InterviewId = str


class Stage(Enum):
    """The stages of an interview in their order; the names are those of the contract."""

    opening = 1
    needs = 2
    questionnaire = 3
    result = 4
    portfolio = 5
    products = 6
    over_risk = 7
    presentation = 8
    witness = 9
    review = 10
    signing = 11
    handover = 12
    close = 13

    def is_after(self, other: "Stage") -> bool:
        """Say whether this stage comes later than ``other``."""
        return self.value > other.value


class State(Enum):
    """Where an interview stands. Nothing after ``signed`` is edited."""

    opened = "opened"
    in_progress = "in_progress"
    paused = "paused"
    ready_to_sign = "ready_to_sign"
    signing = "signing"
    signed = "signed"
    handed_over = "handed_over"
    closed = "closed"
    ended_no_sale = "ended_no_sale"
    ended_referred = "ended_referred"
    stopped_by_rule = "stopped_by_rule"
    abandoned = "abandoned"
    voided = "voided"

    @property
    def is_over(self) -> bool:
        """Say whether nothing more happens in it."""
        return self in _OVER


_OVER = frozenset(
    {
        State.closed,
        State.ended_no_sale,
        State.ended_referred,
        State.stopped_by_rule,
        State.abandoned,
        State.voided,
    }
)


class SigningWay(Enum):
    """How the set is signed: by hand on printed paper, or in ink on the screen."""

    paper = "paper"
    screen = "screen"


class Channel(Enum):
    """Where an interview or an assessment took place."""

    branch = "branch"
    counter = "counter"
    phone = "phone"
    online = "online"


class PartyRole(Enum):
    """Who is in the room beside the adviser."""

    client = "client"
    guardian = "guardian"  # 監護人
    companion = "companion"
    observer = "observer"


class EnteredBy(Enum):
    """Who put an answer in. ``adviser_reading``: the client's spoken words. Clause: S28."""

    client = "client"
    adviser_reading = "adviser_reading"
    paper = "paper"


class OpenedBy(Enum):
    """How a product came onto the table: the evidence for who asked for it. Clause: S57."""

    typed_by_client = "typed_by_client"
    picked_by_client = "picked_by_client"
    shown_by_adviser = "shown_by_adviser"

    @property
    def is_client(self) -> bool:
        """Say whether the client brought it up."""
        return self is not OpenedBy.shown_by_adviser


class Reaction(Enum):
    """What the client said to a suggestion."""

    accepted = "accepted"
    considering = "considering"
    declined = "declined"


class Confirmer(Enum):
    """Whose confirmation it is."""

    client = "client"
    adviser = "adviser"


class Mark(Enum):
    """What must be written by hand on a printed set, in this order. Clauses: S28, S43, S47, S60.

    Which of them a set needs follows from its decision: see ``steps.marks_needed``.
    """

    grade_written = "grade_written"
    statement_copied = "statement_copied"
    client_signature = "client_signature"
    guardian_signature = "guardian_signature"
    declaration_signature = "declaration_signature"
    adviser_signature = "adviser_signature"
    witness_signature = "witness_signature"

    @property
    def is_client(self) -> bool:
        """Say whether it is made on the client's side of the desk, by client or guardian."""
        return self not in (Mark.adviser_signature, Mark.witness_signature)


class Protection(Enum):
    """Who the procedure protects beyond others (弱勢群體), by age. Clauses: S40-S47."""

    minor = "minor"
    elder = "elder"
