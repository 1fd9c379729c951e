"""The clause register: every clause, what it says, and what in the program serves it.

``resources/clauses/*.toml``, one file a source. A clause that nothing serves says why: it is not
for software, or comes later. A test holds the register complete and every citation known.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from pydantic import Field

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.languages import Words
from advisor_desk.domain.trouble import BadData, Mistake
from advisor_desk.packs.reading import Strict, read_bytes, read_toml, toml_line

_Text = Annotated[str, Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a source; ``served`` names a rule, step, form or screen (``form F1``).

    ``later`` and ``not_for_software`` give the reason where nothing serves it, or not all of it.
    """

    id: str
    source: str
    text: Words
    served: tuple[str, ...]
    later: str
    not_for_software: str

    @property
    def is_accounted_for(self) -> bool:
        """Say whether it is served, or says why not."""
        return bool(self.served or self.later or self.not_for_software)


class _Words(Strict):
    en: _Text
    zh_CN: _Text  # noqa: N815 - the locale's own name
    zh_TW: _Text  # noqa: N815 - the locale's own name


class _Clause(Strict):
    id: Annotated[str, Field(pattern=r"^(S[1-9][0-9]?|[A-Z][A-Z0-9]*-[0-9]+)$")]
    text: _Words
    served: tuple[_Text, ...] = ()
    later: str = ""
    not_for_software: str = ""


class _Register(Strict):
    source: str
    clause: tuple[_Clause, ...]


@cache
def clauses() -> Mapping[str, Clause]:
    """Return every clause by its id, in the order of the files.

    Raises:
        BadData: a register cannot be read, or a clause stands twice.
    """
    found: dict[str, Clause] = {}
    for path in sorted((data_folder("resources") / "clauses").glob("*.toml")):
        content = read_bytes(path)
        register = read_toml(content, _Register, path.name)
        for position, one in enumerate(register.clause):
            if one.id in found:
                line = toml_line(content.decode(), ("clause", position, "id"))
                place = f"clause[{position + 1}].id"
                mistake = Mistake(
                    "KEY_REPEATED", file=path.name, line=line, place=place, key=one.id
                )
                raise BadData((mistake,))
            found[one.id] = Clause(
                one.id,
                register.source,
                Words(one.text.en, one.text.zh_CN, one.text.zh_TW),
                one.served,
                one.later,
                one.not_for_software,
            )
    return found
