"""What a person without a certificate, or whose role serves nobody, may do here.

What is closed is shown locked with its reason, not hidden. Clauses: S23, S24, S25, S33.
"""

from collections.abc import Sequence
from datetime import date

from advisor_desk.domain.people import Role, StaffMember
from advisor_desk.services.guards import RECEIVING, may_advise
from advisor_desk.ui.screens.today.state import Limits, Permission
from advisor_desk.ui.words import Wording

Rules = tuple[tuple[bool, str, str], ...]

REFER: Rules = (
    (True, "TODAY_MAY_MATERIAL", "S24"),
    (True, "TODAY_MAY_PRODUCT_FACTS", "S24"),
    (True, "TODAY_MAY_INTRODUCE", "S25"),
    (False, "TODAY_MAY_NOT_ADVISE", "S23"),
)
SERVES_NOBODY: Rules = (
    (True, "TODAY_MAY_INTRODUCE", "S25"),
    (False, "TODAY_MAY_NOT_SEE_FILES", "S33"),
    (False, "TODAY_MAY_NOT_ADVISE", "S23"),
)
ADMINISTRATOR: Rules = ((True, "TODAY_MAY_ADMINISTER", ""), *SERVES_NOBODY[1:])


def limits_of(
    me: StaffMember, today: date, everyone: Sequence[StaffMember], words: Wording
) -> Limits | None:
    """Return what a person may not do today, and who may; None where nothing is closed."""
    serves = me.role in RECEIVING
    if may_advise(me, today):
        return None
    title, why, rules = "TODAY_REFER_TITLE", "TODAY_REFER_NEVER", REFER
    if not serves:
        title, why, rules = "TODAY_ROLE_TITLE", "TODAY_ROLE_TEXT", SERVES_NOBODY
    if me.role is Role.administrator:
        rules = ADMINISTRATOR
    held = me.certificate
    if serves and held is not None:
        ended = held.valid_until < today
        why = "TODAY_REFER_ENDED" if ended else "TODAY_REFER_NOT_YET"
    day = "" if held is None else words.day(max(held.valid_from, min(held.valid_until, today)))
    return Limits(
        words.say(title),
        words.say(why, role=words.say(f"ROLE_{me.role.value}"), day=day),
        tuple(Permission(may, words.say(code), clause) for may, code, clause in rules),
        tuple(
            words.say("TODAY_COLLEAGUE", name=one.name, post=words.role(one.role))
            for one in everyone
            if one.staff_no != me.staff_no and may_advise(one, today)
        ),
    )


def is_certified(one: StaffMember, today: date) -> bool:
    """Say whether a person may advise and sell today. Clause: S23."""
    return one.certificate is not None and one.certificate.valid_on(today)
