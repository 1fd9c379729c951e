"""What is said of an adviser's certificate as it stands on a day. Clauses: S23, S24."""

from datetime import date

from advisor_desk.domain.people import StaffMember
from advisor_desk.ui.words import Wording

SOON_DAYS = 30


def certificate_line(words: Wording, me: StaffMember, today: date) -> tuple[str, str]:
    """Return tone and words for the top bar: grey where the person only refers."""
    held = me.certificate
    if held is None or not held.valid_on(today):
        return "ink_2", words.say("TOP_NO_CERTIFICATE")
    left = (held.valid_until - today).days
    if left <= SOON_DAYS:
        return "warn", words.say("TOP_CERTIFICATE_ENDS", days=left)
    return "ok", words.say("TOP_CERTIFICATE", day=words.day(held.valid_until))


def certificate_lapsed(words: Wording, me: StaffMember, today: date) -> tuple[str, str] | None:
    """Return title and text for the banner where the certificate ended; None where it did not."""
    held = me.certificate
    if held is None or held.valid_until >= today:
        return None
    title = words.say("CERTIFICATE_LAPSED", day=words.day(held.valid_until))
    return title, words.say("CERTIFICATE_LAPSED_TEXT")


def certificate_for_the_client(words: Wording, adviser: StaffMember, today: date) -> str:
    """Return what the client reads below the adviser's name."""
    held = adviser.certificate
    if held is None:
        return words.say("CLIENT_INFORMS")
    code = "CLIENT_CERTIFICATE" if held.valid_on(today) else "CLIENT_NO_CERTIFICATE"
    return words.say(code, day=words.day(held.valid_until))
