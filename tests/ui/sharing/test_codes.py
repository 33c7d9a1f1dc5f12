"""QR codes: drawn so that another program reads them, and read from pictures of every kind or refused in words."""

from __future__ import annotations

import struct
import sys
import zlib
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from coach.store.routines import base45, routine_code
from coach.store.routines.routine_code import CodeError
from coach.ui.sharing import code_reading
from coach.ui.sharing.code_picture import EDGE, code_picture, to_save

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = routine_code.shipped_document()
SHORT = routine_code.encode(KNOWN, "lower-back", KNOWN)
LONG = routine_code.PREFIX + base45.encode(bytes(byte * 7 % 251 for byte in range(routine_code.MAX_BYTES)))
"""As long as a code gets."""


def written(image: QImage, kind: str = "PNG", quality: int = -1) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, kind.encode())
    writer.setQuality(quality)
    assert writer.write(image)
    return bytes(buffer.data().data())


def on_a_desk(code: QImage, px: int, turned: float = 0.0) -> QImage:
    """Return a photograph, nearly: the code turned, on a grey desk, softened."""
    large = code.scaled(code.width() * px, code.height() * px)
    photo = QImage(large.width() * 3 // 2, large.height() * 3 // 2, QImage.Format.Format_RGB32)
    photo.fill(QColor("#8a8078"))
    painter = QPainter(photo)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(photo.width() / 2, photo.height() / 2)
    painter.rotate(turned)
    painter.drawImage(-large.width() // 2, -large.height() // 2, large)
    painter.end()
    return photo


@pytest.mark.parametrize("text", [SHORT, LONG], ids=["short", "long"])
def test_a_code_is_read_from_what_is_saved(text: str, tmp_path: Path) -> None:
    saved = tmp_path / "code.png"
    saved.write_bytes(written(to_save(code_picture(text))))

    assert code_reading.text_in_file(saved) == text


@pytest.mark.parametrize("text", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize("turned", [0.0, 90.0, 187.0])
def test_a_code_is_read_from_a_photograph(text: str, turned: float) -> None:
    photo = written(on_a_desk(code_picture(text), 5, turned), "JPEG", 60)

    assert code_reading.text_in(code_reading.opened(photo)) == text


def test_a_code_is_dark_on_light_with_its_edge_and_no_micro_code() -> None:
    code = code_picture(SHORT)
    edge = {code.pixelColor(x, y).lightness() for x in range(code.width()) for y in range(EDGE)}

    assert edge == {255}
    assert code.pixelColor(EDGE, EDGE).lightness() == 0, "the corner of the sign in the corner"
    found = zxingcpp.read_barcodes(to_save(code))
    assert [str(each.format) for each in found] == [str(zxingcpp.BarcodeFormat.QRCode)]


def test_clear_ground_and_light_on_dark_are_read_too() -> None:
    clear = to_save(code_picture(SHORT)).convertToFormat(QImage.Format.Format_ARGB32)
    clear.setAlphaChannel(clear.createMaskFromColor(QColor("white").rgba(), Qt.MaskMode.MaskOutColor))
    other = to_save(code_picture(SHORT))
    other.invertPixels()

    assert code_reading.text_in(clear) == SHORT
    assert code_reading.text_in(other) == SHORT


def test_a_large_picture_is_made_smaller_and_read() -> None:
    photo = on_a_desk(code_picture(SHORT), 60)
    assert max(photo.width(), photo.height()) > code_reading.LONGEST

    assert code_reading.text_in(photo) == SHORT


def test_of_several_codes_that_of_coach_is_read() -> None:
    one, other = to_save(code_picture(SHORT)), to_save(code_picture("HTTPS://EXAMPLE.ORG"))
    both = QImage(one.width() + other.width(), one.height(), QImage.Format.Format_RGB32)
    both.fill(Qt.GlobalColor.white)
    painter = QPainter(both)
    painter.drawImage(0, 0, other)
    painter.drawImage(other.width(), 0, one)
    painter.end()

    assert code_reading.text_in(both) == SHORT
    with pytest.raises(CodeError, match="holds no routine of coach"):
        code_reading.text_in(other)


def bomb(width: int, height: int) -> bytes:
    """Return a PNG that says it is so large; its pixels would be, too."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(bytes(width + 1) * min(height, 200), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


PLAIN = QImage(300, 200, QImage.Format.Format_RGB32)
PLAIN.fill(Qt.GlobalColor.white)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no picture that coach can open"),
        (b"hello", "no picture that coach can open"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "no picture that coach can open"),
        (b"GIF89a" + bytes(30), "no picture that coach can open"),
        (bomb(30_000, 30_000), "too many pixels"),
        (bomb(65_000, 2), "no code to be seen|not whole"),
        (written(PLAIN)[:60], "not whole"),
        (written(to_save(code_picture(SHORT)))[:300], "not whole|no code"),
        (bytes(code_reading.MAX_BYTES + 1), "larger than 16 MiB"),
        (written(PLAIN), "no code to be seen"),
    ],
    ids=range(10),
)
def test_whatever_is_no_picture_of_a_code_is_refused_in_words(data: bytes, words: str, tmp_path: Path) -> None:
    file = tmp_path / "picture.png"
    file.write_bytes(data)

    with pytest.raises(CodeError, match=words):
        code_reading.text_in_file(file)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CodeError, match="cannot be read"):
        code_reading.text_in_file(tmp_path / "gone.png")
    with pytest.raises(CodeError, match="cannot be read"):
        code_reading.text_in_file(tmp_path)


def test_without_the_libraries_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "segno", None)
    monkeypatch.setitem(sys.modules, "zxingcpp", None)

    with pytest.raises(CodeError, match="segno is not installed"):
        code_picture(SHORT)
    with pytest.raises(CodeError, match="zxing-cpp is not installed"):
        code_reading.text_in(PLAIN)
