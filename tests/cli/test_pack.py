"""``pack check``: every mistake of a pack and of its cases at once, each with its line."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from advisor_desk.cli.main import app
from advisor_desk.domain.data_folder import data_folder

SHIPPED = data_folder("resources") / "packs" / "bank-procedure"
NAME = "2000-01-01.toml"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the bank's procedure with its cases."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "bank-procedure")) / NAME


def checked(path: Path) -> tuple[int, list[tuple[str, str, str]]]:
    made = CliRunner().invoke(app, ["--json", "pack", "check", str(path)])
    answer = json.loads(made.stdout)
    assert answer["schema"] == "advisor-desk/pack-check/1"
    facts = [(one["code"], one["facts"]) for one in answer["errors"]]
    return made.exit_code, [
        (code, Path(fact["file"]).name, line_of(fact, path)) for code, fact in facts
    ]


def line_of(fact: dict[str, str], path: Path) -> str:
    """Give the text of the line that a mistake names."""
    file = path if Path(fact["file"]).name == path.name else Path(fact["file"])
    return file.read_text("utf-8").splitlines()[int(fact["line"]) - 1]


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_the_shipped_pack_is_sound(pack: Path) -> None:
    made = CliRunner().invoke(app, ["pack", "check", str(pack)])
    assert made.exit_code == 0
    assert "20 rules, 80 cases" in made.stdout


def test_a_sound_pack_tells_its_digest(pack: Path) -> None:
    made = CliRunner().invoke(app, ["--json", "pack", "check", str(pack)])
    result = json.loads(made.stdout)["result"]
    assert (result["pack"], result["day"], result["cases"]) == ("bank-procedure", "2000-01-01", 80)
    assert len(result["sha256"]) == 64


MISTAKES = {
    "an unknown kind": ('kind = "guardian"', 'kind = "gardian"', "KIND_UNKNOWN"),
    "an unknown clause": ('clause = "S42"', 'clause = "S99"', "CLAUSE_UNKNOWN"),
    "a clause of a document": ('clause = "S59"', 'clause = "S68"', "CLAUSE_UNKNOWN"),
    "words missing in one script": ('client.zh_TW = "您未滿', '#lient.zh_TW = "', "KEY_MISSING"),
    "empty words": (
        'say.en = "The client has no risk assessment. Without one nothing may be sold."',
        'say.en = " "',
        "WORDS_MISSING",
    ),
    "words of a fourth language": (
        'change.en = "Enter',
        'say.fr = "x"\nchange.en = "',
        "KEY_UNKNOWN",
    ),
    "a name of a document missing": ('name.zh_CN = "监护人签字"', "", "KEY_MISSING"),
    "an unknown key of a rule": (
        'refused_from = "high_risk_floor"',
        'refused_from = "R4"\nfrom = 1',
        "KEY_UNKNOWN",
    ),
    "a parameter of a rule missing": ('refused_from = "high_risk_floor"', "", "KEY_MISSING"),
    "a parameter of another name": (
        'from_age = "elder_age"',
        'from_age = "old_age"',
        "VALUE_UNEXPECTED",
    ),
    "a parameter not set": (
        'from_age = "elder_age"',
        'from_age = "civil_capacity_age"',
        "PARAMETER_MISSING",
    ),
    "true for an age": ('from_age = "elder_age"', "from_age = true", "VALUE_UNEXPECTED"),
    "a negative age": ('from_age = "elder_age"', "from_age = -1", "VALUE_UNEXPECTED"),
    "ages of nobody": (
        'below_age = "adult_age"',
        'below_age = "adult_age"\nfrom_age = 18',
        "AGES_EMPTY",
    ),
    "a grade that is none": ('risk = "R3"', 'risk = "R6"', "VALUE_UNEXPECTED"),
    "a document without a name": (
        'documents = ["FUND_PURPOSE_NOTE"]',
        'documents = ["NOTE"]',
        "DOCUMENT_UNKNOWN",
    ),
    "a rule's id twice": ('id = "ELDER_OVER_RISK"', 'id = "ELDER_R4_BAN"', "KEY_REPEATED"),
    "an unknown parameter": ("adult_age = 18 ", "adult_age = 18\nold_age = 70 ", "KEY_UNKNOWN"),
    "an unknown rank": ('"branch_retail_head" ', '"guard" ', "VALUE_UNEXPECTED"),
    "an unknown regime": ('"agency_wealth"', '"gold"', "VALUE_NOT_ONE_OF"),
    "an unknown key": (
        'id = "bank-procedure"',
        'id = "bank-procedure"\ncolour = "blue"',
        "KEY_UNKNOWN",
    ),
    "no day": ("effective = 2000-01-01", "", "KEY_MISSING"),
    "a default case with an unknown word": (
        "client.born = 1985-05-20",
        'client.born = "long ago"',
        "CASE_DATE_UNREADABLE",
    ),
    "no rule on unknown birth dates": (
        'kind = "birth_date"',
        'kind = "certificate"',
        "BIRTH_DATE_RULE_MISSING",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_line(pack: Path, name: str) -> None:
    old, new, code = MISTAKES[name]
    changed(pack, old, new)
    exit_code, found = checked(pack)
    assert exit_code == 2
    codes = [one for one, file, _ in found if file == NAME]
    assert code in codes
    key = new.split("\n")[-1].split("=")[0].strip(' "#')
    lines = [line for one, _, line in found if one == code]
    if code in {"CLAUSE_UNKNOWN", "KIND_UNKNOWN", "VALUE_UNEXPECTED", "DOCUMENT_UNKNOWN"}:
        assert any(key.split(".")[0] in line for line in lines)


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(pack: Path) -> None:
    changed(pack, 'clause = "S59"', 'clause = "S68"')
    changed(pack, 'kind = "guardian"', 'kind = "gardian"')
    changed(pack, 'client.zh_TW = "您未滿', '#lient.zh_TW = "')
    changed(pack, 'risk = "R3"', 'risk = "R6"')
    _, found = checked(pack)
    assert [code for code, _, _ in found] == [
        "CLAUSE_UNKNOWN",
        "KIND_UNKNOWN",
        "KEY_MISSING",
        "VALUE_UNEXPECTED",
    ]


def test_a_wrong_word_of_the_header_hides_no_mistake_of_a_rule(pack: Path) -> None:
    changed(pack, '"agency_wealth"', '"agency_wealth", "crypto"')
    changed(pack, 'clause = "S42"', 'clause = "S99"')
    assert [code for code, _, _ in checked(pack)[1]] == ["VALUE_NOT_ONE_OF", "CLAUSE_UNKNOWN"]


@pytest.mark.parametrize("wrong", ["adult_age = -3", 'adult_age = "18"', "adult_age = true"])
def test_a_wrong_parameter_is_one_mistake_and_not_one_for_each_rule(pack: Path, wrong: str) -> None:
    changed(pack, "adult_age = 18", wrong)
    (code, _, line), *others = checked(pack)[1]
    assert (code, line.split("#")[0].strip(), others) == ("VALUE_UNEXPECTED", wrong, [])


def test_beside_a_wrong_parameter_the_others_still_stand(pack: Path) -> None:
    changed(pack, "adult_age = 18", "adult_age = -3")
    changed(pack, 'from_age = "elder_age"', 'from_age = "civil_capacity_age"')
    codes = [code for code, _, _ in checked(pack)[1]]
    assert codes == ["VALUE_UNEXPECTED", "PARAMETER_MISSING"]


def test_a_table_that_is_none_is_one_mistake(pack: Path) -> None:
    head, rest = pack.read_text("utf-8").split("[parameters]")
    after = rest[rest.index("\n[") :]
    pack.write_text("parameters = 3\n" + head + after, "utf-8")
    assert [code for code, _, _ in checked(pack)[1]] == ["VALUE_NOT_TABLE"]


def test_the_witness_of_a_pack_has_words_and_asks_each_question_once(pack: Path) -> None:
    changed(pack, 'id = "needed_when"', 'id = "worst_loss"')
    changed(pack, "second_warning.zh_TW", "second_warning.fr")
    codes = [code for code, _, _ in checked(pack)[1]]
    assert sorted(codes) == ["KEY_MISSING", "KEY_REPEATED", "KEY_UNKNOWN"]


def test_a_witness_who_asks_nothing_is_a_mistake(pack: Path) -> None:
    head, rest = pack.read_text("utf-8").split("[[witness.question]]", 1)
    pack.write_text(head + "question = []\n\n" + rest[rest.index("[default_case]") :], "utf-8")
    assert [code for code, _, _ in checked(pack)[1]] == ["VALUE_TOO_FEW"]


def test_a_pack_whose_cases_fail_is_refused_case_by_case(pack: Path) -> None:
    changed(pack, "elder_age = 65", "elder_age = 66")
    exit_code, found = checked(pack)
    assert exit_code == 2
    assert {code for code, _, _ in found} == {"CASE_DIFFERS"}
    cases = (pack.parent / "cases" / "elderly.toml").read_text()
    made = CliRunner().invoke(app, ["--json", "pack", "check", str(pack)])
    names = [one["facts"]["name"] for one in json.loads(made.stdout)["errors"]]
    assert "on the 65th birthday R4 is refused" in names
    assert all(name in cases or "65" in name for name in names)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("adult_age = 18", "adult_age = 17"),
        ("adult_age = 18", "adult_age = 19"),
        ("elder_age = 65", "elder_age = 64"),
        ("elder_age = 65", "elder_age = 66"),
        ('high_risk_floor = "R4"', 'high_risk_floor = "R5"'),
        ('high_risk_floor = "R4"', 'high_risk_floor = "R3"'),
        ('lowest_witness = "branch_retail_head"', 'lowest_witness = "outlet_head"'),
        ('lowest_witness = "branch_retail_head"', 'lowest_witness = "branch_head"'),
        ("assessment_valid_months = 12", "assessment_valid_months = 11"),
        ("assessment_valid_months = 12", "assessment_valid_months = 13"),
    ],
)
def test_the_cases_hold_every_number_of_the_procedure(pack: Path, old: str, new: str) -> None:
    changed(pack, old, new)
    exit_code, found = checked(pack)
    assert exit_code == 2
    assert {code for code, _, _ in found} == {"CASE_DIFFERS"}


def test_the_cases_miss_every_rule_that_is_taken_out(pack: Path) -> None:
    head, *rules = pack.read_text("utf-8").split("[[rule]]")
    for position, rule in enumerate(rules):
        if 'kind = "birth_date"' in rule:
            continue  # the loader itself refuses a pack without it
        pack.write_text("[[rule]]".join([head, *rules[:position], *rules[position + 1 :]]), "utf-8")
        assert checked(pack)[0] == 2, rule.splitlines()[1]


def test_words_alone_missing_do_not_keep_the_cases_from_running(pack: Path) -> None:
    changed(pack, 'client.zh_TW = "您未滿', '#lient.zh_TW = "')
    changed(pack, "elder_age = 65", "elder_age = 66")
    codes = {code for code, _, _ in checked(pack)[1]}
    assert codes == {"KEY_MISSING", "CASE_DIFFERS"}


def test_a_rule_that_cannot_decide_does_not_fail_the_cases_as_well(pack: Path) -> None:
    changed(pack, 'kind = "guardian"', 'kind = "gardian"')
    assert [code for code, _, _ in checked(pack)[1]] == ["KIND_UNKNOWN"]


@pytest.mark.parametrize(
    ("case", "code"),
    [
        ("given = { client.borne = 1956-05-01 }", "KEY_UNKNOWN"),
        ('given = { client.born = "none", product.grade = "R9" }', "VALUE_UNEXPECTED"),
        ("given = { request.amount = 1 }", "CASE_AMOUNT_NOT_TEXT"),
        ('given = {}\nnote = "x"', "KEY_UNKNOWN"),
    ],
)
def test_a_case_is_read_as_strictly_as_any_other(pack: Path, case: str, code: str) -> None:
    text = (
        f'[[case]]\nname = "an example"\nclause = "S42"\n{case}\nexpect = {{ outcome = "ALLOW" }}\n'
    )
    (pack.parent / "cases" / "more.toml").write_text(text)
    exit_code, found = checked(pack)
    assert exit_code == 2
    assert [(one, file) for one, file, _ in found] == [(code, "more.toml")]


def test_a_case_that_cites_no_known_clause_is_refused(pack: Path) -> None:
    changed(pack.parent / "cases" / "money.toml", 'clause = "S63"', 'clause = "S70"')
    assert checked(pack) == (2, [("CLAUSE_UNKNOWN", "money.toml", 'clause = "S70"')])


@pytest.mark.parametrize(
    ("content", "code", "exit_code"),
    [
        (b"id = ", "TOML_UNREADABLE", 2),
        (b"\xff", "NOT_UTF8", 2),
        (b'id = "a"\nid = "b"', "TOML_UNREADABLE", 2),
        (b"x = " + b"[" * 5000, "TOML_UNREADABLE", 2),
    ],
)
def test_what_is_not_toml_is_refused(pack: Path, content: bytes, code: str, exit_code: int) -> None:
    pack.write_bytes(content)
    made = CliRunner().invoke(app, ["--json", "pack", "check", str(pack)])
    assert made.exit_code == exit_code
    assert [one["code"] for one in json.loads(made.stdout)["errors"]] == [code]


def test_an_empty_pack_is_told_all_it_lacks(pack: Path) -> None:
    pack.write_text("")
    made = CliRunner().invoke(app, ["--json", "pack", "check", str(pack)])
    places = {one["facts"]["place"] for one in json.loads(made.stdout)["errors"]}
    assert made.exit_code == 2
    assert {"id", "effective", "regimes", "parameters", "rule", "default_case"} <= places


def test_a_pack_that_is_not_there_is_exit_6(tmp_path: Path) -> None:
    made = CliRunner().invoke(app, ["pack", "check", str(tmp_path / "none.toml")])
    assert made.exit_code == 6
