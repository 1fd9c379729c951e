"""Every trouble that can be raised has words in three languages that its facts can fill."""

import ast
import re
import tomllib
from functools import cache
from string import Formatter

import pytest
from tests.architecture.source import (
    LANGUAGES,
    ROOT,
    calls,
    name_of,
    python_files,
    shown,
    texts,
    tree_of,
)

SOURCE = python_files("src")
CODE = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
# What the trouble itself adds to the facts it is raised with.
CAUGHT_NEARBY = {("reading.py", "KEY_REPEATED"), ("reading.py", "NOT_A_NUMBER")}  # and placed
OWN_FACTS = {"Mistake": {"file", "line", "place"}, "BadData": {"count"}}


def words_of(language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted((ROOT / "resources" / "i18n" / language).glob("*.toml")):
        more = tomllib.loads(path.read_text("utf-8"))
        assert not found.keys() & more.keys(), f"twice: {found.keys() & more.keys()}"
        found |= more
    return found


WORDS = {language: words_of(language) for language in LANGUAGES}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@cache
def trouble_kinds() -> frozenset[str]:
    """Give the names of Trouble and of every class made from it."""
    kinds = {"Trouble"}
    classes = [n for p in SOURCE for n in ast.walk(tree_of(p)) if isinstance(n, ast.ClassDef)]
    while True:
        more = {n.name for n in classes if {name_of(base) for base in n.bases} & kinds} - kinds
        if not more:
            return frozenset(kinds)
        kinds |= more


def place_of_code(function: ast.FunctionDef) -> int | None:
    """Say where among the arguments of a call the parameter ``code`` stands, if there is one."""
    names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
    return names.index("code") - (names[0] in {"self", "cls"}) if "code" in names else None


def hands_code_on(function: ast.FunctionDef, to: dict[str, int]) -> bool:
    return any(
        isinstance(argument, ast.Name) and argument.id == "code"
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and name_of(call.func) in to
        for argument in call.args
    )


def classes_made_of_a_code() -> set[str]:
    """Give the classes whose first argument is a code, such as mistakes on their way."""
    return {
        one.name
        for path in SOURCE
        for one in ast.walk(tree_of(path))
        if isinstance(one, ast.ClassDef)
        for made in one.body
        if isinstance(made, ast.FunctionDef) and made.name == "__init__"
        if place_of_code(made) == 0
    }


@cache
def places_of_code() -> dict[str, int]:
    """Give the troubles and what hands a code on to them, and where the code stands in a call."""
    found = dict.fromkeys(trouble_kinds() | classes_made_of_a_code(), 0)
    functions = [
        node
        for path in SOURCE
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("__")
    ]
    while True:
        more = {
            function.name: place
            for function in functions
            if (place := place_of_code(function)) is not None and hands_code_on(function, found)
        }
        if more.keys() <= found.keys():
            return found
        found = more | found


def code_of(call: ast.Call) -> str | None:
    place = places_of_code().get(name_of(call.func))
    if place is None or place >= len(call.args):
        return None
    given = call.args[place]
    return given.value if isinstance(given, ast.Constant) and isinstance(given.value, str) else None


def raised() -> list[tuple[str, str, ast.Call]]:
    """Give place, code and call of every trouble raised by its literal code."""
    return [
        (shown(path, call), code, call)
        for path in SOURCE
        for call in calls(path)
        if (code := code_of(call)) and CODE.fullmatch(code)
    ]


def is_used(code: str, named: set[str], openings: tuple[str, ...]) -> bool:
    return code in named or code.startswith(openings)


def openings_of_texts() -> tuple[str, ...]:
    """Give the literal beginnings of codes put together in the source: ``f"STEP_{name}"``."""
    return tuple(
        node.values[0].value
        for path in SOURCE
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.JoinedStr)
        and isinstance(node.values[0], ast.Constant)
        and re.fullmatch(r"[A-Z][A-Z0-9_]*_", str(node.values[0].value))
    )


def test_troubles_are_found_in_the_source() -> None:
    assert len(raised()) > 30


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_trouble_raised_has_words(language: str) -> None:
    missing = {f"{place} {code}" for place, code, _ in raised() if code not in WORDS[language]}
    assert sorted(missing) == []


def test_the_languages_have_the_same_codes_and_facts() -> None:
    facts = {
        language: {code: placeholders(text) for code, text in words.items()}
        for language, words in WORDS.items()
    }
    differing = {
        code: {language: sorted(facts[language].get(code, {"(missing)"})) for language in LANGUAGES}
        for code in set().union(*facts.values())
        if len({frozenset(facts[language].get(code, {"(missing)"})) for language in LANGUAGES}) > 1
    }
    assert differing == {}


def test_the_facts_given_fill_the_words() -> None:
    lacking = []
    for place, code, call in raised():
        kind = name_of(call.func)
        given = {keyword.arg for keyword in call.keywords}
        if kind not in trouble_kinds() or None in given or code not in WORDS["en"]:
            continue
        unfilled = placeholders(WORDS["en"][code]) - given - OWN_FACTS.get(kind, set())
        if unfilled and (place.split("/")[-1].split(":")[0], code) not in CAUGHT_NEARBY:
            lacking.append(f"{place} {code}: {sorted(unfilled)}")
    assert lacking == []


def said_on_screen() -> list[tuple[str, str, ast.Call]]:
    """Give place, code and call of every text the screens say by its literal code."""
    return [
        (shown(path, call), call.args[0].value, call)
        for path in SOURCE
        if "/ui/" in path.as_posix()
        for call in calls(path)
        if name_of(call.func) == "say" and call.args
        if isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
        if CODE.fullmatch(call.args[0].value)
    ]


def test_every_text_on_the_screens_stands_in_the_words() -> None:
    assert [
        f"{place} {code}" for place, code, _ in said_on_screen() if code not in WORDS["en"]
    ] == []


def test_the_screens_fill_every_gap_of_their_texts() -> None:
    lacking = []
    for place, code, call in said_on_screen():
        given = {keyword.arg for keyword in call.keywords}
        unfilled = placeholders(WORDS["en"].get(code, "")) - given
        if unfilled and None not in given:
            lacking.append(f"{place} {code}: {sorted(unfilled)}")
    assert lacking == []


def test_no_words_are_left_that_nothing_uses() -> None:
    named = set().union(*(texts(path) for path in SOURCE))
    openings = openings_of_texts()
    assert [code for code in WORDS["en"] if not is_used(code, named, openings)] == []


def test_no_english_text_says_a_word_twice_running() -> None:
    twice = re.compile(r"\b(\w+) \1\b", re.IGNORECASE)
    assert [code for code, text in words_of("en").items() if twice.search(text)] == []


ONE_WORD = {
    "en": (r"\blevels?\b(?![:}])", "grade"),
    "zh_CN": ("见证监管人", "见证人"),
    "zh_TW": ("見證監管人", "見證人"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_thing_has_one_word(language: str) -> None:
    other, word = ONE_WORD[language]
    packs = (ROOT / "resources" / "packs").glob("*/*.toml")
    lines = [line for path in packs for line in path.read_text("utf-8").splitlines()]
    said = [line for line in lines if f".{language} = " in line] + list(words_of(language).values())
    assert any(word in line for line in said)
    assert [line for line in said if re.search(other, line.replace("{levels}", ""))] == []


def test_english_money_is_in_yuan_as_the_material_has_it() -> None:
    wrong = re.compile(r"CNY \{|in CNY")
    assert [code for code, text in WORDS["en"].items() if wrong.search(text)] == []


def test_no_text_is_empty() -> None:
    assert [(name, code) for name in WORDS for code, text in WORDS[name].items() if not text] == []
