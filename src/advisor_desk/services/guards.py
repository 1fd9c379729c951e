"""Whether a person may do an act of an interview now. One place, asked before every act.

Serves this client (S33), holds a certificate valid today (S23), the state allows it, and no step
before it is open (S22). What an act needs stands on the kind of its event.
"""

from datetime import date

from advisor_desk.domain.facts import VISIT_OVER, Facts
from advisor_desk.domain.interview_events import InterviewEvent
from advisor_desk.domain.people import Role, StaffMember
from advisor_desk.domain.steps import open_step
from advisor_desk.domain.trouble import BadInput, NotPermitted

# Roles that serve clients; the certificate decides what they may do there.
SERVING = frozenset({Role.adviser, Role.team_leader, Role.wealth_head})
# Roles that may receive a client; who may not advise today refers. Clauses: S24, S25.
RECEIVING = SERVING | {Role.assistant, Role.marketing_assistant}


def may_advise(person: StaffMember, today: date) -> bool:
    """Say whether a person may advise and sell today. Clause: S23."""
    held = person.certificate
    return _is_here(person, SERVING) and held is not None and held.valid_on(today)


def require_serving(person: StaffMember) -> None:
    """Let only those through who serve clients.

    Raises:
        NotPermitted: ``ROLE_DOES_NOT_SERVE``.
    """
    _require_role(person, SERVING)


def require_receiving(person: StaffMember) -> None:
    """Let only those through who may receive a client, if only to refer; raises as above."""
    _require_role(person, RECEIVING)


def require_certified(person: StaffMember, today: date) -> None:
    """Let only those through who may advise and sell today.

    Raises:
        NotPermitted: ``ROLE_DOES_NOT_SERVE``, ``ADVISER_UNCERTIFIED``.
    """
    require_receiving(person)
    held = person.certificate
    if held is None or not held.valid_on(today):
        raise NotPermitted("ADVISER_UNCERTIFIED", clause="S23", day=today)
    require_serving(person)


def require_possible(
    facts: Facts, kind: type[InterviewEvent], person: StaffMember, today: date
) -> None:
    """Let an act through only by the right person, in the right state, at its step.

    Raises:
        NotPermitted: ``NOT_YOUR_CLIENT``, ``ROLE_DOES_NOT_SERVE`` or ``ADVISER_UNCERTIFIED``.
        BadInput: ``NOT_IN_THIS_STATE``, ``VISIT_OVER``, ``STEP_NOT_OPEN``,
            ``REFERRAL_NOT_NEEDED``.
    """
    if facts.adviser != person.staff_no:
        raise NotPermitted("NOT_YOUR_CLIENT", clause="S33")
    if kind.needs_certificate:
        require_certified(person, today)
    else:
        require_receiving(person)
    if kind.only_without_certificate and may_advise(person, today):
        raise BadInput("REFERRAL_NOT_NEEDED", clause="S25")
    if facts.state not in kind.possible_in and facts.pause_reason == VISIT_OVER:
        raise BadInput(VISIT_OVER, clause="S22")
    if facts.state not in kind.possible_in:
        raise BadInput("NOT_IN_THIS_STATE", clause="S22", act=kind.kind, state=facts.state.value)
    require_step(facts, kind)


def require_step(facts: Facts, kind: type[InterviewEvent]) -> None:
    """Let no step be skipped: an act of a later stage waits for the open one. Clause: S22.

    Raises:
        BadInput: ``STEP_NOT_OPEN``, naming what is missing.
    """
    now = open_step(facts)
    if kind.stage is None or now is None or not kind.stage.is_after(now.stage):
        return
    raise BadInput(
        "STEP_NOT_OPEN",
        clause="S22",
        step=kind.stage.name,
        open=now.stage.name,
        missing=", ".join(now.missing(facts)),
    )


def _require_role(person: StaffMember, roles: frozenset[Role]) -> None:
    if not _is_here(person, roles):
        raise NotPermitted("ROLE_DOES_NOT_SERVE", clause="S33", role=person.role.value)


def _is_here(person: StaffMember, roles: frozenset[Role]) -> bool:
    return person.enabled and person.role in roles
