"""Tampering that viewers do not show: something laid over a page after signing."""

from io import BytesIO

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter


def with_overlay(content: bytes) -> bytes:
    """Lay a white page with other words over the first page, as an attacker's update would."""
    writer = IncrementalPdfFileWriter(BytesIO(content))
    page = writer.root["/Pages"]["/Kids"][0]
    overlay = generic.StreamObject(stream_data=b"1 1 1 rg 0 0 600 800 re f")
    both = generic.ArrayObject([page.raw_get("/Contents"), writer.add_object(overlay)])
    page[generic.pdf_name("/Contents")] = both
    writer.update_container(page)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()
