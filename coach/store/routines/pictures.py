"""Pictures of one's own in a routine file: read from beside it or out of it, judged, and kept without metadata.

A picture beside the file is named, and nothing else: no folder, no link leads out of the folder of the routine. Nothing
is decoded here. What is kept is the file of the picture, as base64, with nothing in it that tells where it was taken.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from coach.core.routine import Picture
from coach.store.routines import jpeg, png
from coach.store.routines.picture_words import IN_A_FILE, Limits, RefusedError, Size, other_format, too_many_bytes
from coach.store.untrusted_file import clean, read_regular
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.core.routine import Contents, Exercise, Stage

MAX_ALL = 11 << 20
"""Most bytes of all pictures of a file: with them inside, as text, a routine file has room for no more."""
_OTHERS = (
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"%PDF", "PDF"),
    (b"\0\0\1\0", "ICO"),
    (b"<svg", "SVG"),
    (b"<?xml", "SVG"),
    (b"\xff\x0a", "JPEG XL"),
)
"""How files of other formats begin, and their names."""
_OTHERS_LATER = ((b"WEBP", "WebP"), (b"ftypheic", "HEIC"), (b"ftypmif1", "HEIC"), (b"ftypavif", "AVIF"))
"""What other formats have some bytes after their beginning."""


class Judged(NamedTuple):
    """A picture that may be decoded: its size in px, as it is stored, its format and its file without metadata."""

    size: Size
    format: str
    data: bytes


def judged(data: bytes, limits: Limits = IN_A_FILE) -> Judged:
    """Return what a file holds, if it is one whole PNG or JPEG picture within the limits; raises RefusedError."""
    if len(data) > limits.bytes:
        raise too_many_bytes(limits)
    if data.startswith(png.SIGNATURE):
        return Judged(*_named("PNG", png.stripped(data, limits.png_px)))
    if data.startswith(jpeg.SIGNATURE):
        return Judged(*_named("JPEG", jpeg.stripped(data, limits.px)))
    begin = data[:256].lstrip(b"\xef\xbb\xbf \t\r\n")
    known = [name for start, name in _OTHERS if begin.startswith(start)]
    known += [name for part, name in _OTHERS_LATER if part in data[:16]]
    raise other_format(*known[:1])


def _named(name: str, found: tuple[Size, bytes]) -> tuple[Size, str, bytes]:
    return found[0], name, found[1]


def too_many_together() -> RefusedError:
    """Return that the pictures of a file have more than MAX_ALL bytes."""
    wrong = tr("is one too many: together the pictures have more than {most} MB", most=MAX_ALL >> 20)
    return RefusedError(wrong, tr("make some smaller, or leave some out"))


def from_file(path: Path, limits: Limits = IN_A_FILE) -> bytes:
    """Return what a file holds that a person chose; raises RefusedError where it cannot be read or is too large."""
    try:
        data = read_regular(path, limits.bytes + 1)
    except FileNotFoundError:
        raise RefusedError(tr("is not there"), tr("check the name and the folder")) from None
    except IsADirectoryError:
        raise RefusedError(tr("is a folder"), tr("name a picture inside it")) from None
    except (OSError, ValueError) as error:
        reason = clean(getattr(error, "strerror", None) or str(error))
        raise RefusedError(tr("cannot be read ({reason})", reason=reason), tr("check its permissions")) from None
    if len(data) > limits.bytes:
        raise too_many_bytes(limits)
    return data


def beside(folder: Path, name: str) -> bytes:
    """Return what a picture beside a routine file holds; raises RefusedError, also for a name that leads elsewhere."""
    if name in {".", ".."} or any(letter in name for letter in "/\\:\0") or Path(name).name != name:
        raise RefusedError(tr("names a place, not a picture beside this file"), tr("write the name alone"))
    path = folder / name
    if path.is_symlink():
        raise RefusedError(tr("is a link to another place"), tr("put the picture itself beside this file"))
    return from_file(path)


def from_text(text: str) -> bytes:
    """Return what a picture inside a routine file holds; raises RefusedError where it is no base64."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise RefusedError(tr("is not whole base64"), tr("put the picture in once more")) from None


def as_text(data: bytes) -> str:
    """Return a picture as it stands in a routine file: base64 on one line."""
    return base64.b64encode(data).decode("ascii")


class Refused(NamedTuple):
    """A picture that cannot be used: its place in the file, what is wrong and what would be right."""

    place: tuple[str | int, ...]
    message: str
    remedy: str


class TakenIn(NamedTuple):
    """What a file holds with all its pictures inside, and those that cannot be used."""

    contents: Contents
    refused: list[Refused]


def taken_in(contents: Contents, folder: Path) -> TakenIn:
    """Judge all pictures of a file that was checked before, and take those in that lie beside it."""
    work = _Work(folder)
    exercises = tuple(work.exercise(number, exercise) for number, exercise in enumerate(contents.exercises))
    return TakenIn(replace(contents, exercises=exercises) if work.count else contents, work.refused)


class _Work:
    """Goes through the pictures of a file: `count` of them so far, of `size` bytes together."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.refused: list[Refused] = []
        self.count = self.size = 0

    def exercise(self, number: int, exercise: Exercise) -> Exercise:
        """Return an exercise with its pictures inside."""
        if not exercise.pictures:
            return exercise
        return replace(
            exercise, pictures=tuple((stage, self._picture(number, stage, each)) for stage, each in exercise.pictures)
        )

    def _picture(self, number: int, stage: Stage, picture: Picture) -> Picture:
        self.count += 1
        key = "file" if picture.file else "data"
        place = ("exercises", number, "pictures", stage, key)
        try:
            raw = beside(self._folder, picture.file) if picture.file else from_text(picture.data)
            data = judged(raw).data
            self.size += len(data)
            if self.size > MAX_ALL:
                self.size = 0  # said once for so many
                raise too_many_together()
        except RefusedError as error:
            self.refused.append(Refused(place, error.wrong, error.right))
            return picture
        return picture if data == raw and not picture.file else Picture(picture.describes, data=as_text(data))


def document_taken_in(document: Mapping[str, Any], contents: Contents) -> dict[str, Any]:
    """Return a document with all its pictures inside, as `taken_in` found them, in the order of its exercises."""
    exercises = []
    for written, exercise in zip(document["exercises"], contents.exercises, strict=True):
        inside = {stage: {"data": each.data, "describes": each.describes} for stage, each in exercise.pictures}
        exercises.append({**written, "pictures": inside} if inside else written)
    return {**document, "exercises": exercises}
