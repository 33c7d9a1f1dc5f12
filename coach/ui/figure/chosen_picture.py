"""Takes a picture that a person chose, and makes of it what a routine file holds: small, and with nothing beside it.

A camera makes larger pictures than a routine file may hold, so more is taken here, and made smaller.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Signal
from PySide6.QtGui import QImageWriter

from coach.background.worker import Worker
from coach.store.routines import pictures
from coach.store.routines.picture_words import CHOSEN, MAX_BYTES, RefusedError, broken, too_many_bytes
from coach.ui.figure.own_pictures import on_paper, read

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

LONGEST = 1_600
"""Most px of the longer side: as many as any page shows."""
QUALITY = 88
"""Of JPEG, of 100: no difference is seen in a drawing or a photograph."""
LEAST_BYTES = 300_000
"""A picture of no more bytes that needs no change stays in its own format."""


class Chosen(NamedTuple):
    """What became of a file: its picture as base64, as `data` of a routine file has it, or why there is none."""

    path: Path
    data: str = ""
    wrong: str = ""
    """What is wrong with the file, as a part of a sentence whose subject is its name; empty where nothing is."""
    right: str = ""
    """What would be right."""


def chosen(path: Path) -> Chosen:
    """Read and shrink a picture; raises nothing. It takes up to a second: never on the thread of the window."""
    try:
        return Chosen(path, pictures.as_text(_small(pictures.judged(pictures.from_file(path, CHOSEN), CHOSEN))))
    except RefusedError as error:
        return Chosen(path, wrong=error.wrong, right=error.right)


def _small(judged: pictures.Judged) -> bytes:
    """Return a picture that a routine file may hold; raises RefusedError."""
    image = read(judged, LONGEST)
    if max(judged.size) <= LONGEST and len(judged.data) <= LEAST_BYTES:
        return judged.data
    as_png = _encoded(image, "PNG") if judged.format == "PNG" else b""
    if as_png and (len(as_png) <= LEAST_BYTES or image.hasAlphaChannel()) and len(as_png) <= MAX_BYTES:
        return as_png
    made = _encoded(on_paper(image), "JPEG")
    if len(made) > MAX_BYTES:
        raise too_many_bytes()
    return made


def _encoded(image: QImage, name: str) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(name.encode()))
    if name == "JPEG":
        writer.setQuality(QUALITY)
    if not writer.write(image):
        raise broken()
    return bytes(held.data())


class PictureChooser(Worker):
    """Reads what a person chose on a thread of its own."""

    read = Signal(object)
    """A Chosen."""
    failed = Signal(str)
    """A fault of coach's own, in words."""

    def take(self, path: Path) -> None:
        """Begin to read a file."""
        self.begin(lambda: self.read.emit(chosen(path)), self.failed.emit, "picture reader")
