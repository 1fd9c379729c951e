"""The review: the number is reserved and the very bytes to be signed lie on the table. S22, S28."""

from advisor_desk.domain.facts import Facts
from advisor_desk.domain.interview import Confirmer, InterviewId
from advisor_desk.domain.paper_events import (
    ReviewConfirmedByAdviser,
    ReviewConfirmedByClient,
    ReviewOpened,
)
from advisor_desk.domain.trouble import BadInput
from advisor_desk.services.asking_again import require_still_allowed
from advisor_desk.services.form_sets import set_for_sale
from advisor_desk.services.interview_room import InterviewRoom
from advisor_desk.services.numbers import next_set, require_pages_counted, reserved_set


class Reviews:
    """The tenth step."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room

    def open_review(self, interview: InterviewId) -> str:
        """Reserve a number and make the forms; return the number. An earlier one is void.

        Raises:
            NotPermitted, BadInput: as ``require_still_allowed``; what ``render`` raises, naming
                the field that does not fit or cannot be printed; ``PAGES_NOT_RETURNED``: printed
                pages of a void set come back before another set is made.
        """
        self._room.require_possible(interview, ReviewOpened)
        require_still_allowed(self._room, interview)
        with self._room.act(interview, ReviewOpened) as act:
            require_pages_counted(act.facts, 0)
            number = next_set(self._room.desk, act.today.year)
            forms = set_for_sale(self._room, act, number)
            voids = reserved_set(act.facts)
            act.record(ReviewOpened(number, voids, forms, act.facts.forms_rest_on()))
            return number

    def confirm_review(self, interview: InterviewId, by: Confirmer) -> None:
        """Record that the client, and after the client the adviser, found the forms right.

        Raises:
            BadInput: ``FORMS_NOT_OPENED``, ``CLIENT_CONFIRMS_FIRST``.
        """
        is_client = by is Confirmer.client
        kind = ReviewConfirmedByClient if is_client else ReviewConfirmedByAdviser
        with self._room.act(interview, kind) as act:
            number = _number_under_review(act.facts)
            if not is_client and Confirmer.client not in _confirmed_by(act.facts):
                raise BadInput("CLIENT_CONFIRMS_FIRST", clause="S26")
            act.record(kind(number))

    def papers(self, interview: InterviewId) -> dict[str, bytes]:
        """Return the bytes under review by form."""
        review = self._room.facts(interview).review
        book = self._room.desk.book
        return {one.form: book.document(one.sha256) for one in review.forms} if review else {}


def _number_under_review(facts: Facts) -> str:
    if facts.review is None or facts.review.relied_on != facts.forms_rest_on():
        raise BadInput("FORMS_NOT_OPENED")
    return facts.review.number


def _confirmed_by(facts: Facts) -> tuple[Confirmer, ...]:
    return facts.review.confirmed_by if facts.review else ()
