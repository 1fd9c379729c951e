"""Texts of the services that are never recorded, or never given by a person at the desk."""

ELSEWHERE = {
    "Flow.resume.said_again": "compared with the codes asked for, and only those are kept",
    "Opening.identify_party.party.copy.sha256": "a digest of what the book keeps",
    "StaffRegister.add.password": "a key is made of it; tests/store/test_keys.py",
    "StaffRegister.change_password.password": "a key is made of it; tests/store/test_keys.py",
    "StaffRegister.add.member.staff_no": "as enrol_for_training; both are checked_number",
    **{
        f"Clients.likely_same.details.{one}": "not looked at"
        for one in ("phone", "account_tail", "document_number")
    },
    "Clients.with_document.document.number": "an already checked document",
    "Signing.see_witness_mark.staff_no": "compared with the witness of the sale",
    "Signing.see_witness_mark.password": "opens a key or does not; test_colleague.py",
    "Signing.give_witness_ink.staff_no": "compared with the witness of the sale",
    "Signing.give_witness_ink.password": "opens a key or does not; test_colleague.py",
    "Signing.give_witness_ink.ink.box": "one of the boxes asked for, as at give_ink",
    "Assessments.flags.number": "the number of an assessment that was made",
    "Clients.enter_other_assessment.entered.flags": "worked out, never typed",
    "Needs.flags.pot": "a name that is recorded, or none",
    "Printing.print_slip.to": "a queue, as at print_forms",
    "Interviews.name_of.staff_no": "the number of an act that was recorded",
    **{
        f"Referrals.{one}": "without a certificate; test_referring.py"
        for one in (
            *("hand_out.product", "pass_on_facts.product"),
            *("answer.colleague", "answer.topic"),
            *("checked_question.colleague", "checked_question.topic"),
        )
    },
}
