"""Exports the record in the background: on a thread and a database connection of its own."""

from __future__ import annotations

import contextlib
import threading
import time
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from coach.background.threads import FINISH_S, run_beside
from coach.store.export import files
from coach.store.record.opening import beside

if TYPE_CHECKING:
    from pathlib import Path
    from sqlite3 import Connection

    from coach.session.recorder import Recorder

TELL_S = 0.3
"""Exports that take no longer show no progress."""
RUN, REST_S = 10, 0.000_1
"""Sessions between two rests, some 3 ms of work, and the rest in s, in which the GUI thread can get Python's lock."""


class _CancelledError(Exception):
    """The export was cancelled."""


class Exporter(QObject):
    """Writes one export at a time."""

    progressed = Signal(int)
    """How much is written, in percent."""
    over = Signal(object)
    """The paths of the files; an empty list where they could not be written, None where the export was cancelled."""

    def __init__(self, recorder: Recorder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recorder = recorder
        self._cancelled = threading.Event()
        self._thread: threading.Thread | None = None
        self.is_running = False
        self.is_ended = False
        """Whether the program ends: signals that still arrive are to be ignored."""
        self.folder: Path | None = None
        self.over.connect(self._on_over)

    def start(self, folder: Path) -> None:
        """Write all files into a folder, with everything that was stored until now.

        Does nothing while an export runs.
        """
        if self.is_running:
            return
        self.is_running, self.folder = True, folder
        self._cancelled.clear()
        # Through the queue of the record: writes that were asked for a moment ago come first.
        self._recorder.do(beside, lambda connection: self._begin(connection, folder))

    def cancel(self) -> None:
        """Stop the export; older files stay as they were."""
        self._cancelled.set()

    def finish(self) -> None:
        """Stop the export and wait until it has: a thread that writes when Python ends leaves files half written."""
        self._cancelled.set()
        self.is_ended = True
        self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        if self._thread is not None:
            self._thread.join(FINISH_S)

    def _on_over(self) -> None:
        self.is_running = False

    def _begin(self, connection: object, folder: Path) -> None:
        if connection is None:
            self.over.emit([])
            return
        db = cast("Connection", connection)
        if self._cancelled.is_set():
            db.close()
            self.over.emit(None)
            return
        # Whatever goes wrong, `over` is sent: a page waits for it.
        self._thread = run_beside(lambda: self._run(db, folder), lambda _why: self.over.emit([]), "export")
        if self._thread is None:
            db.close()

    def _run(self, db: Connection, folder: Path) -> None:
        begun_s, shown_percent = time.monotonic(), 0

        def step(number: int, count: int) -> None:
            nonlocal shown_percent
            if self._cancelled.is_set():
                raise _CancelledError
            percent = 100 * number // max(1, count)
            if percent > shown_percent and time.monotonic() - begun_s > TELL_S:
                shown_percent = percent
                self.progressed.emit(percent)
            if number % RUN == 0:
                time.sleep(REST_S)

        try:
            with contextlib.closing(db):
                written = files.write_all(db, folder, self._recorder.now(), step)
        except _CancelledError:
            self.over.emit(None)
        else:
            self.over.emit(written)
