"""What the procedure asks for beyond this interview, in words: reasons, papers and people."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor_desk.domain.suitability import Decision, Effect
from advisor_desk.ui.interview.open_interview import OpenInterview

_AFTER_SENTENCE = re.compile(r"(?<=。)|(?<=\.)\s+")


@dataclass(frozen=True, slots=True)
class Said:
    """A reason in words with its clause; ``tone`` is that of a reason row."""

    tone: str
    text: str
    clause: str


def reasons_of(interview: OpenInterview, decision: Decision | None) -> tuple[Said, ...]:
    """Return why a decision refuses, or why it asks for each document; each once."""
    if decision is None:
        return ()
    tone = "stop" if decision.outcome is Effect.REFUSE else "duty"
    why = decision.reasons or decision.duties
    return tuple(dict.fromkeys(Said(tone, interview.words.of(one.say), one.clause) for one in why))


def client_words(interview: OpenInterview, decision: Decision | None) -> tuple[str, ...]:
    """Return what is said to the client, in the client's language; each sentence once.

    Rules of several packs may stand in the way together, and begin with the same sentence.
    """
    if decision is None:
        return ()
    why = decision.reasons or decision.duties
    return tuple(_sentences_once(interview.client_words.of(one.client) for one in why))


def together(texts: Iterable[str]) -> str:
    """Return texts as one; no space follows a Chinese full stop."""
    return " ".join(texts).replace("。 ", "。")


def document_names(interview: OpenInterview, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of documents by their codes, as the packs in force have them."""
    names: dict[str, str] = {}
    for pack in interview.day_data.packs:
        for code, document in pack.documents.items():
            names.setdefault(code, interview.words.of(document.name))
    return tuple(names.get(code, code) for code in codes)


def _sentences_once(texts: Iterable[str]) -> Iterator[str]:
    heard: set[str] = set()
    for text in texts:
        new = [one for one in _AFTER_SENTENCE.split(text) if one and one not in heard]
        heard.update(new)
        if new:
            yield together(new)
