"""Explaining the chosen product, worst case first, and hearing it said back. Clauses: S66, S67."""

from advisor_desk.domain.duties import ATTENTION_DOCUMENTS, documents_of
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.facts import Presentation as Shown
from advisor_desk.domain.interview import InterviewId
from advisor_desk.domain.material import Material
from advisor_desk.domain.over_risk_events import SpecialAttentionGiven
from advisor_desk.domain.purchase_events import (
    ElementExplained,
    PresentationOpened,
    Presented,
    SaidBack,
)
from advisor_desk.domain.text import checked_text
from advisor_desk.domain.trouble import BadInput
from advisor_desk.services.interview_room import InterviewRoom

WORST_CASE = "worst_case"


class Presentations:
    """The eighth step."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room

    def open_presentation(self, interview: InterviewId) -> Material:
        """Open the approved material of the chosen product.

        Raises:
            BadInput: the code of material that may not be used today, ``MATERIAL_NOT_REGISTERED``.
        """
        with self._room.act(interview, PresentationOpened) as act:
            chosen, seen = act.facts.chosen, act.facts.choice_seen()
            if chosen is None or seen is None:
                raise BadInput("NOTHING_CHOSEN", clause="S26")
            data = self._room.today()
            product = chosen.choice.product
            material = data.materials.material(product.code, product.material_version)
            blocked = material.blocked_on(data.day)
            if blocked:
                raise BadInput(blocked, clause="S67", product=product.code, day=data.day)
            presented = Presented(
                material.version,
                material.sha256,
                tuple(element.id for element in material.elements),
                tuple(question.id for question in material.questions),
            )
            act.record(PresentationOpened(seen, presented))
            return material

    def explain_element(self, interview: InterviewId, element: str) -> None:
        """Record that an element was explained and the client acknowledged it.

        Raises:
            BadInput: ``MATERIAL_NOT_OPENED``, ``ELEMENT_UNKNOWN``, ``WORST_CASE_FIRST``.
        """
        with self._room.act(interview, ElementExplained) as act:
            shown = _open_material(act.facts)
            if element not in shown.presented.elements:
                raise BadInput("ELEMENT_UNKNOWN", element=element)
            if element != WORST_CASE and WORST_CASE not in shown.explained:
                raise BadInput("WORST_CASE_FIRST", clause="S31")
            act.record(ElementExplained(element))

    def say_back(
        self, interview: InterviewId, question: str, *, was_right: bool, words: str
    ) -> None:
        """Record what the client said in own words; what was wrong is explained and asked again.

        Raises:
            BadInput: ``MATERIAL_NOT_OPENED``, ``QUESTION_UNKNOWN``, ``ELEMENTS_NOT_EXPLAINED``,
                or the text, named.
        """
        with self._room.act(interview, SaidBack) as act:
            shown = _open_material(act.facts)
            if question not in shown.presented.questions:
                raise BadInput("QUESTION_UNKNOWN", question=question)
            _require_explained(shown)
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
    shown = facts.presentation
    if shown is None or shown.choice != facts.choice_seen():
        raise BadInput("MATERIAL_NOT_OPENED", clause="S67")
    return shown


def _require_explained(shown: Shown) -> None:
    left = [one for one in shown.presented.elements if one not in shown.explained]
    if left:
        raise BadInput("ELEMENTS_NOT_EXPLAINED", clause="S66", missing=", ".join(left))
