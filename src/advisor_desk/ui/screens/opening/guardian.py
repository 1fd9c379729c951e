"""The guardian of a minor: identified first, by the own document and a paper that is copied.

Who was identified on an earlier visit is looked at again; only the paper and its copy stay known.
Clauses: S44, S45.
"""

from enum import Enum
from pathlib import Path

from advisor_desk.domain.interview import PartyRole
from advisor_desk.domain.interview_events import PaperCopy, Party
from advisor_desk.domain.plain_files import only_files
from advisor_desk.domain.suitability import GuardianProof
from advisor_desk.domain.text import as_kept
from advisor_desk.domain.trouble import BadInput
from advisor_desk.services.paper_copies import LARGEST_COPY, checked_copy
from advisor_desk.ui.interview.field_errors import Wrong
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.screens.opening.identifying import Identifying

YES = "yes"
SHORT_COPY = {
    "COPY_EMPTY": "GUARDIAN_WRONG_COPY_EMPTY",
    "COPY_TOO_LARGE": "GUARDIAN_WRONG_COPY_TOO_LARGE",
    "COPY_KIND_UNKNOWN": "GUARDIAN_WRONG_COPY_KIND_UNKNOWN",
    "COPY_DAMAGED": "GUARDIAN_WRONG_COPY_DAMAGED",
}


class CopyKept(Enum):
    """Where the copy of the paper is."""

    file = "file"
    folder = "folder"
    before = "before"  # kept with the last check of the same guardian


class GuardianHere(Identifying):
    """One guardian. A file chosen is read and checked at once; its bytes wait for the act."""

    def __init__(self, interview: OpenInterview) -> None:
        super().__init__(interview, "opening.guardian")
        self._content: bytes | None = None
        self.file_name = ""

    @property
    def party(self) -> Party | None:
        """Return the guardian identified on this visit."""
        return self.interview.facts.parties.get(PartyRole.guardian)

    @property
    def is_open(self) -> bool:
        """Say whether the form is open."""
        return self.typed.of("open") == YES

    def open(self) -> None:
        """Open the form; what is known of the paper stands in it."""
        known = self._known()
        given = {"open": YES}
        if known is not None and known.proof is not None and not self.typed.of("proof"):
            given |= {"proof": known.proof.value, "proof_number": known.proof_number}
            given |= {"relation": known.relation or "", "copy": CopyKept.before.value}
        self.typed.keep(**given)
        self.interview.changed()

    def close(self) -> None:
        """Close the form; what was typed stays for the next time."""
        self.typed.keep(open="")
        self.errors.clear()
        self.interview.clear_problem()
        self.interview.changed()

    def copies(self) -> tuple[CopyKept, ...]:
        """Return where the copy may be."""
        known = self._known()
        is_kept = known is not None and known.copy is not None
        return tuple(one for one in CopyKept if is_kept or one is not CopyKept.before)

    def copy(self) -> CopyKept:
        """Return where the copy is, as chosen."""
        chosen = self.typed.of("copy")
        found = [one for one in self.copies() if one.value == chosen]
        return found[0] if found else CopyKept.file

    def choose_copy(self, copy: str) -> None:
        """Choose where the copy is."""
        self.typed.keep(copy=copy)
        self.errors.clear("copy")
        self.interview.changed()

    def choose_file(self, path: str) -> bool:
        """Read a file that was chosen; say whether it can serve."""
        self._content, self.file_name = None, Path(path).name
        self.errors.clear("copy")
        try:
            with open(path, "rb", opener=only_files) as file:
                self._content = checked_copy(file.read(LARGEST_COPY + 1))
        except OSError:
            self.errors.say("copy", Wrong("GUARDIAN_WRONG_FILE_GONE"))
        except BadInput as trouble:
            self.errors.say("copy", Wrong(SHORT_COPY[trouble.code], trouble))
        self.interview.changed()
        return self._content is not None

    def add(self, name: str, kind: str, number: str, **paper: str) -> bool:
        """Record the guardian; ``paper``: relation, proof_number and copy_folder as typed."""
        self.typed.keep(name=name, number=number, **paper)
        if not self._is_filled():
            return False
        party = Party(
            PartyRole.guardian,
            name,
            self.document(kind, number),
            self.typed.of("relation"),
            GuardianProof(self.typed.of("proof")),
            self.typed.of("proof_number"),
            self._copy(),
        )
        done = self.identify(party, self._content if self.copy() is CopyKept.file else None)
        if done:
            self._content, self.file_name = None, ""
        return done

    def lines(self) -> tuple[str, ...]:
        """Return who the guardian is, by which papers, and where the copy is."""
        party, words = self.party, self.interview.words
        if party is None:
            return ()
        said = [words.say("GUARDIAN_HERE", name=party.name, relation=party.relation or "")]
        if party.proof is not None:
            said.append(
                words.say(
                    "GUARDIAN_PAPER",
                    document=self.document_line(party.document),
                    proof=words.say(f"OPENING_PROOF_{party.proof.value}"),
                    number=party.proof_number,
                )
            )
        if party.copy is not None and party.copy.folder:
            said.append(words.say("GUARDIAN_COPY_FOLDER", folder=party.copy.folder))
        elif party.copy is not None:
            said.append(words.say("GUARDIAN_COPY_KEPT"))
        return tuple(said)

    def _known(self) -> Party | None:
        return self.interview.services.opening.guardian_before(self.interview.id)

    def _copy(self) -> PaperCopy | None:
        where, known = self.copy(), self._known()
        if where is CopyKept.folder:
            return PaperCopy(folder=self.typed.of("copy_folder"))
        return known.copy if where is CopyKept.before and known is not None else None

    def _is_filled(self) -> bool:
        self.errors.clear("relation", "proof", "proof_number", "copy_folder")
        typed, where = self.typed, self.copy()
        no_file = where is CopyKept.file and self._content is None
        no_folder = where is CopyKept.folder and not as_kept(typed.of("copy_folder"))
        for field, code, is_wrong in (
            ("relation", "OPENING_RELATION_MISSING", not as_kept(typed.of("relation"))),
            ("proof", "OPENING_PROOF_MISSING", not typed.of("proof")),
            ("proof_number", "GUARDIAN_WRONG_NUMBER", not as_kept(typed.of("proof_number"))),
            ("copy", "GUARDIAN_WRONG_COPY", no_file and not self.errors.of("copy")),
            ("copy_folder", "GUARDIAN_WRONG_NUMBER", no_folder),
        ):
            if is_wrong:
                self.errors.say(field, Wrong(code))
        if self.errors.any():
            self.interview.changed()
        return not self.errors.any()
