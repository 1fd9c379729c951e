"""Explaining the chosen product, worst case first, and hearing it said back. Clauses: S66, S67.

An element is explained once its page stood on the client's screen and the client said so. One that
is passed over needs a reason and stays due.
"""

from advisor_desk.domain.duties import ATTENTION_DOCUMENTS, documents_of
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.facts import Presentation as Shown
from advisor_desk.domain.interview import InterviewId
from advisor_desk.domain.material import Material, MaterialPages
from advisor_desk.domain.over_risk_events import SpecialAttentionGiven
from advisor_desk.domain.presentation_events import ElementPutOff, ElementShown
from advisor_desk.domain.purchase_events import (
    ElementExplained,
    PresentationOpened,
    Presented,
    SaidBack,
)
from advisor_desk.domain.text import checked_text
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.phrase_guard import guarded_text
from advisor_desk.services.interview_room import InterviewRoom

WORST_CASE = "worst_case"


class Presentations:
    """The eighth step."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room

    def pages(self, interview: InterviewId) -> MaterialPages:
        """Return the pages of the chosen product in the client's language, every file looked at.

        Raises:
            BadInput: ``NOTHING_CHOSEN``, or as ``MaterialRegister.pages``.
            Unavailable, Tampered: as ``MaterialRegister.pages``.
        """
        facts = self._room.facts(interview)
        if facts.chosen is None:
            raise BadInput("NOTHING_CHOSEN", clause="S26")
        product, data = facts.chosen.choice.product, self._room.today()
        return data.materials.pages(
            product.code, product.material_version, facts.language, data.day
        )

    def open_presentation(self, interview: InterviewId) -> Material:
        """Open the approved material of the chosen product.

        Raises:
            BadInput, Unavailable, Tampered: as ``pages``.
        """
        with self._room.act(interview, PresentationOpened) as act:
            material = self.pages(interview).material
            seen = act.facts.choice_seen()
            if seen is None:
                raise BadInput("NOTHING_CHOSEN", clause="S26")
            presented = Presented(
                material.version,
                material.sha256,
                tuple(element.id for element in material.elements),
                tuple(question.id for question in material.questions),
            )
            act.record(PresentationOpened(seen, presented))
            return material

    def show_element(self, interview: InterviewId, element: str) -> None:
        """Record that the page of an element stands whole on the client's screen; once for each.

        Raises:
            BadInput: ``MATERIAL_NOT_OPENED``, ``MATERIAL_CHANGED``, ``ELEMENT_UNKNOWN``,
                ``WORST_CASE_FIRST``, ``ELEMENT_SKIPPED``, or as ``pages``.
            Unavailable, Tampered: as ``pages``.
        """
        with self._room.act(interview, ElementShown) as act:
            now = _open_material(act.facts)
            _require_in_turn(now, element)
            pages = self.pages(interview)
            if pages.material.sha256 != now.presented.material_sha256:
                raise BadInput("MATERIAL_CHANGED", clause="S67")
            if element not in now.shown:
                page = now.presented.elements.index(element) + 1
                act.record(ElementShown(element, page, pages.sha256))

    def explain_element(self, interview: InterviewId, element: str) -> None:
        """Record that an element was explained and the client acknowledged it.

        Raises:
            BadInput: ``MATERIAL_NOT_OPENED``, ``ELEMENT_UNKNOWN``, ``WORST_CASE_FIRST``,
                ``ELEMENT_SKIPPED``, ``ELEMENT_NOT_SHOWN``.
        """
        with self._room.act(interview, ElementExplained) as act:
            now = _open_material(act.facts)
            _require_in_turn(now, element)
            if element not in now.shown:
                raise BadInput("ELEMENT_NOT_SHOWN", clause="S66")
            act.record(ElementExplained(element))

    def put_off_element(self, interview: InterviewId, element: str, reason: str) -> None:
        """Pass over an element for now, with the reason; it stays due. Never the worst case.

        Raises:
            BadInput: ``MATERIAL_NOT_OPENED``, ``ELEMENT_UNKNOWN``, ``WORST_CASE_FIRST``,
                ``ELEMENT_EXPLAINED_ALREADY``, or the text, named.
        """
        with self._room.act(interview, ElementPutOff) as act:
            now = _open_material(act.facts)
            _require_element(now, element)
            if element == WORST_CASE:
                raise BadInput("WORST_CASE_FIRST", clause="S31")
            if element in now.explained:
                raise BadInput("ELEMENT_EXPLAINED_ALREADY")
            act.record(ElementPutOff(element, guarded_text(reason, "reason")))

    def say_back(
        self, interview: InterviewId, question: str, *, was_right: bool, words: str
    ) -> None:
        """Record what the client said in own words; what was wrong is explained and asked again.

        Raises:
            BadInput: ``MATERIAL_NOT_OPENED``, ``QUESTION_UNKNOWN``, ``ELEMENTS_NOT_EXPLAINED``,
                or the text, named.
        """
        with self._room.act(interview, SaidBack) as act:
            now = _open_material(act.facts)
            if question not in now.presented.questions:
                raise BadInput("QUESTION_UNKNOWN", question=question)
            _require_explained(now)
            act.record(SaidBack(question, was_right, checked_text(words, "words")))

    def attend(self, interview: InterviewId) -> None:
        """Record that the client was told apart how risky the product is, and took time.

        Raises:
            BadInput: ``ATTENTION_NOT_NEEDED``, ``MATERIAL_NOT_OPENED``,
                ``ELEMENTS_NOT_EXPLAINED``.
        """
        with self._room.act(interview, SpecialAttentionGiven) as act:
            if not documents_of(act.facts) & ATTENTION_DOCUMENTS:
                raise BadInput("ATTENTION_NOT_NEEDED", clause="S66")
            _require_explained(_open_material(act.facts))
            act.record(SpecialAttentionGiven(_open_material(act.facts).choice))


def _open_material(facts: Facts) -> Shown:
    now = facts.presentation
    if now is None or now.choice != facts.choice_seen():
        raise BadInput("MATERIAL_NOT_OPENED", clause="S67")
    return now


def _require_element(now: Shown, element: str) -> None:
    if element not in now.presented.elements:
        raise BadInput("ELEMENT_UNKNOWN", element=element)


def _require_in_turn(now: Shown, element: str) -> None:
    """Let elements come in their order: none before the worst case, none skipped in silence."""
    _require_element(now, element)
    before = now.presented.elements[: now.presented.elements.index(element)]
    skipped = [one for one in before if one not in now.explained and one not in now.put_off]
    if WORST_CASE in skipped:
        raise BadInput("WORST_CASE_FIRST", clause="S31")
    if skipped:
        raise BadInput("ELEMENT_SKIPPED", clause="S66")


def _require_explained(now: Shown) -> None:
    if now.left:
        raise BadInput("ELEMENTS_NOT_EXPLAINED", clause="S66", missing=", ".join(now.left))
