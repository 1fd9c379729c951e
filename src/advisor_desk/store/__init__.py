"""Encrypted records: one SQLCipher file for the branch, one for each adviser's client book.

Truth is the append-only ``event`` table; every other table is a projection made from it. Rows
never leave this package, and nothing else touches the files.
"""

import os

# Names are spelled character by character; pypinyin's phrases would only hold the window up.
os.environ.setdefault("PYPINYIN_NO_PHRASES", "yes")
os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "yes")
