"""What chooses something that stands: a hostile string chooses nothing, and nothing is recorded.

Here too stands the test that every text parameter of the services is in one of the tables.
"""

import dataclasses
import inspect
import types
import typing
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import count

import pytest
from tests.hostile import hostile_strings
from tests.services.branch import ADVISER, POT, TODAY, Practice, Walk, details_of
from tests.services.hostile_branch import hostile_branch
from tests.services.never_typed import ELSEWHERE
from tests.services.text_fields import (
    IN_EVENTS,
    IN_INTERVIEWS,
    RECORD_FIELDS,
    pot,
    register,
)
from tests.services.wish_fields import CHOICES_OF_WISHES, IN_WISHES, walked

from advisor_desk.domain.assessment_events import Change, Holding
from advisor_desk.domain.interview import EnteredBy, Mark, OpenedBy, Reaction, SigningWay
from advisor_desk.domain.languages import Language
from advisor_desk.domain.money import Money
from advisor_desk.domain.needs import Block, Known, NeedsAnswer
from advisor_desk.domain.paper_events import InkStrokes
from advisor_desk.domain.people import Certificate, StaffMember
from advisor_desk.domain.product import AssetClass
from advisor_desk.domain.text import LONGEST_NAME
from advisor_desk.domain.trouble import BadInput, Trouble
from advisor_desk.packs.wording import trouble_text
from advisor_desk.services.agenda import Agenda
from advisor_desk.services.assessments import Assessments
from advisor_desk.services.clients import Clients
from advisor_desk.services.closing import Closing
from advisor_desk.services.desk import Desk
from advisor_desk.services.flow import Flow
from advisor_desk.services.interview_files import InterviewFiles
from advisor_desk.services.interviews import Interviews
from advisor_desk.services.needs import Needs
from advisor_desk.services.opening import Opening
from advisor_desk.services.over_risk import OverRiskRoute
from advisor_desk.services.portfolio import Portfolio
from advisor_desk.services.presentation import Presentations
from advisor_desk.services.printed import printed_text
from advisor_desk.services.printing import Printing
from advisor_desk.services.purchase import Purchases
from advisor_desk.services.referrals import Referrals
from advisor_desk.services.review import Reviews
from advisor_desk.services.shelf import Shelf
from advisor_desk.services.signing import Signing
from advisor_desk.services.staff import StaffRegister

STRINGS = hostile_strings()
ORDERS = count(200)  # of invented ID numbers


@pytest.fixture(scope="module")
def at() -> Iterator[Practice]:
    with hostile_branch() as made:
        yield made


# What chooses something that stands already. Hostile strings choose nothing: nothing is recorded.
CHOICES: dict[str, tuple[str, Callable[[Walk, str], object]]] = {
    "Needs.remove_pot.name": ("needs", lambda w, t: w.do.needs.remove_pot(w.interview, t)),
    "Needs.record_needs.answers.item": (
        "opening",
        lambda w, t: w.do.needs.record_needs(w.interview, *answer_to(t)),
    ),
    "Assessments.give_answer.item": (
        "needs",
        lambda w, t: w.do.assessments.give_answer(w.interview, t, "A", entered_by=EnteredBy.client),
    ),
    "Assessments.give_answer.letter": (
        "needs",
        lambda w, t: w.do.assessments.give_answer(
            w.interview, "income", t, entered_by=EnteredBy.client
        ),
    ),
    "Purchases.open_product.product": (
        "portfolio",
        lambda w, t: w.do.purchases.open_product(w.interview, t, OpenedBy.picked_by_client),
    ),
    "Purchases.choose_product.product": (
        "portfolio",
        lambda w, t: w.do.purchases.choose_product(w.interview, t, pot=POT, amount=Money(10_000)),
    ),
    "Purchases.choose_product.pot": (
        "products",
        lambda w, t: w.do.purchases.choose_product(
            w.interview, w.product, pot=t, amount=Money(10_000_000)
        ),
    ),
    **CHOICES_OF_WISHES,
    "Presentations.explain_element.element": (
        "presentation",
        lambda w, t: w.do.presentations.explain_element(w.interview, t),
    ),
    "Presentations.show_element.element": (
        "presentation",
        lambda w, t: w.do.presentations.show_element(w.interview, t),
    ),
    "Presentations.put_off_element.element": (
        "presentation",
        lambda w, t: w.do.presentations.put_off_element(w.interview, t, "客戶想先看費用"),
    ),
    "Presentations.say_back.question": (
        "presentation",
        lambda w, t: w.do.presentations.say_back(w.interview, t, was_right=True, words="明白"),
    ),
    "Signing.give_ink.ink.box": (
        "screen",
        lambda w, t: w.do.signing.give_ink(
            w.interview, Mark.client_signature, (InkStrokes(t, ()),)
        ),
    ),
    "Closing.hand_over.copies": (
        "sign",
        lambda w, t: w.do.closing.hand_over(w.interview, (t, "bank", "branch_file")),
    ),
    "Interviews.form_bytes.sha256": ("begin", lambda w, t: w.do.form_bytes(t)),
    "Clients.find.text": ("begin", lambda w, t: w.do.clients.find(t)),
    "Clients.listed.after": ("begin", lambda w, t: w.do.clients.listed(t)),
    "Clients.likely_same.details.name": (
        "begin",
        lambda w, t: w.do.clients.likely_same(dataclasses.replace(details_of(w.born), name=t)),
    ),
    "Interviews.search.text": ("begin", lambda w, t: any(dataclasses.astuple(w.do.search(t)))),
    "Shelf.answers.pot": ("needs", lambda w, t: w.do.shelf.answers(w.interview, t)),
    "Shelf.alternatives.pot": ("needs", lambda w, t: w.do.shelf.alternatives(w.interview, t)),
    "Desk.staff.staff_no": ("begin", lambda w, t: w.at.desk.staff(t)),
    "Needs.record_pot.amount.currency": (
        "opening",
        lambda w, t: pot(w, amount=Money(100, t)),
    ),
    "Needs.record_needs.answers.amount.currency": (
        "opening",
        lambda w, t: w.do.needs.record_needs(
            w.interview,
            Block.debts,
            (NeedsAnswer("total_debts", Known.answered, amount=Money(100, t)),),
        ),
    ),
    "Portfolio.record_holdings.holdings.amount.currency": (
        "result",
        lambda w, t: w.do.portfolio.record_holdings(
            w.interview, (Holding("存款", Money(100, t), None, TODAY.date()),)
        ),
    ),
    "Portfolio.record_holdings.holdings.product": (
        "result",
        lambda w, t: w.do.portfolio.record_holdings(
            w.interview,
            (Holding("存款", Money(100), None, TODAY.date(), AssetClass.deposit, t),),
        ),
    ),
    "Portfolio.make_suggestion.change.amount.currency": (
        "portfolio",
        lambda w, t: suggest(w, Change(Money(100, t), None, AssetClass.cash, None)),
    ),
    "Portfolio.make_suggestion.change.taken_from": (
        "portfolio",
        lambda w, t: suggest(w, Change(Money(100), t, AssetClass.cash, None)),
    ),
    "Portfolio.make_suggestion.change.product": (
        "portfolio",
        lambda w, t: suggest(w, Change(Money(100), None, AssetClass.cash, t)),
    ),
    "Purchases.choose_product.amount.currency": (
        "products",
        lambda w, t: w.do.purchases.choose_product(
            w.interview, w.product, pot=POT, amount=Money(10_000_000, t)
        ),
    ),
    **{
        f"StaffRegister.{name}.staff_no": (
            "begin",
            lambda w, t, name=name: getattr(register(w), name)(t),
        )
        for name in ("disable", "enable", "unlock")
    },
    "StaffRegister.set_certificate.staff_no": (
        "begin",
        lambda w, t: register(w).set_certificate(t, None),
    ),
}


def suggest(w: Walk, change: Change) -> None:
    w.do.portfolio.make_suggestion(w.interview, "分散一些", Reaction.accepted, change)


def answer_to(item: str) -> tuple[Block, tuple[NeedsAnswer, ...]]:
    return Block.goals, (NeedsAnswer(item, Known.answered, words="增值"),)


def walk_to(at: Practice, stage: str) -> Walk:
    walk = Walk(at, order=next(ORDERS))
    if stage == "screen":
        walk.signing_way = SigningWay.screen
        return walk.until("begin_signing")
    return walked(walk, stage)


FINDS = {
    "Clients.find.text",
    "Interviews.search.text",
}  # a search may find by a part; it records nothing


def said_no(act: Callable[[], object]) -> bool:
    """Say whether nothing was found, or it was refused in words of every language."""
    try:
        return not act()
    except Trouble as trouble:
        return all(trouble_text(trouble, language) for language in Language)


@pytest.mark.parametrize("name", CHOICES)
def test_a_hostile_string_chooses_nothing(at: Practice, name: str) -> None:
    stage, give = CHOICES[name]
    walk = walk_to(at, stage)
    register(walk)
    head, branch = at.desk.book.head(), at.desk.branch.head()
    for text in STRINGS:
        assert said_no(partial(give, walk, text)) or name in FINDS, text
        assert (at.desk.book.head(), at.desk.branch.head()) == (head, branch), text


SERVICES: dict[type, Callable[[Interviews], object]] = {
    Interviews: lambda do: do,
    **{
        kind: lambda do, name=name: getattr(do, name)
        for name, kind in (
            ("clients", Clients),
            ("opening", Opening),
            ("needs", Needs),
            ("assessments", Assessments),
            ("portfolio", Portfolio),
            ("purchases", Purchases),
            ("over_risk", OverRiskRoute),
            ("presentations", Presentations),
            ("reviews", Reviews),
            ("signing", Signing),
            ("printing", Printing),
            ("closing", Closing),
            ("referrals", Referrals),
            ("flow", Flow),
            ("shelf", Shelf),
            ("agenda", Agenda),
        )
    },
    InterviewFiles: lambda do: InterviewFiles(do._room.desk, of_everybody=False),
    StaffRegister: lambda _: None,
    Desk: lambda _: None,
}
# Asked about what the book and the shelf already hold.
READ_BACK = ("Shelf.what_would_help", "Purchases.require_amount", "Purchases.used_today")
WHICH = {"interview", "client"}  # the first parameter of most acts


def methods(service: type) -> Iterator[tuple[str, Callable[..., object]]]:
    for name, method in inspect.getmembers(service, inspect.isfunction):
        if not name.startswith("_"):
            yield name, method


def texts_in(hint: object, name: str) -> Iterator[str]:
    """Give the dotted names of all texts in what a parameter takes."""
    if hint is str:
        yield name
    elif dataclasses.is_dataclass(hint) and isinstance(hint, type):
        for part, inner in typing.get_type_hints(hint).items():
            if typing.get_origin(inner) is not typing.ClassVar:
                yield from texts_in(inner, f"{name}.{part}")
    elif typing.get_origin(hint) in {tuple, list, typing.Union, types.UnionType}:
        for inner in typing.get_args(hint):
            yield from texts_in(inner, name)


def text_parameters() -> set[str]:
    return {
        text
        for service in SERVICES
        for name, method in methods(service)
        for parameter, hint in typing.get_type_hints(method).items()
        if parameter != "return"
        for text in texts_in(hint, f"{service.__name__}.{name}.{parameter}")
        if not text.startswith(READ_BACK)
    }


def which(name: str) -> bool:
    return name.rpartition(".")[2] in WHICH and name.count(".") == 2


RECORDS = {
    f"Closing.{end}.record.{item}"
    for end in ("end_without_sale", "stop_by_rule", "make_record")
    for item in RECORD_FIELDS
}
ADDED = {f"StaffRegister.add.member.{one}" for one in ("name", "post", "certificate.number")}


def test_every_text_of_the_services_has_its_row() -> None:
    rows = {*IN_EVENTS, *IN_WISHES, *IN_INTERVIEWS, *CHOICES, *RECORDS, *ADDED, *ELSEWHERE}
    rows.add("Assessments.confirm_answers.repeat_reason")
    assert {name for name in text_parameters() if not which(name)} == rows


@pytest.mark.parametrize("name", sorted(filter(which, text_parameters())))
def test_no_hostile_string_is_an_interview_or_a_client(at: Practice, name: str) -> None:
    service, method_name, parameter = name.split(".")
    found = next(kind for kind in SERVICES if kind.__name__ == service)
    method = getattr(SERVICES[found](at.interviews), method_name)
    others = [
        one.name
        for one in inspect.signature(method).parameters.values()
        if one.name != parameter
        and one.default is inspect.Parameter.empty
        and one.kind is not inspect.Parameter.VAR_POSITIONAL
    ]
    head = at.desk.book.head()
    for text in STRINGS:
        given = {**dict.fromkeys(others), parameter: text}
        assert said_no(partial(method, **given)), text
        assert at.desk.book.head() == head, text


def test_a_person_is_added_under_the_same_checks(at: Practice) -> None:
    at.interviews.clients.find("")
    walk = walk_to(at, "begin")
    add = register(walk).add
    for number, field in enumerate(("name", "post", "certificate number"), start=1):
        head = at.desk.branch.head()
        for text in STRINGS:
            if printable_name(text) or (not text and field == "certificate number"):
                continue
            with pytest.raises(Trouble) as caught:
                add(person(field, text), "practise-here")
            assert caught.value.facts["field"] == field, text
            assert at.desk.branch.head() == head, text
        taken = next(text for text in STRINGS if printable_name(text) and "<" in text)
        member = person(field, taken, f"3000{number}")
        add(member, "practise-here")
        assert at.desk.staff(member.staff_no) == member


def person(field: str, text: str, staff_no: str = "30000") -> StaffMember:
    if field == "certificate number":
        certificate = Certificate(date(2025, 1, 1), date(2027, 3, 31), text)
        return dataclasses.replace(ADVISER, staff_no=staff_no, certificate=certificate)
    return dataclasses.replace(ADVISER, staff_no=staff_no, **{field: text})


def printable_name(text: str) -> bool:
    try:
        printed_text(text, "x", longest=LONGEST_NAME)
    except BadInput:
        return False
    return True
