"""What every verb shares: the options before it, its answer as text or JSON, the exit code."""

import errno
import json
import locale
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial, wraps
from pathlib import Path
from typing import ParamSpec, TextIO

import typer

from advisor_desk.domain.languages import Language
from advisor_desk.domain.trouble import BadData, BadInput, NotPermitted, Trouble, Unavailable
from advisor_desk.packs.wording import trouble_text

LONGEST_SECRET = 4_096
UNUSABLE = Unavailable.exit_code
Parameters = ParamSpec("Parameters")


@dataclass(frozen=True, slots=True)
class Shared:
    """The options that stand before the verb."""

    home: Path | None
    json: bool
    user: str | None
    password_fd: int | None

    def needed_home(self) -> Path:
        """Return the home.

        Raises:
            BadInput: ``HOME_NOT_NAMED``.
        """
        if self.home is None:
            raise BadInput("HOME_NOT_NAMED")
        return self.home

    def password(self, prompt: str) -> str:
        """Return the next line of the given descriptor, else what is typed at a prompt.

        Raises:
            NotPermitted: ``PASSWORD_NEEDED``, where neither is there.
        """
        if self.password_fd is not None:
            return _line(self.password_fd)
        if not _at_terminal():
            raise NotPermitted("PASSWORD_NEEDED")
        return str(typer.prompt(prompt, hide_input=True, err=True))

    def new_password(self) -> str:
        """Return a password being chosen; at a prompt it is typed twice. Raises as ``password``."""
        if self.password_fd is not None or not _at_terminal():
            return self.password("")
        return str(
            typer.prompt("New password", hide_input=True, confirmation_prompt=True, err=True)
        )

    def needed_user(self) -> str:
        """Return the staff number given.

        Raises:
            NotPermitted: ``USER_NOT_NAMED``.
        """
        if self.user is None:
            raise NotPermitted("USER_NOT_NAMED")
        return self.user


def _at_terminal() -> bool:
    """Say whether somebody can type; a closed standard input is None."""
    return sys.stdin is not None and sys.stdin.isatty()


def _line(descriptor: int) -> str:
    """Return one line and leave what follows it in the descriptor: the next secret."""
    content = b""
    try:
        while (byte := os.read(descriptor, 1)) not in {b"", b"\n"}:
            content += byte
            if len(content) > LONGEST_SECRET:
                raise NotPermitted("PASSWORD_UNREADABLE", descriptor=descriptor)
        text = content.decode("utf-8").rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise NotPermitted("PASSWORD_UNREADABLE", descriptor=descriptor) from error
    if not text:
        raise NotPermitted("PASSWORD_UNREADABLE", descriptor=descriptor)
    return text


@dataclass(frozen=True, slots=True)
class Answer:
    """What a verb found: ``result`` for programs, ``text`` for people, ``exit_code``.

    ``troubles`` are parts of the work that could not be done while the rest was. ``bare``: the
    verb has answered line by line itself, with or without ``--json``.
    """

    result: object
    text: str
    exit_code: int = 0
    troubles: tuple[Trouble, ...] = ()
    bare: bool = False


def language_of_machine() -> Language:
    """Return the language of ``LANG``; English where it is none of the three."""
    name = os.environ.get("LC_ALL") or os.environ.get("LANG") or locale.getlocale()[0] or "en"
    if name.startswith(("zh_TW", "zh_HK", "zh_MO", "zh_Hant")):
        return Language.zh_TW
    return Language.zh_CN if name.startswith("zh") else Language.en


def verb(words: str) -> Callable[[Callable[Parameters, Answer]], Callable[Parameters, None]]:
    """Make a function that returns an ``Answer`` into the verb ``words`` (joined by ``-``)."""

    def made(function: Callable[Parameters, Answer]) -> Callable[Parameters, None]:
        @wraps(function)
        def run(*args: Parameters.args, **kwargs: Parameters.kwargs) -> None:
            shared = _shared_of(args, kwargs)
            try:
                answer = function(*args, **kwargs)
            except Trouble as trouble:
                raise typer.Exit(say_trouble(words, trouble, shared)) from None
            except OSError as error:
                raise typer.Exit(say_trouble(words, _disk_trouble(error), shared)) from None
            said = partial(_say, words, answer, shared)
            raise typer.Exit(answer.exit_code if _reaches_output(said) else UNUSABLE)

        return run

    return made


def _shared_of(args: Sequence[object], kwargs: dict[str, object]) -> Shared:
    for value in (*args, *kwargs.values()):
        shared = getattr(value, "obj", None)  # typer hands its own kind of context
        if isinstance(shared, Shared):
            return shared
    raise TypeError("a verb takes the typer.Context first")


def _disk_trouble(error: OSError) -> Trouble:
    from_system = Trouble("SYSTEM_ERROR", cause=error.strerror or "", file=error.filename or "")
    from_system.exit_code = 6
    return from_system


def _say(words: str, answer: Answer, shared: Shared) -> None:
    if answer.bare:
        return
    if shared.json:
        errors = [_error(trouble) for trouble in answer.troubles]
        _print_object(words, ok=not errors, result=answer.result, errors=errors)
        return
    if answer.text:
        _put(answer.text)
    for trouble in answer.troubles:
        _tell(trouble)


def error_objects(trouble: Trouble) -> list[dict[str, object]]:
    """Return a trouble as the ``errors`` of the interface, one a mistake."""
    found = trouble.mistakes if isinstance(trouble, BadData) else (trouble,)
    return [_error(one) for one in found]


def _error(trouble: Trouble) -> dict[str, object]:
    text = trouble_text(trouble, language_of_machine())
    made: dict[str, object] = {"code": trouble.code, "clause": trouble.clause, "text": text}
    return made | ({"facts": trouble.facts} if trouble.facts else {})


def say_trouble(words: str, trouble: Trouble, shared: Shared) -> int:
    """Answer with a trouble: an object under ``--json``, else its words on standard error.

    Returns the exit code; where even the object cannot be written, that of the stream.
    """
    if not shared.json:
        for one in trouble.mistakes if isinstance(trouble, BadData) else (trouble,):
            _tell(one)
        return trouble.exit_code
    wait = trouble.facts.get("retry_after_s")
    result = None if wait is None else {"retry_after_s": int(wait)}
    said = partial(_print_object, words, ok=False, result=result, errors=error_objects(trouble))
    return trouble.exit_code if _reaches_output(said) else UNUSABLE


def _reaches_output(say: Callable[[], None]) -> bool:
    """Say something on standard output; where it takes nothing, tell that on standard error."""
    try:
        say()
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        _let_go(sys.stdout)
        _tell(Unavailable("ANSWER_NOT_WRITTEN", cause=error.strerror or ""))
        return False
    return True


def _tell(trouble: Trouble) -> None:
    """Put the words of a trouble on standard error; nobody is left to tell when that fails."""
    try:
        typer.echo(trouble_text(trouble, language_of_machine()), err=True)
    except OSError:
        _let_go(sys.stderr)


def _let_go(stream: TextIO | None) -> None:
    """Send what a stream still holds nowhere: else Python fails once more when it ends."""
    with suppress(OSError):
        if stream is not None:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)


def _put(content: str | bytes) -> None:
    """Write on standard output. A closed one is an error here; typer would say nothing."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    typer.echo(content)


def _print_object(words: str, *, ok: bool, result: object, errors: list[object] | object) -> None:
    schema = f"advisor-desk/{words.replace(' ', '-')}/1"
    made = {"schema": schema, "ok": ok, "result": result, "errors": errors}
    # As bytes: JSON is UTF-8 whatever the terminal is.
    _put(json.dumps(made, ensure_ascii=False).encode(errors="backslashreplace"))
