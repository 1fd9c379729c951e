"""The plain half of TOML: sections, and a key with one plain value a line.

The words, tokens and likings that the first paint needs are written so. Loading ``tomllib`` for
them takes longer than painting the page; a test holds both readers to the same answer. Anything
else in a file is refused with ``ValueError``: read it with ``tomllib``.
"""

Value = str | int | float | dict[str, int]
Section = dict[str, Value]


def flat_sections(text: str) -> dict[str, Section]:
    """Return the sections of a file by name; what stands before the first has the name ``""``."""
    found: dict[str, Section] = {"": {}}
    section = found[""]
    for line in text.splitlines():
        bare = line.strip()
        if not bare or bare.startswith("#"):
            continue
        if bare.startswith("[") and bare.endswith("]"):
            section = found[bare[1:-1]] = {}
            continue
        key, sign, value = bare.partition(" = ")
        if not sign or key in section:
            raise ValueError(line)
        section[key] = _value(value)
    return found


def flat_texts(text: str) -> dict[str, str]:
    """Return the texts of a file of words."""
    return {key: str(value) for key, value in flat_sections(text)[""].items()}


def _value(text: str) -> Value:
    if text.startswith('"') and text.endswith('"') and len(text) > 1:
        return _string(text[1:-1])
    if text.startswith("'") and text.endswith("'") and "'" not in text[1:-1]:
        return text[1:-1]
    if text.startswith("{ ") and text.endswith(" }"):
        pairs = (pair.split(" = ") for pair in text[2:-2].split(", "))
        return {key: int(value) for key, value in pairs}
    return float(text) if "." in text else int(text)


def _string(text: str) -> str:
    if "\\" not in text and '"' not in text:
        return text
    plain = text.replace("\\\\", "\\").replace('\\"', '"').replace("\\n", "\n")
    if plain.count('"') != text.count('\\"') or plain.count("\\") != text.count("\\\\"):
        raise ValueError(text)
    return plain
