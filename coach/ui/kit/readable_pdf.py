"""Mends in a PDF of Qt what keeps it from being read out or copied as it is shown: its language, and its spaces.

The language is added as an update at the end of the file, as PDF 1.4 has it: a new catalogue of the document, and
where it lies. The spaces of our typeface share their glyph with the tab, and Qt says that each of them is one.
"""

from __future__ import annotations

import re

_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s*%%EOF\s*\Z", re.DOTALL)
_ROOT = re.compile(rb"/Root\s+(\d+)\s+0\s+R")
_LETTERS = re.compile(rb"begincmap\b.*?\bendcmap\b", re.DOTALL)
_TAB, _SPACE = b"<0009>", b"<0020>"


def readable(data: bytes, language: str) -> bytes:
    """Return a PDF with all of it mended; `language` as in “de” or “pt_BR”."""
    return with_language(with_spaces(data), language.replace("_", "-"))


def with_spaces(data: bytes) -> bytes:
    """Return the PDF with spaces where it says that a glyph is a tab; no byte of it moves."""
    return _LETTERS.sub(lambda letters: letters[0].replace(_TAB, _SPACE), data)


def with_language(data: bytes, language: str) -> bytes:
    """Return the PDF with its language, as in “de” or “pt-BR”, and with its title to be shown instead of its name.

    A file that is built in another way than expected is returned as it is.
    """
    trailer = _TRAILER.search(data)
    root = trailer and _ROOT.search(trailer[1])
    if trailer is None or root is None:
        return data
    number = root[1]
    catalogue = re.search(rb"(?:\A|\n)" + number + rb" 0 obj\s*<<(.*?)>>\s*endobj", data, re.DOTALL)
    if catalogue is None or b"/Lang" in catalogue[1] or b"<<" in catalogue[1]:
        return data
    words = language.encode("ascii", "ignore")
    more = b"/Lang (" + words + b")\n/ViewerPreferences <</DisplayDocTitle true>>\n"
    at = len(data)
    body = number + b" 0 obj\n<<" + catalogue[1] + more + b">>\nendobj\n"
    table = b"xref\n" + number + b" 1\n" + f"{at:010d} 00000 n \n".encode()
    last = b"trailer\n<<" + trailer[1] + b"/Prev " + trailer[2] + b"\n>>\nstartxref\n" + str(at + len(body)).encode()
    return data + body + table + last + b"\n%%EOF\n"
