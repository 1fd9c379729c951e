"""Staff of the branch, their certificates and ranks."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

StaffNo = str


class Role(Enum):
    """What a person does in the branch; it decides what the person may do here."""

    adviser = "adviser"  # 客戶經理
    assistant = "assistant"  # 助理客戶經理
    retail_director = "retail_director"  # 零售業務總監
    business_supervisor = "business_supervisor"  # 業務主管
    marketing_manager = "marketing_manager"  # 營銷經理
    marketing_assistant = "marketing_assistant"  # 營銷助理
    wealth_head = "wealth_head"  # 理財部門負責人
    administrator = "administrator"  # 系統管理員
    team_leader = "team_leader"
    outlet_head = "outlet_head"
    branch_retail_head = "branch_retail_head"  # 分行零售銀行部負責人
    branch_head = "branch_head"  # 分行行長
    head_office_retail = "head_office_retail"  # 總行零售銀行部


class WitnessRank(Enum):
    """Rank of a witness (見證人), lowest first; which suffices is a parameter of the pack."""

    adviser = 1
    team_leader = 2
    outlet_head = 3
    branch_retail_head = 4
    branch_head = 5
    head_office_retail = 6

    @classmethod
    def of(cls, role: Role) -> "WitnessRank | None":
        """Return the rank a role gives; None where it gives none at all."""
        return cls.__members__.get(role.name)


@dataclass(frozen=True, slots=True)
class Certificate:
    """Wealth qualification certificate (個人理財業務資格證書); both days are included."""

    valid_from: date
    valid_until: date
    number: str = ""

    def valid_on(self, day: date) -> bool:
        """Say whether the holder may sell on ``day``. Clause: S23."""
        return self.valid_from <= day <= self.valid_until


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A person of the branch. ``post`` is the title printed on forms.

    A visiting officer serves for a term, both days included; everybody else has none.
    """

    staff_no: StaffNo
    name: str
    role: Role
    post: str
    certificate: Certificate | None
    enabled: bool = True
    serves_from: date | None = None
    serves_until: date | None = None

    @property
    def is_visiting(self) -> bool:
        """Say whether the person is here for a term only."""
        return self.serves_until is not None

    def serves_on(self, day: date) -> bool:
        """Say whether the person's term covers a day; without one it always does."""
        is_begun = self.serves_from is None or self.serves_from <= day
        return is_begun and (self.serves_until is None or day <= self.serves_until)
