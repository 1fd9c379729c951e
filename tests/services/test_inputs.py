"""What is typed is checked at the door: numbers, dates, names, amounts, products, promises."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from tests.hostile import hostile_strings
from tests.services.branch import POT, RECORD, Practice, Walk, details_of, practice, resident_id

from advisor_desk.domain.client import DocumentKind, IdentityDocument
from advisor_desk.domain.interview import EnteredBy, OpenedBy, PartyRole
from advisor_desk.domain.interview_events import Party
from advisor_desk.domain.money import Money
from advisor_desk.domain.needs import Block, Known, NeedsAnswer
from advisor_desk.domain.product import Purpose
from advisor_desk.domain.trouble import BadInput, NotPermitted
from advisor_desk.services.asking_again import require_still_allowed
from advisor_desk.services.clients import faults
from advisor_desk.services.identity import checked_birth_date, checked_document, checked_phone

BORN = date(1985, 5, 20)
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Practice]:
    with practice(tmp_path_factory.mktemp("branch")) as made:
        yield made


@pytest.fixture(scope="module")
def walk(at: Practice) -> Walk:
    """An interview at the shelf; the tests here change nothing in it."""
    return Walk(at).until("portfolio")


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        (DocumentKind.resident_id, resident_id(BORN)),
        (DocumentKind.hong_kong_macau_permit, "H12345678"),
        (DocumentKind.hong_kong_macau_permit, "m1234567801"),
        (DocumentKind.taiwan_permit, "01234567"),
        (DocumentKind.passport, "E12345678"),
    ],
)
def test_each_kind_of_document_has_its_shape(kind: DocumentKind, number: str) -> None:
    assert checked_document(kind, number).number == number.upper()


@pytest.mark.parametrize(
    ("kind", "number", "code"),
    [
        (DocumentKind.resident_id, resident_id(BORN)[:-1], "DOCUMENT_NUMBER_SHAPE"),
        (DocumentKind.resident_id, "99010119850520123", "DOCUMENT_NUMBER_SHAPE"),
        (DocumentKind.resident_id, "１" * 17, "DOCUMENT_NUMBER_SHAPE"),
        (DocumentKind.resident_id, "一" * 18, "DOCUMENT_NUMBER_SHAPE"),
        (DocumentKind.hong_kong_macau_permit, "X12345678", "DOCUMENT_NUMBER_SHAPE"),
        (DocumentKind.taiwan_permit, "1234567", "DOCUMENT_NUMBER_SHAPE"),
        (DocumentKind.passport, "護照", "DOCUMENT_NUMBER_SHAPE"),
    ],
)
def test_a_number_of_another_shape_is_refused(kind: DocumentKind, number: str, code: str) -> None:
    with pytest.raises(BadInput, match=code):
        checked_document(kind, number)


def test_one_wrong_digit_of_an_id_number_is_found() -> None:
    number = resident_id(BORN)
    for place in range(17):
        wrong = number[:place] + str((int(number[place]) + 1) % 10) + number[place + 1 :]
        with pytest.raises(BadInput, match="DOCUMENT_NUMBER_WRONG"):
            checked_document(DocumentKind.resident_id, wrong)


def test_the_birth_date_agrees_with_the_id_number() -> None:
    document = checked_document(DocumentKind.resident_id, resident_id(BORN))
    assert checked_birth_date(BORN, document, TODAY) == BORN
    for other in (date(1985, 5, 21), None):
        with pytest.raises(BadInput, match="BIRTH_DATE_DIFFERS"):
            checked_birth_date(other, document, TODAY)


def test_nobody_is_born_after_today() -> None:
    passport = IdentityDocument(DocumentKind.passport, "E12345678")
    assert checked_birth_date(TODAY, passport, TODAY) == TODAY
    with pytest.raises(BadInput, match="BORN_AFTER_TODAY"):
        checked_birth_date(date(2026, 11, 24), passport, TODAY)
    with pytest.raises(BadInput, match="BORN_TOO_LONG_AGO"):
        checked_birth_date(date(1850, 1, 1), passport, TODAY)


@pytest.mark.parametrize("phone", ["13900000000", "+86 139 0000 0000", "010-12345678"])
def test_telephone_numbers(phone: str) -> None:
    assert checked_phone(phone) == phone


def test_numbers_in_full_width_are_kept_as_those_of_a_keyboard(at: Practice) -> None:
    assert checked_phone("＋８６　１３９－０００００００１") == "+86 139-00000001"
    assert checked_document(DocumentKind.passport, "Ｅ１２３４５６７８").number == "E12345678"
    details = details_of(BORN, 151)
    wide = replace(
        details,
        document_number=_full_width(details.document_number),
        phone=_full_width(details.phone),
        account_tail=_full_width(details.account_tail),
    )
    assert faults(wide, TODAY) == ()
    kept = at.interviews.clients.open_file(at.interviews.clients.record(wide), "看").client
    assert (kept.document.number, kept.phone, kept.account_tail) == (
        details.document_number,
        details.phone,
        details.account_tail,
    )


def _full_width(text: str) -> str:
    return "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text)


@pytest.mark.parametrize(
    "phone", ["", "12", "1390000000a", "+" * 9, "1" * 40, "一三九００００００００"]
)
def test_what_is_no_telephone_number(phone: str) -> None:
    with pytest.raises(BadInput, match="PHONE_UNREADABLE"):
        checked_phone(phone)


def test_no_more_than_the_tail_of_an_account_is_taken(at: Practice) -> None:
    whole = replace(details_of(BORN, 150), account_tail="6222000000004821")
    with pytest.raises(BadInput, match="ACCOUNT_TAIL_UNREADABLE"):
        at.interviews.clients.record(whole)


def test_a_document_stands_once(walk: Walk) -> None:
    with pytest.raises(BadInput, match="CLIENT_KNOWN_ALREADY"):
        walk.do.clients.record(details_of(walk.born))


@pytest.mark.parametrize("name", ["", "  ", "王\u202e敏", "王\x00敏", "字" * 101])
def test_names_that_cannot_be_printed_are_refused_naming_the_field(at: Practice, name: str) -> None:
    with pytest.raises(BadInput, match="TEXT_") as refusal:
        at.interviews.clients.record(replace(details_of(BORN, 151), name=name))
    assert refusal.value.facts["field"] == "name"


def test_another_persons_document_is_not_the_clients(walk: Walk) -> None:
    other = IdentityDocument(DocumentKind.resident_id, resident_id(BORN, 999))
    with pytest.raises(BadInput, match="DOCUMENT_NOT_OF_CLIENT"):
        walk.do.opening.identify_party(walk.interview, Party(PartyRole.client, "陳示例", other))
    own = IdentityDocument(DocumentKind.resident_id, resident_id(walk.born, walk.order))
    with pytest.raises(BadInput, match="NAME_NOT_OF_CLIENT"):
        walk.do.opening.identify_party(walk.interview, Party(PartyRole.client, "別人", own))


def test_who_left_is_here_no_more_and_only_those_beside_the_client_leave(at: Practice) -> None:
    walk = Walk(at, order=871).until("opening")
    walk.do.opening.identify_party(walk.interview, Party(PartyRole.companion, "陪同示例", None))
    walk.do.opening.dismiss_party(walk.interview, PartyRole.companion)
    assert set(walk.facts.parties) == {PartyRole.client}
    for role in (PartyRole.companion, PartyRole.client):
        with pytest.raises(BadInput, match="PARTY_NOT_HERE"):
            walk.do.opening.dismiss_party(walk.interview, role)


def test_a_recording_has_a_number_or_a_reason(walk: Walk) -> None:
    for number, reason in ((None, None), ("REC-1", "設備故障")):
        with pytest.raises(BadInput, match="RECORDING_ONE_OF_TWO"):
            walk.do.opening.state_recording(walk.interview, number=number, reason_none=reason)


@pytest.mark.parametrize(
    ("block", "answer", "code"),
    [
        (Block.goals, NeedsAnswer("yearly_income", Known.answered, words="多"), "ITEM_UNKNOWN"),
        (Block.goals, NeedsAnswer("no_such", Known.answered, words="多"), "ITEM_UNKNOWN"),
        (Block.debts, NeedsAnswer("total_debts", Known.answered), "AMOUNT_OR_WORDS"),
        (Block.debts, NeedsAnswer("total_debts", Known.answered, words="無"), "AMOUNT_OR_WORDS"),
    ],
)
def test_answers_of_the_fact_find(walk: Walk, block: Block, answer: NeedsAnswer, code: str) -> None:
    with pytest.raises(BadInput, match=code):
        walk.do.needs.record_needs(walk.interview, block, (answer,))


def test_no_debts_are_an_answer(at: Practice) -> None:
    walk = Walk(at, order=160).until("opening")
    none = NeedsAnswer("total_debts", Known.answered, amount=Money(0))
    walk.do.needs.record_needs(walk.interview, Block.debts, (none,))
    assert walk.facts.needs[Block.debts] == (none,)


def test_money_is_not_needed_in_the_past(walk: Walk) -> None:
    with pytest.raises(BadInput, match="DATE_PAST"):
        walk.do.needs.record_pot(
            walk.interview,
            name=POT,
            amount=Money.parse("1.00"),
            purpose=Purpose.ordinary,
            source="存款",
            needed_by=date(2026, 11, 22),
        )


def test_an_answer_not_entered_by_the_client_has_a_reason(at: Practice) -> None:
    walk = Walk(at, order=161).until("needs")
    give = walk.do.assessments.give_answer
    with pytest.raises(BadInput, match="ENTERED_BY_REASON_MISSING"):
        give(walk.interview, "income", "A", entered_by=EnteredBy.adviser_reading)
    give(walk.interview, "income", "A", entered_by=EnteredBy.adviser_reading, reason="視力不佳")
    with pytest.raises(BadInput, match="ANSWER_UNKNOWN"):
        give(walk.interview, "income", "Z", entered_by=EnteredBy.client)
    with pytest.raises(BadInput, match="ITEM_UNKNOWN"):
        give(walk.interview, "no_such", "A", entered_by=EnteredBy.client)
    with pytest.raises(BadInput, match="ITEM_NOT_ASKED"):
        give(walk.interview, "age", "A", entered_by=EnteredBy.client)
    with pytest.raises(BadInput, match="ANSWER_MISSING"):
        walk.do.assessments.confirm_answers(walk.interview)


@pytest.mark.parametrize(
    ("product", "amount", "code"),
    [
        ("DEMO-R3-002", "99998.99", "AMOUNT_BELOW_MINIMUM"),
        ("DEMO-R3-002", "99999.50", "AMOUNT_OFF_STEP"),
        ("DEMO-R1-002", "55000.00", "AMOUNT_OFF_STEP"),
        ("DEMO-R2-001", "500001.00", "AMOUNT_ABOVE_POT"),
        ("DEMO-R2-003", "50000.00", "PRODUCT_NOT_ON_SALE"),
        ("DEMO-X0-001", "10000.00", "MATERIAL_NOT"),
        ("DEMO-R9-999", "10000.00", "PRODUCT_UNKNOWN"),
    ],
)
def test_what_the_shelf_does_not_sell(walk: Walk, product: str, amount: str, code: str) -> None:
    with pytest.raises(BadInput, match=code):
        open_and_choose(walk, product, amount)
    assert walk.facts.chosen is None


@pytest.mark.parametrize(
    ("product", "amount"), [("DEMO-R3-002", "99999.00"), ("DEMO-R1-002", "60000.00")]
)
def test_the_minimum_and_whole_steps_above_it_are_taken(
    at: Practice, product: str, amount: str
) -> None:
    walk = Walk(at, order=int(amount[:3]), product=product, amount=amount).until("portfolio")
    assert not walk.choose().is_refused


def test_another_currency_does_not_fit(walk: Walk) -> None:
    walk.do.purchases.open_product(walk.interview, "DEMO-R2-001", OpenedBy.shown_by_adviser)
    with pytest.raises(BadInput, match="AMOUNT_CURRENCY"):
        walk.do.purchases.choose_product(
            walk.interview, "DEMO-R2-001", pot=POT, amount=Money(100_000, "USD")
        )


def test_a_product_is_on_the_table_before_it_is_chosen(walk: Walk) -> None:
    with pytest.raises(BadInput, match="PRODUCT_NOT_OPENED"):
        walk.do.purchases.choose_product(
            walk.interview, "DEMO-R1-001", pot=POT, amount=Money.parse("1.00")
        )
    with pytest.raises(BadInput, match="WORDS_NOT_OF_CLIENT"):
        walk.do.purchases.open_product(
            walk.interview, "DEMO-R1-001", OpenedBy.shown_by_adviser, "我要這個"
        )


def test_a_promise_is_not_written_down(walk: Walk) -> None:
    with pytest.raises(BadInput, match="PHRASE_NOT_ALLOWED"):
        walk.do.flow.note(walk.interview, "這個產品保本，放心")
    walk.do.flow.note(walk.interview, "已說明這是非保本產品")
    promising = replace(RECORD, advice="穩賺不賠")
    with pytest.raises(BadInput, match="PHRASE_NOT_ALLOWED") as refusal:
        walk.do.closing.end_without_sale(walk.interview, promising)
    assert refusal.value.facts["field"] == "advice"


def test_an_unknown_interview_or_client_is_said_to_be_so(walk: Walk) -> None:
    with pytest.raises(BadInput, match="INTERVIEW_UNKNOWN"):
        walk.do.flow.resume("I01-999999")
    with pytest.raises(BadInput, match="CLIENT_UNKNOWN"):
        walk.do.clients.open_file("C01-999999", "誤開")


def test_duties_are_asked_for_whatever_the_steps_say(at: Practice) -> None:
    walk = Walk(at, order=170).until("products")
    with pytest.raises(BadInput, match="DUTIES_NOT_MET") as refusal:
        require_still_allowed(walk.do._room, walk.interview)
    assert refusal.value.facts["missing"] == "PRESENTATION_ACKNOWLEDGED"


def test_an_administrator_serves_no_client(at: Practice) -> None:
    desk = at.station.training_desk()
    interviews = type(at.interviews)(desk)
    with pytest.raises(NotPermitted, match="ROLE_DOES_NOT_SERVE"):
        interviews.clients.record(details_of(BORN, 180))
    with pytest.raises(NotPermitted, match="ROLE_DOES_NOT_SERVE"):
        interviews.listed()


def open_and_choose(walk: Walk, product: str, amount: str) -> None:
    walk.do.purchases.open_product(walk.interview, product, OpenedBy.typed_by_client)
    walk.do.purchases.choose_product(walk.interview, product, pot=POT, amount=Money.parse(amount))


@pytest.mark.parametrize("text", hostile_strings()[::7])
def test_a_hostile_note_is_kept_or_refused_by_name(walk: Walk, text: str) -> None:
    head = walk.at.desk.book.head()
    try:
        walk.do.flow.note(walk.interview, text)
    except BadInput as error:
        refused_field = error.facts["field"]
    else:
        refused_field = ""
    written = walk.at.desk.book.head().seq - head.seq
    assert (refused_field, written) in {("words", 0), ("", 1)}
