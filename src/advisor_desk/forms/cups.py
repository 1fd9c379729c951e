"""Asking CUPS, through its own programs: ``lp``, ``cancel``, ``lpstat`` and ``ipptool``.

There is nothing to compile, and ``ipptool`` answers in JSON with the attributes of RFC 8011, while
``lpstat`` would give sentences, in the machine's language, that call a cancelled job completed.
Where the print service is (``CUPS_SERVER``, a socket, a port) is left to CUPS to find.
"""

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

PROGRAM_MAY_TAKE_S = 20.0
Attributes = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Done:
    """How one of CUPS's programs ended, and what it wrote."""

    returncode: int
    stdout: str
    stderr: str


@dataclass(frozen=True, slots=True)
class Answers:
    """What the service says of a queue and of a job; empty where it knows none."""

    printer: Attributes
    job: Attributes


def run(program: str, *arguments: str, content: bytes = b"") -> Done | None:
    """Run a program; nothing is returned where it is missing or does not come to an end."""
    try:
        done = subprocess.run(  # noqa: S603 - a list of words, no shell
            [program, *arguments],
            input=content,
            capture_output=True,
            timeout=PROGRAM_MAY_TAKE_S,
            check=False,
            env=os.environ | {"LC_ALL": "C"},
        )
    except (FileNotFoundError, subprocess.TimeoutExpired):
        return None
    stdout, stderr = (
        text.decode("utf-8", "replace").strip() for text in (done.stdout, done.stderr)
    )
    return Done(done.returncode, stdout, stderr)


def service() -> str | None:
    """Return host and port, or the socket's path, of a print service that answers."""
    running = run("lpstat", "-r")
    if running is None or "not running" in running.stdout:
        return None
    named = run("lpstat", "-H")
    return named.stdout if named and named.stdout else None


def ask(queue: str, number: str) -> Answers | None:
    """Return what the service says of a queue and of one job; nothing where none answers."""
    server = service()
    if server is None:
        return None
    host = quote(server, safe="") if server.startswith("/") else server
    uri = f"ipp://{host}/printers/{quote(printer_of(queue))}"
    done = run("ipptool", "-j", "-d", f"job={number}", uri, "/dev/stdin", content=_QUESTIONS)
    groups = _groups(done.stdout) if done else ()
    if not groups:
        return None
    by_tag = {str(group.get("group-tag")): group for group in groups}
    return Answers(by_tag.get("printer-attributes-tag", {}), by_tag.get("job-attributes-tag", {}))


def printer_of(queue: str) -> str:
    """Return the printer of a queue that may be named with a set of options, ``name/set``."""
    return queue.partition("/")[0]


def keywords(value: object) -> tuple[str, ...]:
    """Return keywords without ``none``; ``ipptool`` writes one as text and several as a list."""
    words = value if isinstance(value, list) else [value]
    return tuple(str(word) for word in words if word not in (None, "none"))


def _groups(text: str) -> Sequence[Attributes]:
    """Read the arrays that ``ipptool`` writes one after the other, one a question."""
    decoder = json.JSONDecoder()
    found: list[Attributes] = []
    while text.startswith("["):
        groups, end = decoder.raw_decode(text)
        found += groups
        text = text[end:].strip()
    return found


_QUESTIONS = b"""
{
  OPERATION Get-Printer-Attributes
  GROUP operation-attributes-tag
  ATTR charset attributes-charset utf-8
  ATTR naturalLanguage attributes-natural-language en
  ATTR uri printer-uri $uri
  ATTR keyword requested-attributes printer-state,printer-state-reasons,printer-is-accepting-jobs
}
{
  OPERATION Get-Job-Attributes
  GROUP operation-attributes-tag
  ATTR charset attributes-charset utf-8
  ATTR naturalLanguage attributes-natural-language en
  ATTR uri printer-uri $uri
  ATTR integer job-id $job
  ATTR keyword requested-attributes job-state,job-state-reasons,job-printer-uri
}
"""
