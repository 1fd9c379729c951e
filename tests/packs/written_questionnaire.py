"""Small questionnaire files written table by table, for tests to spoil."""

from collections.abc import Sequence

WORDS = '.en = "Text"\n{0}.zh_CN = "文字"\n{0}.zh_TW = "文字"\n'


def words(key: str) -> str:
    return key + WORDS.format(key)


def item(name: str, points: Sequence[int], ages: Sequence[int] = ()) -> str:
    text = f'[[item]]\nid = "{name}"\nfactor = "example"\n' + words("ask") + words("help")
    for place, worth in enumerate(points):
        text += f'[[item.option]]\nletter = "{"ABCDEF"[place]}"\npoints = {worth}\n'
        text += f"from_age = {ages[place]}\n" if ages else ""
        text += words("say")
    return text


def grade(code: str, *lines: str) -> str:
    text = f'[[grade]]\ncode = "{code}"\nlabel = "{code}"\n' + words("name") + words("say")
    return text + "".join(line + "\n" for line in lines)


def override(at_most: str, when: str, name: str = "careful") -> str:
    return (
        f'[[override]]\nid = "{name}"\nwhen = {{ {when} }}\nat_most = "{at_most}"\n{words("say")}'
    )


def head(scale: str) -> str:
    return (
        f'id = "example"\nedition = 2000-01-01\nscale = "{scale}"\nvalid_months = 12\n'
        + words("title")
        + words("source")
    )
