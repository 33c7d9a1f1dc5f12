"""Writes the record out beside the session: on a thread of its own with its own connection. Nobody waits for it."""

from __future__ import annotations

import contextlib
import threading
import time
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from coach.background.threads import run_beside

if TYPE_CHECKING:
    from pathlib import Path
    from sqlite3 import Connection

    from coach.session.recorder import Recorder
    from coach.store.record.journal import Journal

TELL_S = 0.3
"""What takes no longer shows no progress."""
RUN, REST_S = 10, 0.000_1
"""A rest after so many sessions, some 3 ms of work: whoever paints gets its turn."""
FINISH_S = 2.0
"""How long the end of the program waits for it to stop."""


class _CancelledError(Exception):
    """Nothing more is wanted."""


def _beside(journal: Journal) -> Connection:
    from coach.store.record.opening import beside  # noqa: PLC0415 - loaded by the recorder's thread already

    return beside(journal)


class Exporter(QObject):
    """Writes one export at a time."""

    progressed = Signal(int)
    """So many of a hundred parts are written."""
    over = Signal(object)
    """The paths of what was written; an empty list where it could not be, None where it was cancelled."""

    def __init__(self, recorder: Recorder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recorder = recorder
        self._cancelled = threading.Event()
        self._thread: threading.Thread | None = None
        self.is_running = False
        self.is_ended = False
        """The program ends; what was told before and is still on its way is for nobody."""
        self.folder: Path | None = None
        self.over.connect(self._on_over)

    def start(self, folder: Path) -> None:
        """Write all files into a folder, with everything that was kept until now; nothing while that is going on."""
        if self.is_running:
            return
        self.is_running, self.folder = True, folder
        self._cancelled.clear()
        # Through the queue: what was said a moment ago is written first.
        self._recorder.do(_beside, lambda found: self._begin(found, folder))

    def cancel(self) -> None:
        """Stop it; what was there before stays as it was."""
        self._cancelled.set()

    def finish(self) -> None:
        """Stop it and wait for that: who still writes when Python ends leaves something half written."""
        self._cancelled.set()
        self.is_ended = True
        self.blockSignals(True)  # noqa: FBT003 - nobody is left to be told
        if self._thread is not None:
            self._thread.join(FINISH_S)

    def _on_over(self) -> None:
        self.is_running = False

    def _begin(self, found: object, folder: Path) -> None:
        if found is None:
            self.over.emit([])
            return
        db = cast("Connection", found)
        if self._cancelled.is_set():
            db.close()
            self.over.emit(None)
            return
        # Whatever is in the way: it is told, and nobody waits for ever.
        self._thread = run_beside(lambda: self._run(db, folder), lambda _why: self.over.emit([]), "export")
        if self._thread is None:
            db.close()

    def _run(self, db: Connection, folder: Path) -> None:
        from coach.store.export import files  # noqa: PLC0415 - most sessions need none

        begun_s, told = time.monotonic(), 0

        def step(number: int, count: int) -> None:
            nonlocal told
            if self._cancelled.is_set():
                raise _CancelledError
            part = 100 * number // max(1, count)
            if part > told and time.monotonic() - begun_s > TELL_S:
                told = part
                self.progressed.emit(part)
            if number % RUN == 0:
                time.sleep(REST_S)

        try:
            with contextlib.closing(db):
                written = files.write_all(db, folder, self._recorder.now(), step)
        except _CancelledError:
            self.over.emit(None)
        else:
            self.over.emit(written)
