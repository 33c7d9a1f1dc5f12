"""Pictures of one's own: what is read, what is dropped, and what is refused in words."""

from __future__ import annotations

import contextlib
import os
import random
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from coach.store.routines import pictures
from coach.store.routines.picture_words import RefusedError
from coach.store.routines.pictures import judged
from tests.store.picture_files import (
    HOSTILE,
    JPEG,
    PROGRESSIVE,
    chunk,
    exif,
    png,
    see_through,
    segment,
    with_part,
    with_size,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (png(), (32, 16)),
        (see_through(3, 5), (3, 5)),
        (png(4096, 1), (4096, 1)),
        (png(9, 7, depth=1, colour=0, lines=(b"\0" + bytes(2)) * 7), (9, 7)),
        (png(5, 3, depth=16, colour=4, lines=(b"\0" + bytes(20)) * 3), (5, 3)),
        (png(8, 8, colour=0, interlaced=1, lines=bytes(2 + 2 + 3 + 2 * 3 + 2 * 5 + 4 * 5 + 4 * 9)), (8, 8)),
        (png(1, 1, colour=0, interlaced=1, lines=bytes(2)), (1, 1)),
        (JPEG, (32, 16)),
        (PROGRESSIVE, (32, 16)),
    ],
)
def test_a_whole_picture_is_read_with_its_size(data: bytes, size: tuple[int, int]) -> None:
    found = judged(data)

    assert found.size == size
    assert found.data == data  # there was nothing in it to drop


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_whole_picture_is_refused_in_words(name: str) -> None:
    with pytest.raises(RefusedError) as refused:
        judged(HOSTILE[name].data)

    assert HOSTILE[name].why in refused.value.wrong
    assert refused.value.right
    assert len(str(refused.value)) < 200
    assert str(refused.value).isprintable()


def test_a_picture_that_unpacks_to_too_much_takes_little_memory() -> None:
    bomb = HOSTILE["PNG that unpacks to 50 MB"].data
    tracemalloc.start()

    with pytest.raises(RefusedError):
        judged(bomb)

    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 4 << 20


def test_any_mutation_of_a_picture_is_judged_without_a_traceback() -> None:
    chance = random.Random(16)  # noqa: S311 - the same mutations each time
    for number in range(2_000):
        data = bytearray(chance.choice((png(), see_through(), JPEG, PROGRESSIVE, with_part(exif(6)))))
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(data))
            if number % 3 == 0:
                del data[at : at + chance.randint(1, 30)]
            else:
                data[at] = chance.randrange(256)
            data = data or bytearray(b"\0")
        with contextlib.suppress(RefusedError):
            assert max(judged(bytes(data)).size) <= 4096


# Metadata


def test_a_png_keeps_nothing_but_its_picture() -> None:
    told = chunk(b"tEXt", b"Author\0Ada") + chunk(b"eXIf", b"MM\0*GPS") + chunk(b"iCCP", b"Ada's screen\0\0x")

    assert judged(png(more=told)).data == png()
    assert judged(png() + b"what a camera adds").data == png()


def test_a_jpeg_keeps_nothing_but_its_picture_and_how_it_was_held() -> None:
    told = exif(6) + segment(0xFE, b"by Ada") + segment(0xE2, b"ICC_PROFILE\0Ada") + segment(0xED, b"Photoshop 3.0\0")

    found = judged(with_part(told) + b"a film of two seconds")

    assert b"Ada" not in found.data
    assert b"film" not in found.data
    assert found.data == JPEG[:20] + exif(6, ">", more=b"") + JPEG[20:]


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("orientation", [2, 6, 8])
def test_how_a_picture_was_held_is_read_in_both_orders_of_bytes(order: str, orientation: int) -> None:
    assert exif(orientation, ">", more=b"") in judged(with_part(exif(orientation, order))).data


@pytest.mark.parametrize(
    "part", [exif(1), exif(9), exif(0), segment(0xE1, b"Exif\0\0II"), segment(0xE1, b"Exif\0\0II*\0\xff\xff\xff\xff")]
)
def test_a_picture_that_was_held_as_usual_has_nothing_said_of_it(part: bytes) -> None:
    assert judged(with_part(part)).data == JPEG


def test_the_small_picture_inside_a_jpeg_is_dropped() -> None:
    begins = segment(0xE0, b"JFIF\0\1\1\1\0\x64\0\x64\2\1" + b"abcdef")

    assert judged(JPEG[:2] + begins + JPEG[20:]).data == JPEG


# Where it lies


def test_a_picture_beside_a_routine_is_read_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "knee.png").write_bytes(png())

    assert pictures.beside(tmp_path, "knee.png") == png()


@pytest.mark.parametrize(
    "name", ["../knee.png", "sub/knee.png", "/knee.png", "..", ".", "C:knee.png", "sub\\knee.png", "knee\0.png"]
)
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "knee.png").write_bytes(png())
    (tmp_path / "sub" / "knee.png").write_bytes(png())

    with pytest.raises(RefusedError, match="names a place"):
        pictures.beside(tmp_path / "sub", name)


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "secret.png").write_bytes(png())
    (tmp_path / "sub" / "knee.png").symlink_to(tmp_path / "secret.png")

    with pytest.raises(RefusedError, match="is a link"):
        pictures.beside(tmp_path / "sub", "knee.png")


@pytest.mark.parametrize(("kind", "why"), [("nothing", "is not there"), ("folder", "is a folder"), ("pipe", "read")])
def test_what_is_no_file_is_refused(tmp_path: Path, kind: str, why: str) -> None:
    path = tmp_path / "knee.png"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)

    with pytest.raises(RefusedError, match=why):
        pictures.beside(tmp_path, "knee.png")


@pytest.mark.parametrize("text", ["A", "AB*=", "AB\nCD==", "äöüß"])
def test_a_picture_inside_that_is_no_base64_is_refused(text: str) -> None:
    with pytest.raises(RefusedError, match="base64"):
        pictures.from_text(text)


def test_a_picture_comes_back_from_its_text() -> None:
    assert pictures.from_text(pictures.as_text(JPEG)) == JPEG


def test_a_picture_is_no_larger_than_the_limit_says() -> None:
    assert judged(with_size(40, 16)).size == (40, 16)
