"""How many printed pages lie outside, read from the events alone."""

from collections.abc import Iterable

from advisor_desk.domain import paper_events as papers
from advisor_desk.domain.events import Event


def pages_out(events: Iterable[Event]) -> int:
    """Return the pages that came out and nobody counted back; a signed set is the client's."""
    out, pages = 0, dict[str, int]()
    for one in events:
        if isinstance(one, papers.SigningBegun):
            pages = {form.form: form.pages for form in one.forms}
        elif isinstance(one, papers.FormsPrinted):
            out += sum(pages[form] for form in one.forms)
        elif isinstance(one, (papers.SetVoided, papers.PagesReturned, papers.SetSigned)):
            out = 0
    return out
