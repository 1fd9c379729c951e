"""pdfium works for one thread at a time: whoever has a document open holds this meanwhile."""

import threading

PDFIUM = threading.Lock()
