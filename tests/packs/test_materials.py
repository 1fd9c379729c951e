"""Material files that are not what was approved: missing, cut short, changed, swapped, outdated."""

import hashlib
import os
import re
import shutil
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.languages import Language
from advisor_desk.domain.trouble import BadInput, Tampered, Trouble, Unavailable
from advisor_desk.packs.catalogue import catalogue_on
from advisor_desk.packs.materials import MaterialRegister, load_register
from advisor_desk.packs.wording import trouble_text

TODAY = date(2026, 11, 24)
PRODUCT, VERSION = "DEMO-R3-002", "2026.2"
OTHER, OTHERS_VERSION = "DEMO-R1-001", "2026.1"
PAGES = f"{PRODUCT}/{VERSION}.zh_TW.pdf"
TOLD = f"{PRODUCT}/{VERSION}.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "materials"
    shutil.copytree(data_folder("resources") / "materials", place)
    return place


def opened(folder: Path, day: date = TODAY, language: Language = Language.zh_TW) -> bytes:
    return load_register(folder).pages(PRODUCT, VERSION, language, day).content


def refusal(folder: Path, day: date = TODAY) -> Trouble:
    with pytest.raises(Trouble) as refused:
        opened(folder, day)
    for language in Language:  # in words that its facts fill
        assert PRODUCT in trouble_text(refused.value, language)
    return refused.value


@pytest.mark.parametrize("name", [PAGES, TOLD])
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(folder: Path, name: str) -> None:
    (folder / name).unlink()
    os.mkfifo(folder / name)
    assert refusal(folder).code == "MATERIAL_FILE_MISSING"


def in_register(folder: Path, wanted: str, instead: str) -> None:
    """Change something in the lines of the product, and in no others."""
    register = folder / "register.toml"
    text = register.read_text("utf-8")
    block = re.search(rf'product = "{PRODUCT}"\n(?:.+\n)+', text)
    assert block is not None
    assert wanted in block[0]
    register.write_text(text.replace(block[0], block[0].replace(wanted, instead)), "utf-8")


@pytest.mark.parametrize("language", list(Language))
def test_every_page_says_what_it_belongs_to_and_until_when(language: Language) -> None:
    register, names = load_register(), catalogue_on(TODAY)
    for (product, version), row in register.rows.items():
        content = (register.folder / product / f"{version}.{language.name}.pdf").read_bytes()
        assert hashlib.sha256(content).hexdigest() == row.pages[language.name]
        material = register.material(product, version)
        document = pypdfium2.PdfDocument(content)
        assert len(document) == len(material.elements)
        for page, element in zip(document, material.elements, strict=True):
            said = "".join(page.get_textpage().get_text_range().split())
            for wanted in (
                product,
                names.product(product, language).name,
                version,
                str(row.valid_from),
                str(row.valid_until),
                material.approver.in_language(language),
                row.sha256[:4],
                element.title.in_language(language),
                element.text.in_language(language),
            ):
                assert "".join(wanted.split()) in said, (product, wanted)
        document.close()


@pytest.mark.parametrize("file", [PAGES, TOLD])
def test_a_file_that_is_gone_is_said(folder: Path, file: str) -> None:
    (folder / file).unlink()
    found = refusal(folder)
    assert (type(found), found.code) == (Unavailable, "MATERIAL_FILE_MISSING")


@pytest.mark.parametrize(("file", "kept"), [(PAGES, 20_000), (PAGES, 0), (TOLD, 1_500)])
def test_a_file_cut_short_is_damaged(folder: Path, file: str, kept: int) -> None:
    path = folder / file
    path.write_bytes(path.read_bytes()[:kept])
    found = refusal(folder)
    assert (type(found), found.code) == (Tampered, "MATERIAL_DAMAGED")


def test_a_page_changed_after_approval_is_not_opened(folder: Path) -> None:
    path = folder / PAGES
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert refusal(folder).code == "MATERIAL_ALTERED"


def test_words_changed_after_approval_close_the_pages_too(folder: Path) -> None:
    path = folder / TOLD
    path.write_text(path.read_text("utf-8").replace("91,000.00", "99,000.00"), "utf-8")
    assert refusal(folder).code == "MATERIAL_ALTERED"


@pytest.mark.parametrize(
    ("file", "other"),
    [
        (PAGES, f"{OTHER}/{OTHERS_VERSION}.zh_TW.pdf"),
        (PAGES, f"{PRODUCT}/{VERSION}.zh_CN.pdf"),
        (TOLD, f"{OTHER}/{OTHERS_VERSION}.toml"),
    ],
)
def test_the_file_of_something_else_is_named(folder: Path, file: str, other: str) -> None:
    (folder / file).write_bytes((folder / other).read_bytes())
    found = refusal(folder)
    assert found.code == "MATERIAL_SWAPPED"
    assert other.split("/", maxsplit=1)[0] in found.facts["other"]


@pytest.mark.parametrize(
    ("file", "other"),
    [
        (PAGES, f"{OTHER}/{OTHERS_VERSION}.zh_TW.pdf"),
        (PAGES, f"{PRODUCT}/{VERSION}.zh_CN.pdf"),
        (TOLD, f"{OTHER}/{OTHERS_VERSION}.toml"),
    ],
)
def test_another_file_entered_under_this_product_is_not_opened_either(
    folder: Path, file: str, other: str
) -> None:
    before = hashlib.sha256((folder / file).read_bytes()).hexdigest()
    content = (folder / other).read_bytes()
    (folder / file).write_bytes(content)
    in_register(folder, before, hashlib.sha256(content).hexdigest())
    assert refusal(folder).code == "MATERIAL_SWAPPED"


def test_a_version_without_pages_is_not_opened(folder: Path) -> None:
    text = (folder / "register.toml").read_text("utf-8")
    line = re.search(rf'{PRODUCT}"\n(?:.+\n)*?(pages\.zh_TW = .+\n)', text)
    assert line is not None
    in_register(folder, line[1], "")
    assert refusal(folder).code == "MATERIAL_ALTERED"


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2025, 12, 31), "MATERIAL_NOT_YET_VALID"),
        (date(2026, 1, 1), ""),
        (date(2027, 12, 31), ""),
        (date(2028, 1, 1), "MATERIAL_EXPIRED"),
    ],
    ids=["the day before", "the first day", "the last day", "the day after"],
)
def test_pages_open_from_the_first_day_to_the_last(folder: Path, day: date, code: str) -> None:
    if code:
        assert refusal(folder, day).code == code
    else:
        assert opened(folder, day).startswith(b"%PDF-")


def test_what_the_branch_approved_itself_is_not_opened(folder: Path) -> None:
    in_register(folder, "head_office_retail", "branch_staff")
    assert refusal(folder).code == "MATERIAL_NOT_APPROVED"


def test_a_version_nobody_registered_is_unknown(folder: Path) -> None:
    with pytest.raises(BadInput, match="MATERIAL_NOT_REGISTERED"):
        load_register(folder).pages(PRODUCT, "2031.1", Language.en, TODAY)


def test_files_are_looked_at_each_time_they_are_opened(folder: Path) -> None:
    register: MaterialRegister = load_register(folder)
    assert register.pages(PRODUCT, VERSION, Language.zh_TW, TODAY).content
    with (folder / PAGES).open("ab") as file:
        file.write(b"\n")
    with pytest.raises(Tampered, match="MATERIAL_ALTERED"):
        register.pages(PRODUCT, VERSION, Language.zh_TW, TODAY)
