"""A QR code as a picture: a QR code, dark on light, with the light edge that readers need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from coach.store.routines.routine_code import CodeError
from coach.waves import later
from coach.words.catalogue import tr

if TYPE_CHECKING:
    import segno
else:
    segno = later("segno")

EDGE = 4
"""Light modules around a code: the standard asks for so many."""
SAVED_PX = 8
"""Pixels of a module in a picture that is saved: read after a messenger has made it smaller, too."""


def code_picture(text: str) -> QImage:
    """Return the code of a text with one pixel a module; raises CodeError where that cannot be.

    Level L holds most; never a Micro QR code, which many readers do not know.
    """
    try:
        made = segno.make_qr(text, error="l", boost_error=False)
    except ImportError:
        raise CodeError(tr("QR codes cannot be drawn here: segno is not installed.")) from None
    rows = [bytes(255 * (1 - module) for module in row) for row in made.matrix_iter(border=EDGE)]
    side = len(rows)
    data = b"".join(row.ljust(-(-side // 4) * 4, b"\xff") for row in rows)
    return QImage(data, side, side, -(-side // 4) * 4, QImage.Format.Format_Grayscale8).copy()


def to_save(code: QImage) -> QImage:
    """Return the picture of a code in the size in which it is saved and copied."""
    return code.scaled(code.width() * SAVED_PX, code.height() * SAVED_PX)
