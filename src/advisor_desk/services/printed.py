"""Text that will stand on a form, checked where it is typed.

Whatever the forms refuse to print is refused here already, by the field's own name: not forty
minutes later at the review. The faces of every language together print the same characters, so
the language of the form does not matter.
"""

from advisor_desk.domain.languages import Language
from advisor_desk.domain.text import checked_text
from advisor_desk.domain.trouble import BadInput
from advisor_desk.forms.fonts import EM, faces
from advisor_desk.forms.values import printable
from advisor_desk.packs.phrase_guard import guarded_text


def printed_text(text: str, field: str, *, longest: int, room: int | None = None) -> str:
    """Return a text of one line that its box on the forms can hold.

    ``room`` is that of the narrowest box, in Chinese characters; as many as ``longest`` unless
    it is given.

    Raises:
        BadInput: as ``checked_text``; ``TEXT_UNPRINTABLE``; ``TEXT_WIDER_THAN_BOX``.
    """
    checked = checked_text(text, field, longest=longest)
    return _in_room(printable(checked, field, Language.zh_TW), field, room or longest)


def promise_free(text: str, field: str, *, longest: int, room: int | None = None) -> str:
    """Return a text in the own words of staff that is printed or read by the client.

    Raises:
        BadInput: ``PHRASE_NOT_ALLOWED``, or as ``printed_text``. Clause: S29.
    """
    return printed_text(guarded_text(text, field), field, longest=longest, room=room)


def printed_lines(text: str, field: str) -> str:
    """Return a checked text that flows over lines and pages; raises ``TEXT_UNPRINTABLE``."""
    return printable(text, field, Language.zh_TW, lines=True)


def _in_room(text: str, field: str, room: int) -> str:
    if faces(Language.zh_TW, bold=True).width(text) > room * EM:
        raise BadInput("TEXT_WIDER_THAN_BOX", field=field, room=room)
    return text
