"""What was written, in order, and what of it may be left after the power went."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import random
    from pathlib import Path

SECTOR = 512
"""Bytes that a disk writes as one, or not at all."""
_NAMES = {"create", "rename", "unlink", "mkdir"}


class Change(NamedTuple):
    """One change of the disk, or “told”: something that the person, or the program, knows to be kept."""

    what: str
    values: tuple[Any, ...]


class Disk:
    """The files of one folder, by what is durable and what is only on its way.

    The model is that of a journalled file system: names change in order, and are durable up to the last sync of any
    file; what was written into a file is durable up to its own last sync, and any sectors of the rest may be there.
    """

    def __init__(self, changes: list[Change]) -> None:
        self._changes = changes

    def cut(self, at: int, chance: random.Random, into: Path) -> None:
        """Lay out into a folder what may be left when the power goes before that change."""
        before = self._changes[:at]
        synced = max((n for n, each in enumerate(before) if each.what == "sync"), default=-1)
        names = [n for n, each in enumerate(before) if each.what in _NAMES]
        lost = [n for n in names if n > synced]
        first_lost = chance.choice([*lost, at]) if lost else at
        entries = self._entries(before, first_lost)
        contents = self._contents(before, chance)
        into.mkdir(parents=True, exist_ok=True)
        for name, inode in entries.items():
            if not name.endswith("-shm"):  # it lies in memory alone
                (into / name).write_bytes(bytes(contents.get(inode, b"")))

    @staticmethod
    def _entries(before: list[Change], first_lost: int) -> dict[str, int]:
        entries: dict[str, int] = {}
        for what, values in before[:first_lost]:
            short = [str(value).rpartition("/")[2] for value in values]
            if what == "create" and short[0]:
                entries[short[0]] = values[1]
            elif what == "rename" and short[0] in entries:
                entries[short[1]] = entries.pop(short[0])
            elif what == "unlink":
                entries.pop(short[0], None)
        return entries

    @staticmethod
    def _contents(before: list[Change], chance: random.Random) -> dict[int, bytearray]:
        synced: dict[int, int] = {}
        for number, (what, values) in enumerate(before):
            if what == "sync":
                synced[values[0]] = number
        contents: dict[int, bytearray] = {}
        for number, (what, values) in enumerate(before):
            if what == "create" and (len(values) == 2):
                contents[values[1]] = bytearray()
            elif what == "write":
                inode, offset, data = values
                is_durable = number < synced.get(inode, -1)
                _write(contents.setdefault(inode, bytearray()), offset, data, None if is_durable else chance)
            elif what == "truncate" and (number < synced.get(values[0], -1) or chance.random() < 1 / 2):
                del contents.setdefault(values[0], bytearray())[values[1] :]
        return contents


def _write(content: bytearray, offset: int, data: bytes, chance: random.Random | None) -> None:
    """Write all of it, or those sectors of it that chance leaves."""
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    if chance is None:
        content[offset : offset + len(data)] = data
        return
    share = chance.random()
    start = 0
    while start < len(data):
        end = min(len(data), (offset + start) // SECTOR * SECTOR + SECTOR - offset)
        if chance.random() < share:
            here = offset + start
            if len(content) < here:
                content.extend(bytes(here - len(content)))
            content[here : offset + end] = data[start:end]
        start = end
