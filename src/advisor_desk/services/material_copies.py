"""Printing approved material: a numbered, marked copy with a reason, recorded. S38, S67."""

from advisor_desk.domain.languages import Language
from advisor_desk.domain.material import MaterialPages
from advisor_desk.domain.material_events import COPIES, MaterialCopyMade, MaterialCopyPrinted
from advisor_desk.domain.text import checked_text
from advisor_desk.domain.trouble import NotPermitted
from advisor_desk.forms.copy_mark import marked_copy
from advisor_desk.forms.printing import PrintOutcome, PrintState, print_paper
from advisor_desk.packs.phrase_guard import guarded_text
from advisor_desk.services.interview_room import InterviewRoom
from advisor_desk.services.library import Library
from advisor_desk.services.numbers import next_copy
from advisor_desk.services.paper_words import PaperWords
from advisor_desk.services.printing import LONGEST_QUEUE, PATIENCE_S, TO_FILE


class MaterialCopies:
    """Copies of what may be shown today; of nothing else."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room
        self._library = Library(room)

    def print_copy(
        self,
        product: str,
        language: Language,
        *,
        to: str,
        reason: str,
        patience_s: float = PATIENCE_S,
    ) -> MaterialCopyPrinted:
        """Print a copy and return what became of it; ``file`` stands for a printer in training.

        May take long. The number is given, and the copy recorded, before anything is sent.

        Raises:
            NotPermitted: ``ROLE_DOES_NOT_SERVE``, ``PRINT_TO_FILE_TRAINING_ONLY``.
            BadInput, Unavailable, Tampered: as ``Library.open``; a text, named.
        """
        pages = self._library.open(product, language)
        to = checked_text(to, "to", longest=LONGEST_QUEUE)
        reason = guarded_text(reason, "reason")
        if to == TO_FILE and not self._room.desk.is_training:
            raise NotPermitted("PRINT_TO_FILE_TRAINING_ONLY", clause="S38")
        made = MaterialCopyMade(
            next_copy(self._room.desk),
            product,
            pages.material.version,
            pages.sha256,
            to,
            reason,
        )
        printed = self._printed(made, self._marked(pages, made.number), patience_s)
        self._record(printed)
        return printed

    def made(self) -> tuple[MaterialCopyMade, ...]:
        """Return every copy of this book, the oldest first."""
        found = self._room.desk.book.events(COPIES, MaterialCopyMade)
        return tuple(one.event for one in found if isinstance(one.event, MaterialCopyMade))

    def _printed(
        self, made: MaterialCopyMade, content: bytes, patience_s: float
    ) -> MaterialCopyPrinted:
        """Record the copy, send it, and return what became of it."""
        self._record(made)
        outcome = PrintOutcome(PrintState.COMPLETED, made.to)
        if made.to != TO_FILE:
            title, queue = made.number, made.to
            outcome = print_paper(content, title=title, queue=queue, patience_s=patience_s)
        is_out = outcome.state is PrintState.COMPLETED
        cause = "" if is_out else outcome.state.value
        return MaterialCopyPrinted(made.number, outcome.job, is_out, cause)

    def _marked(self, pages: MaterialPages, number: str) -> bytes:
        words, desk = PaperWords(pages.language), self._room.desk
        line = words.say(
            "COPY_LINE",
            number=number,
            at=words.moment(self._room.now()),
            branch=desk.branch_name,
            staff_no=desk.me.staff_no,
        )
        across = words.say("COPY_ACROSS", number=number)
        return marked_copy(pages.content, across, line, pages.language)

    def _record(self, event: MaterialCopyMade | MaterialCopyPrinted) -> None:
        with self._room.desk.book.work(self._room.desk.me.staff_no) as work:
            work.record(COPIES, event)
