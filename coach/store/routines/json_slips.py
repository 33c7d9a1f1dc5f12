"""Slips that a word processor or a simple editor leaves in JSON, named for what they are."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from coach.store.untrusted_file import clean
from coach.words.catalogue import tr

if TYPE_CHECKING:
    import json

_MARKS = "“”„‟‘’‚‛«»‹›′″＂`'"
"""What stands around a text in prose, or is typed for it; JSON knows the straight double quote alone."""
_IN_PAIRS = re.compile("[“”„‟«»″＂]")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"?', re.DOTALL)
_BLANKS = " \t\r\n"
_FOUR_BYTES = (b"\xff\xfe\0\0", b"\0\0\xfe\xff", b"{\0\0\0", b"\0\0\0{")
_TWO_BYTES = (b"\xff\xfe", b"\xfe\xff", b"{\0", b"\0{")
_CONTROL = "Invalid control character"
"""How Python's reader begins what it says of a control character inside a text."""
_DOCUMENTS = (b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0")
"""How a file begins that a word processor saved as its own: zipped, as rich text, and in its old way."""


class Slip(NamedTuple):
    """Where it is in the text, counted from 0, what it is, and what would be right."""

    at: int
    wrong: str
    right: str


def of_bytes(data: bytes) -> Slip | None:
    """Return what tells that this is text in another encoding or no plain text; None where nothing does."""
    if data.startswith(_FOUR_BYTES):  # first: the mark of two bytes is the beginning of one of these
        return Slip(0, tr("is text in UTF-32"), tr("save the file with the encoding UTF-8"))
    if data.startswith(_TWO_BYTES):
        wrong = tr("is text in UTF-16, which some editors call Unicode")
        return Slip(0, wrong, tr("save the file with the encoding UTF-8"))
    if data.startswith(_DOCUMENTS):
        wrong = tr("is a document of a word processor, not plain text")
        return Slip(0, wrong, tr("save it as plain text with the encoding UTF-8"))
    return None


def of_text(text: str, error: json.JSONDecodeError) -> Slip:
    """Return the slip at which Python's reader stumbled; where it is none of those known here, what the reader says."""
    known = _known(text, error.pos)
    if known is None and error.msg.startswith(_CONTROL):
        known = _control(text, error.pos)
    if known is not None:
        return known
    wrong = tr("is not JSON ({reason})", reason=clean(error.msg))
    return Slip(error.pos, wrong, tr("look for a missing comma, quote or bracket there"))


def line_and_column(text: str, at: int) -> str:
    """Return a place in a text in words, both counted from 1."""
    line = text.count("\n", 0, at) + 1
    return tr("line {line}, column {column}", line=line, column=at - text.rfind("\n", 0, at))


def _known(text: str, at: int) -> Slip | None:
    here = text[at : at + 1]
    if here == "#" or text.startswith(("//", "/*"), at):
        return Slip(at, tr("is a comment, which JSON does not have"), tr("leave it out"))
    if (comma := _comma(text, at)) is not None:
        return Slip(comma, tr("is a comma after the last entry"), tr("leave the comma out"))
    if here and here in _MARKS:
        return _mark(text, at)
    if here.isspace() and here not in _BLANKS:
        wrong = tr("is a blank that JSON does not have (U+{code})", code=f"{ord(here):04X}")
        return Slip(at, wrong, tr("type a plain space"))
    inside = _mark_inside(text, at)
    return None if inside is None else _mark(text, inside)


def _mark(text: str, at: int) -> Slip:
    return Slip(
        at,
        tr("is the quotation mark {mark} at the edge of a text", mark=text[at]),
        tr("use the straight one, {mark}", mark='"'),
    )


def _control(text: str, at: int) -> Slip:
    """Return what stands inside a text as it is, and has to be written by its sign there."""
    if text[at] in "\r\n":
        right = tr("end the text with {mark} before it, or write it as {sign}", mark='"', sign="\\n")
        return Slip(at, tr("is a line break inside a text"), right)
    if text[at] == "\t":
        return Slip(at, tr("is a tab inside a text"), tr("type a plain space"))
    wrong = tr("is a control character inside a text (U+{code})", code=f"{ord(text[at]):04X}")
    return Slip(at, wrong, tr("leave it out"))


def _comma(text: str, at: int) -> int | None:
    """Return the place of a comma before a closing bracket; a reader stumbles over the one or over the other."""
    before = text[:at].rstrip(_BLANKS)
    if text[at : at + 1] in {"]", "}"} and before.endswith(","):
        return len(before) - 1
    follows = text[at + 1 :].lstrip(_BLANKS)[:1]
    return at if text[at : at + 1] == "," and follows in {"]", "}"} else None


def _mark_inside(text: str, at: int) -> int | None:
    """Return the place of the mark by which somebody meant to end the text before this place, which then went on."""
    if text[at : at + 1] == '"':  # one that never ends
        begins, ends = at, len(text)
    else:
        last = deque(_STRING.finditer(text, 0, at), maxlen=1)
        if not last or text[last[0].end() : at].strip(_BLANKS):
            return None
        begins, ends = last[0].span()
    marks = [found.start() for found in _IN_PAIRS.finditer(text, begins, ends)]
    return marks[-1] if len(marks) % 2 else None
