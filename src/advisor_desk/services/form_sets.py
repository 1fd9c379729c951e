"""Making a set of forms from the facts, and sealing and signing its bytes.

The bytes made for the review are the bytes sealed and signed; nothing is made twice. Boxes that
the client writes in on the screen become signature fields too: the copied sentence and the grade
are sealed as ink in their place, never as text.
"""

from collections.abc import Iterable
from datetime import date, datetime

from advisor_desk.domain.facts import Facts
from advisor_desk.domain.fold import SUBJECT
from advisor_desk.domain.interview import Mark, SigningWay
from advisor_desk.domain.interview_events import FormFile, InkPlace, InterviewRecord
from advisor_desk.domain.paper_events import InkStrokes
from advisor_desk.domain.people import StaffMember
from advisor_desk.domain.suitability import PackUsed, RulePack
from advisor_desk.domain.trouble import BadInput
from advisor_desk.forms.authority import SigningIdentity
from advisor_desk.forms.boxes import HandBox, SignatureBox
from advisor_desk.forms.heading import Heading, PackMark
from advisor_desk.forms.ink import WIDEST_PAD, Ink, InkPoint
from advisor_desk.forms.rendering import RenderedForm, render
from advisor_desk.forms.signing import certify, sign_box
from advisor_desk.forms.template import load_template
from advisor_desk.forms.values import Values
from advisor_desk.services.act_times import ActTimes
from advisor_desk.services.assessment_papers import assessment_form
from advisor_desk.services.attempts import Attempts
from advisor_desk.services.interview_room import Act, InterviewRoom
from advisor_desk.services.papers import PaperCase
from advisor_desk.services.presence import stays_of
from advisor_desk.services.protection_papers import forms_asked_for
from advisor_desk.services.record_papers import cover_list, record_form
from advisor_desk.services.referral_papers import referral_form
from advisor_desk.services.sale_papers import application, disclosure
from advisor_desk.services.slip_papers import slip

ADVISER, DECLARATION = "adviser", "client_declaration"
_BY_HAND = {
    "client_grade": Mark.grade_written,
    "copied_statement": Mark.statement_copied,
}
_OF_SIGNER = {
    "guardian": Mark.guardian_signature,
    ADVISER: Mark.adviser_signature,
    "witness": Mark.witness_signature,
}
_ORDER = {mark: place for place, mark in enumerate(Mark)}
_PARTS = 100  # of a point
_PLACE_PARTS, _PRESSURE_PARTS, _STEP = 10_000, 1_000, 4


def paper_case(room: InterviewRoom, act: Act) -> PaperCase:
    """Return everything this interview's forms are printed from, as it stands in this act."""
    return _case(room, act.facts, act.now)


def _case(room: InterviewRoom, facts: Facts, at: datetime) -> PaperCase:
    recorded = room.desk.book.events(SUBJECT + facts.interview)
    return PaperCase(
        facts=facts,
        client=room.client(facts.client),
        adviser=room.me(),
        data=room.today(),
        branch=room.desk.branch_name,
        station=room.desk.station_no,
        at=at,
        attempts=Attempts(room).all(facts.client),
        times=ActTimes(recorded),
        stays=stays_of(recorded, at),
    )


def set_for_sale(room: InterviewRoom, act: Act, number: str) -> tuple[FormFile, ...]:
    """Make and keep F1, F3, F2 where it was never signed before, and what the decision asks for."""
    case = paper_case(room, act)
    chosen, record = act.facts.chosen, act.facts.assessment
    if chosen is None or record is None:
        raise ValueError(number)
    values: dict[str, Values] = {"F1": application(case, chosen.choice)}
    if not act.facts.assessment_signed:
        values["F2"] = assessment_form(case, record)
    values["F3"] = disclosure(case, chosen.choice)
    values |= dict(forms_asked_for(case, chosen.choice))
    heading = _heading(room, case, number, chosen.decision.packs)
    on_screen = act.facts.signing_way is SigningWay.screen
    made = [
        _rendered(heading, case, form, these, on_screen=on_screen) for form, these in values.items()
    ]
    return tuple(FormFile(one.form, act.keep(one.content), one.pages, _places(one)) for one in made)


def record_of_interview(
    room: InterviewRoom, act: Act, number: str, record: InterviewRecord, outcome: str
) -> FormFile:
    """Make, seal and keep F7; on the screen the adviser signs it with the personal key."""
    case = paper_case(room, act)
    chosen, ceremony = act.facts.chosen, act.facts.ceremony
    is_sold = ceremony is not None and ceremony.number == number
    asked = chosen.decision.packs if chosen and is_sold else case.data.packs
    heading = _heading(room, case, number, asked)
    values = record_form(case, record, outcome)
    on_screen = act.facts.signing_way is SigningWay.screen
    made = _rendered(heading, case, "F7", values, on_screen=on_screen)
    return _sealed_alone(room, act, number, made)


def cover_of_file(
    room: InterviewRoom, act: Act, number: str, papers: Iterable[FormFile], outcome: str
) -> FormFile:
    """Make, seal and keep F10 over every paper of the interview's file; signed as F7 is."""
    case = paper_case(room, act)
    heading = _heading(room, case, number, case.data.packs)
    values = cover_list(case, tuple(papers), outcome)
    on_screen = act.facts.signing_way is SigningWay.screen
    made = _rendered(heading, case, "F10", values, on_screen=on_screen)
    return _sealed_alone(room, act, number, made)


def appointment_slip(room: InterviewRoom, facts: Facts, agreed: date | None) -> bytes:
    """Return the client's appointment slip. It is no form: neither sealed nor registered."""
    case = _case(room, facts, room.moment())
    heading = _heading(room, case, facts.interview, case.data.packs)
    return _rendered(heading, case, "slip", slip(case, agreed), on_screen=False).content


def assessment_alone(room: InterviewRoom, act: Act, number: str) -> FormFile | None:
    """Make, seal and keep F2 of an assessment made here where nothing was bought."""
    record = act.facts.assessment
    if record is None or not act.facts.made_here or act.facts.assessment_signed:
        return None
    case = paper_case(room, act)
    heading = _heading(room, case, number, case.data.packs)
    made = _rendered(heading, case, "F2", assessment_form(case, record), on_screen=False)
    return _sealed_for_pens(room, act, number, made)


def referral_slip_of(
    room: InterviewRoom, act: Act, number: str, colleague: StaffMember, topic: str
) -> FormFile:
    """Make, seal and keep F8; both colleagues sign it by hand, whichever way sets are signed."""
    case = paper_case(room, act)
    heading = _heading(room, case, number, case.data.packs)
    values = referral_form(case, colleague, topic)
    made = _rendered(heading, case, "F8", values, on_screen=False)
    return _sealed_for_pens(room, act, number, made)


def sealed(room: InterviewRoom, act: Act, number: str, form: FormFile) -> FormFile:
    """Seal a reviewed form: for pens on paper, or with its boxes open for ink on the screen."""
    on_screen = act.facts.signing_way is SigningWay.screen
    content = certify(
        room.desk.book.document(form.sha256),
        room.desk.station_identity,
        number=number,
        boxes=tuple(_box(place) for place in form.places) if on_screen else (),
        at=act.now,
    )
    return FormFile(form.form, act.keep(content), form.pages, form.places)


def signed(
    room: InterviewRoom,
    act: Act,
    form: FormFile,
    *,
    given: Iterable[InkStrokes] = (),
    witness: SigningIdentity | None = None,
) -> FormFile:
    """Sign every box of a sealed form with the ink given; keep the final bytes.

    Signed is in the order of the marks, so that the witness's signature covers all others.
    ``given`` is ink that is not in the book yet.
    """
    ceremony = act.facts.ceremony
    in_book = [one for ink in ceremony.ink.values() for one in ink] if ceremony else []
    ink = {one.box: one for one in (*in_book, *given)}
    content = room.desk.book.document(form.sha256)
    for place in sorted(form.places, key=lambda one: _ORDER[_mark_of(one.name)]):
        drawn = ink_of(
            ink[f"{form.form}.{place.name}"], min(place.width / place.height, WIDEST_PAD)
        )
        identity = _signer(room, place, witness)
        dated = place.name not in _BY_HAND
        content = sign_box(content, identity, box=place.name, ink=drawn, at=act.now, dated=dated)
    return FormFile(form.form, act.keep(content), form.pages, form.places)


def boxes_of(mark: Mark, forms: Iterable[FormFile]) -> tuple[str, ...]:
    """Return the boxes ink is given in for one mark, ``F1.client``, in the order of the set."""
    return tuple(
        f"{form.form}.{place.name}"
        for form in forms
        for place in form.places
        if _mark_of(place.name) is mark
    )


def _mark_of(box: str) -> Mark:
    if box == DECLARATION:
        return Mark.declaration_signature
    return _BY_HAND.get(box) or _OF_SIGNER.get(box.partition("_")[0], Mark.client_signature)


def _heading(
    room: InterviewRoom, case: PaperCase, number: str, asked: Iterable[PackUsed | RulePack]
) -> Heading:
    """Return what stands on every page; ``asked`` are the packs that answered."""
    editions = {pack.sha256: pack.effective.isoformat() for pack in case.data.packs}
    return Heading(
        number=number,
        outlet=case.branch,
        station=case.words.say("STATION", station=case.station),
        packs=tuple(
            PackMark(f"{pack.id} {editions.get(pack.sha256, '')}".rstrip(), pack.sha256)
            for pack in asked
        ),
        chain_head=room.desk.book.head().code,
        made_at=case.at,
    )


def _rendered(
    heading: Heading, case: PaperCase, form: str, values: Values, *, on_screen: bool
) -> RenderedForm:
    """Return the form; on the screen no box waits for a pen: each signature brings its time."""
    template = load_template(form, case.at.date())
    signed_so = {"screen": "yes" if on_screen else "no"} if "screen" in template.fields else {}
    return render(template, {**values, **signed_so}, language=case.facts.language, heading=heading)


def _sealed_alone(room: InterviewRoom, act: Act, number: str, made: RenderedForm) -> FormFile:
    on_screen = act.facts.signing_way is SigningWay.screen
    boxes = tuple(box for box in made.boxes if box.signer == ADVISER) if on_screen else ()
    content = certify(
        made.content, room.desk.station_identity, number=number, boxes=boxes, at=act.now
    )
    for box in boxes:
        identity = room.desk.personal_identity()
        content = sign_box(content, identity, box=box.name, ink=None, at=act.now, dated=True)
    return FormFile(made.form, act.keep(content), made.pages)


def _sealed_for_pens(room: InterviewRoom, act: Act, number: str, made: RenderedForm) -> FormFile:
    content = certify(made.content, room.desk.station_identity, number=number, boxes=(), at=act.now)
    return FormFile(made.form, act.keep(content), made.pages)


def _signer(
    room: InterviewRoom, place: InkPlace, witness: SigningIdentity | None
) -> SigningIdentity:
    """Client's and guardian's ink is sealed by the station; adviser and witness sign themselves."""
    mark = _mark_of(place.name)
    if mark.is_client:
        return room.desk.station_identity
    if mark is Mark.adviser_signature:
        return room.desk.personal_identity()
    if witness is None:
        raise BadInput("WITNESS_SIGNS_IN", clause="S43")
    return witness


def _places(made: RenderedForm) -> tuple[InkPlace, ...]:
    written = [box for box in made.by_hand if box.name in _BY_HAND]
    return tuple(_place(box) for box in written) + tuple(_place(box) for box in made.boxes)


def _place(box: SignatureBox | HandBox) -> InkPlace:
    lengths = (round(one * _PARTS) for one in (box.left, box.bottom, box.width, box.height))
    return InkPlace(box.name, box.page, *lengths)


def _box(place: InkPlace) -> SignatureBox:
    lengths = (place.left, place.bottom, place.width, place.height)
    return SignatureBox(place.name, place.page, *(one / _PARTS for one in lengths))


def ink_of(strokes: InkStrokes, shape: float = 1.0) -> Ink:
    """Return recorded ink as it is drawn; ``shape`` is the box's width over its height.

    Raises:
        BadInput: ``INK_EMPTY``, ``INK_OUTSIDE_PAD``, ``INK_TOO_LONG``.
    """
    if any(len(numbers) % _STEP for numbers in strokes.strokes):
        raise BadInput("INK_OUTSIDE_PAD", point=0)
    return Ink(tuple(_stroke(numbers) for numbers in strokes.strokes), shape)


def _stroke(numbers: tuple[int, ...]) -> tuple[InkPoint, ...]:
    return tuple(
        InkPoint(x / _PLACE_PARTS, y / _PLACE_PARTS, pressure / _PRESSURE_PARTS, at)
        for x, y, pressure, at in (
            numbers[start : start + _STEP] for start in range(0, len(numbers), _STEP)
        )
    )
