"""Why a picture of one's own cannot be used, in words, and how large one may be."""

from __future__ import annotations

from typing import NamedTuple

from coach.words.catalogue import tr

MAX_BYTES = 2 << 20
"""Most bytes of a picture: 2 MB."""
MAX_PX = 4096
"""Most px across, and down."""


MOST_PARTS = 20_000
"""Most parts of a file; a large picture has some hundred."""


class Limits(NamedTuple):
    """How large a picture may be: bytes, px each way, and px of a PNG, which is never read in part."""

    bytes: int = MAX_BYTES
    px: int = MAX_PX
    png_px: int = MAX_PX


IN_A_FILE = Limits()
"""In a routine file, and beside it."""
CHOSEN = Limits(bytes=24 << 20, px=8_192)
"""Of a camera, whose picture is made smaller before it is kept: that takes some 500 MB at most, for a moment."""


class Size(NamedTuple):
    """How large a picture is, in px."""

    width: int
    height: int


class RefusedError(Exception):
    """A picture cannot be used: what is wrong with it, and what would be right, each as a part of a sentence."""

    def __init__(self, wrong: str, right: str) -> None:
        super().__init__(f"{wrong}; {right}")
        self.wrong, self.right = wrong, right


def within_limits(width: int, height: int, most: int = MAX_PX) -> Size:
    """Return a size in px that is allowed; raises RefusedError for any other."""
    if width < 1 or height < 1:
        raise broken()
    if width > most or height > most:
        wrong = tr("is a picture of {width} × {height} px, which is too large", width=width, height=height)
        raise RefusedError(wrong, tr("make it smaller: {most} px at most each way", most=most))
    return Size(width, height)


def too_many_bytes(limits: Limits = IN_A_FILE) -> RefusedError:
    """Return that the file is too large."""
    wrong = tr("is a picture of more than {most} MB", most=limits.bytes >> 20)
    return RefusedError(wrong, tr("make it smaller, or save it as JPEG"))


def broken() -> RefusedError:
    """Return that the file is damaged."""
    return RefusedError(tr("is a picture that cannot be read whole"), tr("save it once more, as PNG or JPEG"))


def cut_off() -> RefusedError:
    """Return that the file ends too early."""
    return RefusedError(tr("is a picture whose end is missing"), tr("copy or save it once more"))


def size_lies() -> RefusedError:
    """Return that the file says another size than it has."""
    return RefusedError(
        tr("is a picture that says another size than it has"), tr("open it elsewhere and save it once more")
    )


def animated() -> RefusedError:
    """Return that the file holds more than one picture."""
    return RefusedError(tr("is an animation"), tr("save one picture of it, as PNG or JPEG"))


def other_format(name: str = "") -> RefusedError:
    """Return that the file is of another format, with its name where that is known."""
    wrong = tr("is neither PNG nor JPEG, but {format}", format=name) if name else tr("is neither PNG nor JPEG")
    return RefusedError(wrong, tr("save it as PNG or JPEG"))
