"""The settings in force while the program runs: changed one at a time, applied at once, saved beside the window."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.background.threads import run_beside
from coach.session.contact_links import link_to, open_link
from coach.store import settings
from coach.store.settings import LessMotion

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coach.core.clicker import ClickerKeys
    from coach.store.record.moments import Instant
    from coach.store.settings import Loaded, Settings

FINISH_S = 2.0
"""How long the end of the program waits for a slow disk."""


class Preferences(QObject):
    """Holds the settings and saves each change on a thread of its own, the newest last."""

    changed = Signal(object)
    """The Settings, after a change."""
    still_changed = Signal(bool)
    """Pictures hold still from now on, or move again."""
    failed = Signal(str)
    """They cannot be saved; the words say why. Told once until they can."""
    set_aside = Signal(str, bool)
    """Something in the file did not fit: the name that the file has now, empty where it could get none, and whether
    that was all of it."""

    def __init__(self, folder: Path, loaded: Loaded, wall: Callable[[], Instant]) -> None:
        super().__init__()
        self._folder, self._wall = folder, wall
        self.now, self._fault = loaded.settings, loaded.fault
        self._desktop_is_still = False
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._is_told = False

    def settle(self) -> None:
        """Keep a file of which something did not fit under another name, beside the window, and tell it once."""
        if self._fault:
            self._run(lambda: self._save(changed=False))

    def _keep_aside(self) -> bool:
        """Do so before anything is written in its place; returns whether what fits of it should be."""
        fault, self._fault = self._fault, ""
        if not fault:
            return False
        aside = settings.keep_aside(self._folder, self._wall(), whole=fault == "all")
        self.set_aside.emit("" if aside is None else aside.name, fault == "all")
        return fault == "some" and aside is not None

    def finish(self) -> None:
        """Wait until all is saved, for a moment at most."""
        for thread in self._threads:
            thread.join(FINISH_S)

    def _run(self, work: Callable[[], None]) -> None:
        self._threads = [each for each in self._threads if each.is_alive()]
        thread = run_beside(work, self._tell_failure, "settings")
        if thread is not None:
            self._threads.append(thread)

    def change(self, **values: object) -> None:
        """Change some settings by name; where one of the values is not within its bounds, nothing changes."""
        fitting = settings.read(values)
        made = replace(self.now, **fitting)
        if made == self.now or len(fitting) < len(values):
            return
        self.take(made)
        self._run(self._save)

    def change_clicker(self, keys: ClickerKeys) -> None:
        """Change what the buttons of the clicker are for."""
        self.change(clicker_pause=keys.pause, clicker_skip=keys.skip, clicker_stop=keys.stop)

    def take(self, made: Settings) -> None:
        """Use these settings from now on."""
        before, self.now = self.is_still, made
        self.changed.emit(made)
        self._tell_still(before)

    # Less motion: the person's own word, or the desktop's

    @property
    def is_still(self) -> bool:
        """Whether pictures hold still: as the desktop asks for, unless the person said yes or no themselves."""
        wanted = self.now.less_motion
        return self._desktop_is_still if wanted is LessMotion.SYSTEM else wanted is LessMotion.ON

    def follow_desktop(self, *, still: bool) -> None:
        """Take whether the desktop asks for less motion now; that is never saved."""
        before, self._desktop_is_still = self.is_still, still
        self._tell_still(before)

    def toggle_still(self) -> None:
        """Take the opposite of what is in force as the person's own word, whatever the desktop asks for."""
        self.change(less_motion=LessMotion.OFF if self.is_still else LessMotion.ON)

    def _tell_still(self, before: bool) -> None:  # noqa: FBT001 - what was
        if self.is_still != before:
            self.still_changed.emit(self.is_still)

    # The disk

    def _save(self, *, changed: bool = True) -> None:
        with self._lock:
            if self._keep_aside() or changed:
                settings.save(self._folder, self.now)
                self._is_told = False

    def _tell_failure(self, why: str) -> None:
        if not self._is_told:
            self._is_told = True
            self.failed.emit(why)

    @property
    def contact(self) -> str:
        """The person's professional in words, empty where none is kept."""
        return " · ".join(part for part in (self.now.contact_name, self.now.contact_phone) if part)

    def open_contact(self) -> bool:
        """Hand the professional's page or number to the desktop; false where there is none or nobody takes it."""
        return open_link(link_to(self.now.contact_web, self.now.contact_phone))
