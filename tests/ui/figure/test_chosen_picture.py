"""A picture that a person chooses for an exercise becomes small enough for a routine file, or is refused in words."""

from __future__ import annotations

import base64
import random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from coach.store.routines.picture_words import MAX_BYTES
from coach.store.routines.pictures import judged
from coach.ui.figure.chosen_picture import Chosen, PictureChooser, chosen
from tests.store.picture_files import HOSTILE, JPEG, chunk, exif, png, see_through, with_part, with_size

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from coach.store.routines.pictures import Judged


def photograph(width: int, height: int) -> bytes:
    """Return a picture with as much in it as a camera sees."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for x in range(0, width, 7):
        for y in range(0, height, 31):
            image.setPixelColor(x, y, QColor(x % 256, y % 256, x * y % 256))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"JPEG")).write(image)
    return bytes(buffer.data().data())


def kept(folder: Path, data: bytes) -> Judged:
    """Return what is kept of a file."""
    file = folder / "picture"
    file.write_bytes(data)
    found = chosen(file)
    assert not found.wrong
    return judged(base64.b64decode(found.data))


@pytest.mark.parametrize("data", [JPEG, png(), see_through()])
def test_a_small_picture_stays_as_it_is(tmp_path: Path, data: bytes) -> None:
    assert kept(tmp_path, data).data == data


def test_what_tells_of_its_maker_goes(tmp_path: Path) -> None:
    assert kept(tmp_path, with_part(exif(1))).data == JPEG
    assert kept(tmp_path, png(more=chunk(b"tEXt", b"Author\0Ada"))).data == png()


def test_a_picture_of_a_camera_is_made_smaller(tmp_path: Path) -> None:
    found = kept(tmp_path, with_part(exif(6), photograph(4_640, 600)))

    assert found.format == "JPEG"
    assert found.size == (207, 1_600)  # upright
    assert b"Exif" not in found.data


def test_a_large_photograph_as_png_becomes_a_jpeg(tmp_path: Path) -> None:
    noise = random.Random(1)  # noqa: S311 - the same each time
    lines = b"".join(b"\0" + noise.randbytes(3 * 900) for _ in range(700))

    found = kept(tmp_path, png(900, 700, lines=lines))

    assert found.format == "JPEG"
    assert len(found.data) < MAX_BYTES


def test_a_drawing_on_no_ground_stays_one(tmp_path: Path) -> None:
    found = kept(tmp_path, see_through(3_000, 200))

    assert (found.format, found.size) == ("PNG", (1_600, 107))
    assert QImage.fromData(found.data).hasAlphaChannel()


@pytest.mark.parametrize("name", [name for name in HOSTILE if "too" not in name and "more than" not in name])
def test_what_is_no_whole_picture_is_refused_in_words(tmp_path: Path, name: str) -> None:
    file = tmp_path / "picture.png"
    file.write_bytes(HOSTILE[name].data)

    found = chosen(file)

    assert found.data == ""
    assert HOSTILE[name].why in found.wrong
    assert found.right


def test_a_picture_larger_than_any_camera_makes_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "picture.jpg"
    file.write_bytes(with_size(8_193, 16))

    found = chosen(file)

    assert found.wrong == "is a picture of 8193 × 16 px, which is too large"
    assert found.right == "make it smaller: 8192 px at most each way"


def test_a_file_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    assert chosen(tmp_path / "none.png").wrong == "is not there"


def test_it_is_read_beside_the_window(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "picture.png"
    file.write_bytes(png())
    chooser = PictureChooser()

    with qtbot.waitSignal(chooser.read) as told:
        chooser.take(file)

    assert told.args == [Chosen(file, base64.b64encode(png()).decode())]
    chooser.finish()
