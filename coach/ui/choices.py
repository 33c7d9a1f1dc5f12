"""The settings in force while the program runs: changed one at a time, applied at once, saved beside the window."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.store import settings
from coach.ui.links import link_to, open_link

if TYPE_CHECKING:
    from pathlib import Path

    from coach.core.clicker import ClickerKeys
    from coach.store.instant import Instant
    from coach.store.settings import Settings


class Choices(QObject):
    """Holds the settings and saves each change on a thread of its own, the newest last."""

    changed = Signal(object)
    """The Settings, after a change."""
    failed = Signal(str)
    """They cannot be saved; the words say why."""
    set_aside = Signal(str)
    """A file that did not fit was set aside; this is its name."""
    _judged = Signal(object, str)

    def __init__(self, folder: Path, loaded: Settings) -> None:
        super().__init__()
        self._folder = folder
        self.now = loaded
        self._lock = threading.Lock()
        self._judged.connect(self._on_judged)

    def judge(self, now: Instant) -> None:
        """Judge a file that is not as this program wrote it, beside the window."""

        def work() -> None:
            made, aside = settings.judge(self._folder, now)
            self._judged.emit(made, "" if aside is None else aside.name)

        threading.Thread(target=work, name="settings", daemon=True).start()

    def _on_judged(self, made: Settings, aside: str) -> None:
        self.take(made)
        if aside:
            self.set_aside.emit(aside)

    def change(self, **values: object) -> None:
        """Change some settings by name."""
        made = replace(self.now, **values)  # type: ignore[arg-type]  # fields of Settings by name
        if made == self.now:
            return
        self.take(made)
        threading.Thread(target=self._save, name="settings", daemon=True).start()

    def change_clicker(self, keys: ClickerKeys) -> None:
        """Change what the buttons of the clicker are for."""
        self.change(clicker_pause=keys.pause, clicker_skip=keys.skip, clicker_stop=keys.stop)

    def take(self, made: Settings) -> None:
        """Use these settings from now on."""
        self.now = made
        self.changed.emit(made)

    def _save(self) -> None:
        with self._lock:
            try:
                settings.save(self._folder, self.now)
            except OSError as error:
                self.failed.emit(error.strerror or str(error))

    @property
    def contact(self) -> str:
        """The person's professional in words, empty where none is kept."""
        return " · ".join(part for part in (self.now.contact_name, self.now.contact_phone) if part)

    def open_contact(self) -> bool:
        """Hand the professional's page or number to the desktop; false where there is none or nobody takes it."""
        return open_link(link_to(self.now.contact_web, self.now.contact_phone))
