"""Keeps pictures packed: a tenth of their size, and unpacked again in less than a millisecond."""

from __future__ import annotations

import zlib
from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QImage

from coach.figure.paint.painter import Patch
from coach.ui.figure.close_ups import View

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from PySide6.QtCore import QRect

USUAL = 16 << 20
"""Bytes from which on the pictures of other exercises go: they are needed again only by a person who goes back."""
BUDGET = 24 << 20
"""Most bytes of all pictures: enough for all that one exercise shows, both sides, in a large window."""
BYTES_A_PIXEL = 4
LEVEL = 1
"""A higher level makes them a fifth smaller and takes twice as long."""

Key = tuple[View, str, int]
"""What a picture shows, its kind, and its number among those of its kind."""


class _Packed(NamedTuple):
    data: bytes
    place: QRect
    """Where it lies, with its size."""
    is_patch: bool
    plain: QImage | None = None
    """The picture itself, where it is not packed."""

    @property
    def size(self) -> int:
        """How many bytes it takes."""
        return len(self.data) if self.plain is None else self.plain.sizeInBytes()


def _pack(picture: QImage | Patch) -> _Packed:
    image = picture.image if isinstance(picture, Patch) else picture
    place = picture.rect if isinstance(picture, Patch) else image.rect()
    data = b"" if image.isNull() else zlib.compress(image.constBits(), LEVEL)
    return _Packed(data, place, isinstance(picture, Patch))


def _unpack(packed: _Packed) -> QImage | Patch:
    width, height = packed.place.width(), packed.place.height()
    image = QImage()
    if packed.data:
        line = width * BYTES_A_PIXEL
        # The image reads the bytes where they are, and keeps them.
        image = QImage(zlib.decompress(packed.data, bufsize=line * height), width, height, line, _FORMAT)
    return Patch(packed.place, image) if packed.is_patch else image


_FORMAT = QImage.Format.Format_RGB32
"""All pictures have it: they cover what is behind them."""


class PackedPictures:
    """The pictures by their keys, those first that were not used for longest."""

    def __init__(self) -> None:
        self._packed: OrderedDict[Key, _Packed] = OrderedDict()
        self.bytes_kept = 0

    def __contains__(self, key: Key) -> bool:
        return key in self._packed

    def __iter__(self) -> Iterator[Key]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)

    def find(self, key: Key) -> QImage | Patch | None:
        """Return a picture if it is kept, and note that it was used."""
        packed = self._packed.get(key)
        if packed is None:
            return None
        self._packed.move_to_end(key)
        return _unpack(packed) if packed.plain is None else packed.plain

    def keep(self, key: Key, picture: QImage | Patch) -> None:
        """Keep a picture. For room, those of other exercises go first.

        A way comes round and round: where there is no room for all of it, its first pictures stay, or each round would
        draw all anew.
        """
        packed = _pack(picture)
        self._drop(USUAL - packed.size, but=key[0].figure)
        if key[1] == "moment" and self.bytes_kept + packed.size > BUDGET:
            return
        self._keep(key, packed)

    def keep_plain(self, key: Key, picture: QImage) -> None:
        """Keep a picture as it is: packing a photograph takes long and saves little."""
        self._keep(key, _Packed(b"", picture.rect(), is_patch=False, plain=picture))

    def _keep(self, key: Key, packed: _Packed) -> None:
        if key in self._packed:
            self.bytes_kept -= self._packed.pop(key).size
        self._packed[key] = packed
        self.bytes_kept += packed.size
        self._drop(BUDGET)

    def _drop(self, most: int, but: str | None = None) -> None:
        """Drop pictures until there are at most so many bytes, but none of that figure, and not the newest one."""
        if self.bytes_kept <= most:
            return
        for key in list(self._packed)[:-1]:
            if key[0].figure != but:
                self.bytes_kept -= self._packed.pop(key).size
            if self.bytes_kept <= most:
                return

    def drop_kinds(self, kinds: Container[str]) -> None:
        """Drop all pictures of these kinds."""
        for key in [key for key in self._packed if key[1] in kinds]:
            self.bytes_kept -= self._packed.pop(key).size

    def clear(self) -> None:
        """Drop all."""
        self._packed.clear()
        self.bytes_kept = 0
