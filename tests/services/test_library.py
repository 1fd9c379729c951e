"""What stands in the library today, and what of it can be opened. Clauses: S24, S67."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.services.branch import Practice, practice
from tests.services.material_files import copied_material, enter, use_material

from advisor_desk.domain.languages import Language
from advisor_desk.domain.people import Role, StaffMember
from advisor_desk.domain.trouble import NotPermitted, Trouble
from advisor_desk.packs.wording import trouble_text
from advisor_desk.services.interviews import Interviews
from advisor_desk.services.library import LibraryLine

PRODUCT, VERSION = "DEMO-R3-002", "2026.2"
TODAY = date(2026, 11, 23)


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def line_of(services: Interviews, product: str) -> LibraryLine:
    return next(one for one in services.library.lines(Language.zh_TW) if one.code == product)


def seated(at: Practice, role: Role) -> Interviews:
    person = StaffMember("20461", "許可（虛構）", role, "客戶經理助理", None)
    at.station.training_desk().enrol_for_training(person)
    return Interviews(at.station.training_desk(person.staff_no))


def test_every_product_stands_there_with_version_approver_and_days(at: Practice) -> None:
    lines = at.interviews.library.lines(Language.zh_TW)
    assert [one.code for one in lines] == sorted(at.interviews.today().catalogue.listed)
    why_not = {one.code: one.why_not.code for one in lines if one.why_not}
    assert why_not == {
        "DEMO-R2-003": "MATERIAL_EXPIRED",
        "DEMO-X0-001": "MATERIAL_NOT_APPROVED",
    }
    found = line_of(at.interviews, PRODUCT).approval
    assert found is not None
    assert (found.version, found.valid_until) == (VERSION, date(2027, 12, 31))
    assert found.approver.en == "Retail banking department, head office"


def test_nothing_of_what_is_closed_is_told(at: Practice) -> None:
    closed = line_of(at.interviews, "DEMO-X0-001")
    assert closed.approval is not None
    assert (closed.approval.elements, closed.approval.questions) == ((), ())
    with pytest.raises(Trouble, match="MATERIAL_NOT_APPROVED"):
        at.interviews.library.open("DEMO-X0-001", Language.en)


def test_a_colleague_without_a_certificate_opens_approved_material(at: Practice) -> None:
    services = seated(at, Role.adviser)
    assert line_of(services, PRODUCT).why_not is None
    assert services.library.open(PRODUCT, Language.en).content.startswith(b"%PDF-")


def test_who_serves_nobody_opens_nothing(at: Practice) -> None:
    services = seated(at, Role.outlet_head)
    for act in (services.library.lines, lambda language: services.library.open(PRODUCT, language)):
        with pytest.raises(NotPermitted, match="ROLE_DOES_NOT_SERVE"):
            act(Language.en)


def gone(place: Path) -> None:
    (place / PRODUCT / f"{VERSION}.zh_TW.pdf").unlink()


def cut_short(place: Path) -> None:
    path = place / PRODUCT / f"{VERSION}.zh_TW.pdf"
    path.write_bytes(path.read_bytes()[:9_000])


def changed(place: Path) -> None:
    path = place / PRODUCT / f"{VERSION}.toml"
    path.write_text(path.read_text("utf-8").replace("91,000.00", "99,000.00"), "utf-8")


def swapped(place: Path) -> None:
    other = place / "DEMO-R1-001" / "2026.1.zh_TW.pdf"
    (place / PRODUCT / f"{VERSION}.zh_TW.pdf").write_bytes(other.read_bytes())


def outdated(place: Path) -> None:
    enter(place, PRODUCT, valid_until=date(2026, 11, 22))


def too_early(place: Path) -> None:
    enter(place, PRODUCT, valid_from=date(2026, 11, 24))


def approved_by_nobody(place: Path) -> None:
    enter(place, PRODUCT, approved_by="branch_staff")


def another_version(place: Path) -> None:
    enter(place, PRODUCT, version="2031.1")


WRONG: list[tuple[Callable[[Path], None], str]] = [
    (gone, "MATERIAL_FILE_MISSING"),
    (cut_short, "MATERIAL_DAMAGED"),
    (changed, "MATERIAL_ALTERED"),
    (swapped, "MATERIAL_SWAPPED"),
    (outdated, "MATERIAL_EXPIRED"),
    (too_early, "MATERIAL_NOT_YET_VALID"),
    (approved_by_nobody, "MATERIAL_NOT_APPROVED"),
    (another_version, "MATERIAL_NOT_REGISTERED"),
]


@pytest.mark.parametrize(("wrong", "code"), WRONG, ids=[code for _, code in WRONG])
def test_a_wrong_file_stays_listed_with_its_reason(
    at: Practice, tmp_path: Path, wrong: Callable[[Path], None], code: str
) -> None:
    place = copied_material(tmp_path)
    wrong(place)
    use_material(at.interviews, place)
    why_not = line_of(at.interviews, PRODUCT).why_not
    assert why_not is not None
    assert why_not.code == code
    said = {trouble_text(why_not, language) for language in Language}
    assert len(said) == len(Language)
    with pytest.raises(Trouble, match=code):
        at.interviews.library.open(PRODUCT, Language.zh_TW)


@pytest.mark.parametrize("last", [TODAY, date(2026, 11, 22)], ids=["its last day", "a day later"])
def test_the_last_day_still_counts(at: Practice, tmp_path: Path, last: date) -> None:
    place = copied_material(tmp_path)
    enter(place, PRODUCT, valid_until=last)
    use_material(at.interviews, place)
    assert (line_of(at.interviews, PRODUCT).why_not is None) == (last == TODAY)
