"""Where the log lies, how large it grows, and its last lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.store.untrusted_file import clean, read_regular

if TYPE_CHECKING:
    from pathlib import Path

NAME = "coach.log"
BYTES = 256 * 1024
"""Most bytes of one file."""
OLDER = 2
"""So many full files are kept beside the one that is written, as coach.log.1 and so on."""
_LONGEST = 1_000


def last_lines(folder: Path, number: int) -> tuple[str, ...]:
    """Return so many of the newest lines at most, each printable; none where they cannot be read."""
    lines: list[str] = []
    for name in (f"{NAME}.1", NAME):
        try:
            lines += read_regular(folder / name, BYTES * 2).decode("utf-8", "replace").splitlines()
        except OSError:
            continue
    return tuple(clean(line, _LONGEST) for line in lines[-number:])
