"""The whole examination: which looks there are, which of them need more than the disk, and what they were made with."""

from __future__ import annotations

import functools
import sys
from typing import TYPE_CHECKING

from coach.core.findings import Report
from coach.doctor import heard, on_disk, seen
from coach.doctor.looks import Look, look_at_all
from coach.doctor.versions import versions
from coach.store import log_file
from coach.waves import later
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coach.core.findings import Finding
    from coach.doctor import desktop
    from coach.store.paths import Paths
else:
    desktop = later("coach.doctor.desktop")

DISK_S, BUS_S = 8.0, 5.0
"""Longest time for a disk, which may be on a network, and for an answer of the desktop."""
LOG_LINES = 60
"""So many of the last lines of the log go into a report."""


def examine(paths: Paths) -> Report:
    """Look at all that coach stands on; takes as long as the slowest look, which has a limit. Raises nothing."""
    return _report(paths, [*_of_the_machine(), *_of_the_disk(paths)])


def examine_disk(paths: Paths) -> Report:
    """Look at what lies on the disk alone: no process is started and nobody is asked."""
    return _report(paths, _of_the_disk(paths))


def _report(paths: Paths, looks: Iterable[Look]) -> Report:
    return Report(look_at_all(looks), versions(), log_file.last_lines(paths.state, LOG_LINES))


def _of_the_machine() -> Iterable[Look]:
    yield Look(tr("Screen"), seen.screen, seen.SCREEN_S)
    yield Look(tr("Sound"), heard.sound, heard.SOUND_S)
    yield Look(tr("Words that are not recorded"), heard.speech, heard.SPEECH_S, is_needed=False)
    if sys.platform == "linux":
        yield Look(tr("Session bus"), _on_the_bus("session_bus"), BUS_S, is_needed=False)
        yield Look(tr("Screen stays on"), _on_the_bus("keep_awake"), BUS_S, is_needed=False)
        yield Look(tr("Media keys and headset buttons"), _on_the_bus("media_keys"), BUS_S, is_needed=False)
        yield Look(tr("Wishes of the desktop"), _on_the_bus("settings_portal"), BUS_S, is_needed=False)


def _on_the_bus(look: str) -> Callable[[], Iterable[Finding]]:
    def work() -> Iterable[Finding]:
        # Loaded on the thread of the look: a library that is missing fails that look alone.
        found: Iterable[Finding] = getattr(desktop, look)()
        return found

    return work


def _of_the_disk(paths: Paths) -> Iterable[Look]:
    def look(what: str, work: Callable[..., Iterable[Finding]], *of: object, is_needed: bool = True) -> Look:
        return Look(what, functools.partial(work, *of), DISK_S, is_needed)

    yield look(tr("Recorded voices"), on_disk.recorded_voices)
    yield look(tr("Files of coach"), on_disk.shipped_files)
    yield look(tr("Record"), on_disk.record, paths.data)
    yield look(tr("Copies"), on_disk.kept_copies, paths.data, is_needed=False)
    yield look(tr("Room on the disk"), on_disk.free_space, paths.data)
    yield look(tr("Settings"), on_disk.own_settings, paths.data)
    yield look(tr("Own routines"), on_disk.own_routines, paths.data, is_needed=False)
    yield look(tr("Log"), on_disk.log, paths.state, is_needed=False)
