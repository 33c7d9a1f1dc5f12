"""Reads a QR code out of a picture of somebody: within bounds, and with a reason in words where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from coach.store.routines import routine_code
from coach.store.routines.routine_code import CodeError
from coach.store.untrusted_file import clean, read_regular
from coach.ui.figure.own_pictures import on_paper
from coach.waves import later
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from pathlib import Path

    import zxingcpp
else:
    zxingcpp = later("zxingcpp")

MAX_BYTES = 16 << 20
"""Most bytes of a picture file."""
MAX_PIXELS = 50_000_000
"""Most pixels of a picture: some 200 MB of memory while it is opened. It is known before it is."""
LONGEST = 4_000
"""The longer side of what is looked at, in px: a code is not made of smaller things."""
FORMATS = frozenset({b"png", b"jpeg", b"jpg", b"bmp"})


def text_in_file(path: Path) -> str:
    """Return the text of the code in a picture file. Raises CodeError."""
    try:
        data = read_regular(path, MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        why = clean(getattr(error, "strerror", None) or error)
        raise CodeError(tr("The picture cannot be read ({reason}).", reason=why)) from None
    return text_in(opened(data))


def opened(data: bytes) -> QImage:
    """Return the picture of a file's bytes. Raises CodeError, before much memory is needed."""
    if len(data) > MAX_BYTES:
        raise CodeError(tr("The picture is larger than 16 MiB. Use a smaller one."))
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in FORMATS:
        raise CodeError(tr("This is no picture that coach can open. Use a PNG or a JPEG."))
    size = reader.size()
    if size.isValid() and size.width() * size.height() > MAX_PIXELS:
        raise CodeError(_too_many_pixels())
    image = reader.read() if size.isValid() else QImage()
    if image.isNull():
        raise CodeError(tr("The picture is not whole and cannot be opened. Use another one."))
    return image


def _too_many_pixels() -> str:
    return tr("The picture has too many pixels. Use a smaller one.")


def text_in(image: QImage) -> str:
    """Return the text of the code in a picture. Raises CodeError."""
    found = _codes_in(_grey(image))
    codes = [text for text in found if routine_code.is_code(text)]
    if codes:
        return codes[0]
    if found:
        raise CodeError(tr("There is a code in this picture, but it holds no routine of coach."))
    raise CodeError(
        tr("There is no code to be seen in this picture. Take one from straight above, sharp, and with all of it.")
    )


def _grey(image: QImage) -> QImage:
    if image.width() * image.height() > MAX_PIXELS:
        raise CodeError(_too_many_pixels())
    if image.hasAlphaChannel():
        image = on_paper(image)  # what is clear is light, as on the page that it was copied from
    longest = max(image.width(), image.height())
    if longest > LONGEST:
        size = QSize(image.width(), image.height()).scaled(LONGEST, LONGEST, Qt.AspectRatioMode.KeepAspectRatio)
        image = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def _codes_in(grey: QImage) -> list[str]:
    """Return the texts of all QR codes in a grey picture."""
    width, height, line = grey.width(), grey.height(), grey.bytesPerLine()
    if not width or not height:
        return []
    whole = memoryview(grey.constBits())
    rows = bytes(whole) if line == width else b"".join(whole[y * line : y * line + width] for y in range(height))
    try:
        found = zxingcpp.read_barcodes(
            memoryview(rows).cast("B", (height, width)),
            formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode]),
        )
    except ImportError:
        raise CodeError(
            tr("QR codes cannot be read here: zxing-cpp is not installed. Ask for the routine as a file.")
        ) from None
    # Bytes, not text: that would be guessed at.
    return [each.bytes.decode("ascii", "replace") for each in found]
