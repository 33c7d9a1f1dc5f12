"""The routines that the person has: those that came with coach or in a file, and their own, which change meanwhile.

Whatever reads or writes a file is done on a thread of its own, one thing after the other; answers come back here.
"""

from __future__ import annotations

import queue
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.background.threads import FINISH_S, in_words, run_beside
from coach.store import whole_files
from coach.store.routines import library
from coach.store.routines.own_routines import Own, OwnRoutines, in_order
from coach.waves import later

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from typing import Any, TypeVar

    from coach.background import log
    from coach.session.selection import Selection
    from coach.store.routines import incoming as incoming_files
    from coach.store.routines import one_routine
    from coach.store.routines.incoming import Incoming

    _Result = TypeVar("_Result")
else:
    log = later("coach.background.log")
    incoming_files = later("coach.store.routines.incoming")
    one_routine = later("coach.store.routines.one_routine")

BREATH_S = 0.002
"""Time between two files that are read, in which the window has the processor."""


class RoutineLibrary(QObject):
    """Reads and changes the own routines in the background, and keeps the selection up to date with them.

    `then` is called on the thread of this object, with what is said of it, or with None where the disk refused, which
    `failed` tells in words. It is not called after `finish`.
    """

    changed = Signal()
    """The own routines are others than before, or one of them is."""
    failed = Signal(str)
    """Something could not be read or written, and why, in words."""
    file_wanted = Signal(object)
    """The Path of a file that somebody opened by the command line or a double click, once it may be shown."""
    _answered = Signal(object, object)

    def __init__(self, data: Path, source: Path, selection: Selection) -> None:
        """`source` is the file of the routines that are not the person's own."""
        super().__init__()
        self.store, self.selection, self._source = OwnRoutines(data), selection, source
        self.is_read = False
        """Whether the own routines have been read."""
        self.may_show: Callable[[], bool] = _at_once
        """Whether a file that was brought may be shown now: nothing comes between a person and their session."""
        self._brought: list[Path] = []
        self._waiting: list[Callable[[], None]] = []
        self._work: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._is_over = False
        self._answered.connect(self._on_answered)

    @property
    def own(self) -> tuple[Own, ...]:
        """All own routines by name, also those whose file cannot be used."""
        return self.selection.own

    def find(self, own_id: str) -> Own | None:
        """Return an own routine by its id; None where there is none."""
        return next((own for own in self.own if own.id == own_id), None)

    # Reading

    def start(self) -> None:
        """Read the own routines, and delete for good what was deleted before this start."""

        def read() -> tuple[Own, ...]:
            self.store.empty_deleted()
            return self.store.all(_breathe)

        self._do(read, self._on_read)

    def _on_read(self, owns: tuple[Own, ...] | None) -> None:
        self._take(owns)
        self.is_read = True
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

    def when_read(self, then: Callable[[], None]) -> None:
        """Call this once the own routines have been read, also where they cannot be."""
        if self.is_read:
            then()
        else:
            self._waiting.append(then)

    def look_again(self, own_id: str = "") -> None:
        """Read the own routines again, one or all: somebody may have changed a file beside coach."""
        if own_id:
            self._do(lambda: self.store.own(own_id), self._put)
        else:
            self._do(lambda: self.store.all(_breathe), self._take)

    def document(self, routine_id: str, then: Callable[[dict[str, Any] | None], None]) -> None:
        """Find the document of any routine, with that one in it alone; None where its file cannot be used."""

        def read() -> dict[str, Any]:
            document, place = self._found(routine_id)
            return one_routine.alone(document, place, routine_id)

        self._do(read, then)

    # Coming in and going out

    def bring(self, path: Path) -> None:
        """Have a file shown that somebody opened from outside: at once, or when `show_brought` finds that it may be."""
        self._brought.append(path)
        self.show_brought()

    def show_brought(self) -> None:
        """Have the newest file shown that was brought, if one waits and it may be."""
        if self._brought and self.may_show():
            path = self._brought[-1]
            self._brought.clear()
            self.file_wanted.emit(path)

    def look_at(self, path: Path, then: Callable[[Incoming | None], None]) -> None:
        """Look at a file with routines, and keep nothing of it."""
        self._do(lambda: incoming_files.look_at(path, self.store), then)

    def look_at_code(self, data: bytes, name: str, then: Callable[[Incoming | None], None]) -> None:
        """Look at the document of a QR code, which comes under that name, and keep nothing of it."""
        self._do(lambda: incoming_files.look_at_code(data, name, self.store), then)

    def keep(
        self, incoming: Incoming, then: Callable[[tuple[Own, ...] | None], None] | None = None, *, both: bool = False
    ) -> None:
        """Keep what is in a file; with `both` what it would replace stays too."""
        self._do(lambda: incoming_files.keep(incoming, self.store, both=both), self._after_keeping(then))

    def export(self, routine_id: str, path: Path, then: Callable[[Path | None], None] | None = None) -> None:
        """Write any routine into one file, with its pictures inside."""

        def write() -> Path:
            document, place = self._found(routine_id)
            whole_files.write(path, one_routine.written(one_routine.alone(document, place, routine_id)))
            return path

        self._do(write, then)

    # Changing

    def save(self, document: Mapping[str, Any], then: Callable[[Own | None], None] | None = None) -> None:
        """Save a document with one own routine; one without an id gets a new one.

        `then` gets an Own with its problems and without a routine where the document does not fit: nothing is saved.
        """
        self._change(lambda: self.store.save(document), then)

    def duplicate(self, routine_id: str, name: str, then: Callable[[Own | None], None] | None = None) -> None:
        """Make an own routine with this name out of any routine."""

        def copy() -> Own:
            document, place = self._found(routine_id)
            return self.store.duplicate(document, name, place)

        self._change(copy, then)

    def rename(self, own_id: str, name: str, then: Callable[[Own | None], None] | None = None) -> None:
        """Give an own routine another name."""
        self._change(lambda: self.store.rename(own_id, name), then)

    def delete(self, own_id: str, then: Callable[[str | None], None] | None = None) -> None:
        """Delete an own routine; `restore` brings it back until the program ends."""

        def delete() -> str:
            self.store.delete(own_id)
            return own_id

        def gone(result: str | None) -> None:
            if result is not None:
                self._take(tuple(own for own in self.own if own.id != own_id))
            if then is not None:
                then(result)

        self._do(delete, gone)

    def restore(self, own_id: str, then: Callable[[Own | None], None] | None = None) -> None:
        """Bring a deleted routine back."""
        self._change(lambda: self.store.restore(own_id), then)

    # Drafts

    def save_draft(self, own_id: str, draft: Mapping[str, Any], then: Callable[[bool | None], None]) -> None:
        """Keep what the editor has not finished yet; `then` gets True."""

        def save() -> bool:
            self.store.save_draft(own_id, draft)
            return True

        self._do(save, then)
        known = self.find(own_id)
        if known is None or known.is_draft:  # a new one is there from now on, under its name of now
            self._do(lambda: self.store.unfinished(own_id), self._put)

    def drop_draft(self, own_id: str) -> None:
        """Drop the draft of a routine."""
        self._do(lambda: self.store.drop_draft(own_id), None)
        known = self.find(own_id)
        if known is not None and known.is_draft:
            self._take(tuple(own for own in self.own if own.id != own_id))

    def ask_draft(self, own_id: str, then: Callable[[dict[str, Any] | None], None]) -> None:
        """Find the draft of a routine; None where there is none."""
        self._do(lambda: self.store.draft(own_id), then)

    # The thread

    def finish(self) -> None:
        """Do what is left, FINISH_S at most."""
        self._is_over = True
        if self._thread is not None:
            self._work.put(None)
            self._thread.join(FINISH_S)

    def _found(self, routine_id: str) -> tuple[Mapping[str, Any], int]:
        """Return the document that has a routine, and its place there. Raises OSError and RoutineError."""
        if self.find(routine_id) is not None:
            return self.store.document(routine_id), 0
        document, contents = library.checked(self._source, library.data_of(self._source))
        return document, [entry.id for entry in contents.routines].index(routine_id)

    def _change(self, work: Callable[[], Own], then: Callable[[Own | None], None] | None) -> None:
        def changed(result: Own | None) -> None:
            if result is not None and (result.routine is not None or result.is_draft):
                self._put(result)
            if then is not None:
                then(result)

        self._do(work, changed)

    def _after_keeping(
        self, then: Callable[[tuple[Own, ...] | None], None] | None
    ) -> Callable[[tuple[Own, ...] | None], None]:
        def kept(result: tuple[Own, ...] | None) -> None:
            if result is not None:
                ids = {own.id for own in result}
                self._take((*(own for own in self.own if own.id not in ids), *result))
            if then is not None:
                then(result)

        return kept

    def _put(self, own: Own | None) -> None:
        if own is not None:
            self._take((*(each for each in self.own if each.id != own.id), own))

    def _take(self, owns: tuple[Own, ...] | None) -> None:
        if owns is None:
            return
        before = self.own
        self.selection.take_own(in_order(list(owns)))
        if self.own != before:
            self.changed.emit()

    def _do(self, work: Callable[[], _Result], then: Callable[[_Result | None], None] | None) -> None:
        def job() -> None:
            result: object = None
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - a job that fails ends alone
                log.failed("routines", error)
                self.failed.emit(in_words(error))
            if then is not None:
                self._answered.emit(then, result)

        self._work.put(job)
        if self._thread is None or not self._thread.is_alive():
            self._thread = run_beside(self._run, self.failed.emit, "routines")

    def _run(self) -> None:
        while (job := self._work.get()) is not None:
            job()
            # Else this thread, which waits for the next one, is the last to know who asked: a page would end with it.
            del job

    def _on_answered(self, then: Callable[[object], None], result: object) -> None:
        if not self._is_over:
            then(result)


def _breathe() -> None:
    """Let the window have its turn: Python runs one thread at a time, and gives it up after 5 ms at the earliest."""
    time.sleep(BREATH_S)


def _at_once() -> bool:
    return True
