"""The settings in force while the program runs: changed one at a time, applied at once, saved in the background."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.background.threads import FINISH_S, run_beside
from coach.store import settings
from coach.store.settings import LessMotion
from coach.waves import later

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coach.background import log
    from coach.core.clicker import ClickerKeys
    from coach.session import contact_links
    from coach.store.record.moments import Instant
    from coach.store.settings import Loaded, Settings
else:
    log = later("coach.background.log")
    contact_links = later("coach.session.contact_links")


class Preferences(QObject):
    """Holds the settings and saves each change on a thread of its own, the newest last."""

    changed = Signal(object)
    """The Settings, after a change."""
    still_changed = Signal(bool)
    """Whether pictures hold still has changed; carries the new value."""
    failed = Signal(str)
    """The settings cannot be saved, and why, in words; sent once until they can."""
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
        """Keep a file with values that did not fit under another name, in the background, and send `set_aside` once."""
        if self._fault:
            self._run(lambda: self._save(changed=False))

    def _keep_aside(self) -> bool:
        """Do that before anything is written in its place; return whether the values that fit should be saved."""
        fault, self._fault = self._fault, ""
        if not fault:
            return False
        log.note("settings: the file cannot be read" if fault == "all" else "settings: some do not fit")
        aside = settings.keep_aside(self._folder, self._wall(), whole=fault == "all")
        self.set_aside.emit("" if aside is None else aside.name, fault == "all")
        return fault == "some" and aside is not None

    def finish(self) -> None:
        """Wait until all is saved, FINISH_S at most for each thread."""
        for thread in self._threads:
            thread.join(FINISH_S)

    def _run(self, work: Callable[[], None]) -> None:
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = run_beside(work, self._tell_failure, "settings")
        if thread is not None:
            self._threads.append(thread)

    def change(self, **values: object) -> None:
        """Change settings by name; where one of the values does not fit, none is changed."""
        fitting = settings.read(values)
        new = replace(self.now, **fitting)
        if new == self.now or len(fitting) < len(values):
            return
        self.take(new)
        self._run(self._save)

    def change_clicker(self, keys: ClickerKeys) -> None:
        """Change what the buttons of the clicker are for."""
        self.change(clicker_pause=keys.pause, clicker_skip=keys.skip, clicker_stop=keys.stop)

    def take(self, new: Settings) -> None:
        """Use these settings from now on."""
        was_still, self.now = self.is_still, new
        self.changed.emit(new)
        self._tell_still(was_still)

    # Less motion: the person's own word, or the desktop's

    @property
    def is_still(self) -> bool:
        """Whether pictures hold still: as the person set it, or by default as the desktop asks for."""
        choice = self.now.less_motion
        return self._desktop_is_still if choice is LessMotion.SYSTEM else choice is LessMotion.ON

    def follow_desktop(self, *, still: bool) -> None:
        """Take over whether the desktop asks for less motion now; that is never saved."""
        was_still, self._desktop_is_still = self.is_still, still
        self._tell_still(was_still)

    def toggle_still(self) -> None:
        """Set less motion to the opposite of what is in force, as the person's own choice."""
        self.change(less_motion=LessMotion.OFF if self.is_still else LessMotion.ON)

    def _tell_still(self, was_still: bool) -> None:  # noqa: FBT001 - private
        if self.is_still != was_still:
            self.still_changed.emit(self.is_still)

    # The disk

    def _save(self, *, changed: bool = True) -> None:
        # Several threads may save; each writes the newest settings, so that the order in which they finish does not
        # matter.
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
        """Name and phone of the person's professional; empty where none was written down."""
        return " · ".join(part for part in (self.now.contact_name, self.now.contact_phone) if part)

    def open_contact(self) -> bool:
        """Have the desktop open the professional's page or number; False where there is none or the desktop refuses."""
        link = contact_links.link_to(self.now.contact_web, self.now.contact_phone)
        return contact_links.open_link(link)
