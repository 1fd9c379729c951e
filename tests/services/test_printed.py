"""What cannot stand on the forms is refused where it is typed, by its field, not at the review."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.forms.examples import AT, example, heading
from tests.forms.paper import bare, text_of
from tests.services.branch import ADVISER, POT, TODAY, Practice, Walk, details_of, practice

from advisor_desk.domain.assessment_events import Holding
from advisor_desk.domain.interview import PartyRole
from advisor_desk.domain.interview_events import Party
from advisor_desk.domain.languages import Language
from advisor_desk.domain.money import Money
from advisor_desk.domain.people import Certificate
from advisor_desk.domain.product import Purpose
from advisor_desk.domain.trouble import BadInput
from advisor_desk.forms.fonts import faces
from advisor_desk.forms.rendering import render
from advisor_desk.forms.template import load_template
from advisor_desk.services import assessments, clients, homes, needs, opening, staff_rules
from advisor_desk.services.homes import HomePlan, make_home
from advisor_desk.services.staff import StaffRegister

NO_FONT_HAS = "𠮷"
LAST_CODE_POINT = 0x32000  # planes above hold no Chinese


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Practice]:
    with practice(tmp_path_factory.mktemp("branch")) as made:
        yield made


@pytest.fixture(scope="module")
def walk(at: Practice) -> Walk:
    return Walk(at).until("result")


def test_every_language_and_weight_prints_the_same_characters() -> None:
    text = "".join(map(chr, [*range(0x20, 0xD800), *range(0xE000, LAST_CODE_POINT)]))
    kinds = [faces(one, bold=bold) for one in Language for bold in (False, True)]
    missing = {kind.unprintable(text) for kind in kinds}
    assert len(missing) == 1
    assert NO_FONT_HAS in missing.pop()


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    ("form", "field", "room"),
    [
        ("F1", "assessment_number", clients.NUMBER_ROOM),
        ("F1", "recording", opening.NUMBER_ROOM),
        ("F1", "recording", opening.LONGEST_NO_RECORDING),
        ("F1", "fund_purpose", needs.LONGEST_SOURCE + 12),  # before it: the purpose
        ("F1", "outlet", homes.OUTLET_ROOM),
        ("F1", "adviser_staff_no", staff_rules.NUMBER_ROOM),
        ("F3", "adviser_certificate", staff_rules.CERTIFICATE_ROOM),
        ("F2", "repeat_reason", assessments.LONGEST_REPEAT_REASON),
        ("F7", "occasion", opening.LONGEST_PURPOSE),
    ],
)
def test_a_text_as_long_as_is_taken_fits_its_box(
    form: str, field: str, room: int, language: Language
) -> None:
    template = load_template(form, AT.date())
    values = example(form, language, **{field: "字" * room})
    made = render(template, values, language=language, heading=heading(language))
    assert {one.text for one in made.printed if one.field == field} == {"字" * room}


def refused(act: object, *given: object, **named: object) -> tuple[str, str]:
    assert callable(act)
    with pytest.raises(BadInput) as caught:
        act(*given, **named)
    return caught.value.code, caught.value.facts["field"]


def test_a_clients_name_is_refused_where_it_is_typed(walk: Walk) -> None:
    details = replace(details_of(date(1990, 1, 1)), name="王" + NO_FONT_HAS)
    assert refused(walk.do.clients.record, details) == ("TEXT_UNPRINTABLE", "name")
    assert refused(walk.do.clients.correct, walk.client, details, "誤") == (
        "TEXT_UNPRINTABLE",
        "name",
    )


def test_a_members_name_post_and_certificate_are_refused_where_they_are_typed(
    at: Practice,
) -> None:
    enrol = at.station.training_desk().enrol_for_training
    for field in ("name", "post"):
        member = replace(ADVISER, **{field: NO_FONT_HAS})
        assert refused(enrol, member) == ("TEXT_UNPRINTABLE", field)
    assert refused(enrol, replace(ADVISER, staff_no="W" * 16)) == (
        "TEXT_WIDER_THAN_BOX",
        "staff number",
    )
    register = StaffRegister(at.station.training_desk())
    for number, code in (
        (NO_FONT_HAS, "TEXT_UNPRINTABLE"),
        ("EX\x00", "TEXT_CHARACTER_REFUSED"),
        ("字" * 10, "TEXT_WIDER_THAN_BOX"),
    ):
        certificate = Certificate(date(2025, 1, 1), date(2027, 3, 31), number)
        wrong = replace(ADVISER, certificate=certificate)
        assert refused(enrol, wrong) == (code, "certificate number")
        given = register.set_certificate
        assert refused(given, "20417", certificate) == (code, "certificate number")


def test_a_certificates_number_is_kept_in_nfc_without_outer_spaces(at: Practice) -> None:
    certificate = Certificate(date(2025, 1, 1), date(2027, 3, 31), " Ze\u0301-1 ")
    StaffRegister(at.station.training_desk()).set_certificate("20417", certificate)
    kept = at.desk.staff("20417").certificate
    assert kept
    assert kept.number == "Zé-1"
    at.certificate(ADVISER.certificate)


def test_texts_of_the_interview_are_refused_where_they_are_typed(walk: Walk) -> None:
    do, interview = walk.do, walk.interview
    party = Party(PartyRole.companion, NO_FONT_HAS, None)
    assert refused(do.opening.identify_party, interview, party) == ("TEXT_UNPRINTABLE", "name")
    state = do.opening.state_recording
    assert refused(state, interview, number=NO_FONT_HAS) == ("TEXT_UNPRINTABLE", "number")
    assert refused(state, interview, number="字" * 13) == ("TEXT_WIDER_THAN_BOX", "number")
    pot = {"name": POT, "amount": Money(1), "purpose": Purpose.ordinary, "needed_by": None}
    assert refused(do.needs.record_pot, interview, source=NO_FONT_HAS, **pot) == (
        "TEXT_UNPRINTABLE",
        "source",
    )
    assert refused(do.assessments.begin_retake, interview, "字" * 101) == (
        "TEXT_TOO_LONG",
        "reason",
    )
    holding = Holding(NO_FONT_HAS, Money(1), None, TODAY.date())
    assert refused(do.portfolio.record_holdings, interview, (holding,)) == (
        "TEXT_UNPRINTABLE",
        "name",
    )


def test_a_pot_is_found_however_its_letters_are_composed(walk: Walk) -> None:
    walk.do.needs.record_pot(
        walk.interview,
        name="Café",
        amount=Money(1),
        purpose=Purpose.ordinary,
        source="存款",
        needed_by=None,
    )
    walk.do.needs.remove_pot(walk.interview, " Cafe\u0301")
    assert "Café" not in walk.facts.pots


def test_a_branch_whose_name_no_form_holds_is_not_made(at: Practice) -> None:
    for name, code in (("字" * 34, "TEXT_WIDER_THAN_BOX"), (NO_FONT_HAS, "TEXT_UNPRINTABLE")):
        folder = at.home.parent / "other"
        plan = HomePlan(folder, "CD", ADVISER, "secret", name, "3", is_training=True)
        assert refused(make_home, plan, at.clock) == (code, "branch-name")
        assert not folder.exists()


@pytest.mark.parametrize("reason", [".", NO_FONT_HAS, "字" * 61])
def test_why_nothing_is_recorded_is_said_in_words_that_can_be_printed(
    walk: Walk, reason: str
) -> None:
    state = walk.do.opening.state_recording
    assert refused(state, walk.interview, reason_none=reason)[1] == "reason_none"


def test_why_nothing_is_recorded_stands_on_the_application(at: Practice, tmp_path: Path) -> None:
    walk = Walk(at, order=612).begin()
    walk.identify()
    walk.do.opening.understand_data_notice(walk.interview)
    walk.do.opening.state_recording(walk.interview, reason_none="客戶不願錄音")
    walk.do.opening.confirm_opening(walk.interview)
    for step in ("needs", "questionnaire", "result", "portfolio", "products", "presentation"):
        getattr(walk, step)()
    walk.review()
    assert walk.facts.review is not None
    application = walk.facts.review.forms[0]
    assert application.form == "F1"
    assert "客戶不願錄音" in bare(text_of(walk.do.form_bytes(application.sha256), tmp_path))
