"""The library: approved material for whoever serves clients, certified or not.

What may not be opened today stays listed with its reason; nothing of it is shown. Clauses: S24,
S67.
"""

from dataclasses import dataclass

from advisor_desk.domain.languages import Language
from advisor_desk.domain.material import Material, MaterialPages
from advisor_desk.domain.trouble import BadInput, Trouble
from advisor_desk.packs.catalogue import Listed
from advisor_desk.services.guards import require_receiving
from advisor_desk.services.interview_room import InterviewRoom


@dataclass(frozen=True, slots=True)
class LibraryLine:
    """The material of one product of today's catalogue.

    ``approval`` is the register's line: version, approver, validity, and no content; None where
    there is no line. ``why_not`` says why it cannot be opened today.
    """

    listed: Listed
    approval: Material | None
    why_not: Trouble | None

    @property
    def code(self) -> str:
        """Return the product's code."""
        return self.listed.in_language(Language.en).code


class Library:
    """What may be opened, shown and handed out today."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room

    def lines(self, language: Language) -> tuple[LibraryLine, ...]:
        """Return the material of every product of the shelf, each file looked at, by code."""
        require_receiving(self._room.me())
        found = self._room.today().catalogue.listed
        return tuple(self._line(found[code], language) for code in sorted(found))

    def open(self, product: str, language: Language) -> MaterialPages:
        """Return the pages of a product's material, every file compared with the register now.

        Raises:
            NotPermitted: ``ROLE_DOES_NOT_SERVE``.
            BadInput, Unavailable, Tampered: ``PRODUCT_UNKNOWN``; as ``MaterialRegister.pages``.
        """
        require_receiving(self._room.me())
        data = self._room.today()
        version = data.catalogue.product(product).material_version
        return data.materials.pages(product, version, language, data.day)

    def _line(self, listed: Listed, language: Language) -> LibraryLine:
        product = listed.in_language(language)
        try:
            line = self._room.today().materials.line(product.code, product.material_version)
        except BadInput as trouble:
            return LibraryLine(listed, None, trouble)
        try:
            self.open(product.code, language)
        except Trouble as trouble:
            return LibraryLine(listed, line, trouble)
        return LibraryLine(listed, line, None)
