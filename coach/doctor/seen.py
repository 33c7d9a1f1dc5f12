"""Looks whether a window can open: coach itself, in a process of its own, makes what a window needs and tells it."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING

from coach.core.findings import Finding
from coach.devices import own_process
from coach.store.untrusted_file import clean
from coach.words.catalogue import plural, tr

if TYPE_CHECKING:
    from collections.abc import Iterator

SCREEN_S = 15.0
"""Longest time that it has: Qt is read from the disk, which may be cold."""
_LEAVE_S = 1.0
_PREFIX = "coach: "
_FOLDERS = re.compile(r"/(?:[^/“”\"]+/)+")
"""The folders of a path: they may name a person."""
_LONGEST = 300


def screen() -> Iterator[Finding]:
    """Look whether there is a screen on which a window can open, and else why not."""
    what = tr("Screen")
    done = subprocess.run(  # noqa: S603 - coach itself
        [*own_process.itself(), "doctor", "--screen"],
        env=own_process.environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=SCREEN_S - _LEAVE_S,
    )
    told = _told(done.stdout) if done.returncode == 0 else None
    if told is None:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        # What coach says where no window can open stands in its last line, in the person's language.
        last = lines[-1] if lines and lines[-1].startswith(_PREFIX) else ""
        said = _FOLDERS.sub("…/", clean(last.removeprefix(_PREFIX), _LONGEST))
        words = said or tr("No window can be opened (status {number}).", number=done.returncode)
        yield Finding(what, works=False, words=words, remedy=tr("README tells what coach needs on Linux."))
        return
    platform, sizes = told
    shown = ", ".join(f"{width} × {height}" for width, height in sizes)
    # Note: what the desktop draws by, as xcb or wayland, and the sizes of the screens
    words = plural(
        "A window opens by {platform} on {number} screen: {sizes}.",
        "A window opens by {platform} on {number} screens: {sizes}.",
        len(sizes),
        platform=platform,
        sizes=shown,
    )
    yield Finding(what, works=True, words=words)


def _told(output: bytes) -> tuple[str, list[tuple[int, int]]] | None:
    """Return the name of Qt's platform and the sizes of the screens; None where that makes no sense."""
    try:
        platform, sizes = json.loads(output)
        return clean(platform), [(int(width), int(height)) for width, height in sizes]
    except (ValueError, TypeError):
        return None
