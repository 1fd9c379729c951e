"""The example interviews, from the file to forms that can be relied on.

Each in a process of its own is ``test_run_command``; here they share this one, as the desk would.
"""

import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.journeys.station import (
    ABOVE_GRADE,
    ELDER,
    EXAMPLES,
    FORMS_OF,
    INTERRUPTED,
    MINOR,
    NOTHING_BOUGHT,
    ON_PAPER,
    ON_SCREEN,
    PRINTED_AGAIN,
    REFERRED,
    SCHOOL_FEES,
    Answer,
    Home,
    new_home,
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return new_home(tmp_path_factory.mktemp("station"), in_process=True)


@pytest.fixture(scope="module")
def answers(home: Home) -> dict[Path, Answer]:
    """Each example replayed once; the forms lie beside the home."""
    return {script: home.replay(script, home.folder.parent / script.stem) for script in FORMS_OF}


def text_of(form: Path) -> str:
    done = subprocess.run(
        ["pdftotext", "-layout", form, "-"], capture_output=True, text=True, check=True
    )
    return done.stdout


def needs(program: str) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"NOT TESTED: {program} is not installed")


def test_every_example_is_carried_out_to_its_forms(answers: dict[Path, Answer]) -> None:
    assert sorted(EXAMPLES.glob("*.json")) == sorted(FORMS_OF)
    for script, forms in FORMS_OF.items():
        answer = answers[script]
        assert (answer.exit_code, answer.errors) == (0, []), script
        assert [one["form"] for one in answer.result["forms"]] == forms, script
        assert answer.result["steps"] == len(json.loads(script.read_text("utf-8"))["steps"])


def test_the_declaration_names_the_gap_the_others_and_the_own_words(
    answers: dict[Path, Answer],
) -> None:
    needs("pdftotext")
    answer = answers[ABOVE_GRADE]
    assert "SPECIAL_DECLARATION" in answer.result["documents"]
    (form,) = [one["file"] for one in answer.result["forms"] if one["form"] == "F4"]
    said = " ".join(text_of(Path(form)).split())
    for words in ("R4", "A2", "I do not want to wait 90 days", "learn how shares move"):
        assert words in said


def test_a_sale_above_the_grade_is_counted_for_its_adviser(
    home: Home, answers: dict[Path, Answer]
) -> None:
    interview = answers[ABOVE_GRADE].result["interview"]
    rows = {row["interview"]: row for row in home.ask("interview", "list").result}
    assert rows[interview]["above_grade"] == "signed"
    assert rows[answers[ON_PAPER].result["interview"]]["above_grade"] is None
    shown = home.ask("interview", "show", interview).result
    assert shown["above_grade"] == {"begun": 1, "signed": 1}


def test_money_for_school_goes_where_the_capital_is_protected(answers: dict[Path, Answer]) -> None:
    assert answers[SCHOOL_FEES].result["documents"] == ["FUND_PURPOSE_NOTE"]


def test_who_turned_65_overnight_is_asked_for_a_witness(answers: dict[Path, Answer]) -> None:
    needs("pdftotext")
    result = answers[INTERRUPTED].result
    assert result["documents"] == ["SECOND_RISK_WARNING", "WITNESS_SIGNATURE"]
    forms = {one["form"]: Path(one["file"]) for one in result["forms"]}
    warning = text_of(forms["F5"])
    for word in ("羅美珍", "65 歲", "10066", "隔了一夜仍想買"):
        assert word in warning, word


def test_a_ceremony_made_void_takes_another_number(home: Home, answers: dict[Path, Answer]) -> None:
    result = answers[PRINTED_AGAIN].result
    start, last = result["number"][:-5], int(result["number"][-5:])
    listed = home.ask("form", "list").result
    states = {(one["number"], one["form"]): one["state"] for one in listed}
    assert states[f"{start}{last - 1:05d}", "F1"] == "void"
    assert states[result["number"], "F1"] == "signed"


@pytest.mark.parametrize("script", [ON_PAPER, ON_SCREEN], ids=["on paper", "on screen"])
def test_a_matching_adult_buys_and_the_forms_are_signed(
    script: Path, answers: dict[Path, Answer]
) -> None:
    answer = answers[script]
    assert (answer.exit_code, answer.errors) == (0, [])
    assert (answer.result["state"], answer.result["outcome"]) == ("closed", "ALLOW")
    assert answer.result["reasons"] == answer.result["documents"] == []
    assert answer.result["steps"] == len(json.loads(script.read_text("utf-8"))["steps"])
    forms = answer.result["forms"]
    assert [one["form"] for one in forms] == ["F1", "F2", "F3", "F7", "F10"]
    number = answer.result["number"]
    assert re.fullmatch(r"CD01-2026-[0-9]{2}-00001", number)
    for one in forms:
        file = Path(one["file"])
        assert file.is_absolute()
        assert file.name == f"{number}-{one['form']}.pdf"
        assert hashlib.sha256(file.read_bytes()).hexdigest() == one["sha256"]


def test_where_nothing_is_bought_the_record_and_the_assessment_are_made(
    answers: dict[Path, Answer],
) -> None:
    answer = answers[NOTHING_BOUGHT]
    assert (answer.exit_code, answer.result["state"]) == (0, "ended_no_sale")
    assert answer.result["outcome"] is None
    assert [one["form"] for one in answer.result["forms"]] == ["F2", "F7", "F10"]


def test_an_elder_buys_r3_and_the_witness_asks_and_signs(answers: dict[Path, Answer]) -> None:
    needs("pdftotext")
    answer = answers[ELDER]
    assert (answer.exit_code, answer.result["state"]) == (0, "closed")
    assert {"SECOND_RISK_WARNING", "WITNESS_SIGNATURE"} <= set(answer.result["documents"])
    forms = {one["form"]: Path(one["file"]) for one in answer.result["forms"]}
    assert list(forms) == ["F1", "F2", "F3", "F5", "F7", "F10"]
    warned = "".join(text_of(forms["F5"]).split())
    for word in ("孫桂英", "林國華", "10066", "這筆錢可能少多少", "不好的時候少一萬六"):
        assert word in warned, word
    assert "林國華" in text_of(forms["F1"])


def test_a_minor_buys_with_the_guardian_and_both_sign(answers: dict[Path, Answer]) -> None:
    needs("pdftotext")
    answer = answers[MINOR]
    assert (answer.exit_code, answer.result["state"]) == (0, "closed")
    assert answer.result["documents"] == [
        "GUARDIAN_ID_COPY",
        "GUARDIAN_SIGNATURE",
        "LEGAL_REPRESENTATIVE_CONSENT",
    ]
    forms = {one["form"]: Path(one["file"]) for one in answer.result["forms"]}
    assert list(forms) == ["F1", "F2", "F3", "F6", "F7", "F10"]
    consent = text_of(forms["F6"])
    for word in ("周晓彤", "周建国", "父亲", "户口簿", "HR-990101-0417", "M-2026-0417"):
        assert word in consent, word
    for form in ("F1", "F2", "F3", "F6"):
        assert "监护人签名" in text_of(forms[form]), form


def test_a_colleague_without_a_certificate_introduces_and_gives_no_advice(
    answers: dict[Path, Answer],
) -> None:
    needs("pdftotext")
    answer = answers[REFERRED]
    assert (answer.exit_code, answer.result["state"]) == (0, "ended_referred")
    assert answer.result["outcome"] is None, "the rules were never asked"
    (slip,) = answer.result["forms"]
    assert slip["form"] == "F8"
    text = text_of(Path(slip["file"]))
    for word in ("小林實習", "王敏", "EX-20417", "DEMO-R1-001 2026.1", "沒有給出任何建議"):
        assert word in text, word


def test_nothing_but_the_forms_lies_in_the_folder(answers: dict[Path, Answer]) -> None:
    for answer in answers.values():
        files = [Path(one["file"]) for one in answer.result["forms"]]
        assert sorted(files[0].parent.iterdir()) == sorted(files)


def test_every_form_is_genuine_to_the_program_and_to_poppler(
    home: Home, answers: dict[Path, Answer]
) -> None:
    needs("pdfsig")
    files = [one["file"] for answer in answers.values() for one in answer.result["forms"]]
    assert len(files) == sum(len(forms) for forms in FORMS_OF.values())
    verified = home.ask("pdf", "verify", *files)
    assert verified.exit_code == 0
    assert {one["verdict"] for one in verified.result} == {"genuine"}
    for file in files:
        said = subprocess.run(["pdfsig", file], capture_output=True, text=True, check=False).stdout
        found = re.findall(r"Signature Validation: (.*)", said)
        assert found
        assert set(found) == {"Signature is Valid."}, file


@pytest.mark.parametrize(
    ("script", "words"),
    [
        (
            ON_PAPER,
            ["何嘉怡", "990101198403081229", "200,000.00", "人民幣貳拾萬元整", "DEMO-R3-001"],
        ),
        (ON_SCREEN, ["林小雨", "50,000.00", "人民币伍万元整", "DEMO-R2-001"]),
    ],
    ids=["traditional", "simplified"],
)
def test_the_application_can_be_read_back(
    script: Path, words: list[str], answers: dict[Path, Answer]
) -> None:
    needs("pdftotext")
    result = answers[script].result
    text = text_of(Path(result["forms"][0]["file"]))
    for word in [*words, result["number"]]:
        assert word in text, word


def test_the_record_of_an_interview_tells_why_nothing_was_bought(
    answers: dict[Path, Answer],
) -> None:
    needs("pdftotext")
    text = " ".join(text_of(Path(answers[NOTHING_BOUGHT].result["forms"][1]["file"])).split())
    assert "Grace Yip Lai Ping" in text
    assert "Wants to wait until the purchase of the flat is settled" in text


def test_the_client_s_boxes_are_empty_on_paper_and_ink_on_the_screen(
    answers: dict[Path, Answer],
) -> None:
    needs("pdftotext")
    for script in (ON_PAPER, ON_SCREEN):
        text = text_of(Path(answers[script].result["forms"][0]["file"]))
        assert text.count("本人已经阅读风险揭示") == 1, "the sentence to copy, printed once"


def test_the_records_are_whole_after_all_examples(home: Home, answers: dict[Path, Answer]) -> None:
    assert answers
    assert home.is_whole()
    assert home.ask("audit", "verify").exit_code == 0


def test_the_same_script_again_gives_another_number_and_leaves_the_first_alone(
    home: Home, answers: dict[Path, Answer], tmp_path: Path
) -> None:
    first = answers[ON_PAPER].result
    again = home.replay(ON_PAPER, tmp_path).result
    assert again["number"] != first["number"]
    assert again["interview"] != first["interview"]
    files = [one["file"] for one in first["forms"] + again["forms"]]
    assert home.ask("pdf", "verify", *files).exit_code == 0


def test_interviews_and_forms_are_listed_and_written_again_byte_for_byte(
    home: Home, answers: dict[Path, Answer], tmp_path: Path
) -> None:
    bought = answers[ON_PAPER].result
    listed = {one["interview"]: one for one in home.ask("interview", "list").result}
    assert listed[bought["interview"]]["state"] == "closed"
    assert listed[bought["interview"]]["name"] == "何嘉怡"
    forms = [one for one in home.ask("form", "list").result if one["number"] == bought["number"]]
    states = {one["form"]: one["state"] for one in forms}
    signed, sealed = ("F1", "F2", "F3"), ("F7", "F10")
    assert states == dict.fromkeys(signed, "signed") | dict.fromkeys(sealed, "registered")
    events = home.events()
    written = home.ask("form", "render", bought["interview"], "--out", tmp_path, "--why", "a test")
    assert [one["sha256"] for one in written.result] == [one["sha256"] for one in bought["forms"]]
    for mine, first in zip(written.result, bought["forms"], strict=True):
        assert Path(mine["file"]).read_bytes() == Path(first["file"]).read_bytes()
    assert home.events() == events + 1, "the copy is recorded"


def test_an_interview_is_shown_with_its_facts(home: Home, answers: dict[Path, Answer]) -> None:
    shown = home.ask("interview", "show", answers[NOTHING_BOUGHT].result["interview"]).result
    assert shown["state"] == "ended_no_sale"
    assert shown["facts"]["pots"]["Flat deposit"]["amount"]["minor"] == 60_000_000


def test_a_form_that_differs_is_never_written_over(
    home: Home, answers: dict[Path, Answer], tmp_path: Path
) -> None:
    bought = answers[ON_PAPER].result
    other = tmp_path / f"{bought['number']}-F2.pdf"
    other.write_bytes(b"another paper")
    refused = home.ask("form", "render", bought["interview"], "--out", tmp_path)
    assert (refused.exit_code, refused.codes) == (6, ["FORM_FILE_DIFFERS"])
    assert other.read_bytes() == b"another paper"


def test_an_interview_nobody_knows_is_said(home: Home, tmp_path: Path) -> None:
    for words in (("interview", "show", "I99-000001"), ("form", "render", "I99-000001")):
        more = ("--out", tmp_path) if words[0] == "form" else ()
        answer = home.ask(*words, *more)
        assert (answer.exit_code, answer.codes) == (2, ["INTERVIEW_UNKNOWN"])
