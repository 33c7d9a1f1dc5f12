"""A routine as the text of a QR code, and back: what everybody has by coach itself is left out of it.

The text is a prefix with the version, then JSON, compressed and in the letters of a QR code. What comes back is a
document that nobody has judged yet.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any

from coach.core import routine_document
from coach.store.paths import shipped
from coach.store.routines import base45
from coach.store.routines.one_routine import exercises_in
from coach.words.catalogue import plural, tr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from coach.core.routine import Exercise

    Document = Mapping[str, Any]

BEGINS, VERSION = "COACH", 1
PREFIX = f"{BEGINS}{VERSION}:"
MAX_BYTES = 2_000
"""Most bytes of a routine in a code, compressed: larger codes are read from few screens and papers."""
MAX_LETTERS = 4_296
"""What the largest QR code holds."""
MAX_PLAIN = 1 << 16
"""Most bytes of a routine before it is compressed: what says it has more is no routine."""
_EXERCISES, _ROUTINE, _CHANGES, _FORMAT, _SAME = "exercises", "routine", "position_changes", "format", "same"
_PRESCRIBES = (
    *("id", "kind", "base", "sides", "order", "first", "rounds", "work_s", "reps", "rep_s"),
    *("sets", "set_rest_s", "rest_s"),
)
"""What of an exercise is no words: where it differs, another exercise is meant."""


class CodeError(Exception):
    """A routine has no code, or a code no routine; `words` tells the person why, and what would help."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def shipped_document() -> dict[str, Any]:
    """Return the document that came with coach."""
    document: dict[str, Any] = json.loads(shipped("routines.json").read_bytes())
    return document


def encode(document: Document, routine_id: str, known: Document) -> str:
    """Return the text of the code of one routine of a document that was checked.

    `known` is the document that came with coach: exercises that are the same there are left out. Raises CodeError
    where the routine is too large.
    """
    entry = next(each for each in document["routines"] if each["id"] == routine_id)
    wanted = set(exercises_in(entry["exercises"]))
    theirs = _values(known["exercises"])
    used = [each for each in document["exercises"] if each["id"] in wanted]
    if any("pictures" in each for each in used):
        raise CodeError(
            tr("This routine has pictures of its own. They do not fit into a QR code. Save it as a file instead.")
        )
    same = [each["id"] for each in used if theirs.get(each["id"]) == _values([each])[each["id"]]]
    own = [each for each in used if each["id"] not in same]
    body: dict[str, Any] = {_FORMAT: document.get("format", 1), _ROUTINE: entry}
    if own:
        body[_EXERCISES] = own
    if same:
        body[_SAME] = _mark(known["exercises"], same)
    if document.get(_CHANGES, []) != known.get(_CHANGES, []):
        body[_CHANGES] = document.get(_CHANGES, [])
    plain = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    packed = zlib.compress(plain, 9)
    if len(packed) > MAX_BYTES or len(plain) > MAX_PLAIN:
        raise CodeError(_too_large(len(packed)))
    return PREFIX + base45.encode(packed)


def _too_large(size: int) -> str:
    return plural(
        "This routine is too large for a QR code: {number} byte, and {most} fit. Save it as a file instead.",
        "This routine is too large for a QR code: {number} bytes, and {most} fit. Save it as a file instead.",
        size,
        most=MAX_BYTES,
    )


def decode(text: str, known: Document) -> dict[str, Any]:
    """Return the document of a code, with what was left out filled in; nobody has judged it. Raises CodeError."""
    body = _body(_packed(text.strip()))
    entry, own = body.get(_ROUTINE), body.get(_EXERCISES, [])
    if not isinstance(entry, dict) or not isinstance(own, list):
        raise CodeError(_damaged())
    if not all(isinstance(each, dict) and isinstance(each.get("id"), str) for each in own):
        raise CodeError(_damaged())
    if any("pictures" in each for each in own):  # they would be files of this computer
        raise CodeError(_damaged())
    there = {each["id"] for each in own}
    wanted = [each for each in dict.fromkeys(exercises_in(entry.get("exercises"))) if each not in there]
    theirs = {each["id"]: each for each in known["exercises"]}
    is_known = all(each in theirs for each in wanted)
    if not is_known or (wanted and body.get(_SAME) != _mark(known["exercises"], wanted)):
        raise CodeError(
            tr(
                "This code was made with another version of coach, whose exercises are not the same."
                " Ask for the routine as a file."
            )
        )
    return {
        "format": _newer(body.get(_FORMAT, 1), known.get("format", 1)),
        "exercises": [*(theirs[each] for each in wanted), *own],
        _CHANGES: body.get(_CHANGES, known.get(_CHANGES, [])),
        "routines": [entry],
    }


def _newer(theirs: object, ours: int) -> object:
    """Return the format of a document in which exercises of both stand; what is no number is left to the judge."""
    return max(theirs, ours) if type(theirs) is int else theirs


def is_code(text: str) -> bool:
    """Tell whether a text is meant as a routine of coach, of whichever version."""
    return text.lstrip().startswith(BEGINS)


def _packed(text: str) -> bytes:
    """Return what a code of this version holds, compressed."""
    begins, colon, letters = text.partition(":")
    version = begins.removeprefix(BEGINS)
    if not begins.startswith(BEGINS) or not colon or not (version.isascii() and version.isdigit()):
        raise CodeError(tr("This code holds no routine of coach."))
    if version != str(VERSION):
        raise CodeError(tr("This code was made with a newer coach. Ask for the routine as a file, or update coach."))
    if len(letters) > MAX_LETTERS:
        raise CodeError(_damaged())
    try:
        return base45.decode(letters)
    except ValueError:
        raise CodeError(_damaged()) from None


def _body(packed: bytes) -> dict[str, Any]:
    """Return what was compressed, if it is no more than a routine can be."""
    unpacking = zlib.decompressobj()
    try:
        plain = unpacking.decompress(packed, MAX_PLAIN + 1)
        if len(plain) > MAX_PLAIN:
            raise CodeError(tr("This code holds more than a routine can have. It was not opened."))
        body = json.loads(plain) if unpacking.eof else None
    except (zlib.error, ValueError, RecursionError):
        raise CodeError(_damaged()) from None
    if not isinstance(body, dict):
        raise CodeError(_damaged())
    return body


def _damaged() -> str:
    return tr("This code is not whole. Take another picture of it, or ask for the routine as a file.")


def _values(exercises: Iterable[Document]) -> dict[str, Exercise]:
    """Return exercises as values by their ids: written in another way they are the same."""
    there = routine_document.contents({"exercises": list(exercises), "routines": []}).exercises
    return {each.id: each for each in there}


def _mark(exercises: Iterable[Document], wanted: Collection[str]) -> int:
    """Return a number that is another one where an exercise has another dose, side or position."""
    told = {each["id"]: {key: each[key] for key in _PRESCRIBES if key in each} for each in exercises}
    return zlib.crc32(json.dumps([told[each] for each in sorted(wanted)], sort_keys=True).encode())
