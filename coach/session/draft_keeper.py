"""Keeps a draft by itself: a moment after each change, on a thread beside the window, and at once when it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from coach.background.threads import run_beside

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from coach.core.draft.draft import Draft

AFTER_MS = 300
"""A draft is written so long after the last change, in ms: in the pauses of typing, not at each key."""
FINISH_S = 2.0
"""How long leaving waits for a slow disk."""


class DraftKeeper(QObject):
    """Writes the latest draft with `save`, which runs on another thread and may raise; one write at a time."""

    kept = Signal()
    """All that was changed is on the disk."""
    failed = Signal(str)
    """The last write came to nothing; the text says why. The next change tries again."""
    _written = Signal(object, str)

    def __init__(self, save: Callable[[Draft], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._latest: Draft | None = None
        self._writing: Draft | None = None
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._timer.timeout.connect(self._begin)
        self._written.connect(self._on_written)

    @property
    def is_kept(self) -> bool:
        """Whether all that was changed is on the disk."""
        return self._latest is None and self._writing is None

    def keep(self, draft: Draft) -> None:
        """Take a draft that was changed."""
        self._latest = draft
        self._timer.start()

    def finish(self) -> None:
        """Write at once what is not written yet, as when the editor is left or the program ends. Raises nothing."""
        self._timer.stop()
        if self._latest is not None:
            self._write(self._latest)
        if self._thread is not None:
            self._thread.join(FINISH_S)

    def _begin(self) -> None:
        # While one is written, that one tells when it is done, and then the timer begins again.
        if self._latest is not None and self._writing is None:
            self._write(self._latest)

    def _write(self, draft: Draft) -> None:
        self._latest, self._writing, before = None, draft, self._thread

        def work() -> None:
            if before is not None:
                before.join()  # never the older one over the newer one
            self._save(draft)
            self._written.emit(draft, "")

        self._thread = run_beside(work, lambda why: self._written.emit(draft, why), "draft keeper")

    def _on_written(self, draft: object, why: str) -> None:
        if draft is self._writing:
            self._writing = None
        if why:
            self._latest = self._latest or draft  # type: ignore[assignment]  # a draft: what was handed to the thread
            self.failed.emit(why)
        elif self._latest is None:
            self.kept.emit()
        else:
            self._timer.start()
